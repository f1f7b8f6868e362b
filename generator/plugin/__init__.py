"""MkDocs in, the site out: the thin adapter through which `mkdocs build` and `mkdocs serve` make a Seedbed site."""

from __future__ import annotations

import gc
import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from threading import Event
from typing import Any, Literal
from urllib.parse import unquote

from jinja2 import FileSystemLoader
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from watchdog.observers.polling import PollingObserver

from generator import files as disk
from generator import search, workers
from generator.build import Read, Reader, Site, build_site, other_files
from generator.codes import Level
from generator.exports.sitemaps import SITEMAP, export_robots, export_sitemap
from generator.files import folders
from generator.files.kept import Kept
from generator.files.publishing import Staging, keep_apart, keep_articles
from generator.model import Article, DataFile, Problems, Source
from generator.pages.records import Draft, Page
from generator.pages.search import SEARCH_PATH
from generator.paths import canonical_url
from generator.plugin.guide import GUIDE, add_guide
from generator.plugin.options import SeedbedConfig, misspelt
from generator.plugin.press import Press
from generator.plugin.preview import Preview, application
from generator.plugin.shells import GeneratedPage, Shells
from generator.plugin.writing import Writer
from generator.render import Compiled, Renderer
from generator.render.frame import UNUSED, MendedLoader, page_above
from generator.render.heads import UNLISTED, Head, describe_head
from generator.render.indexing import entry_of, prose_entry
from generator.render.linked_data import describe_page
from generator.render.policy import headers_file, meta_policy
from generator.render.prose import Prose
from generator.reports import problem_text, summary_line, totals
from generator.settings import DEFAULTS, Settings, read_measures
from generator.workers.cache import Cache
from generator.workers.cluster import on_cluster

NAVIGATION = (
    "index.md",
    "articles/index.md",
    "organizations/index.md",
    "partnerships/index.md",
    "figures/index.md",
    "timeline/index.md",
    "explore/index.md",
    "tags/index.md",
    "references/index.md",
    "data/index.md",
    "about/index.md",
)
"""The generated pages that the site's navigation starts with; hand-written ones follow."""

_LOG_LEVELS: dict[Level, int] = {"error": logging.ERROR, "warning": logging.WARNING, "note": logging.DEBUG}

_COMPILED = Compiled()
_GLANCE = 0.15
"""Seconds between two looks for files that have changed."""

log = logging.getLogger("mkdocs.plugins.seedbed")


