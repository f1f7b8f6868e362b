"""Whatever happens to a build, the published site is wholly the old or the new one, and the next build works."""

from __future__ import annotations

import errno
import random
import shutil
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import CONFIG, Run
from hostile.built import tree
from hostile.meddling import meddle
from hostile.nursery import Ended, Nursery, nursery
from soaking import LONG, times

from generator.files.publishing import Staging
from generator.workers import FEW

pytestmark = pytest.mark.slow
TEXT = "Title {}\n\nIntroduction\nOpenAI rents capacity in Texas.\n\nTags\n{}\n"
NUMBERS = (errno.ENOSPC, errno.EIO, errno.EACCES)
FULL_DISK = """
set -e
mount -t tmpfs -o size=64m full "$1/disk"
cp -a "$1/base" "$1/disk/"
cd "$1/disk/base"
mount -o "remount,size=$(($(du -sk . | cut -f1) + $2))k" "$1/disk"
"$3" build --jobs 2 > "$1/said" 2>&1 || echo $? > "$1/code"
cp -a site "$1/after"
mount -o remount,size=64m "$1/disk"
"$3" build > /dev/null 2>&1
cp -a site "$1/then"
ls -A > "$1/beside"
"""
"""A build on a disk of its own, with as many kilobytes left as are given; then one with enough."""
Record = Callable[[str, object], None]


class Base:
    """A small knowledge base whose site is published; then its article is changed."""

    def __init__(self, folder: Path, nursery: Nursery, *options: str, tags: int = 1) -> None:
        self.folder, self.kept, self.site = folder / "base", folder / "kept", folder / "base" / "site"
        self._nursery, self._options, self._tags = nursery, options, tags
        for name in ("seeds", "docs"):
            (self.folder / name).mkdir(parents=True)
        (self.folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        self.old = self._first("one")
        shutil.copytree(self.site, self.kept)
        began = time.monotonic()
        self.new = self._first("two")
        self.seconds = time.monotonic() - began
        assert self.old != self.new

    def _first(self, word: str) -> dict[str, bytes]:
        tags = ", ".join(f"{word} {number}" for number in range(self._tags))
        (self.folder / "seeds" / "a.txt").write_text(TEXT.format(word, tags), encoding="utf-8")
        done = self.build()
        assert done.returncode == 0, done.said
        return tree(self.site)

    def build(
        self, *options: str, nth: int | None = None, number: int = 0, stays: bool = False, kill_after: float = 0
    ) -> Ended:
        """What comes of a build, where the nth call on this folder fails, or where it is killed."""
        disk = None if nth is None else {"root": str(self.folder), "nth": nth, "number": number, "stays": stays}
        return self._nursery.run("build", *self._options, *options, cwd=self.folder, disk=disk, kill_after=kill_after)

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

    def fails_well(self, nth: int, stays: bool) -> Ended:
        """A build in which the nth call fails, after which everything is as it should be."""
        self.restore()
        number = NUMBERS[nth % 3]
        fault = nth, number, stays
        done = self.build(nth=nth, number=number, stays=stays)
        assert "Traceback" not in done.said, (fault, done.said)
        assert done.returncode in (0, 1, 2, 3), (fault, done.said)
        assert self.is_whole(), (fault, done.said)
        assert self.next_is_right(), (fault, done.said)
        return done


@pytest.fixture(scope="module")
def forks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nursery]:
    with nursery(tmp_path_factory.mktemp("nursery")) as opened:
        yield opened


@pytest.fixture
def base(tmp_path: Path, forks: Nursery) -> Base:
    return Base(tmp_path, forks, "--no-search")


