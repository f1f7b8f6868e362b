"""Claims and dates in, what pictures show out: every mark with its geometry, its words, and the link to its place."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from generator.charts.axis import Tick, choose_ticks
from generator.charts.bars import draw_bars
from generator.charts.columns import Column, draw_columns
from generator.charts.lanes import Lane, draw_lanes
from generator.charts.maps import Spot, Stroke, draw_map, draw_narrow_map
from generator.knowledge.claims import Claim
from generator.pages.highlights import pick_ahead, pick_largest
from generator.pages.pairs import show_types
from generator.pages.records import Link
from generator.pages.views import Views, listed
from generator.paths import article_path, partnership_path
from generator.text import count
from generator.values import show_value

AMOUNTS_BESIDE = 2
"""How many amounts of its sentence stand beside a date."""


@dataclass(frozen=True, slots=True)
class BarRow:
    """An amount: who (with the page of the pair, if it is one), how much, linked to its sentence, and its bar.

    `hedge` is `up_to` and the like, for the look of the bar; `note` says what ties them and how many articles say so.
    """

    who: Link
    value: Link
    note: str
    hedge: str
    length: float
    more: float


@dataclass(frozen=True, slots=True)
class Amounts:
    """The largest amounts in one currency, and the largest capacities."""

    currency: str
    money: tuple[BarRow, ...]
    capacity: tuple[BarRow, ...]


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A period: who, when, linked to its sentence, the amounts beside it, and its lane."""

    who: Link
    when: Link
    note: str
    lane: Lane


@dataclass(frozen=True, slots=True)
class Lanes:
    """Periods on one axis."""

    ticks: tuple[Tick, ...]
    rows: tuple[LaneRow, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns with their links, and the labels below them."""

    ticks: tuple[Tick, ...]
    marks: tuple[tuple[Column, Link], ...]


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map of partnerships: its view box, spots with their full name and page, strokes with their link."""

    left: float
    width: float
    height: float
    spots: tuple[tuple[Spot, Link], ...]
    strokes: tuple[tuple[Stroke, Link], ...]


def show_bars(views: Views, claims: Sequence[Claim], of: Collection[str] = ()) -> tuple[BarRow, ...]:
    """A bar for each claim, in the order given; all of one kind and unit.

    On the page `of` some of the parties, those are not named again.
    """
    facts = [claim.figure.fact for claim in claims]
    bars = draw_bars([(float(fact.value), fact.high) for fact in facts])
    return tuple(
        BarRow(
            _who(views, claim, of),
            Link(show_value(fact), _place(claim)),
            _told(claim),
            fact.hedge,
            bar.length,
            bar.more,
        )
        for claim, fact, bar in zip(claims, facts, bars, strict=True)
    )


def show_amounts(views: Views, claims: Sequence[Claim], most: int, of: Collection[str] = ()) -> Amounts:
    """The largest amounts in the main currency, and the largest capacities; `of` as for bars."""
    money, capacity = pick_largest(claims, "money", views.currency), pick_largest(claims, "capacity", "MW")
    return Amounts(views.currency, show_bars(views, money[:most], of), show_bars(views, capacity[:most], of))


def show_ahead(views: Views, claims: Sequence[Claim], most: int, of: Collection[str] = ()) -> Lanes:
    """The periods that end, or begin, after the newest article, soonest first; `of` as for bars."""
    return show_lanes(views, pick_ahead(claims, views.today)[:most], views.today, of)


def show_lanes(views: Views, claims: Sequence[Claim], since: str = "", of: Collection[str] = ()) -> Lanes:
    """A lane for each claim that is a date or a period, in the order given; `of` as for bars."""
    axis, lanes = draw_lanes([str(claim.figure.fact.value) for claim in claims], since)
    rows = (
        LaneRow(_who(views, claim, of), Link(show_value(claim.figure.fact), _place(claim)), _beside(claim), lane)
        for claim, lane in zip(claims, lanes, strict=True)
    )
    return Lanes(axis.ticks(), tuple(rows))


def show_columns(
    numbers: Mapping[int, int], span: tuple[int, int], path: Callable[[int], str], name: Callable[[int], str]
) -> Columns:
    """A column for each number, linked to its list, with its name."""
    first, last = span
    marks = tuple(
        (column, Link(name(column.key), path(column.key), number=column.number))
        for column in draw_columns(numbers, first, last)
    )
    room = 100 / (last + 1 - first)
    ticks = tuple(Tick(name(key), round(room * (key - first + 0.5), 2)) for key in choose_ticks(first, last))
    return Columns(ticks, marks)


def show_maps(views: Views, most: int) -> tuple[MapPicture, MapPicture]:
    """The map of partnerships for a wide screen, and for a narrow one."""
    wide, narrow = (
        MapPicture(
            drawn.left,
            drawn.width,
            drawn.height,
            tuple((spot, views.party_link(spot.slug, views.names[spot.slug])) for spot in drawn.spots),
            tuple((stroke, _tie(stroke)) for stroke in drawn.strokes),
        )
        for drawn in (draw(views.knowledge.partnerships, most) for draw in (draw_map, draw_narrow_map))
    )
    return wide, narrow


def _tie(stroke: Stroke) -> Link:
    pair = stroke.pair
    said = f"{' and '.join(pair.names)}: {show_types(pair)}; {count(len(pair.articles), 'article')}"
    return Link(said, partnership_path(pair.id))


def _who(views: Views, claim: Claim, of: Collection[str]) -> Link:
    """The other parties of a claim, with the page of the pair, if it concerns one; no name where there is no other."""
    pair = views.pair.get("--".join(claim.parties))
    names = [views.names[slug] for slug in claim.parties if slug not in of]
    return Link(listed(names) if names else "", partnership_path(pair.id) if pair and names else "")


def _place(claim: Claim) -> str:
    return f"{article_path(claim.figure.article)}#{claim.figure.anchor}"


def _told(claim: Claim) -> str:
    """`investment, announced`, and `told by 2 articles` where it is more than one."""
    types = listed(list(dict.fromkeys(tie.type.replace("_", " ") for tie in claim.ties)))
    statuses = listed(list(dict.fromkeys(tie.status for tie in claim.ties)))
    told = f"; told by {len(claim.articles)} articles" if len(claim.articles) > 1 else ""
    return f"{types}, {statuses}{told}"


def _beside(claim: Claim) -> str:
    """What the sentence of a date says of its parties, and its first amounts and capacities."""
    types = list(dict.fromkeys(tie.type.replace("_", " ") for tie in claim.ties))
    amounts = [show_value(other.fact) for other in claim.beside if other.fact.kind in ("money", "capacity")]
    return ", ".join(types + amounts[:AMOUNTS_BESIDE])
