"""A paragraph's words in, the spans of its sentences out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from generator.text import collapse

_END = re.compile(
    r"(?:[.!?…]|[。！？])[\"'”’)\]」』]*(?:\s+(?=[\"'“‘(\[]?[A-Z0-9$€£¥₹À-ÖØ-ÞА-Я])|(?<=[。！？」』])\s*)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Corp|Ltd|Co|LLC|PLC|Mr|Ms|Mrs|Dr|St|Jr|Sr|No|Nos|vs|cf|ca|approx|est|e\.g|i\.e|etc|Fig|Vol"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|(?<![A-Za-z])[A-Z](?:\.[A-Z])*)\.$"
)  # Amazon.com, Inc. Then …


LONGEST = 1500
"""A run of text longer than this is no one sentence; it is divided between words."""


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The start and end of each sentence, spaces after it included, so that the spans cover the whole text."""
    starts = [0]
    for found in _END.finditer(text):
        mark = text[max(found.start() - 12, starts[-1]) : found.start() + 1]
        if not _ABBREVIATION.search(mark) and found.end() < len(text):
            starts.append(found.end())
    spans = zip(starts, [*starts[1:], len(text)], strict=True)
    return tuple(part for start, end in spans for part in _divided(text, start, end))


def _divided(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span in parts that are not too long, each of which ends in a space where there is one."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST) + 1 or start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def sentence_anchor(text: str) -> str:
    """The id of a sentence: it depends on the words alone, so that links to it outlive changes around it."""
    return "t-" + hashlib.sha256(collapse(text).casefold().encode()).hexdigest()[:8]
