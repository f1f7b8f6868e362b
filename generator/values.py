"""A fact or kind in, its value in words out: `up to USD 500 billion`, `about 1.2 GW`, `by 2029`, `Technologies`."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from generator.model import Fact, Hedge, Kind, Visit
from generator.text.dates import MONTHS

_HEDGES: dict[Hedge, str] = {
    "up_to": "up to ",
    "nearly": "nearly ",
    "about": "about ",
    "more_than": "more than ",
    "at_least": "at least ",
    "none": "",
}
_PLURALS: dict[Kind, str] = {
    "organization": "organisations",
    "technology": "technologies",
    "person": "people",
    "policy": "policies",
}
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def show_value(fact: Fact) -> str:
    """The value as a reader expects it, hedge included."""
    if fact.kind == "date":
        return show_date(str(fact.value))
    assert not isinstance(fact.value, str)
    hedge = _HEDGES[fact.hedge]
    if fact.kind == "capacity":
        scale, unit = (1000, "GW") if fact.value >= 1000 else (1, "MW")
        return f"{hedge}{_range(fact.value / scale, fact.high / scale if fact.high else None)} {unit}"
    if fact.unit == "percent":
        return f"{hedge}{_range(fact.value, fact.high)} %"
    scale, name = next(((size, name) for size, name in _SCALES if fact.value >= size), (1, ""))
    amount = _range(fact.value / scale, fact.high / scale if fact.high else None) + (f" {name}" if name else "")
    return f"{hedge}{fact.unit} {amount}" if fact.kind == "money" else f"{hedge}{amount} {fact.unit}"


def show_date(iso: str) -> str:
    """`2026-05-03` as `3 May 2026`, `../2029` as `by 2029`, `2016/..` as `from 2016`, `2027/2029` as two years."""
    start, _, end = iso.partition("/")
    if start == "..":
        return f"by {_point(end)}"
    if end == "..":
        return f"from {_point(start)}"
    return f"{_point(start)} to {_point(end)}" if end else _point(start)


def show_visit(visit: Visit | None) -> str:
    """What an address answered: `seen alive 20 November 2026`; nothing where it never did."""
    if visit and visit.gone:
        return f"gone on {show_date(visit.gone)}"
    return f"seen alive {show_date(visit.seen)}" if visit and visit.seen else ""


def show_kinds(kind: Kind) -> str:
    """The heading over things of a kind: `Technologies`, `Topics`."""
    return _PLURALS.get(kind, f"{kind}s").capitalize()


def _point(iso: str) -> str:
    parts = iso.split("-")
    if len(parts) == 1:
        return iso
    month = MONTHS[int(parts[1]) - 1].capitalize()
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def _range(low: int | float, high: int | float | None) -> str:
    return _number(low) + (f" to {_number(high)}" if high is not None else "")


def _number(value: int | float) -> str:
    """Up to three places after the point, thousands divided: `1,200`, `1.25`, `2.295`; a half is rounded up."""
    if 0 < value < 0.001:
        return f"{value:.2g}"
    if value >= 10**15:  # where a float has no places after the point
        return f"{value:,.0f}"
    return f"{Decimal(str(value)).quantize(Decimal('0.001'), ROUND_HALF_UP):,f}".rstrip("0").rstrip(".")
