"""A page in, what the full-text index holds of it out: its words by section, its other names, and its facets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.records import Page

Facets = tuple[tuple[str, str], ...]
"""Pairs of a facet's name and a value, such as `tag` and `Data Centers`."""


@dataclass(frozen=True, slots=True)
class Part:
    """Words under one heading, and the id on the page that a hit in them leads to."""

    title: str
    anchor: str
    texts: tuple[str | Markup, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as the index holds it. It is the best page for its `subjects`; `weight` ranks its words."""

    title: str
    kind: str
    parts: tuple[Part, ...]
    subjects: tuple[str, ...] = ()
    facets: Facets = ()
    weight: float = 1


_TOPIC = "topic"
"""The facet of pages that bear a name; the search page looks among them for one that is called as the query says."""
_LIGHT = 0.1
"""The weight of words on pages that only lead to articles, or say how these are written."""


def entry_of(page: Page) -> Entry | None:
    """The entry of a page; none for those that only lead on, continue a list, or say what articles say.

    A work is found by the references of the articles that cite it: a first query loads a line for every page there is.
    """
    if page.kind in ("gone", "redirect", "reference", "search") or page.values.get("number", 1) > 1:
        return None
    if page.kind == "partnership" and len(page.values["articles"]) < 2:
        return None
    return _MAKERS.get(page.kind, _list_entry)(page)


def prose_entry(title: str, html: Markup, is_guide: bool = False) -> Entry:
    """The entry of a hand-written page, whose HTML has its headings in it; the guide's hold examples, no news."""
    return Entry(title, "Page", (Part("", "", (html,)),), weight=_LIGHT if is_guide else 1)


def _article_entry(page: Page) -> Entry:
    article = page.values["article"]
    return Entry(
        title=page.title,
        kind="Article",
        subjects=(page.title,),
        parts=tuple(_article_parts(page)),
        facets=(
            *((("year", article.date[:4]),) if article.date else ()),
            *(("tag", link.text) for link in page.values["tags"]),
            *(("organization", link.text) for link in page.values["organizations"]),
        ),
    )


def _article_parts(page: Page) -> Iterator[Part]:
    article = page.values["article"]
    yield Part(page.title, "", (page.description,))
    if article.summary:
        yield Part("Summary", "summary", tuple(block.text for block in article.summary))
    for section in article.sections:
        yield Part(section.title, section.anchor, tuple(block.text for block in section.blocks))
    if page.values["cited"]:
        yield Part("References", "references", tuple(work.title for work in page.values["cited"]))


def _tag_entry(page: Page) -> Entry:
    tag = page.values["tag"]
    return _named_entry(page, "Tag", tag.description, tag.spellings)


def _organization_entry(page: Page) -> Entry:
    organization = page.values["organization"]
    return _named_entry(page, "Organisation", organization.description, organization.aliases)


def _named_entry(page: Page, kind: str, text: str, aliases: tuple[str, ...]) -> Entry:
    names = tuple(dict.fromkeys((page.title, *aliases)))
    part = Part(page.title, "", (text, *names[1:]))
    return Entry(page.title, kind, (part,), names, ((_TOPIC, kind),), _LIGHT)


def _partnership_entry(page: Page) -> Entry:
    return _light_entry(page, "Partnership", page.values["types"])


def _list_entry(page: Page) -> Entry:
    return _light_entry(page, "Page", page.description)


def _light_entry(page: Page, kind: str, *texts: str) -> Entry:
    return Entry(page.title, kind, (Part(page.title, "", texts),), weight=_LIGHT)


_MAKERS: dict[str, Callable[[Page], Entry]] = {
    "article": _article_entry,
    "tag": _tag_entry,
    "organization": _organization_entry,
    "partnership": _partnership_entry,
}
