"""A code of problems in, the page about it out, as text for a terminal."""

from __future__ import annotations

import textwrap

from generator.codes import CODES, Code, Example
from generator.text.excerpts import printable

_WIDTH = 100


def explain(code: Code) -> str:
    """The page about one code: what it means, an example that makes it, and the example mended."""
    parts = [f"{code.code}: {code.level}", f"{code.title}.", textwrap.fill(code.explanation, _WIDTH)]
    parts += [f"For example:\n{_files(code.wrong)}", f"Mended:\n{_files(code.right)}"]
    return "\n\n".join(parts)


def list_codes() -> str:
    """Every code on a line of its own: its name, level and title."""
    width = max(map(len, CODES))
    return "\n".join(f"{code.code:<{width}}  {code.level:<7}  {code.title}" for code in CODES.values())


def file_label(example: Example) -> str:
    """The file's name, and its encoding where that is the point."""
    return example.name + (f" ({example.encoding})" if example.encoding != "utf-8" else "")


def example_lines(example: Example) -> tuple[str, ...]:
    """The file's lines, with what cannot be seen as escapes."""
    return tuple(printable(line) for line in example.text.split("\n"))


def _files(examples: tuple[Example, ...]) -> str:
    """The files, each below its name.

    article.txt
      | Introduction
    """
    rows: list[str] = []
    for example in examples:
        rows.append(f"  {file_label(example)}")
        rows += [f"    | {line}".rstrip() for line in example_lines(example)]
    return "\n".join(rows)
