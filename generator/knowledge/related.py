"""What articles share in, which of them and which tags belong together out, with the numbers that say why."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest

from generator.model import RelatedArticle, RelatedTag
from generator.text import count

MOST = 6
"""How many related articles a page names."""
MOST_TAGS = 12

_COMMON = 200
"""A tag or work on more articles than this says too little to compare them by."""
_REFERENCE_WEIGHT = 1.5
_SAME = 1e-5
"""Scores nearer than this may be the same, summed up in another order."""


def relate_tags(articles_of: Mapping[str, Sequence[str]], total: int) -> dict[str, tuple[RelatedTag, ...]]:
    """For each tag the tags it shares articles with: most shared first, then by lift, then by slug.

    Lift is how many times more often two tags meet than they would by chance among `total` articles.
    """
    tags_of: dict[str, list[str]] = defaultdict(list)
    for tag in sorted(articles_of):
        for article in articles_of[tag]:
            tags_of[article].append(tag)
    together: dict[str, Counter[str]] = {tag: Counter() for tag in articles_of}
    for tags in tags_of.values():
        for tag in tags:
            together[tag].update(other for other in tags if other != tag)
    related: dict[str, tuple[RelatedTag, ...]] = {}
    for tag, counts in together.items():
        enough = min(nlargest(MOST_TAGS, counts.values()), default=0)
        found = [
            RelatedTag(other, shared, round(shared * total / (len(articles_of[tag]) * len(articles_of[other])), 2))
            for other, shared in counts.items()
            if shared >= enough
        ]
        found.sort(key=lambda other: (-other.together, -other.lift, other.slug))
        related[tag] = tuple(found[:MOST_TAGS])
    return related


def relate_articles(
    articles_of_tag: Mapping[str, Sequence[str]],
    articles_of_work: Mapping[str, Sequence[str]],
    tag_names: Mapping[str, str],
    total: int,
) -> dict[str, tuple[RelatedArticle, ...]]:
    """For each article slug the articles that share most with it, and what they share in words.

    A shared tag or work counts the more the fewer articles have it (inverse document frequency); works count
    _REFERENCE_WEIGHT times as much as tags.
    """
    shared = [
        *((names, _weight(names, total), tag_names[tag]) for tag, names in sorted(articles_of_tag.items())),
        *((names, _weight(names, total) * _REFERENCE_WEIGHT, "") for _, names in sorted(articles_of_work.items())),
    ]
    groups_of: dict[str, list[int]] = defaultdict(list)
    for number, (names, _, _) in enumerate(shared):
        for name in names if 1 < len(names) <= _COMMON else ():
            groups_of[name].append(number)
    related: dict[str, tuple[RelatedArticle, ...]] = {}
    for one, groups in groups_of.items():
        scores: dict[str, float] = defaultdict(float)
        for number in groups:
            names, weight, _ = shared[number]
            for name in names:
                scores[name] += weight
        del scores[one]
        enough = min(nlargest(MOST, scores.values()), default=0) - _SAME
        able = [(-round(score, 6), other, score) for other, score in scores.items() if score >= enough]
        best = [(other, score) for _, other, score in sorted(able)[:MOST]]
        related[one] = tuple(_related(other, score, [shared[n] for n in groups]) for other, score in best)
    return related


def _weight(articles: Sequence[str], total: int) -> float:
    return math.log(total / len(articles)) + 0.1


def _related(other: str, score: float, groups: Sequence[tuple[Sequence[str], float, str]]) -> RelatedArticle:
    common = [name for articles, _, name in groups if other in articles]
    tags = [name for name in common if name]
    return RelatedArticle(other, round(score, 3), _reason(tags, len(common) - len(tags)))


def _reason(tags: Sequence[str], works: int) -> str:
    """`shares OpenAI, Oracle and 3 more tags, and 2 references`."""
    named = list(tags[:2])
    if len(tags) > 2:
        named.append(count(len(tags) - 2, "more tag"))
    listed = named[0] if len(named) == 1 else ", ".join(named[:-1]) + " and " + named[-1] if named else ""
    cited = count(works, "reference") if works else ""
    return "shares " + ", and ".join(part for part in (listed, cited) if part)
