"""Pages in, Documents out: one template a kind, everything in it escaped unless the parser made it."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import BaseLoader, Environment, StrictUndefined
from markupsafe import Markup

from generator.entries import Entry
from generator.model import Document
from generator.pages.records import Page
from generator.paths import link_prefix, relative_url
from generator.settings import Settings


class Renderer:
    """The templates of the site's pages, ready to use."""

    def __init__(self, loader: BaseLoader, settings: Settings) -> None:
        self._settings = settings
        self._environment = Environment(
            loader=loader,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )

    def render_page(self, page: Page) -> Document:
        """The finished content of one page; links in it are relative to its path."""
        template = self._environment.get_template(f"{page.kind}.html")
        html = template.render(page=page, settings=self._settings, url=self._links_from(page.path), **page.values)
        safe = Markup(html)  # noqa: S704 # the templates escape
        return Document(page.path, page.kind, page.title, page.description, safe, page.toc, page.date)

    def render_entry(self, entry: Entry) -> str:
        """What the full-text index reads of a page."""
        return self._environment.get_template("_entry.html").render(entry=entry)

    def _links_from(self, origin: str) -> Callable[[str], str]:
        prefix, index = link_prefix(origin), self._settings.index
        return lambda target: relative_url(target, prefix, index)
