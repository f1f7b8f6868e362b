"""Entries as HTML in, a full-text index in a folder out: the adapter that runs Pagefind.

Pagefind's command line reads a folder in the order in which the disk happens to list it, and that order shows in the
index. Its service takes pages one by one over a pipe, in our order, so the same pages give the same bytes on any disk;
and it reads them while MkDocs writes the site. A message is JSON in base64, ended by a comma; so is each answer.
"""

from __future__ import annotations

import base64
import json
import re
import subprocess
import time
from contextlib import suppress
from io import BufferedReader, BufferedWriter
from pathlib import Path
from typing import Any, cast

from generator.search.bundle import settle

FOLDER = "pagefind"
"""Where the index stands in a site."""
_NEEDED = ("pagefind.js", "wasm.en.pagefind")
"""The scripts that the search page loads; Pagefind adds interfaces of its own, which this site does without."""

_SIGNS = "+#"
"""Signs that belong to a word, so that `C`, `C++` and `C#` are three."""
_MARKERS = re.compile("_{3,}")
"""What Pagefind puts before its own marks in a text, such as `___PAGEFIND_WEIGHT___9`; no article may set them."""
_ADVICE = "build again, or without the index: --no-search"
_PATIENCE = 10
"""Seconds after which files that are made, and do not grow, are taken for lost: the disk is full."""
_BROKEN = f"Pagefind ended before the index was whole; {_ADVICE}"


class SearchError(Exception):
    """The index cannot be made; the message says what to do."""


class Index:
    """An index that is being made by a process of its own, which starts with it and ends with `stop`."""

    def __init__(self) -> None:
        self._sent = 0
        self._process = subprocess.Popen(  # noqa: S603 # the program is the one that was installed with this one
            [_program(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the build, which then stops this
        )
        self._pipe_in = cast(BufferedWriter, self._process.stdin)
        self._pipe_out = cast(BufferedReader, self._process.stdout)
        self._send(type="NewIndex", config={"force_language": "en", "include_characters": _SIGNS})

    def add(self, url: str, html: str) -> None:
        """Take in what the index reads of a page, if anything, without waiting for it to be read."""
        if not html:
            return
        self._send(type="AddFile", index_id=0, url=f"/{url}", file_contents=_MARKERS.sub("_", html))

    def write(self, folder: Path) -> None:
        """Begin to write the index, once all pages are read."""
        self._send(type="WriteFiles", index_id=0, output_path=str(folder.absolute()))
        with suppress(BrokenPipeError):  # a process that has ended gives no answer, which `finish` will see
            self._pipe_in.flush()

    def finish(self, folder: Path) -> None:
        """Write the index, wait until it is whole, and take from the folder what is not needed or not in order."""
        self.write(folder)
        self._wait()
        _wait_for_files(folder)
        changing = [*folder.glob("*.json"), *folder.glob("*.pf_meta"), *folder.glob("filter/*")]
        settled = settle({path.relative_to(folder).as_posix(): path.read_bytes() for path in changing})
        for path in (*changing, *folder.glob("*.*")):
            if path.name not in _NEEDED:
                path.unlink(missing_ok=True)
        for name, data in settled.items():
            (folder / name).write_bytes(data)

    def stop(self) -> None:
        """End the process, done or not."""
        self._process.kill()
        self._process.communicate()

    def _wait(self) -> None:
        """Wait until everything is answered. Raises SearchError where an answer is that something went wrong."""
        ended, left = 0, b""
        while ended < self._sent:
            piece = self._pipe_out.read1()
            if not piece:
                raise SearchError(_BROKEN)
            *answers, left = (left + piece).split(b",")
            ended += len(answers)
            for answer in answers:
                said = json.loads(base64.b64decode(answer))["payload"]
                if said["type"] == "Error":
                    raise SearchError(f"Pagefind: {said['message']}; {_ADVICE}")

    def _send(self, **payload: Any) -> None:
        self._sent += 1
        message = json.dumps({"message_id": self._sent, "payload": payload})
        try:
            self._pipe_in.write(base64.b64encode(message.encode()) + b",")
        except BrokenPipeError:
            raise SearchError(_BROKEN) from None


def _wait_for_files(folder: Path) -> None:
    """Wait until no file is empty: Pagefind answers when it has made them all, and fills each a little later.

    Where it cannot, it says nothing. Raises SearchError when for a while nothing has been filled.
    """
    last, deadline = -1, 0.0
    while empty := sum(path.is_file() and not path.stat().st_size for path in folder.rglob("*")):
        if empty != last:
            last, deadline = empty, time.monotonic() + _PATIENCE
        if time.monotonic() > deadline:
            raise SearchError(f"Pagefind cannot write its files; free some space, or {_ADVICE}")
        time.sleep(0.01)


def _program() -> str:
    try:
        from pagefind_bin import get_executable  # noqa: PLC0415 # some platforms have none

        return str(get_executable())
    except (ImportError, FileNotFoundError):
        message = "the full-text index needs Pagefind, which is not installed or not made for this platform"
        raise SearchError(f"{message}; install pagefind-bin, or build without the index: --no-search") from None
