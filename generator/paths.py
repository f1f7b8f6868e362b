"""A thing of the site in, the path of its page out: relative to the site, ending in `/`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import quote

from generator.model import Reference
from generator.settings import Settings

PER_PAGE = 100
"""Articles on one page of a list."""
REFERENCES_PER_PAGE = 200
VOCABULARY = "data/vocabulary.ttl"


def article_path(slug: str) -> str:
    """The page of an article."""
    return f"articles/{slug}/"


def tag_path(slug: str) -> str:
    """The first page of a tag."""
    return f"tags/{slug}/"


def organization_path(slug: str) -> str:
    """The first page of an organisation."""
    return f"organizations/{slug}/"


def partnership_path(id: str) -> str:
    """The page of a pair."""
    return f"partnerships/{id}/"


def year_path(year: str) -> str:
    """The first page of the dates of a year."""
    return f"timeline/{year}/"


def concept_path(slug: str) -> str:
    """The name under which the vocabulary file speaks of a term or tag."""
    return f"{VOCABULARY}#{slug}"


def twin_path(page: str) -> str:
    """The Markdown that says what a page says."""
    return f"{page}index.md"


def atom_path(page: str) -> str:
    """The Atom feed that belongs to a page."""
    return f"{page}feed.xml"


def json_feed_path(page: str) -> str:
    """The JSON feed that belongs to a page."""
    return f"{page}feed.json"


def list_path(base: str, number: int) -> str:
    """The n-th page of a list, from 1."""
    return base if number == 1 else f"{base}page/{number}/"


def reference_paths(references: Sequence[Reference]) -> dict[str, str]:
    """For each key the page of a work that several articles cite, or the anchor of any other on the index."""
    paths: dict[str, str] = {}
    for index, work in enumerate(references):
        listed = list_path("references/", index // REFERENCES_PER_PAGE + 1)
        paths[work.key] = f"references/{work.key}/" if len(work.articles) > 1 else f"{listed}#{reference_anchor(work)}"
    return paths


def reference_anchor(work: Reference) -> str:
    """The id of a work on the index."""
    return f"r-{work.key}"


def link_prefix(origin: str) -> str:
    """What leads from the page at `origin` back to the site's root: `../../` from `tags/ai/`."""
    return "../" * origin.count("/")


def base_url(origin: str, settings: Settings) -> str:
    """The prefix of links that leave their page: the address of the site, or else the way back to its root."""
    return settings.site_url or link_prefix(origin)


def relative_url(target: str, prefix: str, index: str = "") -> str:
    """The link to `target` from a page with that prefix, percent-coded; `index` is put after what ends in `/`."""
    return (prefix + _coded(target, index)) or "./"


def canonical_url(target: str, settings: Settings) -> str:
    """The one address of a page or file once it is published; empty where nobody has said where that will be."""
    return settings.site_url + _coded(target, settings.index) if settings.site_url else ""


@lru_cache(maxsize=1 << 16)
def _coded(target: str, index: str) -> str:
    path, _, anchor = target.partition("#")
    file = index if not path or path.endswith("/") else ""
    return quote(path) + file + (f"#{quote(anchor)}" if anchor else "")
