"""The sentences of an article with the terms they name in, the ties between their parties out.

A tie needs words that make it (invest in, contract with, a customer of …) and a party in each place that the frame of
those words has. Lists of names, rivals and comparisons fill no frame; a tie that is denied is kept as denied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.entities import find_mentions
from generator.model import Evidence, Status, Tie, TieType
from generator.parties import Party, read_parties, subject_terms
from generator.tiewords import (
    APART,
    CLAUSE,
    COMPUTE,
    COOPERATION,
    DEAL_THAT,
    DENIED,
    FRAMES,
    MATTERS,
    MAX_SENTENCE,
    PART,
    POWER,
    REACH,
    ROLES,
    SHARED,
    STATUSES,
    Frame,
    Role,
    compiled,
)
from generator.vocabulary import Vocabulary

_FRAMES = tuple((frame, compiled(frame.words)) for frame in FRAMES)
_ROLES = tuple((role, compiled(role.words)) for role in ROLES)
_MATTERS = tuple((kind, compiled(words)) for kind, words in MATTERS)
_PART = compiled(PART)
_COOPERATION = compiled(COOPERATION)
_JOINT = re.compile(r"\bventures?\b|\b(?:own|hold|take)s? (?:half|equal|50)", re.I)
_CUE = compiled(" ".join(frame.words for frame in FRAMES))
_PASSIVE = re.compile(r"\b(?:be|been|being|is|are|was|were)(?:\s+[\w-]+){0,3}\s+$", re.I)
_PARTICIPLE = re.compile(r"(?:ed|en|ght|lt|nt|ld|de|ut|un|wn|et)$", re.I)
_NEAR = re.compile(r"(?:\s+(?!that\b)[^\s,;:()]+){0,6}\s+")
_OWNS = re.compile(r"['’]s?(?:\s+[\w.,$€£%-]+){0,6}\s+|(?:\s+(?!and\b|is\b|are\b|as\b)[\w$€£.%-]+){0,3}\s+")
_OWN = re.compile(r"\b(?:its|their)(?:\s+[\w-]+){0,4}\s+$")
_THE = re.compile(r"\b(?:the|first|lead)\b(?:\s+[\w-]+){0,3}\s+$", re.I)
_IS = re.compile(
    r"(?:,\s+|(?:[^;:]*\b(?:is|are|was|were|become|becomes|became|remain|remains|remained|as|among|named|called)\b))"
    r"(?:\s*(?!of\b|to\b)[\w’'-]+\s+){0,6}\s*", re.I)  # fmt: skip
_LISTS = re.compile(
    r"(?:\s+[\w-]+){0,2}(?:,|:|\s+(?:are|were|is|was|includes?|included|including|such as|namely))(?:\s+(?:the|both|[a-z]+))?\s+",
    re.I,
)
_OF_VENTURE = ("investor", "founder", "partner")
_BARE = re.compile(r"\bthat\s+$")


@dataclass(frozen=True, slots=True)
class _Clause:
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
        found = [cue.end() for cue in _CUE.finditer(self.text, max(self.start, party.start - 60), party.start)]
        return bool(found) and bool(_NEAR.fullmatch(self.text, found[-1], party.start))


def find_ties(evidence: Sequence[Evidence], focus: str = "") -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about."""
    found: list[tuple[Tie, ...]] = []
    section = ""
    before: tuple[str, ...] = ()
    for sentence in evidence:
        if sentence.section != section:
            section, before = sentence.section, ()
        parties = read_parties(sentence, before, focus) if len(sentence.text) <= MAX_SENTENCE else ()
        ties: dict[tuple[str, str, TieType], Tie] = {}
        for tie in _ties_in(sentence.text, parties, before, (focus,) if focus else ()):
            first, second = sorted((tie.giver, tie.taker))
            ties.setdefault((first, second, tie.type), tie)
        found.append(tuple(ties.values()))
        before = subject_terms(parties) or before
    return tuple(found)


def project_of(title: str, vocabulary: Vocabulary) -> str:
    """The slug of the project that an article's title names first, or nothing."""
    return next((m.term for m in find_mentions(title, vocabulary) if m.kind == "project"), "")


def _ties_in(text: str, parties: Sequence[Party], before: tuple[str, ...], focus: tuple[str, ...]) -> Iterator[Tie]:
    """The ties of one sentence. `before` is who the last sentence spoke of, `focus` the project of the article."""
    for clause in _clauses(text, parties):
        for frame, pattern in _FRAMES:
            for cue in pattern.finditer(text, clause.start, clause.end):
                yield from _framed(clause, frame, cue)
        for role, pattern in _ROLES:
            for cue in pattern.finditer(text, clause.start, clause.end):
                yield from _in_role(clause, role, cue, focus if focus and role.name in _OF_VENTURE else before)
        yield from _shared(clause)
        yield from _beside(clause)
    yield from _labelled(text, parties)


