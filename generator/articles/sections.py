"""A Seed in, its title and Sections out: every line of the text lands in exactly one section, or is its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from generator.articles.fields import first_field
from generator.articles.headings import Heading, find_headings
from generator.articles.names import is_wrapper
from generator.articles.outline import check_outline
from generator.articles.tags import MAX_LENGTH
from generator.markup import plain_text
from generator.markup.lines import BULLET, NUMBER, RULE, is_terminated, line_kinds
from generator.model import Line, Place, Problems, Role, Section, Seed
from generator.text import fold
from generator.text.dates import read_date
from generator.text.urls import URL

_BYLINE = re.compile(
    r"[Bb]y[ \t]+((?:[A-Z][\w.'’-]*(?:[ \t]+|$|,[ \t]*|&[ \t]+)(?:and[ \t]+)?){2,12})$"
)  # By Ada Lovelace
_KEY_LINE = re.compile(r"[^\W\d_][\w ]{0,30}:[ \t]")  # Status: deprecated
_BESIDE = re.compile(r"[ \t]+[|·•–—][ \t]+")  # By Ada Lovelace | 3 May 2026
_READING_TIME = re.compile(r"\d+[ -]min(?:ute)?s?(?: read)?", re.I)
_STOP = re.compile(r"(?:\b(?:Inc|Corp|Ltd|Co|Jr|Sr)|(?:\b[A-Z]\.)+[A-Z])\.$")  # … in the U.S.
_AT_THE_EDGE: tuple[Role, ...] = ("title", "authors", "date")
_ONE_LINE: tuple[Role, ...] = ("title", "authors", "date")
_TITLE_WORDS, _TITLE_LENGTH = 30, 200
_SUBTITLE_WORDS = 14
_EDGE_LINES = 16
"""How far down a title, author or date line is looked for."""
_PROSE_WORDS = 14
"""More words than this without a comma are prose, not a tag."""


def split_sections(seed: Seed) -> tuple[tuple[Section, ...], Problems]:
    """The sections of an article in the order of the file; a title that the text gives is the section `title`.

    Text before the first heading, and text that cannot belong to the section it stands in, is a body section without
    a title. A level is 2 for a section and one more for each step below.
    """
    lines = seed.lines
    headings = [heading for heading in find_headings(lines) if _is_in_place(heading, lines)]
    headings, title = _take_title(headings, lines)
    given = first_field(seed.fields, "title")
    if title and given and fold(title.title) != fold(given.value):
        headings = [replace(title, role="body", level=0), *headings] if title.marked else headings
        title = None  # the front matter has another title, and no line of the text is lost
    sections: list[Section] = [] if title is None else [_title_section(title, lines, seed.path)]
    start = 0 if title is None else title.index + title.span
    first = headings[0].index if headings else len(lines)
    sections += _head_matter(seed, start, first)
    base = min((heading.level for heading in headings if heading.level and heading.role != "title"), default=2)
    bold_is_below = any(heading.style != "bold" and heading.rest is None for heading in headings)
    parent: Heading | None = None
    level, marked = 1, base
    for heading, following in zip_longest(headings, headings[1:]):
        marked = heading.level or marked
        below = heading.style == "bold" and not heading.known and bold_is_below
        raw = (heading.level or (marked + 1 if below else base)) + heading.depth
        nested = parent is not None and not heading.known and _is_nested(heading, parent)
        role = parent.role if nested and parent else heading.role
        parent = parent if nested else (heading if heading.role in ("references", "tags") else None)
        level = min(2 + raw - base, level + 1) if raw > base else 2
        end = following.index if following else len(lines)
        under = lines[heading.index + heading.span : end]
        place = Place(seed.path, lines[heading.index].number)
        own = (heading.rest, *under) if heading.rest else under
        if not (is_wrapper(heading.title) and not any(line.text.strip() for line in own)):
            words = plain_text(heading.title) or heading.title
            sections += _with_spill(Section(role, words, level, place, own), inline=heading.rest is not None)
    kept = tuple(_without_rules(section) for section in sections)
    return kept, check_outline(kept, lines)


def _take_title(headings: list[Heading], lines: Sequence[Line]) -> tuple[list[Heading], Heading | None]:
    """The headings without the one that is the article's title, and that one."""
    if not lines:
        return headings, None
    named = next((heading for heading in headings if heading.role == "title"), None)
    first = headings[0] if headings else None
    if first is None or first.index > 0:
        if named is None and _is_title_line(lines, first):
            return headings, Heading(0, lines[0].text.strip().strip("*_"), "bare", "title")
        return headings, None
    if named is not None or first.role != "body" or first.known or first.style == "number" or first.rest:
        return headings, None
    others = [heading.level for heading in headings[1:] if heading.level]
    content = lines[first.index + first.span : headings[1].index] if len(headings) > 1 else lines[first.span :]
    alone = not any(line.text.strip() for line in content)
    if len(headings) > 1 and headings[1].level > first.level > 0 and first.level in others:
        alone = False  # it has sections of its own, and others stand beside it
    only_unknown = (
        first.style == "bold" and len(headings) > 1 and all(h.known or h.style != "bold" for h in headings[1:])
    )
    if first.style == "bare" or alone or only_unknown or (first.level and all(first.level < level for level in others)):
        return headings[1:], replace(first, role="title")
    return headings, None


