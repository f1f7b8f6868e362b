"""A clause in, the ties that nouns for roles make in it out: `a customer of Oracle`, `Oracle's customers include …`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Tie, TieType
from generator.partnerships.clauses import APART, NEAR, OWNS, Clause, make_ties, read_matter, tie_each_other
from generator.partnerships.matters import type_of_goods, type_of_seller
from generator.partnerships.party import Party
from generator.partnerships.spoken import Spoken
from generator.text.lexicon import Cue, Lexicon


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for what one party is to another: `a customer of Oracle`, `Oracle's customers include OpenAI`."""

    name: str
    type: TieType
    words: str
    gives: bool
    """Whether who has the role gives, as an investor does and a customer does not."""


_NOUNS = (
    Role(
        "investor",
        "investment",
        "investor investors co-investor* backer* shareholder* owner owners equity_partner* equity_funder* funder* "
        "subscriber*",
        True,
    ),
    Role("holding", "investment", "portfolio portfolios", False),
    Role("lender", "financing", "lender* creditor* banks bookrunner* arranger* financier* guarantor*", True),
    Role(
        "founder",
        "investment",
        "founder founders co-founder* founding_partner* founding_member* member members participant* parent",
        True,
    ),
    Role("tenant", "lease", "tenant* lessee*", False),
    Role("landlord", "lease", "landlord* lessor*", True),
    Role(
        "customer",
        "compute_purchase",
        "customer* client clients user users buyer buyers purchaser* off-taker* offtaker*",
        False,
    ),
    Role(
        "supplier",
        "supply",
        "supplier* provider* vendor* seller sellers distributor* host supply_partner* supplier_partner*",
        True,
    ),
    Role("partner", "partnership", "partner partners ally allies", True),
    Role(
        "builder", "partnership", "sponsor* contractor* builder* developer* operator* architect* agent reseller*", True
    ),
)
ROLES = Lexicon([(role, role.words) for role in _NOUNS])
_OWN = re.compile(r"\b(?:its|their)(?:\s+[\w-]+){0,4}\s+$")
_HEAD = re.compile(r"\W*(?:The|One|Another|A|Its|Their)\s+(?:(?!(?:of|and)\b)[\w-]+\s+){0,3}")
"""`The lender is Alpha`, at the head of a sentence."""
_BESIDES = re.compile(r"\b(?:besides|apart from|in addition to|aside from) (?:\w+ ){1,3}$", re.I)
_SAYS = re.compile(r" (?:said|says|told|tells|likes? to|wrote|writes|thinks|argued?|noted|hopes)\b")
_SOLD = re.compile(
    r"\b(?:(?:been|being|is|was|be|to be) (?:sold|bought|acquired)|for sale|up for|takeover|for a buyer)\b"
)
"""What whoever buys has bought, where a sentence says no more."""
_ONLY = re.compile(r" (?:is|was) (?:also )?the (?:first|main|largest|only|biggest|sole|anchor)\b")
_ITS_OWN = re.compile(
    r"(?:,| (?:is|are|was|were|remains?|became|will be|has been|have been)) (?:also |now |both |to be )?(?:its|their)\b"
)
"""`Alpha and Beta are its suppliers`: those of somebody else."""
_SINGULAR = re.compile(r"\bits (?:[\w-]+ ){0,3}$")
_HE = re.compile(r"\W*(?:He|She)\b")
_ANAPHOR = re.compile(r"(?:its|their|it|they|the [a-z]+)\b", re.I)
_WHOSE = re.compile(r"\bwhose $")
_OF_THIS = re.compile(
    r" of (?:this|that|the) (?:[a-z]+ )?(?:company|group|firm|service|cloud|business|deal"
    r"|cluster|fund|unit)\b"
)
_FEW = re.compile(r"(?:[a-z-]+ ){0,3}")
_THE = re.compile(r"\b(?:the|first|lead)\b(?:\s+[\w-]+){0,3}\s+$", re.I)
_AS = re.compile(r"\s+(?:(?:\w+ed|has|have) ){0,2}(?:as\s+|among\s+(?=its|their))(?:(?!of\b|to\b)[\w-]+\s+){0,4}")
"""`with Alpha as its lender`"""
_THE_ONE = re.compile(r"(?:\s+(?:is|was|are|were|as))?\s+the\s+(?:[\w-]+\s+){0,2}")
"""`Alpha is the developer, Beta the tenant`"""
_IS = re.compile(
    r"(?:,\s+|(?:[^;:]*\b(?:is|are|was|were|been|being|become|becomes|became|remain|remains|remained|as|among"
    r"|named|called|join|joins|joined)\b))"
    r"(?:\s*(?!of\b|to\b)[\w’'-]+\s+){0,6}\s*",
    re.I,
)
_LISTS = re.compile(
    r"(?:(?!\s+(?:and|or|with|by)\b)\s+[\w-]+){0,5}"
    r"(?:,(?! (?:and|but)\b)|:|\s+(?:are|were|is|was|includes?|included|including|such as|namely))"
    r"(?:\s+(?!by\b|with\b|from\b)[a-z]+){0,2}\s+",
    re.I,
)
_SAID = re.compile(r"\b(?:said|says|according to) (?:the )?$")
_ARE = re.compile(r"\s+(?:is|are|was|were) (?:the )?(?:[\w-]+ ){0,2}")
_WITH_MONEY = re.compile(r",? with [^,;]{2,40},? (?:is|was|are|were) ")
_OF_VENTURE = ("investor", "founder", "partner", "builder")
_HELD = ("investor", "lender", "tenant", "founder")
_TRADED = ("customer", "supplier")


