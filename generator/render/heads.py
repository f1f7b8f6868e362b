"""A page in, what the head of its HTML says to machines out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.pages.records import Page
from generator.paths import atom_path, canonical_url, json_feed_path, link_prefix, relative_url, twin_path
from generator.settings import Settings

UNLISTED = frozenset({"gone", "redirect"})
"""The kinds of page that search engines are asked to pass over."""

WITH_FEEDS = frozenset({"organization", "tag"})
"""The kinds of page that have feeds of their own."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same, or its news, in another form: the link from the page to it, of what type it is, and its title."""

    link: str
    type: str
    title: str


@dataclass(frozen=True, slots=True)
class Head:
    """`canonical` is the page's one address, or empty where the site's is not known; `type` is Open Graph's."""

    canonical: str
    type: Literal["article", "website"]
    title: str
    description: str
    date: str
    is_listed: bool
    alternates: tuple[Alternate, ...]


def describe_head(page: Page, settings: Settings) -> Head:
    """The head of one page; that of a redirect names the page it leads to."""
    return Head(
        canonical=canonical_url(page.values["target"] if page.kind == "redirect" else page.path, settings),
        type="article" if page.kind == "article" else "website",
        title=page.title if page.path else settings.site_name,
        description=page.description,
        date=page.date,
        is_listed=page.kind not in UNLISTED,
        alternates=tuple(_alternates(page, settings)),
    )


def _alternates(page: Page, settings: Settings) -> Iterator[Alternate]:
    """The twin of an article; the feeds of the site, after those of the tag or organisation that the page is about."""
    prefix = link_prefix(page.path)
    if page.kind == "article":
        yield Alternate(relative_url(twin_path(page.path), prefix), "text/markdown", f"{page.title} (Markdown)")
    feeds = [("", settings.site_name)]
    if page.kind in WITH_FEEDS:
        name = page.values[page.kind].name
        feeds.insert(0, (page.path.partition("page/")[0], f"{name} - {settings.site_name}"))
    for path, title in feeds:
        yield Alternate(relative_url(atom_path(path), prefix), "application/atom+xml", title)
        yield Alternate(relative_url(json_feed_path(path), prefix), "application/feed+json", title)
