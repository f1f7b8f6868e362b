"""What several tests share: the repository's folders, and the site built once from its own articles."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytest_plugins = ["chromium"]

ROOT = Path(__file__).resolve().parent.parent
ADDRESS = "https://base.example/kb/"
CONFIG = "site_name: Test Base\ntheme: seedbed\nplugins:\n  - seedbed\n"
Run = Callable[..., subprocess.CompletedProcess[str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    """The tests of tests/hostile take another file of bad inputs of the same shape."""
    default = str(ROOT / "tests" / "bad_inputs.yaml")
    parser.addoption("--bad-inputs", metavar="FILE", default=default, help="bad inputs for tests/hostile")


def _run(*words: str, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of the environment that runs the tests; `seedbed` and `mkdocs` are found beside its Python."""
    folder = Path(sys.executable).parent
    command = [str(folder / words[0]) if (folder / words[0]).exists() else words[0], *words[1:]]
    env = {key: value for key, value in os.environ.items() if key != "NO_MKDOCS_2_WARNING"} | environment
    return subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="session")
def run() -> Run:
    return _run


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the repository's own articles, built with `seedbed build --strict`."""
    folder = tmp_path_factory.mktemp("own") / "site"
    done = _run("seedbed", "build", "--strict", "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def shapes_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of articles that use every feature once: tests/shapes."""
    folder = tmp_path_factory.mktemp("shapes") / "site"
    done = _run("seedbed", "build", "--seeds", str(ROOT / "tests" / "shapes"), "--site-dir", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of tests/shapes, built for the address it will have: ADDRESS."""
    folder = tmp_path_factory.mktemp("published") / "site"
    seeds = str(ROOT / "tests" / "shapes")
    done = _run("seedbed", "build", "--seeds", seeds, "--site-dir", str(folder), SITE_URL=ADDRESS)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small knowledge base of its own in an empty folder, to be changed and broken."""
    shutil.copytree(ROOT / "tests" / "shapes", tmp_path / "seeds")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    return tmp_path


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests measured, each under the name of its bar."""
    reports = [one for kind in ("passed", "failed") for one in terminalreporter.getreports(kind)]
    figures = [pair for report in reports if report.when == "call" for pair in report.user_properties]
    if figures:
        terminalreporter.section("figures")
        for name, value in figures:
            terminalreporter.write_line(f"{name}: {value}")
