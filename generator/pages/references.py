"""The pages of references: the index, and one for each work that several articles cite."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.records import Page
from generator.pages.views import Views, divide, numbered_page
from generator.paths import REFERENCES_PER_PAGE
from generator.text import count, shorten


def plan_reference_index(views: Views) -> Iterator[Page]:
    """Every work once, with the articles that cite it; paged, and never empty."""
    works = views.knowledge.references
    parts = divide(works, REFERENCES_PER_PAGE)
    description = f"The {count(len(works), 'work')} that the articles cite, and where each is cited."
    for number, part in enumerate(parts, 1):
        values = {"works": [views.work(work) for work in part], "total": len(works)}
        yield numbered_page("references/", "references", "References", description, number, len(parts), values)


def plan_references(views: Views) -> Iterator[Page]:
    """One page for each work that two or more articles cite."""
    for work in views.knowledge.references:
        if len(work.articles) > 1:
            articles = views.newest_of(work.articles)
            values = {"work": views.work(work), "articles": [views.card(article) for article in articles]}
            description = shorten(f"Cited by {count(len(articles), 'article')}: {work.title}", 160)
            yield Page(views.reference_paths[work.key], "reference", work.title, description, values)
