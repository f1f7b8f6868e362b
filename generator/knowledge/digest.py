"""The sentences of several articles in, those that say most of what they have in common out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from heapq import heapify, heapreplace

from generator.model import Evidence

_COMMON = frozenset(
    "the and for with from that this which into its are was were has have had will would been being over more than"
    " their said not but who what when where while after before about also each other others one two three first per"
    " year".split()
)
_SHORTEST, _LONGEST = 6, 40
"""How many words a sentence must have, and may have, to stand for a tag; common ones are not counted."""
_LONGEST_TEXT = 400
"""How many signs it may have: what is longer is a list or a paragraph in one sentence, and nobody's summary."""


def choose_sentences(articles: Sequence[tuple[str, Sequence[Evidence]]], most: int) -> list[tuple[str, Evidence]]:
    """The best sentences, at most one of each article, best first: (article slug, sentence) pairs.

    SumBasic with a centroid (Nenkova and Vanderwende 2005; Radev et al. 2004): a sentence scores by the mean weight of
    its words, where a word weighs the more the more of these articles use it; a figure and a tie add a fifth each,
    and words that a chosen sentence has used weigh less for the next.
    """
    short = ((slug, one) for slug, evidence in articles for one in evidence if len(one.text) <= _LONGEST_TEXT)
    pool = [(slug, one, _words(one.text)) for slug, one in short]
    weights = _weights(pool)
    pool = [entry for entry in pool if _SHORTEST <= len(entry[2]) <= _LONGEST]
    best = [(-_score(one, words, weights), slug, one.anchor, at) for at, (slug, one, words) in enumerate(pool)]
    heapify(best)
    chosen: dict[str, Evidence] = {}
    while best and len(chosen) < most:
        score, slug, anchor, at = best[0]
        _, one, words = pool[at]
        now = 0.0 if slug in chosen else -_score(one, words, weights)
        if now > score:  # its words have been used since; weights only fall, so what is best now was best before
            heapreplace(best, (now, slug, anchor, at))
        elif slug in chosen:
            break  # nothing is left but other sentences of the same articles
        else:
            chosen[slug] = one
            weights |= {word: weights[word] * 0.4 for word in {*words}}
    return [*chosen.items()]


def _weights(pool: Sequence[tuple[str, Evidence, Sequence[str]]]) -> dict[str, float]:
    used: dict[str, set[str]] = {}
    for slug, _, words in pool:
        used.setdefault(slug, set()).update(words)
    number = Counter(word for words in used.values() for word in words)
    weights = [math.log(1 + articles) for articles in range(len(used) + 1)]
    return {word: weights[articles] for word, articles in number.items()}


class _Letters(dict[int, str]):
    """For `str.translate`: every sign that is no letter becomes a space. Many times as fast as a pattern."""

    def __missing__(self, sign: int) -> str:
        self[sign] = chr(sign) if chr(sign).isalpha() else " "
        return self[sign]


_LETTERS = _Letters()


def _words(text: str) -> list[str]:
    return [word for word in text.casefold().translate(_LETTERS).split() if len(word) > 2 and word not in _COMMON]


def _score(one: Evidence, words: Sequence[str], weights: Mapping[str, float]) -> float:
    mean = sum(map(weights.__getitem__, words)) / len(words)
    return mean * (1 + 0.2 * bool(one.facts) + 0.2 * bool(one.ties))
