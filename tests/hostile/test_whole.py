"""The site of all bad inputs as a whole: what is true of it whatever an entry asks for."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote, urlsplit

import pytest
from kinds import heaviest

from hostile import formats
from hostile.built import Built, Html
from hostile.walk import Walker

Record = Callable[[str, object], None]


def test_the_build_asks_no_host(hostile_site: Built) -> None:
    assert hostile_site.connections == ()


def test_nothing_ends_in_a_traceback(hostile_site: Built, record_property: Record) -> None:
    assert "Traceback" not in hostile_site.said
    record_property("A1 problems told of all bad inputs, tracebacks", f"{len(hostile_site.problems)}, 0")


@pytest.mark.parametrize("name", formats.READERS)
def test_every_file_is_what_its_name_says(name: str, hostile_site: Built) -> None:
    if name == "packed":
        pytest.skip("only a site with an address has a packed sitemap")
    assert formats.complaints(hostile_site, name) == ()


def test_no_page_has_an_id_twice_and_no_link_is_broken(hostile_site: Built, record_property: Record) -> None:
    pages = dict(hostile_site.pages())
    twice = [(path, one) for path, page in pages.items() for one in {*page.ids} if page.ids.count(one) > 1]
    assert twice == []
    followed, broken = 0, []
    for path, page in pages.items():
        for target, anchor in _links(path, page):
            followed += 1
            there = pages.get(target)
            if there is None and not (hostile_site.folder / target).is_file():
                broken.append((path, target))
            elif there and anchor and anchor not in there.ids:
                broken.append((path, f"{target}#{anchor}"))
    assert broken == []
    record_property("R8 links and anchors of the site of all bad inputs, broken", f"{followed}, 0")


def _links(path: str, page: Html) -> list[tuple[str, str]]:
    """The files within the site that a page links to, each with the anchor."""
    found = []
    base = path.split("/")[:-1]
    for tag, attributes in page.elements:
        parts = urlsplit(attributes.get("href", "") if tag == "a" else "")
        if tag != "a" or parts.scheme or parts.netloc or "href" not in attributes or path == "404.html":
            continue
        steps = [*base, *unquote(parts.path).split("/")] if parts.path else path.split("/")
        to: list[str] = []
        for step in steps:
            if step == "..":
                to.pop()
            elif step not in ("", "."):
                to.append(step)
        is_folder = parts.path.split("/")[-1] in ("", ".", "..")
        target = path if not parts.path else "/".join([*to, "index.html"] if is_folder else to)
        found.append((target, unquote(parts.fragment)))
    return found


def test_nothing_runs_on_the_heaviest_page_of_each_kind(
    hostile_site: Built, walker: Walker, record_property: Record
) -> None:
    pages = list(heaviest(hostile_site.folder).values())
    found = {page: walker.look(page) for page in pages}
    assert [(page, seen.executions) for page, seen in found.items() if seen.executions] == []
    assert [(page, seen.foreign) for page, seen in found.items() if seen.foreign] == []
    record_property("S1 kinds of page walked, executions, requests to other hosts", f"{len(pages)}, 0, 0")
