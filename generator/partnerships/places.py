"""A clause and one of its words that tie in, the parties around the word and the places they stand in out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.partnerships.clauses import APART, OWNS, REACH, Clause, is_direct
from generator.partnerships.cues import FINITE_VERBS, TieWord
from generator.partnerships.party import Party

Placed = tuple[str, Party]
"""A party and its place: `subject`, `owner`, `object`, or the preposition before it."""

ROUND = re.compile(r"\b(?:round|raised|raises|Series [A-Z])\b")
"""A sentence about money that is raised."""
SECURES = ("lend", "back")
"""What is lent on, or backed, is one thing: `guarantees the lease of Alpha`."""
_TO_DO = re.compile(r" to (?!the\b|an?\b|its\b)[a-z]+ ")
"""`ordered Alpha to keep its records`"""
_THAT = re.compile(r"\b(?:that|which) (?:the )?$")
_EQUALS = re.compile(r"\b(?:is|was|are|were|remains|means) (?:an?|worth|more|less|twice|half)\b")
"""`a contract with Alpha is a blow to Beta`"""
_POSSESSED = re.compile(r"\b(?:its|their|own)\b[^,;]{0,30}, $")
_RELATIVE = re.compile(
    r"\b(?!(?:on|in|at|to|of|for|from|with|by|under|over|through) )[a-z]\w+ (?:that|which|what) (?:the )?$"
    r"|\bwhat (?:the )?$"
)
_HAS = re.compile(r"\b(?:has|have|had|gets?|got|needs?|wants?|receives?|refinanced)\b")
_SAYS = re.compile(
    r"\b(?:said|says|announced|reported|claim\w*|expects?|denied|agreed|stat\w+|shows?|report|fact|doubt\w*|thinks?"
    r"|estimates?|argue\w*|believ\w*) (?:that|which|what) (?:the )?$"
)
_AND_ALSO = re.compile(r"\band (?:also |then |now )?$")
_DOING = re.compile(r" \w+ing\b")
_ATTRIBUTE = re.compile(
    r"(?:\s+(?!(?:and|or|to|of|in|for|from|with|by|on|at|as|is|are|was|were|has|had|will|that|which|also|said)\b)"
    r"[a-z-]+){0,2}\s+"
)
_IN_PHRASE = re.compile(
    r"\b(?:an?|the|its|their|this|that|new|another|large|own|earlier|first|second|existing|major)\s+$"
)
_SUM = re.compile(r"(?:USD|EUR|GBP|[$€£]) ?\d|\b(?:billion|million|premium)\b")
_LED_BY = re.compile(r"\b(?:led|set up|formed|founded) by (?:the )?$")
_IN_SUBJECT = ("", "of", "for", "at", "in", "to", "on", "between")
_LOOSE = ("come", "use", "raise", "belong", "merge_into", "rely")
"""Frames whose subject may stand anywhere in the words before: `power for Alpha comes from Beta`."""
_REACHING = ("from", "by", "with", "to", "of", "on", "for")
_REACHES = re.compile(
    r"(?:,? [^,;:]{0,40},)?(?: (?!(?:and|or|but|that|which|who|is|was|are|were)\b)[\w-]+){0,5}?"
    r" (?:(?:also|now|will|has|had|could|can|to) )*"
    r"(?:keep|kept|mak|made|give|gave|cover|fill|bind|bound|bring|brought|let|allow|secur|worr|help|enabl|provid"
    r"|sav|leav"
    r"|pa(?:y|id)|put|support|guarant|account|reach|carr|oblig|free|turn|assur|ensur|entitl|grant|bur|open|feed"
    r"|fed|suppl"
    r"|power|tie|underpin|lift|lower|cut|mean|gain)[a-z]*\b"
)
_NEARBY = 60
"""Characters in which a verb reaches whom it is about."""
_NO_RELATIVE = ("deal", "cooperate", "sign", "use")


def find_after(clause: Clause, word: TieWord, later: Sequence[TieWord]) -> Iterator[Placed]:
    """The parties after a word that are its own. `later` are the words that may claim them."""
    text = clause.text
    last = text[word.start : word.end].split()[-1].lower()
    reached, free = word.end, not word.noun and (word.frame.direct or word.passive)
    for party in clause.parties:
        if party.start < word.end or party.use == "person" or (party.use == "aside" and not party.lead):
            continue
        if party.start - reached > REACH or APART.search(text, word.end, party.start):
            return
        if word.noun and _EQUALS.search(text, word.end, party.start):
            return
        if party.lead == last and party.start - word.end < 6:
            yield "object", party  # `bought into Alpha`, `roped in Beta`
            return
        named_only = party.use == "maker" and word.frame.gives and word.frame.name != "award"
        if party.lead:
            if _is_own(clause, word, party, later) and not (named_only and not word.noun):
                reached = party.end
                yield party.lead, party
        elif word.frame.name in SECURES and not word.noun and _THAT.search(text, word.end, party.start):
            yield "of", party  # `guarantees the rents that Alpha owes`
            return
        elif free and is_direct(text, word.end, party.start):
            free = False
            if (
                not named_only
                and not (word.frame.name == "engage" and party.use == "owner")
                and not (word.frame.name == "buy" and _TO_DO.match(text, party.end))
            ):
                yield "object", party


def find_affected(clause: Clause, party: Party) -> Placed | None:
    """Whom it reaches what the subject of a sentence does: `A loan from Alpha keeps Beta afloat`."""
    if party.lead not in _REACHING or not (verb := _REACHES.match(clause.text, party.end, clause.end)):
        return None
    other = next((p for p in clause.parties if p.start >= verb.end()), None)
    if other is None or other.use in ("person", "aside") or other.start - verb.end() > _NEARBY:
        return None
    return None if APART.search(clause.text, verb.end(), other.start) else ("affected", other)


def find_fronted(clause: Clause, word: TieWord) -> Iterator[Placed]:
    """The party that a sentence begins with: `To Alpha, Beta sold …`."""
    first = clause.parties[0] if clause.parties else None
    if first is None or word.noun or first.end > word.start or first.lead not in ("to", "from", "with"):
        return
    if (
        first.start - clause.start < 8
        and clause.text.startswith((", ", " it ", " they ", " the "), first.end)
        and word.takes(first.lead)
    ):
        yield first.lead, first


def _is_own(clause: Clause, word: TieWord, party: Party, later: Sequence[TieWord]) -> bool:
    """Whether the preposition of a party belongs to a word, and to none of the words between them."""
    named_for = party.project and party.lead == "for" and word.frame.name == "award"
    if not (named_for or word.takes(party.lead)) or party.use == "aside":
        return False
    if party.lead == "with" and _DOING.match(clause.text, party.end):
        return False  # `with Alpha backing the loan`
    if word.frame.name == "price" and not (party.use == "name" and _SUM.search(clause.text, word.end, party.start)):
        return False
    if party.use == "maker" and word.frame.type == "acquisition":
        return False
    between = (one for one in later if one.end <= party.start)
    return not any(one.takes(party.lead) or _AND_ALSO.search(clause.text, word.end, one.start) for one in between)


def find_before(clause: Clause, word: TieWord, after: Sequence[Placed]) -> Iterator[Placed]:
    """The parties before a word that are its own: whose it is, or else who does it."""
    places = {place for place, _ in after}
    if word.noun:
        if attribute := _attribute(clause, word.start):
            yield "of", attribute
            clause = replace(clause, parties=tuple(party for party in clause.parties if party is not attribute))
        if owner := _owner(clause, word.start):
            yield "of" if word.frame.name == "revenue" else "owner", owner
            if word.frame.name != "revenue":
                return
    elif actor := _with(clause, word):
        yield "subject", actor
        return
    if clause.inside and not places & {"in", "of", "with"}:
        yield "in", clause.inside
    if word.noun and ("by" in places or places >= {"from", "to"} or ("of" in places and places & {"in", "to"})):
        if "by" in places and not places & {"of", "in", "to", "for", "with"} and (inner := _inner(clause, word.start)):
            yield "subject", inner
        return
    yield from _doer(clause, word, places)


def _doer(clause: Clause, word: TieWord, places: set[str]) -> Iterator[Placed]:
    if subject := clause.subject_at(word.start):
        yield "subject", subject
    elif word.passive or word.frame.name in _LOOSE or (word.noun and places & {"from", "with"}):
        if inner := _inner(clause, word.start) or _actor(clause, word):
            yield "subject", inner
        elif word.frame.name == "come" and (source := _source(clause, word.start)):
            yield "from", source
    elif not word.noun and (source := _source(clause, word.start)):
        yield "from", source
    elif not word.noun and clause.text.endswith("to ", 0, word.start):
        before = [party for party in clause.parties if party.end <= word.start]
        if before and before[-1].use == "owner":
            yield "subject", before[-1]  # `Alpha's agreement to develop chips`


def _owner(clause: Clause, at: int) -> Party | None:
    before = (p for p in reversed(clause.parties) if p.end <= at and p.use in ("owner", "maker"))
    return next((party for party in before if OWNS.fullmatch(clause.text, party.end, at)), None)


def _attribute(clause: Clause, at: int) -> Party | None:
    """Whose name stands before a noun: `won an Alpha cloud contract`."""
    party = next((p for p in reversed(clause.parties) if p.end <= at), None)
    if party is None or party.use not in ("name", "maker") or len(party.terms) > 1:
        return None
    ours = _ATTRIBUTE.fullmatch(clause.text, party.end, at) and _IN_PHRASE.search(clause.text[: party.start])
    return party if ours and FINITE_VERBS.isdisjoint(clause.text[party.end : at].split()) else None


def _with(clause: Clause, word: TieWord) -> Party | None:
    """Who does something beside the rest of a sentence: `with Alpha providing USD 2 billion`."""
    party = next((p for p in reversed(clause.parties) if p.end <= word.start), None)
    if party is None or party.lead != "with" or party.use != "name" or clause.text[party.end : word.start] != " ":
        return None
    return party if clause.text[word.start : word.end].endswith("ing") else None


def _inner(clause: Clause, at: int) -> Party | None:
    """The party in the subject's own words: `the servers of Alpha were built by …`."""
    before = [p for p in clause.parties if p.end <= at and p.use != "person" and p.lead in _IN_SUBJECT]
    return before[-1] if before and not APART.search(clause.text, before[-1].end, at) else None


