"""Pages in, finished files, what those are made from, and what the full-text index reads of each out."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

import msgspec
from markupsafe import Markup

from generator.model import DataFile
from generator.pages.records import Draft, Page
from generator.plugin.shells import Shells
from generator.render import Renderer
from generator.render.indexing import entry_of


def _plain(value: Any) -> Any:
    if isinstance(value, Markup):
        return ["markup", str(value)]
    raise TypeError(f"a page shows values, and {type(value).__name__} is none")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain)


@dataclass(frozen=True, slots=True)
class Press:
    """Fills in, renders and frames one page after the other, in any order."""

    renderer: Renderer
    shells: Shells

    def make(self, page: Page) -> DataFile:
        """The finished file of a page."""
        html = self.shells.wrap(page, self.renderer.render_page(page))
        return DataFile(self.file_of(page), html.encode())

    def file_of(self, page: Page) -> str:
        """The path of a page's file."""
        return f"{page.path}index.html"

    def key(self, page: Page) -> bytes:
        """A digest of all that the file of a page is made from; nothing for a page that knows more than its values."""
        if self.shells.is_listed(page.path):
            return b""
        return blake2b(self.shells.digest + _ENCODER.encode(page), digest_size=16).digest()

    def entry(self, page: Page) -> str:
        """What the index reads of a page; nothing where it is not to be found."""
        entry = entry_of(page)
        return self.renderer.render_entry(entry) if entry else ""

    def url_of(self, draft: Draft) -> str:
        """Where readers find a page, from the root of the site."""
        return self.shells.url_of(draft.path)
