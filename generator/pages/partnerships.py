"""The pages of partnerships: the index, and one for each pair that sentences tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model import Partnership, TieEvidence
from generator.pages.differences import differences_of
from generator.pages.highlights import pick_dates
from generator.pages.pairs import by_weight, largest_of, pair_link, show_types
from generator.pages.pictures import show_amounts, show_lanes
from generator.pages.records import Draft, Link
from generator.pages.views import Views, divide, largest_first, listed, numbered
from generator.paths import article_path, partnership_path
from generator.text import count, shorten

PER_PAGE, FIGURES_SHOWN, BARS, LANES = 500, 20, 8, 20


def plan_partnership_index(views: Views) -> Iterator[Draft]:
    """Every pair, those with most articles first, with what ties them and the largest figure stated; paged."""
    description = f"{count(len(views.pair), 'pair')} that the articles tie, each with the sentences that say so."
    parts = divide(by_weight(views), PER_PAGE)
    for number, part in enumerate(parts, 1):
        fill = partial(_fill_list, views, part)
        yield numbered("partnerships/", "partnerships", "Partnerships", description, number, len(parts), fill)


def _fill_list(views: Views, pairs: Sequence[Partnership]) -> Mapping[str, Any]:
    return {"pairs": [(pair_link(pair), show_types(pair), largest_of(views, pair)) for pair in pairs]}


def plan_partnerships(views: Views) -> Iterator[Draft]:
    """One page a pair: the sentences that tie it, the figures in them, the articles."""
    for pair in views.knowledge.partnerships:
        title = " and ".join(pair.names)
        said = f"{title}: {show_types(pair)}, stated in {count(len(pair.evidence), 'sentence')}"
        description = shorten(f"{said} of {count(len(pair.articles), 'article')}.", 160)
        yield Draft(partnership_path(pair.id), "partnership", title, description, partial(_fill_pair, views, pair))


def _fill_pair(views: Views, pair: Partnership) -> Mapping[str, Any]:
    figures = sorted((f for f in views.figures_in(pair) if f.fact.kind in ("money", "capacity")), key=largest_first)
    own = (pair.a, pair.b)
    claims = views.claims_between(pair)
    return {
        "pair": pair,
        "amounts": show_amounts(views, claims, BARS, own),
        "dates": show_lanes(views, pick_dates(claims)[:LANES], of=own),
        "parties": [views.party_link(pair.a, pair.names[0]), views.party_link(pair.b, pair.names[1])],
        "types": show_types(pair),
        "evidence": _show_evidence(views, pair),
        "figures": [views.row(figure) for figure in figures[:FIGURES_SHOWN]],
        "differences": differences_of(views, pair),
        "articles": [views.card(article) for article in views.newest_of(pair.articles)],
    }


def _show_evidence(views: Views, pair: Partnership) -> list[tuple[str, str, str, Link]]:
    """Each sentence that ties the pair, newest article first: by what, the status, the sentence, the link to it."""
    found: dict[tuple[str, str], list[TieEvidence]] = defaultdict(list)
    for one in pair.evidence:
        found[one.article, one.anchor].append(one)
    order = {article.slug: rank for rank, article in enumerate(views.newest_of(pair.articles))}
    shown = []
    for (slug, anchor), same in sorted(found.items(), key=lambda one: order[one[0][0]]):
        types = listed(list(dict.fromkeys(one.tie.type.replace("_", " ") for one in same)))
        statuses = listed(list(dict.fromkeys(one.tie.status for one in same)))
        link = Link(views.knowledge.article[slug].title, f"{article_path(slug)}#{anchor}", same[0].section)
        shown.append((types, statuses, same[0].sentence, link))
    return shown
