"""A clause in, the ties that frames of words make in it out: who stands in the places of giver and taker."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from generator.clauses import NEAR, OWNS, Clause, make_ties, read_matter, tie_each_other
from generator.lexicon import Cue
from generator.model import Tie, TieType
from generator.parties import Party
from generator.tiewords import APART, REACH, Frame

_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)(?:\s+[\w-]+){0,3}\s+$", re.I)
_PARTICIPLE = re.compile(r"(?:ed|en|ght|lt|nt|ld|de|ut|un|wn|et)$", re.I)


def find_framed(clause: Clause) -> Iterator[Tie]:
    """The ties that the frames make around their words."""
    named = (*clause.parties, *filter(None, (clause.subject, clause.inside)))
    if len({term for party in named for term in party.terms}) < 2:
        return
    for cue in clause.cues:
        yield from _around(clause, cue)


def _around(clause: Clause, cue: Cue[Frame]) -> Iterator[Tie]:
    """The ties that a frame makes around one of its words."""
    frame = cue.entry
    passive = not frame.noun and _is_passive(clause, cue)
    for giving, taking in ((frame.giver, frame.taker), frame.turned):
        givers = list(_in_places(clause, giving.split(), cue, passive))
        takers = list(_in_places(clause, taking.split(), cue, passive))
        if frame.together and takers:
            for giver in givers:
                yield from tie_each_other(clause, giver)
        for giver, taker in itertools.product(givers, takers):
            yield from make_ties(clause, _type(clause, cue, max(giver.end, taker.end)), giver, taker)


def _is_passive(clause: Clause, cue: Cue[Frame]) -> bool:
    if not _PARTICIPLE.search(cue.word.split()[0]):
        return False
    helped = _PASSIVE.search(clause.text, max(cue.start - 40, clause.start), cue.start)
    return bool(helped) or clause.text.startswith(" by ", cue.end)


def _in_places(clause: Clause, places: Sequence[str], cue: Cue[Frame], passive: bool) -> Iterator[Party]:
    """The parties in the places that a frame names, in the order of the text."""
    if passive:
        places = [{"subject": "by", "object": "subject"}.get(place, place) for place in places]
    if "subject" in places and (subject := clause.subject_at(cue.start)):
        yield subject
    if "last" in places and all(party.start < cue.end for party in clause.parties):
        first = next((p for p in clause.parties if p.use == "name" and not p.lead), None)
        yield from filter(None, (first, clause.subject))
    if clause.inside and "in" in places:
        yield clause.inside
    reached = cue.end
    free = True
    for party in clause.parties:
        if party.end <= cue.start:
            between = clause.text[party.end : cue.start]
            if ("owner" in places and party.use in ("owner", "maker") and OWNS.fullmatch(between)) or (
                "maker" in places and party.use == "maker" and OWNS.fullmatch(between)
            ):
                yield party
        elif party.start >= cue.end and party.use != "person":
            between = clause.text[reached : party.start]
            if len(between) > REACH or APART.search(clause.text, cue.end, party.start):
                return
            if party.lead in places and not _claimed(clause, party, cue.end):
                reached = party.end
                yield party
            elif not party.lead and free and NEAR.fullmatch(clause.text, cue.end, party.start):
                if {"name": "object", "maker": "maker", "owner": "owned"}.get(party.use) in places:
                    yield party
            free = False


def _claimed(clause: Clause, party: Party, at: int) -> bool:
    """Whether later words have the preposition of a party for their own: `agreed to buy chips from`."""
    return any(at <= cue.start and cue.end <= party.start and party.lead in cue.entry.leads for cue in clause.cues)


def _type(clause: Clause, cue: Cue[Frame], end: int) -> TieType:
    """The type of a tie: that of its frame, unless what is traded tells more."""
    if cue.entry.fixed:
        return cue.entry.type
    return read_matter(clause, cue.start, min(max(end, cue.end) + 60, clause.end), cue.entry.type)
