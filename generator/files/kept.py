"""The site of the last build in, those of its files that are still right out: linked, not made again.

What a file was made from is kept as a digest under its path, beside the marks by which the file system knows the file.
A file that is another by now, a record that is not whole, a disk that cannot link: then the file is made, as ever.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

import msgspec

_DIGEST = 16
_Marks = tuple[int, int, int]
"""Of a file: its inode, its size in bytes, and when it was last written, in nanoseconds."""


class Kept:
    """The files of a site's last build, by what they were made from; `record` is where that is noted."""

    def __init__(self, record: Path, site: Path, folder: Path) -> None:
        self._record, self._site, self._folder = record, site, folder
        self._known: Mapping[str, tuple[bytes, _Marks]] = {}
        with suppress(OSError, msgspec.MsgspecError):
            data = record.read_bytes()
            if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() == data[:_DIGEST]:
                self._known = msgspec.msgpack.decode(data[_DIGEST:], type=dict[str, tuple[bytes, _Marks]])

    def take(self, path: str, key: bytes) -> bool:
        """Whether the file at a path was made from the same; then it is in the next site's folder now.

        Raises OSError where a link to a file that is another by now cannot be removed: what is made in its place would
        be written into the published site.
        """
        known, marks = self._known.get(path, (b"", (0, 0, 0)))
        if known != key:
            return False
        target = self._folder / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(self._site / path, target, follow_symlinks=False)
        except OSError:
            return False
        is_same = False
        with suppress(OSError):
            is_same = _marks(target) == marks
        if not is_same:
            target.unlink()  # somebody has written to the file, or another build has published its own
        return is_same

    def note(self, keys: Mapping[str, bytes]) -> None:
        """Note what the files in the next site's folder were made from; what is not noted is made again."""
        with suppress(OSError):
            known = {path: (key, _marks(self._folder / path)) for path, key in sorted(keys.items())}
            data = msgspec.msgpack.encode(known)
            self._record.parent.mkdir(parents=True, exist_ok=True)
            beside = self._record.with_suffix(".new")  # one name: what a killed build left is written over
            beside.write_bytes(blake2b(data, digest_size=_DIGEST).digest() + data)
            beside.replace(self._record)


def _marks(path: Path) -> _Marks:
    found = path.lstat()
    return found.st_ino, found.st_size, found.st_mtime_ns
