"""Partnerships in, the marks of their map out: where each party and each tie is drawn. A template draws them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Partnership
from generator.text import shorten

WIDTH, HEIGHT = 760, 560
_RADIUS_X, _RADIUS_Y = 235.0, 225.0
_LABEL = 22
"""The longest name on the map, in characters."""


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
    """A tie on the map, from one spot to another, the wider the more articles state it."""

    pair: Partnership
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


def draw_map(partnerships: Sequence[Partnership], most: int) -> tuple[tuple[Spot, ...], tuple[Stroke, ...]]:
    """The parties with most ties on an ellipse, those tied most next to each other, and the ties between them.

    A party tied to none of the others drawn is left out.

    The order is made by walking from the party with most ties to the unplaced one that more articles tie to it than
    to any other, so that strong ties are short; coordinates are rounded to a tenth of a unit of the view box.
    """
    degree: Counter[str] = Counter()
    names: dict[str, str] = {}
    weight: Counter[tuple[str, str]] = Counter()
    for pair in partnerships:
        degree.update({pair.a: len(pair.articles), pair.b: len(pair.articles)})
        names |= {pair.a: pair.names[0], pair.b: pair.names[1]}
        weight[pair.a, pair.b] += len(pair.articles)
    heaviest = sorted(degree, key=lambda slug: (-degree[slug], slug))[:most]
    tied = {slug for one, other in weight if one in heaviest and other in heaviest for slug in (one, other)}
    chosen = [slug for slug in heaviest if slug in tied]
    order = chosen[:1]
    while len(order) < len(chosen):
        rest = [slug for slug in chosen if slug not in order]
        order.append(min(rest, key=lambda slug: (-weight[tuple(sorted((order[-1], slug)))], -degree[slug], slug)))  # type: ignore[index]
    spots = {slug: _spot(slug, names[slug], degree[slug], place, len(order)) for place, slug in enumerate(order)}
    strokes = tuple(
        Stroke(pair, spots[pair.a].x, spots[pair.a].y, spots[pair.b].x, spots[pair.b].y, 1 + 0.7 * len(pair.articles))
        for pair in sorted(partnerships, key=lambda pair: (len(pair.articles), pair.id))
        if pair.a in spots and pair.b in spots
    )
    return tuple(spots.values()), strokes


def _spot(slug: str, name: str, degree: int, place: int, total: int) -> Spot:
    angle = 2 * math.pi * place / total - math.pi / 2
    x, y = WIDTH / 2 + _RADIUS_X * math.cos(angle), HEIGHT / 2 + _RADIUS_Y * math.sin(angle)
    size = 5 + 1.6 * math.sqrt(degree)
    away = size + 6
    side = "middle" if abs(math.cos(angle)) < 0.2 else "start" if math.cos(angle) > 0 else "end"
    label_x = x if side == "middle" else x + away * (1 if side == "start" else -1)
    label_y = y + (away + 8 if math.sin(angle) > 0 else -away) if side == "middle" else y + 4
    return Spot(
        slug,
        shorten(name, _LABEL),
        round(x, 1),
        round(y, 1),
        round(size, 1),
        round(label_x, 1),
        round(label_y, 1),
        side,
    )
