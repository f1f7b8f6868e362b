"""Faults of a disk, put before what a Python process does with it: the nth call on the files of a folder fails."""

from __future__ import annotations

import builtins
import errno
import io
import os
import sys
from collections.abc import Callable
from typing import Any

_NAMED = frozenset("open os.mkdir os.link os.rename os.remove os.rmdir os.scandir os.listdir os.chmod".split())
"""Calls that name a file, as the interpreter tells them to those who audit it."""


class Disk:
    """Counts the calls on files below a folder, each process for itself, and lets the nth fail.

    Where `stays` is set, all later calls that need room fail too, as on a disk that is full.
    """

    def __init__(self, root: str, nth: int, number: int = errno.ENOSPC, stays: bool = False) -> None:
        self._root, self._nth, self._number, self._stays = root, nth, number, stays
        self.calls = 0
        self._struck = False

    def mount(self, kinds: frozenset[str] = _NAMED, writes: bool = True) -> None:
        """From now on, watch the calls of these kinds, and what is written."""

        def watch(event: str, words: tuple[Any, ...]) -> None:
            if event in kinds and words and isinstance(words[0], str | bytes):
                self.strike(os.path.abspath(os.fsdecode(words[0])), room=event in ("os.mkdir", "os.link", "os.rename"))

        sys.addaudithook(watch)
        if writes:
            self._watch_writes()

    def strike(self, path: str, room: bool = True) -> None:
        """Count a call, and raise the error if it is the one."""
        if path.startswith(self._root):
            self.calls += 1
            if self.calls == self._nth or (self._stays and room and self.calls > self._nth):
                self._struck = True
                raise OSError(self._number, os.strerror(self._number), path)

    def _watch_writes(self) -> None:
        disk = self

        class File(io.FileIO):
            """A file of which the nth write does only the half, and the next one fails."""

            def write(self, data: Any) -> int:
                try:
                    disk.strike(_path(self.fileno()))
                except OSError:
                    view = memoryview(data).cast("B")
                    if len(view) > 1:
                        super().write(view[: len(view) // 2])
                    raise
                return super().write(data) or 0

            def close(self) -> None:
                path = "" if self.closed else _path(self.fileno())
                super().close()
                disk.strike(path)

        real = io.open

        def opened(
            file: Any,
            mode: str = "r",
            buffering: int = -1,
            encoding: str | None = None,
            errors: str | None = None,
            newline: str | None = None,
            closefd: bool = True,
            opener: Callable[[str, int], int] | None = None,
        ) -> Any:
            path = _path(file) if isinstance(file, int) else os.path.abspath(os.fsdecode(file))
            if not set(mode) & set("wax+") or not path.startswith(self._root):
                return real(file, mode, buffering, encoding, errors, newline, closefd, opener)
            raw = File(file, mode.replace("b", "").replace("t", ""), closefd, opener)
            if not buffering:
                return raw
            buffer = io.BufferedRandom(raw) if "+" in mode else io.BufferedWriter(raw)
            return buffer if "b" in mode else io.TextIOWrapper(buffer, encoding, errors, newline)

        io.open = opened
        builtins.open = opened
        for name in ("write", "fsync", "sendfile", "copy_file_range", "ftruncate", "fchmod"):
            self._watch_descriptor(name)

    def _watch_descriptor(self, name: str) -> None:
        real = getattr(os, name, None)
        if real is None:
            return

        def called(*words: Any, **named: Any) -> Any:
            self.strike(_path(words[1] if name == "copy_file_range" else words[0]))
            return real(*words, **named)

        setattr(os, name, called)


def _path(descriptor: int) -> str:
    """The path of an open file, where the system tells it."""
    try:
        return os.readlink(f"/proc/self/fd/{descriptor}")
    except OSError:
        return ""
