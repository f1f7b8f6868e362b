"""A page in, what the head of its HTML says to machines out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.pages.records import Page
from generator.paths import canonical_url
from generator.settings import Settings

UNLISTED = frozenset({"redirect", "search"})
"""The kinds of page that search engines are asked to pass over."""


@dataclass(frozen=True, slots=True)
class Head:
    """`canonical` is the page's one address, or empty where the site's is not known; `type` is Open Graph's."""

    canonical: str
    type: Literal["article", "website"]
    title: str
    description: str
    date: str
    is_listed: bool


def describe_head(page: Page, settings: Settings) -> Head:
    """The head of one page; that of a redirect names the page it leads to."""
    return Head(
        canonical=canonical_url(page.values["target"] if page.kind == "redirect" else page.path, settings),
        type="article" if page.kind == "article" else "website",
        title=page.title if page.path else settings.site_name,
        description=page.description,
        date=page.date,
        is_listed=page.kind not in UNLISTED,
    )
