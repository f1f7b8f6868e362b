"""The lines of a reference section in, the citations it lists out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.articles.publishers import EDGES, PUBLISHERS, split_date, split_year
from generator.markup import plain_text
from generator.markup.lines import BULLET, NUMBER, line_kinds
from generator.model import Citation, Line, Place, Problem, Problems
from generator.text import collapse, fold
from generator.text.urls import URL, safe_url, trim_url

_LABEL = re.compile(r"[ \t]*\[\^?(\d{1,3})\](?::|\.)?[ \t]*(?=\S)")  # [1] Title
_MARKDOWN_LINK = re.compile(
    r"\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\]){0,600})\]\(\s*(<[^<>\n]*>|https?://[^()\"\n]*(?:\([^()\"\n]*\)[^()\"\n]*)*(?=\))|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)  # [Title](https://…)
_ADDRESS = re.compile(rf"{_MARKDOWN_LINK.pattern}|{URL.pattern}", re.I)
_JOINER = re.compile(r"^(?:and|or|see also|see)\b[ \t]*(?=https?:|www\.|\[)", re.I)
_ANGLE = re.compile(r"<(https?://[^<>\n]*|[a-z][a-z0-9+.-]*:[^<>\s]*)>", re.I)  # <https://…>
_DOI = re.compile(r"(?<![\w/.])doi:\s*10\.\d{4,9}/[^\s<>\"]+", re.I)
_SCHEME = re.compile(
    r"(?:(?<=[\s(<])|^)(?:(?:\w{0,10}script|view-source|filesystem|blob):\S+|data:[\w/+.-]*[,;]\S*|file:/\S*|ftp://\S+"
    r"|mailto:\S+@\S+|(?://|\\\\)[\w.-]+\.\S+)",
    re.I,
)
_ACCESSED = re.compile(
    r"[ \t]*[,.(]?[ \t]*\b(?:last[ \t]+)?(?:accessed|retrieved|viewed)\b(?:[ \t]+(?:on|from|at))?.{0,60}$", re.I
)
_COLUMNS = frozenset(
    "title titles name reference source publisher url link links address date author authors no".split()
)
_LINK_WORDS = re.compile(
    r"(?:^|(?<=[ \t.,;:(–—-]))(?:available(?: online)? (?:at|from)"
    r"|retrieved from|accessed (?:at|from)|url|link|online)[ \t]*:?[ \t]*$",
    re.I,
)


def read_citations(lines: Sequence[Line], section: str, path: str, first: int) -> tuple[tuple[Citation, ...], Problems]:
    """The entries of one reference section, numbered from `first`, or as `[n]` labels them.

    Bullets, numbers, `[1]` labels, `[Title](URL)`, `Title - URL`, `Title, Publisher - URL`, a URL on its own or on the
    line below its title are read. An address that no page may link to is an error, and its title stays.
    """
    citations: list[Citation] = []
    problems: list[Problem] = []
    for entry in (part for whole in _entries(lines) for part in _split_addresses(whole)):
        number, text = entry.number or first + len(citations), entry.text
        place = Place(path, entry.line, entry.column)
        work = _read_work(text)
        if work.refused:
            message = f"“{work.refused}” is not an address that a page may link to"
            at = max(text.find(work.refused, 0, entry.first), 0)
            place = replace(place, column=entry.column + at)
            hint, width = "give an http or https address", len(work.refused) if at else 0
            problems.append(Problem(place, "unsafe-url", message, hint, width))
        if not work.title and not work.url:
            continue
        title, dated = split_date(work.title)
        title, publisher, year = split_year(title, work.url)
        note = ", ".join(part for part in (dated, year, work.note) if part)
        citations.append(Citation(number, title, work.url, publisher, note, section, place))
    return tuple(citations), tuple(problems)


@dataclass(frozen=True, slots=True)
class _Entry:
    line: int
    column: int
    text: str
    number: int = 0
    first: int = 0
    """The length of its text on its first line."""


@dataclass(frozen=True, slots=True)
class _Work:
    title: str
    url: str
    note: str
    refused: str


def _entries(lines: Sequence[Line]) -> list[_Entry]:
    """The list's entries with their wrapped lines joined by a space."""
    kinds = line_kinds(lines)
    marked = any(_marker(line.text) for line in lines)
    entries: list[_Entry] = []
    blank = True
    for index, line in enumerate(lines):
        text = line.text.strip()
        if kinds[index] == "table" and (_is_rule(text) or _is_header(text)):
            continue
        if not text:
            blank = True
            continue
        marker = _marker(line.text)
        number, start = marker or (0, len(line.text) - len(line.text.lstrip()))
        text = line.text[start:].strip()
        below = bool(marker) and line.text[:1].isspace() and _is_address(text)
        if entries and (below or not marker) and _continues(entries[-1].text, line.text, text, marked, blank):
            join = " - " if _is_address(text) or not marked else " "
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text}{join}{text}")
        elif not marked and not blank and _ends_in_address(lines, index) and not _read_work(entries[-1].text).url:
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text} - {text}")
        else:
            entries.append(_Entry(line.number, line.column + start, text, number, len(text)))
        blank = False
    return entries


