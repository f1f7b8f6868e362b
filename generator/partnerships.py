"""The sentences of an article with the parties they name in, the ties between those parties out.

A tie needs words that make it (invest in, contract with, supplied by …) between two parties of one clause, or a party
and the project that the sentence before spoke of. Lists of names, rivals and comparisons make none; a tie that is
denied is kept as denied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.entities import find_mentions
from generator.model import Evidence, Mention, Status, Tie, TieType
from generator.tiewords import (
    APART,
    BETWEEN,
    BOTH,
    CLAUSE,
    DENIED,
    EQUIPPED,
    JOINT,
    LABEL,
    LAST_LEAD,
    MAX_SENTENCE,
    OWN,
    PATTERNS,
    PREPOSITION,
    REACH,
    REPORTS,
    STATUSES,
    STRONG,
    TAKES_PART,
    VENTURE,
)
from generator.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Group:
    """Parties named in one breath: `SoftBank, Oracle and MGX`."""

    parties: tuple[Mention, ...]
    start: int
    end: int

    @property
    def is_project(self) -> bool:
        return len(self.parties) == 1 and self.parties[0].kind == "project"


def find_ties(evidence: Sequence[Evidence], focus: str = "") -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about."""
    found: list[tuple[Tie, ...]] = []
    for sentence in evidence:
        parties = _parties(sentence) if len(sentence.text) <= MAX_SENTENCE else []
        ties: dict[tuple[str, str, TieType], Tie] = {}
        for start, end in _clauses(sentence.text):
            inside = [mention for mention in parties if start <= mention.start and mention.end <= end]
            named = focus in {mention.term for mention in parties}
            for tie in _ties_in(sentence.text, start, end, _groups(sentence.text, inside), focus, named):
                first, second = sorted((tie.giver, tie.taker))
                ties.setdefault((first, second, tie.type), tie)
        for tie in _labelled(sentence.text, parties):
            first, second = sorted((tie.giver, tie.taker))
            ties.setdefault((first, second, tie.type), tie)
        found.append(tuple(ties.values()))
    return tuple(found)


def _labelled(text: str, parties: Sequence[Mention]) -> Iterator[Tie]:
    """The ties of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    label = LABEL.match(text)
    inside = [mention for mention in parties if label and mention.end <= label.end()]
    after = _groups(text, [mention for mention in parties if label and mention.start >= label.end()])
    if label and len(inside) == 1 and after and inside[0].end >= label.end() - 3:
        clause = text[label.end() :]
        if STRONG.search(clause) and not APART.search(clause):
            yield from _make(clause, clause, _Group((inside[0],), inside[0].start, inside[0].end), after[0])


def project_of(title: str, vocabulary: Vocabulary) -> str:
    """The slug of the project that an article's title names first, or nothing."""
    return next((m.term for m in find_mentions(title, vocabulary) if m.kind == "project"), "")


def _parties(sentence: Evidence) -> list[Mention]:
    """The organisations and projects that a sentence speaks of, without makers of products and those who report."""
    return [
        mention
        for mention in sentence.mentions
        if mention.kind in ("organization", "project")
        and not _is_shadowed(mention, sentence.mentions)
        and not REPORTS.match(sentence.text, mention.end)
    ]


def _is_shadowed(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a mention is only the maker's name inside that of a product or project: `Nvidia GB200`."""
    span = mention.start, mention.end
    return any(o.kind in ("project", "technology") and (o.start, o.end) == span and o is not mention for o in others)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _groups(text: str, mentions: Sequence[Mention]) -> list[_Group]:
    groups: list[_Group] = []
    for mention in mentions:
        last = groups[-1] if groups else None
        if last and mention.kind == last.parties[-1].kind and JOINT.fullmatch(text[last.end : mention.start]):
            groups[-1] = _Group((*last.parties, mention), last.start, mention.end)
        else:
            groups.append(_Group((mention,), mention.start, mention.end))
    return groups


def _ties_in(text: str, start: int, end: int, groups: Sequence[_Group], focus: str, named: bool) -> Iterator[Tie]:
    """The ties that the words of one clause make between its groups, or between one and the project in focus."""
    clause = text[start:end]
    for index, (near, other) in enumerate(itertools.pairwise(groups)):
        one = near
        if index and (_leads(text, other) == _leads(text, near) != "" or OWN.search(text[near.end : other.start])):
            one = groups[0]  # bought from A, from B and from C; relies on A through its part in B
        between = text[near.end : other.start]
        if len(between) > REACH or APART.search(between):
            continue
        if one.is_project or other.is_project:
            if TAKES_PART.search(between) or TAKES_PART.search(text[other.end : min(other.end + 40, end)]):
                yield from _make(clause, between, one, other)
        elif STRONG.search(between) or (
            STRONG.search(text[start : near.start]) and (one is not near or re.search(r"\b(?:with|to|from)\b", between))
        ):
            yield from _make(clause, text[max(start, one.start - 40) : other.start], one, other)
        elif re.fullmatch(
            r"\W*(?:and|to|with|in|into|from|for|by|is|was|as|remains|became|becomes)\W*(?:s\W)?", between
        ) and STRONG.search(text[other.end : end]):
            yield from _make(clause, text[other.end : end], one, other)
    for group in groups:
        if len(group.parties) == 2 and len(groups) == 1:
            rest = text[group.end : end]
            before = text[start : group.start]
            if BOTH.match(rest) or BETWEEN.search(before):
                single = [_Group((party,), party.start, party.end) for party in group.parties]
                yield from _make(clause, clause, single[0], single[1])
    if (
        focus
        and groups
        and not any(p.term == focus for g in groups for p in g.parties)
        and (named or VENTURE.search(clause))
    ):
        target = Mention(focus, "project", end, end)
        for group in groups[:1]:
            if TAKES_PART.search(clause) and not APART.search(text[group.end : end]):
                yield from _make(clause, clause, group, _Group((target,), end, end))


def _leads(text: str, group: _Group) -> str:
    """The preposition right before a group, or nothing."""
    found = PREPOSITION.search(text[max(group.start - 12, 0) : group.start])
    return found[1].lower() if found else ""


def _make(clause: str, words: str, one: _Group, other: _Group) -> Iterator[Tie]:
    """A tie for each pair of the two groups, of the type that the words between them say first in order of types."""
    kind, gives = next(
        ((kind, gives) for kind, pattern, gives in PATTERNS if pattern.search(words)), ("partnership", True)
    )
    first_gives = _first_gives(kind, gives, words)
    status = _status(clause)
    for a in one.parties:
        for b in other.parties:
            if a.term != b.term:
                giver, taker = (a.term, b.term) if first_gives else (b.term, a.term)
                yield Tie(kind, giver, taker, kind not in ("joint_venture", "partnership"), status)


def _first_gives(kind: TieType, gives: bool, words: str) -> bool:
    """Whether the party before the words gives: as is usual for the type, unless a preposition says otherwise."""
    lead = LAST_LEAD.search(words)
    if lead and lead[1].lower() == "to":
        return True
    if lead and lead[1].lower() == "from":
        return False
    if lead:  # backed by SoftBank gives the other way round
        return not gives
    return gives and not (kind == "supply" and EQUIPPED.search(words))


def _status(clause: str) -> Status:
    if DENIED.search(clause):
        return "denied"
    return next((status for status, pattern in STATUSES if pattern.search(clause)), "reported")
