"""Dates in, their places on an axis of years out, in percent of its length."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MOST_TICKS = 6
"""As many labels of four digits stand side by side on the narrowest screen."""
_STEPS = (1, 2, 5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class Tick:
    """A label of an axis, and the place of its middle in percent."""

    label: str
    x: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The time from the start of the first year to the end of the last."""

    first: int
    last: int

    def place(self, moment: float) -> float:
        """A moment in years (2026.5 is the middle of 2026) in percent of the axis."""
        return round(100 * (moment - self.first) / (self.last + 1 - self.first), 1)

    def ticks(self) -> tuple[Tick, ...]:
        """At most six round years, each in its middle."""
        return tuple(Tick(str(year), self.place(year + 0.5)) for year in choose_ticks(self.first, self.last))


def choose_ticks(first: int, last: int) -> tuple[int, ...]:
    """At most six numbers of a range at round distances: 2020, 2025, 2030 …."""
    span = last + 1 - first
    step = next((step for step in _STEPS if span <= step * MOST_TICKS), 100)
    return tuple(number for number in range(first, last + 1) if number % step == 0 or span == 1)


def moment_of(iso: str) -> float:
    """The middle of a day, month or year, in years: 2026.5 for `2026`."""
    year, month, day = (*(int(part) for part in iso.split("-")), 0, 0)[:3]
    if not month:
        return year + 0.5
    days = 366 if monthrange(year, 2)[1] == 29 else 365
    start = date(year, month, day or 1).timetuple().tm_yday - 1
    return round(year + (start + (0.5 if day else monthrange(year, month)[1] / 2)) / days, 4)
