"""Knowledge in, the same as Markdown out: a twin of every article's page, and llms.txt, which says where they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.exports.commonmark import escape_text, write_link, write_markdown
from generator.knowledge import Knowledge
from generator.model import Article, Citation, DataFile
from generator.paths import (
    VOCABULARY,
    article_path,
    atom_path,
    base_url,
    canonical_url,
    json_feed_path,
    relative_url,
    tag_path,
    twin_path,
)
from generator.settings import Settings
from generator.text import count

MOST = 500
"""Articles that llms.txt lists: it is read whole, by readers that pay for every word."""
LLMS = "llms.txt"

_LAST_SHARPS = re.compile(r"(#+)$")


def export_twins(knowledge: Knowledge, settings: Settings) -> Iterator[DataFile]:
    """Every article as Markdown, beside its page."""
    for article in knowledge.articles:
        yield _file(twin_path(article_path(article.slug)), write_twin(article, knowledge, settings))


def write_twin(article: Article, knowledge: Knowledge, settings: Settings) -> list[str]:
    """The blocks of one article's twin: title, description, what is known of it, summary, sections, references."""
    base = base_url(article_path(article.slug), settings)
    tags = [
        write_link(tag.name, relative_url(tag_path(tag.slug), base, settings.index))
        for tag in knowledge.tags_of[article.slug]
    ]
    known = (
        ("Date", article.date),
        ("By", escape_text(", ".join(article.authors))),
        ("Tags", ", ".join(tags)),
        ("Page", canonical_url(article_path(article.slug), settings)),
    )
    blocks = [_heading(1, article.title), escape_text(article.description)]
    blocks.append("\n".join(f"- {name}: {value}" for name, value in known if value))
    if article.summary:
        blocks += [_heading(2, "Summary"), write_markdown("".join(block.html for block in article.summary))]
    for section in article.sections:
        blocks += [_heading(section.level, section.title)] if section.title else []
        blocks.append(write_markdown("".join(block.html for block in section.blocks)))
    if article.citations:
        blocks += [_heading(2, "References"), "\n".join(_cited(one, article, knowledge) for one in article.citations)]
    return blocks


def export_llms(knowledge: Knowledge, settings: Settings) -> DataFile:
    """llms.txt in the form of llmstxt.org: what the site is, its newest articles, and where the rest is."""
    base = base_url("", settings)

    def item(name: str, path: str, note: str) -> str:
        return f"- {write_link(name, relative_url(path, base, settings.index))}: {escape_text(note)}"

    named = f"{count(len(knowledge.articles), 'article')}, {count(len(knowledge.tags), 'tag')}"
    shown = [item(a.title, twin_path(article_path(a.slug)), a.description) for a in knowledge.newest[:MOST]]
    left = len(knowledge.articles) - len(shown)
    data = [
        item("Articles", "data/articles.json", "every article with its tags, organisations, references and sections"),
        item("Facts", "data/facts.json", "every amount, capacity, quantity and date, with its sentence"),
        item("Partnerships", "data/partnerships.json", "who is tied to whom, with the sentences that say so"),
        item("References", "data/references.json", "every work once, and the articles that cite it"),
        item("Vocabulary", VOCABULARY, "tags, organisations and other terms, as SKOS in Turtle"),
        item("Atom feed", atom_path(""), "the newest articles"),
        item("JSON feed", json_feed_path(""), "the newest articles"),
    ]
    blocks = [
        _heading(1, settings.site_name),
        f"> {escape_text(settings.site_description or f'A knowledge base: {named}.')}",
        "The articles below are in Markdown; each is also a page, at the address without `index.md`.",
        _heading(2, "Articles"),
        "\n".join(shown),
        f"The {count(left, 'article')} before these are in the data." if left else "",
        _heading(2, "Data"),
        "\n".join(data),
    ]
    return _file(LLMS, blocks)


def _file(path: str, blocks: list[str]) -> DataFile:
    text = "\n\n".join(block for block in blocks if block)
    return DataFile(path, text.encode("utf-8", "backslashreplace") + b"\n")


def _heading(level: int, title: str) -> str:
    return "#" * min(level, 6) + " " + _LAST_SHARPS.sub(r"\\\1", escape_text(title))


def _cited(citation: Citation, article: Article, knowledge: Knowledge) -> str:
    work = knowledge.works_of[article.slug][citation.number]
    title, link = citation.title or work.title, citation.url or work.link
    named = write_link(title, link) if link else escape_text(title)
    said = [escape_text(part) for part in (citation.publisher, citation.note) if part]
    return f"{citation.number}. " + ", ".join([named, *said])
