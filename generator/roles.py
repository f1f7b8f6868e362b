"""A clause in, the ties that nouns for roles make in it out: `a customer of Oracle`, `Oracle's customers include …`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.clauses import NEAR, OWNS, Clause, make_ties, read_matter, tie_each_other
from generator.lexicon import Cue, Lexicon
from generator.model import Tie
from generator.parties import Party
from generator.tiewords import APART, ROLES, Role

_ROLES = Lexicon([(role, role.words) for role in ROLES])
_OWN = re.compile(r"\b(?:its|their)(?:\s+[\w-]+){0,4}\s+$")
_THE = re.compile(r"\b(?:the|first|lead)\b(?:\s+[\w-]+){0,3}\s+$", re.I)
_IS = re.compile(
    r"(?:,\s+|(?:[^;:]*\b(?:is|are|was|were|become|becomes|became|remain|remains|remained|as|among|named|called)\b))"
    r"(?:\s*(?!of\b|to\b)[\w’'-]+\s+){0,6}\s*",
    re.I,
)
_LISTS = re.compile(
    r"(?:\s+[\w-]+){0,2}"
    r"(?:,(?! (?:and|but)\b)|:|\s+(?:are|were|is|was|includes?|included|including|such as|namely))"
    r"(?:\s+(?:the|both|[a-z]+))?\s+",
    re.I,
)
_OF_VENTURE = ("investor", "founder", "partner")


def find_in_roles(clause: Clause, before: tuple[str, ...], focus: tuple[str, ...]) -> Iterator[Tie]:
    """The ties of those who have a role. `before` is who the last sentence spoke of, `focus` the project spoken of."""
    for cue in _ROLES.find(clause.text, clause.start, clause.end):
        yield from _in_role(clause, cue, focus if focus and cue.entry.name in _OF_VENTURE else before)


def _in_role(clause: Clause, cue: Cue[Role], before: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of who has a role to whom: `a customer of Oracle`, `Oracle's customers include OpenAI`."""
    role = cue.entry
    owner = _owner(clause, cue)
    holder = _holder(clause, cue, owner)
    if holder is None:
        return
    if owner is None and _THE.search(clause.text, max(clause.start, cue.start - 40), cue.start):
        owner = _unnamed(clause, cue, holder, before)
    if owner is None or APART.search(clause.text, min(holder.end, owner.end), max(holder.start, owner.start)):
        return
    kind = (
        read_matter(clause, max(cue.start - 30, 0), cue.end, role.type)
        if role.name in ("customer", "supplier")
        else role.type
    )
    if "found" in cue.word.lower():
        yield from tie_each_other(clause, holder)
    giver, taker = (holder, owner) if role.gives else (owner, holder)
    yield from make_ties(clause, kind, giver, taker)


def _unnamed(clause: Clause, cue: Cue[Role], holder: Party, before: tuple[str, ...]) -> Party | None:
    """Whose `the lenders` are: the one other party of the clause, or who was spoken of before."""
    if APART.search(clause.words):
        return None
    others = [party for party in clause.parties if party is not holder and party.end <= cue.start]
    if len(others) == 1 or (not others and clause.subject):
        return others[0] if others else clause.subject
    if others or not before or not cue.word.endswith("s"):
        return None  # `the supplier` may be anybody's, `the lenders` are those of whom the text speaks
    return Party(before, cue.start, cue.start)


def _owner(clause: Clause, cue: Cue[Role]) -> Party | None:
    """Whose customer, partner … the word at `cue` speaks of."""
    text = clause.text
    for party in reversed(clause.parties):
        if party.end <= cue.start and party.use in ("owner", "maker") and OWNS.fullmatch(text, party.end, cue.start):
            return party
    for party in clause.parties:
        if (
            party.start >= cue.end
            and party.lead in ("of", "to", "for", "in")
            and NEAR.fullmatch(text, cue.end, party.start)
        ):
            return party
    if _OWN.search(text, max(clause.start, cue.start - 50), cue.start):
        bare = [p for p in clause.parties if p.end <= cue.start and p.use == "name" and not p.lead]
        return bare[0] if bare else clause.subject
    return None


def _holder(clause: Clause, cue: Cue[Role], owner: Party | None) -> Party | None:
    """Who is the customer, partner … that the word at `cue` speaks of."""
    text = clause.text
    after = owner.end if owner and owner.start >= cue.end else cue.end
    for party in clause.parties:
        if party.start >= after and party.use != "person":
            if _LISTS.fullmatch(text, after, party.start) or (text[after : party.start] == " " and not party.lead):
                return party
            break
    left = [p for p in clause.parties if p.end <= cue.start and p is not owner and p.use == "name"]
    before = owner and owner.end <= cue.start and owner.use in ("owner", "maker")
    until = owner.start if owner and before else cue.start
    for party in reversed(left):
        if party.end <= until and (_IS.fullmatch(text, party.end, until) or _OWN.fullmatch(text, party.end + 1, until)):
            return party
    return clause.subject if not left and clause.subject and _IS.fullmatch(text, clause.start, until) else None
