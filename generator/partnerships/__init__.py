"""The sentences of an article with the terms they name in, the ties between their parties out.

A tie needs words that make it (invest in, contract with, a customer of …) and a party in each place that the frame of
those words has. Lists of names, rivals and comparisons fill no frame; a tie that is denied is kept as denied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from generator.model import Evidence, Tie, TieType
from generator.partnerships.clauses import (
    APART,
    MAX_SENTENCE,
    REACH,
    Clause,
    make_ties,
    read_matter,
    split_clauses,
    tie_each_other,
)
from generator.partnerships.cues import find_tie_words
from generator.partnerships.frames import find_framed
from generator.partnerships.parties import Party, read_parties, subject_terms
from generator.partnerships.roles import find_in_roles
from generator.text.lexicon import word_pattern
from generator.vocabulary import Vocabulary
from generator.vocabulary.entities import find_mentions

_PART = word_pattern(
    "take_part takes_part taking_part took_part part_of participat* join joins joined joining build* built "
    "operat* present* announc* unveil*"
    " back backs backed backing fund* lead leads leading led develop* suppl* provid* partner* invest* commit* "
    "host* financ* contribut*"
    " deliver* share stake involvement member* founded founder* formed venture owns owned hold holds tenant* "
    "leas* equipped including"
    " start started starts run runs lay create* guarante* agree*"
)
"""What ties a party to a project beside it."""
_COOPERATION = re.compile(
    r"\b(?:collaborat|cooperat|alliance|memorand|teamed? up|teams up|letters? of intent|join\w* forces|work\w* with)",
    re.I,
)
_RENT = re.compile(r"\b(?:leas|rent|tenan|landlord|coloc)", re.I)
_SHARED = re.compile(
    r"\W+(?:each |both |jointly )?(?:own|hold|take)s? (?:half|equal|50)|\W+(?:\w+ly )?(?:(?:plan|will|are to|aim"
    r"|intend)(?:s|ned)? (?:to )?(?:jointly |together )?(?:build|reach|develop|deploy|create|offer|bring|open"
    r"|launch|install|run|set up|construct)\b"
    r"|plan(?:s|ned)? (?:a|an|at least|up to|about|\d)"
    r"|(?:are|will|have|had|were) (?:been |be |now )?jointly\b|(?!(?:put|pay|paid|rais|invest|len[dt]|contribut"
    r"|spen|provid)\w*)[^;,]{8,60}\b(?:each other|one another|together)\b"
    r"|(?!both\b|each\b|all\b)[^;]{0,60}?\b(?:announced|signed|agreed|have|had|maintained|maintain|enlarged|extended"
    r"|amended|expanded|struck|reached|formed|launch\w*|registered|settled"
    r"|ended|are (?:\w+ing)|closed|entered|plan|concluded|renewed|set up|created|established|share|exchange|visit)\b"
    r"(?![^;]*\b(?:each|both|separate(?:ly)?|respective(?:ly)?)\b)"
    r"[^;]{0,80}?\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|terms|pact"
    r"|exclusivity|licen[cs]e|memorandum|letter of intent|together|jointly|runtime|arrangement|joint|sites?|campus"
    r"|company|pool)\b)",
    re.I,
)
"""What two parties do in one breath ties them to each other: `A and B signed a contract`."""
_DEAL_THAT = re.compile(
    r"\b(?:agreement|contract|deal|partnership|collaboration|alliance|memorandum|pact|terms|company"
    r"|venture)\b[^.;]{0,40}?"
    r" (?:that|which) (?:the )?$",
    re.I,
)
"""`a memorandum that A and B concluded`."""
_TEAM = re.compile(r"\b(?:consortium|alliance|team) of (?:the )?$")
_JOINT = re.compile(
    r"\bventures?\b|\bjoint \w+ ?compan|\b(?:joint|common|new|own) (?:\w+ )?(?:company|firm)\b|fifty-fifty"
    r"|in equal (?:parts|halves)"
    r"|\bjointly (?:own|held|hold)|\b(?:own|held|hold|owned|founded|split)\b[^;]{0,40}\b(?:jointly|together|half"
    r"|equal|50)\b"
    r"|\b(?:own|hold|take)s? (?:half|equal|50)|\b(?:registered|founded) (?:a|the) (?:company|firm)|compan(?:y"
    r"|ies) that \w* ?founded"
    r"|\bjointly held by|equal halves",
    re.I,
)
_THE_TWO = re.compile(
    r"\b(?:the (?:two|pair)|both)(?: (?:companies|firms|groups|partners|sides|parties))?\b[^;.]{0,60}?\b(?:together"
    r"|jointly|share|split"
    r"|agree\w*|sign\w*|found\w*|partner\w*|contract|venture|exchange|joint)\b",
    re.I,
)
"""`… and the two founded a company`."""
_OWN = re.compile(r"\b(?:its|their)\b")


Wanted = Callable[[Evidence], bool]
"""Whether the ties of a sentence are asked for."""


def find_ties(
    evidence: Sequence[Evidence],
    focus: str = "",
    wanted: Wanted = lambda sentence: True,
    places: Sequence[int] = (),
) -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about.

    `places` tell which sentences of the article these are: those left out name nobody.
    """
    found: list[tuple[Tie, ...]] = []
    placed = zip(evidence, places or range(len(evidence)), strict=True)
    for _, group in itertools.groupby(placed, key=lambda one: one[0].section):
        found += _ties_of_section(tuple(group), focus, wanted)
    return tuple(found)


