"""Lines in, the headings among them out: marked, numbered, capital, followed by a colon, or a bare line of its own.

A text shows its own habit. Lines that carry a mark or a well-known name are found first; what is left is judged by the
habit they show, so that a short sentence in an article with marked headings stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.lines import BULLET, NUMBER, Kind, is_terminated, line_kinds, runs_on, wrap_width
from generator.model import Line, Role
from generator.names import is_known, normal_name, role_of
from generator.text import collapse

_ATX = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|(?<=##)(?=[^\s#]))(?=\S)")  # ## Background ##
_ATX_END = re.compile(r"(?:(?<=[ \t])|^)#+$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_NUMBERED = re.compile(
    r"[ \t]*(?:(?:section|part|chapter)[ \t]+)?"
    r"(\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}(?=[.)]))(?:[.)][ \t]+|[ \t]*[:–—-][ \t]+|(?<=\.\d)[ \t]+)(?=\S)",
    re.I,
)  # 1. Introduction, II) Summary, 3 - Sources, 2.1 Terms, Section 4: Outlook
_WRAPPED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1$")  # **Summary**
_INLINE = re.compile(
    r"(?P<mark>\*{1,3}|_{1,3})?(?P<name>[^\W\d_][^:：*_\n]{0,48}?)[ \t]*(?:(?P=mark))?"
    r"[ \t]*(?P<sign>[:：]|[ \t][–—-](?=[ \t]))[ \t]*(?P<close>(?P=mark))?[ \t]*(?=\S)"
)  # **Tags:** a, b
_INLINE_PLAIN = re.compile(r"(?P<name>[^\W\d_][^:：*_\n]{0,48}?)[ \t]*(?P<sign>[:：]|[ \t][–—-](?=[ \t]))[ \t]*(?=\S)")
_SMALL_WORDS = frozenset(
    "a an and as at but by for from how in into is it its nor of off on onto or over per s so than that the to under up"
    " upon v via vs was what when where which who why will with are be been has have can".split()
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|does|did|do|says|said|may|might|must)\b", re.I
)
_QUESTION = re.compile(r"(?:how|why|what|when|where|who|which)\b", re.I)
_WORD = re.compile(r"[^\W_][\w’'&./+-]*")
_URL = re.compile(r"https?://|www\.", re.I)
_INLINE_BODY = frozenset(("introduction", "intro", "background", "overview", "context", "conclusion", "conclusions"))
_MAX_WORDS, _MAX_LENGTH = 14, 110
_SHORT = 50
"""A line shorter than this did not end because its writer ran out of room."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that starts at line `index` of its text and takes `span` lines.

    `level` is the number of marks, or 0 where the form shows none; `depth` is how far a number like 2.1 puts it below
    its section; `rest` is the text on the heading's own line.
    """

    index: int
    title: str
    style: str
    role: Role = "body"
    level: int = 0
    depth: int = 0
    span: int = 1
    rest: Line | None = None

    @property
    def known(self) -> bool:
        """Whether its title is a name that articles of this kind use."""
        return self.role != "body" or is_known(self.title)


def find_headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings of a text, in order."""
    kinds = line_kinds(lines)
    found = _Finder(lines, kinds)
    found.marked()
    found.habitual()
    return tuple(found.headings[index] for index in sorted(found.headings))


