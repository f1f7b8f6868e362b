"""The pages at former addresses of articles: each leads to where the article is now."""

from __future__ import annotations

from collections.abc import Iterator

from generator.pages.records import Page
from generator.pages.views import Views
from generator.paths import article_path


def plan_redirects(views: Views) -> Iterator[Page]:
    """One page for each former slug that no article has now."""
    for article in views.knowledge.articles:
        for former in article.former_slugs:
            if former not in views.knowledge.article:
                values = {"target": article_path(article.slug)}
                description = f"This article is now at {article_path(article.slug)}"
                yield Page(article_path(former), "redirect", article.title, description, values)