def _ties_of_section(section: Sequence[tuple[Evidence, int]], focus: str, wanted: Wanted) -> Iterator[tuple[Tie, ...]]:
    """The ties of each sentence of a section; what comes after the last that is wanted is not looked at."""
    asked = [wanted(sentence) for sentence, _ in section]
    before: tuple[str, ...] = ()
    alone, last = True, 0
    for index, (sentence, place) in enumerate(section):
        if not any(asked[index:]):
            yield ()
            continue
        if place - last > 1:
            before = ()
        last = place
        parties = read_parties(sentence, before, focus, alone=alone) if len(sentence.text) <= MAX_SENTENCE else ()
        ties: dict[tuple[str, str, TieType], Tie] = {}
        spoken_of = {term for party in parties for term in party.terms} | {*before, focus} - {""}
        if asked[index] and len(spoken_of) > 1:
            for tie in _ties_in(sentence.text, parties, before, (focus,) if focus else ()):
                first, second = sorted((tie.giver, tie.taker))
                ties.setdefault((first, second, tie.type), tie)
        yield tuple(ties.values())
        before = subject_terms(parties) or before
        alone = len(parties) < 2 if parties else alone


def project_of(title: str, vocabulary: Vocabulary) -> str:
    """The slug of the project that an article's title names first, or nothing."""
    return next((m.term for m in find_mentions(title, vocabulary) if m.kind == "project"), "")


def _ties_in(text: str, parties: Sequence[Party], before: tuple[str, ...], focus: tuple[str, ...]) -> Iterator[Tie]:
    """The ties of one sentence. `before` is who the last sentence spoke of, `focus` the project of the article."""
    for clause in split_clauses(text, parties):
        yield from find_framed(clause)
        yield from find_in_roles(clause, before, focus)
        yield from _shared(clause)
        yield from _beside(clause)
    yield from _labelled(text, parties)
    yield from _the_two(text, parties, before)


def _shared(clause: Clause) -> Iterator[Tie]:
    """The ties of two or three that do something together: `A and B signed a contract`, `a deal between A and B`."""
    joint = _JOINT.search(clause.words)
    for party in clause.parties:
        if not 2 <= len(party.terms) <= 3 or party.project or party.use in ("person", "aside"):
            continue
        alone = all(other is party or other.project or other.use != "name" for other in clause.parties)
        that = _DEAL_THAT.search(clause.text, clause.start, party.start)
        together = not party.lead and (that or (alone and _SHARED.match(clause.text, party.end, clause.end)))
        own = (
            joint
            and alone
            and (
                party.lead in ("by", "of", "to", "between") or (not party.lead and _OWNED.match(clause.text, party.end))
            )
        )
        signed = party.lead == "by" and _SIGNED.search(clause.text, clause.start, party.start)
        between = party.lead in ("between", "among") and not APART.search(clause.text, clause.start, party.start)
        team = party.lead == "of" and _TEAM.search(clause.text, clause.start, party.start)
        if between or together or own or signed or team:
            yield from tie_each_other(clause, party, "joint_venture" if joint else _shared_type(clause, party))


_OWNED = re.compile(r"\W+(?:\w+ ){0,3}?(?:own|hold|found|set up|form|create|launch|establish|register|split)")
_SIGNED = re.compile(
    r"\b(?:memorandum|agreement|contract|deal|pact|letter|treaty)\b[^;]*\b(?:signed|concluded|agreed)\b[^;]{0,20}$",
    re.I,
)


def _shared_type(clause: Clause, party: Party) -> TieType:
    if _COOPERATION.search(clause.words):
        return "partnership"
    rents = _RENT.search(clause.words) is not None  # who announce halls together build them; none rents from the other
    return read_matter(clause, clause.start, clause.end, "partnership", party.end, space=rents)


def _the_two(text: str, parties: Sequence[Party], before: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of the two that a sentence, or the one before it, speaks of: `the two founded a company together`."""
    found = _THE_TWO.search(text)
    if not found:
        return
    named = tuple(
        dict.fromkeys(
            term for p in parties if p.end <= found.start() and p.use in ("name", "owner") for term in p.terms
        )
    )
    two = named or before
    if len(two) == 2:
        clause = Clause(text, found.start(), len(text), (), None)
        joint = _JOINT.search(text, found.start())
        yield from tie_each_other(clause, Party(two, 0, 0), "joint_venture" if joint else "partnership")


def _beside(clause: Clause) -> Iterator[Tie]:
    """The ties of neighbours: `SoftBank-backed OpenAI`, and a party and a project with any word for taking part."""
    for one, other in itertools.pairwise(clause.parties):
        between = clause.text[one.end : other.start]
        if one.use == "backer" and len(between) < 40:
            yield from make_ties(clause, "investment", one, other)
        if one.project == other.project or "person" in (one.use, other.use) or len(between) > REACH:
            continue
        until = min(other.end + 40, clause.end)
        takes_part = _PART.search(between) or _PART.search(clause.text, other.end, until)
        if not takes_part or APART.search(between) or ", and " in between:
            continue
        if _OWN.search(between):
            one = clause.subject_at(one.start) or one
        party, project = (other, one) if one.project else (one, other)
        yield from make_ties(clause, read_matter(clause, one.end, until, "partnership", one.end), party, project)


def _labelled(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The tie of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    if len(parties) >= 2 and re.match(r"\W{0,2}: ", text[parties[0].end : parties[0].end + 4]) and parties[0].end < 60:
        start = parties[0].end + 2
        clause = Clause(text, start, len(text), tuple(parties[1:]), None, find_tie_words(text, start, len(text), {}))
        other = parties[1]
        if (
            parties[0].terms != other.terms
            and not other.lead
            and clause.words_that_tie
            and not APART.search(clause.words)
        ):
            yield from make_ties(
                clause, read_matter(clause, clause.start, clause.end, "partnership"), parties[0], other
            )
