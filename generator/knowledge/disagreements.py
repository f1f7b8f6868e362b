"""Figures and the pairs that sentences tie in, the figures that cannot both be right out, side by side.

Two figures disagree where they should be one: either a sentence says so itself (`reports differ: one account gives …,
while another gives …`), or two articles state, of one pair, for one type of tie and the same month, sums in one unit
of which none meets one of the other, however their hedges are taken.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from generator.model import Disagreement, Evidence, Fact, FactKind, Figure, Hedge, Partnership, TieType

_DIFFER = re.compile(
    r"\b(?:(?:reports?|accounts?|sources?|figures?|estimates?|counts?|pages?|outlets?|versions?) (?:\w+ )?"
    r"(?:differ|conflict|disagree|vary|contradict)"
    r"|(?:while|whereas|but) (?:another|others|a second|some|the other)\b"
    r"|(?:one|some|another) (?:account|report|page|source|outlet)s?\b)",
    re.I,
)
_SPAN: Mapping[Hedge, tuple[float, float]] = {
    "none": (0.98, 1.02),
    "about": (0.85, 1.15),
    "nearly": (0.85, 1.0),
    "more_than": (1.0, 1.3),
    "at_least": (1.0, 1.3),
    "up_to": (0.0, 1.0),
}
"""What a hedge lets a figure stand for, as shares of it: `nearly 14 billion` is anything from 11.9 to 14."""
_SUMS: frozenset[FactKind] = frozenset({"money", "capacity"})
_MANY = 12
"""More figures of one unit in a sentence are a list, and not two accounts."""
_APART = 50
"""Figures further apart than this factor speak of different things."""


def find_disagreements(figures: Sequence[Figure], partnerships: Sequence[Partnership]) -> tuple[Disagreement, ...]:
    """The disagreements of a site, sorted by their first figure."""
    found = {one.figures: one for one in (*_across(figures, partnerships), *_stated(figures))}
    return tuple(found[ids] for ids in sorted(found))


def is_comparable(sentence: Evidence) -> bool:
    """Whether a sentence has a sum and one date, so that other articles may give another sum for it."""
    kinds = {fact.kind for fact in sentence.facts}
    return not kinds.isdisjoint(_SUMS) and len({_month(fact) for fact in sentence.facts if fact.kind == "date"}) == 1


def _month(fact: Fact) -> str:
    """`2026-05` of `2026-05-03`; a period stays as it is."""
    date = str(fact.value)
    return date if "/" in date else date[:7]


def _stated(figures: Sequence[Figure]) -> Iterator[Disagreement]:
    """Those that a sentence states itself."""
    groups: dict[tuple[str, str, FactKind, str], list[Figure]] = defaultdict(list)
    for sentence, group in groupby(figures, lambda figure: figure.sentence):
        here = [figure for figure in group if figure.fact.kind != "date"]
        if len(here) > 1 and _DIFFER.search(sentence):
            for figure in here:
                groups[figure.article, figure.anchor, figure.fact.kind, figure.fact.unit].append(figure)
    for (_, _, kind, unit), several in sorted(groups.items()):
        if len(several) > _MANY:
            continue
        apart = [figure for n, figure in enumerate(several) if not any(_meet(figure, one) for one in several[:n])]
        if len(apart) > 1:
            yield Disagreement("", "", kind, unit, tuple(figure.id for figure in apart))


def _across(figures: Sequence[Figure], partnerships: Sequence[Partnership]) -> Iterator[Disagreement]:
    """Those between articles, for each pair, type of tie and month: no figure of one article meets one of the other."""
    in_sentence: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in figures:
        in_sentence[figure.article, figure.anchor].append(figure)
    for pair in partnerships:
        if len(pair.articles) < 2:
            continue
        groups: dict[tuple[TieType, str, FactKind, str], dict[str, dict[str, Figure]]] = {}
        for one in pair.evidence:
            here = in_sentence[one.article, one.anchor]
            dates = {_month(figure.fact) for figure in here if figure.fact.kind == "date"}
            if len(dates) != 1 or one.tie.status == "denied":
                continue  # which date is whose would be a guess
            for figure in here:
                if figure.fact.kind in _SUMS:
                    group = groups.setdefault((one.tie.type, min(dates), figure.fact.kind, figure.fact.unit), {})
                    group.setdefault(one.article, {})[figure.id] = figure
        for (_, date, kind, unit), articles in sorted(groups.items()):
            lists = [list(several.values()) for _, several in sorted(articles.items())]
            apart = [n for n, several in enumerate(lists) if any(_differ(several, other) for other in lists)]
            if apart:
                ids = tuple(max(lists[n], key=lambda figure: (_span(figure)[1], figure.id)).id for n in apart)
                yield Disagreement(pair.id, date, kind, unit, ids)


def _differ(several: Sequence[Figure], others: Sequence[Figure]) -> bool:
    near = max(_span(one)[1] for one in several) < _APART * max(_span(one)[1] for one in others)
    far = max(_span(one)[1] for one in others) < _APART * max(_span(one)[1] for one in several)
    return near and far and not _any_meet(several, others)


def _any_meet(several: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether a figure of one article meets one of the other: by where they begin, one pass."""
    spans = sorted((*((*_span(one), 0) for one in several), *((*_span(other), 1) for other in others)))
    reach = [-math.inf, -math.inf]
    for low, high, side in spans:
        if low <= reach[1 - side]:
            return True
        reach[side] = max(reach[side], high)
    return False


def _meet(one: Figure, other: Figure) -> bool:
    (low, high), (least, most) = _span(one), _span(other)
    return low <= most and least <= high


def _span(figure: Figure) -> tuple[float, float]:
    """The least and the most that a figure can stand for."""
    fact = figure.fact
    assert not isinstance(fact.value, str)
    low, high = _SPAN[fact.hedge]
    return fact.value * low, max(fact.high or 0, fact.value) * high
