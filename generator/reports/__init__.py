"""Problems in, what a person or a program reads about them out: text, JSON, SARIF or GitHub's commands."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from itertools import groupby
from typing import Literal

from generator.codes import LEVELS
from generator.exports import problem_item
from generator.knowledge import Counts
from generator.model import Problem, Source
from generator.reports.sarif import sarif
from generator.sources.decoding import shown_lines
from generator.text import count
from generator.text.excerpts import excerpt, printable

Form = Literal["text", "json", "sarif", "github"]
Texts = Mapping[str, Sequence[str]]
"""The lines of the files that problems are about, by path."""

_COLOURS = {"error": "1;31", "warning": "1;33", "note": "1;36", "bold": "1", "faint": "2"}
_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def problem_text(problem: Problem) -> str:
    """One problem on one line, its hint on a second; control characters are shown as escapes."""
    text = f"{problem.place}: {problem.level}: {problem.message} [{problem.code}]"
    return printable(text) + (f"\n    {printable(problem.hint)}" if problem.hint else "")


def summary_line(counts: Counts, problems: Sequence[Problem], seconds: float) -> str:
    """`1 article, 10 tags, 5 references, 0 errors, 1 note, 0.9 s`."""
    parts = [
        count(counts.articles, "article"),
        count(counts.tags, "tag"),
        count(counts.references, "reference"),
        totals(problems),
        f"{seconds:.1f} s",
    ]
    return ", ".join(parts)


def totals(problems: Sequence[Problem]) -> str:
    """`0 errors, 1 note`: errors always, the others where there are any."""
    numbers = {level: sum(problem.level == level for problem in problems) for level in LEVELS}
    return ", ".join(count(number, level) for level, number in numbers.items() if number or level == "error")


def read_texts(problems: Iterable[Problem], sources: Iterable[Source]) -> Texts:
    """The lines of those sources that problems are about."""
    paths = {problem.place.path for problem in problems}
    return {source.path: shown_lines(source) for source in sources if source.path in paths}


def report(problems: Sequence[Problem], form: Form, texts: Texts, colour: bool = False) -> str:
    """All problems in one of the forms; in `text`, with the lines they are about."""
    if form == "json":
        items = [problem_item(one) | {"width": one.width, "edits": list(map(asdict, one.edits))} for one in problems]
        return json.dumps({"schema": 1, "items": items}, indent=1)
    if form == "sarif":
        return json.dumps(sarif(problems), indent=1)
    if form == "github":
        return "\n".join(_command(problem) for problem in problems)
    files = [list(group) for _, group in groupby(problems, key=lambda problem: problem.place.path)]
    return "\n".join(_file(group, texts, colour) for group in files)


def _file(problems: Sequence[Problem], texts: Texts, colour: bool) -> str:
    """The problems of one file, a blank line after each, and how many there are where they are several."""
    path = problems[0].place.path
    blocks = [f"{_block(problem, texts.get(path, ()), colour)}\n" for problem in problems]
    if len(problems) > 1:
        blocks.append(_painted(f"{printable(path)}: {totals(problems)}\n", "bold", colour))
    return "\n".join(blocks)


def _block(problem: Problem, lines: Sequence[str], colour: bool) -> str:
    """A problem as a person reads it.

    seeds/a.txt:16:3: warning: “Summry” is read as a section of the text [misspelt-section]
       16 | # Summry
          |   ^^^^^^
       hint: did you mean “Summary”?
    """
    place = problem.place
    level = _painted(f"{problem.level}:", problem.level, colour)
    message = _painted(printable(problem.message), "bold", colour)
    rows = [f"{printable(str(place))}: {level} {message} [{problem.code}]"]
    if place.line <= len(lines):
        line, carets = excerpt(lines[place.line - 1], place.column, problem.width)
        rows.append(_painted(f"{place.line:>6} | ", "faint", colour) + line)
        rows.append(_painted(f"{'':>6} | ", "faint", colour) + _painted(carets, problem.level, colour))
    if problem.hint:
        rows.append(f"  hint: {printable(problem.hint)}")
    return "\n".join(row.rstrip() for row in rows)


def _painted(text: str, colour: str, on: bool) -> str:
    return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if on else text


def _command(problem: Problem) -> str:
    """A problem as GitHub's workflows show it beside the line of a change."""
    place = problem.place
    end = f",endColumn={place.column + problem.width}" if problem.width else ""
    where = f"file={_property(place.path)},line={place.line},col={place.column}{end},title={_property(problem.code)}"
    text = problem.message + (f"\n{problem.hint}" if problem.hint else "")
    return f"::{_COMMANDS[problem.level]} {where}::{_data(text)}"


def _data(text: str) -> str:
    """A message of a workflow command: a line end would start another command."""
    lines = [printable(line) for line in text.replace("\r\n", "\n").split("\n")]
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
