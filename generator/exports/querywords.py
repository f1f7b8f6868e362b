"""Knowledge in, the words and names out by which the search page mends a query that finds nothing."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from generator.knowledge import Knowledge
from generator.model import DataFile
from generator.paths import organization_path, tag_path

WORDS_FILE = "search/words.json"
MOST_WORDS = 20_000
_WORD = re.compile(r"[^\W_]{3,40}")


def export_spellings(knowledge: Knowledge) -> DataFile:
    """The words of titles, headings, descriptions and names, most frequent first, and every name with its page."""
    names = list(_names(knowledge))
    counts = Counter(word for text in _texts(knowledge) for word in _WORD.findall(text.casefold()))
    counts.update(word for name, *_ in names for word in _WORD.findall(name.casefold()))
    words = sorted(counts, key=lambda word: (-counts[word], word))[:MOST_WORDS]
    text = json.dumps({"schema": 1, "names": names, "words": words}, ensure_ascii=False, separators=(",", ":"))
    return DataFile(WORDS_FILE, text.encode())


def _texts(knowledge: Knowledge) -> Iterator[str]:
    for article in knowledge.articles:
        yield article.title
        yield article.description
        yield from (section.title for section in article.sections)


def _names(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Every name, the name that its page bears, and the path of that; an organisation's page before its tag's."""
    for one in knowledge.organizations:
        yield from ((name, one.name, organization_path(one.slug)) for name in dict.fromkeys((one.name, *one.aliases)))
    organizations = {one.slug for one in knowledge.organizations}
    for tag in knowledge.tags:
        if tag.slug not in organizations:
            yield from ((name, tag.name, tag_path(tag.slug)) for name in dict.fromkeys((tag.name, *tag.spellings)))
