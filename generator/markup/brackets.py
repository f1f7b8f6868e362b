"""The text of a paragraph in, the brackets in it that can open a link out: in one pass, however many there are."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.rules_inline import StateInline

MAX_DEPTH = 10
"""Links are looked for in brackets nested no deeper than this."""

_SIGN = re.compile(r"\\.|`+|\[|\](\()?", re.S)  # \[, ``, [, ](


def skip_bracket(state: StateInline, silent: bool) -> bool:
    """A bracket that no link or picture starts with: text, before the parser looks for the end of a link.

    For each bracket the parser would look through the rest of the paragraph, many levels deep.
    """
    start = state.pos + state.src.startswith("![", state.pos)
    if not state.src.startswith("[", start):
        return False
    if silent and state.level > MAX_DEPTH:
        state.pos = state.posMax  # as the parser does at its own limit: what encloses this is no link
        return True
    if start in _link_starts(state.src):
        return False
    if not silent:
        state.pending += state.src[state.pos : start + 1]
    state.pos = start + 1
    return True


@lru_cache(maxsize=8)  # the parser asks for each bracket of one paragraph after another
def _link_starts(text: str) -> frozenset[int]:
    """The places of brackets whose partner stands before `(`. Those in code, or after a backslash, do not count."""
    closers = _closing_runs(text)
    opened: list[int] = []
    found: set[int] = set()
    at = 0
    while sign := _SIGN.search(text, at):
        at = sign.end()
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0][0] == "`":
            at = closers.get(sign.end(), at)
        elif sign[0][0] == "]" and opened:
            start = opened.pop()
            if sign[1]:
                found.add(start)
    return frozenset(found)


def _closing_runs(text: str) -> dict[int, int]:
    """For the end of each run of backticks, the end of the next run of the same length."""
    ends: dict[int, int] = {}
    closers: dict[int, int] = {}
    for run in reversed(list(re.finditer("`+", text))):
        length = run.end() - run.start()
        if length in ends:
            closers[run.end()] = ends[length]
        ends[length] = run.end()
    return closers
