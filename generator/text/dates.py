"""A date as somebody wrote it in, an ISO date out."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?")  # 2026-05-03, 2026-05-03T10:00:00Z
_SLASHED = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})")  # 2026/05/03
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})")  # 3 May 2026
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")  # May 3, 2026
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.I)
_TIME = re.compile(r"[ ,]+(?:at )?\d{1,2}:\d\d.*$")  # 10:00:00 +0200


def read_date(text: str) -> str:
    """The date in ISO form, or nothing where the text is no date, or one that the calendar does not have."""
    text = _TIME.sub("", _WEEKDAY.sub("", text.strip(), count=1)).strip()
    if found := _ISO.fullmatch(text) or _SLASHED.fullmatch(text):
        parts = found[1], found[2], found[3]
    elif found := _DAY_FIRST.fullmatch(text):
        parts = found[3], _month(found[2]), found[1]
    elif found := _MONTH_FIRST.fullmatch(text):
        parts = found[3], _month(found[1]), found[2]
    else:
        return ""
    try:
        return date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> str:
    """The number of a month from three or more letters of its name; 0 for what is none."""
    start = name.casefold()
    return str(
        next((n for n, month in enumerate(MONTHS, 1) if month.startswith(start) or (start == "sept" and n == 9)), 0)
    )
