"""Knowledge in, the scripts out that the page Explore loads: which articles have which tag, organisation and year.

A page that is read from a disk may load scripts, but not fetch data; so the files are scripts that set one global name.
The index says which articles, by number from the newest, have a value; what a list shows of the articles themselves is
in parts, of which a browser loads those it shows. A part is named after its content, so that none fits another index.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from generator.charts.lanes import end_of
from generator.knowledge import Knowledge
from generator.model import KINDS, Article, DataFile, Organization, Tag
from generator.text import fold
from generator.values import show_kinds

VERSION = 1
INDEX = "data/explore.js"
PART_SIZE = 50
"""Articles in one part: the twenty of a list are seldom neighbours, so small parts move little that is not shown."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which articles can be picked, and their numbers; `also` are other names by which it is found."""

    slug: str
    name: str
    articles: tuple[int, ...]
    also: tuple[str, ...] = ()


def export_explore(knowledge: Knowledge) -> tuple[DataFile, ...]:
    """The index, and the parts of the list of articles."""
    newest = _newest_first(knowledge.articles)
    numbers = {article.slug: number for number, article in enumerate(newest)}
    parts = [_part(newest[start : start + PART_SIZE]) for start in range(0, len(newest), PART_SIZE)]
    by_title = sorted(newest, key=_title_order)
    head = {
        "schema": VERSION,
        "size": len(newest),
        "partSize": PART_SIZE,
        "parts": [name for name, _ in parts],
        "byTitle": _steps([numbers[article.slug] for article in by_title]),
        "loaded": {},
    }
    groups = {group: [_item(facet) for facet in facets] for group, facets in facets_of(knowledge, numbers).items()}
    listed = ",\n".join(f'"{group}": [\n{_lines(items)}\n]' for group, items in groups.items())
    index = f'window.seedbedExplore ??= {_json(head)[:-1]},"groups":{{\n{listed}\n}}}};\n'
    return (
        DataFile(INDEX, _bytes(index)),
        *(DataFile(f"data/explore/{name}.js", data) for name, data in parts),
    )


def facets_of(knowledge: Knowledge, numbers: Mapping[str, int]) -> dict[str, list[Facet]]:
    """The values of each group: tags and organisations by number of articles, kinds as ever, the latest year first."""
    by_kind: dict[str, set[str]] = defaultdict(set)
    for tag in knowledge.tags:
        by_kind[tag.kind].update(tag.articles)
    published: dict[str, set[str]] = defaultdict(set)
    for article in knowledge.articles:
        published[article.date[:4]].add(article.slug)
    named: dict[str, set[str]] = defaultdict(set)
    for figure in knowledge.figures:
        if figure.fact.kind == "date":
            named[end_of(str(figure.fact.value))[:4]].add(figure.article)

    def numbered(slugs: Iterable[str]) -> tuple[int, ...]:
        return tuple(sorted(numbers[slug] for slug in slugs))

    def years(found: Mapping[str, set[str]]) -> list[Facet]:
        return [Facet(year, year, numbered(found[year])) for year in sorted(found, reverse=True) if year]

    def things(found: Sequence[Tag | Organization]) -> list[Facet]:
        ordered = sorted(found, key=lambda one: (-len(one.articles), one.slug))
        return [Facet(one.slug, one.name, numbered(one.articles), _also(one)) for one in ordered]

    return {
        "tags": things(knowledge.tags),
        "organizations": things(knowledge.organizations),
        "kinds": [Facet(kind, show_kinds(kind), numbered(by_kind[kind])) for kind in KINDS if kind in by_kind],
        "published": years(published),
        "years": years(named),
    }


def _newest_first(articles: Iterable[Article]) -> list[Article]:
    return sorted(sorted(articles, key=_title_order), key=lambda article: article.date, reverse=True)


def _title_order(article: Article) -> tuple[str, str]:
    return article.title.casefold(), article.slug


def _also(one: Tag | Organization) -> tuple[str, ...]:
    """The other names that a reader may look for: those that differ in more than case, spaces and hyphens."""
    names = one.spellings if isinstance(one, Tag) else one.aliases
    found = {fold(name): name for name in reversed(names)}
    found.pop(fold(one.name), None)
    return tuple(sorted(found.values()))


def _item(facet: Facet) -> dict[str, Any]:
    item: dict[str, Any] = {"slug": facet.slug, "name": facet.name}
    return item | ({"also": facet.also} if facet.also else {}) | {"steps": _steps(facet.articles)}


def _steps(numbers: Sequence[int]) -> list[int]:
    """The numbers, each as the step from the one before, which compresses to half: `[0, 1, 5]` as `[1, 1, 4]`."""
    return [number - before for before, number in pairwise((-1, *numbers))]


def _part(articles: Sequence[Article]) -> tuple[str, bytes]:
    rows = _lines([one.slug, one.title, one.date, one.description] for one in articles)
    name = hashlib.sha256(_bytes(rows)).hexdigest()[:12]
    return name, _bytes(f'seedbedExplore.loaded["{name}"] = [\n{rows}\n];\n')


def _lines(items: Iterable[Any]) -> str:
    return ",\n".join(_json(item) for item in items)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
