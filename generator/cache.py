"""What reading articles gave before in, the same again out: kept on disk by content, vocabulary and program.

The cache may be deleted, cut off or overwritten at any time: what does not carry its own digest, or is no article, is
read again. It holds plain values, none of which is ever run.
"""

from __future__ import annotations

import os
from collections import defaultdict
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import markdown_it
import msgspec
from markupsafe import Markup

from generator.build import Read, Reader
from generator.model import Article, Problems, Source

_DIGEST = 32
_Shard = dict[bytes, bytes]


class Cache:
    """The results of reading, in a folder of a few hundred files; only those in which something changed are written."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._kept: dict[str, _Shard] = {}
        self._used: dict[str, _Shard] = defaultdict(dict)
        self._changed: set[str] = set()

    def key(self, reader: Reader, source: Source) -> bytes:
        """What the result of reading a file depends on, as a digest."""
        found = blake2b(program(), digest_size=16)
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
        shard = key[:1].hex()
        if shard not in self._kept:
            self._kept[shard] = self._load(shard)
        data = self._kept[shard].pop(key, None)
        if data is None:
            return None
        try:
            read = _decoder().decode(data)
        except msgspec.MsgspecError:
            return None
        self._used[shard][key] = data
        return read

    def keep(self, key: bytes, read: Read) -> None:
        """Remember what reading gave."""
        shard = key[:1].hex()
        self._used[shard][key] = _encoder().encode(read)
        self._changed.add(shard)

    def save(self) -> None:
        """Write what changed. What this build did not use is forgotten, in the files that are written anyway."""
        self._folder.mkdir(parents=True, exist_ok=True)
        for shard in sorted(self._changed):
            data = msgspec.msgpack.encode(self._used[shard])
            path = self._folder / shard
            new = path.with_suffix(f".{os.getpid()}")
            new.write_bytes(blake2b(data, digest_size=_DIGEST).digest() + data)
            new.replace(path)

    def _load(self, shard: str) -> _Shard:
        try:
            data = (self._folder / shard).read_bytes()
        except OSError:
            return {}
        if blake2b(data[_DIGEST:], digest_size=_DIGEST).digest() != data[:_DIGEST]:
            return {}
        try:
            return msgspec.msgpack.decode(data[_DIGEST:], type=_Shard)
        except msgspec.MsgspecError:
            return {}


@cache
def program() -> bytes:
    """A digest of the program that reads: its modules, and the parser it uses."""
    found = blake2b(markdown_it.__version__.encode(), digest_size=16)
    for path in sorted(Path(__file__).parent.glob("*.py")):
        found.update(path.name.encode() + path.read_bytes())
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
