"""The pipeline: files in, everything that a site is made of out. Pure; the adapters read and write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from generator.articles import read_article
from generator.catalog import Catalog, read_catalog
from generator.check import check_knowledge
from generator.exports import export_data
from generator.knowledge import Knowledge, build_knowledge
from generator.model import NO_EXTRAS, Article, DataFile, Extras, Problems, Source
from generator.pages import plan_site
from generator.pages.records import Page
from generator.settings import DEFAULTS, Settings
from generator.spellings import export_spellings
from generator.vocabulary import Vocabulary, read_vocabulary

ReadOne = Callable[[Source], tuple[Article | None, Problems]]
RunMap = Callable[[ReadOne, Sequence[Source]], Iterable[tuple[Article | None, Problems]]]
"""How `read_article` is applied to all sources: `map`, or an executor's."""


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published, before templates and frame: pages, data files, and what was wrong."""

    knowledge: Knowledge
    pages: tuple[Page, ...]
    data: tuple[DataFile, ...]
    problems: Problems


def build_site(
    sources: Sequence[Source],
    extras: Extras = NO_EXTRAS,
    settings: Settings = DEFAULTS,
    run: RunMap = map,
    found: Problems = (),
    schemas: Sequence[DataFile] = (),
) -> Site:
    """The site that a folder's files make, in whatever order they come.

    `found` are the problems met so far, `schemas` the files that describe the data files and stand beside them.
    """
    knowledge, problems = read_all(sources, extras, run)
    problems = tuple(sorted({*found, *problems}))
    data = (*export_data(knowledge, problems, settings), *schemas)
    spellings = (export_spellings(knowledge),) if settings.search else ()
    return Site(knowledge, plan_site(knowledge, problems, settings, data), (*data, *spellings), problems)


def read_all(sources: Sequence[Source], extras: Extras = NO_EXTRAS, run: RunMap = map) -> tuple[Knowledge, Problems]:
    """The knowledge that files hold, and every problem on the way, sorted by place."""
    entries, problems = read_catalog(extras.catalog, [source.path for source in sources])
    vocabulary, found = read_vocabulary(extras.vocabulary)
    problems += found
    read = list(run(partial(_read_one, entries, vocabulary), sources))
    problems += tuple(problem for _, found in read for problem in found)
    knowledge, found = build_knowledge((article for article, _ in read if article), vocabulary)
    problems += found + check_knowledge(knowledge)
    return knowledge, tuple(sorted(set(problems)))


def _read_one(entries: Catalog, vocabulary: Vocabulary, source: Source) -> tuple[Article | None, Problems]:
    return read_article(source, entries.get(source.path, ()), vocabulary)
