"""Periods in, a lane for each on an axis of years out: what is stated of their ends, and what is left open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.charts.axis import Axis, moment_of


@dataclass(frozen=True, slots=True)
class Lane:
    """A period on its axis, in percent: from where to where it reaches, and the stated ends that lie there.

    An open period (`../2029`) reaches from its one end to that of the axis, and is `open`.
    """

    left: float
    right: float
    ends: tuple[float, ...]
    open: bool


def draw_lanes(periods: Sequence[str], since: str = "") -> tuple[Axis, tuple[Lane, ...]]:
    """The lanes of ISO dates and intervals, and the axis, which reaches back to the year of `since` at least.

    Each end stands in the middle of the day, month or year that it names; a single date is a lane of one end.
    """
    named = [int(end[:4]) for period in periods for end in period.split("/") if end != ".."]
    first = int(since[:4]) if since else min(named, default=0)
    axis = Axis(first, max(first, *named) if named else first)
    return axis, tuple(_draw(period, axis) for period in periods)


def end_of(period: str) -> str:
    """The last date that a period names: `2029` of `../2029`, `2027` of `2027/..`."""
    start, _, end = period.partition("/")
    return start if end in ("", "..") else end


def _draw(period: str, axis: Axis) -> Lane:
    start, _, end = period.partition("/")
    end = end or start
    stated = [axis.place(moment_of(one)) for one in dict.fromkeys((start, end)) if one != ".."]
    left = 0.0 if start == ".." else max(stated[0], 0.0)
    right = 100.0 if end == ".." else stated[-1]
    return Lane(left, right, tuple(place for place in stated if place >= 0), ".." in (start, end))
