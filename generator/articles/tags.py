"""The lines of a tag section in, the tags it names out."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from generator.markup.lines import BULLET, NUMBER
from generator.model import Line, Place, Problem, Problems, TagMention
from generator.text import collapse, fold

MAX_LENGTH = 80

_COMMA = re.compile(r",(?!\d{3}\b)|(?<!\d),|[|，、；]|[ \t][•·/][ \t]")  # 10,000 GPUs is one tag
_SEMICOLON = re.compile(r"[;|]")
_HASHTAG = re.compile(r"(?<!\S)#(?=\w)")  # #OpenAI #CloudComputing
_TOUCHING = re.compile(r"(?<=\])[ \t]+(?=\[)|(?<=`)[ \t]+(?=`)")  # [OpenAI] [Oracle]
_LINK = re.compile(r"\[([^\[\]]+)\]\([^()\s]*\)")  # [OpenAI](https://…)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")  # C\#
_PROTECTED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"]*\"|“[^“”]*”")
_GROUP = re.compile(r"(?:\*\*|__)?[^\W\d_][\w &/-]{0,30}(?::(?:\*\*|__)?|(?:\*\*|__):)(?=\s|$)")  # Companies: a, b
_WRAPPING = (
    ("[", "]"),
    ("(", ")"),
    ('"', '"'),
    ("'", "'"),
    ("“", "”"),
    ("`", "`"),
    ("**", "**"),
    ("*", "*"),
    ("{", "}"),
)
_OPENINGS = frozenset(opening[0] for opening, _ in _WRAPPING)
_UNDERSCORES = re.compile(r"(_{1,3})(?=[A-Z])([^_]+)\1")  # _Oracle_, but not __init__
_AND = re.compile(r"(?:and|&)[ \t]+", re.I)
_ABBREVIATION = re.compile(r"\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|[A-Z](?:\.[A-Z])+)\.$")
_NOTHING = re.compile(r"[\W_]*")
_BLANK = re.compile("[\\s\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\uffa0]+")
"""Signs that leave the paper white, some of which count as letters."""
_LEFT_OUT = re.compile(r"[-–—*_=~#]{2,}|[-–—*_.,;:|/•·&+]?|(?:more|etc\.?)", re.I)
"""What divides a list, or ends it, and is no tag that somebody meant: `---`, `etc.`."""


def read_tags(lines: Sequence[Line], path: str) -> tuple[tuple[TagMention, ...], Problems]:
    """The tags in the order of the text, each once, in its first spelling.

    One a line, with bullets, with hashes, in groups with a name, or divided by commas, semicolons or bars; a tag may
    be bold, in quotes, in brackets or a link.
    """
    found: dict[str, TagMention] = {}
    problems: list[Problem] = []
    for mention in _mentions(lines, path):
        if problem := check_tag(mention):
            problems.append(problem)
            continue
        first = found.setdefault(fold(mention.name), mention)
        if first is not mention:
            message = f"the tag “{mention.name}” is named twice"
            hint = f"first in line {first.place.line} as “{first.name}”"
            problems.append(Problem(mention.place, "repeated-tag", message, hint, len(mention.name)))
    return tuple(found.values()), tuple(problems)


def check_tag(mention: TagMention) -> Problem | None:
    """Why a tag is left out: it is blank, has no letter, digit or picture, or is as long as a sentence."""
    place, name, width = mention.place, mention.name, len(mention.name)
    if _BLANK.fullmatch(name):
        points = " ".join(f"U+{ord(sign):04X}" for sign in name[:4])
        return Problem(place, "blank-tag", f"a tag has only signs that nobody sees: {points}", "write the tag", width)
    if not clean_tag(name):
        return Problem(place, "sign-tag", f"left out the tag “{name}”, which has no letter or digit", "name it", width)
    if len(name) > MAX_LENGTH:
        hint = f"a tag has at most {MAX_LENGTH}; divide tags by commas"
        return Problem(place, "long-tag", f"left out a tag of {width} characters: “{name}”", hint, width)
    return None


def clean_tag(part: str) -> str:
    """A tag without brackets, quotes, marks or a hash around it; nothing if it has no letter, digit or picture."""
    name = _ESCAPE.sub(r"\1", _LINK.sub(r"\1", collapse(part)))
    for _ in range(3):
        name = _unwrapped(name)
    if found := _UNDERSCORES.fullmatch(name):
        name = found[2]
    name = collapse(name.removeprefix("#")) if name[1:2].isalnum() else name
    if name.casefold() in ("more", "etc", "etc."):
        return ""
    return "" if _NOTHING.fullmatch(name) and not any(ord(sign) > 0x2BFF for sign in name) else name


def _mentions(lines: Sequence[Line], path: str) -> Iterator[TagMention]:
    for row in _rows(lines):
        for number, column, part in _parts(row):
            name = clean_tag(part) or collapse(part)
            if not _LEFT_OUT.fullmatch(name):
                yield TagMention(name, Place(path, number, column + max(part.lstrip().find(name), 0)))


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines that belong together: a bullet alone, and all the lines of a list that commas divide."""
    rows: list[list[Line]] = []
    groups = sum(bool(_GROUP.match(_unmarked(line).text)) for line in lines)
    apart = True
    for line in lines:
        clean = _unmarked(line)
        group = _GROUP.match(clean.text)
        if group and (groups > 1 or _COMMA.search(clean.text, group.end()) or group.end() == len(clean.text)):
            text = clean.text[group.end() :]
            clean = Line(line.number, text.lstrip(), clean.column + len(clean.text) - len(text.lstrip()))
            apart = True
        if not clean.text:
            apart = True
            continue
        before = rows[-1][-1].text if rows else ""
        marked = bool(BULLET.match(line.text) or NUMBER.match(line.text))
        if not apart and not marked and _is_divided(before) and not before.endswith((".", ":")):
            rows[-1].append(clean)
        else:
            rows.append([clean])
        apart = False
    return rows


