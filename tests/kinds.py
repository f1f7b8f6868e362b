"""A built site in, its kinds of page out: what is true of the heaviest page of each is likely true of all."""

from __future__ import annotations

import re
from pathlib import Path

_FURTHER = re.compile(r"page/\d+/$")
"""`tags/ai/page/2/`: a further page of a list is of the kind of its first."""


def heaviest(site: Path) -> dict[str, str]:
    """For each kind of page the path of the largest file, without `index.html`: `{"articles/*/": "articles/a-b/"}`.

    The page for addresses that are not found is none of them: where it is shown it knows only from `site_url`.
    """
    files = (file for file in site.rglob("index.html"))
    found: dict[str, str] = {}
    for file in sorted(files, key=lambda file: (-file.stat().st_size, file)):
        path = file.relative_to(site).as_posix().removesuffix("index.html")
        found.setdefault(kind_of(path), path)
    return dict(sorted(found.items()))


def kind_of(path: str) -> str:
    """The path of a page with a star for each name below the first: `tags/ai/page/2/` gives `tags/*/`."""
    first, *rest = _FURTHER.sub("", path).split("/")
    return "/".join([first, *(name and "*" for name in rest)])
