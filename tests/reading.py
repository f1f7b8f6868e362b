"""An article that was read in, what a case says of it out: in the shape and the detail that the case asks for."""

from __future__ import annotations

import re
from typing import Any

from generator.model import Article, Problem

SENTENCE = re.compile(r'<span id="t-[0-9a-f-]+">(.*?)</span>', re.S)
"""The element around a sentence, which the cases leave out."""


def seen(article: Article | None, problems: tuple[Problem, ...], wanted: dict[str, Any]) -> dict[str, Any]:
    """What was read, in the shape and the detail that the case asks for."""
    found: dict[str, Any] = {
        "problems": sorted(problem.code for problem in problems if problem.level != "note"),
        "notes": sorted(problem.code for problem in problems if problem.level == "note"),
        "places": [f"{problem.code} {problem.place.line}:{problem.place.column}" for problem in problems],
        "read": article is not None,
    }
    if article:
        found |= {
            "title": article.title,
            "title_derived": article.title_derived,
            "slug": article.slug,
            "description": article.description,
            "summary": "\n".join(block.text for block in article.summary),
            "date": article.date,
            "authors": list(article.authors),
            "tags": [tag.name for tag in article.tags],
            "references": [_like(entry, wanted.get("references"), i) for i, entry in enumerate(_citations(article))],
            "sections": [_like(entry, wanted.get("sections"), i) for i, entry in enumerate(_sections(article))],
            "former_slugs": list(article.former_slugs),
        }
    return {key: found.get(key) for key in wanted}


def _citations(article: Article) -> list[dict[str, Any]]:
    return [
        {"title": c.title, "url": c.url, "publisher": c.publisher, "number": c.number, "section": c.section}
        for c in article.citations
    ]


def _sections(article: Article) -> list[dict[str, Any]]:
    return [
        {
            "title": section.title,
            "level": section.level,
            "anchor": section.anchor,
            "blocks": [block.kind for block in section.blocks],
            "text": "\n".join(block.text for block in section.blocks),
            "html": SENTENCE.sub(r"\1", "".join(block.html for block in section.blocks)),
        }
        for section in article.sections
    ]


def _like(entry: dict[str, Any], wanted: list[Any] | None, index: int) -> Any:
    """The entry in the form the case uses: a bare string is its title, a mapping asks for the keys it has."""
    model = wanted[index] if wanted and index < len(wanted) else (wanted[0] if wanted else "")
    return entry["title"] if isinstance(model, str) else {key: entry[key] for key in model}