def _is_title_line(lines: Sequence[Line], first: Heading | None) -> bool:
    """Whether the first line, which is no heading, is the title: one short line, apart, not a sentence."""
    text = lines[0].text.strip()
    if line_kinds(lines[:1])[0] != "text" or len(text.split()) > _TITLE_WORDS or len(text) > _TITLE_LENGTH:
        return False
    apart = len(lines) == 1 or not lines[1].text.strip() or (first is not None and first.index == 1)
    apart = apart or bool(_byline_and_date(lines[1].text)) or _is_subtitle(lines, first)
    return apart and (text[-1] not in ".,;:…" or bool(_STOP.search(text)))


def _is_subtitle(lines: Sequence[Line], first: Heading | None) -> bool:
    """Whether the second line is short, no sentence, and the end of its paragraph."""
    text = lines[1].text.strip()
    ends = len(lines) == 2 or not lines[2].text.strip() or (first is not None and first.index == 2)
    return ends and len(text.split()) <= _SUBTITLE_WORDS and not is_terminated(text) and bool(text)


def _title_section(title: Heading, lines: Sequence[Line], path: str) -> Section:
    line = lines[title.index]
    place = Place(path, line.number, line.column)
    return Section("title", title.title, 1, place, (Line(line.number, title.title, line.column),))


def _head_matter(seed: Seed, start: int, end: int) -> list[Section]:
    """What stands between the title and the first heading: a byline, a date, and text without a heading."""
    sections: list[Section] = []
    rest: list[Line] = []
    for line in seed.lines[start:end]:
        found = _byline_and_date(line.text) if start and not rest else {}
        for role, text in found.items():
            sections.append(Section(role, "", 2, Place(seed.path, line.number), (replace(line, text=text),)))
        if not found and (rest or line.text.strip()):
            rest.append(line)
    if rest:
        sections.append(Section("body", "", 2, Place(seed.path, rest[0].number), tuple(rest)))
    return sections


def _byline_and_date(text: str) -> dict[Role, str]:
    """The authors and the date, if a line says these and nothing else."""
    found: dict[Role, str] = {}
    for piece in _BESIDE.split(text.strip().strip("*_").strip()):
        if _READING_TIME.fullmatch(piece):
            continue
        if byline := _BYLINE.match(piece):
            found["authors"] = byline[1]
        elif read_date(piece):
            found["date"] = piece
        else:
            return {}
    return found


