"""Whatever happens to a build, the published site is wholly the old or the new one, and the next build works."""

from __future__ import annotations

import errno
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import CONFIG, Run
from hostile.built import tree
from hostile.meddling import meddle
from soaking import times

from generator.files.publishing import Staging

pytestmark = pytest.mark.slow
TEXT = "Title {}\n\nIntroduction\nOpenAI rents capacity in Texas.\n\nTags\nOne, Tag {}\n"
CALLS = 360
"""About as many calls on its folder does a build of this size make."""
Record = Callable[[str, object], None]


class Base:
    """A small knowledge base whose site is published; then one article is changed."""

    def __init__(self, folder: Path, run: Run) -> None:
        self.folder, self.run = folder / "base", run
        self.site = self.folder / "site"
        for name in ("seeds", "docs"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        self.write("one")
        assert self.build().returncode == 0
        self.old = tree(self.site)
        shutil.copytree(self.site, folder / "kept")
        self.write("two")
        began = time.monotonic()
        assert self.build().returncode == 0
        self.seconds = time.monotonic() - began
        self.new = tree(self.site)
        assert self.old != self.new
        self.kept = folder / "kept"

    def write(self, word: str) -> None:
        (self.folder / "seeds" / "a.txt").write_text(TEXT.format(word, word), encoding="utf-8")

    def build(self, *options: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return self.run("seedbed", "build", "--no-search", *options, cwd=self.folder, **environment)

    def restore(self) -> None:
        """The site of before the change is published again, and nothing is kept."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.kept, self.site)
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)

    def is_whole(self) -> bool:
        return tree(self.site) in (self.old, self.new)

    def next_is_right(self) -> bool:
        """Whether the next build ends well, with the new site and nothing beside it."""
        done = self.build()
        beside = {path.name for path in self.folder.iterdir()} - {"seeds", "docs", "mkdocs.yml", "site", ".cache"}
        return done.returncode == 0 and tree(self.site) == self.new and not beside


@pytest.fixture
def base(tmp_path: Path, run: Run) -> Base:
    return Base(tmp_path, run)


def test_a_call_on_the_disk_that_fails_costs_no_published_page(
    base: Base, tmp_path: Path, record_property: Record
) -> None:
    source = random.Random(2)
    tried = sorted(source.sample(range(1, CALLS), times(8, CALLS - 1)))
    ends: dict[int, int] = {}
    for nth in tried:
        number = source.choice((errno.ENOSPC, errno.EIO, errno.EACCES))
        base.restore()
        call = f"_fail_nth_call({nth}, {number}, {str(base.folder)!r}, None)"
        done = base.build("--jobs", "1", **meddle(tmp_path / "meddled", call))
        assert "Traceback" not in done.stderr, (nth, number, done.stderr)
        assert done.returncode in (0, 1, 2, 3), (nth, number, done.stderr)
        assert base.is_whole(), (nth, number, done.stderr)
        ends[done.returncode] = ends.get(done.returncode, 0) + 1
        assert base.next_is_right(), (nth, number, done.stderr)
    record_property("R2 calls on the disk that failed, by exit code", f"{len(tried)}: {dict(sorted(ends.items()))}")
    assert ends.get(3) or len(tried) < 20


def test_a_system_that_cannot_swap_folders_keeps_the_site_when_a_rename_fails(base: Base, tmp_path: Path) -> None:
    for nth in (1, 2):
        for number in (errno.EXDEV, errno.EBUSY, errno.EACCES)[:: times(2, 1)]:
            base.restore()
            call = f"_fail_nth_call({nth}, {number}, {str(base.folder)!r}, {{'os.rename'}})"
            done = base.build("--no-cache", **meddle(tmp_path / "meddled", "_without_exchange()", call))
            assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
            assert tree(base.site) == base.old
            assert base.next_is_right()


def test_a_killed_build_leaves_a_whole_site(base: Base, record_property: Record) -> None:
    source = random.Random(9)
    command = [str(Path(sys.executable).parent / "seedbed"), "build", "--no-search"]
    rounds = times(4, 200)
    killed = 0
    for _ in range(rounds):
        base.restore()
        process = subprocess.Popen(command, cwd=base.folder, start_new_session=True, stderr=subprocess.DEVNULL)
        time.sleep(source.uniform(0.1, base.seconds))
        if process.poll() is None:
            killed += 1
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        assert base.is_whole()
        assert base.next_is_right()
    record_property("R2 builds killed at random", f"{killed} of {rounds} while they ran, 0 sites in pieces")


def test_builds_at_once_are_each_right(base: Base, record_property: Record) -> None:
    rounds = times(1, 50)
    for number in range(rounds):
        base.restore()
        if number % 2 == 0:
            shutil.rmtree(base.site)
        with ThreadPoolExecutor(8) as pool:
            done = list(pool.map(lambda _: base.build(), range(8)))
        assert [(one.returncode, one.stderr) for one in done if one.returncode or "Traceback" in one.stderr] == []
        assert base.next_is_right()
    record_property("R9 rounds of 8 builds at once", rounds)


def test_what_a_dead_process_left_is_cleaned_up_and_what_a_living_one_has_is_not(base: Base) -> None:
    dead = subprocess.Popen(["true"])
    dead.wait()
    left, kept = (base.folder / f".site.{pid}.next" for pid in (dead.pid, os.getpid()))
    for folder in (left, kept):
        folder.mkdir()
    assert base.build().returncode == 0
    assert (left.exists(), kept.exists()) == (False, True)


def test_a_reader_sees_every_file_during_publishes(tmp_path: Path, record_property: Record) -> None:
    site = tmp_path / "site"
    names = [f"{number}.html" for number in range(30)]

    def publish(version: int) -> None:
        staging = Staging(site)
        staging.make()
        (staging.folder / "data").mkdir()
        (staging.folder / "data" / "articles.json").write_text('{"items": []}')
        for name in names:
            (staging.folder / name).write_text(f"{version:05d}" * 100)
        staging.publish()

    publish(0)
    over, faults, reads = threading.Event(), [], [0]

    def read() -> None:
        last = 0
        while not over.is_set():
            for name in names:
                try:
                    text = (site / name).read_text()
                except OSError as error:
                    faults.append(f"{name}: {error}")
                    continue
                reads[0] += 1
                version = int(text[:5])
                if text != f"{version:05d}" * 100 or version < last:
                    faults.append(f"{name}: {text[:5]} after {last}")
                last = max(last, version)

    reader = threading.Thread(target=read)
    reader.start()
    for version in range(1, 101):
        publish(version)
    over.set()
    reader.join()
    record_property("R3 files read during 100 publishes, missing or mixed", f"{reads[0]}, {len(faults)}")
    assert faults == []
    assert reads[0] > 100
