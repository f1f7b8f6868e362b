"""Knowledge in, the site's data files out: the contract that other programs read, one JSON Schema beside each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.bibliography import FORMATS, article_entry, work_entry
from generator.datafiles import csv_file, json_file
from generator.graph import export_graph
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
from generator.skos import export_skos
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


def export_data(knowledge: Knowledge, problems: Problems, settings: Settings = DEFAULTS) -> tuple[DataFile, ...]:
    """The files of `data/`, sorted by path; in each the items are sorted by slug, key or place."""
    paths = reference_paths(knowledge.references)
    items = {
        "articles": [_article(article, knowledge) for article in knowledge.articles],
        "disagreements": [_disagreement(one) for one in knowledge.disagreements],
        "facts": [_fact(figure) for figure in knowledge.figures],
        "organizations": [_organization(one) for one in knowledge.organizations],
        "partnerships": [_partnership(pair) for pair in knowledge.partnerships],
        "problems": [problem_item(problem) for problem in problems],
        "references": [_reference(work, paths) for work in knowledge.references],
        "tags": [_tag(tag) for tag in knowledge.tags],
    }
    files = [
        *(json_file(f"data/{name}.json", items=listed) for name, listed in items.items()),
        *(csv_file(f"data/{name}.csv", items[name], columns) for name, columns in COLUMNS.items()),
        *export_graph(knowledge),
        *_citations(knowledge, settings),
        *export_skos(knowledge, settings),
    ]
    return tuple(sorted(files, key=lambda file: file.path))


def _citations(knowledge: Knowledge, settings: Settings) -> Iterator[DataFile]:
    """What articles cite, and the articles themselves, for programs that manage literature."""
    cited = {
        "articles": [article_entry(article, settings) for article in knowledge.articles],
        "references": [work_entry(work) for work in knowledge.references],
    }
    for name, entries in cited.items():
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
