"""Chromium for the browser tests, and the built site served on loopback under a sub-path, as many hosts do."""

from __future__ import annotations

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PREFIX = "/kb/"
"""The sub-path under which the site is served."""


POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'self'"
)
"""What a strict host lets pages load and run."""


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves one folder under the prefix; anything else is not found. `policy` is what pages may load and run."""

    policy = ""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")) if path.startswith(PREFIX) else "/404.none")

    def end_headers(self) -> None:
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        with suppress(ConnectionError):  # who turns the page waits no longer for what it loads
            super().copyfile(source, outputfile)

    def log_message(self, *words: Any) -> None:
        """Say nothing: the tests say what went wrong."""


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """The machine's own Chromium; where there is none, the one that Playwright installed, if any."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found and not _downloaded():
        assert not os.environ.get("REQUIRE_ALL"), "Chromium is missing"
        pytest.skip("Chromium is missing: install it, or name one in CHROMIUM")
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet.append("--no-sandbox")
    return {**browser_type_launch_args, "args": quiet} | ({"executable_path": found} if found else {})


def _downloaded() -> bool:
    folder = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    return any(Path(folder).glob("chromium*"))


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address of the repository's own site."""
    yield from serve_folder(site)


@pytest.fixture(scope="session")
def served_shapes(shapes_site: Path) -> Iterator[str]:
    """The address of the site that uses every feature once."""
    yield from serve_folder(shapes_site)


class _StrictHandler(SiteHandler):
    policy = POLICY


@pytest.fixture(scope="session")
def served_strictly(site: Path) -> Iterator[str]:
    """The address of the repository's own site at a host with a strict policy."""
    yield from serve_folder(site, _StrictHandler)


@pytest.fixture
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves any folder until the test ends."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(contextmanager(serve_folder)(folder))


def serve_folder(folder: Path, handler: type[SiteHandler] = SiteHandler) -> Iterator[str]:
    """Serve a folder, yield its address once, and stop."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()
