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


@pytest.fixture(scope="session")
def bad_inputs(pytestconfig: pytest.Config) -> tuple[Entry, ...]:
    """The bad inputs of this run."""
    return read_entries(Path(pytestconfig.getoption("--bad-inputs")))


@pytest.fixture(scope="session")
def hostile_site(bad_inputs: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory, run: Run) -> Built:
    """One site of all the articles that hold a bad input, built from the command line."""
    folder = tmp_path_factory.mktemp("hostile")
    write_seeds([entry for entry in bad_inputs if entry.category != "dos"], folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    done = run("seedbed", "build", cwd=folder)
    assert done.returncode == 1, done.stderr
    return Built(folder / "site", done.returncode, done.stdout + done.stderr)


@pytest.fixture(scope="session")
def walker(hostile_site: Built, browser: Browser) -> Iterator[Walker]:
    """A browser at the site of bad inputs."""
    served = serve_folder(hostile_site.folder)
    origin = next(served)
    context = browser.new_context()
    yield Walker(context, origin)
    context.close()
    next(served, None)