class _Finder:
    """The lines, what is known of them, and the headings found so far."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[Kind]) -> None:
        self.lines = lines
        self.kinds = list(kinds)
        self.width = wrap_width(lines, kinds)
        self.next_solid = _next_solid(kinds)
        self.headings: dict[int, Heading] = {}

    def marked(self) -> None:
        """Find the headings that carry a mark or a well-known name."""
        for index, kind in enumerate(self.kinds):
            if kind not in ("text", "item") or index in self.headings:
                continue
            heading = self._atx(index) or self._underlined(index) or self._dressed(index) or self._inline(index)
            if heading:
                self.headings[index] = heading
                if heading.span == 2:
                    self.kinds[index + 1] = "blank"

    def habitual(self) -> None:
        """Find the headings that only the habits of this text tell."""
        styles = [heading.style for heading in self.headings.values() if heading.rest is None]
        known = [heading.style for heading in self.headings.values() if heading.known and heading.rest is None]
        marked = sum(style in ("atx", "setext", "bold") for style in styles)
        numbered = "number" in known
        colons = known.count("colon") >= 2 and "bare" not in known
        capitals = known.count("capitals") >= 2 and "bare" not in known
        bare = marked < 2 and not colons and not (numbered and "bare" not in known)
        last_number = 0
        for index, kind in enumerate(self.kinds):
            if index in self.headings:
                last_number = _number(self.lines[index].text) or last_number
                continue
            text = self.lines[index].text
            if numbered and kind in ("text", "item") and self._continues_numbers(index, last_number):
                self.headings[index] = _numbered_heading(index, text)
                last_number = _number(text) or last_number
            elif kind == "text" and colons and self._is_title_with_colon(index):
                self.headings[index] = Heading(index, collapse(text)[:-1].rstrip(), "colon")
            elif kind == "text" and bare and self._is_bare(index) and (not capitals or text.upper() == text):
                self.headings[index] = Heading(index, collapse(text), "bare")

    def _atx(self, index: int) -> Heading | None:
        line = self.lines[index]
        found = _ATX.match(line.text)
        text = _ATX_END.sub("", line.text[found.end() :].rstrip()).rstrip() if found else ""
        if not found or not text:
            return None
        level = len(found[1])
        inline = _read_inline(index, Line(line.number, text, line.column + found.end()), "atx", level)
        if inline and inline.role in ("summary", "references"):  # ## Sources: the filings
            return replace(inline, title=_peel(text)[0], rest=None)
        title = _peel(text)[0] or collapse(text)
        return inline if inline and inline.role != "body" else Heading(index, title, "atx", role_of(title), level)

    def _underlined(self, index: int) -> Heading | None:
        if index + 1 >= len(self.lines) or self.kinds[index] != "text":
            return None
        text = self.lines[index].text.strip()
        underline = _UNDERLINE.match(self.lines[index + 1].text)
        alone = index == 0 or self.kinds[index - 1] in ("blank", "rule") or index - 1 in self.headings
        if not underline or not alone or self.kinds[index + 1] not in ("rule", "text"):
            return None
        if underline[1][0] == "-" and (is_terminated(text) or len(text.split()) > _MAX_WORDS):
            return None
        title = _peel(text)[0] or text
        return Heading(index, title, "setext", role_of(title), 1 if underline[1][0] == "=" else 2, span=2)

    def _dressed(self, index: int) -> Heading | None:
        """A known name in any dress, or any short text that is bold as a whole."""
        text = self.lines[index].text
        title, marks = _peel(text)
        if BULLET.match(text) and "bold" not in marks:
            return None
        if not title or not is_known(title):
            shaped = "bold" in marks and _is_shaped(title) and self.next_solid[index] is not None
            return Heading(index, title, "bold") if shaped and self._starts_afresh(index) else None
        role = role_of(title)
        if "number" in marks and not self._is_numbered_heading(index, title):
            return None
        if role == "body" and marks <= {"colon"} and not (self._starts_afresh(index) and self._is_apart(index)):
            return None
        style = next((mark for mark in ("bold", "number", "colon") if mark in marks), "bare")
        if style == "bare" and title.upper() == title:
            style = "capitals"
        return Heading(index, title, style, role)

    def _inline(self, index: int) -> Heading | None:
        """A known name, a colon, and the text of the section on the same line."""
        if self.kinds[index] == "item" and not NUMBER.match(self.lines[index].text):
            return None
        found = _read_inline(index, self.lines[index], "inline", 0)
        if found and (found.role != "body" or normal_name(found.title) in _INLINE_BODY):
            return found if self._starts_afresh(index) or found.role in ("tags", "description") else None
        return None

    def _is_numbered_heading(self, index: int, title: str) -> bool:
        """Whether `1. Background` heads a section, and is not one line of an outline."""
        following = self.next_solid[index]
        if following is not None and _number(self.lines[following].text) and self.kinds[following] == "item":
            return role_of(title) != "body" and role_of(_peel(self.lines[following].text)[0]) != "body"
        return role_of(title) != "body" or index == 0 or not _number(self.lines[index - 1].text)

    def _continues_numbers(self, index: int, last_number: int) -> bool:
        text = self.lines[index].text
        number = _number(text)
        if number is None or not _is_shaped(_peel(text)[0]) or not self._leads_to_content(index):
            return False
        if _numbered_heading(index, text).depth:
            return True
        return number == last_number + 1 and (index == 0 or not _number(self.lines[index - 1].text))

    def _is_title_with_colon(self, index: int) -> bool:
        text = self.lines[index].text.strip()
        return text.endswith(":") and _is_shaped(text[:-1]) and _is_title_case(text[:-1])

    def _is_bare(self, index: int) -> bool:
        text = self.lines[index].text.strip()
        if not _is_shaped(text) or self.lines[index].text[:4].isspace() or not self._leads_to_content(index):
            return False
        if not self._starts_afresh(index):
            return False
        return _is_title_case(text) or bool(_QUESTION.match(text)) or not _FINITE.search(text)

    def _starts_afresh(self, index: int) -> bool:
        """Whether the line is no part of a paragraph that the lines before it began."""
        if index == 0 or index - 1 in self.headings or self.kinds[index - 1] in ("blank", "rule", "code", "table"):
            return True
        before, text = self.lines[index - 1].text, self.lines[index].text
        if runs_on(before, text, self.width):
            return False
        return is_terminated(before) or len(before.strip()) < _SHORT or self.kinds[index - 1] == "item"

    def _is_apart(self, index: int) -> bool:
        """Whether a common word like `Analysis` is no entry of a list that has one short line an entry."""
        if index < 2 or index - 1 in self.headings or self.kinds[index - 1] != "text":
            return True
        before = self.lines[index - 1].text
        return is_terminated(before) or len(before) >= _SHORT or self._leads_to_content(index)

    def _leads_to_content(self, index: int) -> bool:
        """Whether what follows is text that a heading may head: not another short line, and not the end."""
        following = self.next_solid[index]
        if following is None or following in self.headings:
            return False
        text = self.lines[following].text.strip()
        return self.kinds[following] != "text" or is_terminated(text) or len(text) > 60


def _read_inline(index: int, line: Line, style: str, level: int) -> Heading | None:
    """`Tags: a, b` as a heading whose text stands on its own line."""
    number = _NUMBERED.match(line.text)
    start = number.end() if number else len(line.text) - len(line.text.lstrip())
    for pattern in (_INLINE, _INLINE_PLAIN):
        found = pattern.match(line.text, start)
        if found and is_known(found["name"]):
            break
    else:
        return None
    role = role_of(found["name"])
    if role == "body" and found["sign"].strip() not in (":", "："):
        return None
    rest = Line(line.number, line.text[found.end() :], line.column + found.end())
    return Heading(index, collapse(found["name"]), style, role, level, rest=rest)


def _numbered_heading(index: int, text: str) -> Heading:
    found = _NUMBERED.match(text)
    return Heading(index, _peel(text)[0], "number", depth=found[1].count(".") if found else 0)


def _peel(text: str) -> tuple[str, set[str]]:
    """The words of a heading without its dress, and what the dress was: `**1. Summary:**` gives `Summary`."""
    marks: set[str] = set()
    text = text.strip()
    if bullet := BULLET.match(text):
        text = text[bullet.end() :]
    for _ in range(4):
        before = text
        if found := _WRAPPED.fullmatch(text):
            text = found[2].strip()
            marks.add("bold")
        elif (found := _NUMBERED.match(text)) and "number" not in marks and not text[found.end() :][:1].islower():
            text = text[found.end() :]
            marks.add("number")
        elif text.endswith((":", "：")) and len(text) > 1:
            text = text[:-1].rstrip()
            marks.add("colon")
        if text == before:
            break
    return collapse(text), marks


def _number(text: str) -> int | None:
    """The number that a line opens with, if it does: 2 for `2. Terms` and for `II) Terms`."""
    found = _NUMBERED.match(text.strip(" \t*_#"))
    if not found:
        return None
    head = found[1].split(".")[0]
    return int(head) if head.isdigit() else _roman(head.upper())


def _roman(text: str) -> int:
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in text]
    return sum(-value if value < max(values[i:], default=0) else value for i, value in enumerate(values))


def _is_shaped(text: str) -> bool:
    """Whether a line could be a heading by its looks alone: short, begun like one, not ended like a sentence."""
    words = text.split()
    if not words or len(words) > _MAX_WORDS or len(text) > _MAX_LENGTH or _URL.search(text):
        return False
    first = text.lstrip("\"'“‘«(*_[")[:1]
    return bool(first) and not first.islower() and (first.isalnum() or first in "$€£¥₹") and text[-1] not in ".,;:!…"


def _is_title_case(text: str) -> bool:
    """Whether every word that a headline capitalises is capitalised, as in `The Shift Towards Independence`."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return bool(words) and all(not word[0].islower() or any(sign.isupper() for sign in word) for word in words)


def _next_solid(kinds: Sequence[Kind]) -> list[int | None]:
    """For each line, the next one that is not blank and no rule."""
    following: list[int | None] = [None] * len(kinds)
    solid = None
    for index in range(len(kinds) - 1, -1, -1):
        following[index] = solid
        if kinds[index] not in ("blank", "rule"):
            solid = index
    return following
