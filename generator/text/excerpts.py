"""A line and a span of it in, two rows for a terminal out: the line as it can be shown, and carets under the span."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

ROOM = 100
"""The longest row; of a longer line the part around the span is shown."""
_CONTEXT = 30
_TAB = 4


def excerpt(text: str, column: int, width: int = 0, room: int = ROOM) -> tuple[str, str]:
    """The line and its carets. `column` counts characters from 1; a `width` of 0 means the rest of the line.

    Tabs are spaces here, a wide character takes two places, a combining one none, and what a terminal would obey is an
    escape, so that the carets stand where the eye expects them.
    """
    shown = _shown(text)
    sizes = [_places(piece) for piece in shown]
    start = min(column - 1, len(text))
    end = min(start + width, len(text)) if width else len(text.rstrip())
    if not width:
        start += len(text[start:end]) - len(text[start:end].lstrip())
    first, last = _window(sizes, start, room)
    before = (first > 0) + sum(sizes[first:start])
    under = max(sum(sizes[start : min(end, last)]), 1)
    row = "…" * (first > 0) + "".join(shown[first:last]) + "…" * (last < len(shown))
    return row.rstrip(), " " * before + "^" * under


def printable(text: str) -> str:
    """The text with everything that would move the cursor, or forge a line, shown as an escape."""
    return "".join(_escaped(sign) for sign in text)


def _shown(text: str) -> list[str]:
    """What each character looks like: a tab reaches to the next stop."""
    shown: list[str] = []
    place = 0
    for sign in text:
        piece = " " * (_TAB - place % _TAB) if sign == "\t" else _escaped(sign)
        shown.append(piece)
        place += _places(piece)
    return shown


def _escaped(sign: str) -> str:
    return sign if sign.isprintable() else sign.encode("unicode_escape").decode()


def _places(piece: str) -> int:
    """How many places of a terminal's row it takes."""
    return sum(
        0
        if unicodedata.category(sign) in ("Mn", "Me")
        or "\u1160" <= sign <= "\u11ff"  # these join the Hangul before them
        else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in piece
    )


def _window(sizes: Sequence[int], start: int, room: int) -> tuple[int, int]:
    """The first and last character shown: some before `start`, and as many after it as there is room for."""
    if sum(sizes) <= room:
        return 0, len(sizes)
    first = start
    left = _CONTEXT + max(0, room - _CONTEXT - sum(sizes[start:]))
    while first > 0 and sizes[first - 1] <= left:
        first -= 1
        left -= sizes[first]
    last, left = first, room
    while last < len(sizes) and sizes[last] <= left:
        left -= sizes[last]
        last += 1
    return first, last
