"""A bad name in, what is wrong with the addresses made of it out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from generator.build import Site, build_site
from generator.model import Source
from hostile.articles import article_files
from hostile.built import Built
from hostile.entries import Entry

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?", re.I)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\:*?\"<>|%#&+]")
_LONGEST = 120
"""Bytes of one part of a path."""


def path_facts(entry: Entry, site: Built) -> dict[str, Any]:
    """What an entry that is all about its address comes to, each of its files built alone; `site` holds it, too."""
    sources = [Source(f"seeds/{name}", data) for name, data in article_files(entry).items()]
    sites = [build_site([source]) for source in sources]
    again = [
        build_site([source, Source("seeds/other.txt", b"Another\n\nIntroduction\nWords.\n")]) for source in sources
    ]
    return {
        "within-root": [one for found in sites for one in _outside(found)],
        "portable-name": [one for found in sites for one in _not_portable(found)],
        "unique-slug": [one for found, later in zip(sites, again, strict=True) for one in _unstable(found, later)],
        "url-works": list(dead_links(site)),
    }


def _paths(site: Site) -> list[str]:
    return [page.path for page in site.pages] + [file.path for file in site.data()]


def _outside(site: Site) -> Iterator[str]:
    for path in _paths(site):
        if path.startswith("/") or "\\" in path or {"..", "."} & set(path.split("/")) or "//" in path:
            yield f"{path!r} leads out of the site"


def _not_portable(site: Site) -> Iterator[str]:
    for path in _paths(site):
        for part in path.strip("/").split("/"):
            if len(part.encode()) > _LONGEST or _DEVICES.fullmatch(part) or _UNSAFE.search(part) or part.endswith("."):
                yield f"{part!r} is no portable name"


def _unstable(site: Site, later: Site) -> Iterator[str]:
    own = [page.path for page in site.pages]
    if len({unicodedata.normalize("NFC", path).casefold() for path in own}) != len(own):
        yield f"two pages have one address: {sorted(own)}"
    if not set(own) <= {page.path for page in later.pages}:
        yield "its addresses change when another article comes"
    if any("//" in path for path in own):
        yield "a part of an address is empty"


def dead_links(site: Built) -> Iterator[str]:
    """Pages that a static server does not have where the data say; and files that a disk blind to case would mix up."""
    for name in ("articles", "tags", "organizations"):
        for one in site.items(name):
            if not (site.folder / one["url"] / "index.html").is_file():
                yield f"{one['url']} is not there"
    paths = [path for path, _ in site.files()]
    folded = [unicodedata.normalize("NFC", path).casefold() for path in paths]
    yield from (f"{path} is there in two cases" for path in sorted({one for one in folded if folded.count(one) > 1}))
