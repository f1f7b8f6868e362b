"""Pagefind's files in a fixed order."""

from __future__ import annotations

import gzip
import json
from typing import Any

import cbor2

from generator.search.bundle import settle


def _packed(value: Any) -> bytes:
    return gzip.compress(b"pagefind_dcd" + cbor2.dumps(value))


def _unpacked(data: bytes) -> Any:
    return cbor2.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))


def _files(turned: bool) -> dict[str, bytes]:
    """An index with two filters, as one run writes it, or as another does."""
    turn = reversed if turned else list
    tag, kind = ("b1", "b2") if turned else ("a1", "a2")
    filters = [["tag", f"en_{tag}"], ["kind", f"en_{kind}"]]
    meta = ["1.5.2", [["en_1234567", 3]], [], list(turn(filters)), [], ["title"]]
    entry = {"version": "1.5.2", "languages": {"en": {"hash": f"en_{tag}{kind}", "page_count": 1}}, "signs": ["‿"]}
    return {
        "pagefind-entry.json": json.dumps(entry).encode(),
        f"pagefind.en_{tag}{kind}.pf_meta": _packed(meta),
        f"filter/en_{tag}.pf_filter": _packed(["tag", list(turn([["Zoos", [0]], ["C++", [0, 7]]]))]),
        f"filter/en_{kind}.pf_filter": _packed(["kind", [["Tag", [0]]]]),
    }


def test_two_orders_give_the_same_files() -> None:
    assert settle(_files(False)) == settle(_files(True))


def test_what_the_files_say_stays_and_is_sorted_and_their_names_lead_to_each_other() -> None:
    settled = settle(_files(True))
    entry = json.loads(settled["pagefind-entry.json"])
    assert entry["signs"] == ["‿"]
    meta = _unpacked(settled[f"pagefind.{entry['languages']['en']['hash']}.pf_meta"])
    assert [meta[:3], meta[4:]] == [["1.5.2", [["en_1234567", 3]], []], [[], ["title"]]]
    kind, tag = (_unpacked(settled[f"filter/{name}.pf_filter"]) for _, name in meta[3])
    assert (kind, tag) == (["kind", [["Tag", [0]]]], ["tag", [["C++", [0, 7]], ["Zoos", [0]]]])
    assert len(settled) == 4
