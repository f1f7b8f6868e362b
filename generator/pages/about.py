"""The page about the site: how it is made, and what its articles lack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.codes import LEVELS
from generator.pages.records import Draft
from generator.pages.views import Views

LET_THROUGH = "let through"
"""The finder's name in the row that gives the share of misleading sentences in which a tie is found."""


def plan_about(views: Views) -> Iterator[Draft]:
    """How the site is made, with the numbers that say what is open."""
    description = f"How {views.settings.site_name} is made from its articles, and what they leave open."
    yield Draft("about/", "about", "About", description, partial(_fill, views))


def _fill(views: Views) -> Mapping[str, Any]:
    articles = views.knowledge.articles
    linked = sum(bool(work.link) for work in views.knowledge.references)
    measured = [
        one for one in views.settings.measured if one.labels.startswith("articles") and one.finder != LET_THROUGH
    ]
    lacks = [
        ("a title of their own", sum(article.title_derived for article in articles)),
        ("a date", sum(not article.date for article in articles)),
        ("an author", sum(not article.authors for article in articles)),
        ("a summary", sum(not article.summary for article in articles)),
        ("tags", sum(not article.tags for article in articles)),
        ("references", sum(not article.citations for article in articles)),
    ]
    return {
        "total": len(articles),
        "lacks": lacks,
        "measured": [(one, [_share(one.precision), _share(one.recall), _share(one.f1)]) for one in measured],
        "let_through": [_share(one.precision) for one in views.settings.measured if one.finder == LET_THROUGH][-1:],
        "works": len(views.knowledge.references),
        "linked": linked,
        "levels": [(level, sum(problem.level == level for problem in views.problems)) for level in LEVELS],
    }


def _share(value: float | None) -> str:
    """`0.953` as `95 %`."""
    return "" if value is None else f"{100 * value:.0f} %"
