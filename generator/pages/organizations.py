"""The pages of organisations: the index, and one for each that articles name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from typing import Any

from generator.model import Partnership
from generator.pages.pairs import largest_of, pair_link, show_types
from generator.pages.pictures import show_ahead, show_amounts
from generator.pages.records import Draft, Link
from generator.pages.views import Views, largest_first, organization_link, tag_link
from generator.paths import organization_path
from generator.text import count, shorten

FIGURES_SHOWN, DATES_SHOWN, OTHERS_SHOWN, TIES_SHOWN, BARS, LANES = 30, 20, 15, 40, 8, 12


def plan_organization_index(views: Views) -> Iterator[Draft]:
    """Every organisation that articles name, most articles first."""
    total = count(len(views.knowledge.organizations), "organisation")
    description = f"The {total} that the articles name, those with most articles first."
    yield Draft("organizations/", "organizations", "Organisations", description, partial(_fill_index, views))


def _fill_index(views: Views) -> Mapping[str, Any]:
    ordered = sorted(views.knowledge.organizations, key=lambda one: (-len(one.articles), -one.mentions, one.slug))
    rows = [(organization_link(one), one.description, one.mentions) for one in ordered]
    return {"organizations": rows, "total": len(ordered)}


def plan_organizations(views: Views) -> Iterator[Draft]:
    """One page an organisation: its figures and dates with their sentences, who is named with it, its articles."""
    fill = lru_cache(maxsize=1)(partial(_fill_organization, views))  # its pages are filled one after the other
    for one in views.knowledge.organizations:
        said = f"{one.description} " if one.description else ""
        named = f"Named in {count(len(one.articles), 'article')}, {count(one.mentions, 'time')}."
        path, description = organization_path(one.slug), shorten(said + named, 160)
        yield from views.drafts_of(path, "organization", one.name, description, one.articles, partial(fill, one.slug))


def _fill_organization(views: Views, slug: str) -> Mapping[str, Any]:
    organization = views.organizations[slug]
    figures = views.figures_with(organization.slug)
    amounts = sorted((f for f in figures if f.fact.kind in ("money", "capacity")), key=largest_first)
    dates = [figure for figure in figures if figure.fact.kind == "date"]
    dates.sort(key=lambda figure: (str(figure.fact.value).replace("../", ""), figure.id))
    # A sentence with two figures names the others once.
    sentences = {(f.article, f.anchor): f.parties for f in figures}
    beside = Counter(slug for parties in sentences.values() for slug in parties if slug != organization.slug)
    others = sorted(beside, key=lambda slug: (-beside[slug], slug))[:OTHERS_SHOWN]
    claims, own = views.claims_of(organization.slug), (organization.slug,)
    tag = views.knowledge.tag.get(organization.slug)
    return {
        "organization": organization,
        "tag": tag_link(tag) if tag else None,
        "ties": [
            (_other(pair, organization.slug), show_types(pair), largest_of(views, pair))
            for pair in views.partnerships_of(organization.slug)[:TIES_SHOWN]
        ],
        "amounts": show_amounts(views, claims, BARS, own),
        "ahead": show_ahead(views, claims, LANES, own),
        "figures": [views.row(figure) for figure in amounts[:FIGURES_SHOWN]],
        "figures_left": max(len(amounts) - FIGURES_SHOWN, 0),
        "dates": [views.row(figure) for figure in dates[:DATES_SHOWN]],
        "dates_left": max(len(dates) - DATES_SHOWN, 0),
        "others": [(organization_link(views.organizations[slug]), beside[slug]) for slug in others],
    }


def _other(pair: Partnership, slug: str) -> Link:
    """A pair on the page of one of the two: named after the other."""
    return replace(pair_link(pair), text=pair.names[pair.a == slug])
