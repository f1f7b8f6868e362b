"""Amounts in, the lengths of their bars out, in percent of the longest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """The length of a bar, and of the part that a range adds to it."""

    length: float
    more: float


def draw_bars(amounts: Sequence[tuple[float, float | None]]) -> tuple[Bar, ...]:
    """A bar for each amount, given as the lower end and, of a range, the upper."""
    most = max((high or low for low, high in amounts), default=0) or 1
    return tuple(Bar(round(100 * low / most, 1), round(100 * ((high or low) - low) / most, 1)) for low, high in amounts)
