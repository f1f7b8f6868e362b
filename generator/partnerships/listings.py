"""What opens a list and the items of the list in, the ties of those the items name to whom the opening is about out.

`Alpha has three tenants: Beta, Gamma and Delta` and `It signed these contracts:` with a list below both tie each of
those listed to one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Tie, TieType
from generator.partnerships.clauses import APART, Clause, make_ties, read_matter
from generator.partnerships.cues import find_tie_words
from generator.partnerships.party import Party
from generator.partnerships.roles import ROLES

_ITEM = re.compile(r"\W{0,2}([^:.]{2,60}): ")
_DIRECT = re.compile(r":\s+(?:the\s+)?")
_REMARK = r"(?: \([^()]{1,60}\)| for [^,;:.]{1,40}?)?"
_ENDS = re.compile(_REMARK + r"(?:[.,;]|$| and\b)")
_GOES_ON = re.compile(_REMARK + r"(?:,|,? and|;)(?:,? [\w ]{1,20},)? (?:the )?")
_COUNTED = re.compile(
    r"\b(?:from|with|to|by|over|among|between|has|have) (?:two|three|four|five|six"
    r"|several) (?:[\w-]+ ){0,2}[a-z]+s, (?:the )?$"
)
"""`from two suppliers, Alpha and Beta`"""
_AMONG = re.compile(r"Among ")
_ARE = re.compile(r" (?:are|is|were|was) (?:the )?$")
_SHORTEST = 20
"""Characters in which somebody's list can be announced; shorter words before a colon are a label."""
_BRACKET = re.compile(r" \((?:the |its )?((?:\w+ ){0,2}\w+): (?:the )?")
_LONGEST_TITLE = 30
_NO_LIST = re.compile(
    r"\b(?:no|none|not|without|former|rivals?|competitors?|differ\w*|compar\w*"
    r"|sources (?:differ|say)|reports?)\b",
    re.I,
)
_LOOSE = ("come", "use", "build", "round", "move", "raise", "engage")
"""Frames whose words say too little of what is listed."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Whom those listed are tied to, how, and whether they give what the type names."""

    terms: tuple[str, ...]
    type: TieType
    gives: bool
    fixed: bool
    titled: bool = False
    """Whether a section's title says it, so that every item names one."""


def read_title(title: str, owner: tuple[str, ...]) -> Opening | None:
    """What a section's title announces: `Customers`, `The Lenders`."""
    roles = ROLES.find(title) if len(owner) == 1 and len(title) < _LONGEST_TITLE and not _NO_LIST.search(title) else ()
    if not roles:
        return None
    role = roles[-1].entry
    return Opening(owner, role.type, role.gives, role.name not in ("customer", "supplier", "partner"), titled=True)


def read_opening(text: str, parties: Sequence[Party], before: tuple[str, ...]) -> Opening | None:
    """What the words before a colon announce: a role or a deal, and whose."""
    owner = next(
        (p.terms for p in parties if p.use in ("name", "owner", "aside") and p.lead in ("", "of", "to", "for")), before
    )
    if len(owner) != 1 or _NO_LIST.search(text):
        return None
    if roles := ROLES.find(text):
        role = roles[-1].entry
        fixed = role.name not in ("customer", "supplier", "partner")
        return Opening(owner, role.type, role.gives, fixed)
    names = {party.start: party.end for party in parties}
    words = [word for word in find_tie_words(text, 0, len(text), names) if word.frame.name not in _LOOSE]
    if not words:
        return None
    nouns = [word for word in words if word.noun]
    frame = (nouns or words)[-1].frame
    return Opening(owner, frame.type, not frame.gives or frame.name in ("deal", "sign", "lend"), frame.fixed)


def find_listed(text: str, parties: Sequence[Party], opening: Opening | None) -> Iterator[Tie]:
    """The ties of an item whose label is a party and that speaks of nobody else, to whom its list is about."""
    label = _ITEM.match(text)
    if not label or opening is None:
        return
    heads = [party for party in parties if party.end <= label.end()]
    others = [party for party in parties if party.start >= label.end() and not party.project]
    if len(heads) == 1 and (
        opening.titled or not any(set(p.terms) - set(heads[0].terms) - set(opening.terms) for p in others)
    ):
        stop = text.find(". ", label.end())
        yield from _tie(text, label.end(), stop if stop >= 0 else len(text), heads[0], opening, label.end())


