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
    """The largest sum or capacity between the two, or else among them and others, linked to its sentence."""
    claims = [claim for claim in views.claims_between(pair) if claim.figure.fact.kind in ("money", "capacity")]
    if not claims:
        return None
    figure = min(claims, key=lambda claim: (len(claim.parties) > 2, largest_first(claim.figure))).figure
    return Link(show_value(figure.fact), f"{article_path(figure.article)}#{figure.anchor}")
