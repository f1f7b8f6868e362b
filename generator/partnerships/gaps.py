"""The ties that the verbs of a clause make in, the same with its gaps filled out: `A buys from B, C from D`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Tie
from generator.partnerships.clauses import Clause
from generator.partnerships.party import Party

_AFTER = re.compile(r"(?:,|;|,? and|,? while)\s+(?:the\s+)?$")
_REMNANT = re.compile(
    r"(?:, [^,;]{2,40},)?\s+(?:the|an?|another|its|\d[\w.,]*|USD|EUR|half|one|two|three|some|about|nearly|most|more)\b"
    r"(?!\s+\w+ed\b)(?:(?!,|;|\.\s|\band\b|\b(?:is|are|was|were|has|had|have|will|would|said|can|did|does|do|who"
    r"|which|that)\b).)*"
)
"""What is left of a clause without its verb: `the remainder`, `9 percent`."""


def fill_gaps(clause: Clause, ties: Sequence[Tie]) -> Iterator[Tie]:
    """The ties, each with its like for who stands in the subject's place later on, and none between those two."""
    gaps = tuple(_gaps(clause)) if len(clause.parties) > 1 and ties else ()
    wrong: set[frozenset[str]] = set()
    for subject, gap, other in gaps:
        wrong |= {
            frozenset((one, two)) for one in subject.terms for two in (*gap.terms, *(other.terms if other else ()))
        }
    yield from (tie for tie in ties if {tie.giver, tie.taker} not in wrong)
    for subject, gap, other in gaps:
        for tie in ties:
            yield from _alike(tie, subject, gap, other)


def _gaps(clause: Clause) -> Iterator[tuple[Party, Party, Party | None]]:
    """The subject, who takes its place without a verb, and the new other party, if there is one."""
    subject = next((p for p in clause.parties if not p.lead and p.use == "name"), None) or clause.subject
    for number, gap in enumerate(clause.parties):
        if subject is None or gap is subject or gap.lead or gap.use != "name":
            continue
        if not _AFTER.search(clause.text, max(gap.start - 16, 0), gap.start):
            continue
        after = clause.parties[number + 1] if number + 1 < len(clause.parties) else None
        if after and after.lead and clause.text[gap.end : after.start].split() in ([after.lead], [after.lead, "the"]):
            earlier = [p for p in clause.parties[:number] if p.lead == after.lead]
            if earlier:
                yield subject, gap, after
        elif _is_remnant(clause, gap, after):
            yield subject, gap, None


def _is_remnant(clause: Clause, gap: Party, after: Party | None) -> bool:
    found = _REMNANT.match(clause.text, gap.end, clause.end)
    if not found or any(not word.noun and gap.end <= word.start < found.end() for word in clause.words_that_tie):
        return False
    rest = clause.text[found.end() : found.end() + 5]
    return not rest or rest[0] in ",;." or rest.startswith("and") or bool(after and after.start <= found.end())


def _alike(tie: Tie, subject: Party, gap: Party, other: Party | None) -> Iterator[Tie]:
    """The tie of the subject and another as one of who takes the subject's place."""
    for mine, its in ((tie.giver, tie.taker), (tie.taker, tie.giver)):
        if mine not in subject.terms or its in gap.terms or (other and its in other.terms):
            continue
        for one in gap.terms:
            for two in other.terms if other else (its,):
                if one != two:
                    giver, taker = (one, two) if mine == tie.giver else (two, one)
                    yield replace(tie, giver=giver, taker=taker)
        return
