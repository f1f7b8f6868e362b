"""What reading articles gave before in, the same again out: kept on disk by content, vocabulary and program.

The cache may be deleted, cut off or overwritten at any time: what does not carry its own digest, or is no article, is
read again. It holds plain values, none of which is ever run.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import markdown_it
import msgspec
from markupsafe import Markup

from generator.build import Read, Reader
from generator.model import Article, Problems, Source

_KEY, _LENGTH, _DIGEST = 16, 4, 16
_HEAD = _KEY + _LENGTH + _DIGEST
"""Before each result in a file stand its key, its length, and a digest of key and result."""


_FEW = 16
"""As many new results of one file are held before they are written."""


class Cache:
    """The results of reading, in a folder of 256 files, to which new ones are added.

    Results stay on the disk until they are asked for: all together are as large as what is made of them.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._shards: dict[str, _Shard] = {}

    def key(self, reader: Reader, source: Source) -> bytes:
        """What the result of reading a file depends on, as a digest."""
        found = blake2b(program(), digest_size=_KEY)
        for part in (
            reader.vocabulary.digest,
            repr(reader.entries.get(source.path, ())).encode(),
            source.path.encode(),
        ):
            found.update(len(part).to_bytes(8) + part)
        found.update(source.data)
        return found.digest()

    def find(self, key: bytes) -> Read | None:
        """What reading gave, or None where that is not known."""
        data = self._shard(key).find(key)
        try:
            return _decoder().decode(data) if data else None
        except msgspec.MsgspecError:
            return None

    def keep(self, key: bytes, read: Read) -> None:
        """Remember what reading gave."""
        self._shard(key).new[key] = _encoder().encode(read)
        if len(self._shard(key).new) >= _FEW:
            with suppress(OSError):  # it is tried again when all is saved
                self._shard(key).write()

    def save(self) -> None:
        """Write what is new, and forget what this build did not use where that is most of a file."""
        for shard in self._shards.values():
            shard.write()
            shard.shrink()

    def _shard(self, key: bytes) -> _Shard:
        name = key[:1].hex()
        if name not in self._shards:
            self._shards[name] = _Shard(self._folder / name)
        return self._shards[name]


class _Shard:
    """One file of results: where each stands in it, and those that are not yet written."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._places: dict[bytes, tuple[int, int]] = {}
        self._used: set[bytes] = set()
        self._size = 0
        self.new: dict[bytes, bytes] = {}
        with suppress(OSError):
            self._scan(path.read_bytes())

    def _scan(self, data: bytes) -> None:
        """Find the results by their lengths; what follows a broken one is lost."""
        self._size = len(data)
        start = 0
        while start + _HEAD <= len(data):
            length = int.from_bytes(data[start + _KEY : start + _KEY + _LENGTH])
            self._places[data[start : start + _KEY]] = (start, _HEAD + length)
            start += _HEAD + length

    def find(self, key: bytes) -> bytes | None:
        """The result under a key, if it is whole."""
        self._used.add(key)
        if key not in self._places:
            return self.new.get(key)
        start, length = self._places[key]
        record = b""
        with suppress(OSError), self._path.open("rb") as file:
            file.seek(start)
            record = file.read(length)
        data = record[_HEAD:]
        return data if record == _record(key, data) else None

    def write(self) -> None:
        """Add what is new to the end of the file, in one go."""
        if self.new:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("ab") as file:
                file.write(b"".join(_record(key, data) for key, data in self.new.items()))
            self._used |= self.new.keys()
            self.new.clear()

    def shrink(self) -> None:
        """Write the file anew where less than half of what was in it is used."""
        used = sum(length for key, (_, length) in self._places.items() if key in self._used)
        if self._size > 2 * used:
            whole = _Shard(self._path)
            kept = {key: data for key in sorted(self._used) if (data := whole.find(key)) is not None}
            beside = self._path.with_suffix(".new")  # one name: what a killed build left is written over
            beside.write_bytes(b"".join(_record(key, data) for key, data in kept.items()))
            beside.replace(self._path)


def _record(key: bytes, data: bytes) -> bytes:
    digest = blake2b(key + data, digest_size=_DIGEST).digest()
    return key + len(data).to_bytes(_LENGTH) + digest + data


@cache
def program() -> bytes:
    """A digest of the program that reads: its modules, and the parser it uses."""
    found = blake2b(markdown_it.__version__.encode(), digest_size=16)
    whole = Path(__file__).parents[1]
    for path in sorted(whole.rglob("*.py")):
        found.update(path.relative_to(whole).as_posix().encode() + path.read_bytes())
    return found.digest()


@cache
def _encoder() -> msgspec.msgpack.Encoder:
    return msgspec.msgpack.Encoder(enc_hook=_plain)


@cache
def _decoder() -> msgspec.msgpack.Decoder[Read]:
    return msgspec.msgpack.Decoder(tuple[Article | None, Problems], dec_hook=_typed)


def _plain(value: Any) -> str:
    if isinstance(value, Markup):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no form in the cache")


def _typed(kind: type, value: Any) -> Any:
    if kind is Markup and isinstance(value, str):
        return Markup(value)  # noqa: S704 # it was the parser's when it was kept
    raise TypeError(f"{kind.__name__} has no form in the cache")
