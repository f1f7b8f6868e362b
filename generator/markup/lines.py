"""Lines of text in, what each of them is out: blank, code, list item, quote, table, rule or plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from generator.model import Line

Kind = Literal["blank", "code", "fence", "item", "quote", "table", "rule", "text"]

BULLET = re.compile(r"[ \t]*(?:([-*+–—·])[ \t]+|([•◦‣▪●∙⁃])[ \t]*)(?=\S)")  # - Diversification of Infrastructure: …
NUMBER = re.compile(r"[ \t]*\(?(\d{1,3})[.)][ \t]+(?=\S)")  # 1. Cost
FENCE = re.compile(r"[ \t]*(`{3,}(?=[^`]*$)|~{3,})")  # ```python
RULE = re.compile(r"[ \t]{0,3}([-*_=#])(?:[ \t]*\1){2,}[ \t]*$")  # ---, ###
_QUOTE = re.compile(r"[ \t]{0,3}>")
_DELIMITERS = re.compile(r"[ \t|:]*-[ \t|:-]*$")  # |---|:--:|
_GAP = re.compile(r" {2,}")
_CELL = 32
"""The longest cell of a table that spaces make."""
_TERMINAL = re.compile(r"[.!?:;…。！？؟।][\"'”’)\]*_`]*(?:\[\d+\])*$|[)\]”\"]$")


def line_kinds(lines: Sequence[Line]) -> tuple[Kind, ...]:
    """The kind of each line. A code fence that is never closed encloses nothing: its one line is `fence`."""
    closers: dict[str, list[int]] = {}
    kinds: list[Kind] = []
    open_fence = ""
    for index, line in enumerate(lines):
        fence = FENCE.match(line.text) if "```" in line.text or "~~~" in line.text else None
        if open_fence:
            kinds.append("code")
            if fence and fence[1].startswith(open_fence) and not line.text.strip(" \t" + open_fence[0]):
                open_fence = ""
        elif fence:
            sign, length = fence[1][0], len(fence[1])
            closers = closers or _longest_closer_after(lines)
            closed = closers[sign][index + 1] >= length
            open_fence = fence[1] if closed else ""
            kinds.append("code" if closed else "fence")
        else:
            kinds.append(_kind(line.text, lines[index + 1].text if index + 1 < len(lines) else "", kinds))
    return tuple(kinds)


def with_pipes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with tables that tabs make, as a paste from a spreadsheet does, or spaces, written with pipes.

    Two lines or more in a row with the same number of cells are a table, three where spaces part the cells; the first
    row is the header. Lines inside a code fence stay as they are.
    """
    if not any("\t" in line.text or "  " in line.text for line in lines):
        return tuple(lines)
    kinds = line_kinds(lines)
    out: list[Line] = []
    start = 0
    while start < len(lines):
        row_of, least = (_tabbed, 2) if "\t" in lines[start].text.strip() else (_spaced, 3)
        cells = len(row_of(lines[start].text)) if kinds[start] == "text" else 0
        end = start + 1
        while cells > 1 and end < len(lines) and kinds[end] == "text" and len(row_of(lines[end].text)) == cells:
            end += 1
        if end - start < least:
            out.append(lines[start])
            start += 1
            continue
        for index in range(start, end):
            row = " | ".join(cell.replace("|", "\\|") for cell in row_of(lines[index].text))
            out.append(Line(lines[index].number, f"| {row} |"))
            if index == start:
                out.append(Line(lines[index].number, "|" + " --- |" * cells))
        start = end
    return tuple(out)


def is_terminated(text: str) -> bool:
    """Whether a line ends as a sentence, a lead-in or a quotation does, so that the next one starts afresh."""
    return bool(_TERMINAL.search(text.rstrip()))


def wrap_width(lines: Sequence[Line], kinds: Sequence[Kind]) -> int:
    """The column at which the author's editor wrapped lines, or 0 if paragraphs are whole lines.

    Taken as wrapped are texts with no line over 120 characters in which at least two plain lines run on into the next.
    """
    plain = [line.text.rstrip() for line, kind in zip(lines, kinds, strict=True) if kind in ("text", "item", "quote")]
    width = max((len(text) for text in plain), default=0)
    if not 40 <= width <= 120:
        return 0
    running = sum(
        kinds[index + 1] == "text" and not is_terminated(line.text) and runs_on(line.text, lines[index + 1].text, width)
        for index, line in enumerate(lines[:-1])
        if kinds[index] in ("text", "item", "quote")
    )
    return width if running >= 2 else 0


def runs_on(before: str, after: str, width: int) -> bool:
    """Whether a line goes on in the next one: a writer who wraps at `width` had no room for its first word."""
    before = before.rstrip()
    first = after.split(maxsplit=1)[0] if after.strip() else ""
    if not first or not before:
        return False
    if first[:1].islower() and not is_terminated(before):
        return True
    return bool(width) and len(before) + 1 + len(first) > width


def _kind(text: str, following: str, before: list[Kind]) -> Kind:
    if text[:1].isalpha() and "|" not in text:
        return "text"  # as nearly every line: nothing else begins with a letter
    if not text.strip():
        return "blank"
    if RULE.match(text):
        return "rule"
    if _QUOTE.match(text):
        return "quote"
    if "|" in text and (
        text.lstrip().startswith("|")
        or (before and before[-1] == "table")
        or ("|" in following and _DELIMITERS.match(following))
    ):
        return "table"
    return "item" if BULLET.match(text) or NUMBER.match(text) else "text"


def _tabbed(text: str) -> list[str]:
    """The cells that tabs divide a line into; none for a list item or an indented line."""
    if "\t" not in text.strip() or text[:1].isspace():
        return []
    cells = [cell.strip() for cell in text.strip().split("\t")]
    first = cells[0]
    marker = first in ("o", "§") or (
        len(first) <= 4 and (first.endswith((".", ")")) or not any(sign.isalnum() for sign in first))
    )
    return [] if marker else cells


def _spaced(text: str) -> list[str]:
    """The cells that two spaces or more divide a line into; none where one is as long as a sentence."""
    if "  " not in text.strip() or text[:1].isspace():
        return []
    cells = _GAP.split(text.strip())
    return cells if all(0 < len(cell) <= _CELL for cell in cells) else []


def _longest_closer_after(lines: Sequence[Line]) -> dict[str, list[int]]:
    """For each sign of a fence and each line, the longest bare fence from that line on."""
    longest = {sign: [0] * (len(lines) + 2) for sign in "`~"}
    for index in range(len(lines) - 1, -1, -1):
        text = lines[index].text.strip()
        for sign, lengths in longest.items():
            bare = len(text) if len(text) >= 3 and not text.strip(sign) else 0
            lengths[index] = max(lengths[index + 1], bare)
    return longest