def _clauses(text: str, parties: Sequence[Party]) -> Iterator[_Clause]:
    if not parties:
        return
    subject: Party | None = None
    about: Party | None = None
    start = 0
    for cut in (*CLAUSE.finditer(text), None):
        end = cut.start() if cut else len(text)
        inside = tuple(party for party in parties if start <= party.start and party.end <= end)
        yield _Clause(text, start, end, inside, subject, about)
        about = None
        if cut:
            start = cut.end()
            if cut[0].strip(", ").lower() in ("in which", "of which") and inside:
                about = inside[-1]
            bare = [party for party in inside if party.use == "name" and not party.lead]
            relative = cut[0].strip(", ").lower() in ("which", "who")
            subject = inside[-1] if relative and inside else bare[0] if bare else subject


def _framed(clause: _Clause, frame: Frame, cue: re.Match[str]) -> Iterator[Tie]:
    """The ties that one frame makes around one of its words."""
    passive = not frame.noun and _is_passive(clause, cue)
    for giving, taking in ((frame.giver, frame.taker), frame.turned):
        givers = list(_in_places(clause, giving.split(), cue, passive))
        takers = list(_in_places(clause, taking.split(), cue, passive))
        if frame.together and takers:
            for giver in givers:
                yield from _each_other(clause, giver)
        for giver, taker in itertools.product(givers, takers):
            yield from _pairs(clause, _type(clause, frame, cue, max(giver.end, taker.end)), giver, taker)


def _is_passive(clause: _Clause, cue: re.Match[str]) -> bool:
    if not _PARTICIPLE.search(cue[0].split()[0]):
        return False
    helped = _PASSIVE.search(clause.text, max(cue.start() - 40, clause.start), cue.start())
    return bool(helped) or clause.text.startswith(" by ", cue.end())


def _in_places(clause: _Clause, places: Sequence[str], cue: re.Match[str], passive: bool) -> Iterator[Party]:
    """The parties in the places that a frame names, in the order of the text."""
    if passive:
        places = [{"subject": "by", "object": "subject"}.get(place, place) for place in places]
    if "subject" in places and (subject := clause.subject_at(cue.start())):
        yield subject
    if "last" in places and all(party.start < cue.end() for party in clause.parties):
        first = next((p for p in clause.parties if p.use == "name" and not p.lead), None)
        yield from filter(None, (first, clause.subject))
    if clause.inside and "in" in places:
        yield clause.inside
    reached = cue.end()
    free = True
    for party in clause.parties:
        if party.end <= cue.start():
            between = clause.text[party.end : cue.start()]
            if "owner" in places and party.use in ("owner", "maker") and _OWNS.fullmatch(between):
                yield party
            elif "maker" in places and party.use == "maker" and _OWNS.fullmatch(between):
                yield party
        elif party.start >= cue.end() and party.use != "person":
            between = clause.text[reached : party.start]
            if len(between) > REACH or APART.search(clause.text, cue.end(), party.start):
                return
            if party.lead in places and not _claimed(clause, party, cue.end()):
                reached = party.end
                yield party
            elif not party.lead and free and _NEAR.fullmatch(clause.text, cue.end(), party.start):
                if {"name": "object", "maker": "maker", "owner": "owned"}.get(party.use) in places:
                    yield party
            free = False


def _claimed(clause: _Clause, party: Party, at: int) -> bool:
    """Whether later words have the preposition of a party for their own: `agreed to buy chips from`."""
    for frame, pattern in _FRAMES:
        if party.lead in f"{frame.giver} {frame.taker} {' '.join(frame.turned)}".split():
            if pattern.search(clause.text, at, party.start):
                return True
    return False


