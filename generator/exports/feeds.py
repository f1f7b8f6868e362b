"""Knowledge in, its feeds out: the newest articles of the site, of each tag and of each organisation.

Dates are those of the articles. One without a date stands after all that have one; it has no day of publication, and
where Atom insists on a day it carries the first of 1970. An address serves as the id where that of the site is known;
where it is not, links are relative and an id is made from the site's name and the path, so that it stays the same.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from generator.knowledge import Knowledge
from generator.model import Article
from generator.paths import (
    article_path,
    atom_path,
    json_feed_path,
    link_prefix,
    organization_path,
    relative_url,
    tag_path,
)
from generator.settings import Settings
from generator.text import xml_text

MOST = 20
"""Articles in a feed: readers of feeds ask often, and want what is new."""
NO_DATE = "1970-01-01"


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a feed. `link` is absolute, or relative to the root of the site; `tags` are slugs and names."""

    id: str
    title: str
    link: str
    description: str
    date: str
    authors: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]

    @property
    def published(self) -> str:
        """The day of publication as a moment, or nothing."""
        return _moment(self.date) if self.date else ""

    @property
    def updated(self) -> str:
        """The same, or the first of 1970."""
        return _moment(self.date or NO_DATE)


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest articles under a page, newest first. `base` leads to the root where links are relative to that."""

    path: str
    id: str
    title: str
    description: str
    author: str
    base: str
    link: str
    atom: str
    json: str
    entries: tuple[Entry, ...]

    @property
    def updated(self) -> str:
        """The moment of the newest entry."""
        return max((entry.updated for entry in self.entries), default=_moment(NO_DATE))


def plan_feeds(knowledge: Knowledge, settings: Settings) -> Iterator[Feed]:
    """The feed of the site, then of each tag, then of each organisation."""
    planner = _Planner(knowledge, settings)
    name = settings.site_name
    yield planner.feed("", name, settings.site_description or f"The newest articles of {name}.", planner.rank)
    for tag in knowledge.tags:
        said = tag.description or f"The newest articles on {tag.name}."
        yield planner.feed(tag_path(tag.slug), f"{tag.name} - {name}", said, tag.articles)
    for one in knowledge.organizations:
        said = one.description or f"The newest articles that name {one.name}."
        yield planner.feed(organization_path(one.slug), f"{one.name} - {name}", said, one.articles)


def json_feed(feed: Feed) -> bytes:
    """The feed in the form of jsonfeed.org, version 1.1."""
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.base + feed.link,
        "feed_url": feed.base + feed.json,
        "description": feed.description,
        "authors": [{"name": feed.author}],
        "items": [_item(entry, feed.base) for entry in feed.entries],
    }
    return json.dumps(data, ensure_ascii=False).encode() + b"\n"


def _item(entry: Entry, base: str) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": base + entry.link,
        "title": entry.title,
        "content_text": entry.description,
        "tags": [name for _, name in entry.tags],
    }
    if entry.published:
        item["date_published"] = entry.published
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    return item


class _Planner:
    """The articles of a site in order, each made an entry once."""

    def __init__(self, knowledge: Knowledge, settings: Settings) -> None:
        self.rank = {article.slug: rank for rank, article in enumerate(knowledge.newest)}
        self._knowledge = knowledge
        self._settings = settings
        self._entries: dict[str, Entry] = {}

    def feed(self, path: str, title: str, description: str, articles: Sequence[str] | dict[str, int]) -> Feed:
        """The feed of the newest of these articles, which belongs to the page at that path."""
        newest = nsmallest(MOST, articles, key=self.rank.__getitem__)
        return Feed(
            path=path,
            id=self._id(path),
            title=xml_text(title),
            description=xml_text(description),
            author=xml_text(self._settings.site_name),
            base="" if self._settings.site_url else link_prefix(path),
            link=self._link(path),
            atom=self._link(atom_path(path)),
            json=self._link(json_feed_path(path)),
            entries=tuple(self._entry(slug) for slug in newest),
        )

    def _entry(self, slug: str) -> Entry:
        if slug not in self._entries:
            self._entries[slug] = self._read(self._knowledge.article[slug])
        return self._entries[slug]

    def _read(self, article: Article) -> Entry:
        path = article_path(article.slug)
        return Entry(
            id=self._id(path),
            title=xml_text(article.title),
            link=self._link(path),
            description=xml_text(article.description),
            date=article.date,
            authors=tuple(xml_text(name) for name in article.authors),
            tags=tuple((tag.slug, xml_text(tag.name)) for tag in self._knowledge.tags_of[article.slug]),
        )

    def _link(self, path: str) -> str:
        return relative_url(path, self._settings.site_url, self._settings.index)

    def _id(self, path: str) -> str:
        if self._settings.site_url:
            return self._link(path)
        return uuid5(NAMESPACE_URL, f"{self._settings.site_name}/{path}").urn


def _moment(date: str) -> str:
    return f"{date}T00:00:00Z"
