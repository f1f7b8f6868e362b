"""The pages of tags: the index, and one each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import groupby
from typing import Any

from generator.knowledge.digest import choose_sentences
from generator.model import KINDS, Article, Tag
from generator.pages.records import Draft, Link
from generator.pages.views import Views, by_count, letter_of, letter_order, listed, tag_link
from generator.paths import article_path, tag_path
from generator.text import count, shorten
from generator.values import show_kinds

TOP_TAGS, WORKS_SHOWN, FIGURES_SHOWN = 24, 50, 12
SENTENCES_SHOWN, CROSSINGS_SHOWN, ARTICLES_LISTED, ARTICLES_READ = 6, 6, 8, 50


def plan_tag_index(views: Views) -> Iterator[Draft]:
    """Every tag, by number of articles, by kind, and from A to Z."""
    name = views.settings.site_name
    total = count(len(views.knowledge.tags), "tag")
    description = f"The {total} of {name}, by kind, from A to Z and by number of articles."
    yield Draft("tags/", "tags", "Tags", description, partial(_fill_index, views.knowledge.tags))


def _fill_index(tags: Sequence[Tag]) -> Mapping[str, Any]:
    ordered = sorted(tags, key=lambda tag: letter_order(tag.name, tag.slug))
    letters = [
        (letter, [tag_link(tag) for tag in group])
        for letter, group in groupby(ordered, key=lambda tag: letter_of(tag.name))
    ]
    kinds = [(kind, show_kinds(kind), by_count([tag for tag in tags if tag.kind == kind])) for kind in KINDS]
    kinds = [entry for entry in kinds if entry[2]]
    return {
        "letters": letters,
        "kinds": kinds if len(kinds) > 1 else [],
        "most": by_count(tags)[:TOP_TAGS],
        "total": len(tags),
    }


def plan_tags(views: Views) -> Iterator[Draft]:
    """One page a tag, or more where it has many articles."""
    fill = lru_cache(maxsize=1)(partial(_fill_tag, views))  # the pages of one tag are filled one after the other
    for tag in views.knowledge.tags:
        others = [views.knowledge.tag[other.slug].name for other in tag.related[:3]]
        beside = f", often beside {listed(others)}" if others else ""
        said = f"{tag.description} " if tag.description else ""
        description = shorten(f"{said}{count(len(tag.articles), 'article')} on {tag.name}{beside}.", 160)
        yield from views.drafts_of(
            tag_path(tag.slug), "tag", tag.name, description, tag.articles, partial(fill, tag.slug)
        )


def _fill_tag(views: Views, slug: str) -> Mapping[str, Any]:
    knowledge = views.knowledge
    tag = knowledge.tag[slug]
    articles = views.newest_of(tag.articles)
    works = {work.key: work for slug in tag.articles for work in knowledge.works_of.get(slug, {}).values()}
    cited = Counter(
        key for slug in tag.articles for key in {one.key for one in knowledge.works_of.get(slug, {}).values()}
    )
    ranked = sorted(cited, key=lambda key: (-cited[key], key))
    parent = knowledge.tag.get(tag.parent)
    return {
        "tag": tag,
        "parent": tag_link(parent) if parent else None,
        "organization": views.organization_of(tag.slug),
        "related": [
            (tag_link(knowledge.tag[other.slug]), other.together, other.lift)
            for other in tag.related
            if len(knowledge.articles) > 1
        ],
        "said": _said(views, tag, articles),
        "crossings": _crossings(views, tag),
        "figures": [views.row(figure) for figure in views.figures_naming(tag, FIGURES_SHOWN)],
        "works": [views.work(works[key]) for key in ranked[:WORKS_SHOWN]],
        "works_left": max(len(works) - WORKS_SHOWN, 0),
    }


def _said(views: Views, tag: Tag, articles: Sequence[Article]) -> list[tuple[str, Link]]:
    """The sentences that say most of a tag among those that name it, one of each article, with links to them."""
    names = [name.casefold() for name in (tag.name, *tag.spellings) if len(name) > 2]
    naming = [
        (article.slug, [one for one in article.evidence if any(name in one.text.casefold() for name in names)])
        for article in articles[:ARTICLES_READ]
    ]
    return [
        (one.text, Link(views.knowledge.article[slug].title, f"{article_path(slug)}#{one.anchor}", one.section))
        for slug, one in choose_sentences(naming, SENTENCES_SHOWN)
    ]


def _crossings(views: Views, tag: Tag) -> list[tuple[Link, list[Link]]]:
    """The tags that share two articles or more with this one, and those articles."""
    crossings = []
    for other in tag.related[:CROSSINGS_SHOWN]:
        shared = sorted(views.tagged(tag) & views.tagged(views.knowledge.tag[other.slug]))
        if len(shared) > 1:
            found = views.newest_of(shared)[:ARTICLES_LISTED]
            links = [Link(article.title, article_path(article.slug)) for article in found]
            crossings.append(
                (Link(views.knowledge.tag[other.slug].name, tag_path(other.slug), number=len(shared)), links)
            )
    return crossings
