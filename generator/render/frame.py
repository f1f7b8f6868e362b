"""Material's templates in, the same templates without their mistakes in HTML out; and where a page is in the menu."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from jinja2 import BaseLoader, Environment

MENDS = {
    "base.html": (
        ('<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">', ""),
        ('<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">', ""),
        ('<label class="md-overlay" for="__drawer"></label>', ""),
        ("{% if page.toc | first is defined %}", "{% if true %}"),
        ("{{ skip.url | url }}", "#__main"),
        ('<main class="md-main"', '<main id="__main" tabindex="-1" class="md-main"'),
    ),
}
"""For each template what to replace by what.

The menu is a popover of the theme's own, not Material's drawer, which a check box opens. Every page has a link that
skips to its content, not only one with headings.
"""

UNUSED = re.compile(r"assets/(?:javascripts/(?:bundle|lunr|workers)|images/favicon\.png|.*\.map$)")
"""Files of Material's that no page asks for: the theme has scripts of its own."""


class FrameError(Exception):
    """Material has changed, and a mend no longer fits."""


class MendedLoader(BaseLoader):
    """Loads templates through another loader, and mends those that need it."""

    def __init__(self, loader: BaseLoader) -> None:
        self._loader = loader

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The mended source. Raises FrameError where a mistake is not found, so that a mend is never silently lost."""
        source, name, uptodate = self._loader.get_source(environment, template)
        for wrong, right in MENDS.get(template, ()):
            if wrong not in source:
                raise FrameError(f"{template} no longer has what is to be mended in it: {wrong}")
            source = source.replace(wrong, right)
        return source, name, uptodate

    def list_templates(self) -> list[str]:
        """The names of all templates, for MkDocs."""
        return self._loader.list_templates()


class Listed(Protocol):
    """A page that the menu leads to."""

    @property
    def url(self) -> str:
        """Its address, from the root of the site."""


AnyListed = TypeVar("AnyListed", bound=Listed)


def page_above(listed: Iterable[AnyListed], url: str) -> AnyListed | None:
    """The page of the menu that an address is that of, or is below; of several the one that is furthest down."""
    above = [page for page in listed if url == page.url or ((below := _folder(page.url)) and url.startswith(below))]
    return max(above, key=lambda page: len(page.url), default=None)


def _folder(url: str) -> str:
    """`tags/` of `tags/` and of `tags/index.html`; nothing of the start page, and of a page that is a file."""
    folder = url.removesuffix("index.html")
    return folder if folder.endswith("/") else ""
