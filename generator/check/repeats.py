"""The blocks of an article in, those that say again what one before them says out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.model import Block, Place, Problem, Problems
from generator.text import shorten

_WORD = re.compile(r"\w+")
_RUN = 3
"""Words are compared in runs of three, so that their order counts."""
_LEAST = 12
"""Fewer words than this may stand twice: a label, a caption, a line of a list."""
_ALIKE = 0.8


def find_repeats(blocks: Sequence[Block], path: str) -> Problems:
    """A problem for each paragraph, list or quote that repeats an earlier one in the same words, or almost."""
    problems: list[Problem] = []
    first: dict[tuple[str, ...], int] = {}
    runs_of: dict[int, frozenset[tuple[str, ...]]] = {}
    for index, block in enumerate(blocks):
        words = _WORD.findall(block.text.casefold())
        if block.kind in ("table", "code") or len(words) < _LEAST:
            continue
        runs = runs_of[index] = frozenset(zip(*(words[at:] for at in range(_RUN)), strict=False))
        fresh = runs - first.keys()
        shared = Counter(first[run] for run in runs - fresh)
        first |= dict.fromkeys(fresh, index)
        likeliest = min(shared, key=lambda other: (-shared[other], other), default=index)
        if (
            likeliest != index
            and _is_alike(runs, runs_of[likeliest])
            and _numbers(block) == _numbers(blocks[likeliest])
        ):
            message = f"the paragraph “{shorten(block.text, 60)}” repeats the one in line {blocks[likeliest].line}"
            problems.append(Problem(Place(path, block.line), "repeated-paragraph", message, "take one of them out"))
    return tuple(problems)


def _is_alike(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)


def _numbers(block: Block) -> list[str]:
    """The numbers in a text: two rows of a report may differ in these alone."""
    return [word for word in _WORD.findall(block.text) if word[0].isdecimal()]