def _split_addresses(entry: _Entry) -> list[_Entry]:
    """An entry with several addresses is several: each part ends with one, and the last has what follows.

    So is one that only lists publishers: `Reuters, Bloomberg, Financial Times`.
    """
    names = [name.strip() for name in entry.text.rstrip(".").split(",")]
    if len(names) > 1 and all(fold(name.removeprefix("and ")) in PUBLISHERS for name in names):
        return [replace(entry, text=name.removeprefix("and "), number=0, first=0) for name in names]
    ends: list[int] = []
    seen: set[str] = set()
    for found in _ADDRESS.finditer(entry.text):
        address = found[0] if found[0].startswith("[") else trim_url(found[0])
        target = URL.search(found[0])
        if address and (key := trim_url(target[0]).rstrip("/").casefold() if target else found[0]) not in seen:
            seen.add(key)
            ends.append(found.start() + len(address))
    cuts = [0, *ends[:-1], len(entry.text)]
    parts = [_JOINER.sub("", entry.text[start:end].strip(" \t,;|").lstrip(") \t,;|")) for start, end in pairwise(cuts)]
    return [
        replace(entry, text=part, number=0 if at else entry.number, first=entry.first if part == entry.text else 0)
        for at, part in enumerate(parts)
        if part
    ]


def _is_rule(text: str) -> bool:
    return bool(re.fullmatch(r"[|: \t-]*-[|: \t-]*", text))


def _is_header(text: str) -> bool:
    """Whether a row names the columns of a table of references."""
    names = [name for name in re.split(r"[\W_]+", text.casefold()) if name]
    return bool(names) and all(name in _COLUMNS for name in names)


def _is_address(text: str) -> bool:
    return bool(URL.fullmatch(text) or _ANGLE.fullmatch(text))


def _ends_in_address(lines: Sequence[Line], index: int) -> bool:
    """Whether this line is the middle of a paragraph of three: title, publisher, address."""
    following = [line.text.strip() for line in lines[index + 1 : index + 3]]
    return bool(following) and _is_address(following[0]) and (len(following) < 2 or not following[1])


def _marker(text: str) -> tuple[int, int] | None:
    """The number of a list marker (0 for a bullet) and where the entry's text starts; None without a marker."""
    bullet = BULLET.match(text)
    start = bullet.end() if bullet else 0
    if label := _LABEL.match(text, start):
        return int(label[1]), label.end()
    if bullet:
        return 0, start
    number = NUMBER.match(text)
    return (int(number[1]), number.end()) if number else None


def _continues(before: str, raw: str, text: str, marked: bool, blank: bool) -> bool:
    """Whether a line without a marker belongs to the entry above it."""
    if (
        URL.fullmatch(text)
        or _ANGLE.fullmatch(text)
        or _LINK_WORDS.match(" " + text.split("http", maxsplit=1)[0].rstrip())
    ):
        return not _read_work(before).url
    if marked:
        return raw[:1].isspace() or not blank
    return not blank and text[:1].islower() and text.split(maxsplit=1)[0].islower()


def _read_work(text: str) -> _Work:
    """What one entry says: the title with its publisher, the address, and when somebody looked."""
    title, url, refused = _take_address(text)
    title = collapse(plain_text(title))
    if accessed := _ACCESSED.search(title):
        title = title[: accessed.start()]
    note = accessed[0].strip(EDGES + "()[]. ").removesuffix(" from") if accessed else ""
    return _Work(_clean_title(title), url, note, refused)


def _take_address(text: str) -> tuple[str, str, str]:
    """The text without its address, the address if a page may link to it, and the address if none may."""
    if link := _MARKDOWN_LINK.search(text):
        raw = link[2].strip("<>")
        title = f"{text[: link.start()]}{link[1]}{text[link.end() :]}"
        url = safe_url(raw) if raw else ""
        if URL.match(plain_text(link[1])) and not URL.sub("", title).strip(EDGES + "()[]<>."):
            title = ""
        return title, url, raw if raw and not url else ""
    for pattern in (_ANGLE, URL, _DOI):
        if found := pattern.search(text):
            raw = trim_url(found[1] if pattern is _ANGLE else found[0])
            if pattern is URL and " " not in text.strip() and not text.strip().endswith((")", ".", ",")):
                raw = text.strip()
            url = safe_url(raw)
            end = found.end() if pattern is _ANGLE else found.start() + len(raw)
            return f"{text[: found.start()]} {text[end:]}" if url else text, url, "" if url else raw
    refused = _SCHEME.search(text)
    return text, "", refused[0] if refused else ""


def _clean_title(text: str) -> str:
    """The words of an entry without list punctuation around them, and without `available at:`."""
    for _ in range(3):
        text = re.sub(r"\(\s*\)|\[\s*\]|<\s*>", "", text).strip(EDGES)
        text = _LINK_WORDS.sub("", text).rstrip(EDGES + "([")
        text = re.sub(r"(?:[.,;:]?[ \t]+[.,;:])+$", "", text)
    if text.endswith(".") and not text.endswith(("..", "Inc.", "Corp.", "Ltd.", "Co.", "U.S.", "U.K.")):
        text = text[:-1]
    return text.strip() if any(sign.isalnum() for sign in text) else ""
