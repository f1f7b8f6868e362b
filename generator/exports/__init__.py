"""Knowledge in, the site's data files out: the contract that other programs read, one JSON Schema beside each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.exports.bibliography import FORMATS, Entry, article_entry, work_entry
from generator.exports.datafiles import Item, csv_file, json_file
from generator.exports.graph import export_graph
from generator.exports.skos import export_skos
from generator.knowledge import Knowledge
from generator.model import (
    Article,
    DataFile,
    Disagreement,
    Figure,
    Organization,
    Partnership,
    Problem,
    Problems,
    Reference,
    Tag,
)
from generator.paths import article_path, organization_path, partnership_path, reference_paths, tag_path
from generator.settings import DEFAULTS, Settings
from generator.text import collapse

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "articles": (
        "id", "slug", "url", "title", "title_derived", "date", "authors", "tags", "organizations", "references",
        "words", "description", "summary", "source",
    ),
    "disagreements": ("id", "pair", "date", "kind", "unit", "facts"),
    "facts": (
        "id", "kind", "value", "high", "unit", "hedge", "parties", "article", "section", "anchor", "sentence",
    ),
    "organizations": ("slug", "name", "kind", "aliases", "articles", "mentions", "url"),
    "partnerships": ("id", "a", "b", "types", "articles", "facts", "url"),
    "problems": ("code", "level", "path", "line", "column", "message", "hint"),
    "references": ("key", "title", "publisher", "link", "seen", "gone", "spellings", "articles", "url"),
    "tags": ("slug", "name", "kind", "aliases", "description", "parent", "articles", "url"),
}  # fmt: skip
"""For each data file those of its fields that are columns of the CSV file of that name."""


def export_data(knowledge: Knowledge, problems: Problems, settings: Settings = DEFAULTS) -> Iterator[DataFile]:
    """The files of `data/`, sorted by path; in each the items are sorted by slug, key or place.

    They are made one after the other: all together are larger than the articles.
    """
    paths = reference_paths(knowledge.references)
    items: dict[str, Callable[[], Iterable[Item]]] = {
        "articles": lambda: (_article(article, knowledge) for article in knowledge.articles),
        "disagreements": lambda: map(_disagreement, knowledge.disagreements),
        "facts": lambda: map(_fact, knowledge.figures),
        "organizations": lambda: map(_organization, knowledge.organizations),
        "partnerships": lambda: map(_partnership, knowledge.partnerships),
        "problems": lambda: map(problem_item, problems),
        "references": lambda: (_reference(work, paths) for work in knowledge.references),
        "tags": lambda: map(_tag, knowledge.tags),
    }
    others: dict[str, Callable[[], Iterable[DataFile]]] = {
        "graph": lambda: export_graph(knowledge),
        "vocabulary": lambda: export_skos(knowledge, settings),
        "articles": lambda: _citations("articles", [article_entry(one, settings) for one in knowledge.articles]),
        "references": lambda: _citations("references", [work_entry(work) for work in knowledge.references]),
    }
    for name in sorted({*items, *others}):
        makers: dict[str, Callable[[], DataFile]] = {}
        if name in items:
            makers["csv"] = partial(_csv, name, items[name])
            makers["json"] = partial(_json, name, items[name])
        beside = {file.path: file for file in others[name]()} if name in others else {}
        made = {f"data/{name}.{suffix}": make for suffix, make in makers.items()}
        for path in sorted({*made, *beside}):
            yield made[path]() if path in made else beside[path]


def _csv(name: str, items: Callable[[], Iterable[Item]]) -> DataFile:
    return csv_file(f"data/{name}.csv", items(), COLUMNS[name])


def _json(name: str, items: Callable[[], Iterable[Item]]) -> DataFile:
    return json_file(f"data/{name}.json", items=items())


def _citations(name: str, entries: Sequence[Entry]) -> Iterator[DataFile]:
    """What articles cite, or the articles themselves, for programs that manage literature."""
    for format in FORMATS:
        yield DataFile(f"data/{name}.{format.suffix}", format.write(entries).encode(), len(entries))


def _article(article: Article, knowledge: Knowledge) -> dict[str, Any]:
    works = knowledge.works_of.get(article.slug, {})
    return {
        "id": article.id,
        "slug": article.slug,
        "url": article_path(article.slug),
        "title": article.title,
        "title_derived": article.title_derived,
        "description": article.description,
        "summary": collapse(" ".join(block.text for block in article.summary)),
        "date": article.date or None,
        "authors": list(article.authors),
        "tags": [tag.slug for tag in knowledge.tags_of[article.slug]],
        "organizations": sorted({m.term for e in article.evidence for m in e.mentions if m.kind == "organization"}),
        "references": list(dict.fromkeys(works[citation.number].key for citation in article.citations)),
        "sections": [
            {
                "title": section.title,
                "anchor": section.anchor,
                "words": section.words,
                "blocks": [block.kind for block in section.blocks],
            }
            for section in article.sections
        ],
        "words": article.words,
        "source": article.path,
        "related": [
            {"slug": other.slug, "score": other.score, "because": other.because}
            for other in knowledge.related.get(article.slug, ())
        ],
    }


def _fact(figure: Figure) -> dict[str, Any]:
    fact = figure.fact
    return {
        "id": figure.id,
        "kind": fact.kind,
        "value": fact.value,
        "high": fact.high,
        "unit": fact.unit,
        "hedge": fact.hedge,
        "parties": list(figure.parties),
        "article": figure.article,
        "section": figure.section,
        "anchor": figure.anchor,
        "sentence": figure.sentence,
    }


def _disagreement(one: Disagreement) -> dict[str, Any]:
    return {
        "id": one.figures[0],
        "pair": one.pair or None,
        "date": one.date or None,
        "kind": one.kind,
        "unit": one.unit,
        "facts": list(one.figures),
    }


def _organization(organization: Organization) -> dict[str, Any]:
    return {
        "slug": organization.slug,
        "name": organization.name,
        "kind": organization.kind,
        "aliases": list(organization.aliases),
        "url": organization_path(organization.slug),
        "articles": list(organization.articles),
        "mentions": organization.mentions,
    }


def _partnership(pair: Partnership) -> dict[str, Any]:
    return {
        "id": pair.id,
        "a": pair.a,
        "b": pair.b,
        "types": list(pair.types),
        "articles": list(pair.articles),
        "evidence": [
            {
                "article": one.article,
                "section": one.section,
                "anchor": one.anchor,
                "sentence": one.sentence,
                "type": one.tie.type,
                "from": one.tie.giver if one.tie.directed else None,
                "to": one.tie.taker if one.tie.directed else None,
                "status": one.tie.status,
            }
            for one in pair.evidence
        ],
        "facts": list(pair.facts),
        "url": partnership_path(pair.id),
    }


def _tag(tag: Tag) -> dict[str, Any]:
    return {
        "slug": tag.slug,
        "name": tag.name,
        "kind": tag.kind,
        "aliases": list(tag.spellings),
        "description": tag.description,
        "parent": tag.parent or None,
        "url": tag_path(tag.slug),
        "articles": list(tag.articles),
        "related": [{"slug": other.slug, "together": other.together, "lift": other.lift} for other in tag.related],
    }


def _reference(work: Reference, paths: Mapping[str, str]) -> dict[str, Any]:
    return {
        "key": work.key,
        "title": work.title,
        "spellings": list(work.spellings),
        "link": work.link or None,
        "publisher": work.publisher or None,
        "url": paths[work.key],
        "seen": (work.visit and work.visit.seen) or None,
        "gone": (work.visit and work.visit.gone) or None,
        "articles": list(work.articles),
        "cited_by": [
            {"article": article, "section": section}
            for article, section in sorted({(cited.article, cited.section) for cited in work.cited_by})
        ],
    }


def problem_item(problem: Problem) -> dict[str, Any]:
    """A problem as the data files and `check --format json` give it."""
    return {
        "code": problem.code,
        "level": problem.level,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }
