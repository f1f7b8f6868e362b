"""Articles in, the advice out that their reading does not give: what is left in them, and what only shows in many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.check.entries import check_entries
from generator.check.leftovers import find_leftovers
from generator.check.repeats import find_repeats
from generator.check.spellings import check_spellings
from generator.knowledge.disagreements import find_disagreements
from generator.knowledge.visits import NO_VISITS, Visits
from generator.model import Article, Figure, Partnership, Place, Problem, Problems, Source
from generator.sources.decoding import read_lines
from generator.text import shorten
from generator.text.sketches import find_twins
from generator.text.urls import url_key
from generator.values import show_date, show_value
from generator.vocabulary import NO_VOCABULARY, Vocabulary


def check_article(source: Source, article: Article, found: Problems = ()) -> Problems:
    """The advice on one article, given the file and what its reading found."""
    lines = read_lines(source)[0] or ()
    left_out = {problem.place.line for problem in found if problem.code == "chat-leftover"}
    leftovers = (one for one in find_leftovers(lines, source.path) if one.place.line not in left_out)
    blocks = [block for section in article.sections for block in section.blocks]
    return (*leftovers, *check_entries(article, lines), *find_repeats(blocks, source.path), *_bodiless(article))


def check_articles(
    articles: Sequence[Article], vocabulary: Vocabulary = NO_VOCABULARY, visits: Visits = NO_VISITS
) -> Problems:
    """What only shows in many articles or beside them, in the order of files and lines."""
    return tuple(sorted((*_twins(articles), *check_spellings(articles, vocabulary), *_gone(articles, visits))))


def check_figures(
    articles: Sequence[Article], figures: Sequence[Figure], partnerships: Sequence[Partnership]
) -> Problems:
    """The sums that other articles contradict: of one pair, one type of tie and one month, each at its sentence."""
    by_id = {figure.id: figure for figure in figures}
    by_slug = {article.slug: article for article in articles}
    names = {pair.id: " and ".join(pair.names) for pair in partnerships}
    problems: list[Problem] = []
    for one in find_disagreements(figures, partnerships):
        group = [by_id[found] for found in one.figures] if one.pair else []
        for figure in group:
            other = next(other for other in group if other.article != figure.article)
            said = f"{names[one.pair]}, {show_date(one.date)}: {show_value(figure.fact)} here"
            message = f"{said}, {show_value(other.fact)} in {by_slug[other.article].path}"
            place = _place_of(by_slug[figure.article], figure.anchor)
            hint = "find out which is right, or say in the text that reports differ"
            problems.append(Problem(place, "other-figure", message, hint))
    return tuple(sorted(problems))


def _place_of(article: Article, anchor: str) -> Place:
    """The line on which the block of a sentence starts."""
    return Place(article.path, next(one.line for one in article.evidence if one.anchor == anchor))


def _bodiless(article: Article) -> Iterator[Problem]:
    if not article.sections:
        message = "the article has no text besides its summary, tags and references"
        yield Problem(article.place, "no-body", message, "write it")


def _twins(articles: Iterable[Article]) -> Iterator[Problem]:
    by_path = {article.path: article for article in articles}
    for path, other in find_twins({path: article.sketch for path, article in by_path.items()}).items():
        message = f"the article says almost the same as {other}, word for word"
        yield Problem(by_path[path].place, "similar-article", message, "delete one of them, or rewrite it")


def _gone(articles: Iterable[Article], visits: Visits) -> Iterator[Problem]:
    for article in articles if visits else ():
        for citation in article.citations:
            visit = visits.get(url_key(citation.url)) if citation.url else None
            if visit and visit.gone:
                message = f"the address of “{shorten(citation.title or citation.url, 60)}” was gone on {visit.gone}"
                because = f"{message}: {visit.why}" if visit.why else message
                yield Problem(citation.place, "gone-address", because, "look where it moved, or name an archived copy")
