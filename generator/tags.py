"""The lines of a tag section in, the tags it names out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.lines import BULLET, NUMBER
from generator.model import Line, Place, Problem, Problems, TagMention
from generator.text import collapse, fold

MAX_LENGTH = 80

_SEPARATOR = re.compile(r"[,;|，、；]|[ \t][•·/][ \t]")
_HASHTAG = re.compile(r"(?<!\S)#(?=[^\W\d_])")  # #OpenAI #CloudComputing
_WRAPPING = (("[", "]"), ("(", ")"), ('"', '"'), ("'", "'"), ("“", "”"), ("`", "`"), ("**", "**"), ("{", "}"))
_AND = re.compile(r"(?:and|&)[ \t]+", re.I)
_GROUP = re.compile(r"[^\W\d_][\w &/-]{0,30}:(?=[ \t]+\S)")  # Companies: OpenAI, Microsoft
_ABBREVIATION = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|[A-Z](?:\.[A-Z])+)\.$")
_NOTHING = re.compile(r"[\W_]*")


def read_tags(lines: Sequence[Line], path: str) -> tuple[tuple[TagMention, ...], Problems]:
    """The tags in the order of the text, each once, in its first spelling.

    One a line, with bullets, with hashes, or divided by commas, semicolons or bars; a tag may be bold or in quotes.
    """
    found: dict[str, TagMention] = {}
    problems: list[Problem] = []
    for mention in _mentions(lines, path):
        first = found.setdefault(fold(mention.name), mention)
        if first is not mention:
            message = f"the tag “{mention.name}” is named twice"
            hint = f"first in line {first.place.line} as “{first.name}”"
            problems.append(Problem(mention.place, "repeated-tag", "note", message, hint))
        elif len(mention.name) > MAX_LENGTH:
            message = f"a tag has {len(mention.name)} characters"
            hint = f"a tag has at most {MAX_LENGTH}; divide tags by commas"
            problems.append(Problem(mention.place, "long-tag", "warning", message, hint))
    return tuple(mention for mention in found.values() if len(mention.name) <= MAX_LENGTH), tuple(problems)


def _mentions(lines: Sequence[Line], path: str) -> list[TagMention]:
    rows = _rows(lines)
    mentions: list[TagMention] = []
    for row in rows:
        for number, column, part in _parts(row):
            name = clean_tag(part)
            if name:
                offset = max(part.find(name), 0)
                mentions.append(TagMention(name, Place(path, number, column + offset)))
    return mentions


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that belong together: a bullet alone, and all the lines of a list that commas divide."""
    rows: list[list[Line]] = []
    apart = True
    for line in lines:
        text = line.text
        marker = BULLET.match(text) or NUMBER.match(text)
        start = marker.end() if marker else len(text) - len(text.lstrip())
        if group := _GROUP.match(text, start):
            start = group.end()
        clean = Line(line.number, text[start:].rstrip(), line.column + start)
        joins = not apart and not marker and _goes_on(rows[-1][-1].text, clean.text)
        apart = not clean.text
        if apart:
            continue
        if joins:
            rows[-1].append(clean)
        else:
            rows.append([clean])
    return rows


def _goes_on(before: str, text: str) -> bool:
    """Whether a list divided by commas was wrapped between these lines, so that the tag at the break is one."""
    return bool(_SEPARATOR.search(before)) and bool(text) and not before.rstrip().endswith((".", ":"))


def _parts(row: Sequence[Line]) -> list[tuple[int, int, str]]:
    """The pieces between separators, with line and column; a piece may run over a line end."""
    joined, starts = "", []
    for line in row:
        starts.append((len(joined), line))
        joined += line.text + " "
    joined = joined.rstrip()
    for opening, closing in _WRAPPING[:1]:
        if joined.startswith(opening) and joined.endswith(closing) and joined.count(opening) == 1:
            joined = " " + joined[1:-1]
    cuts = [found.span() for found in _SEPARATOR.finditer(joined)]
    cuts += [found.span() for found in _HASHTAG.finditer(joined)]
    edges = [0, *(edge for cut in sorted(cuts) for edge in cut), len(joined)]
    parts: list[tuple[int, int, str]] = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        offset, line = max((entry for entry in starts if entry[0] <= max(start, 0)), key=lambda entry: entry[0])
        text = joined[start:end]
        text = text if end < len(joined) else _without_stop(text, many=len(cuts) > 0)
        parts.append((line.number, line.column + start - offset, text))
    return parts


def _without_stop(text: str, many: bool) -> str:
    """The last tag without the full stop that ends the list, and without the `and` before it."""
    text = text.rstrip()
    if text.endswith(".") and not _ABBREVIATION.search(text):
        text = text[:-1]
    return _AND.sub("", text.lstrip(), count=1) if many and _AND.match(text.lstrip()) else text


def clean_tag(part: str) -> str:
    """A tag without brackets, quotes, bold marks or a hash around it; nothing if it has no letter, digit or picture."""
    name = collapse(part)
    for _ in range(3):
        for opening, closing in _WRAPPING:
            inside = name[len(opening) : len(name) - len(closing)]
            if name.startswith(opening) and name.endswith(closing) and inside and closing not in inside:
                name = inside.strip()
    name = collapse(name.removeprefix("#")) if name[1:2].isalpha() else name
    return "" if _NOTHING.fullmatch(name) and not any(ord(sign) > 0x2BFF for sign in name) else name
