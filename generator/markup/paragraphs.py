"""Lines of an article in, Markdown that says by blank lines what they say by their line ends out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.markup.lines import BULLET, NUMBER, Kind, is_terminated, line_kinds, runs_on, wrap_width
from generator.model import Line

MAX_DEPTH = 8
"""Lists and quotes nested deeper than this are shown at this depth."""

_NESTING = re.compile(r"[ \t]*(?:(?:[-*+>•]|\d{1,9}[.)])[ \t]*)+")  # > > - - 1. text
_MARKER = re.compile(r"[-*+>•]|\d{1,9}[.)]")
_CODE_SIGNS = re.compile(r"[{}=<>\\|@`]|\w\(|;\s*$|::|->|^\s*(?:\$ |>>>|#)", re.M)
_LABEL = re.compile(r"[ \t]*[^\W_][\w .’'-]{0,30}:[ \t]")  # 2019: The first site opens.
_YEAR = re.compile(r"[ \t]*\d{4,9}(?=[.)][ \t])")  # 2029. That is the year of the plan.
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\*(?=\d)")
_EMPTY_TABLE_CELL = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Habit:
    """How an article uses line ends: the column it is wrapped at (0: not wrapped), and whether blank lines part its
    paragraphs, so that a single line end means nothing.
    """

    width: int = 0
    spaced: bool = False


PLAIN = Habit()


def read_habit(sections: Sequence[Sequence[Line]]) -> Habit:
    """The habit that the sections of one article show together."""
    lines = [line for section in sections for line in (*section, Line(0, ""))]
    kinds = [line_kinds(section) for section in sections]
    width = wrap_width(lines, [kind for section in kinds for kind in (*section, "blank")])
    return Habit(width, any(_is_spaced(section) for section in kinds))


def to_markdown(lines: Sequence[Line], habit: Habit) -> tuple[str, list[int]]:
    """Markdown that says by blank lines what the article says by its line ends, and the line number of each line."""
    kinds = line_kinds(lines)
    columns = _table_columns(lines, kinds)
    code = _code_lines(lines, kinds)
    out: list[str] = []
    origin: list[int] = []
    for index, line in enumerate(lines):
        kind = kinds[index]
        before = kinds[index - 1] if index else "blank"
        if index and _breaks(lines[index - 1].text, before, line.text, kind, habit):
            out.append("")
            origin.append(line.number)
        text = line.text
        if kind == "fence":
            text = "\\" + text.lstrip()
        elif kind == "table":
            text = _padded(text, columns[index])
        elif kind not in ("code", "blank"):
            text = _tame(text, index in code)
        out.append(text)
        origin.append(line.number)
    return "\n".join(out), origin


def _is_spaced(kinds: Sequence[Kind]) -> bool:
    """Whether blank lines part the paragraphs, so that a single line end means nothing."""
    return any(
        kinds[index] == "blank" and kinds[index - 1] == "text" and kinds[index + 1] == "text"
        for index in range(1, len(kinds) - 1)
    )


def _breaks(before: str, kind_before: Kind, text: str, kind: Kind, habit: Habit) -> bool:
    """Whether a new block starts on this line although no blank line stands before it."""
    if kind == "item" and kind_before in ("text", "quote"):
        return True
    if kind == "table" and kind_before not in ("table", "blank"):
        return True
    if kind != "text" or kind_before not in ("text", "item", "quote", "table"):
        return False
    if kind_before == "table":
        return True
    if text[:1].isspace() and kind_before == "item":
        return False
    if runs_on(before, text, habit.width):
        return False
    labelled = bool(_LABEL.match(before) and _LABEL.match(text))
    return not habit.spaced or labelled or (kind_before != "text" and is_terminated(before))


def _tame(text: str, code: bool) -> str:
    """A line that CommonMark nests no deeper than MAX_DEPTH, and takes for code only if it looks like code."""
    if text[:1].isalpha() and "*" not in text:
        return text  # as nearly every line
    indent = text[: len(text) - len(text.lstrip())]
    if bullet := BULLET.match(text):
        text = f"{indent}{bullet[1] if (bullet[1] or '•') in '-*+' else '-'} {text[bullet.end() :]}"
    elif (number := NUMBER.match(text)) and text.lstrip().startswith("("):
        text = f"{indent}{number[1]}) {text[number.end() :]}"
    elif year := _YEAR.match(text):
        text = f"{year[0]}\\{text[year.end() :]}"
    text = _BETWEEN_DIGITS.sub(r"\\*", text)
    expanded = text.expandtabs(4)
    depth = len(expanded) - len(expanded.lstrip())
    if depth >= 4 and not code:
        nested = BULLET.match(text) or NUMBER.match(text)
        text = " " * (min(depth, 2 * MAX_DEPTH) if nested else 3) + expanded.lstrip()
    prefix = _NESTING.match(text)
    if prefix and len(markers := list(_MARKER.finditer(prefix[0]))) > MAX_DEPTH:
        cut = markers[MAX_DEPTH].end() - 1  # 1\\. or \\-
        text = text[:cut] + "\\" + text[cut:]
    return text


def _code_lines(lines: Sequence[Line], kinds: Sequence[Kind]) -> set[int]:
    """The lines of indented paragraphs that have the signs of code in them; others are prose with an indent."""
    found: set[int] = set()
    paragraph: list[int] = []
    for index in range(len(lines) + 1):
        if (
            index < len(lines)
            and kinds[index] not in ("blank", "item")
            and lines[index].text.startswith(("    ", "\t"))
        ):
            paragraph.append(index)
            continue
        if paragraph and (paragraph[0] == 0 or kinds[paragraph[0] - 1] == "blank"):
            text = "\n".join(lines[at].text for at in paragraph)
            if _CODE_SIGNS.search(text) and not _lists(lines, kinds, paragraph[0]):
                found.update(paragraph)
        paragraph = []
    return found


def _lists(lines: Sequence[Line], kinds: Sequence[Kind], index: int) -> bool:
    """Whether the last line before this one that is not blank belongs to a list."""
    before = next((at for at in range(index - 1, -1, -1) if kinds[at] != "blank"), None)
    return before is not None and (kinds[before] == "item" or lines[before].text.startswith(" "))


def _table_columns(lines: Sequence[Line], kinds: Sequence[Kind]) -> list[int]:
    """For a table's header and the line below it, the number of cells in the widest row; 0 for every other line.

    CommonMark drops the cells past the header's.
    """
    columns = [0] * len(lines)
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and kinds[end] == "table":
            end += 1
        widest = max((_cells(line.text) for line in lines[start:end]), default=0)
        columns[start : min(start + 2, end)] = [widest] * min(2, end - start)
        start = max(end, start + 1)
    return columns


def _cells(text: str) -> int:
    return len(_EMPTY_TABLE_CELL.split(text.strip().strip("|")))


def _padded(text: str, columns: int) -> str:
    """A row with as many cells as its table's widest one."""
    missing = columns - _cells(text)
    if missing <= 0:
        return text
    filler = " --- |" if re.fullmatch(r"[\s|:-]+", text) else " |"
    return text.rstrip().removesuffix("|") + " |" + filler * missing
