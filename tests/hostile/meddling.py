"""What a Python process runs before anything else, to meet a disk, a clock or a directory that is not as usual."""

from __future__ import annotations

from pathlib import Path

_START = '''
import ctypes, errno, os, random, sys, time

def _fail_nth_call(nth, number, root, kinds):
    """The nth call on files below a folder fails."""
    left = [nth]
    names = {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.scandir", "os.listdir", "os.chmod"}
    def watch(event, words):
        if event in (kinds or names) and words and isinstance(words[0], (str, bytes)):
            path = os.path.abspath(os.fsdecode(words[0]))
            if path.startswith(root):
                left[0] -= 1
                if left[0] == 0:
                    raise OSError(number, os.strerror(number), path)
    sys.addaudithook(watch)

def _without_exchange():
    """A system that cannot swap two folders in one step."""
    class Library(ctypes.CDLL):
        def __getattr__(self, name):
            if name in ("renameat2", "renamex_np"):
                raise AttributeError(name)
            return super().__getattr__(name)
    ctypes.CDLL = Library

def _shuffled(seed):
    """Directories tell their entries in another order each time."""
    source, scan, names = random.Random(seed), os.scandir, os.listdir
    class Entries(list):
        def __enter__(self): return self
        def __exit__(self, *words): return False
        def close(self): pass
    def scandir(path="."):
        with scan(path) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        source.shuffle(entries)
        kept = iter(entries)
        class Scan:
            __iter__ = lambda self: self
            __next__ = lambda self: next(kept)
            __enter__ = lambda self: self
            __exit__ = lambda self, *words: False
            close = lambda self: None
        return Scan()
    def listdir(path="."):
        found = sorted(names(path))
        source.shuffle(found)
        return found
    os.scandir, os.listdir = scandir, listdir

def _clock_goes_back():
    """Every look at the clock finds it earlier than the one before."""
    begin = time.time()
    seen = [begin]
    def earlier():
        seen[0] -= 3600
        return seen[0]
    time.time = earlier
'''


def meddle(folder: Path, *calls: str) -> dict[str, str]:
    """The environment in which each Python process first makes these calls: `_fail_nth_call(3, 28, "/x", None)`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitecustomize.py").write_text(_START + "\n".join(calls) + "\n", encoding="utf-8")
    return {"PYTHONPATH": str(folder)}
