"""The pipeline: files in, everything that a site is made of out. Pure; the adapters read and write."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.articles import read_article
from generator.catalog import Catalog, read_catalog
from generator.check import check_article, check_knowledge
from generator.exploring import export_explore
from generator.exports import export_data
from generator.knowledge import Knowledge, build_knowledge
from generator.mending import mend
from generator.model import NO_EXTRAS, Article, DataFile, Edit, Extras, Problems, Source
from generator.pages import plan_site
from generator.pages.records import Page
from generator.settings import DEFAULTS, Settings
from generator.vocabulary import Vocabulary, read_vocabulary

Read = tuple[Article | None, Problems]
"""What reading one file gives."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one source after the other, by one catalog and one vocabulary."""

    entries: Catalog
    vocabulary: Vocabulary

    def __call__(self, source: Source) -> Read:
        """The article in a file, and what is wrong with it."""
        article, problems = read_article(source, self.entries.get(source.path, ()), self.vocabulary)
        return article, problems + check_article(source, article, problems) if article else problems


RunMap = Callable[[Reader, Sequence[Source]], Iterable[Read]]
"""How a reader is applied to all sources, in their order: `map`, or several processes."""
_ROUNDS = 9
"""An edit can bring another to light, such as the works in a list whose heading was misspelt; that ends soon."""


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
    pages = plan_site(knowledge, problems, settings, data)
    return Site(knowledge, pages, (*data, *export_explore(knowledge)), problems)


def read_all(sources: Sequence[Source], extras: Extras = NO_EXTRAS, run: RunMap = map) -> tuple[Knowledge, Problems]:
    """The knowledge that files hold, and every problem on the way, sorted by place."""
    entries, problems = read_catalog(extras.catalog, [source.path for source in sources])
    vocabulary, found = read_vocabulary(extras.vocabulary)
    problems += found
    read = list(run(Reader(entries, vocabulary), sources))
    problems += tuple(problem for _, found in read for problem in found)
    knowledge, found = build_knowledge((article for article, _ in read if article), vocabulary)
    problems += found + check_knowledge(knowledge, vocabulary)
    return knowledge, tuple(sorted(set(problems)))


def mend_all(sources: Sequence[Source], extras: Extras, run: RunMap = map) -> tuple[tuple[Source, int], ...]:
    """The files that edits change, each with the number of edits: all that problems carry, until none carries any."""
    files = {source.path: source for source in (*sources, *extras.sources)}
    made: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        edits: dict[str, set[Edit]] = defaultdict(set)
        beside = Extras(**{name: files[one.path] for name, one in extras.named.items()})
        _, problems = read_all([files[source.path] for source in sources], beside, run)
        for problem in problems:
            edits[problem.place.path].update(problem.edits)
        mended = {path: mend(files[path], edits[path]) for path in sorted(edits) if edits[path]}
        if not any(number for _, number in mended.values()):
            break
        for path, (source, number) in mended.items():
            files[path] = source
            made[path] += number
    return tuple((files[path], number) for path, number in sorted(made.items()) if number)
