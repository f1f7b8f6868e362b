"""Reading on a Dask cluster gives what reading here gives, also when a worker is lost half-way."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from conftest import Run
from samples import VOCABULARY

from generator.build import Reader
from generator.files import SiteError
from generator.model import Source
from generator.workers import read_sources
from generator.workers.cluster import on_cluster

READER = Reader({}, VOCABULARY)
SOURCES = [
    Source(f"seeds/{number}.txt", f"Background\nOpenAI pays Oracle ${number} billion.\n".encode())
    for number in range(300)
]


def _start(*words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "distributed.cli." + words[0], *words[1:], "--no-dashboard"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """The address of a scheduler on this machine, without workers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = _start("dask_scheduler", "--host", "127.0.0.1", "--port", str(port))
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            break
        time.sleep(0.1)
    yield f"tcp://127.0.0.1:{port}"
    process.terminate()
    process.wait()


@pytest.fixture
def workers(scheduler: str, tmp_path: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Two workers, each a process that can be killed."""
    from distributed import Client

    words = ("--nworkers", "1", "--nthreads", "1", "--no-nanny", "--local-directory", str(tmp_path))
    started = [_start("dask_worker", scheduler, *words) for _ in range(2)]
    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        client.wait_for_workers(2, timeout=60)
    yield started
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.usefixtures("workers")
def test_a_cluster_builds_the_same_site(scheduler: str, project: Path, run: Run) -> None:
    trees = []
    for number, words in enumerate(((), ("--workers", scheduler))):
        done = run("seedbed", "build", "--no-cache", "--no-search", "-d", f"site{number}", *words, cwd=project)
        assert done.returncode == 0, done.stderr
        folder = project / f"site{number}"
        files = (path for path in folder.rglob("*") if path.is_file())
        trees.append({path.relative_to(folder): path.read_bytes() for path in files})
    assert trees[0] == trees[1]


def test_a_worker_that_is_killed_half_way_costs_nothing(scheduler: str, workers: list[subprocess.Popen[bytes]]) -> None:
    results = read_sources(READER, SOURCES, 1, cluster=partial(on_cluster, scheduler))
    first = next(results)
    workers[0].kill()
    assert [first, *results] == [READER(source) for source in SOURCES]


def test_a_cluster_without_workers_is_a_mistake_of_the_owner(scheduler: str) -> None:
    from distributed import Client

    with Client(scheduler, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        deadline = time.monotonic() + 30
        while client.ncores() and time.monotonic() < deadline:
            time.sleep(0.1)
    with pytest.raises(SiteError, match="has no workers"), on_cluster(scheduler):
        pass


@pytest.mark.usefixtures("workers")
def test_workers_with_another_program_are_a_mistake_of_the_owner(
    scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workers.cluster.expected", lambda: b"another")
    with pytest.raises(SiteError, match="another version"), on_cluster(scheduler):
        pass


def test_an_address_at_which_nobody_answers_is_a_mistake_of_the_owner(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.workers.cluster._PATIENCE", 1)
    with pytest.raises(SiteError, match="no Dask scheduler answers"), on_cluster("tcp://127.0.0.1:9"):
        pass
    done = run("seedbed", "build", "--workers", "not an address", cwd=project)
    assert done.returncode == 3
    assert "no Dask scheduler answers at not an address" in done.stderr
    assert "Traceback" not in done.stderr
