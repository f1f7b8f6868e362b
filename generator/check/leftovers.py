"""The lines of a file in, what a program that writes text left in them out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from ahocorasick_rs import AhoCorasick

from generator.check.signs import FILLERS, MARKS, PHRASES, SECRETS, TRACKED, UTM, Sign
from generator.markup.lines import line_kinds
from generator.model import Edit, Line, Place, Problem, Problems
from generator.text import collapse, shorten

_PROTECTED = re.compile(r"`[^`\n]+`|“[^”\n]*”|«[^»\n]*»|(?<!\w)\"[^\"\n]*\"(?!\w)")
_LINKED_MARK = re.compile(r"\[oai_citation\w*:\d+‡([^\]\n]*)\](?=\()")  # [oai_citation:0‡oracle.com](https://…)
_WRAP = re.compile(r"(?<=\S)\n(?=\S)")
_END = ".,;:!?'"
_SIGNS = (*PHRASES, *MARKS, *FILLERS, *SECRETS, TRACKED)
_TRIGGERS = sorted({trigger for sign in _SIGNS for trigger in sign.triggers})
_SIGNS_OF = [[at for at, sign in enumerate(_SIGNS) if trigger in sign.triggers] for trigger in _TRIGGERS]
_AUTOMATON = AhoCorasick(_TRIGGERS)


def find_leftovers(lines: Sequence[Line], path: str) -> Problems:
    """Words of a chat, marks of sources, tracked addresses and what was to be filled in, each at its place.

    What stands in a code block, in code or in quotation marks is what the text is about, and is let be.
    """
    text = "\n".join(line.text for line in lines).replace("’", "'")
    matches = _AUTOMATON.find_matches_as_indexes(text.casefold(), overlapping=True)
    heard = {sign for index in {match[0] for match in matches} for sign in _SIGNS_OF[index]}
    if not heard:
        return ()
    signs = [_SIGNS[number] for number in sorted(heard)]
    page = _Page(lines, text)
    found = sorted({hit for sign in signs for hit in page.find(sign)}, key=lambda hit: (hit[0], -hit[1], hit[2]))
    problems: list[Problem] = []
    reached = -1
    for start, end, code in found:
        if start >= reached:
            problems.append(page.problem(start, end, code, path))
            reached = end
    return tuple(problems)


class _Page:
    """A text with what is needed to know where in it something stands."""

    def __init__(self, lines: Sequence[Line], text: str) -> None:
        self.lines = lines
        self.text = text
        self.flat = _WRAP.sub(" ", text)
        self.starts = [0, *accumulate(len(line.text) + 1 for line in lines[:-1])]
        self.kinds = line_kinds(lines)
        self.protected = [found.span() for found in _PROTECTED.finditer(text)]
        self.begins = [start for start, _ in self.protected]

    def find(self, sign: Sign) -> Iterator[tuple[int, int, str]]:
        """Where a sign stands in running text, and the code it makes."""
        for found in chain(sign.pattern.finditer(self.text), sign.pattern.finditer(self.flat)):
            start, end = found.span()
            if sign is TRACKED:
                end = start + len(found[0].rstrip(_END))
                if not UTM.search(found[0]):
                    continue
            if sign.code == "secret" or not self._is_let_be(start):
                yield start, end, sign.code

    def problem(self, start: int, end: int, code: str, path: str) -> Problem:
        """The problem of a span, with the edits that take it out where that is all there is to do."""
        index = bisect_right(self.starts, start) - 1
        line = self.lines[index]
        column = start - self.starts[index]
        place = Place(path, line.number, line.column + column)
        width = end - start if start + (end - start) <= self.starts[index] + len(line.text) else 0
        words = shorten(collapse(line.text[column : column + width] or self.text[start:end]), 60)
        message, hint = _WORDS[code]
        edits = (self._edit(line, column, column + width, code),) if code in _MENDED and width else ()
        return Problem(place, code, message.format(words), hint, width, edits)

    def _edit(self, line: Line, start: int, end: int, code: str) -> Edit:
        """The edit that takes a mark or the tracking of an address out, and the space that is left over with it."""
        text = line.text
        new = ""
        if code == TRACKED.code and text[start] == "?" and text[end : end + 1] == "&":
            end, new = end + 1, "?"
        elif linked := _LINKED_MARK.match(text, start):
            new = f"[{linked[1]}]"
        elif code != TRACKED.code and text[:start].endswith(" ") and text[end : end + 1] in ("", " ", *_END):
            start -= 1
        return Edit(line.number, line.column + start, text[start:end], new)

    def _is_let_be(self, start: int) -> bool:
        """Whether the place is in a code block, or inside code or a quotation."""
        if self.kinds[bisect_right(self.starts, start) - 1] == "code":
            return True
        at = bisect_right(self.begins, start - 1) - 1
        return at >= 0 and start < self.protected[at][1]


_WORDS = {
    "chat-phrase": ("“{}” are words of a chat, not of an article", "take them out, or put them in quotation marks"),
    "generator-mark": ("“{}” is a mark that a program left", "take it out; name the source where one is needed"),
    "placeholder": ("“{}” was to be filled in", "write what is meant, or take it out"),
    "secret": ("this looks like a key that opens something", "take it out, and have it replaced"),
    "tracked-address": ("the address tells which program found it: “{}”", "take that part of the address out"),
}
_MENDED = ("generator-mark", "tracked-address")
