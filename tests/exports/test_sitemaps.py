"""The sitemap and robots.txt."""

from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from generator.exports.sitemaps import MOST, export_robots, export_sitemap
from generator.model import DataFile

SITE = "https://base.example/kb/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def _read(file: DataFile) -> tuple[str, list[tuple[str, str]]]:
    """The kind of list, and the address and date of each entry."""
    root = ET.fromstring(file.data)
    return root.tag.removeprefix(SPACE), [
        (entry.findtext(f"{SPACE}loc", ""), entry.findtext(f"{SPACE}lastmod", "")) for entry in root
    ]


def test_every_page_is_listed_in_order_with_the_date_of_its_content_if_it_has_one() -> None:
    pages = [(SITE, ""), (f"{SITE}articles/a/?x=1&y=2", "2026-05-03")]
    (file,) = export_sitemap(pages, SITE)
    assert file.path == "sitemap.xml"
    assert _read(file) == ("urlset", pages)


@pytest.mark.parametrize(("number", "files"), [(MOST, 1), (MOST + 1, 3), (2 * MOST + 1, 4)])
def test_a_large_site_has_several_sitemaps_and_an_index_of_them(number: int, files: int) -> None:
    pages = [(f"{SITE}{n}/", f"2026-01-{1 + n % 28:02}") for n in range(number)]
    *parts, last = export_sitemap(pages, SITE)
    assert len(parts) + 1 == files
    assert last.path == "sitemap.xml"
    if parts:
        assert [page for part in parts for page in _read(part)[1]] == pages
        newest = ["2026-01-28"] * (len(parts) - 1) + [pages[-1][1]]
        assert _read(last) == (
            "sitemapindex",
            [(SITE + part.path, date) for part, date in zip(parts, newest, strict=True)],
        )


def test_robots_may_read_all_and_are_told_where_the_sitemap_is() -> None:
    assert export_robots(SITE).data.decode().splitlines() == [
        "User-agent: *",
        "Allow: /",
        "",
        "Sitemap: https://base.example/kb/sitemap.xml",
    ]
