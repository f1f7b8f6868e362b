"""Drafts of pages in, finished files and what the full-text index reads of each page out."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import DataFile
from generator.pages.records import Draft, Page
from generator.plugin.shells import Shells
from generator.render import Renderer
from generator.render.indexing import entry_of


@dataclass(frozen=True, slots=True)
class Press:
    """Fills in, renders and frames one page after the other, in any order."""

    renderer: Renderer
    shells: Shells

    def make(self, page: Page) -> DataFile:
        """The finished file of a page."""
        html = self.shells.wrap(page, self.renderer.render_page(page))
        return DataFile(f"{page.path}index.html", html.encode())

    def entry(self, page: Page) -> str:
        """What the index reads of a page; nothing where it is not to be found."""
        entry = entry_of(page)
        return self.renderer.render_entry(entry) if entry else ""

    def url_of(self, draft: Draft) -> str:
        """Where readers find a page, from the root of the site."""
        return self.shells.url_of(draft.path)
