"""The blocks of an article in, those of its sentences that state or name something out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.facts import find_facts
from generator.model import Block, BodySection, Evidence
from generator.partnerships import Wanted, find_ties, project_of, topics_of
from generator.vocabulary import Vocabulary
from generator.vocabulary.entities import find_mentions

_GOES_ON = re.compile(r"(?:It|They|The (?:company|group|firm))\b")
"""A sentence that speaks on of whom the one before it spoke."""


def find_evidence(
    title: str,
    body: Sequence[BodySection],
    summary: Sequence[Block],
    vocabulary: Vocabulary,
    wanted: Wanted = lambda sentence: True,
) -> tuple[Evidence, ...]:
    """The sentences of the body and the summary that hold a fact or name a term, in the order of the article.

    Ties, which take the longest, are looked for in those that are wanted.
    """
    found: list[Evidence] = []
    places: list[int] = []
    place = 0
    blocks = _blocks(body, summary)
    for section, sentence in ((name, one) for name, block in blocks for one in block.sentences):
        place += not _GOES_ON.match(sentence.text)
        facts = find_facts(sentence.text)
        mentions = find_mentions(sentence.text, vocabulary)
        if facts or mentions:
            found.append(Evidence(section, sentence.anchor, sentence.text, facts, mentions))
            places.append(place)
    topics = topics_of(title, [section.title for section in body], vocabulary)
    ties = find_ties(found, project_of(title, vocabulary), wanted, places, topics)
    return tuple(replace(one, ties=stated) for one, stated in zip(found, ties, strict=True))


def _blocks(body: Sequence[BodySection], summary: Sequence[Block]) -> Iterator[tuple[str, Block]]:
    for section in body:
        yield from ((section.title, block) for block in section.blocks)
    yield from (("Summary", block) for block in summary)
