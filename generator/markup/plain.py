"""Markdown in, the tokens of its paragraphs out where it has no mark at all: what the parser gives, many times as fast.

Most sections of an article are such text, and to parse it takes longer than all else that is done with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from markdown_it.token import Token

_MARK = re.compile(
    r"[\\`*_\[\]<&~|\0\r\t]|://|www\."  # what is, or may be made, more than text
    r"|[^\S\n]$"  # spaces that may break a line
    r"|^(?![^\W\d_]|[“‘\"'($€£]|$)",  # how no paragraph begins
    re.M,
)


def plain_tokens(source: str) -> list[Token] | None:
    """The tokens of text whose every line begins as a sentence does and has no mark; None where it may have one."""
    if _MARK.search(source):
        return None
    return [token for start, lines in _paragraphs(source) for token in _paragraph(start, lines)]


def _paragraphs(source: str) -> Iterator[tuple[int, list[str]]]:
    """Each paragraph, with the number of its first line."""
    for is_text, group in groupby(enumerate(source.split("\n")), lambda numbered: bool(numbered[1])):
        if is_text:
            numbered = list(group)
            yield numbered[0][0], [line for _, line in numbered]


def _paragraph(start: int, lines: list[str]) -> tuple[Token, Token, Token]:
    children: list[Token] = []
    for line in lines:
        children += [Token("text", "", 0, content=line), Token("softbreak", "br", 0)]
    reach = [start, start + len(lines)]
    inline = Token("inline", "", 0, map=reach, level=1, children=children[:-1], content="\n".join(lines), block=True)
    opened = Token("paragraph_open", "p", 1, map=reach, block=True)
    return opened, inline, Token("paragraph_close", "p", -1, block=True)
