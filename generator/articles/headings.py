"""Lines in, the headings among them out: marked, numbered, capital, followed by a colon, or a bare line of its own.

A text shows its own habit. Lines that carry a mark or a well-known name are found first; what is left is judged by the
habit they show, so that a short sentence in an article with marked headings stays a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.articles.dress import NUMBERED, Dress, undress
from generator.articles.names import LONGEST_NAME, is_known, is_wrapper, normal_name, role_of
from generator.articles.shapes import MAX_WORDS, is_caption, is_hanging, is_headline, is_shaped, is_title_case
from generator.markup.lines import BULLET, Kind, is_terminated, line_kinds, runs_on, wrap_width
from generator.model import Line, Role
from generator.text import collapse
from generator.text.dates import read_date

_ATX = re.compile(r"[ \t]{0,3}(#{1,6})(?:[ \t]+|(?<=##)(?=[^\s#]))(?=\S)")  # ## Background ##
_ATX_END = re.compile(r"(?:(?<=[ \t])|^)#+$")
_UNDERLINE = re.compile(r"[ \t]{0,3}(=+|-{2,})[ \t]*$")
_NAME = r"(?P<name>[^\W\d_][^:：*_\n]{0,48}?)[ \t]*"
_SIGN = r"(?P<sign>[:：]|[ \t][–—-](?=[ \t]))[ \t]*"
_INLINE = re.compile(
    rf"(?P<mark>\*{{1,3}}|_{{1,3}})?{_NAME}(?P=mark)?[ \t]*{_SIGN}(?P=mark)?[ \t]*(?=\S)"
)  # **Tags:** a, b
_INLINE_PLAIN = re.compile(rf"{_NAME}{_SIGN}(?=\S)")  # Tags: a, b
_HAS_SIGN = re.compile(r"[:：]|[ \t][–—-][ \t]")
_INLINE_BODY = frozenset(("introduction", "intro", "background", "overview", "context", "conclusion", "conclusions"))
_SHORT = 50
"""A line shorter than this did not end because its writer ran out of room."""
_PROSE_WORDS = 15


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
    def marked(self) -> bool:
        """Whether its form, and not its place in the text, makes it a heading."""
        return self.style in ("atx", "setext", "bold")

    @property
    def known(self) -> bool:
        """Whether its title is a name that articles of this kind use."""
        return self.role != "body" or is_known(self.title)


def find_headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """The headings of a text, in order."""
    finder = _Finder(lines)
    finder.find_marked()
    finder.find_habitual()
    return tuple(finder.headings[index] for index in sorted(finder.headings))


class _Finder:
    """The lines, what is known of them, and the headings found so far."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.kinds = list(line_kinds(lines))
        self.width = wrap_width(lines, self.kinds)
        self.before = _previous_solid(self.kinds)
        self.after = _next_solid(self.kinds)
        self.headings: dict[int, Heading] = {}

    def find_marked(self) -> None:
        """Find the headings that carry a mark or a well-known name."""
        last: Heading | None = None
        for index in range(len(self.lines)):
            if self.kinds[index] not in ("text", "item"):
                continue
            heading = self._atx(index) or self._underlined(index) or self._dressed(index) or self._inline(index, last)
            if heading:
                self.headings[index] = heading
                last = heading if heading.rest is None else last
                if heading.span == 2:
                    self.kinds[index + 1] = "blank"

    def find_habitual(self) -> None:
        """Find the headings that only the habits of this text tell."""
        styles = [heading.style for heading in self.headings.values() if heading.rest is None]
        known = [heading.style for heading in self.headings.values() if heading.known and heading.rest is None]
        marked = sum(style in ("atx", "setext", "bold") for style in styles)
        numbered = "number" in known
        colons = known.count("colon")
        capitals = known.count("capitals") >= 2 and "bare" not in known
        bare = marked < 2 and not (colons >= 2 and "bare" not in known) and not (numbered and "bare" not in known)
        section: Heading | None = None
        last_number = 0
        for index, kind in enumerate(self.kinds):
            text = self.lines[index].text
            found: Heading | None = None
            if index in self.headings:
                section = self.headings[index]
                last_number = undress(text).number or last_number
            elif kind not in ("text", "item"):
                continue
            elif section and section.role in ("references", "tags"):
                found = self._in_list(index, section, bare)
            elif numbered and self._continues_numbers(index, last_number):
                found = _numbered_heading(index, text)
                last_number = undress(text).number
            elif kind == "text" and (colons or bare) and self._is_title_with_colon(index, colons):
                found = Heading(index, collapse(text)[:-1].rstrip(), "colon")
            elif kind == "text" and bare and self._is_bare(index) and (not capitals or text.upper() == text):
                found = Heading(index, collapse(text), "bare")
            if found:
                self.headings[index] = found
                section = found if found.style != "group" else section

    def _atx(self, index: int) -> Heading | None:
        line = self.lines[index]
        found = _ATX.match(line.text)
        text = _ATX_END.sub("", line.text[found.end() :].rstrip()).rstrip() if found else ""
        if not found or not text:
            return None
        level = len(found[1])
        inline = _read_inline(index, Line(line.number, text, line.column + found.end()), "atx", level)
        if inline and inline.rest and inline.role in ("summary", "references"):  # ## Sources: the filings
            if not is_terminated(inline.rest.text):
                return replace(inline, title=undress(text).title, rest=None)
        title = undress(text).title or collapse(text)
        return (
            inline
            if inline and inline.role != "body"
            else Heading(index, title, "atx", self._role(index, title), level)
        )

    def _underlined(self, index: int) -> Heading | None:
        if index + 1 >= len(self.lines) or self.kinds[index] != "text":
            return None
        text = self.lines[index].text.strip()
        underline = _UNDERLINE.match(self.lines[index + 1].text)
        alone = index == 0 or self.kinds[index - 1] in ("blank", "rule") or index - 1 in self.headings
        if not underline or not alone or self.kinds[index + 1] not in ("rule", "text"):
            return None
        if underline[1][0] == "-" and (is_terminated(text) or len(text.split()) > MAX_WORDS):
            return None
        title = undress(text).title or text
        return Heading(index, title, "setext", self._role(index, title), 1 if underline[1][0] == "=" else 2, span=2)

    def _dressed(self, index: int) -> Heading | None:
        """A known name in any dress, or any short text that is bold as a whole."""
        text = self.lines[index].text
        if BULLET.match(text) or (len(text.rstrip()) > LONGEST_NAME and text[0].isalpha()):
            return None
        dress = undress(text)
        if not dress.title or not is_known(dress.title):
            line = self.lines[index]
            inline = (
                _read_inline(index, Line(line.number, dress.title, line.column), "inline", 0) if dress.bold else None
            )
            if inline and inline.role != "body":  # **Title: Who Owns the Water?**
                return inline
            if dress.number and self._is_in_outline(index, dress):
                return None
            shaped = dress.bold and is_shaped(dress.title) and self.after[index] is not None
            return Heading(index, dress.title, "bold") if shaped and self._starts_afresh(index) else None
        role = self._role(index, dress.title)
        if dress.number and self._is_in_outline(index, dress):
            return None
        if not dress.marked and not self._starts_afresh(index, known=True):
            return None
        if not dress.marked and role == "body" and not self._is_apart(index):
            return None
        style = "bold" if dress.bold else "number" if dress.number else "colon" if dress.colon else "bare"
        if style == "bare" and dress.title.upper() == dress.title:
            style = "capitals"
        return Heading(index, dress.title, style, role)

    def _inline(self, index: int, last: Heading | None) -> Heading | None:
        """A known name, a colon, and the text of the section on the same line."""
        line = self.lines[index]
        if bullet := BULLET.match(line.text):
            if last is None or not is_wrapper(last.title):
                return None
            line = Line(line.number, line.text[bullet.end() :], line.column + bullet.end())
        elif self.kinds[index] == "item" and self._is_in_outline(index, undress(line.text)):
            return None
        found = _read_inline(index, line, "inline", 0)
        if found and (found.role != "body" or normal_name(found.title) in _INLINE_BODY):
            return found if self._starts_afresh(index) or found.role in ("tags", "description") else None
        return None

    def _in_list(self, index: int, section: Heading, bare: bool) -> Heading | None:
        """A heading inside a list of references or tags: a group's name, or a line above plain prose."""
        text = self.lines[index].text.strip()
        if self.kinds[index] != "text":
            return None
        if section.role == "references" and text.endswith(":") and is_shaped(text[:-1]) and len(text.split()) <= 5:
            return Heading(index, collapse(text[:-1]), "group")
        following = self.after[index]
        first = self.before[index] == section.index + section.span - 1
        if not bare or first or following is None or self.kinds[following] != "text" or not self._is_bare(index):
            return None
        prose = self.lines[following].text
        above = self.before[index]
        apart = self.kinds[index - 1] == "blank" or (above is not None and self.kinds[above] == "item")
        least = 3 if section.role == "tags" and apart else _PROSE_WORDS
        apart = apart or section.role == "tags"
        is_prose = is_terminated(prose) and len(prose.split()) >= least
        return Heading(index, collapse(text), "bare") if apart and is_prose else None

    def _role(self, index: int, title: str) -> Role:
        """The role a name stands for; `Resources` and the like stand for one only above a list."""
        following = self.after[index]
        if following is not None and normal_name(title) in ("resources", "categories", "literature", "labels", "links"):
            prose = self.lines[following].text
            if self.kinds[following] == "text" and is_terminated(prose) and len(prose.split()) >= _PROSE_WORDS // 2:
                return "body"
        return role_of(title)

    def _is_in_outline(self, index: int, dress: Dress) -> bool:
        """Whether `2. Background` is one line of a numbered list, and heads nothing."""
        before, after = self.before[index], self.after[index]
        if before is not None and before not in self.headings and self.kinds[before] == "item":
            if undress(self.lines[before].text).number == dress.number - 1 > 0:
                return True
        if after is None or self.kinds[after] != "item":
            return False
        following = undress(self.lines[after].text)
        return following.number == dress.number + 1 and (is_known(following.title) or role_of(dress.title) == "body")

    def _continues_numbers(self, index: int, last_number: int) -> bool:
        dress = undress(self.lines[index].text)
        if not dress.number or not is_shaped(dress.title):
            return False
        following = self.after[index]
        below = undress(self.lines[following].text) if following is not None else dress
        if not self._leads_to_content(index) and not (below.number == dress.number and below.depth > dress.depth):
            return False
        if dress.depth:
            return True
        return dress.number == last_number + 1 and not self._is_in_outline(index, dress)

    def _is_title_with_colon(self, index: int, colons: int) -> bool:
        text = self.lines[index].text.strip()
        following = self.after[index]
        if not text.endswith(":") or following is None or (colons < 2 and self.kinds[following] != "text"):
            return False
        return is_shaped(text[:-1]) and is_title_case(text[:-1])

    def _is_bare(self, index: int) -> bool:
        text = self.lines[index].text.strip()
        if not is_shaped(text) or self.lines[index].text[:4].isspace() or not self._leads_to_content(index):
            return False
        if not self._starts_afresh(index) or is_caption(text) or read_date(text):
            return False
        if index and self.kinds[index - 1] == "item" and self.lines[index].text[:1].isspace():
            return False
        following = self.lines[index + 1].text
        if self.kinds[index + 1] == "text" and (
            is_hanging(text) or runs_on(self.lines[index].text, following, self.width)
        ):
            return False
        return is_headline(text)

    def _starts_afresh(self, index: int, known: bool = False) -> bool:
        """Whether the line is no part of a paragraph that the lines before it began."""
        if index == 0 or index - 1 in self.headings or self.kinds[index - 1] in ("blank", "rule", "code", "table"):
            return True
        before, text = self.lines[index - 1].text, self.lines[index].text
        if known and not self.width:
            return True
        if runs_on(before, text, self.width):
            return False
        return is_terminated(before) or len(before.strip()) < _SHORT or self.kinds[index - 1] == "item"

    def _is_apart(self, index: int) -> bool:
        """Whether a common word like `Analysis` is no entry of a list that has one short line an entry."""
        if index < 2 or index - 1 in self.headings or self.kinds[index - 1] != "text":
            return True
        before = self.lines[index - 1].text.rstrip()
        lead_in = before.endswith(":")
        return (is_terminated(before) and not lead_in) or len(before) >= _SHORT or self._leads_to_content(index)

    def _leads_to_content(self, index: int) -> bool:
        """Whether what follows is text that a heading may head: not another short line, and not the end."""
        following = self.after[index]
        if following is None or following in self.headings:
            return False
        text = self.lines[following].text.strip()
        if self.kinds[following] != "text" or is_terminated(text) or len(text) > 60:
            return True
        if following + 1 >= len(self.lines) or self.kinds[following + 1] != "text":
            return False
        return is_hanging(text) or runs_on(text, self.lines[following + 1].text, self.width)  # a paragraph, wrapped


def _read_inline(index: int, line: Line, style: str, level: int) -> Heading | None:
    """`Tags: a, b` as a heading whose text stands on its own line."""
    if not _HAS_SIGN.search(line.text):
        return None
    number = NUMBERED.match(line.text)
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
    dress = undress(text)
    return Heading(index, dress.title, "number", depth=dress.depth)


def _next_solid(kinds: Sequence[Kind]) -> list[int | None]:
    """For each line, the next one that is not blank and no rule."""
    following: list[int | None] = [None] * len(kinds)
    solid = None
    for index in range(len(kinds) - 1, -1, -1):
        following[index] = solid
        if kinds[index] not in ("blank", "rule"):
            solid = index
    return following


def _previous_solid(kinds: Sequence[Kind]) -> list[int | None]:
    """For each line, the last one before it that is not blank and no rule."""
    return [None if index is None else len(kinds) - 1 - index for index in reversed(_next_solid(kinds[::-1]))]
