"""Claims in, those that a picture shows out: the largest of one unit, and the periods still ahead."""

from __future__ import annotations

from collections.abc import Sequence

from generator.charts.lanes import end_of
from generator.knowledge.claims import Claim
from generator.model import FactKind


def pick_largest(claims: Sequence[Claim], kind: FactKind, unit: str) -> list[Claim]:
    """The claims of one kind and unit, largest first."""
    found = [claim for claim in claims if claim.figure.fact.kind == kind and claim.figure.fact.unit == unit]
    return sorted(found, key=lambda claim: (-_size(claim), claim.figure.id, claim.parties))


def pick_each_once(claims: Sequence[Claim], most: int) -> list[Claim]:
    """The first claim of each pair or group, so that one deal told in many parts does not fill a picture."""
    first: dict[tuple[str, ...], Claim] = {}
    for claim in claims:
        first.setdefault(claim.parties, claim)
    return list(first.values())[:most]


def pick_ahead(claims: Sequence[Claim], today: str) -> list[Claim]:
    """The periods that end, or if open begin, after a day, soonest first. A single date is no period."""
    found = [
        (_last_day(end_of(value)), value, claim)
        for claim in claims
        if claim.figure.fact.kind == "date" and "/" in (value := str(claim.figure.fact.value))
    ]
    found.sort(key=lambda one: (*one[:2], one[2].figure.id, one[2].parties))
    return [claim for day, _, claim in found if day > today]


def pick_dates(claims: Sequence[Claim]) -> list[Claim]:
    """All dates and periods, by the day on which they start, or if open end."""
    found = [(str(claim.figure.fact.value), claim) for claim in claims if claim.figure.fact.kind == "date"]
    return [claim for _, claim in sorted(found, key=lambda one: (one[0].removeprefix("../"), one[1].figure.id))]


def _size(claim: Claim) -> float:
    fact = claim.figure.fact
    assert not isinstance(fact.value, str)
    return float(fact.high or fact.value)


def _last_day(date: str) -> str:
    """`2029-12-31` for `2029`, `2029-05-31` for `2029-05`."""
    return date + "-12-31"[len(date) - 4 :]