def test_a_call_on_the_disk_that_fails_costs_no_published_page(base: Base, record_property: Record) -> None:
    base.restore()
    calls = base.build(nth=0).calls
    assert calls > 300
    tried = range(1, calls + 1) if LONG else sorted(random.Random(2).sample(range(1, calls + 1), 16))
    ends: Counter[int] = Counter()
    for nth in tried:
        done = base.fails_well(nth, stays=nth // 3 % 2 == 1)
        ends[done.returncode] += 1
    told = f"{len(tried)} of {calls}, by exit code {dict(sorted(ends.items()))}"
    record_property("R2 calls on the disk, writes among them, that failed", told)
    assert ends[3] > len(tried) / 4


def test_a_call_that_fails_in_every_process_costs_no_published_page(
    tmp_path: Path, forks: Nursery, record_property: Record
) -> None:
    base = Base(tmp_path, forks, "--no-search", "--jobs", "2", tags=FEW)
    tried = random.Random(3).sample(range(1, 800), times(4, 60))
    ends = Counter(base.fails_well(nth, stays=True).returncode for nth in tried)
    record_property(
        "R2 the same in each of several processes", f"{len(tried)}, by exit code {dict(sorted(ends.items()))}"
    )
    assert ends[3]


def test_a_disk_that_is_full_costs_no_published_page(tmp_path: Path, forks: Nursery, record_property: Record) -> None:
    """The system itself refuses what is written, by this program or by Pagefind."""
    (tmp_path / "disk").mkdir()
    inside = ("unshare", "--user", "--map-root-user", "--mount")
    try:
        subprocess.run([*inside, "mount", "-t", "tmpfs", "full", tmp_path / "disk"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("only Linux lets a test have a disk of its own, and not everywhere")
    base = Base(tmp_path, forks, tags=FEW)
    base.restore()
    ends: Counter[int] = Counter()
    need = sum(len(data) // 4096 * 4 + 4 for data in base.new.values())
    rounds = times(3, 60)
    for part in range(rounds):
        for name in ("said", "code", "after", "then", "beside"):
            shutil.rmtree(tmp_path / name, ignore_errors=True)
            (tmp_path / name).unlink(missing_ok=True)
        seedbed = Path(sys.executable).parent / "seedbed"
        words = [*inside, "sh", "-c", FULL_DISK, "sh", str(tmp_path), str(need * part // rounds), str(seedbed)]
        subprocess.run(words, check=True, timeout=120)
        said = (tmp_path / "said").read_text(encoding="utf-8")
        code = int((tmp_path / "code").read_text()) if (tmp_path / "code").exists() else 0
        ends[code] += 1
        assert (code in (0, 3), "Traceback" in said) == (True, False), said
        assert tree(tmp_path / "after") == (base.old if code else base.new), said
        assert tree(tmp_path / "then") == base.new
        assert set((tmp_path / "beside").read_text().split()) == {"seeds", "docs", "mkdocs.yml", "site", ".cache"}
    record_property("R2 disks that were full at some moment, by exit code", f"{rounds}: {dict(sorted(ends.items()))}")
    assert ends[3]


def test_a_system_that_cannot_swap_folders_keeps_the_site_when_a_rename_fails(
    base: Base, tmp_path: Path, run: Run
) -> None:
    for nth in (1, 2):
        for number in (errno.EXDEV, errno.EBUSY, errno.EACCES)[:: times(2, 1)]:
            base.restore()
            call = f"_fail_nth_call({nth}, {number}, {str(base.folder)!r}, {{'os.rename'}})"
            meddled = meddle(tmp_path / "meddled", "_without_exchange()", call)
            done = run("seedbed", "build", "--no-search", "--no-cache", cwd=base.folder, **meddled)
            assert (done.returncode, "Traceback" in done.stderr) == (3, False), done.stderr
            assert tree(base.site) == base.old
            assert base.next_is_right()


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path, forks: Nursery, record_property: Record) -> None:
    base = Base(tmp_path, forks, "--jobs", "2", tags=FEW)
    source = random.Random(9)
    rounds, killed = times(6, 200), 0
    for _ in range(rounds):
        base.restore()
        killed += base.build(kill_after=source.uniform(0.05, base.seconds)).returncode < 0
        assert base.is_whole()
        assert base.next_is_right()
    record_property("R2 builds killed at random", f"{killed} of {rounds} while they ran, 0 sites in pieces")
    assert killed > rounds / 2


def test_builds_at_once_are_each_right(base: Base, run: Run, record_property: Record) -> None:
    rounds = times(1, 50)
    for number in range(rounds):
        base.restore()
        if number % 2 == 0:
            shutil.rmtree(base.site)
        with ThreadPoolExecutor(8) as pool:
            done = list(pool.map(lambda _: run("seedbed", "build", "--no-search", cwd=base.folder), range(8)))
        assert [(one.returncode, one.stderr) for one in done if one.returncode or "Traceback" in one.stderr] == []
        assert base.next_is_right()
    record_property("R9 rounds of 8 builds at once", rounds)


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
