"""Texts in, small sketches of them out, and from many sketches the pairs of texts that are almost the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import accumulate
from zlib import crc32

Sketch = tuple[int, ...]
"""The smallest check sums of a text's runs of words: two texts share as large a part of them as of their runs."""

_WORD = re.compile(rb"[^\W_]+|[\x80-\xff]+")
_RUN = 4
_SIZE = 64
_LEAST = 20
"""A text of fewer words is too short to tell."""
_ALIKE = 0.5
_TRIED = 8


def sketch_text(texts: Iterable[str]) -> Sketch:
    """The sketch of a text that comes in parts, or nothing if it has too few words."""
    words = _WORD.findall("\n".join(texts).casefold().encode("utf-8", "surrogatepass"))
    if len(words) < _LEAST:
        return ()
    joined = b" ".join(words)
    starts = [0, *accumulate(len(word) + 1 for word in words)]
    sums = {crc32(joined[start : end - 1]) for start, end in zip(starts, starts[_RUN:], strict=False)}
    return tuple(sorted(sums)[:_SIZE])


def find_twins(sketches: Mapping[str, Sketch]) -> dict[str, str]:
    """For each text that is almost the same as an earlier one, by name, the most alike of those.

    A text is compared with the first and the latest that have a check sum in common with it, so that the work grows
    with the number of texts, however many of them are alike.
    """
    twins: dict[str, str] = {}
    first: dict[int, str] = {}
    latest: dict[int, str] = {}
    for name, sketch in sorted(sketches.items()):
        shared = Counter(holder for value in sketch for holder in {first.get(value), latest.get(value)} - {None})
        likely = sorted(shared, key=lambda other: (-shared[other], str(other)))[:_TRIED]
        ranked = sorted((-_likeness(sketch, sketches[other]), other) for other in likely if other)
        if ranked and -ranked[0][0] >= _ALIKE:
            twins[name] = ranked[0][1]
        for value in sketch:
            first.setdefault(value, name)
            latest[value] = name
    return twins


def _likeness(one: Sketch, other: Sketch) -> float:
    """Which part of the runs of words in either text is in both, as far as the sketches tell."""
    both = set(one) & set(other)
    union = sorted({*one, *other})[: max(len(one), len(other))]
    return len(both.intersection(union)) / len(union)
