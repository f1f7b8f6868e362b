"""The path that a browser asks for in, the file that it needs out: a preview makes each page when it is looked at."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from threading import Event, Lock
from typing import TYPE_CHECKING, Any

from mkdocs.livereload import LiveReloadServer

from generator import files as disk
from generator import search
from generator.model import DataFile
from generator.pages.records import Draft
from generator.plugin.press import Press

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment


class Preview:
    """The pages of one build, and the folder into which each is written when it is first asked for.

    `others` gives the files that are no pages, `found` the addresses of pages that are there already with what the
    full-text index reads of them.
    """

    def __init__(
        self,
        folder: Path,
        press: Press,
        drafts: Sequence[Draft],
        others: Iterable[DataFile],
        found: Iterable[tuple[str, str]],
    ) -> None:
        self._folder, self._press, self._others, self._found = folder, press, others, found
        self._drafts = {draft.path: draft for draft in drafts}
        self._is_current = True
        self._lock = Lock()

    def prepare(self, path: str) -> None:
        """Make what stands at a path below the root of the site, unless it is there, or the next build has begun."""
        named = posixpath.normpath(f"/{path}").lstrip("/")
        file = posixpath.join(named, "index.html") if path.endswith("/") or not path else named
        draft = self._drafts.get(file.removesuffix("index.html")) or self._drafts.get(f"{named}/")
        with self._lock:
            if not self._is_current or (self._folder / file).is_file():
                return
            if draft:
                disk.write_data(self._folder, (self._press.make(draft.page()),))
            elif named.startswith(f"{search.FOLDER}/"):
                self._write_index()
            else:
                disk.write_data(self._folder, self._others)
                self._others = ()

    def end(self) -> None:
        """Write nothing any more: the folder will be that of the next build."""
        with self._lock:
            self._is_current = False

    def _write_index(self) -> None:
        """Make the full-text index, for which every page is needed."""
        index = search.Index()
        for address, html in self._found:
            index.add(address, html)
        for draft in self._drafts.values():
            index.add(self._press.url_of(draft), self._press.entry(draft.page()))
        index.finish(self._folder / search.FOLDER)
        index.stop()


def application(server: LiveReloadServer, ready: Event, latest: Callable[[], Preview | None]) -> WSGIApplication:
    """The server's own application, before which what is asked for is made, once the build that goes on is ready."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if path.startswith("/livereload/") or not path.startswith(server.mount_path):
            return server.serve_request(environ, start_response)
        while True:
            ready.wait()
            preview = latest()
            if preview:
                preview.prepare(path.removeprefix(server.mount_path))
            said: list[Any] = []
            found = server.serve_request(environ, lambda status, headers, said=said: said.append((status, headers)))
            if preview is latest():  # else the server has waited for a build, and that is another folder
                start_response(*said[-1])
                return found

    return answer
