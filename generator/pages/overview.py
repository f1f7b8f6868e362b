"""The start page: what the site knows at a glance."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from generator.pages.highlights import pick_ahead, pick_each_once, pick_largest
from generator.pages.pairs import by_weight, largest_of, pair_link, show_types
from generator.pages.pictures import show_ahead, show_amounts, show_maps
from generator.pages.records import Draft, Link
from generator.pages.timeline import columns_of_years
from generator.pages.views import Views, by_count, noun, organization_link
from generator.text import count
from generator.values import show_date

TOP_TAGS, TOP_ORGANIZATIONS, NEWEST, MOST_CITED, LARGEST, TIES, AHEAD = 24, 18, 6, 6, 8, 10, 8
ON_MAP = 18


def plan_overview(views: Views) -> Iterator[Draft]:
    """How much there is, who is tied to whom, the largest figures, the years, the newest articles, where to start."""
    extent = ", ".join(count(number, word) for number, word, _ in _counts(views))
    description = views.settings.site_description or f"{views.settings.site_name}: {extent}."
    yield Draft("", "overview", "Overview", description, partial(_fill, views))


def _counts(views: Views) -> list[tuple[int, str, str]]:
    """How much there is of each thing that there is, what it is called, and its page."""
    knowledge = views.knowledge
    counts = (
        (len(knowledge.articles), "article", "articles/"),
        (len(knowledge.organizations), "organisation", "organizations/"),
        (len(knowledge.partnerships), "partnership", "partnerships/"),
        (sum(figure.fact.kind != "date" for figure in knowledge.figures), "figure", "figures/"),
        (len(knowledge.tags), "tag", "tags/"),
        (len(knowledge.references), "reference", "references/"),
    )
    return [one for one in counts if one[0]]


def _fill(views: Views) -> Mapping[str, Any]:
    knowledge = views.knowledge
    dates = sorted(article.date for article in knowledge.articles if article.date)
    shared = [work for work in knowledge.references if len(work.articles) > 1]
    shared.sort(key=lambda work: (-len(work.articles), work.key))
    tagged = [one for one in knowledge.organizations if one.slug in knowledge.tag] or list(knowledge.organizations)
    named = sorted(tagged, key=lambda one: (-len(one.articles), -one.mentions, one.slug))
    return {
        "counts": [Link(noun(number, word), path, number=number) for number, word, path in _counts(views)],
        "period": tuple(dict.fromkeys(show_date(date[:7]) for date in (dates[0], dates[-1]))) if dates else (),
        "ties": [(pair_link(pair), show_types(pair), largest_of(views, pair)) for pair in by_weight(views)[:TIES]],
        "newest": [views.card(article) for article in views.newest[:NEWEST]],
        "more": max(len(knowledge.articles) - NEWEST, 0),
        "organizations": [organization_link(one) for one in named[:TOP_ORGANIZATIONS]],
        "tags": by_count([tag for tag in knowledge.tags if tag.slug not in views.organizations])[:TOP_TAGS],
        "works": [views.work(work) for work in shared[:MOST_CITED]],
    } | _pictures(views)


def _pictures(views: Views) -> dict[str, Any]:
    """The maps, the largest amount and capacity of each deal, the years, and what is still ahead."""
    largest = pick_each_once(pick_largest(views.claims, "money", views.currency), LARGEST)
    largest += pick_each_once(pick_largest(views.claims, "capacity", "MW"), LARGEST)
    return {
        "maps": show_maps(views, ON_MAP),
        "amounts": show_amounts(views, largest, LARGEST),
        "years": columns_of_years(views),
        "ahead": show_ahead(views, views.claims, AHEAD),
        "ahead_left": max(len(pick_ahead(views.claims, views.today)) - AHEAD, 0),
    }
