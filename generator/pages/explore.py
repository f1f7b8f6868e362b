"""The page that combines tags, organisations and years: its groups, and links that lead on where no script runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from generator.exports.exploring import facets_of
from generator.pages.records import Draft, Link
from generator.pages.views import Views
from generator.paths import organization_path, tag_path, year_path

LINKS_SHOWN = 48
GROUPS = (
    ("tags", "Tags", "tag"),
    ("organizations", "Organisations", "organisation"),
    ("kinds", "Kinds of tag", "kind of tag"),
    ("published", "Year of publication", "year of publication"),
    ("years", "Years spoken of", "year spoken of"),
)
"""The groups of the index, what stands above each, and what one value of it is called."""
_INDEXES: tuple[tuple[str, Callable[[str], str], str, str], ...] = (
    ("tags", tag_path, "tags/", "All tags"),
    ("organizations", organization_path, "organizations/", "All organisations"),
    ("years", year_path, "timeline/", "The timeline"),
)
"""The groups whose values have pages, the path of each, and the index that lists them all."""


def plan_explore(views: Views) -> Iterator[Draft]:
    """The groups, which a script fills with values; and those values that most articles have, as plain links."""
    description = "Articles by tag, organisation and year, combined with and, or and not."
    yield Draft("explore/", "explore", "Explore", description, partial(_fill, views))


def _fill(views: Views) -> Mapping[str, Any]:
    found = facets_of(views.knowledge, {article.slug: number for number, article in enumerate(views.newest)})
    names = {group: name for group, name, _ in GROUPS}
    lists = []
    for group, path_of, index, more in _INDEXES:
        shown = found[group][:LINKS_SHOWN]
        links = [Link(facet.name, path_of(facet.slug), number=len(facet.articles)) for facet in shown]
        lists.append((names[group], links, index, more))
    return {"groups": GROUPS, "lists": [entry for entry in lists if entry[1]]}
