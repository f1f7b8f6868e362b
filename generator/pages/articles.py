"""The pages of articles: the list of all, and one each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from generator.exports.bibliography import FORMATS, article_entry, as_apa
from generator.model import Article, Citation, Reference, TocEntry
from generator.pages.records import Download, Draft, Link, Work
from generator.pages.views import Views, organization_link, tag_link
from generator.paths import article_path
from generator.text import count
from generator.values import show_visit

WORDS_PER_MINUTE = 230
FIGURES_SHOWN = 12


def plan_article_list(views: Views) -> Iterator[Draft]:
    """Every article, newest first, a hundred to a page."""
    total = count(len(views.newest), "article")
    description = f"All articles of {views.settings.site_name}: {total}, newest first."
    slugs = [article.slug for article in views.newest]
    yield from views.drafts_of("articles/", "articles", "Articles", description, slugs, dict)


def plan_articles(views: Views) -> Iterator[Draft]:
    """One page an article: summary, tags, figures, organisations, text, references, related articles, citation."""
    for article in views.knowledge.articles:
        path = article_path(article.slug)
        fill = partial(_fill_article, views, article)
        yield Draft(path, "article", article.title, article.description, fill, partial(_toc, article), article.date)


def _fill_article(views: Views, article: Article) -> Mapping[str, Any]:
    knowledge = views.knowledge
    related = [
        Link(knowledge.article[other.slug].title, article_path(other.slug), other.because)
        for other in knowledge.related.get(article.slug, ())
    ]
    figures = [figure for figure in views.figures_of(article.slug) if figure.fact.kind in ("money", "capacity")]
    entry = article_entry(article, views.settings)
    return {
        "article": article,
        "byline": _byline(article.authors),
        "problems": views.problems_of(article.path),
        "tags": [tag_link(tag) for tag in knowledge.tags_of[article.slug]],
        "figures": [views.row(figure) for figure in figures[:FIGURES_SHOWN]],
        "figures_left": max(len(figures) - FIGURES_SHOWN, 0),
        "organizations": [organization_link(one) for one in views.organizations_of(article.slug)],
        "cited": _cited(views, article),
        "related": related,
        "apa": as_apa(entry),
        "downloads": [
            Download(one.name, f"{entry.key}.{one.suffix}", one.media, one.write([entry])) for one in FORMATS
        ],
        "minutes": max(1, round(article.words / WORDS_PER_MINUTE)),
    }


def _byline(authors: tuple[str, ...]) -> str:
    """The names on one line, so that `Moreau, Jean; Example, Ada` are two."""
    return ("; " if any("," in name for name in authors) else ", ").join(authors)


def _cited(views: Views, article: Article) -> list[Work]:
    """The works in the list of one article: its own words for each, and how many others cite it."""
    works = views.knowledge.works_of.get(article.slug, {})
    return [_work(citation, works[citation.number], views) for citation in article.citations]


def _work(citation: Citation, work: Reference, views: Views) -> Work:
    return Work(
        title=citation.title or work.title,
        publisher=citation.publisher,
        link=citation.url or work.link,
        number=citation.number,
        anchor=f"ref-{citation.number}",
        page=views.reference_paths[work.key],
        spellings=(),
        cited_by=(),
        cited_elsewhere=views.citing[work.key] - 1,
        note=citation.note,
        visit=show_visit(work.visit),
    )


def _toc(article: Article, values: Mapping[str, Any]) -> tuple[TocEntry, ...]:
    """The headings of an article's page, nested by level."""
    tops: list[tuple[TocEntry, list[TocEntry]]] = []
    for section in article.sections:
        entry = TocEntry(section.title, section.anchor)
        if section.title and (section.level == 2 or not tops):
            tops.append((entry, []))
        elif section.title:
            tops[-1][1].append(entry)
    entries = [replace(top, children=tuple(below)) for top, below in tops]
    if article.summary:
        entries.insert(0, TocEntry("Summary", "summary"))
    if values["figures"]:
        entries.insert(1 if article.summary else 0, TocEntry("Figures", "figures"))
    if values["cited"]:
        entries.append(TocEntry("References", "references"))
    if values["related"]:
        entries.append(TocEntry("Related articles", "related"))
    entries.append(TocEntry("Cite this page", "cite"))
    return tuple(entries)