def find_in_roles(clause: Clause, spoken: Spoken) -> Iterator[Tie]:
    """The ties of those who have a role; `spoken` tells whose it may be where the clause does not."""
    for cue in ROLES.find(clause.text, clause.start, clause.end):
        if spoken.focus and cue.entry.name in _OF_VENTURE:
            yield from _in_role(clause, cue, spoken.focus, spoken.focus)
        else:
            yield from _in_role(clause, cue, spoken.before, spoken.topic or spoken.focus or spoken.before)


def _in_role(clause: Clause, cue: Cue[Role], before: tuple[str, ...], topic: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of who has a role to whom: `a customer of Oracle`, `Oracle's customers include OpenAI`."""
    role = cue.entry
    if len(before) > 1 and len(topic) == 1 and _SINGULAR.search(clause.text, max(cue.start - 40, 0), cue.start):
        before = topic
    if _BESIDES.search(clause.text, max(clause.start, cue.start - 40), cue.start) or _SAYS.match(clause.text, cue.end):
        return
    holder, owner = _named(clause, cue)
    if holder is None:
        owner = _owner(clause, cue, before)
        holder = _holder(clause, cue, owner)
        if holder is None:
            return
        if owner is None:
            owner = _meant(clause, cue, holder, before, topic)
        elif owner is holder and before and _ITS_OWN.match(clause.text, holder.end):
            owner = Party(before, cue.start, cue.start)
    if owner is None and before and role.name in _OF_VENTURE and _AS.fullmatch(clause.text, holder.end, cue.start):
        owner = None if _HE.match(clause.text, clause.start) else Party(before, cue.start, cue.start)
    if owner is None or APART.search(clause.text, min(holder.end, owner.end), max(holder.start, owner.start)):
        return
    if "found" in cue.word.lower():
        yield from tie_each_other(clause, holder)
    unnamed = owner.start == owner.end or _ANAPHOR.match(clause.text, owner.start) is not None
    kind = _type(clause, cue, holder, owner, unnamed=unnamed)
    giver, taker = (holder, owner) if role.gives or kind == "acquisition" else (owner, holder)
    yield from make_ties(clause, kind, giver, taker)


def _meant(
    clause: Clause, cue: Cue[Role], holder: Party, before: tuple[str, ...], topic: tuple[str, ...]
) -> Party | None:
    """Whose role it is where the sentence does not say: `The lender is Alpha`, `Alpha and Beta were co-investors`."""
    text = clause.text
    known = Party(before, cue.start, cue.start) if before else None
    if cue.entry.name in _HELD and cue.word.endswith("s") and _ARE.fullmatch(text, holder.end, cue.start):
        return known
    if _HEAD.fullmatch(text, clause.start, cue.start):
        return None if holder.lead else known
    if _THE.search(text, max(clause.start, cue.start - 40), cue.start):
        return _unnamed(clause, cue, holder, topic)
    return None


def _type(clause: Clause, cue: Cue[Role], holder: Party, owner: Party, *, unnamed: bool) -> TieType:
    role = cue.entry
    if role.name == "partner" and "venture" in clause.text[max(cue.start - 15, 0) : cue.start]:
        return "joint_venture"
    if cue.word.startswith(("buyer", "purchaser")) and unnamed and _SOLD.search(clause.earlier):
        return "acquisition"
    if role.name in _TRADED:
        sold = type_of_seller((holder if role.gives else owner).terms, role.type)
        earlier = type_of_goods(clause.earlier, sold) if unnamed else sold
        return read_matter(clause, max(cue.start - 30, 0), min(cue.end + 60, clause.end), earlier, cue.start)
    return role.type


def _named(clause: Clause, cue: Cue[Role]) -> tuple[Party | None, Party | None]:
    """Holder and owner where somebody is named as something: `Beta counts Alpha as a tenant`, `Alpha is the lender`."""
    left = [p for p in clause.parties if p.end <= cue.start and p.use == "name"]
    if not left:
        return None, None
    holder = left[-1]
    named_as = _AS.fullmatch(clause.text, holder.end, cue.start)
    if not named_as and not _THE_ONE.fullmatch(clause.text, holder.end, cue.start):
        return None, None
    after = next((p for p in clause.parties if p.start >= cue.end and p.lead in ("of", "to", "for", "in")), None)
    if after and NEAR.fullmatch(clause.text, cue.end, after.start):
        return holder, after
    if not named_as or _OWN.search(clause.text, holder.end, cue.start):
        projects = [p for p in clause.parties if p.project and p.end <= holder.start]
        if projects and not named_as:
            return holder, projects[0]
    if named_as:
        first = next((p for p in left if not p.lead and p is not holder), None) or clause.subject
        return (holder, first) if first and first is not holder else (None, None)
    return None, None


def _unnamed(clause: Clause, cue: Cue[Role], holder: Party, before: tuple[str, ...]) -> Party | None:
    """Whose `the lenders` are: the one other party of the clause, or who was spoken of before."""
    if APART.search(clause.words):
        return None
    others = [party for party in clause.parties if party is not holder and party.end <= cue.start]
    if len(others) == 1 and not clause.text.endswith((" and ", " while "), 0, holder.start):
        return others[0]
    if others or not before or not (cue.word.endswith("s") or _ONLY.search(clause.text, holder.end, cue.start)):
        return None  # `the supplier` may be anybody's, `the lenders` are those of whom the text speaks
    return Party(before, cue.start, cue.start)


def _owner(clause: Clause, cue: Cue[Role], before: tuple[str, ...]) -> Party | None:
    """Whose customer, partner … the word at `cue` speaks of."""
    text = clause.text
    for party in reversed(clause.parties):
        if party.end <= cue.start and party.use in ("owner", "maker") and OWNS.fullmatch(text, party.end, cue.start):
            return party
    for party in clause.parties:
        if (
            party.start >= cue.end
            and party.lead in ("of", "to", "for", "in", "at")
            and NEAR.fullmatch(text, cue.end, party.start)
        ):
            return party
    if (
        clause.subject
        and _WHOSE.search(text, max(clause.start - 8, 0), clause.start)
        and _FEW.fullmatch(text, clause.start, cue.start)
    ):
        return clause.subject  # `Alpha, whose backers include Beta`
    if before and _OF_THIS.match(text, cue.end):
        return Party(before, cue.end, cue.end)
    if _OWN.search(text, max(clause.start, cue.start - 50), cue.start):
        bare = [p for p in clause.parties if p.end <= cue.start and p.use == "name" and not p.lead]
        owners = [p for p in clause.parties if p.end <= cue.start and p.use == "owner"]
        if len(bare) == 1 and owners and _ITS_OWN.match(text, bare[0].end):
            return owners[0]  # `Alpha's software left Beta, its first host`
        return bare[0] if bare else clause.subject
    return None


def _holder(clause: Clause, cue: Cue[Role], owner: Party | None) -> Party | None:
    """Who is the customer, partner … that the word at `cue` speaks of."""
    text = clause.text
    after = owner.end if owner and owner.start >= cue.end else cue.end
    if owner is None:
        for party in reversed([p for p in clause.parties if p.end <= cue.start and p.use == "name"]):
            if _ARE.fullmatch(text, party.end, cue.start):
                return party
    for party in clause.parties:
        if party.start >= after and party.use not in ("person", "aside"):
            if _SAID.search(text, 0, party.start):
                break
            lists = _LISTS.fullmatch(text, after, party.start) or _WITH_MONEY.fullmatch(text, after, party.start)
            if lists or (text[after : party.start] == " " and not party.lead):
                return party
            break
    left = [p for p in clause.parties if p.end <= cue.start and p is not owner and p.use == "name"]
    before = owner and owner.end <= cue.start and owner.use in ("owner", "maker")
    until = owner.start if owner and before else cue.start
    for party in reversed(left):
        if (
            party.end <= until
            and _is_one(cue, party, text)
            and (_IS.fullmatch(text, party.end, until) or _OWN.fullmatch(text, party.end + 1, until))
        ):
            return party
    if owner and owner in clause.parties and not left and _OWN.search(text, owner.end, cue.start):
        return owner  # `Alpha, its designated tenant, …` has another's role
    return clause.subject if not left and clause.subject and _IS.fullmatch(text, clause.start, until) else None


def _is_one(cue: Cue[Role], party: Party, text: str) -> bool:
    """Whether a role may be that of a party before a comma: bare plurals are not those of one."""
    return not (len(party.terms) == 1 and cue.word.endswith("s") and text[party.end : cue.start] == ", ")
