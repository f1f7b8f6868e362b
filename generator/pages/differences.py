"""The page of figures that cannot all be right: what differs, side by side, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.model import Disagreement, Partnership
from generator.pages.records import Draft, Link
from generator.pages.views import Views, divide, numbered
from generator.paths import article_path, partnership_path
from generator.text import count
from generator.values import show_date, show_value

DIFFERENCES = "figures/differences/"
PER_PAGE = 100


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence gives: its figures, each linked to it, the sentence, and the article it stands in."""

    values: tuple[Link, ...]
    sentence: str
    source: Link


@dataclass(frozen=True, slots=True)
class Difference:
    """Claims that cannot all be right, the pair or article they are about, and for when."""

    about: Link
    date: str
    claims: tuple[Claim, ...]


def plan_differences(views: Views) -> Iterator[Draft]:
    """Every disagreement, a hundred to a page; where there is none there is no page."""
    found = views.knowledge.disagreements
    description = f"{count(len(found), 'case')} in which sources or articles give figures that cannot all be right."
    parts = divide(found, PER_PAGE) if found else []
    for number, part in enumerate(parts, 1):
        fill = partial(_fill_list, views, part)
        yield numbered(DIFFERENCES, "differences", "Where reports differ", description, number, len(parts), fill)


def _fill_list(views: Views, part: Sequence[Disagreement]) -> Mapping[str, Any]:
    return {"differences": [show_difference(views, one) for one in part]}


def differences_of(views: Views, pair: Partnership) -> list[Difference]:
    """The disagreements about a pair: between articles, or in a sentence that names both."""
    return [show_difference(views, one) for one in views.disagreements_of(pair)]


def show_difference(views: Views, one: Disagreement) -> Difference:
    """A disagreement as pages show it, figures of one sentence together."""
    figures = [views.figure[found] for found in one.figures]
    claims: dict[tuple[str, str], Claim] = {}
    for figure in figures:
        place = (figure.article, figure.anchor)
        path = f"{article_path(figure.article)}#{figure.anchor}"
        source = Link(views.knowledge.article[figure.article].title, path, figure.section)
        before = claims[place].values if place in claims else ()
        claims[place] = Claim((*before, Link(show_value(figure.fact), path)), figure.sentence, source)
    article = views.knowledge.article[figures[0].article]
    about = Link(article.title, article_path(article.slug))
    if one.pair:
        about = Link(" and ".join(views.pair[one.pair].names), partnership_path(one.pair))
    return Difference(about, show_date(one.date) if one.date else "", tuple(claims.values()))
