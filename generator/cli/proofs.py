"""Files in, all that is wrong with them out, without making a site of them; and the files with what can be mended."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.articles import place_evidence, read_text
from generator.articles.catalog import read_catalog
from generator.articles.evidence import find_evidence
from generator.build import Read, Reader, RunMap
from generator.check import check_article, check_articles, check_figures
from generator.knowledge import Counts, count_knowledge, join_figures, join_ties, settle_articles
from generator.knowledge.disagreements import is_comparable
from generator.knowledge.references import join_citations
from generator.knowledge.visits import read_visits
from generator.ledger import check_ledger, read_ledger
from generator.model import Edit, Extras, Problems, Source, Visit
from generator.sources.mending import mend
from generator.text.urls import url_key
from generator.vocabulary import NO_VOCABULARY, read_vocabulary

_ROUNDS = 9
"""An edit can bring another to light, such as the works in a list whose heading was misspelt; that ends soon."""


@dataclass(frozen=True, slots=True)
class Proofreader(Reader):
    """Reads for problems alone: the articles that it gives have only what others are held against."""

    def __call__(self, source: Source) -> Read:
        """What is left of the article in a file, and what is wrong with it."""
        article, problems = read_text(source, self.entries.get(source.path, ()))
        if article is None:
            return None, problems
        problems += check_article(source, article, problems)
        found = find_evidence(article.title, article.sections, article.summary, self.vocabulary, is_comparable)
        tied = place_evidence(article, [one for one in found if one.ties])
        return replace(article, summary=(), sections=(), evidence=tied), problems


def proofread(sources: Sequence[Source], extras: Extras, run: RunMap = map) -> tuple[Counts, Problems]:
    """How much the files hold, and every problem that a build would find, sorted by place."""
    entries, problems = read_catalog(extras.catalog, [source.path for source in sources])
    vocabulary, found = read_vocabulary(extras.vocabulary)
    visits, wrong = read_visits(extras.links)
    problems += found + wrong
    read = list(run(Proofreader(entries, vocabulary), sources))
    problems += tuple(problem for _, found in read for problem in found)
    articles, found = settle_articles([article for article, _ in read if article])
    records, wrong = read_ledger(extras.ledger)
    problems += found + wrong + check_articles(articles, vocabulary, visits) + check_ledger(records, articles)
    figures = join_figures(articles)
    problems += check_figures(articles, figures, join_ties(articles, figures, vocabulary))
    return count_knowledge(articles, vocabulary), tuple(sorted(set(problems)))


def find_visits(sources: Sequence[Source], extras: Extras, run: RunMap = map) -> tuple[Visit, ...]:
    """What is known of the address of each work that the files cite, sorted by address; most often nothing."""
    entries, _ = read_catalog(extras.catalog, [source.path for source in sources])
    known, _ = read_visits(extras.links)
    articles = [article for article, _ in run(Proofreader(entries, NO_VOCABULARY), sources) if article]
    works = join_citations((article.slug, citation) for article in articles for citation in article.citations)
    found = {work.link: known.get(url_key(work.link), Visit(work.link)) for work in works if work.link}
    return tuple(replace(visit, url=url) for url, visit in sorted(found.items()))


def mend_all(sources: Sequence[Source], extras: Extras, run: RunMap = map) -> tuple[tuple[Source, int], ...]:
    """The files that edits change, each with the number of edits: all that problems carry, until none carries any."""
    files = {source.path: source for source in (*sources, *extras.sources)}
    made: Counter[str] = Counter()
    for _ in range(_ROUNDS):
        edits: dict[str, set[Edit]] = defaultdict(set)
        beside = Extras(**{name: files[one.path] for name, one in extras.named.items()})
        _, problems = proofread([files[source.path] for source in sources], beside, run)
        for problem in problems:
            edits[problem.place.path].update(problem.edits)
        mended = {path: mend(files[path], edits[path]) for path in sorted(edits) if edits[path]}
        if not any(number for _, number in mended.values()):
            break
        for path, (source, number) in mended.items():
            files[path] = source
            made[path] += number
    return tuple((files[path], number) for path, number in sorted(made.items()) if number)
