"""The sentences of several articles in, those that say most of what they have in common out."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from generator.model import Evidence

_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON = frozenset(
    "the and for with from that this which into its are was were has have had will would been being over more than"
    " their said not but who what when where while after before about also each other others one two three first per"
    " year".split()
)


def choose_sentences(articles: Sequence[tuple[str, Sequence[Evidence]]], most: int) -> list[tuple[str, Evidence]]:
    """The best sentences, at most one of each article, best first: (article slug, sentence) pairs.

    SumBasic with a centroid (Nenkova and Vanderwende 2005; Radev et al. 2004): a sentence scores by the mean weight of
    its words, where a word weighs the more the more of these articles use it; a figure and a tie add a fifth each,
    and words that a chosen sentence has used weigh less for the next.
    """
    weights = _weights(articles)
    pool = [(slug, one, _words(one.text)) for slug, evidence in articles for one in evidence]
    chosen: list[tuple[str, Evidence]] = []
    while pool and len(chosen) < most:
        slug, best, words = max(
            pool, key=lambda entry: (_score(entry[1], entry[2], weights), entry[0], entry[1].anchor)
        )
        chosen.append((slug, best))
        for word in set(words):
            weights[word] *= 0.4
        pool = [entry for entry in pool if entry[0] != slug]
    return chosen


def _weights(articles: Sequence[tuple[str, Sequence[Evidence]]]) -> dict[str, float]:
    used: Counter[str] = Counter()
    for _, evidence in articles:
        used.update({word for one in evidence for word in _words(one.text)})
    return {word: math.log(1 + number) for word, number in used.items()}


def _words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _COMMON]


def _score(one: Evidence, words: Sequence[str], weights: dict[str, float]) -> float:
    if not 6 <= len(words) <= 40:
        return 0.0
    mean = sum(weights[word] for word in words) / len(words)
    return mean * (1 + 0.2 * bool(one.facts) + 0.2 * bool(one.ties))