def _in_role(clause: _Clause, role: Role, cue: re.Match[str], before: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of who has a role to whom: `a customer of Oracle`, `Oracle's customers include OpenAI`."""
    owner = _owner(clause, cue)
    holder = _holder(clause, cue, owner)
    if holder is None:
        return
    if owner is None and _THE.search(clause.text, max(clause.start, cue.start() - 40), cue.start()):
        owner = _unnamed(clause, cue, holder, before)
    if owner is None or APART.search(clause.text, min(holder.end, owner.end), max(holder.start, owner.start)):
        return
    kind = (
        _matter(clause, max(cue.start() - 30, 0), cue.end(), role.type)
        if role.name in ("customer", "supplier")
        else role.type
    )
    if "found" in cue[0].lower():
        yield from _each_other(clause, holder)
    giver, taker = (holder, owner) if role.gives else (owner, holder)
    yield from _pairs(clause, kind, giver, taker)


def _unnamed(clause: _Clause, cue: re.Match[str], holder: Party, before: tuple[str, ...]) -> Party | None:
    """Whose `the lenders` are: the one other party of the clause, or who was spoken of before."""
    if APART.search(clause.words):
        return None
    others = [party for party in clause.parties if party is not holder and party.end <= cue.start()]
    if len(others) == 1 or (not others and clause.subject):
        return others[0] if others else clause.subject
    return None if others or not before else Party(before, cue.start(), cue.start())


def _owner(clause: _Clause, cue: re.Match[str]) -> Party | None:
    """Whose customer, partner … the word at `cue` speaks of."""
    text = clause.text
    for party in reversed(clause.parties):
        if (
            party.end <= cue.start()
            and party.use in ("owner", "maker")
            and _OWNS.fullmatch(text, party.end, cue.start())
        ):
            return party
    for party in clause.parties:
        if (
            party.start >= cue.end()
            and party.lead in ("of", "to", "for", "in")
            and _NEAR.fullmatch(text, cue.end(), party.start)
        ):
            return party
    if _OWN.search(text, max(clause.start, cue.start() - 50), cue.start()):
        bare = [p for p in clause.parties if p.end <= cue.start() and p.use == "name" and not p.lead]
        return bare[0] if bare else clause.subject
    return None


def _holder(clause: _Clause, cue: re.Match[str], owner: Party | None) -> Party | None:
    """Who is the customer, partner … that the word at `cue` speaks of."""
    text = clause.text
    after = owner.end if owner and owner.start >= cue.end() else cue.end()
    for party in clause.parties:
        if party.start >= after and party.use != "person":
            if _LISTS.fullmatch(text, after, party.start) or (text[after : party.start] == " " and not party.lead):
                return party
            break
    left = [p for p in clause.parties if p.end <= cue.start() and p is not owner and p.use == "name"]
    before = owner and owner.end <= cue.start() and owner.use in ("owner", "maker")
    until = owner.start if owner and before else cue.start()
    for party in reversed(left):
        if party.end <= until and (_IS.fullmatch(text, party.end, until) or _OWN.fullmatch(text, party.end + 1, until)):
            return party
    return clause.subject if not left and clause.subject and _IS.fullmatch(text, clause.start, until) else None


def _shared(clause: _Clause) -> Iterator[Tie]:
    """The ties of two or three that do something together: `A and B signed a contract`, `a contract between A and B`."""
    for party in clause.parties:
        alone = all(other is party or other.project or other.use != "name" for other in clause.parties)
        that = DEAL_THAT.search(clause.text, clause.start, party.start)
        together = not party.lead and (that or (alone and SHARED.match(clause.text, party.end)))
        if 2 <= len(party.terms) <= 3 and (party.lead in ("between", "among") or together):
            kind = _matter(clause, clause.start, clause.end, "partnership")
            if _COOPERATION.search(clause.words):
                kind = "partnership"
            yield from _each_other(clause, party, "joint_venture" if _JOINT.search(clause.words) else kind)


def _each_other(clause: _Clause, party: Party, kind: TieType = "joint_venture") -> Iterator[Tie]:
    for one, other in itertools.combinations(party.terms, 2):
        yield from _pairs(clause, kind, Party((one,), 0, 0), Party((other,), 0, 0))


def _beside(clause: _Clause) -> Iterator[Tie]:
    """The ties of neighbours: `SoftBank-backed OpenAI`, and a party and a project with any word for taking part."""
    for one, other in itertools.pairwise(clause.parties):
        between = clause.text[one.end : other.start]
        if one.use == "backer" and len(between) < 40:
            yield from _pairs(clause, "investment", one, other)
        if (
            one.project == other.project
            or "person" in (one.use, other.use)
            or len(between) > REACH
            or APART.search(between)
        ):
            continue
        after = clause.text[other.end : min(other.end + 40, clause.end)]
        if _PART.search(between) or _PART.search(after):
            if _OWN.search(between) or re.search(r"\b(?:its|their)\b", between):
                one = clause.subject_at(one.start) or one
            party, project = (other, one) if one.project else (one, other)
            yield from _pairs(
                clause, _matter(clause, one.end, min(other.end + 40, clause.end), "partnership"), party, project
            )


def _labelled(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The tie of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    if len(parties) >= 2 and re.match(r"\W{0,2}: ", text[parties[0].end : parties[0].end + 4]) and parties[0].end < 60:
        clause = _Clause(text, parties[0].end + 2, len(text), tuple(parties[1:]), None)
        other = parties[1]
        if (
            parties[0].terms != other.terms
            and not other.lead
            and _CUE.search(clause.words)
            and not APART.search(clause.words)
        ):
            yield from _pairs(clause, _matter(clause, clause.start, clause.end, "partnership"), parties[0], other)


def _type(clause: _Clause, frame: Frame, cue: re.Match[str], end: int) -> TieType:
    """The type of a tie: that of its frame, unless what is traded tells more."""
    if frame.fixed:
        return frame.type
    return _matter(clause, cue.start(), min(max(end, cue.end()) + 60, clause.end), frame.type)


def _matter(clause: _Clause, start: int, end: int, otherwise: TieType) -> TieType:
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


def _pairs(clause: _Clause, kind: TieType, giver: Party, taker: Party) -> Iterator[Tie]:
    if set(giver.terms) & set(taker.terms):
        return
    status = _status(clause.words)
    for one, other in itertools.product(giver.terms, taker.terms):
        yield Tie(kind, one, other, kind not in ("joint_venture", "partnership"), status)


def _status(clause: str) -> Status:
    if DENIED.search(clause):
        return "denied"
    return next((status for status, pattern in STATUSES if pattern.search(clause)), "reported")
