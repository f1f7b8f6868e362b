"""A sentence with its parties in, its clauses out: each with its parties, its subject, and the ties it can make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Status, Tie, TieType
from generator.parties import Party
from generator.tiewords import APART, CLAUSE, COMPUTE, DENIED, FRAMES, MATTERS, POWER, STATUSES, compiled, frames_heard

NEAR = re.compile(r"(?:\s+(?!that\b)[^\s,;:()]+){0,6}\s+")
"""A few words without a stop: what may stand between a verb and its object."""
CUE = compiled(" ".join(frame.words for frame in FRAMES))
"""Any word of any frame."""
OWNS = re.compile(r"['’]s?(?:\s+[\w.,$€£%-]+){0,6}\s+|(?:\s+(?!and\b|is\b|are\b|as\b)[\w$€£.%-]+){0,3}\s+")
"""What may stand between an owner and what is owned: `Meta's largest`."""
_MATTERS = tuple((kind, compiled(words)) for kind, words in MATTERS)
_RELATIVE = ("which", "who", "in which", "of which")
_RESUMES = re.compile(
    r", (?!(?:and|or|but|which|who|with|an?|the|its|to|in|for|from|by|of|as|on|at|including|while|where|when)\b)[a-z]"
)
"""Where the sentence goes on after a relative clause: `AIP, which leads the group, was founded by …`."""
_BARE = re.compile(r"\bthat\s+$")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its own verb: its bounds, the parties in it, and who its subject is by default."""

    text: str
    start: int
    end: int
    parties: tuple[Party, ...]
    subject: Party | None
    inside: Party | None = None
    """Whom a clause that begins with `in which` is about."""

    @property
    def words(self) -> str:
        """Its own text."""
        return self.text[self.start : self.end]

    def subject_at(self, at: int) -> Party | None:
        """Who does what the words at `at` say: the nearest party before them that nothing else governs."""
        if _BARE.search(self.text, max(self.start, at - 6), at):
            return None
        before = [p for p in self.parties if p.end <= at and p.use == "name" and not p.lead and not self._is_object(p)]
        if before and APART.search(self.text, before[-1].end, at):
            return None
        return before[-1] if before else self.subject

    def _is_object(self, party: Party) -> bool:
        start = max(self.start, party.start - 60)
        if not frames_heard(self.text[start : party.start]):
            return False
        found = [cue.end() for cue in CUE.finditer(self.text, start, party.start)]
        return bool(found) and bool(NEAR.fullmatch(self.text, found[-1], party.start))


def split_clauses(text: str, parties: Sequence[Party]) -> Iterator[Clause]:
    """The clauses of a sentence in order; none where it has no party."""
    if not parties:
        return
    main: Party | None = None  # the subject of the sentence, which a relative clause interrupts
    subject: Party | None = None
    about: Party | None = None
    start, opening = 0, ""
    for cut in (*CLAUSE.finditer(text), None):
        stop = cut.start() if cut else len(text)
        resumed = _RESUMES.search(text, start, stop) if opening in _RELATIVE else None
        for begin, end in ((start, resumed.start()), (resumed.end() - 1, stop)) if resumed else ((start, stop),):
            inside = tuple(party for party in parties if begin <= party.start and party.end <= end)
            yield Clause(text, begin, end, inside, subject, about)
            bare = [party for party in inside if party.use == "name" and not party.lead]
            if opening in _RELATIVE:
                subject, about = main or subject, None
            elif bare:
                main = subject = bare[0]
            opening = "" if resumed else opening
        if cut:
            start, opening = cut.end(), cut[0].strip(", ").lower()
            if opening in _RELATIVE and inside:
                subject, about = (inside[-1], None) if opening in ("which", "who") else (subject, inside[-1])


def make_ties(clause: Clause, kind: TieType, giver: Party, taker: Party) -> Iterator[Tie]:
    """A tie of each of one party with each of the other, unless they share a term."""
    if set(giver.terms) & set(taker.terms):
        return
    status = _status(clause.words)
    for one, other in itertools.product(giver.terms, taker.terms):
        yield Tie(kind, one, other, kind not in ("joint_venture", "partnership"), status)


def tie_each_other(clause: Clause, party: Party, kind: TieType = "joint_venture") -> Iterator[Tie]:
    """A tie between any two of the terms of one party."""
    for one, other in itertools.combinations(party.terms, 2):
        yield from make_ties(clause, kind, Party((one,), 0, 0), Party((other,), 0, 0))


def read_matter(clause: Clause, start: int, end: int, otherwise: TieType) -> TieType:
    """The type that the words between two places tell, names left out: Alpha Cloud may sell power."""
    words = ""
    for party in clause.parties:
        if party.start >= start:
            words += clause.text[start : min(party.start, end)]
            start = max(min(party.end, end), start)
    words += clause.text[start:end]
    kind = next((kind for kind, pattern in _MATTERS if pattern.search(words)), otherwise)
    if kind == "compute_purchase" and POWER.search(words) and not COMPUTE.search(words):
        return "supply"
    return kind


def _status(clause: str) -> Status:
    if DENIED.search(clause):
        return "denied"
    return next((status for status, pattern in STATUSES if pattern.search(clause)), "reported")
