"""README, CONTRIBUTING, the guide and what a new knowledge base says of itself: every command in them is tried."""

from __future__ import annotations

import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from commands import MAKE, command_fault
from conftest import ROOT, Run

from generator.cli import cli
from generator.files import TEMPLATES

DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((TEMPLATES / "init").rglob("*.md")),
    *sorted((TEMPLATES / "guide").glob("*.md")),
]
TUTORIAL = TEMPLATES / "guide" / "index.md"
_SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BESIDE = re.compile(r"^    \.venv/bin/(seedbed .*)$", re.MULTILINE)
"""A command that the README gives before anybody has put it on the path."""
_LINE = re.compile(r"^    ((?:seedbed|make)(?: .*)?)$", re.MULTILINE)
_INLINE = re.compile(r"`((?:seedbed|make) [^`\n]+)`")
_TO_FILL_IN = re.compile(r"\[|\b[A-Z]{3,}\b")
"""`[--strict]` or `TITLE`: the line says what may stand there."""


def _commands(text: str) -> Iterator[str]:
    """The commands in a document: lines of shell blocks, indented lines, and words in backticks."""
    for block in _SHELL.findall(text):
        yield from block.splitlines()
    yield from _LINE.findall(text)
    yield from _INLINE.findall(text)


def _all_commands() -> list[str]:
    found = {line.partition("#")[0].strip() for page in DOCUMENTS for line in _commands(page.read_text("utf-8"))}
    return sorted(line for line in found if not line.startswith("cd "))


RUN = [line for line in _all_commands() if line.startswith("seedbed") and not _TO_FILL_IN.search(line)]
SHOWN = [line for line in _all_commands() if line.startswith("seedbed") and _TO_FILL_IN.search(line)]
MADE = [line for line in _all_commands() if line.startswith("make")]


def test_commands_are_found_in_the_documents() -> None:
    assert {"seedbed build", "seedbed check", "seedbed serve"} <= set(RUN)
    assert {"make", "make site", "make test"} <= set(MADE)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A knowledge base as `seedbed init` makes it."""
    folder = tmp_path_factory.mktemp("base") / "kb"
    assert run("seedbed", "init", str(folder)).returncode == 0
    return folder


@pytest.mark.parametrize("line", RUN)
def test_a_command_runs_in_a_new_knowledge_base(line: str, base: Path, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "kb"
    shutil.copytree(base, folder)
    _do(line, folder, run)


def test_the_guide_begins_with_commands_that_lead_to_a_site(tmp_path: Path, run: Run) -> None:
    folder = tmp_path
    for block in _SHELL.findall(TUTORIAL.read_text("utf-8")):
        for line in block.splitlines():
            folder = folder / line.removeprefix("cd ") if line.startswith("cd ") else folder
            if not line.startswith("cd "):
                _do(line, folder, run)
    assert (folder / "site" / "index.html").is_file()
    assert (folder / "seeds" / "why-bees-dance.txt").is_file()


def test_the_readme_leads_from_its_own_folder_to_a_site_on_another_subject(tmp_path: Path, run: Run) -> None:
    (tmp_path / "seedbed").mkdir()
    lines = _BESIDE.findall((ROOT / "README.md").read_text("utf-8"))
    assert len(lines) == 2
    for line in lines:
        _do(line, tmp_path / "seedbed", run)
    assert (tmp_path / "bees" / "site" / "index.html").is_file()
    assert list((tmp_path / "seedbed").iterdir()) == []


def _do(line: str, folder: Path, run: Run) -> None:
    """Run a command to its end; a server until it serves."""
    words = shlex.split(line)
    if words[1] == "check-links":  # a test asks nobody: without a reference there is nobody to ask
        (folder / "seeds" / "the-metre.txt").write_text("A Title\n\nIntroduction\nIt is so.\n", encoding="utf-8")
    if words[1] != "serve":
        done = run(*words, cwd=folder)
        assert done.returncode == 0, f"{line}: {done.stdout}{done.stderr}"
        return
    command = [str(Path(sys.executable).parent / words[0]), *words[1:]]
    process = subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    try:
        assert any("Serving on" in said for said in process.stderr), line
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@pytest.mark.parametrize("line", SHOWN)
def test_what_a_line_says_may_be_given_can_be_given(line: str) -> None:
    words = re.sub(r"\[OPTIONS\]|\[PATH(?: …)?\]…?|\[CODE\]|[\[\]]", " ", line)
    words = re.sub(r"(--[a-z]+) [NS]\b", r"\1 2", words)
    filled = re.sub(r"\|[\w|]+", "", words.replace("HOST:PORT", "localhost:80"))
    assert command_fault(" ".join(filled.split())) == ""


def test_the_readme_names_every_option_of_every_command() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    for name, command in cli.commands.items():
        named = set(re.findall(r"--[a-z-]+", " ".join(re.findall(rf"^    seedbed {name}\b(.*)$", text, re.MULTILINE))))
        known = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        assert named >= known - {"--config-file"}, name


@pytest.mark.parametrize("line", MADE)
def test_a_target_that_is_named_is_one(line: str) -> None:
    assert command_fault(line) == ""
    targets = [word for word in shlex.split(line)[1:] if "=" not in word]
    done = subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(targets) <= MAKE


def test_a_file_of_tests_that_is_named_is_there() -> None:
    named = re.findall(r"`\.venv/bin/python -m pytest -q (tests/\S+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert [name for name in named if (ROOT / name).is_file()] == named != []


def test_a_file_that_contributing_names_is_there() -> None:
    """Those of the table; what the walk-throughs speak of is not written yet."""
    table = (ROOT / "CONTRIBUTING.md").read_text("utf-8").partition("## The rules")[0]
    names = {name.rstrip("/") for name in re.findall(r"`([\w/.-]+\.(?:py|html|css|js|yml|xml)|[\w/]+/)`", table)}
    folders = (ROOT / name for name in ("generator", "site_templates", "seeds", "tests"))
    known = {path.relative_to(ROOT).as_posix() for folder in folders for path in (folder, *folder.rglob("*"))}
    assert [name for name in sorted(names) if not any(f"/{path}".endswith(f"/{name}") for path in known)] == []
    assert len(names) > 60
