"""The page on which the site is searched; it is filled in by a script."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.records import Draft
from generator.pages.views import Views

MANY = 1000
"""With more articles than this, what facets offer is loaded only when a reader unfolds them."""


SEARCH_PATH = "search/"
"""The page that answers `?q=words`."""


def plan_search(views: Views) -> Iterator[Draft]:
    """The search page, unless the site is built without an index."""
    if views.settings.search:
        description = f"Search the articles and pages of {views.settings.site_name}."
        folded = len(views.knowledge.articles) > MANY
        yield Draft(SEARCH_PATH, "search", "Search", description, lambda: {"folded": folded})
