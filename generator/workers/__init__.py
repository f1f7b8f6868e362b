"""Work on many things in, what it gave for each out, in their order: kept, done in processes, or in a cluster."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from generator.build import Read, Reader
from generator.model import Source
from generator.workers.cache import Cache

FEW = 100
"""Fewer articles than this are read in one process: starting others would take longer."""
_CHUNK = 25
Item = TypeVar("Item")
Result = TypeVar("Result")

Tick = Callable[[str, int], None]
_reader: Reader | None = None
_act: Callable[[Any], Any] | None = None


def read_sources(
    reader: Reader,
    sources: Sequence[Source],
    jobs: int,
    cache: Cache | None = None,
    cluster: Callable[[], AbstractContextManager[Executor]] | None = None,
    tick: Tick = lambda stage, total: None,
) -> Iterator[Read]:
    """What reading each source gives, in their order; `jobs` processes, or the executor of a cluster."""
    keys = [cache.key(reader, source) for source in sources] if cache else []
    known = {index: read for index, key in enumerate(keys) if cache and (read := cache.find(key))}
    fresh = _read(reader, [source for index, source in enumerate(sources) if index not in known], jobs, cluster)
    for index in range(len(sources)):
        if index in known:
            yield known.pop(index)
        else:
            read = next(fresh)
            if cache:
                cache.keep(keys[index], read)
            yield read
        tick("Reading articles", len(sources))


def spread(
    act: Callable[[Item], Result], items: Sequence[Item], jobs: int, tick: Callable[[], None] = lambda: None
) -> Generator[Result, None, None]:
    """What `act` gives for each item, in their order; in copies of this process that share all it knows.

    Only results go from one process to another, so `act` may be any function. Where the system cannot copy a process
    cheaply, all is done in this one.
    """
    if jobs > 1 and len(items) >= FEW and sys.platform == "linux":
        gc.freeze()  # else collecting garbage in the copies would write to, and so double, what they share
        parts = [range(start, min(start + _CHUNK, len(items))) for start in range(0, len(items), _CHUNK)]
        begun = ((lambda part: [act(items[index]) for index in part]),)
        try:
            with ProcessPoolExecutor(jobs, get_context("fork"), _begin, begun) as pool:
                for several in pool.map(_act_on, parts):
                    for one in several:
                        tick()
                        yield one
        finally:
            gc.unfreeze()
    else:
        for item in items:
            tick()
            yield act(item)


def _read(
    reader: Reader,
    sources: Sequence[Source],
    jobs: int,
    cluster: Callable[[], AbstractContextManager[Executor]] | None,
) -> Iterator[Read]:
    if cluster and sources:
        with cluster() as executor:
            yield from _spread(executor, reader, sources)
    elif jobs > 1 and len(sources) >= FEW:
        with ProcessPoolExecutor(jobs, initializer=_start, initargs=(reader,)) as pool:
            for several in pool.map(_read_several, _chunks(sources)):
                yield from several
    else:
        yield from map(reader, sources)


def _spread(executor: Executor, reader: Reader, sources: Sequence[Source]) -> Iterator[Read]:
    """Reading through any executor: each task carries the reader, for its worker has never met it."""
    chunks = _chunks(sources)
    for several in executor.map(_read_with, [reader] * len(chunks), chunks):
        yield from several


def _chunks(sources: Sequence[Source]) -> list[Sequence[Source]]:
    return [sources[start : start + _CHUNK] for start in range(0, len(sources), _CHUNK)]


def _start(reader: Reader) -> None:
    """In a new process: know the reader."""
    global _reader  # a process reads with one reader
    _reader = reader
    _serve()


def _begin(act: Callable[[Any], Any]) -> None:
    """In a copied process: know what to do."""
    global _act  # a process does one thing
    _act = act
    _serve()


def _serve() -> None:
    """Leave Ctrl-C to the parent, and end with it, however it ends."""
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent
    wait([parent.sentinel])
    os._exit(1)


def _act_on(part: Any) -> Any:
    assert _act
    return _act(part)


def _read_several(sources: Sequence[Source]) -> list[Read]:
    assert _reader
    return [_reader(source) for source in sources]


def _read_with(reader: Reader, sources: Sequence[Source]) -> list[Read]:
    return [reader(source) for source in sources]
