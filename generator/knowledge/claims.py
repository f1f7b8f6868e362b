"""Knowledge in, claims out: what several sentences state of the same parties is one claim."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from generator.knowledge import Knowledge
from generator.model import Figure, Mention, Partnership, Tie

_MOST_PARTIES = 8
"""Of a sentence that names more, only the first are taken, or a list of all companies would have pairs without end."""

_WORTH = re.compile(
    r"(?:\b(?:valued|priced)\b[^.;,]{0,20} at|(?<!enterprise )\b(?:valuation|value|capitali[sz]ation) (?:of|at|to))"
    r" (?:[a-z]+ ){0,3}$",
    re.I,
)  # at a valuation of about …, a holding valued at …
_IS_WORTH = re.compile(r" (?:(?:pre|post)-money|valuation|market value|before the money)\b", re.I)  # … pre-money


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount, a capacity or a date that concerns two parties or more, however many sentences state it.

    `figure` is that of the sentence that states it best, `ties` what that sentence says of the parties, `beside` the
    other figures in it; `articles` are the slugs of all articles that state the claim.
    """

    figure: Figure
    parties: tuple[str, ...]
    ties: tuple[Tie, ...]
    beside: tuple[Figure, ...]
    articles: tuple[str, ...]


@dataclass
class _Sentence:
    """What is known of one sentence: its figures, the terms named in it, and the pairs that it ties, each with how."""

    figures: list[Figure] = field(default_factory=list)
    mentions: Sequence[Mention] = ()
    ties: list[tuple[Partnership, Tie]] = field(default_factory=list)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """Those it ties, or those it names where it ties none."""
        tied = {slug for pair, _ in self.ties for slug in (pair.a, pair.b)}
        return tuple(sorted(tied or self.figures[0].parties))[:_MOST_PARTIES]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Every two of those that it ties or names."""
        return combinations(sorted({*self.parties, *self.figures[0].parties[:_MOST_PARTIES]}), 2)

    def founds(self, figure: Figure) -> bool:
        """Whether a figure of it is a claim: it ties parties, or gives two of them a date for the one amount in it.

        What is denied is no claim, nor is what something is worth, nor a figure that stands between other parties.
        """
        fact, text = figure.fact, figure.sentence
        if fact.kind == "money" and (
            _WORTH.search(text[max(fact.start - 60, 0) : fact.start]) or _IS_WORTH.match(text, fact.end)
        ):
            return False
        if self.ties:
            return any(tie.status != "denied" for _, tie in self.ties) and self._is_near(figure)
        amounts = sum(other.fact.kind in ("money", "capacity") for other in self.figures)
        return figure.fact.kind == "date" and amounts == 1 and len(figure.parties) > 1

    def _is_near(self, figure: Figure) -> bool:
        """Whether the last party named before a figure, or the first after it, is one of those tied."""
        parties = [mention for mention in self.mentions if mention.kind in ("organization", "project")]
        before = [mention.term for mention in parties if mention.end <= figure.fact.start][-1:]
        after = [mention.term for mention in parties if mention.start >= figure.fact.end][:1]
        return not parties or any(term in self.parties for term in before + after)


class _Stated(NamedTuple):
    """A figure, the sentence that states it, and whether it is a claim of that."""

    figure: Figure
    sentence: _Sentence
    founds: bool


def join_claims(knowledge: Knowledge) -> tuple[Claim, ...]:
    """The amounts, capacities and dates between parties, each once, sorted by the id of the figure.

    Two figures are one claim if they have the same value and unit, and their sentences two parties in common; a
    sentence with more parties than another may state several claims.
    """
    sentences: dict[tuple[str, str], _Sentence] = defaultdict(_Sentence)
    for figure in knowledge.figures:
        sentences[figure.article, figure.anchor].figures.append(figure)
    for article in knowledge.articles:
        for evidence in article.evidence:
            if evidence.facts:
                sentences[article.slug, evidence.anchor].mentions = evidence.mentions
    for pair in knowledge.partnerships:
        for one in pair.evidence:
            if (one.article, one.anchor) in sentences:
                sentences[one.article, one.anchor].ties.append((pair, one.tie))
    alike: dict[tuple[object, ...], list[_Stated]] = defaultdict(list)
    for figure in knowledge.figures:
        sentence, fact = sentences[figure.article, figure.anchor], figure.fact
        if fact.kind != "quantity" and (sentence.ties or len(figure.parties) > 1):
            measure = "date" if fact.kind == "date" else fact.unit
            alike[measure, fact.value, fact.high].append(_Stated(figure, sentence, sentence.founds(figure)))
    found = [claim for group in alike.values() for claim in _join_alike(group)]
    return tuple(sorted(found, key=lambda claim: (claim.figure.id, claim.parties)))


def _join_alike(stated: list[_Stated]) -> Iterator[Claim]:
    """The claims of one value: sentences with fewest parties found them, the others join those they agree with."""
    stated.sort(key=lambda one: (not one.founds, len(one.sentence.parties), one.figure.id))
    claims: list[list[_Stated]] = []
    claims_of: dict[tuple[str, str], list[int]] = defaultdict(list)
    for one in stated:
        agreeing = sorted({number for pair in one.sentence.pairs() for number in claims_of.get(pair, ())})
        for number in agreeing:
            claims[number].append(one)
        if not agreeing and one.founds:
            for pair in combinations(one.sentence.parties, 2):
                claims_of[pair].append(len(claims))
            claims.append([one])
    return map(_choose, claims)


def _choose(stated: list[_Stated]) -> Claim:
    """The claim of its sentences: hedged as most of them do, in the one with the fewest other figures and words."""
    hedges = Counter(one.figure.fact.hedge for one in stated)
    hedge = min(hedges, key=lambda one: (-hedges[one], one == "none", one))
    founder = stated[0].sentence
    figure, sentence, _ = min((one for one in stated if one.figure.fact.hedge == hedge), key=_plainest_first)
    ties = (sentence if sentence.ties else founder).ties
    return Claim(
        figure,
        founder.parties,
        tuple(dict.fromkeys(tie for _, tie in ties)),
        tuple(other for other in sentence.figures if other is not figure),
        tuple(sorted({one.figure.article for one in stated})),
    )


def _plainest_first(one: _Stated) -> tuple[object, ...]:
    text = one.figure.sentence
    return not one.founds, not one.sentence.ties, len(one.sentence.figures), len(text), one.figure.id
