"""Knowledge in, problems out that only show once every article is read, or that are a matter of advice."""

from __future__ import annotations

from collections.abc import Iterator

from generator.knowledge import Knowledge
from generator.model import Article, Problem, Problems


def check_knowledge(knowledge: Knowledge) -> Problems:
    """The problems of a whole site, in the order of files and lines."""
    return tuple(sorted(problem for article in knowledge.articles for problem in _check_article(article)))


def _check_article(article: Article) -> Iterator[Problem]:
    if not article.sections:
        yield Problem(
            article.place, "no-body", "the article has no text besides its summary, tags and references", "write it"
        )
