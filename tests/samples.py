"""Small records for tests: every part has a plain default, and a test names only what it is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from markupsafe import Markup

from generator.facts import find_facts
from generator.knowledge import Knowledge, build_knowledge
from generator.model import (
    Article,
    Block,
    BodySection,
    Citation,
    Evidence,
    Line,
    Place,
    Problem,
    Problems,
    Source,
    TagMention,
)
from generator.partnerships import find_ties
from generator.text import slug
from generator.text.sentences import sentence_anchor
from generator.vocabulary import Vocabulary, read_vocabulary
from generator.vocabulary.entities import find_mentions

WORDS = """\
OpenAI: {kind: organization, description: "A lab.", homepage: "https://openai.example/"}
Oracle: {kind: organization, aliases: [Oracle Corp.], description: "A supplier of computing capacity."}
Nvidia: {kind: organization, aliases: [Nvidia Corporation]}
Stargate: {kind: project}
Cloud: {kind: topic, description: "Computers of others."}
Public Cloud: {kind: topic, parent: Cloud}
"""


def vocabulary(text: str = WORDS) -> tuple[Vocabulary, Problems]:
    """The vocabulary in a YAML text, and what is wrong with it."""
    return read_vocabulary(Source("seeds/vocabulary.yml", text.encode()))


VOCABULARY = vocabulary()[0]


def lines(*texts: str) -> tuple[Line, ...]:
    """The texts as lines numbered from 1."""
    return tuple(Line(number, text) for number, text in enumerate(texts, 1))


def problem(
    code: str = "bad-date", path: str = "seeds/a.txt", message: str = "wrong", hint: str = "", width: int = 0
) -> Problem:
    """A problem in line 3, column 7."""
    return Problem(Place(path, 3, 7), code, message, hint, width)


def block(text: str) -> Block:
    """A paragraph."""
    return Block("paragraph", Markup("<p>{}</p>").format(text), text, 1)


def section(title: str, text: str = "Some words stand here.", level: int = 2) -> BodySection:
    """A section of one paragraph; its anchor is made as the reader makes it."""
    place = Place("seeds/a.txt", 3)
    return BodySection(title, f"s-{slug(title)}", level, (block(text),), len(text.split()), place)


def citation(number: int, title: str, url: str = "", publisher: str = "") -> Citation:
    """An entry of a list called References."""
    return Citation(number, title, url, publisher, "", "References", Place("seeds/a.txt", 20 + number))


def evidence(text: str, section: str = "Introduction") -> Evidence:
    """A sentence with the facts, terms and ties in it."""
    found = Evidence(section, sentence_anchor(text), text, find_facts(text), find_mentions(text, VOCABULARY))
    return replace(found, ties=find_ties([found])[0])


def article(
    path: str,
    title: str = "",
    tags: Sequence[str] = (),
    citations: Sequence[Citation] = (),
    sections: Sequence[BodySection] | None = None,
    derived: bool = False,
    date: str = "",
    description: str = "A description.",
    summary: str = "A summary.",
    states: Sequence[str] = (),
) -> Article:
    """An article called after its file, with a summary and one section; `states` are its sentences with facts."""
    title = title or PurePosixPath(path).stem
    place = Place(path)
    return Article(
        id=PurePosixPath(path).stem,
        path=path,
        title=title,
        title_derived=derived,
        slug=slug(title),
        slug_chosen=not derived,
        description=description,
        summary=(block(summary),) if summary else (),
        date=date,
        authors=(),
        evidence=tuple(evidence(text) for text in states),
        tags=tuple(TagMention(name, place) for name in tags),
        citations=tuple(citations),
        sections=tuple(sections) if sections is not None else (section("Introduction"),),
        former_slugs=(),
        place=place,
    )


def knowledge(*articles: Article) -> Knowledge:
    """The knowledge of articles that have no problems together, with the vocabulary of these samples."""
    found, problems = build_knowledge(articles, VOCABULARY)
    assert problems == ()
    return found
