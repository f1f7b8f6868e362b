"""After any edits, a build that keeps what it read and wrote before gives the files of a build from nothing.

`EDITS=3000 pytest tests/test_edits.py` makes as many edits.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from soaking import times

EDITS = int(os.environ.get("EDITS", times(60, 300)))
SETTINGS = """\
site_name: Edits
site_url: https://edits.example/
theme: seedbed
plugins: [seedbed: {search: false, jobs: 1, cache: CACHE}]
"""
NAMES = ("OpenAI", "Oracle", "SoftBank", "Stargate")
PIECES = ("a plan", "OpenAI", "Oracle", "4.5 GW", "$300 billion", "by 2030", "<b>", "invests in", "\n\n")
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=12).map(" ".join)


class Edits(RuleBasedStateMachine):
    """A folder of articles that changes, the site of the build before, and its cache."""

    files = Bundle("files")
    made = 0

    @initialize()
    def start(self) -> None:
        self.base = Path(tempfile.mkdtemp())
        self.seeds, self.cache = self.base / "seeds", self.base / "cache"
        (self.base / "docs").mkdir()
        self.seeds.mkdir()
        self.number = 0
        self._configure("Edits")

    @rule(target=files, text=TEXTS, tags=st.lists(st.sampled_from(NAMES), max_size=3))
    def add(self, text: str, tags: list[str]) -> str:
        self.number += 1
        name = f"article-{self.number}.txt"
        self._write(name, f"Title {self.number}\n\nIntroduction\n{text}.\n\nTags\n{', '.join(tags)}\n")
        return name

    @rule(name=files, text=TEXTS)
    def rewrite(self, name: str, text: str) -> None:
        self._write(name, f"Another Title\n\nIntroduction\n{text}.\n\nReference Links\n- A Work - https://a.example/\n")

    @rule(name=files, text=TEXTS)
    def extend(self, name: str, text: str) -> None:
        self._write(name, (self.seeds / name).read_text(encoding="utf-8") + f"\nMore\n{text}.\n")

    @rule(name=consumes(files))
    def delete(self, name: str) -> None:
        (self.seeds / name).unlink()

    @rule(target=files, name=consumes(files))
    def rename(self, name: str) -> str:
        self.number += 1
        (self.seeds / name).rename(self.seeds / f"renamed-{self.number}.txt")
        return f"renamed-{self.number}.txt"

    @rule(names=st.lists(st.sampled_from(NAMES), unique=True))
    def name(self, names: list[str]) -> None:
        self._write("vocabulary.yml", "".join(f"{name}: {{kind: organization}}\n" for name in names))

    @rule(name=files, title=st.sampled_from(["One", "Two"]))
    def catalogue(self, name: str, title: str) -> None:
        self._write("catalog.yml", f"{name}: {{title: {title}, date: 2026-01-02}}\n")

    @rule(name=st.sampled_from(["Edits", "Other"]))
    def rename_the_site(self, name: str) -> None:
        self._configure(name)

    @precondition(lambda self: (self.base / "warm-site").exists() and any(self.seeds.glob("*.txt")))
    @rule(data=st.data())
    def write_into_the_site(self, data: st.DataObject) -> None:
        pages = sorted((self.base / "warm-site").rglob("*.html"))
        data.draw(st.sampled_from(pages)).write_bytes(b"another")

    @precondition(lambda self: self.number % 3 == 0)
    @rule(data=st.data())
    def break_the_cache(self, data: st.DataObject) -> None:
        shards = sorted(self.cache.glob("*")) if self.cache.exists() else []
        if shards:
            path = data.draw(st.sampled_from(shards))
            path.write_bytes(path.read_bytes()[: data.draw(st.integers(0, 400))] + data.draw(st.binary(max_size=9)))

    @invariant()
    def both_are_the_same(self) -> None:
        if hasattr(self, "seeds"):
            Edits.made += 1
            warm, cold = self._build("warm.yml"), self._build("cold.yml")
            assert [path for path in sorted({*warm, *cold}) if warm.get(path) != cold.get(path)] == []

    def teardown(self) -> None:
        shutil.rmtree(self.base, ignore_errors=True)

    def _write(self, name: str, text: str) -> None:
        (self.seeds / name).write_text(text, encoding="utf-8")

    def _configure(self, name: str) -> None:
        for file, cache in (("warm.yml", self.cache.as_posix()), ("cold.yml", '""')):
            (self.base / file).write_text(SETTINGS.replace("CACHE", cache).replace("Edits", name), encoding="utf-8")

    def _build(self, file: str) -> dict[str, bytes]:
        site = self.base / file.replace(".yml", "-site")
        config = load_config(str(self.base / file), site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        with suppress(Abort):  # some articles have errors, and the rest is published
            build(config)
        config.plugins.on_shutdown()
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_a_build_with_a_cache_is_one_from_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    Edits.made = 0
    while Edits.made < EDITS:
        run_state_machine_as_test(
            Edits,
            settings=settings(
                max_examples=1 + EDITS // 20,
                stateful_step_count=20,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
    with capsys.disabled():
        sys.stdout.write(f"\n{Edits.made} edits ")
