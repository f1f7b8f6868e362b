"""An article's references in, what is wrong with its list out: a work named twice, an address or a title missing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.articles.publishers import title_key
from generator.markup.lines import NUMBER
from generator.model import Article, Citation, Edit, Line, Problem, Problems
from generator.text import shorten
from generator.text.urls import url_key

_CITED = re.compile(r"\[\d{1,3}\]")  # as in [2]


def check_entries(article: Article, lines: Sequence[Line]) -> Problems:
    """What is wrong with the list; nothing is said of addresses where it has none at all."""
    with_some = any(citation.url for citation in article.citations)
    removals = _Removals(article, lines)
    problems: list[Problem] = []
    seen: dict[str, Citation] = {}
    for citation in article.citations:
        place = citation.place
        first = _first(citation, seen)
        if first is not citation:
            message = f"the reference “{_name(citation)}” is named twice; the first is in line {first.place.line}"
            edits = removals.of(citation)
            problems.append(Problem(place, "repeated-reference", message, "take one of them out", 0, edits))
        elif not citation.title:
            message = f"the reference “{_name(citation)}” has no title"
            problems.append(Problem(place, "bare-address", message, "write its title before the address"))
        elif with_some and not citation.url:
            message = f"the reference “{_name(citation)}” has no address"
            problems.append(Problem(place, "no-address", message, "add its address, if there is one"))
    return tuple(problems)


def _first(citation: Citation, seen: dict[str, Citation]) -> Citation:
    """The first entry for the same work, which may be the entry itself: by its address, or else by its title."""
    title = title_key(citation.title) if citation.title else ""
    address = url_key(citation.url) if citation.url else ""
    same = seen.get(f"address {address}") if address else None
    named = seen.get(f"title {title}") if title else None
    if not same and named and not (named.url and address):
        same = named
    if address:
        seen.setdefault(f"address {address}", citation)
    if title:
        seen.setdefault(f"title {title}", citation)
    return same or citation


def _name(citation: Citation) -> str:
    return shorten(citation.title or citation.url, 80)


class _Removals:
    """The edits that take entries out of an article's list."""

    def __init__(self, article: Article, lines: Sequence[Line]) -> None:
        self._path = article.path
        self._lines = {line.number: line for line in lines}
        self._entries = Counter(citation.place.line for citation in article.citations)
        self._cited = any(_CITED.search(block.text) for section in article.sections for block in section.blocks)

    def of(self, citation: Citation) -> tuple[Edit, ...]:
        """The edit that takes a one-line entry out; none where it has a number, or where numbers in the text count."""
        number = citation.place.line
        line, before, after = (self._lines.get(number + step) for step in (0, -1, 1))
        if line is None or before is None or line.text.lstrip().startswith("[") or NUMBER.match(line.text):
            return ()
        alone = after is None or not after.text.strip() or after.number in self._entries
        if self._entries[number] != 1 or not alone or self._cited or citation.place.path != self._path:
            return ()
        if after is not None:
            return (Edit(number, 1, f"{line.text}\n", ""),)
        return (Edit(before.number, len(before.text) + 1, f"\n{line.text}", ""),)
