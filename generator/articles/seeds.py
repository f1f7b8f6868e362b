"""One file in, one Seed out: text without the wrappers that people and programs put around an article."""

from __future__ import annotations

import re

from generator.articles.fields import read_front_matter, read_toml_front_matter
from generator.markup.lines import with_pipes
from generator.model import Field, Line, Place, Problem, Problems, Seed, Source
from generator.sources.decoding import read_lines
from generator.text import collapse, shorten

MAX_CHARACTERS = 400_000
"""Longest article, some two hundred pages: whatever a text is made of, the time to read it grows with its length."""
MAX_LINES = 12_000
"""Most lines with words on them."""
_BLANK_LINES = 20
"""Of more blank lines in a row, the others say nothing."""

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*(markdown|md|text|txt|plaintext|plain)?[ \t]*$", re.I)  # ```markdown
_FENCE_START = re.compile(r" {0,3}(?:`{3,}|~{3,})[ \t]*[^`~\s]")  # ```python
_FENCE_END = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*$")
_RULE = re.compile(r"[ \t]*([-*_=#])(?:[ \t]*\1){2,}[ \t]*$")  # ---
_KEY = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|$)")
_HTML = re.compile(r"\s*<(?:!doctype\s+html|html[\s>])", re.I)
_MADE = r"(?:article|draft|version|write-?up|post|piece|rewrite|report|text|markdown)"
_OPENER = re.compile(
    r"(?:sure|certainly|of course|absolutely|great question|understood|happy to help)(?:[!.]|,? (?:here|i)\b).*[.:!]$"
    rf"|(?:here['’]?s|here is|here are|below is|the following is)\b.{{0,120}}\b{_MADE}\b(?:.*:|.*\byou\b.*[.!])$"
    r"|(?:for immediate release|press release|news release)[.:!]?$"
    rf"|i(?:['’]ve| have) (?:written|drafted|prepared|created|put together)\b.{{0,80}}\b{_MADE}\b.*[.:!]$",
    re.I,
)  # Sure! Here is the article you asked for:
_CLOSER = re.compile(
    r"(?:please )?(?:let me know|feel free to|i hope (?:this|that)|hope (?:this|that) helps|would you like me"
    r"|do you want me to|is there anything else|i can also|(?:i['’]?m |i am )?happy to (?:adjust|revise|help))\b"
    r"|if you(?:['’]d)? (?:would )?(?:like|want|need)\b.*"
    r"\b(?:i can|i could|i['’]d|i['’]m|i am|let me know|just ask|tell me)\b"
    r"|(?:generated|written|drafted|created) (?:by|with) (?:chatgpt|gpt|an? ai|ai|claude|gemini|copilot)\b"
    r"|\(?word count\b.{0,20}$"
    rf"|(?:this|the) {_MADE}\b.*\b(?:as (?:you )?requested|your request|your requirements)\b",
    re.I,
)  # Let me know if you would like any changes!
_CHAT_WORDS = 60


def read_seed(source: Source) -> tuple[Seed | None, Problems]:
    """The article that a file holds as text, or None with the problem that makes it none.

    Lines keep their numbers in the file, so that every later problem points at what the author sees.
    """
    lines, problems = read_lines(source)
    if lines is None:
        return None, problems
    lines = _trim(_without_gaps(lines))
    if not lines:
        return None, (*problems, _empty(source.path))
    if too_large := _check_size(lines, source.path):
        return None, (*problems, *too_large)
    if _HTML.match(lines[0].text):
        place = Place(source.path, lines[0].number)
        hint = "save the article as plain text or Markdown"
        return None, (*problems, Problem(place, "html-file", "this is an HTML page, not an article", hint))
    lines, chat = _take_chat(lines, source.path)
    fields: tuple[Field, ...] = ()
    unwrapped = _take_fence(lines)
    if len(unwrapped) < len(lines):
        lines, more = _take_chat(unwrapped, source.path)
        chat += more
    if lines and lines[0].text.rstrip() in ("---", "+++"):
        take = _take_toml if lines[0].text.startswith("+") else _take_front_matter
        lines, fields, found = take(lines, source.path)
        problems += found
        lines, more = _take_chat(_take_fence(_trim(lines)), source.path)
        chat += more
    lines = with_pipes(_strip_rules(lines))
    if not lines and not fields:
        return None, (*problems, *chat, _empty(source.path))
    return Seed(source.path, lines, fields), problems + chat


def _empty(path: str) -> Problem:
    return Problem(Place(path), "empty-file", "the file is empty", "write the article, or delete the file")


def _check_size(lines: tuple[Line, ...], path: str) -> Problems:
    """An error where the article is longer than any that people write."""
    characters, solid = sum(len(line.text) for line in lines), sum(bool(line.text) for line in lines)
    if characters <= MAX_CHARACTERS and solid <= MAX_LINES:
        return ()
    message = f"the article has {characters:,} characters on {solid:,} lines"
    hint = f"split it, or take out what is not text; an article has at most {MAX_CHARACTERS:,}, and {MAX_LINES:,} lines"
    return (Problem(Place(path), "too-large", message, hint),)