def find_bracketed(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The ties of those whose role stands in brackets: `Alpha Park (tenant: Beta)`."""
    for owner, holder in itertools.pairwise(parties):
        if bracket := _BRACKET.fullmatch(text, owner.end, holder.start):
            yield from _tie_role(text, bracket[1], owner, holder)


def _tie_role(text: str, word: str, owner: Party, holder: Party) -> Iterator[Tie]:
    for cue in ROLES.find(word)[:1]:
        giver, taker = (holder, owner) if cue.entry.gives else (owner, holder)
        yield from make_ties(Clause(text, owner.start, holder.end, (), None), cue.entry.type, giver, taker)


def find_pairs(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The ties of those named two by two after a colon: `They order chips: Alpha from Beta, Gamma from Delta`."""
    colon = text.find(": ")
    after = [party for party in parties if party.start > colon]
    pairs = list(zip(after[::2], after[1::2], strict=False))
    if colon < _SHORTEST or len(pairs) < 2 or len(after) % 2 or _NO_LIST.search(text, 0, colon):
        return
    words = [word for word in find_tie_words(text, 0, colon, {}) if word.frame.name not in _LOOSE]
    leads = {other.lead for _, other in pairs}
    together = all(text[one.end : other.start].split() in ([other.lead], [other.lead, "the"]) for one, other in pairs)
    if not words or not together or len(leads) > 1 or any(one.lead for one, _ in pairs):
        return
    gives = words[-1].frame.gives if leads & {"with", "by", "at"} else leads <= {"to", "for"}
    for one, other in pairs:
        clause = Clause(text, 0, len(text), tuple(parties), None)
        kind = words[-1].frame.type
        kind = kind if words[-1].frame.fixed else read_matter(clause, 0, colon, kind, words[-1].start, space=True)
        yield from make_ties(clause, kind, *((one, other) if gives else (other, one)))


def find_after_colon(text: str, parties: Sequence[Party], before: tuple[str, ...]) -> Iterator[Tie]:
    """The ties of those whom a sentence lists after a colon."""
    opening: Opening | None = None
    reached = colon = -1
    for listed in parties:
        if opening and not _GOES_ON.fullmatch(text, reached, listed.start):
            return
        colon = text.rfind(":", 0, listed.start)
        counted = _COUNTED.search(text, max(listed.start - 60, 0), listed.start)
        are = _AMONG.match(text) and not opening and not listed.lead and _ARE.search(text, 0, listed.start)
        if are:
            colon = are.start()
            opening = read_opening(text[:colon], [party for party in parties if party.end <= colon], before)
        elif not opening and not listed.lead and (counted or _is_after(text, colon, listed.start)):
            colon = counted.end() - 2 if counted else colon
            opening = read_opening(text[:colon], [party for party in parties if party.end <= colon], before)
        if not opening or not _ENDS.match(text, listed.end):
            opening = None
            continue
        reached = listed.end
        if not set(opening.terms) & set(listed.terms):
            yield from _tie(text, 0, len(text), listed, opening, colon)


def _is_after(text: str, colon: int, start: int) -> bool:
    """Whether a name is the first after a colon that may announce a list."""
    return colon >= _SHORTEST and bool(_DIRECT.fullmatch(text, colon, start))


def _tie(text: str, start: int, end: int, listed: Party, opening: Opening, at: int) -> Iterator[Tie]:
    clause = Clause(text, start, end, (listed,), None)
    if APART.search(text, start, end) and start:
        return
    kind = opening.type
    if not opening.fixed:
        kind = read_matter(clause, start, end, kind, at, space=True)
    owner = Party(opening.terms, 0, 0)
    giver, taker = (listed, owner) if opening.gives else (owner, listed)
    yield from make_ties(clause, kind, giver, taker)
