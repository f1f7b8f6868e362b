"""The pipeline: files in, everything that a site is made of out. Pure; the adapters read and write."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.articles import read_article
from generator.articles.catalog import Catalog, read_catalog
from generator.check import check_article, check_articles, check_figures
from generator.exports import export_data
from generator.exports.exploring import export_explore
from generator.exports.feeds import plan_feeds
from generator.exports.querywords import export_spellings
from generator.exports.twins import export_llms, export_twins
from generator.knowledge import Knowledge, build_knowledge
from generator.knowledge.visits import read_visits
from generator.ledger import check_ledger, read_ledger
from generator.model import NO_EXTRAS, Article, DataFile, Extras, Problems, Size, Source
from generator.pages import plan_site
from generator.pages.records import Draft
from generator.pages.redirects import plan_former
from generator.render import Renderer
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


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published, before templates and frame: drafts of pages, data files, and what was wrong."""

    knowledge: Knowledge
    pages: tuple[Draft, ...]
    problems: Problems
    data: Callable[[], Iterator[DataFile]]
    """Makes the data files, one after the other: a preview of an article needs none."""
    sizes: dict[str, Size]
    """How large the data files are, by path, once they are made; a page tells it."""


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
    records, _ = read_ledger(extras.ledger)
    problems = tuple(sorted({*found, *problems}))
    known: dict[str, Size] = {}

    def data() -> Iterator[DataFile]:
        for file in export_data(knowledge, problems, settings):
            known[file.path] = Size(file.path, len(file.data), file.items)
            yield file
        yield from (*schemas, *export_explore(knowledge))
        if settings.search:
            yield export_spellings(knowledge)

    def sizes() -> Sequence[Size]:
        if not known:
            deque(data(), maxlen=0)
        return tuple(known.values())

    pages = plan_site(knowledge, problems, settings, sizes, schemas)
    pages += tuple(plan_former(pages, records, knowledge))
    return Site(knowledge, pages, problems, data, known)


def other_files(site: Site, settings: Settings, renderer: Renderer) -> tuple[Iterator[DataFile], ...]:
    """Every file of the site that is no page, in parts that need nothing of each other; each is made when asked for."""
    feeds = renderer.render_feeds(plan_feeds(site.knowledge, settings))
    twins = chain(export_twins(site.knowledge, settings), (export_llms(site.knowledge, settings),))
    return site.data(), feeds, twins


def read_all(sources: Sequence[Source], extras: Extras = NO_EXTRAS, run: RunMap = map) -> tuple[Knowledge, Problems]:
    """The knowledge that files hold, and every problem on the way, sorted by place."""
    entries, problems = read_catalog(extras.catalog, [source.path for source in sources])
    vocabulary, found = read_vocabulary(extras.vocabulary)
    visits, wrong = read_visits(extras.links)
    problems += found + wrong
    read = list(run(Reader(entries, vocabulary), sources))
    problems += tuple(problem for _, found in read for problem in found)
    knowledge, found = build_knowledge((article for article, _ in read if article), vocabulary, visits)
    records, wrong = read_ledger(extras.ledger)
    problems += found + wrong + check_articles(knowledge.articles, vocabulary, visits)
    problems += check_ledger(records, knowledge.articles)
    problems += check_figures(knowledge.articles, knowledge.figures, knowledge.partnerships)
    return knowledge, tuple(sorted(set(problems)))
