"""Knowledge in, the pages of the site out: which there are, and every value that their templates show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from generator.exports import DATA_FILES
from generator.knowledge import Knowledge
from generator.model import Article, Citation, Problems, Reference, Tag, TocEntry
from generator.paths import (
    PER_PAGE,
    REFERENCES_PER_PAGE,
    article_path,
    list_path,
    reference_anchor,
    reference_paths,
    tag_path,
)
from generator.settings import Settings
from generator.text import count, shorten

TOP_TAGS, NEWEST, MOST_CITED, WORKS_ON_TAG = 24, 6, 6, 50


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered: `kind` names its template, `values` is what that shows."""

    path: str
    kind: str
    title: str
    description: str
    values: Mapping[str, Any]
    toc: tuple[TocEntry, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: `path` within the site, `note` a few words beside it, `number` a count."""

    text: str
    path: str
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    title: str
    path: str
    description: str
    date: str
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A reference in a list: its anchor there, its own page if it has one, and the articles that cite it."""

    title: str
    publisher: str
    link: str
    number: int
    anchor: str
    page: str
    spellings: tuple[str, ...]
    cited_by: tuple[Link, ...]
    note: str = ""


def plan_site(knowledge: Knowledge, problems: Problems, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site, in a fixed order."""
    planner = _Planner(knowledge, problems, settings)
    pages = [
        planner.overview(),
        *planner.articles(),
        *planner.article_list(),
        planner.tag_index(),
        *planner.tags(),
        *planner.reference_index(),
        *planner.references(),
        planner.about(),
    ]
    return tuple(pages)


class _Planner:
    """The knowledge, and what several kinds of page need of it."""

    def __init__(self, knowledge: Knowledge, problems: Problems, settings: Settings) -> None:
        self.knowledge = knowledge
        self.problems = problems
        self.settings = settings
        self.reference_paths = reference_paths(knowledge.references)
        self.newest = sorted(knowledge.articles, key=lambda article: article.title.casefold())
        self.newest.sort(key=lambda article: article.date, reverse=True)
        self.rank = {article.slug: rank for rank, article in enumerate(self.newest)}

    def overview(self) -> Page:
        """The start page: how much there is, the newest articles, the tags and works with most articles."""
        knowledge = self.knowledge
        dates = sorted(article.date for article in knowledge.articles if article.date)
        shared = [work for work in knowledge.references if len(work.articles) > 1]
        shared.sort(key=lambda work: (-len(work.articles), work.key))
        values = {
            "counts": (
                Link(_noun(len(knowledge.articles), "article"), "articles/", number=len(knowledge.articles)),
                Link(_noun(len(knowledge.tags), "tag"), "tags/", number=len(knowledge.tags)),
                Link(_noun(len(knowledge.references), "reference"), "references/", number=len(knowledge.references)),
            ),
            "words": sum(article.words for article in knowledge.articles),
            "period": (dates[0], dates[-1]) if dates else (),
            "newest": [self._card(article) for article in self.newest[:NEWEST]],
            "more": max(len(knowledge.articles) - NEWEST, 0),
            "tags": _by_count(knowledge.tags)[:TOP_TAGS],
            "works": [self._work(work) for work in shared[:MOST_CITED]],
        }
        description = self.settings.site_description or f"{self.settings.site_name}: {self._extent()}."
        return Page("", "overview", "Overview", description, values)

    def articles(self) -> Iterator[Page]:
        """One page an article."""
        for article in self.knowledge.articles:
            yield self._article(article)

    def article_list(self) -> Iterator[Page]:
        """Every article, newest first, a hundred to a page."""
        description = f"All articles of {self.settings.site_name}: {count(len(self.newest), 'article')}, newest first."
        yield from self._list("articles/", "articles", "Articles", description, self.newest, {})

    def tag_index(self) -> Page:
        """Every tag, from A to Z and by number of articles."""
        tags = self.knowledge.tags
        letters = [
            (letter, [_tag_link(tag) for tag in group])
            for letter, group in groupby(sorted(tags, key=_letter_order), key=lambda tag: _letter(tag.name))
        ]
        values = {"letters": letters, "most": _by_count(tags)[:TOP_TAGS], "total": len(tags)}
        description = (
            f"The {count(len(tags), 'tag')} of {self.settings.site_name}, from A to Z and by number of articles."
        )
        return Page("tags/", "tags", "Tags", description, values)

    def tags(self) -> Iterator[Page]:
        """One page a tag, or more where it has many articles."""
        for tag in self.knowledge.tags:
            articles = self._newest_of(tag.articles)
            works = Counter(
                work for slug in tag.articles for work in set(self.knowledge.works_of.get(slug, {}).values())
            )
            ranked = sorted(works, key=lambda work: (-works[work], work.key))
            values = {
                "spellings": tag.spellings,
                "related": [
                    (_tag_link(self.knowledge.tag[other.slug]), other.together, other.lift) for other in tag.related
                ],
                "works": [self._work(work) for work in ranked[:WORKS_ON_TAG]],
                "works_left": max(len(works) - WORKS_ON_TAG, 0),
            }
            others = [self.knowledge.tag[other.slug].name for other in tag.related[:3]]
            beside = f", often beside {_listed(others)}" if others else ""
            description = shorten(f"{count(len(articles), 'article')} on {tag.name}{beside}.", 160)
            yield from self._list(tag_path(tag.slug), "tag", tag.name, description, articles, values)

    def reference_index(self) -> Iterator[Page]:
        """Every work once, with the articles that cite it; paged, and never empty."""
        works = self.knowledge.references
        last = max((len(works) - 1) // REFERENCES_PER_PAGE + 1, 1)
        description = f"The {count(len(works), 'work')} that the articles cite, and where each is cited."
        for number in range(1, last + 1):
            part = works[(number - 1) * REFERENCES_PER_PAGE : number * REFERENCES_PER_PAGE]
            values = {"works": [self._work(work) for work in part], "total": len(works)}
            yield Page(
                list_path("references/", number),
                "references",
                "References" if number == 1 else f"References, page {number}",
                description if number == 1 else f"{description} Page {number} of {last}.",
                values | _pager("references/", number, last),
            )

    def references(self) -> Iterator[Page]:
        """One page for each work that two or more articles cite."""
        for work in self.knowledge.references:
            if len(work.articles) > 1:
                articles = self._newest_of(work.articles)
                values = {
                    "work": self._work(work),
                    "articles": [self._card(article) for article in articles],
                }
                description = shorten(f"Cited by {count(len(articles), 'article')}: {work.title}", 160)
                yield Page(self.reference_paths[work.key], "reference", work.title, description, values)

    def about(self) -> Page:
        """How the site is made, and what its articles lack."""
        articles = self.knowledge.articles
        linked = sum(bool(work.link) for work in self.knowledge.references)
        lacks = [
            ("a title of their own", sum(article.title_derived for article in articles)),
            ("a date", sum(not article.date for article in articles)),
            ("an author", sum(not article.authors for article in articles)),
            ("a summary", sum(not article.summary for article in articles)),
            ("tags", sum(not article.tags for article in articles)),
            ("references", sum(not article.citations for article in articles)),
        ]
        values = {
            "total": len(articles),
            "lacks": lacks,
            "works": len(self.knowledge.references),
            "linked": linked,
            "data": DATA_FILES,
            "levels": [
                (level, sum(problem.level == level for problem in self.problems))
                for level in ("error", "warning", "note")
            ],
        }
        description = f"How {self.settings.site_name} is made from its articles, and what they leave open."
        return Page("about/", "about", "About", description, values)

    def _article(self, article: Article) -> Page:
        works = self.knowledge.works_of.get(article.slug, {})
        cited = [self._citation(article, works[c.number], c) for c in article.citations]
        related = [
            Link(self.knowledge.article[other.slug].title, article_path(other.slug), other.because)
            for other in self.knowledge.related.get(article.slug, ())
        ]
        values = {
            "article": article,
            "tags": [_tag_link(tag) for tag in self.knowledge.tags_of[article.slug]],
            "cited": cited,
            "related": related,
            "minutes": max(1, round(article.words / 230)),
        }
        path = article_path(article.slug)
        return Page(path, "article", article.title, article.description, values, _toc(article, values), article.date)

    def _citation(self, article: Article, work: Reference, citation: Citation) -> Work:
        """A work in the list of one article: the article's own words for it, and the others that cite it."""
        others = [slug for slug in work.articles if slug != article.slug]
        return Work(
            title=citation.title or work.title,
            publisher=citation.publisher or work.publisher,
            link=citation.url or work.link,
            number=citation.number,
            anchor=f"ref-{citation.number}",
            note=citation.note,
            page=self.reference_paths[work.key],
            spellings=(),
            cited_by=tuple(Link(self.knowledge.article[slug].title, article_path(slug)) for slug in others),
        )

    def _work(self, work: Reference) -> Work:
        path = self.reference_paths[work.key]
        cited_by = tuple(
            Link(
                self.knowledge.article[cited.article].title,
                f"{article_path(cited.article)}#ref-{cited.number}",
                cited.section,
            )
            for cited in work.cited_by
        )
        return Work(
            title=work.title,
            publisher=work.publisher,
            link=work.link,
            number=len(work.articles),
            anchor=reference_anchor(work),
            page="" if "#" in path else path,
            spellings=tuple(title for title in work.spellings if title != work.title),
            cited_by=cited_by,
        )

    def _newest_of(self, slugs: Sequence[str]) -> list[Article]:
        return [self.knowledge.article[slug] for slug in sorted(slugs, key=self.rank.__getitem__)]

    def _card(self, article: Article) -> Card:
        tags = tuple(_tag_link(tag) for tag in self.knowledge.tags_of[article.slug][:5])
        return Card(article.title, article_path(article.slug), article.description, article.date, tags)

    def _list(
        self, base: str, kind: str, title: str, description: str, articles: Sequence[Article], values: dict[str, Any]
    ) -> Iterator[Page]:
        last = max((len(articles) - 1) // PER_PAGE + 1, 1)
        for number in range(1, last + 1):
            part = articles[(number - 1) * PER_PAGE : number * PER_PAGE]
            own = {"articles": [self._card(article) for article in part], "total": len(articles)}
            yield Page(
                list_path(base, number),
                kind,
                title if number == 1 else f"{title}, page {number}",
                description if number == 1 else f"{description} Page {number} of {last}.",
                values | own | _pager(base, number, last),
            )

    def _extent(self) -> str:
        knowledge = self.knowledge
        parts = (
            count(len(knowledge.articles), "article"),
            count(len(knowledge.tags), "tag"),
            count(len(knowledge.references), "reference"),
        )
        return ", ".join(parts)


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
    if values["cited"]:
        entries.append(TocEntry("References", "references"))
    if values["related"]:
        entries.append(TocEntry("Related articles", "related"))
    return tuple(entries)


def _pager(base: str, number: int, last: int) -> dict[str, Any]:
    """The links between the pages of one list; an empty path where there is none."""
    return {
        "number": number,
        "last": last,
        "previous": list_path(base, number - 1) if number > 1 else None,
        "next": list_path(base, number + 1) if number < last else None,
    }


def _tag_link(tag: Tag) -> Link:
    return Link(tag.name, tag_path(tag.slug), number=len(tag.articles))


def _by_count(tags: Sequence[Tag]) -> list[Link]:
    return [_tag_link(tag) for tag in sorted(tags, key=lambda tag: (-len(tag.articles), tag.slug))]


def _letter(name: str) -> str:
    first = next((sign for sign in name if sign.isalnum()), "#").upper()
    return first[0] if first[0].isalpha() else "0–9"


def _letter_order(tag: Tag) -> tuple[bool, str, str]:
    letter = _letter(tag.name)
    return letter != "0–9", letter, tag.slug


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def _noun(number: int, noun: str) -> str:
    return noun if number == 1 else f"{noun}s"
