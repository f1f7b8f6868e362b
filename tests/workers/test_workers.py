"""Reading gives the same in one process, in several, from the cache, and through any executor."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from conftest import ROOT
from samples import VOCABULARY

from generator.build import Reader
from generator.model import Source
from generator.workers import FEW, read_sources
from generator.workers.cache import Cache

READER = Reader({}, VOCABULARY)
SOURCES = [
    Source(f"seeds/{number}.txt", f"Background\nOpenAI pays Oracle ${number} billion.\n".encode())
    for number in range(FEW + 10)
]
READ = [READER(source) for source in SOURCES]


def test_several_processes_read_what_one_reads_in_the_same_order() -> None:
    assert list(read_sources(READER, SOURCES, jobs=2)) == READ


def test_an_executor_of_any_kind_reads_what_one_process_reads() -> None:
    assert list(read_sources(READER, SOURCES, 1, cluster=lambda: ThreadPoolExecutor(2))) == READ


@pytest.mark.parametrize("changed", [0, 1, len(SOURCES) - 1])
def test_only_what_changed_is_read_again(tmp_path: Path, changed: int) -> None:
    cache = Cache(tmp_path)
    assert list(read_sources(READER, SOURCES, 1, cache)) == READ
    cache.save()
    sources = list(SOURCES)
    sources[changed] = Source(sources[changed].path, b"Background\nOracle pays OpenAI.\n")
    seen: list[str] = []

    class Watched(Reader):
        def __call__(self, source: Source):  # type: ignore[no-untyped-def] # noqa: ANN204
            seen.append(source.path)
            return Reader.__call__(self, source)

    found = list(read_sources(Watched({}, VOCABULARY), sources, 1, Cache(tmp_path)))
    assert seen == [sources[changed].path]
    assert found == [READER(source) for source in sources]


def test_every_article_ticks_once() -> None:
    ticks: list[int] = []
    list(read_sources(READER, SOURCES[:3], 1, tick=lambda stage, total: ticks.append(total)))
    assert ticks == [3, 3, 3]


SPREAD = """
import os, time
from generator.workers import FEW, spread
def act(item):
    time.sleep(0.01)
    return os.getpid()
for pid in spread(act, range(10 * FEW), 2):
    print(pid, flush=True)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere one process does it all")
def test_processes_end_with_the_one_that_began_them() -> None:
    parent = subprocess.Popen([sys.executable, "-c", SPREAD], cwd=ROOT, stdout=subprocess.PIPE)
    assert parent.stdout
    child = int(parent.stdout.readline())
    assert child != parent.pid
    parent.kill()
    parent.wait()
    parent.stdout.close()
    deadline = time.monotonic() + 5
    while Path(f"/proc/{child}/exe").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not Path(f"/proc/{child}/exe").exists()
