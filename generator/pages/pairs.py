"""A partnership in, how lists and pictures show it out."""

from __future__ import annotations

from generator.model import Partnership
from generator.pages.records import Link
from generator.pages.views import Views, largest_first
from generator.paths import article_path, partnership_path
from generator.values import show_value


def by_weight(views: Views) -> list[Partnership]:
    """The pairs, those with most articles first, then those with most sentences."""
    return sorted(views.knowledge.partnerships, key=lambda pair: (-len(pair.articles), -len(pair.evidence), pair.id))


def pair_link(pair: Partnership) -> Link:
    """A pair with the number of its articles."""
    return Link(" and ".join(pair.names), partnership_path(pair.id), number=len(pair.articles))


def show_types(pair: Partnership) -> str:
    """`compute purchase, investment`."""
    return ", ".join(kind.replace("_", " ") for kind in pair.types[:3])


def largest_of(views: Views, pair: Partnership) -> Link | None:
    """The largest sum or capacity in the sentences that tie a pair, linked to its sentence."""
    figures = sorted((f for f in views.figures_in(pair) if f.fact.kind in ("money", "capacity")), key=largest_first)
    if not figures:
        return None
    return Link(show_value(figures[0].fact), f"{article_path(figures[0].article)}#{figures[0].anchor}")
