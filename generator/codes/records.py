"""Nothing in, the record of a code of problems out: what it is called, how bad it is, and an example."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Level = Literal["error", "warning", "note"]
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Example:
    """One file in the folder of articles, or as much of it as matters."""

    text: str
    name: str = "article.txt"
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. `wrong` are files that make it, `right` the same files mended."""

    code: str
    level: Level
    title: str
    explanation: str
    wrong: tuple[Example, ...]
    right: tuple[Example, ...]


def code(
    name: str, level: Level, title: str, explanation: str, wrong: str, right: str, file: str = "article.txt"
) -> Code:
    """The code of a problem that one file shows."""
    examples = [(Example(text.strip("\n"), file),) for text in (wrong, right)]
    return Code(name, level, title, " ".join(explanation.split()), *examples)