def _actor(clause: Clause, word: TieWord) -> Party | None:
    """Who did it together with somebody: `developed by Alpha in collaboration with Beta`."""
    before = [p for p in clause.parties if p.end <= word.start and p.lead == "by"]
    return before[-1] if before and word.frame.name in ("cooperate", "deal") else None


def _source(clause: Clause, at: int) -> Party | None:
    """From whom the subject of a verb is: `a loan from Alpha pays for …`, `banks led by Alpha lend …`."""
    before = [party for party in clause.parties if party.end <= at]
    if len(before) != 1 or before[0].use != "name":
        return None
    led = before[0].lead == "by" and _LED_BY.search(clause.text, clause.start, before[0].start)
    return before[0] if led or before[0].lead == "from" else None


def find_antecedent(clause: Clause, word: TieWord, subject: Party) -> Party | None:
    """Who has what a relative clause speaks of: `Beta uses halls that Alpha built`; who raises, where others put in."""
    bare = [p for p in clause.parties if p.end <= subject.start and p.use == "name" and not p.lead]
    main = bare[0] if bare else clause.subject
    if subject.lead == "with" or word.frame.name in ("put", "round"):
        return main if ROUND.search(clause.text) else None
    if clause.relative and subject in clause.parties and word.frame.direct:
        near = clause.subject and clause.start - clause.subject.end < 12
        own = _POSSESSED.search(clause.text[: clause.start].removesuffix("which "))
        return clause.subject if near or own else None
    head = clause.text[max(subject.start - 40, 0) : subject.start]
    if _AND_ALSO.search(head) and (first := _first_of_two(clause, word, subject)):
        return first
    if main is None or word.frame.name in _NO_RELATIVE or not _RELATIVE.search(head) or _SAYS.search(head):
        return None
    begin = main.end if bare else clause.start
    ties = any(begin <= one.start and one.end <= subject.start for one in clause.words_that_tie)
    return main if ties or _HAS.search(clause.text, begin, subject.start) else None


def _first_of_two(clause: Clause, word: TieWord, subject: Party) -> Party | None:
    """Who gives what somebody else takes: `the chips that Alpha makes and Beta buys`."""
    before = [one for one in clause.words_that_tie if not one.noun and one.end <= subject.start]
    if not before or before[-1].frame.gives == word.frame.gives:
        return None
    first = clause.subject_at(before[-1].start)
    own = first and not any(first.end <= p.start < subject.start for p in clause.parties)
    return first if first and own and _RELATIVE.search(clause.text, 0, first.start) else None