def _without_gaps(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without most of the blank ones, where very many stand in a row."""
    kept: list[Line] = []
    blank = 0
    for line in lines:
        blank = 0 if line.text.strip() else blank + 1
        if blank <= _BLANK_LINES:
            kept.append(line)
    return tuple(kept)


def _trim(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without blank ones at either end."""
    kept = [index for index, line in enumerate(lines) if line.text.strip()]
    return lines[kept[0] : kept[-1] + 1] if kept else ()


def _strip_rules(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without rules (`---`) at either end."""
    start, end = 0, len(lines)
    while start < end and (not lines[start].text.strip() or _RULE.match(lines[start].text)):
        start += 1
    while end > start and (not lines[end - 1].text.strip() or _RULE.match(lines[end - 1].text)):
        end -= 1
    return lines[start:end]


def _take_fence(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines without a code fence that encloses them all: the first line opens it, the last closes it.

    A fence marked as Markdown or text goes even when its end was forgotten.
    """
    opened = _FENCE.match(lines[0].text) if lines else None
    if not opened:
        return lines
    sign, marked = opened[1][0], bool(opened[2])
    ends = [
        index
        for index, line in enumerate(lines[1:], 1)
        if (end := _FENCE_END.match(line.text)) and end[1].startswith(opened[1])
    ]
    starts = sum(1 for line in lines[1:] if _FENCE_START.match(line.text) and line.text.lstrip().startswith(sign))
    closed = bool(ends) and (len(ends) - starts) % 2 == 1
    if closed and (marked or (ends[-1] == len(lines) - 1 and len(ends) == starts + 1)):
        return _trim((*lines[1 : ends[-1]], *lines[ends[-1] + 1 :]))
    return _trim(lines[1:]) if marked and not closed else lines


def _take_front_matter(lines: tuple[Line, ...], path: str) -> tuple[tuple[Line, ...], tuple[Field, ...], Problems]:
    """The lines after a front matter block, and what it says; a lone `---` at the top is a rule and goes."""
    end = next((i for i, line in enumerate(lines[1:], 1) if line.text.rstrip() in ("---", "...")), None)
    first = next((line for line in lines[1:] if line.text.strip()), None)
    is_mapping = first is not None and (_KEY.match(first.text) or first.text.startswith("{"))
    if end is not None and (is_mapping or end == 1):
        fields, problems = read_front_matter(lines[1:end], path)
        return lines[end + 1 :], fields, problems
    if is_mapping and end is None and first and first.number == lines[0].number + 1:
        message = "the front matter that starts here is never closed"
        problem = Problem(Place(path, lines[0].number), "front-matter-open", message, "end it with ---")
        return lines[1:], (), (problem,)
    return lines[1:], (), ()


def _take_toml(lines: tuple[Line, ...], path: str) -> tuple[tuple[Line, ...], tuple[Field, ...], Problems]:
    """The lines after a front matter block in TOML, and what it says; a lone `+++` stays."""
    end = next((i for i, line in enumerate(lines[1:], 1) if line.text.rstrip() == "+++"), None)
    if end is None:
        return lines, (), ()
    fields, problems = read_toml_front_matter(lines[1:end], path)
    return lines[end + 1 :], fields, problems


def _take_chat(lines: tuple[Line, ...], path: str) -> tuple[tuple[Line, ...], Problems]:
    """The lines without a first or last paragraph that talks to whoever asked for the article."""
    lines = _trim(lines)
    problems: list[Problem] = []
    for pattern, from_end in ((_OPENER, False), (_OPENER, False), (_CLOSER, True), (_CLOSER, True), (_CLOSER, True)):
        for paragraph in _edge_paragraphs(lines, from_end):
            text = collapse(" ".join(line.text for line in paragraph)).strip("*_> ")
            if len(paragraph) == len(lines) or len(text.split()) > _CHAT_WORDS or not pattern.match(text):
                continue
            lines = lines[: -len(paragraph)] if from_end else lines[len(paragraph) :]
            lines = _strip_rules(lines) if from_end else _trim(lines)
            message = f"left out a line that is not part of the article: “{shorten(text, 80)}”"
            place = Place(path, paragraph[0].number)
            problems.append(Problem(place, "chat-leftover", message, "delete the line"))
            break
    return lines, tuple(problems)


def _edge_paragraphs(lines: tuple[Line, ...], from_end: bool) -> list[tuple[Line, ...]]:
    """What may be chat at one end: the paragraph that a blank line sets apart, or else the one line."""
    ordered = lines[::-1] if from_end else lines
    size = next((i for i, line in enumerate(ordered) if not line.text.strip()), len(ordered))
    return [tuple(sorted(ordered[:n], key=lambda line: line.number)) for n in sorted({min(size, 5), 1}) if n <= size]
