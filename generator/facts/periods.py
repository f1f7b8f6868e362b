"""A sentence in, the dates and periods that it names out, as ISO dates and intervals."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Fact
from generator.text.dates import MONTHS

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
)
_YEAR = r"(?:19[5-9][0-9]|20[0-9]{2})"
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_DATE = re.compile(
    rf"(?<![\w$€£¥₹.,/-])(?:"
    rf"(?P<iso>{_YEAR}-[0-9][0-9]-[0-9][0-9])"
    rf"|(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<daymonth>{_MONTH}),? (?P<dayyear>{_YEAR})"
    rf"|(?P<usmonth>{_MONTH}) (?P<usday>[0-9]{{1,2}})(?:st|nd|rd|th)?,? (?P<usyear>{_YEAR})"
    rf"|(?P<month>{_MONTH}),? (?:of )?(?P<monthyear>{_YEAR})"
    rf"|(?:the )?(?P<half>first|second) half of (?:fiscal )?(?P<halfyear>{_YEAR})|H(?P<h>[12]) (?P<hyear>{_YEAR})"
    rf"|(?:the )?(?P<quarter>first|second|third|fourth)[ -]quarter (?:of )?(?:fiscal )?(?P<quarteryear>{_YEAR})"
    rf"|Q(?P<q>[1-4]) (?P<qyear>{_YEAR})"
    rf"|(?:fiscal(?: year)?|financial year|FY) ?(?P<fiscal>{_YEAR})|FY'?(?P<fiscalshort>[0-9][0-9])\b"
    rf"|(?:the )?(?:end|close|start|beginning|middle) of (?P<endyear>{_YEAR})"
    rf"|(?:early|mid|late|end)[ -](?P<partyear>{_YEAR})"
    rf"|(?P<year>{_YEAR})"
    rf")(?![\w%]|[.,]\d|-\d|-(?:gigawatt|megawatt|acre|page|GPU|MW|GW)|/\d)"
)
_UNTIL = re.compile(
    r"\b(?:by|until|till|before|no later than|not later than|through|as late as)\s+"
    r"(?:(?:at )?the\s+)?(?:(?:end|close) of\s+)?"
    r"(?:about |around |early |mid-?|late )?$",
    re.I,
)
_SINCE = re.compile(
    r"\b(?:since|from|starting in|starting|beginning in)\s+(?:the\s+)?(?:(?:end|start) of\s+)?(?:early |mid-?|late )?$",
    re.I,
)
_TO = re.compile(r"\s*(?:to|through|until|–|-|and)\s*(?:the\s+)?", re.I)
_BETWEEN = re.compile(r"\b(?:between|from)\s+(?:the\s+)?$", re.I)
_COUNTED = re.compile(
    r"\s+(?:GPUs?|TPUs?|chips?|MW|GW|megawatts?|homes|jobs|acres|people|employees|shares|servers|dollars|euros)\b"
)
_RANGE = re.compile(
    rf"(?<![\w$€£.,-])(?P<low>{_YEAR})[–-](?P<high>{_YEAR}|[0-9][0-9])(?![\w-]|[.,]\d)"
)  # 2027-2029, 2027–28


@dataclass(frozen=True, slots=True)
class _Point:
    """A date as written: its first and last day, how exact it is, and its ISO form."""

    iso: str
    unit: str
    first: str
    last: str
    start: int
    end: int


def find_dates(text: str) -> Iterator[Fact]:
    """The dates of one sentence: `2026-05-03`, `2026-05`, `2026`, or an interval with `/`, open where it has `..`."""
    ranges = list(_RANGE.finditer(text))
    for found in ranges:
        high = found["high"] if len(found["high"]) == 4 else found["low"][:2] + found["high"]
        if int(high) > int(found["low"]):
            yield Fact("date", f"{found['low']}/{high}", None, "year", "none", found.start(), found.end())
    points = [point for found in _DATE.finditer(text) if (point := _point(text, found))]
    points = [p for p in points if not any(found.start() <= p.start < found.end() for found in ranges)]
    index = 0
    while index < len(points):
        point = points[index]
        following = points[index + 1] if index + 1 < len(points) else None
        before = text[max(point.start - 40, 0) : point.start]
        if following and _joins(text, point, following, before):
            value = f"{point.iso.split('/')[0]}/{following.iso.split('/')[-1]}"
            yield Fact("date", value, None, point.unit, "none", point.start, following.end)
            index += 2
            continue
        if lead := _UNTIL.search(before):
            value = f"../{point.last if '/' in point.iso else point.iso}"
            yield Fact("date", value, None, point.unit, "none", point.start - len(lead[0]), point.end)
        elif lead := _SINCE.search(before):
            value = f"{point.iso.split('/')[0]}/.."
            yield Fact("date", value, None, point.unit, "none", point.start - len(lead[0]), point.end)
        else:
            yield Fact("date", point.iso, None, point.unit, "none", point.start, point.end)
        index += 1


def _joins(text: str, point: _Point, following: _Point, before: str) -> bool:
    """Whether two dates are the ends of one period: `from 2027 to 2029`, `between May 2026 and June 2027`."""
    between = text[point.end : following.start]
    return bool(_BETWEEN.search(before) and _TO.fullmatch(between)) and point.first < following.last


def _point(text: str, found: re.Match[str]) -> _Point | None:
    span = found.span()
    if found["iso"]:
        return _day(found["iso"][:4], int(found["iso"][5:7]), found["iso"][8:], span)
    if found["day"]:
        return _day(found["dayyear"], _month(found["daymonth"]), found["day"], span)
    if found["usday"]:
        return _day(found["usyear"], _month(found["usmonth"]), found["usday"], span)
    if found["month"]:
        number = _month(found["month"])
        return _months(found["monthyear"], number, number, "month", span)
    if year := found["halfyear"] or found["hyear"]:
        half = _ORDINALS[(found["half"] or found["h"]).lower()]
        return _months(year, 6 * half - 5, 6 * half, "half", span)
    if year := found["quarteryear"] or found["qyear"]:
        quarter = _ORDINALS[(found["quarter"] or found["q"]).lower()]
        return _months(year, 3 * quarter - 2, 3 * quarter, "quarter", span)
    if year := found["fiscal"] or (f"20{found['fiscalshort']}" if found["fiscalshort"] else ""):
        return _Point(year, "fiscal year", f"{year}-01-01", f"{year}-12-31", *span)
    year = found["endyear"] or found["partyear"] or found["year"]
    if found["year"] and _COUNTED.match(text, span[1]):
        return None
    return _Point(year, "year", f"{year}-01-01", f"{year}-12-31", *span)


def _day(year: str, month: int, day: str, span: tuple[int, int]) -> _Point | None:
    try:
        iso = date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
    return _Point(iso, "day", iso, iso, *span)


def _months(year: str, first: int, last: int, unit: str, span: tuple[int, int]) -> _Point:
    start, end = f"{year}-{first:02}", f"{year}-{last:02}"
    iso = start if first == last else f"{start}/{end}"
    return _Point(iso, unit, f"{start}-01", end if first != last else f"{end}-{monthrange(int(year), last)[1]}", *span)


def _month(name: str) -> int:
    start = name.rstrip(".").casefold()
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start[:3]))
