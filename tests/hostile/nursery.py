"""Words of the command line in, how they ended out: in copies of a process that has loaded the program already.

Loading the program takes longer than building a small site; a test that builds hundreds of times does it here.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from soaking import COVERED

from hostile.disks import Disk

_TESTS = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Ended:
    """A command that has ended: by a signal where the exit code is negative. `calls` of its disk were watched."""

    returncode: int
    said: str
    calls: int


class Nursery:
    """A process that has loaded the program, and makes a copy of itself for each command."""

    def __init__(self, folder: Path) -> None:
        self._said = folder / "said"
        paths = f"{_TESTS}{os.pathsep}{_TESTS.parent}"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "hostile.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={key: value for key, value in os.environ.items() if key != COVERED} | {"PYTHONPATH": paths},
        )

    def run(self, *words: str, cwd: Path, disk: dict[str, Any] | None = None, kill_after: float = 0) -> Ended:
        """What comes of a command: with a disk that fails as `Disk` is told, or with a kill after some seconds."""
        assert self._process.stdin
        assert self._process.stdout
        order = {"words": words, "cwd": str(cwd), "disk": disk, "said": str(self._said), "kill_after": kill_after}
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        code, calls = map(int, self._process.stdout.readline().split())
        return Ended(code, self._said.read_text(encoding="utf-8"), calls)

    def close(self) -> None:
        """End it."""
        self._process.communicate()


@contextmanager
def nursery(folder: Path) -> Iterator[Nursery]:
    """A nursery that is closed at the end. Its messages are kept in the folder."""
    opened = Nursery(folder)
    yield opened
    opened.close()


def _serve() -> None:
    from mkdocs.config import load_config  # noqa: F401 # all of it is loaded before it is copied

    import generator.cli
    import generator.plugin  # noqa: F401

    for line in sys.stdin:
        order = json.loads(line)
        told, tell = os.pipe()
        pid = os.fork()
        if not pid:
            _obey(order, tell)
        os.close(tell)
        if order["kill_after"]:
            time.sleep(order["kill_after"])
            os.killpg(pid, signal.SIGKILL)  # one that has ended keeps its number until somebody has asked for it
        status = os.waitpid(pid, 0)[1]
        with os.fdopen(told) as calls:
            print(os.waitstatus_to_exitcode(status), calls.read() or 0, flush=True)  # noqa: T201


def _obey(order: dict[str, Any], tell: int) -> NoReturn:
    """In the copy: what the command line does, and then nothing of what this process would do."""
    os.setsid()
    os.chdir(order["cwd"])
    said = os.open(order["said"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for stream in (1, 2):
        os.dup2(said, stream)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    from generator.cli import main

    disk = Disk(**order["disk"]) if order["disk"] else None
    if disk:
        disk.mount()
    sys.argv = ["seedbed", *order["words"]]
    code: Any = 1
    try:
        main()
        code = 0
    except SystemExit as end:
        code = end.code or 0
    except BaseException:
        import traceback

        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(tell, str(disk.calls if disk else 0).encode())
    os._exit(code if isinstance(code, int) else 1)


if __name__ == "__main__":
    _serve()
