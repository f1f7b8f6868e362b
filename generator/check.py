"""Articles in, the advice out that their reading does not give: what is left in them, and what only shows in many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.decoding import read_lines
from generator.entries import check_entries
from generator.leftovers import find_leftovers
from generator.model import Article, Problem, Problems, Source
from generator.repeats import find_repeats
from generator.sketches import find_twins
from generator.spellings import check_spellings
from generator.vocabulary import NO_VOCABULARY, Vocabulary


def check_article(source: Source, article: Article, found: Problems = ()) -> Problems:
    """The advice on one article, given the file and what its reading found."""
    lines = read_lines(source)[0] or ()
    left_out = {problem.place.line for problem in found if problem.code == "chat-leftover"}
    leftovers = (one for one in find_leftovers(lines, source.path) if one.place.line not in left_out)
    blocks = [block for section in article.sections for block in section.blocks]
    return (*leftovers, *check_entries(article, lines), *find_repeats(blocks, source.path), *_bodiless(article))


def check_articles(articles: Sequence[Article], vocabulary: Vocabulary = NO_VOCABULARY) -> Problems:
    """What only shows in many articles, in the order of files and lines."""
    return tuple(sorted((*_twins(articles), *check_spellings(articles, vocabulary))))


def _bodiless(article: Article) -> Iterator[Problem]:
    if not article.sections:
        message = "the article has no text besides its summary, tags and references"
        yield Problem(article.place, "no-body", message, "write it")


def _twins(articles: Iterable[Article]) -> Iterator[Problem]:
    by_path = {article.path: article for article in articles}
    for path, other in find_twins({path: article.sketch for path, article in by_path.items()}).items():
        message = f"the article says almost the same as {other}, word for word"
        yield Problem(by_path[path].place, "similar-article", message, "delete one of them, or rewrite it")
