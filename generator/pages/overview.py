"""The start page: what the site knows at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.charts import HEIGHT, WIDTH, draw_map
from generator.model import Figure
from generator.pages.partnerships import by_weight, largest_of, pair_link, show_types
from generator.pages.records import Link, Page
from generator.pages.timeline import strip_of
from generator.pages.views import Views, by_count, noun, organization_link
from generator.text import count

TOP_TAGS, TOP_ORGANIZATIONS, NEWEST, MOST_CITED, LARGEST, TIES = 24, 18, 6, 6, 8, 12
ON_MAP = 18


def plan_overview(views: Views) -> Iterator[Page]:
    """How much there is, the largest figures, the years, the newest articles, tags and organisations to start from."""
    knowledge = views.knowledge
    dates = sorted(article.date for article in knowledge.articles if article.date)
    shared = [work for work in knowledge.references if len(work.articles) > 1]
    shared.sort(key=lambda work: (-len(work.articles), work.key))
    tagged = [one for one in knowledge.organizations if one.slug in knowledge.tag] or list(knowledge.organizations)
    named = sorted(tagged, key=lambda one: (-len(one.articles), -one.mentions, one.slug))
    counts = (
        (len(knowledge.articles), "article", "articles/"),
        (len(knowledge.organizations), "organisation", "organizations/"),
        (len(knowledge.partnerships), "partnership", "partnerships/"),
        (sum(figure.fact.kind != "date" for figure in knowledge.figures), "figure", "figures/"),
        (len(knowledge.tags), "tag", "tags/"),
        (len(knowledge.references), "reference", "references/"),
    )
    values = {
        "counts": [Link(noun(number, word), path, number=number) for number, word, path in counts if number],
        "period": (dates[0], dates[-1]) if dates else (),
        "map": _map(views),
        "ties": [(pair_link(pair), show_types(pair), largest_of(views, pair)) for pair in by_weight(views)[:TIES]],
        "largest": [views.row(figure) for figure in _largest_deals(views)],
        "years_strip": strip_of(views),
        "newest": [views.card(article) for article in views.newest[:NEWEST]],
        "more": max(len(knowledge.articles) - NEWEST, 0),
        "organizations": [organization_link(one) for one in named[:TOP_ORGANIZATIONS]],
        "tags": by_count(knowledge.tags)[:TOP_TAGS],
        "works": [views.work(work) for work in shared[:MOST_CITED]],
    }
    extent = ", ".join(count(number, word) for number, word, _ in counts if number)
    description = views.settings.site_description or f"{views.settings.site_name}: {extent}."
    yield Page("", "overview", "Overview", description, values)


def _largest_deals(views: Views) -> list[Figure]:
    """The largest sums in sentences that name two organisations or more, one for each article."""
    found: dict[str, Figure] = {}
    for figure in views.largest("money"):
        if len(figure.parties) > 1:
            found.setdefault(figure.article, figure)
    return list(found.values())[:LARGEST]


def _map(views: Views) -> dict[str, Any]:
    """The partnership map: its size, and every mark with the page it leads to and the words that say the same."""
    spots, strokes = draw_map(views.knowledge.partnerships, ON_MAP)
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "spots": [(spot, views.party_link(spot.slug, spot.name).path) for spot in spots],
        "strokes": [
            (stroke, f"{pair_link(stroke.pair).text}: {show_types(stroke.pair)}", pair_link(stroke.pair).path)
            for stroke in strokes
        ],
    }
