"""The pages of partnerships: the index, and one for each pair that sentences tie."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Partnership, TieEvidence
from generator.pages.differences import differences_of
from generator.pages.records import Link, Page
from generator.pages.views import Views, largest_first
from generator.paths import article_path, partnership_path
from generator.text import count, shorten
from generator.values import show_value

FIGURES_SHOWN = 20


def plan_partnership_index(views: Views) -> Iterator[Page]:
    """Every pair, those with most articles first, with what ties them and the largest figure stated."""
    rows = [(pair_link(pair), show_types(pair), largest_of(views, pair)) for pair in by_weight(views)]
    description = f"{count(len(rows), 'pair')} that the articles tie, each with the sentences that say so."
    yield Page("partnerships/", "partnerships", "Partnerships", description, {"pairs": rows, "total": len(rows)})


def plan_partnerships(views: Views) -> Iterator[Page]:
    """One page a pair: the sentences that tie it, the figures in them, the articles."""
    for pair in views.knowledge.partnerships:
        articles = views.newest_of(pair.articles)
        figures = sorted((f for f in views.figures_in(pair) if f.fact.kind in ("money", "capacity")), key=largest_first)
        values = {
            "pair": pair,
            "parties": [views.party_link(pair.a, pair.names[0]), views.party_link(pair.b, pair.names[1])],
            "types": show_types(pair),
            "evidence": [_shown(views, one) for one in _newest_first(views, pair)],
            "figures": [views.row(figure) for figure in figures[:FIGURES_SHOWN]],
            "differences": differences_of(views, pair),
            "articles": [views.card(article) for article in articles],
        }
        title = " and ".join(pair.names)
        said = f"{title}: {show_types(pair)}, stated in {count(len(pair.evidence), 'sentence')}"
        description = shorten(f"{said} of {count(len(articles), 'article')}.", 160)
        yield Page(partnership_path(pair.id), "partnership", title, description, values)


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


def _newest_first(views: Views, pair: Partnership) -> list[TieEvidence]:
    order = {article.slug: rank for rank, article in enumerate(views.newest_of(pair.articles))}
    return sorted(pair.evidence, key=lambda one: order[one.article])


def _shown(views: Views, one: TieEvidence) -> tuple[str, str, str, Link]:
    """What ties the pair, the status, the sentence, and the link to it."""
    article = views.knowledge.article[one.article]
    link = Link(article.title, f"{article_path(one.article)}#{one.anchor}", one.section)
    return one.tie.type.replace("_", " "), one.tie.status, one.sentence, link
