"""The files of an index as Pagefind writes them in, those out that differ from run to run, in a fixed order.

Pagefind 1.5 writes the list of filters and the values of each in the order of a hash table, which is another each time,
and names files by what is in them. Both are sorted here, and the files named anew. A file is CBOR after twelve signs,
compressed with gzip.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
_SIGNATURE = b"pagefind_dcd"
_FILTERS = 3
"""The place of the list of filters in the index of an index; each is a name and the name of its file."""

Bundle = Mapping[str, bytes]
"""Paths within the index, and the bytes there."""


def settle(files: Bundle) -> dict[str, bytes]:
    """The files that take the place of `pagefind-entry.json`, of the `.pf_meta` and of all the `.pf_filter`."""
    entry = json.loads(files[ENTRY])
    settled: dict[str, bytes] = {}
    for name, language in entry["languages"].items():
        meta = _unpack(files[f"pagefind.{language['hash']}.pf_meta"])
        meta[_FILTERS].sort()
        for filter_ in meta[_FILTERS]:
            title, values = _unpack(files[f"filter/{filter_[1]}.pf_filter"])
            packed = _pack([title, sorted(values)])
            filter_[1] = f"{name}_{_digest(packed)}"
            settled[f"filter/{filter_[1]}.pf_filter"] = packed
        packed = _pack(meta)
        language["hash"] = f"{name}_{_digest(packed)}"
        settled[f"pagefind.{language['hash']}.pf_meta"] = packed
    settled[ENTRY] = json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode()
    return settled


def _unpack(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(_SIGNATURE))


def _pack(value: Any) -> bytes:
    return gzip.compress(_SIGNATURE + cbor2.dumps(value), mtime=0)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:10]
