"""Knowledge in, the site's data files out: the contract that other programs read, one JSON Schema beside each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.graph import export_graph
from generator.knowledge import Knowledge
from generator.model import Article, DataFile, Figure, Organization, Partnership, Problem, Problems, Reference, Tag
from generator.paths import article_path, organization_path, partnership_path, reference_paths, tag_path
from generator.text import collapse

VERSION = 1
"""The version of the contract; every file carries it as `schema`."""
ARTICLE_COLUMNS = (
    "id", "slug", "url", "title", "date", "authors", "tags", "organizations", "words", "description", "summary",
    "source",
)  # fmt: skip
FACT_COLUMNS = (
    "id", "kind", "value", "high", "unit", "hedge", "parties", "article", "section", "anchor", "sentence",
)  # fmt: skip
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
DATA_FILES = ("articles", "tags", "references", "organizations", "partnerships", "facts", "problems")


def export_data(knowledge: Knowledge, problems: Problems) -> tuple[DataFile, ...]:
    """The files of `data/`: items sorted by slug, key or place, UTF-8, one item a line."""
    paths = reference_paths(knowledge.references)
    articles = [_article(article, knowledge) for article in knowledge.articles]
    return (
        _data_file("articles", articles),
        _data_file("facts", (_fact(figure) for figure in knowledge.figures)),
        DataFile("data/facts.csv", _csv([_fact(figure) for figure in knowledge.figures], FACT_COLUMNS).encode()),
        _data_file("organizations", (_organization(one) for one in knowledge.organizations)),
        *export_graph(knowledge, VERSION),
        DataFile("data/articles.csv", _csv(articles, ARTICLE_COLUMNS).encode()),
        _data_file("partnerships", (_partnership(pair) for pair in knowledge.partnerships)),
        _data_file("problems", (problem_item(problem) for problem in problems)),
        _data_file("references", (_reference(work, paths) for work in knowledge.references)),
        _data_file("tags", (_tag(tag) for tag in knowledge.tags)),
    )


def _data_file(name: str, items: Iterable[Mapping[str, Any]]) -> DataFile:
    """One item a line, so that a change of one article is a change of one line."""
    lines = ",\n".join(json.dumps(item, ensure_ascii=False, allow_nan=False) for item in items)
    text = f'{{"schema": {VERSION}, "items": [\n{lines}\n]}}\n' if lines else f'{{"schema": {VERSION}, "items": []}}\n'
    return DataFile(f"data/{name}.json", text.encode("utf-8", "backslashreplace"))


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


def _csv(items: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The items as CSV for a spreadsheet; a text that one would run as a formula starts with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for item in items:
        writer.writerow(_cell(item[column]) for column in columns)
    return out.getvalue()


def _cell(value: Any) -> str:
    text = " ".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in _FORMULA and not isinstance(value, int | float) else text


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