class SeedbedPlugin(BasePlugin[SeedbedConfig]):  # type: ignore[no-untyped-call] # as above
    """Adds the generated pages to MkDocs's own, and publishes the finished site in one step."""

    def __init__(self) -> None:
        self.serving = False
        self.failure: Exception | None = None
        self.site: Site | None = None
        self.tick: Callable[[str, int], None] = lambda stage, total: None
        self._problems: Problems = ()
        self._settings = DEFAULTS
        self._renderer = page_renderer(DEFAULTS)
        self._written: list[Head] = []
        self._later: Sequence[Draft] = ()
        self._found: list[tuple[str, str]] = []
        self._preview: Preview | None = None
        self._ready = Event()
        self._nav: Navigation | None = None
        self._env: Any = None
        self._site_dir: Path | None = None
        self._staging: Staging | None = None
        self._index: search.Index | None = None
        self._started = 0.0
        self._folder = Path()
        self._good: dict[str, Article] = {}
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a server asks, which publishes nothing."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Let MkDocs build into a folder beside the site, which stays as it is until the new one is whole."""
        self._started = time.monotonic()
        gc.disable()  # a build keeps nearly all that it makes to its end, and looking for garbage takes a tenth of it
        self._warnings.counts.clear()
        config.markdown_extensions.append(Prose())  # type: ignore[arg-type] # MkDocs hands it on to Markdown as it is
        logging.getLogger("mkdocs").addHandler(self._warnings)
        for key, near in misspelt(config, MkDocsConfig()):
            log.warning(f"the key `{key}` of the configuration is not used; did you mean `{near}`?")
        if not self.serving:
            self._site_dir = Path(config.site_dir)
            self._staging = Staging(self._site_dir)  # known before it is there, so that it is cleaned up
            seeds = Path(config.config_file_path or "mkdocs.yml").parent / self.config.seeds
            self._guard(lambda: keep_apart(Path(config.site_dir), seeds))
            self._guard(self._staging.make)
            config.site_dir = str(self._staging.folder)
        self._stop_index()
        self._ready.clear()
        if self._preview:
            self._preview.end()
        self._found, self._later = [], ()
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Read the articles, and add a page to MkDocs's files for each page of the site."""
        site, settings = self._guard(lambda: self.read_site(config))
        self.site = site
        self._problems = site.problems
        for problem in self._problems:
            level = _LOG_LEVELS[problem.level]
            if log.isEnabledFor(level):
                log.log(level, problem_text(problem))
        self._settings = settings
        self._renderer = page_renderer(settings)
        guide = add_guide(files, config) if self.config.guide else ()
        own = {file.src_uri for file in files.documentation_pages()}
        is_asked = own or config.nav is not None or not self._is_alone(config)
        for draft in site.pages:
            if is_asked or f"{draft.path}index.md" in NAVIGATION:
                self._add(files, draft, config)
        if config.nav is None:
            config.nav = [*NAVIGATION, *([{"Guide": list(guide)}] if guide else []), *sorted(own - {*guide})]
        if config.theme.name == "seedbed":
            for file in [file for file in files if file.src_dir != config.docs_dir and UNUSED.match(file.src_uri)]:
                files.remove(file)
        return files

    def read_site(self, config: MkDocsConfig, index: str | None = None) -> tuple[Site, Settings]:
        """The site that the articles make, and by what settings; `index` as in those, else as MkDocs makes links."""
        self._folder = Path(config.config_file_path or "mkdocs.yml").parent
        sources, extras, problems = disk.read_sources(self._folder / self.config.seeds)
        settings = Settings(
            site_name=config.site_name,
            site_description=config.site_description or "",
            site_url=config.site_url or "",
            index=index if index is not None else "" if config.use_directory_urls else "index.html",
            measured=read_measures(disk.read_quality()),
            preview=self.serving,
            search=SEARCH_PATH if self.config.search else "",
        )
        return build_site(sources, extras, settings, self._run, problems, disk.read_schemas()), settings

    def on_page_content(self, html: str, /, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Let the pages that MkDocs writes be found."""
        if isinstance(page, GeneratedPage):
            entry = None if page.is_later else entry_of(page.source)
        else:
            is_guide = self.config.guide and page.file.src_uri in GUIDE
            entry = prose_entry(str(page.title), Markup(html), is_guide)  # noqa: S704 # the owner has written it
        if entry and self.config.search:
            self._found.append((page.url, self._renderer.render_entry(entry)))
        return html

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Count the pages for the progress bar."""
        self.tick("Writing pages", len(self.site.pages) if self.site else 1)
        return output

    def on_nav(self, nav: Navigation, /, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the pages for later, unless others want to see MkDocs make them."""
        self._nav = nav
        if self.site and self._is_alone(config):
            self._later = self.site.pages
        for file in files.documentation_pages():
            if isinstance(file.page, GeneratedPage):
                file.page.is_later = bool(self._later)
        return nav

    def on_env(self, env: Any, /, *, config: MkDocsConfig, files: Files) -> Any:
        """Mend the theme's templates, and give hand-written pages the head that the generated ones have."""
        if config.theme.name == "seedbed":
            env.loader = MendedLoader(env.loader)
            env.bytecode_cache = _COMPILED
            env.globals["content_policy"] = meta_policy(preview=self.serving)
            env.globals["searchable"] = self.config.search
            env.globals["page_above"] = page_above
        config.theme.static_templates.discard(SITEMAP)  # MkDocs's has the day of the build in it
        self._env = env
        written: list[Any] = []
        for file in files.documentation_pages():
            if not isinstance(file.page, GeneratedPage):
                written.append(file.page)
            elif file.page.is_later:
                files.remove(file)  # it was there so that hand-written pages could link to it
        for page in written:
            described = page.meta.get("description") or config.site_description or ""
            source = Page(unquote(page.url), "written", str(page.title), described, {})
            page.head = describe_head(source, self._settings)
            page.linked_data = describe_page(source, self._settings)
        self._written = [page.head for page in written]
        return env

    @event_priority(-100)  # after the plugins that write files of their own
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the data files and publish, unless something makes this build a failure."""
        if self.site is None:
            return
        assert self._nav
        folder = Path(config.site_dir)
        press = Press(self._renderer, Shells(self._env, self._nav, config, self._settings))
        made = other_files(self.site, self._settings, self._renderer)
        others = (*made, (headers_file(),), self._read_by_robots())
        if self.serving and self._later:
            self._preview = Preview(folder, press, self._later, chain(*others), self._found)
        else:
            self._guard(lambda: self._write(folder, press, others))
        knowledge = self.site.knowledge
        log.info(summary_line(knowledge.counts, self._problems, time.monotonic() - self._started))
        self._ready.set()
        if self.serving:
            gc.enable()
        if self.serving or self._staging is None or self._site_dir is None:
            return
        if self.config.compress:
            self._guard(lambda: folders.compress_files(Path(config.site_dir)))
        if config.strict and self._warnings.get_counts():
            return  # MkDocs itself ends a strict build with warnings, right after this
        staging, site = self._staging, self._site_dir
        self._guard(lambda: keep_articles(site, len(knowledge.articles)))
        self._guard(staging.publish)
        self._staging = None
        config.site_dir = str(site)
        if any(problem.level == "error" for problem in self._problems):
            raise Abort(f"{totals(self._problems)}; the rest of the site is published")

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when an article or a template changes, and make a page when it is looked at."""
        watched = [config.docs_dir, *([config.config_file_path] if config.config_file_path else [])]
        for path in watched:
            server.unwatch(path)
        server.observer, server.build_delay = PollingObserver(timeout=_GLANCE), _GLANCE / 3
        for path in (*watched, str(self._folder / self.config.seeds), str(disk.TEMPLATES)):
            server.watch(path)
        server.set_app(application(server, self._ready, lambda: self._preview))
        return server

    def on_build_error(self, *, error: Exception) -> None:
        """Leave the published site as it was."""
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Remove what an interrupted or failed build left."""
        gc.enable()
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._stop_index()
        if self._staging is not None:
            self._staging.discard()
            self._staging = None

    def _read_by_robots(self) -> Iterator[DataFile]:
        """The sitemap and robots.txt, where the site's address is known."""
        if address := self._settings.site_url:
            drafts = self.site.pages if self.site else ()
            listed = [(canonical_url(one.path, self._settings), one.date) for one in drafts if one.kind not in UNLISTED]
            yield from export_sitemap([*listed, *((head.canonical, head.date) for head in self._written)], address)
            yield export_robots(address)

    def _write(self, folder: Path, press: Press, others: Sequence[Iterable[DataFile]]) -> None:
        """Write every page that MkDocs does not, the other files, and the full-text index of all pages."""
        kept = None
        if self.config.cache and self._site_dir:
            kept = Kept(self._folder / self.config.cache / "pages", self._site_dir, folder)
        self._index = search.Index() if self.config.search else None
        jobs = 1 if self.serving else self.config.jobs or os.cpu_count() or 1
        sizes = self.site.sizes if self.site else {}
        Writer(folder, press, sizes, kept, self._index, jobs, self.tick).write(self._later, others, self._found)
        self._stop_index()

    def _is_alone(self, config: MkDocsConfig) -> bool:
        """Whether no other plugin, hook or template of the owner's wants to see the pages as MkDocs makes them."""
        foreign = (
            method
            for methods in config.plugins.events.values()
            for method in methods
            if getattr(method, "__self__", None) is not self
        )
        return config.theme.name == "seedbed" and not config.theme.custom_dir and not any(foreign)

    def _stop_index(self) -> None:
        if self._index is not None:
            self._index.stop()
            self._index = None

    def _add(self, files: Files, draft: Draft, config: MkDocsConfig) -> None:
        uri = f"{draft.path}index.md"
        taken = files.get_file_from_path(uri)
        if taken is not None:
            message = f"{taken.src_uri} in {Path(config.docs_dir).name}/ would get the address of a generated page"
            raise PluginError(f"{message}: /{draft.path}")
        inclusion = InclusionLevel.INCLUDED if uri in NAVIGATION else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content="", inclusion=inclusion)
        file.generated_by = "seedbed"
        file.dest_uri = f"{draft.path}index.html"
        GeneratedPage(draft, file, config, self._renderer, self._settings)
        files.append(file)

    def _run(self, reader: Reader, sources: Sequence[Source]) -> Iterator[Read]:
        """Read every source: from the cache, and what it lacks in several processes."""
        jobs = self.config.jobs or os.cpu_count() or 1
        cache = Cache(self._folder / self.config.cache) if self.config.cache else None
        address = self.config.workers
        cluster = partial(on_cluster, address) if address else None
        results = workers.read_sources(reader, sources, jobs, cache, cluster, self.tick)
        for source, (article, problems) in zip(sources, results, strict=True):
            yield self._last_good(source.path, article), problems
        if cache:
            with suppress(OSError):  # the next build reads what could not be kept
                cache.save()

    def _last_good(self, path: str, article: Article | None) -> Article | None:
        """The article, or in a preview the last one that could be read from the file while it was being edited."""
        if self.serving and article:
            self._good[path] = article
        return article or self._good.get(path)

    def _guard(self, act: Callable[[], Any]) -> Any:
        """Do something with the disk; a failure there ends the build with one message."""
        try:
            return act()
        except (OSError, disk.SiteError, search.SearchError) as error:
            self.failure = error
            raise PluginError(disk.explain(error)) from error


def page_renderer(settings: Settings) -> Renderer:
    """The renderer of the site's pages and feeds, with their templates."""
    return Renderer(FileSystemLoader([disk.TEMPLATES / "pages", disk.TEMPLATES / "feeds"]), settings)
