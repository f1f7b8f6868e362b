"""The sentences of an article with the terms they name in, the ties between their parties out.

A tie needs words that make it (invest in, contract with, a customer of …) and a party in each place that the frame of
those words has. Lists of names, rivals and comparisons fill no frame; a tie that is denied is kept as denied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence

from generator.clauses import Clause, find_cues, make_ties, read_matter, split_clauses, tie_each_other
from generator.entities import find_mentions
from generator.frames import find_framed
from generator.lexicon import word_pattern
from generator.model import Evidence, Tie, TieType
from generator.parties import Party, read_parties, subject_terms
from generator.roles import find_in_roles
from generator.tiewords import APART, COOPERATION, DEAL_THAT, MAX_SENTENCE, PART, REACH, SHARED
from generator.vocabulary import Vocabulary

_PART = word_pattern(PART)
_COOPERATION = word_pattern(COOPERATION)
_JOINT = re.compile(r"\bventures?\b|\b(?:own|hold|take)s? (?:half|equal|50)", re.I)
_OWN = re.compile(r"\b(?:its|their)\b")


Wanted = Callable[[Evidence], bool]
"""Whether the ties of a sentence are asked for."""


def find_ties(
    evidence: Sequence[Evidence], focus: str = "", wanted: Wanted = lambda sentence: True
) -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about."""
    found: list[tuple[Tie, ...]] = []
    for _, group in itertools.groupby(evidence, key=lambda sentence: sentence.section):
        found += _ties_of_section(tuple(group), focus, wanted)
    return tuple(found)


def _ties_of_section(section: Sequence[Evidence], focus: str, wanted: Wanted) -> Iterator[tuple[Tie, ...]]:
    """The ties of each sentence of a section; what comes after the last that is wanted is not looked at."""
    asked = [wanted(sentence) for sentence in section]
    before: tuple[str, ...] = ()
    for index, sentence in enumerate(section):
        if not any(asked[index:]):
            yield ()
            continue
        parties = read_parties(sentence, before, focus) if len(sentence.text) <= MAX_SENTENCE else ()
        ties: dict[tuple[str, str, TieType], Tie] = {}
        for tie in _ties_in(sentence.text, parties, before, (focus,) if focus else ()) if asked[index] else ():
            first, second = sorted((tie.giver, tie.taker))
            ties.setdefault((first, second, tie.type), tie)
        yield tuple(ties.values())
        before = subject_terms(parties) or before


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


def _shared(clause: Clause) -> Iterator[Tie]:
    """The ties of two or three that do something together: `A and B signed a contract`, `a deal between A and B`."""
    for party in clause.parties:
        alone = all(other is party or other.project or other.use != "name" for other in clause.parties)
        that = DEAL_THAT.search(clause.text, clause.start, party.start)
        together = not party.lead and (that or (alone and SHARED.match(clause.text, party.end)))
        if 2 <= len(party.terms) <= 3 and (party.lead in ("between", "among") or together):
            kind = read_matter(clause, clause.start, clause.end, "partnership")
            if _COOPERATION.search(clause.words):
                kind = "partnership"
            yield from tie_each_other(clause, party, "joint_venture" if _JOINT.search(clause.words) else kind)


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
        yield from make_ties(clause, read_matter(clause, one.end, until, "partnership"), party, project)


def _labelled(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The tie of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    if len(parties) >= 2 and re.match(r"\W{0,2}: ", text[parties[0].end : parties[0].end + 4]) and parties[0].end < 60:
        start = parties[0].end + 2
        clause = Clause(text, start, len(text), tuple(parties[1:]), None, find_cues(text, start, len(text)))
        other = parties[1]
        if parties[0].terms != other.terms and not other.lead and clause.cues and not APART.search(clause.words):
            yield from make_ties(
                clause, read_matter(clause, clause.start, clause.end, "partnership"), parties[0], other
            )
