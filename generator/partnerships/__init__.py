"""The sentences of an article with the terms they name in, the ties between their parties out.

A tie needs words that make it (invest in, contract with, a customer of …) and a party in each place that the frame of
those words has. Lists of names, rivals and comparisons fill no frame; a tie that is denied is kept as denied.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from generator.model import Evidence, Tie, TieType
from generator.partnerships.clauses import MAX_SENTENCE, split_clauses
from generator.partnerships.followed import find_followed
from generator.partnerships.frames import find_framed
from generator.partnerships.gaps import fill_gaps
from generator.partnerships.listings import (
    Opening,
    find_after_colon,
    find_bracketed,
    find_listed,
    find_pairs,
    read_opening,
    read_title,
)
from generator.partnerships.parties import read_parties
from generator.partnerships.party import Party
from generator.partnerships.resumed import find_resumed
from generator.partnerships.roles import find_in_roles
from generator.partnerships.spoken import Spoken
from generator.partnerships.together import find_labelled, find_sharers, find_the_two, find_together
from generator.vocabulary import Vocabulary
from generator.vocabulary.entities import find_mentions

Wanted = Callable[[Evidence], bool]
"""Whether the ties of a sentence are asked for."""


def find_ties(
    evidence: Sequence[Evidence],
    focus: str = "",
    wanted: Wanted = lambda sentence: True,
    places: Sequence[int] = (),
    topics: Mapping[str, str] = MappingProxyType({}),
) -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about.

    `places` tell which sentences of the article these are: those left out name nobody. `topics` tell whom a section
    is about.
    """
    found: list[tuple[Tie, ...]] = []
    placed = zip(evidence, places or range(len(evidence)), strict=True)
    for name, group in itertools.groupby(placed, key=lambda one: one[0].section):
        topic = (topics[name],) if name in topics else ()
        found += _ties_of_section(tuple(group), topic, focus, wanted)
    return tuple(found)


def _ties_of_section(
    section: Sequence[tuple[Evidence, int]], topic: tuple[str, ...], focus: str, wanted: Wanted
) -> Iterator[tuple[Tie, ...]]:
    """The ties of each sentence of a section; what comes after the last that is wanted is not looked at."""
    asked = [wanted(sentence) for sentence, _ in section]
    last_asked = max((index for index, one in enumerate(asked) if one), default=-1)
    last = 0
    spoken = Spoken(topic, (focus,) if focus else ()).after_gap()
    opening = read_title(section[0][0].section, topic or spoken.focus)
    if focus and not topic and not opening:
        opening = Opening(spoken.focus, "partnership", True, False)
    for index, (sentence, place) in enumerate(section):
        if index > last_asked:
            yield ()
            continue
        if place - last > 1:
            spoken = spoken.after_gap()
        last = place
        parties = read_parties(sentence, spoken) if len(sentence.text) <= MAX_SENTENCE else ()
        ties: dict[tuple[str, str, TieType], Tie] = {}
        named = {term for party in parties for term in party.terms} | {*spoken.before, *spoken.focus}
        if asked[index] and len(named) > 1:
            for tie in itertools.chain(
                _ties_in(sentence.text, parties, spoken), find_listed(sentence.text, parties, opening)
            ):
                _keep(ties, tie)
            for tie in find_followed(sentence.text, parties, spoken, tuple(ties.values())):
                _keep(ties, tie)
        yield tuple(ties.values())
        if sentence.text.rstrip().endswith(":"):
            opening = read_opening(sentence.text, parties, spoken.before)
        spoken = spoken.after(sentence.text, parties, tuple(ties.values()))


def _keep(ties: dict[tuple[str, str, TieType], Tie], tie: Tie) -> None:
    first, second = sorted((tie.giver, tie.taker))
    ties.setdefault((first, second, tie.type), tie)


def project_of(title: str, vocabulary: Vocabulary) -> str:
    """The slug of the project that an article's title names first, or nothing."""
    return next((m.term for m in find_mentions(title, vocabulary) if m.kind == "project"), "")


def topics_of(title: str, sections: Iterable[str], vocabulary: Vocabulary) -> dict[str, str]:
    """Whom each section is about: the one organisation that its title names, or the first of the article's title."""
    first = next((m for m in find_mentions(title, vocabulary) if m.kind in ("organization", "project")), None)
    main = first.term if first and first.kind == "organization" else ""
    found: dict[str, str] = {}
    for section in sections:
        named = {m.term for m in find_mentions(section, vocabulary) if m.kind == "organization"}
        if topic := named.pop() if len(named) == 1 else main:
            found[section] = topic
    return found


def _ties_in(text: str, parties: Sequence[Party], spoken: Spoken) -> Iterator[Tie]:
    """The ties of one sentence."""
    site = next((party.terms for party in parties if party.project and party.terms == spoken.site), ())
    about = site or spoken.topic or spoken.focus or spoken.before
    others = [party for party in parties if party.terms != site]
    alone = not any(party.lead not in ("", "by") or set(party.terms) & set(about) for party in others)
    for clause in split_clauses(text, parties, spoken.text):
        framed = tuple(find_framed(clause))
        yield from fill_gaps(clause, framed)
        yield from find_in_roles(clause, spoken)
        yield from find_together(clause)
        if alone and not framed:
            known = about != spoken.before or about in (spoken.focus, spoken.site)
            resumed = find_resumed(
                clause,
                about,
                project=about in (spoken.focus, spoken.site),
                topic=known,
                things=known or bool(spoken.topic),
            )
            yield from fill_gaps(clause, tuple(resumed))
    yield from find_labelled(text, parties)
    yield from find_sharers(text, parties)
    yield from find_bracketed(text, parties)
    yield from find_pairs(text, parties)
    yield from find_after_colon(text, parties, spoken.before)
    yield from find_the_two(text, parties, spoken.before)
