"""The lines of running text in; what in them points at nothing out: links, numbers, notes, and code that never ends."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence

from generator.markup.lines import line_kinds
from generator.model import Line, Place, Problem, Problems
from generator.text import shorten
from generator.text.urls import safe_url

MOST = 50
"""Problems of one kind that are told of one article; the next check tells of more."""

_TARGET = re.compile(r"\]\(\s{0,9}(<[^<>\n]{1,2000}>|[^\s<>()]{1,2000})")  # [words](target)
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]{1,2000})>", re.I)  # <scheme:target>
_SCHEME = re.compile(r"[\x00-\x20]*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})", re.I)
_NUMBERS = re.compile(r"(?<![\]\w])\[(\d{1,3}(?:[ \t]*[,;][ \t]*\d{1,3}){0,20})\](?![(:\[])")  # [1], [1, 3]
_NOTE = re.compile(r"[ \t]{0,3}\[\^([^\]\s]{1,40})\]:")  # [^1]: words
_CODE = re.compile(r"`[^`\n]+`")


def check_pointers(parts: Sequence[Sequence[Line]], numbers: frozenset[int], path: str) -> Problems:
    """What is wrong in the parts of an article that hold running text, where `numbers` are those of its references."""
    problems: list[Problem] = []
    plain: list[Line] = []
    for lines in parts:
        if not any(sign in line.text for line in lines for sign in "[<`~"):
            continue
        for line, kind in zip(lines, line_kinds(lines), strict=True):
            if kind == "fence":
                hint = "end it with a line of the same signs, or take this line out"
                place = Place(path, line.number, line.column)
                problems.append(Problem(place, "open-code", "the code that starts here never ends", hint))
            elif kind != "code":
                plain.append(Line(line.number, _CODE.sub(lambda found: " " * len(found[0]), line.text), line.column))
    found = (_links(plain, path), _unknown_numbers(plain, numbers, path), _notes(plain, path))
    return (*problems[:MOST], *(problem for some in found for problem in _first(some)))


def _first(problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems that say something new, as long as anybody would read on."""
    said: dict[str, Problem] = {}
    for problem in problems:
        said.setdefault(problem.message, problem)
        if len(said) == MOST:
            break
    return iter(said.values())


def _links(lines: Sequence[Line], path: str) -> Iterator[Problem]:
    for line in lines:
        for pattern in (_TARGET, _AUTOLINK):
            for found in pattern.finditer(line.text):
                target = found[1].strip("<>")
                if target.startswith("#") or safe_url(target, mail=True):
                    continue
                place = Place(path, line.number, line.column + found.start(1) + found[1].index(target))
                yield _refused(target, place)


def _refused(target: str, place: Place) -> Problem:
    """An address of a kind that is never linked, or else the name of a file that is not part of the site."""
    name = shorten(target, 80)
    if _SCHEME.match(html.unescape(target)):
        message, hint = f"“{name}” is not an address that a page may link to", "give an http or https address"
        return Problem(place, "unsafe-url", message, hint, len(target))
    message, hint = f"“{name}” leads to no page of the site", "give the whole address, with https://"
    return Problem(place, "relative-link", message, hint, len(target))


def _unknown_numbers(lines: Sequence[Line], numbers: frozenset[int], path: str) -> Iterator[Problem]:
    """Numbers that no reference has, in a text whose other numbers are those of its references."""
    cited = [
        (int(digits[0]), Place(path, line.number, line.column + found.start(1) + digits.start()), digits[0])
        for line in lines
        for found in _NUMBERS.finditer(line.text)
        for digits in re.finditer(r"\d+", found[1])
    ]
    if not any(number in numbers for number, _, _ in cited):
        return
    for number, place, digits in cited:
        if number not in numbers:
            hint = "add the reference, or correct the number"
            yield Problem(place, "unknown-number", f"there is no reference {number}", hint, len(digits))


def _notes(lines: Sequence[Line], path: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for line in lines:
        if (found := _NOTE.match(line.text)) and first.setdefault(found[1], line.number) != line.number:
            message = f"the note {found[1]} is given twice; the first is in line {first[found[1]]}"
            place = Place(path, line.number, line.column + found.start(1))
            yield Problem(place, "repeated-note", message, "give one of them another name", len(found[1]))