def _is_in_place(heading: Heading, lines: Sequence[Line]) -> bool:
    """Whether `Date: …` stands where articles have it, and is not a line of the text."""
    if heading.role not in _AT_THE_EDGE:
        return True
    before = [line.text for line in lines[: heading.index][:_EDGE_LINES] if line.text.strip()]
    return heading.index < _EDGE_LINES and all(len(text) < 120 for text in before)


def _is_nested(heading: Heading, parent: Heading) -> bool:
    """Whether a heading names a group inside the list of references or tags above it."""
    return heading.style in ("group", "bold") or heading.level > parent.level > 0


def _with_spill(section: Section, inline: bool) -> list[Section]:
    """The section with the lines that belong to it, and the others as text without a heading."""
    lead = _lead_in(section)
    if lead:
        text = Section("body", "", 2, Place(section.place.path, section.lines[0].number), section.lines[:lead])
        return [text, *_with_spill(replace(section, lines=section.lines[lead:]), inline)]
    size = _extent(section, inline)
    own, rest = section.lines[:size], section.lines[size:]
    sections = [replace(section, lines=own)]
    solid = next((line for line in rest if line.text.strip() and not RULE.match(line.text)), None)
    if solid:
        sections.append(Section("body", "", 2, Place(section.place.path, solid.number, solid.column), rest))
    return sections


def _lead_in(section: Section) -> int:
    """The number of lines with which a list of references is announced: `The following were read:`."""
    solid = [index for index, line in enumerate(section.lines) if line.text.strip()]
    if section.role != "references" or len(solid) < 2:
        return 0
    first, second = section.lines[solid[0]].text, section.lines[solid[1]].text
    announces = first.rstrip().endswith(":") and not _is_listed(first) and _is_listed(second)
    return solid[1] if announces else 0


def _extent(section: Section, inline: bool) -> int:
    """How many of the lines below a heading belong to it."""
    lines = section.lines
    if section.role in ("references", "tags"):
        lines = lines[: _footer(lines)]
    if section.role == "body" or (section.role in ("summary", "references") and not inline):
        return len(lines)
    first = next((index for index, line in enumerate(lines) if line.text.strip()), len(lines))
    if section.role in _ONE_LINE:
        return first + 1
    if section.role == "tags":
        return _tags_extent(lines, inline)
    end = first
    while end < len(lines) and lines[end].text.strip() and not (end > first and _KEY_LINE.match(lines[end].text)):
        end += 1
    while section.role == "references" and end < len(lines) and _is_listed(lines[end].text):
        end += 1
    return end


def _footer(lines: Sequence[Line]) -> int:
    """Where a rule in a list is followed by text that is no part of it: `---`, `Disclaimer: …`."""
    for index, line in enumerate(lines):
        if index and RULE.match(line.text):
            after = next((later.text for later in lines[index + 1 :] if later.text.strip()), "")
            if after and not _is_listed(after) and not URL.search(after):
                return index
    return len(lines)


def _tags_extent(lines: Sequence[Line], inline: bool) -> int:
    """Tag lines up to the first that is prose; after text on the heading's line, up to the first blank one."""
    end = 0
    for index, line in enumerate(lines):
        text = line.text.strip()
        if inline and index and not text and not any(_is_listed(later.text) for later in lines[index : index + 2]):
            return end
        parts = re.split(r"[,;|，、；]", text)
        longest = max(len(part.split()) for part in parts)
        if (
            longest > _PROSE_WORDS
            or (len(parts) == 1 and len(text) > MAX_LENGTH)
            or (is_terminated(text) and longest > 6 and not BULLET.match(text))
        ):
            return end
        end = index + 1
    return end


def _is_listed(text: str) -> bool:
    return not text.strip() or bool(BULLET.match(text) or NUMBER.match(text) or text.lstrip().startswith(("[", "<")))


def _without_rules(section: Section) -> Section:
    """The section without blank lines and rules at its ends."""
    lines = section.lines
    solid = [index for index, line in enumerate(lines) if line.text.strip() and not RULE.match(line.text)]
    return replace(section, lines=lines[solid[0] : solid[-1] + 1] if solid else ())
