"""A clause in, the ties that its words make in it out.

Who does it, and whose it is, is one side; who is its object, or stands after a preposition, is the other.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from generator.model import Tie
from generator.partnerships.clauses import Clause, is_direct, make_ties, tie_each_other
from generator.partnerships.cues import TieWord
from generator.partnerships.places import (
    SECURES,
    Placed,
    find_affected,
    find_after,
    find_antecedent,
    find_before,
    find_fronted,
)
from generator.partnerships.trades import find_type, is_given

_COURT = re.compile(
    r"\b(?:damages|lawsuits?|permits? (?:to|for|from|of)|prizes?|tribunal|in court"
    r"|(?:grant|issu|award|receiv|g[ai]ve)\w* [^.;]{0,40}(?:licen[cs]e|permission|approval) (?:for|to))\b"
)
_HIRED = re.compile(
    r"\b(?:hir|poach|recruit|appoint)\w* [^,;.]{0,40}\b(?:heads?|chief|director|engineers?|officer"
    r"|staff|executives?|team|managers?)\b"
)
_NEGATED = re.compile(r"\b(?:not|never|cannot|n[’']t)\s+(?:\w+\s+){0,2}$")
_NO_STAKE = re.compile(r"\b(?:revenue|market) $")
_PORTION = re.compile(
    r"(?:percent|quarter|third|fifth|tenth|half|majority|interest|position)(?=( (?:of|in|stake|share))?)"
)
_HELD = re.compile(
    r"\b(?:own|hold|held|buy|bought|acquir|tak|took|keep|kept|sell|sold|get|got|has|have|had|control|belong|paid"
    r"|pays?|for"
    r"|with|whose|offer|account|contribut|suppl|represent|generat|made|make|giv|gave|retain|transfer"
    r"|pass)\w*\b[^;:]{0,60}$"
)
_OF_ITS = re.compile(r" of its (?:shares|stock|equity|capital|revenue|sales)\b")


def find_framed(clause: Clause) -> Iterator[Tie]:
    """The ties that the frames make around their words."""
    named = (*clause.parties, *filter(None, (clause.subject, clause.inside)))
    if len({term for party in named for term in party.terms}) < 2 or _COURT.search(clause.words):
        return
    tied = -1
    for number, word in enumerate(clause.words_that_tie):
        if word.start == tied or not _counts(clause, word, clause.words_that_tie[:number]):
            continue  # of several frames of a word, the first that makes a tie does
        later = [
            one for one in clause.words_that_tie[number + 1 :] if one.start > word.start and _counts(clause, one, ())
        ]
        if word.frame.name in SECURES and not word.noun:
            later = [one for one in later if not is_direct(clause.text, word.end, one.start)]
        for tie in _around(clause, word, later):
            tied = word.start
            yield tie


def _counts(clause: Clause, word: TieWord, earlier: Sequence[TieWord]) -> bool:
    """Whether a word ties at all where it stands."""
    text = clause.text
    if not word.noun:
        return not _NEGATED.search(text, max(word.start - 30, clause.start), word.start)
    if _HIRED.search(text, max(word.start - 60, clause.start), word.start):
        return False
    if earlier and earlier[-1].frame.name in SECURES and not earlier[-1].noun:
        return not is_direct(text, earlier[-1].end, word.start)
    if word.frame.name != "stake":
        return True
    if _NO_STAKE.search(text, max(word.start - 10, 0), word.start):
        return False
    portion = _PORTION.match(text, word.start)
    return not portion or bool(portion[1] and _HELD.search(text, max(word.start - 80, clause.start), word.start))


def _around(clause: Clause, word: TieWord, later: Sequence[TieWord]) -> Iterator[Tie]:
    after = [*find_fronted(clause, word), *find_after(clause, word, later)]
    before = list(find_before(clause, word, after))
    if word.noun and not before and len(after) == 1 and (affected := find_affected(clause, after[0][1])):
        after.append(affected)
    if word.frame.name == "found":
        for place, party in (*before, *after):
            if place in ("subject", "by"):
                yield from tie_each_other(clause, party)
    for one, other in _paired(clause, word, before, after):
        kind = find_type(clause, word, one, other)
        giver, taker = (one[1], other[1]) if is_given(clause, word, one, other, kind) else (other[1], one[1])
        yield from make_ties(clause, kind, giver, taker)


def _paired(
    clause: Clause, word: TieWord, before: Sequence[Placed], after: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Which of the parties around a word are tied: the first of each two does it, or gives."""
    agents = [one for one in before if one[0] not in ("in", "of")]
    inner = [one for one in before if one[0] in ("in", "of")]
    others = [one for one in (*after, *inner) if one[0] != "by"]
    doers = [one for one in after if one[0] == "by"]
    if doers and (word.passive or word.noun):
        yield from _done_by(doers, [*agents, *others])
        return
    projects = [one for one in others if one[1].project]
    if projects and word.frame.name in ("build", "award") and not word.passive:
        yield from ((one, two) for one in projects for two in others if two[0] == "for" and not two[1].project)
        if projects[0] not in agents and word.frame.name == "award":
            yield from ((two, one) for one in projects for two in others if two[0] == "object" and one[0] == "for")
    through = [one for one in others if one[0] == "through"]
    if through:
        others = [one for one in others if one[0] != "through"]
        yield from itertools.product(through, others or agents)
    yield from itertools.product(agents, others)
    if len(after) == 2 and after[1][0] == "affected":
        yield after[0], after[1]
        return
    if not agents or word.frame.turned:
        places = ("from", "object") if any(one[0] in ("from", "object") for one in others) else ("of", "in")
        sources = [one for one in others if one[0] in places]
        yield from ((one, two) for one in sources for two in others if one[0] != two[0])
    if clause.relative and agents and not word.noun and all(one[0] in ("for", "to", "from") for one in others):
        if main := find_antecedent(clause, word, agents[0][1]):
            yield agents[0], ("object", main)
        return
    if others or not agents:
        return
    if word.noun:
        if clause.subject and _OF_ITS.match(clause.text, word.end):
            yield agents[0], ("of", clause.subject)
    elif main := find_antecedent(clause, word, agents[0][1]):
        yield agents[0], ("object", main)


def _done_by(doers: Sequence[Placed], others: Sequence[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Each doer with the others, or with its own: `made by Alpha for Beta and by Gamma for Delta`."""
    stops = [*(doer[1].start for doer in doers[1:]), None]
    for doer, stop in zip(doers, stops, strict=True):
        mine = [one for one in others if doer[1].end <= one[1].start and (stop is None or one[1].start < stop)]
        ahead = [one for one in others if one[1].start < doers[0][1].start]
        yield from itertools.product([doer], [*ahead, *mine] if len(doers) > 1 else others)