def _unmarked(line: Line) -> Line:
    """The line without a bullet or number, its HTML entities decoded."""
    marker = BULLET.match(line.text) or NUMBER.match(line.text)
    start = marker.end() if marker else len(line.text) - len(line.text.lstrip())
    text = line.text[start:].rstrip()
    return Line(line.number, html.unescape(text) if "&" in text else text, line.column + start)


def _is_divided(text: str) -> bool:
    return bool(_COMMA.search(text) or _SEMICOLON.search(text))


def _parts(row: Sequence[Line]) -> Iterator[tuple[int, int, str]]:
    """The pieces between separators, with line and column; a piece may run over a line end."""
    starts: list[int] = []
    length = 0
    for line in row:
        starts.append(length)
        length += len(line.text) + 1
    joined = " ".join(line.text for line in row)
    whole = _unwrapped(joined)
    shift = joined.find(whole)
    cuts = _cuts(whole)
    edges = [0, *(edge for cut in cuts for edge in cut), len(whole)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        text = whole[start:end]
        start += len(text) - len(text.lstrip())
        at = bisect_right(starts, start + shift) - 1
        if end == len(whole):
            text = _without_stop(text, many=bool(cuts))
        yield row[at].number, row[at].column + start + shift - starts[at], text


def _cuts(text: str) -> list[tuple[int, int]]:
    """Where the text is divided: at hashes and semicolons if it has them, else at commas; never inside brackets."""
    pattern = _SEMICOLON if ";" in text else _COMMA
    closed = [found.span() for found in _PROTECTED.finditer(text)]
    begins = [start for start, _ in closed]
    cuts = [found.span() for one in (pattern, _HASHTAG, _TOUCHING) for found in one.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(cuts):
        at = bisect_right(begins, start) - 1
        inside = at >= 0 and closed[at][0] < start < closed[at][1] - 1
        if not inside and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _unwrapped(text: str) -> str:
    """The text without one pair of signs around the whole of it."""
    for opening, closing in _WRAPPING if text[:1] in _OPENINGS else ():
        inside = text[len(opening) : len(text) - len(closing)]
        if text.startswith(opening) and text.endswith(closing) and inside.strip():
            if opening not in inside and closing not in inside:
                return inside.strip()
    return text


def _without_stop(text: str, many: bool) -> str:
    """The last tag without the full stop that ends the list, and without the `and` before it."""
    text = text.rstrip()
    if text.endswith(".") and not _ABBREVIATION.search(text):
        text = text[:-1]
    return _AND.sub("", text.lstrip(), count=1) if many and _AND.match(text.lstrip()) else text
