"""Numbers of years or months in, a column for each out, in percent of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 2.0
"""The height of the smallest column: one date among hundreds is to be seen, too."""
_FILLED = 0.8
"""How much of its slot a column fills."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column for a year or month: the slot it stands in, and the column itself."""

    key: int
    number: int
    slot: float
    slot_width: float
    x: float
    y: float
    width: float
    height: float


def draw_columns(numbers: Mapping[int, int], first: int, last: int) -> tuple[Column, ...]:
    """A column for each key that has a number, on an axis that leaves room for those without."""
    most = max(numbers.values(), default=1)
    room = 100 / (last + 1 - first)
    columns = []
    for key, number in sorted(numbers.items()):
        slot = room * (key - first)
        height = max(100 * number / most, LEAST)
        places = (slot, room, slot + room * (1 - _FILLED) / 2, 100 - height, room * _FILLED, height)
        columns.append(Column(key, number, *(round(place, 2) for place in places)))
    return tuple(columns)
