"""One line in, its words without the dress of a heading out: numbers, bold marks, a colon at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text import collapse

NUMBERED = re.compile(
    r"[ \t]*(?:(?i:section|part|chapter)[ \t]+)?"
    r"(\d{1,2}(?:\.\d{1,2})*|[IVXivx]{1,5}(?=[.)]))(?:[.)][ \t]+|[ \t]*[:–—-][ \t]+|(?<=\.\d)[ \t]+)(?=\S)"
)  # 1. Introduction, II) Summary, 3 - Sources, 2.1 Terms, Section 4: Outlook
_WRAPPED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=\S)\1$")  # **Summary**
_ROMAN = {"I": 1, "V": 5, "X": 10}


@dataclass(frozen=True, slots=True)
class Dress:
    """The words of a line, and what stood around them: `**1. Summary:**` is bold, numbered 1, with a colon.

    `number` is 0 without one; `depth` is 1 for a number like 2.1, 2 for 2.1.3.
    """

    title: str
    bold: bool = False
    emphasis: bool = False
    colon: bool = False
    number: int = 0
    depth: int = 0

    @property
    def marked(self) -> bool:
        """Whether the dress itself sets the line apart from running text; a colon alone does not."""
        return self.bold or self.emphasis or self.number > 0


def undress(text: str) -> Dress:
    """The words of a line and its dress."""
    text = text.strip()
    bold = emphasis = colon = False
    number = depth = 0
    for _ in range(4):
        before = text
        if found := _WRAPPED.fullmatch(text):
            text = found[2].strip()
            bold = bold or len(found[1]) > 1
            emphasis = emphasis or len(found[1]) == 1
        elif not number and (found := NUMBERED.match(text)) and not text[found.end() :][:1].islower():
            text = text[found.end() :]
            number, depth = _value(found[1]), found[1].count(".")
        elif text.endswith((":", "：")) and len(text) > 1:
            text = text[:-1].rstrip()
            colon = True
        if text == before:
            break
    return Dress(collapse(text), bold, emphasis, colon, number, depth)


def _value(number: str) -> int:
    """2 for `2`, `2.1` and `II`."""
    head = number.split(".", maxsplit=1)[0]
    if head.isdigit():
        return int(head)
    values = [_ROMAN[sign] for sign in head.upper()]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))
