"""A page and MkDocs's templates in, the whole HTML document out; what many pages share of it is made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.files import read_templates
from generator.model import Document, TocEntry
from generator.pages.records import Draft, Page
from generator.render import Renderer
from generator.render.heads import Head, describe_head
from generator.render.linked_data import describe_page
from generator.settings import Settings
from generator.workers.cache import program

SLOTS = {"head": "\0head\0", "toc": "\0toc\0", "content": "\0<h1\0"}
"""What stands in a shell for what differs: no configuration can hold a NUL. Material looks for a heading in content."""

_ELSEWHERE = frozenset({"config_file_path", "docs_dir", "hooks", "markdown_extensions", "plugins", "site_dir", "theme"})
"""The settings of MkDocs that no page shows: places on the disk, and what `Settings` and the navigation hold."""


class GeneratedPage(MkDocsPage):
    """A page of the site in MkDocs's clothes: its content is ready, and nothing in it is Markdown."""

    def __init__(self, draft: Draft, file: File, config: MkDocsConfig, renderer: Renderer, settings: Settings) -> None:
        super().__init__(str(escape(draft.title)), file, config)
        self.is_later = False
        self.draft, self._renderer, self._settings = draft, renderer, settings

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no source file."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Fill in the page, unless that is to be done later."""
        self.content = ""
        if not self.is_later:
            page = self.draft.page()
            self.fill(page, self._renderer.render_page(page))

    def fill(self, page: Page, document: Document) -> None:
        """Put in the content, and the table of contents in the form the theme expects."""
        self.source = page
        self.head = describe_head(page, self._settings)
        self.content = str(document.html)
        self.toc = anchors(document)
        self.meta = _meta(document)

    @property
    def linked_data(self) -> dict[str, Any]:
        """What the page says as linked data, made when it is asked for: all of them together are large."""
        return describe_page(self.source, self._settings)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the theme's partials ask of a page."""

    source: Page
    head: Head
    linked_data: Mapping[str, Any]
    url: str
    toc: TableOfContents
    meta: Mapping[str, Any]
    content: str
    title: str
    is_homepage: bool = False


class Shells:
    """Puts pages into the theme's frame, with the bytes that MkDocs would give; those in its navigation one by one."""

    def __init__(self, env: Environment, nav: Navigation, config: MkDocsConfig, settings: Settings) -> None:
        self._env, self._nav, self._config, self._settings = env, nav, config, settings
        self._listed = {page.draft.path: page for page in nav.pages if isinstance(page, GeneratedPage)}
        files = (*config.extra_css, *config.extra_javascript)
        divided = [address.split("/") for address in (*(page.url for page in nav.pages), *map(str, files))]
        self._targets = {tuple(parts[:end]) for parts in divided for end in range(1, len(parts) + 1)}
        self.digest = _digest(nav, config, settings)
        self._shells: dict[tuple[object, ...], tuple[str, ...]] = {}
        self._contexts: dict[tuple[object, ...], dict[str, Any]] = {}

    def wrap(self, page: Page, document: Document) -> str:
        """The whole document."""
        if listed := self._listed.get(page.path):
            return self._wrap_listed(listed, page, document)
        url = self.url_of(page.path)
        shown = _Shown(
            source=page,
            head=describe_head(page, self._settings),
            linked_data=describe_page(page, self._settings) if page.kind != "redirect" else {},
            url=url,
            toc=anchors(document),
            meta=_meta(document),
            content=str(document.html),
            title=str(escape(page.title)),
        )
        place = self._place(url)
        if place not in self._contexts:
            self._contexts[place] = dict(get_context(self._nav, (), self._config, shown))  # type: ignore[arg-type]
        context = {**self._contexts[place], "page": shown}
        if page.kind == "redirect":
            return self._env.get_template("redirect.html").render(context)
        key = (place, page.kind, bool(document.toc))
        if key not in self._shells:
            self._shells[key] = self._make(context)
        before, between, *rest = self._shells[key]
        parts = [before, self._env.get_template("partials/head.html").render(context), between]
        if document.toc:
            parts += [self._env.get_template("partials/toc.html").render(context), rest[0]]
        return "".join([*parts, shown.content, rest[-1]])

    def is_listed(self, path: str) -> bool:
        """Whether a page stands in the navigation, which shows where it is."""
        return path in self._listed

    def url_of(self, path: str) -> str:
        """Where readers find a page, from the root of the site."""
        return quote(path) + self._settings.index

    def _wrap_listed(self, listed: GeneratedPage, page: Page, document: Document) -> str:
        """As MkDocs does it: while the page is made, the navigation knows that it is the one that is looked at."""
        listed.fill(page, document)
        listed.active = True
        html = self._env.get_template("main.html").render(get_context(self._nav, (), self._config, listed))
        listed.active = False
        listed.content = ""
        return html

    def _place(self, url: str) -> tuple[object, ...]:
        """What links from a page to those of the navigation depend on: how deep it is, how far it goes their way."""
        parts = url.split("/")
        along = 0
        while along < len(parts) and tuple(parts[: along + 1]) in self._targets:
            along += 1
        return (len(parts), *parts[:along])

    def _make(self, context: Mapping[str, Any]) -> tuple[str, ...]:
        """The frame, divided where its slots are."""
        page = context["page"]
        blank = replace(page, content=SLOTS["content"])
        whole = self._env.get_template("main.html").render({**context, "page": blank, "slots": SLOTS})
        parts = [whole]
        for name in ("head", *(("toc",) if page.toc.items else ()), "content"):
            *before, last = parts
            parts = [*before, *last.split(SLOTS[name])]
        return tuple(parts)


def _digest(nav: Navigation, config: MkDocsConfig, settings: Settings) -> bytes:
    """Of all that documents are made from beside pages: programs, templates, what the owner has set, navigation."""
    found = blake2b(program() + read_templates(), digest_size=16)
    versions = [(name, version(name)) for name in ("jinja2", "markupsafe", "mkdocs", "mkdocs-material")]
    owners = [(key, value) for key, value in sorted(config.items()) if key not in _ELSEWHERE]
    theme = sorted((key, value) for key, value in config.theme.items() if key not in _ELSEWHERE)
    found.update(repr((versions, owners, theme, settings, str(nav))).encode())
    return found.digest()


def anchors(document: Document) -> TableOfContents:
    """The headings of a page as MkDocs's templates take them."""
    return TableOfContents([_anchor(entry, 2) for entry in document.toc])


def _meta(document: Document) -> dict[str, Any]:
    if document.kind == "redirect":
        return {"template": "redirect.html", "search": {"exclude": True}}
    return {} if document.toc else {"hide": ["toc"]}


def _anchor(entry: TocEntry, level: int) -> AnchorLink:
    anchor = AnchorLink(str(escape(entry.title)), entry.anchor, level)
    anchor.children = [_anchor(child, level + 1) for child in entry.children]
    return anchor
