"""The same articles give the same bytes, whatever else differs between two machines; a thousand suffer no bad one."""

from __future__ import annotations

import os
import random
import shutil
import stat
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import CONFIG, ROOT, Run
from hostile.articles import FIELDS, article_files
from hostile.built import tree
from hostile.entries import Entry, read_entries
from hostile.meddling import meddle
from soaking import LONG, times

from generator.workers import FEW

pytestmark = pytest.mark.slow
NUMBER = FEW + 20
"""More articles than one process reads alone."""
DIFFERENCES: dict[str, dict[str, str]] = {
    "hash seed 0": {"PYTHONHASHSEED": "0"},
    "hash seed 12345": {"PYTHONHASHSEED": "12345"},
    "east": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
    "west": {"TZ": "Etc/GMT+12", "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
}


def _folder(folder: Path, number: int = NUMBER) -> Path:
    shutil.copytree(ROOT / "tests" / "shapes", folder / "seeds")
    (folder / "docs").mkdir()
    (folder / "docs" / "page.md").write_text("# A Page\n\nWords.\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    source = random.Random(4)
    for index in range(number):
        tags = ", ".join(source.sample(["OpenAI", "Oracle", "Nvidia", "Cloud", "Power", "Chips", "C++", "İzmir"], 4))
        text = f"Title {index}\n\nIntroduction\nOpenAI pays Oracle ${index + 1} billion in {2020 + index % 9}.\n\n"
        (folder / "seeds" / f"s{index:04d}.txt").write_text(f"{text}Tags\n{tags}\n", encoding="utf-8")
    return folder


def _build(run: Run, folder: Path, mask: str, *options: str, **environment: str) -> dict[str, bytes]:
    words = " ".join(["seedbed", "build", "--no-search", *options])
    path = f"{Path(shutil.which('seedbed') or '').parent}:{os.environ['PATH']}"
    done = run("bash", "-c", f"umask {mask}; {words}", cwd=folder, PATH=path, **environment)
    assert done.returncode == 0, done.stderr
    return tree(folder / "site")


@pytest.fixture
def _on_path(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{os.environ['PATH']}")


@pytest.mark.usefixtures("_on_path")
def test_nothing_but_the_articles_changes_a_byte(
    tmp_path: Path, run: Run, record_property: Callable[[str, object], None]
) -> None:
    here, there = _folder(tmp_path / "a"), _folder(tmp_path / "elsewhere" / "deep" / "base")
    first = _build(run, here, "077", "--jobs", "1", "--no-cache", **DIFFERENCES["hash seed 0"], **DIFFERENCES["east"])
    _modes(here / "site")
    meddled = meddle(tmp_path / "meddled", "_shuffled(7)")
    other = DIFFERENCES["hash seed 12345"] | DIFFERENCES["west"]
    cold = _build(run, there, "000", "--jobs", "2", **other, **meddled)
    _modes(there / "site")
    warm = _build(run, there, "022", "--jobs", "2", **other)
    assert _changed(first, cold) == []
    assert _changed(first, warm) == []
    if LONG:
        for name, environment in DIFFERENCES.items():
            assert _changed(first, _build(run, here, "027", **environment)) == [], name
    record_property("R4 files alike over path, hash seed, zone, locale, umask, order, jobs, cache", len(first))


def _changed(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    return sorted(path for path in {*one, *other} if one.get(path) != other.get(path))


def _modes(site: Path) -> None:
    """Files are there for all to read, and for nobody else to write, whatever the mask was."""
    wrong = [
        f"{path.relative_to(site)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in [site, *site.rglob("*")]
        if stat.S_IMODE(path.stat().st_mode) != (0o755 if path.is_dir() else 0o644)
    ]
    assert wrong == []


def test_one_bad_article_of_a_thousand_costs_no_other(
    tmp_path: Path, run: Run, record_property: Callable[[str, object], None]
) -> None:
    good = 999
    folder = _folder(tmp_path / "a", 0)
    shutil.rmtree(folder / "seeds")
    (folder / "seeds").mkdir()
    for index in range(good):
        text = f"Title {index}\n\nIntroduction\nWords of article {index} stand here.\n\nSummary\nOf {index}.\n\n"
        text += f"Meta Description\nWhat article {index} is about.\n\nTags\nOne\n"
        (folder / "seeds" / f"{index:04d}.txt").write_text(text, encoding="utf-8")
    assert run("seedbed", "build", "--no-search", cwd=folder).returncode == 0
    before = tree(folder / "site")
    bad = [one for one in read_entries() if one.expected == "rejected-with-error" and _is_one_article(one)]
    tried = random.Random(1).sample(bad, times(1, len(bad)))
    for entry in tried:
        files = {f"bad-{name}": data for name, data in article_files(entry).items()}
        for name, data in files.items():
            (folder / "seeds" / name).write_bytes(data)
        strict = run("seedbed", "build", "--no-search", "--strict", cwd=folder)
        assert (strict.returncode, tree(folder / "site") == before) == (1, True), entry.id
        done = run("seedbed", "build", "--no-search", cwd=folder)
        assert (done.returncode, "Traceback" in done.stderr) == (1, False), entry.id
        before = tree(folder / "site")
        assert {f"articles/title-{index}/index.html" for index in range(good)} <= before.keys(), entry.id
        assert any(f"seeds/{name}:" in done.stderr for name in files), entry.id
        for name in files:
            (folder / "seeds" / name).unlink()
    record_property("R1 bad articles among 999 good ones, each published as 999", len(tried))


def _is_one_article(entry: Entry) -> bool:
    """Whether an entry is an article that is wrong by itself: not beside another, and not in what is made of it."""
    return entry.field in FIELDS - {"filename", "title", "tags"} and entry.category not in {"dos", "export"}
