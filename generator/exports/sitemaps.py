"""The addresses and dates of a site's pages in, its sitemap and robots.txt out."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # it only writes here
from collections.abc import Iterator, Sequence

from generator.model import DataFile

MOST = 50_000
"""Addresses in one file, as the protocol has it; a larger site has several, and an index of them."""
SITEMAP = "sitemap.xml"

_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def export_sitemap(pages: Sequence[tuple[str, str]], site_url: str) -> Iterator[DataFile]:
    """The sitemap of pages, each an absolute address and the ISO date of its content, or no date."""
    if len(pages) <= MOST:
        yield DataFile(SITEMAP, _listed("urlset", "url", pages))
        return
    parts: list[tuple[str, str]] = []
    for number, start in enumerate(range(0, len(pages), MOST), 1):
        part = pages[start : start + MOST]
        name = f"sitemap-{number}.xml"
        parts.append((site_url + name, max(date for _, date in part)))
        yield DataFile(name, _listed("urlset", "url", part))
    yield DataFile(SITEMAP, _listed("sitemapindex", "sitemap", parts))


def export_robots(site_url: str) -> DataFile:
    """A robots.txt that lets every robot read all, and tells it where the sitemap is."""
    return DataFile("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{SITEMAP}\n".encode())


def _listed(root: str, entry: str, items: Sequence[tuple[str, str]]) -> bytes:
    listed = ET.Element(root, xmlns=_SPACE)
    for address, date in items:
        element = ET.SubElement(listed, entry)
        ET.SubElement(element, "loc").text = address
        if date:
            ET.SubElement(element, "lastmod").text = date
    ET.indent(listed, " ")
    text: bytes = ET.tostring(listed, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
