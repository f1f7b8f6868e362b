"""The pages of references: the index, and one for each work that several articles cite."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model import Reference
from generator.pages.records import Draft
from generator.pages.views import Views, divide, numbered
from generator.paths import REFERENCES_PER_PAGE
from generator.text import count, shorten


def plan_reference_index(views: Views) -> Iterator[Draft]:
    """Every work once, with the articles that cite it; paged, and never empty."""
    works = views.knowledge.references
    parts = divide(works, REFERENCES_PER_PAGE)
    description = f"The {count(len(works), 'work')} that the articles cite, and where each is cited."
    for number, part in enumerate(parts, 1):
        fill = partial(_fill_list, views, part)
        yield numbered("references/", "references", "References", description, number, len(parts), fill)


def _fill_list(views: Views, works: Sequence[Reference]) -> Mapping[str, Any]:
    return {"works": [views.work(work) for work in works], "total": len(views.knowledge.references)}


def plan_references(views: Views) -> Iterator[Draft]:
    """One page for each work that two or more articles cite."""
    for work in views.knowledge.references:
        if len(work.articles) > 1:
            description = shorten(f"Cited by {count(len(work.articles), 'article')}: {work.title}", 160)
            fill = partial(_fill_work, views, work)
            yield Draft(views.reference_paths[work.key], "reference", work.title, description, fill)


def _fill_work(views: Views, work: Reference) -> Mapping[str, Any]:
    return {"work": views.work(work), "articles": [views.card(one) for one in views.newest_of(work.articles)]}
