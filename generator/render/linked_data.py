"""A page in, what it says as linked data out: nodes in the words of schema.org, as JSON-LD has them.

Addresses are absolute where that of the site is known, and else relative to the page. A thing keeps one `@id` on every
page: an organisation that of its page with `#organization`, a tag that of its concept in the vocabulary file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model import Article, Organization, Tag
from generator.pages.records import Card, DataSet, Link, Page, Work
from generator.paths import PER_PAGE, VOCABULARY, base_url, concept_path, relative_url, tag_path, twin_path
from generator.settings import Settings
from generator.text import collapse

Node = dict[str, Any]

_TYPES_OF_FILES = {
    "bib": "application/x-bibtex",
    "csv": "text/csv",
    "graphml": "application/xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
    "ttl": "text/turtle",
}
"""What data files are written in, by the end of their names."""
_TYPES = {
    "about": "AboutPage",
    "article": "Article",
    "partnership": "WebPage",
    "reference": "WebPage",
    "search": "SearchResultsPage",
    "written": "WebPage",
}
"""What a page of each kind is; a page of any other kind is a CollectionPage."""


def describe_page(page: Page, settings: Settings) -> Node:
    """The graph of one page: the page itself, what it is about, and the way to it from the overview."""
    at = _Addresses(page, settings)
    described = {
        "@type": _TYPES.get(page.kind, "CollectionPage"),
        "@id": at(page.path),
        "url": at(page.path),
        "name": page.title,
        "description": page.description,
        "isPartOf": {"@type": "WebSite", "@id": at("#website"), "name": settings.site_name, "url": at("")},
    }
    more = _MORE[page.kind](page, at) if page.kind in _MORE else {}
    nodes = [_filled(described | more), _breadcrumbs(page, at)]
    if not page.path:
        nodes.append(_website(settings, at))
    return {"@context": "https://schema.org", "@graph": nodes}


class _Addresses:
    """From paths within the site to addresses, as one page may write them."""

    def __init__(self, page: Page, settings: Settings) -> None:
        self._base, self._index = base_url(page.path, settings), settings.index

    def __call__(self, path: str) -> str:
        return relative_url(path, self._base, self._index)


def _filled(node: Node) -> Node:
    """The node without the properties that nothing is known of."""
    return {key: value for key, value in node.items() if value not in ("", [], None)}


def _website(settings: Settings, at: _Addresses) -> Node:
    action = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": at(settings.search) + "?q={search_term_string}"},
        "query-input": "required name=search_term_string",
    }
    return _filled(
        {
            "@type": "WebSite",
            "@id": at("#website"),
            "name": settings.site_name,
            "url": at(""),
            "description": settings.site_description,
            "potentialAction": action if settings.search else None,
        }
    )


def _breadcrumbs(page: Page, at: _Addresses) -> Node:
    steps = [*page.trail, Link(page.title, page.path)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": number, "name": step.text, "item": at(step.path)}
            for number, step in enumerate(steps, 1)
        ],
    }


def _article(page: Page, at: _Addresses) -> Node:
    """An organisation that is a tag of the article is what it is about; any other is mentioned."""
    article: Article = page.values["article"]
    tags: Sequence[Link] = page.values["tags"]
    tagged = {_slug(tag) for tag in tags}
    named: Sequence[Link] = page.values["organizations"]
    return {
        "headline": page.title,
        "mainEntityOfPage": at(page.path),
        "abstract": collapse(" ".join(block.text for block in article.summary)),
        "datePublished": article.date,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "wordCount": article.words,
        "keywords": [_term(tag, at) for tag in tags],
        "about": [_party(link, at) for link in named if _slug(link) in tagged],
        "mentions": [_party(link, at) for link in named if _slug(link) not in tagged],
        "citation": [_work(work, at) for work in page.values["cited"]],
        "encoding": {
            "@type": "MediaObject",
            "encodingFormat": "text/markdown",
            "contentUrl": at(twin_path(page.path)),
        },
    }


def _articles(page: Page, at: _Addresses) -> Node:
    cards: Sequence[Card] = page.values["articles"]
    before = PER_PAGE * (page.values.get("number", 1) - 1)
    return {
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": page.values.get("total", len(cards)),
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": card.title, "url": at(card.path)}
                for number, card in enumerate(cards, before + 1)
            ],
        }
    }


def _organization(page: Page, at: _Addresses) -> Node:
    one: Organization = page.values["organization"]
    node = {
        "@type": "Organization",
        "@id": at(page.path.partition("page/")[0] + "#organization"),
        "name": one.name,
        "alternateName": list(one.aliases),
        "description": one.description,
        "sameAs": [one.homepage] if one.homepage else [],
    }
    return {"about": _filled(node), **_articles(page, at)}


def _tag(page: Page, at: _Addresses) -> Node:
    tag: Tag = page.values["tag"]
    term = _term(Link(tag.name, tag_path(tag.slug)), at)
    more = {"alternateName": list(tag.spellings), "description": tag.description}
    return {"about": _filled(term | more), **_articles(page, at)}


def _tags(page: Page, at: _Addresses) -> Node:
    terms = [_term(tag, at) for _, group in page.values["letters"] for tag in group]
    return {
        "mainEntity": {
            "@type": "DefinedTermSet",
            "@id": at(VOCABULARY),
            "name": page.title,
            "description": page.description,
            "hasDefinedTerm": terms,
        }
    }


def _partnership(page: Page, at: _Addresses) -> Node:
    parties: Sequence[Link] = page.values["parties"]
    return {"about": [_party(link, at) for link in parties], **_articles(page, at)}


def _reference(page: Page, at: _Addresses) -> Node:
    return {"about": _work(replace(page.values["work"], page=page.path), at), **_articles(page, at)}


def _data(page: Page, at: _Addresses) -> Node:
    """Every data file as a download of one set; where there are none, nothing."""
    sets: Sequence[DataSet] = page.values["sets"]
    files = [file for one in sets for file in one.files]
    dataset = {
        "@type": "Dataset",
        "@id": at("data/#dataset"),
        "name": page.title,
        "description": page.description,
        "isAccessibleForFree": True,
        "distribution": [
            {
                "@type": "DataDownload",
                "name": file.path.removeprefix("data/"),
                "encodingFormat": _TYPES_OF_FILES[file.path.rpartition(".")[2]],
                "contentUrl": at(file.path),
            }
            for file in files
        ],
    }
    return {"mainEntity": dataset} if files else {}


def _term(tag: Link, at: _Addresses) -> Node:
    """A tag, under the name that its concept has in the vocabulary file."""
    return {
        "@type": "DefinedTerm",
        "@id": at(concept_path(_slug(tag))),
        "name": tag.text,
        "url": at(tag.path),
        "inDefinedTermSet": at(VOCABULARY),
    }


def _party(link: Link, at: _Addresses) -> Node:
    """A party of a partnership: an organisation, or a project that is a tag or has no page."""
    if link.path.startswith("organizations/"):
        return {"@type": "Organization", "@id": at(f"{link.path}#organization"), "name": link.text}
    return _filled({"@type": "Thing", "name": link.text, "url": at(link.path) if link.path else ""})


def _work(work: Work, at: _Addresses) -> Node:
    """A work that is cited; one without a page of its own has its place on the index."""
    publisher = {"@type": "Organization", "name": work.publisher} if work.publisher else None
    place = work.page if "#" in work.page else f"{work.page}#work"
    return _filled(
        {"@type": "CreativeWork", "@id": at(place), "name": work.title, "url": work.link, "publisher": publisher}
    )


def _slug(link: Link) -> str:
    return link.path.split("/")[1]


_MORE: Mapping[str, Callable[[Page, _Addresses], Node]] = {
    "article": _article,
    "articles": _articles,
    "data": _data,
    "organization": _organization,
    "partnership": _partnership,
    "reference": _reference,
    "tag": _tag,
    "tags": _tags,
}
"""What a page of each kind says beyond its name, description and place."""
