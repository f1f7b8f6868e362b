"""Partnerships in, the marks of their map out: where each party and each tie is drawn, on wide and narrow screens."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from unicodedata import east_asian_width

from generator.model import Partnership
from generator.text import shorten

NARROW, ROW = 320, 30
"""The width of the narrow map, and the height of a party in it."""
LABEL = 20
"""The longest name on a map, in characters; of wide ones half as many."""
_RADIUS_X, _RADIUS_Y, _MARGIN = 240.0, 265.0, 50.0
_SIGN, _WIDE_SIGN = 9.3, 15.0
"""How wide a letter is at most, on the whole, and one of Chinese, Japanese or Korean."""
_SPINE = 200.0
"""Where on the narrow map the parties stand: names to the left, ties to the right."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A party on the map: its slug and name, its place, its size, and the side on which its name stands."""

    slug: str
    name: str
    x: float
    y: float
    size: float
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A tie on the map, the wider the more articles state it; `path` is its line in the language of SVG."""

    pair: Partnership
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Map:
    """A picture of partnerships: its view box, parties, and ties, the weakest first."""

    left: float
    width: float
    height: float
    spots: tuple[Spot, ...]
    strokes: tuple[Stroke, ...]


def draw_map(partnerships: Sequence[Partnership], most: int) -> Map:
    """The parties with most ties on an ellipse, those tied most next to each other, and the ties between them.

    A party tied to none of the others drawn is left out. Coordinates are rounded to a tenth of a unit of the view box.
    """
    order, degree = _order(partnerships, most)
    spots = {
        slug: _on_ellipse(slug, name, degree[slug], place, len(order))
        for place, (slug, name) in enumerate(order.items())
    }
    sides = [side for spot in spots.values() for side in label_of(spot)]
    left, right = min(sides, default=0), max(sides, default=0)
    height = 2 * (_RADIUS_Y + _MARGIN)
    return Map(left, round(right - left, 1), height, tuple(spots.values()), _strokes(partnerships, spots, _line))


def label_of(spot: Spot) -> tuple[float, float]:
    """Where the name of a party begins and ends, at most."""
    wide = _count_wide(spot.name)
    length = wide * _WIDE_SIGN + (len(spot.name) - wide) * _SIGN
    start = spot.label_x - length * {"start": 0, "middle": 0.5, "end": 1}[spot.anchor]
    return round(start, 1), round(start + length, 1)


def draw_narrow_map(partnerships: Sequence[Partnership], most: int) -> Map:
    """The same for a narrow screen: the parties below each other, the ties as arcs beside them."""
    order, degree = _order(partnerships, most)
    spots = {}
    for place, (slug, name) in enumerate(order.items()):
        size = round(3 + math.sqrt(degree[slug]), 1)
        y = ROW * (place + 0.5)
        spots[slug] = Spot(slug, _shorten(name), _SPINE, y, size, _SPINE - 12, y + 5, "end")
    room, longest = NARROW - _SPINE - 12, ROW * max(len(order) - 1, 1)

    def arc(one: Spot, other: Spot) -> str:
        top, bottom = sorted((one.y, other.y))
        return f"M{_SPINE} {top}A{room * (bottom - top) / longest:.1f} {(bottom - top) / 2} 0 0 1 {_SPINE} {bottom}"

    return Map(0, NARROW, ROW * len(order), tuple(spots.values()), _strokes(partnerships, spots, arc))


def _order(partnerships: Sequence[Partnership], most: int) -> tuple[dict[str, str], Counter[str]]:
    """The slugs and names of the parties to draw, and how many ties each has, counted by articles.

    The order is made by walking from the party with most ties to the unplaced one that more articles tie to it than
    to any other, so that strong ties are short.
    """
    degree: Counter[str] = Counter()
    names: dict[str, str] = {}
    weight: Counter[tuple[str, str]] = Counter()
    for pair in partnerships:
        degree.update({pair.a: len(pair.articles), pair.b: len(pair.articles)})
        names |= {pair.a: pair.names[0], pair.b: pair.names[1]}
        weight[pair.a, pair.b] += len(pair.articles)
        weight[pair.b, pair.a] += len(pair.articles)
    heaviest = set(sorted(degree, key=lambda slug: (-degree[slug], slug))[:most])
    rest = {slug for one, other in weight if one in heaviest and other in heaviest for slug in (one, other)}
    order: dict[str, str] = {}
    last = ""
    while rest:
        last = min(rest, key=lambda slug: (-weight[last, slug], -degree[slug], slug))
        rest.remove(last)
        order[last] = names[last]
    return order, degree


def _on_ellipse(slug: str, name: str, degree: int, place: int, total: int) -> Spot:
    """The n-th party clockwise from the top; only a name at the very top or bottom stands above or below its spot."""
    angle = 2 * math.pi * place / total - math.pi / 2
    x, y = _RADIUS_X * math.cos(angle), _MARGIN + _RADIUS_Y * (1 + math.sin(angle))
    size = 5 + 1.6 * math.sqrt(degree)
    away = size + 6
    side = "middle" if abs(math.cos(angle)) < 0.01 else "start" if math.cos(angle) > 0 else "end"
    label_x = x if side == "middle" else x + away * (1 if side == "start" else -1)
    label_y = y + (away + 8 if math.sin(angle) > 0 else -away) if side == "middle" else y + 5
    x, y, size, label_x, label_y = (round(number, 1) for number in (x, y, size, label_x, label_y))
    return Spot(slug, _shorten(name), x, y, size, label_x, label_y, side)


def _shorten(name: str) -> str:
    return shorten(name, LABEL // 2 if _count_wide(name) else LABEL)


def _count_wide(name: str) -> int:
    return sum(east_asian_width(sign) in "WF" for sign in name)


def _line(one: Spot, other: Spot) -> str:
    return f"M{one.x} {one.y}L{other.x} {other.y}"


def _strokes(
    partnerships: Sequence[Partnership], spots: dict[str, Spot], path: Callable[[Spot, Spot], str]
) -> tuple[Stroke, ...]:
    """The ties between the parties drawn, those of most articles last, so that they lie on top."""
    return tuple(
        Stroke(pair, path(spots[pair.a], spots[pair.b]), round(min(1 + 0.7 * len(pair.articles), 8), 1))
        for pair in sorted(partnerships, key=lambda pair: (len(pair.articles), pair.id))
        if pair.a in spots and pair.b in spots
    )
