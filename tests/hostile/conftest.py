"""The site of all bad inputs, built once, and a browser that looks at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import serve_folder
from conftest import CONFIG, Run
from playwright.sync_api import Browser

from hostile.articles import write_seeds
from hostile.built import Built
from hostile.entries import Entry, read_entries
from hostile.walk import Walker

WATCH = """
import os, sys
def _watch(event, words):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname") and words[-1] != "":
        if event != "socket.connect" or isinstance(words[1], tuple):
            with open(os.environ["CONNECTIONS"], "a") as file:
                file.write(f"{event} {words[1:]}\\n")
sys.addaudithook(_watch)
"""
"""What every Python process of a watched build runs first: it writes down each use of the network."""


@pytest.fixture(scope="session")
def bad_inputs(pytestconfig: pytest.Config) -> tuple[Entry, ...]:
    """The bad inputs of this run."""
    return read_entries(Path(pytestconfig.getoption("--bad-inputs")))


@pytest.fixture(scope="session")
def hostile_site(bad_inputs: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory, run: Run) -> Built:
    """One site of all the articles that hold a bad input, built from the command line."""
    folder, watch = tmp_path_factory.mktemp("hostile"), tmp_path_factory.mktemp("watch")
    write_seeds([entry for entry in bad_inputs if entry.category != "dos"], folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    (watch / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    log = watch / "connections"
    log.touch()
    done = run("seedbed", "build", cwd=folder, PYTHONPATH=str(watch), CONNECTIONS=str(log))
    assert done.returncode == 1, done.stderr
    connections = tuple(log.read_text(encoding="utf-8").splitlines())
    return Built(folder / "site", done.returncode, done.stdout + done.stderr, connections)


@pytest.fixture(scope="session")
def walker(hostile_site: Built, browser: Browser) -> Iterator[Walker]:
    """A browser at the site of bad inputs."""
    served = serve_folder(hostile_site.folder)
    origin = next(served)
    context = browser.new_context()
    yield Walker(context, origin)
    context.close()
    next(served, None)
