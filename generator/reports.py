"""Problems in, what a person or a program reads about them out: text, JSON or SARIF."""

from __future__ import annotations

import json
from collections.abc import Sequence
from urllib.parse import quote

from generator import __version__
from generator.exports import problem_item
from generator.knowledge import Knowledge
from generator.model import Level, Problem
from generator.text import count

LEVELS: tuple[Level, ...] = ("error", "warning", "note")


def problem_text(problem: Problem) -> str:
    """One problem on one line, its hint on a second; control characters are shown as escapes."""
    text = f"{problem.place}: {problem.level}: {problem.message} [{problem.code}]"
    return _printable(text) + (f"\n    {_printable(problem.hint)}" if problem.hint else "")


def summary_line(knowledge: Knowledge, problems: Sequence[Problem], seconds: float) -> str:
    """`1 article, 10 tags, 5 references, 0 errors, 1 note, 0.9 s`."""
    parts = [
        count(len(knowledge.articles), "article"),
        count(len(knowledge.tags), "tag"),
        count(len(knowledge.references), "reference"),
        totals(problems),
        f"{seconds:.1f} s",
    ]
    return ", ".join(parts)


def totals(problems: Sequence[Problem]) -> str:
    """`0 errors, 1 note`: errors always, the others where there are any."""
    numbers = {level: sum(problem.level == level for problem in problems) for level in LEVELS}
    return ", ".join(count(number, level) for level, number in numbers.items() if number or level == "error")


def report(problems: Sequence[Problem], form: str) -> str:
    """All problems as `text`, `json` or `sarif`."""
    if form == "json":
        return json.dumps({"schema": 1, "items": [problem_item(problem) for problem in problems]}, indent=1)
    if form == "sarif":
        return json.dumps(_sarif(problems), indent=1)
    return "\n".join(problem_text(problem) for problem in problems)


def _sarif(problems: Sequence[Problem]) -> dict[str, object]:
    """SARIF 2.1.0, as code hosts read it."""
    results = [
        {
            "ruleId": problem.code,
            "level": problem.level,
            "message": {"text": problem.message + (f" ({problem.hint})" if problem.hint else "")},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": quote(problem.place.path)},
                        "region": {"startLine": problem.place.line, "startColumn": problem.place.column},
                    }
                }
            ],
        }
        for problem in problems
    ]
    rules = [{"id": code} for code in sorted({problem.code for problem in problems})]
    driver = {"name": "seedbed", "version": __version__, "rules": rules}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _printable(text: str) -> str:
    """The text with everything that would move the cursor, or forge a line, shown as an escape."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)
