"""Pages and feeds in, Documents and files out: a template a kind, everything escaped unless the parser made it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import CodeType

from jinja2 import BaseLoader, BytecodeCache, Environment, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup

from generator.exports.feeds import Feed, json_feed
from generator.model import DataFile, Document
from generator.pages.records import Page
from generator.paths import atom_path, json_feed_path, link_prefix, relative_url
from generator.render.indexing import Entry
from generator.settings import Settings


class Compiled(BytecodeCache):
    """Templates that this process has compiled, for the next build of a preview; nothing is kept on a disk."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code of the same template, if its text is the same, too."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED = Compiled()


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
            bytecode_cache=_COMPILED,
        )

    def render_page(self, page: Page) -> Document:
        """The finished content of one page; links in it are relative to its path."""
        template = self._environment.get_template(f"{page.kind}.html")
        html = template.render(page=page, settings=self._settings, url=self._links_from(page.path), **page.values)
        safe = Markup(html)  # noqa: S704 # the templates escape
        return Document(page.path, page.kind, page.title, page.description, safe, page.toc, page.date)

    def render_feeds(self, feeds: Iterable[Feed]) -> Iterator[DataFile]:
        """Each feed as Atom and as JSON. An article stands in the feeds of all its tags, and is rendered once."""
        whole, one = (self._environment.get_template(name) for name in ("feed.xml", "entry.xml"))
        ready: dict[str, Markup] = {}
        for feed in feeds:
            for entry in feed.entries:
                if entry.id not in ready:
                    ready[entry.id] = Markup(one.render(entry=entry))  # noqa: S704 # the template escapes
            xml = whole.render(feed=feed, entries=[ready[entry.id] for entry in feed.entries])
            yield DataFile(atom_path(feed.path), xml.encode() + b"\n")
            yield DataFile(json_feed_path(feed.path), json_feed(feed))

    def render_entry(self, entry: Entry) -> str:
        """What the full-text index reads of a page."""
        return self._environment.get_template("_entry.html").render(entry=entry)

    def _links_from(self, origin: str) -> Callable[[str], str]:
        prefix, index = link_prefix(origin), self._settings.index
        return lambda target: relative_url(target, prefix, index)
