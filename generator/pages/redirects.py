"""The pages at former addresses of articles: each leads to where the article is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.model import Article
from generator.pages.records import Draft
from generator.pages.views import Views
from generator.paths import article_path


def plan_redirects(views: Views) -> Iterator[Draft]:
    """One page for each former slug that no article has now."""
    for article in views.knowledge.articles:
        for former in article.former_slugs:
            if former not in views.knowledge.article:
                fill = partial(_fill, article)
                description = f"This article is now at {article_path(article.slug)}"
                yield Draft(article_path(former), "redirect", article.title, description, fill)


def _fill(article: Article) -> Mapping[str, Any]:
    return {"target": article_path(article.slug)}
