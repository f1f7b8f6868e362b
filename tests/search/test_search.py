"""The full-text index, made by the program that is installed."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import FileSystemLoader

from generator import search
from generator.files import TEMPLATES
from generator.render import Renderer
from generator.render.indexing import Entry, Part
from generator.search import Index, SearchError
from generator.settings import DEFAULTS

RENDERER = Renderer(FileSystemLoader(TEMPLATES / "pages"), DEFAULTS)
PLAIN = RENDERER.render_entry(
    Entry("A Title", "Article", (Part("A Title", "", ("Words about C++.",)), Part("Why", "s-why", ("Because.",))))
)


@pytest.fixture
def index() -> Iterator[Index]:
    made = Index()
    yield made
    made.stop()


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _fragments(folder: Path) -> dict[str, Any]:
    """What the index holds of each page, by its address."""
    texts = (gzip.decompress(path.read_bytes()) for path in (folder / "fragment").iterdir())
    found = [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]
    return {one["url"]: one for one in found}


def test_a_page_is_held_with_its_text_sections_title_and_facets(index: Index, tmp_path: Path) -> None:
    index.add("a/", PLAIN)
    index.finish(tmp_path / "pagefind")
    (found,) = _fragments(tmp_path / "pagefind").values()
    assert found["content"] == "A Title. Words about C++. Why. Because."
    assert found["meta"] == {"title": "A Title"}
    assert found["filters"] == {"kind": ["Article"]}
    assert [(anchor["id"], anchor["text"]) for anchor in found["anchors"]] == [("s-why", "Why")]


def test_only_what_the_search_page_loads_is_kept(index: Index, tmp_path: Path) -> None:
    index.add("a/", PLAIN)
    index.finish(tmp_path)
    names = sorted(path.name for path in tmp_path.iterdir() if path.is_file())
    assert names.pop(1).startswith("pagefind.en_")
    assert names == ["pagefind-entry.json", "pagefind.js", "wasm.en.pagefind"]


def test_the_same_pages_give_the_same_bytes(tmp_path: Path) -> None:
    facets = tuple(("tag", f"Tag {number}") for number in range(30))
    for name in ("one", "two"):
        index = Index()
        for number in range(20):
            parts = (Part("T", "", (f"words {number} stand here",)),)
            entry = Entry(f"T {number}", "Article", parts, (), facets[number:])
            index.add(f"{number}/", RENDERER.render_entry(entry))
        index.finish(tmp_path / name)
        index.stop()
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")


def test_an_article_cannot_speak_to_pagefind(index: Index, tmp_path: Path) -> None:
    words = (
        "___PAGEFIND_WEIGHT___9 ___END_PAGEFIND_WEIGHT___ _____END_PAGEFIND_WEIGHT___ ___PAGEFIND_ANCHOR___h2:0:evil"
    )
    index.add("a/", RENDERER.render_entry(Entry("T", "Article", (Part("T", "", (f"{words} plain " * 3,)),))))
    index.finish(tmp_path)
    (found,) = _fragments(tmp_path).values()
    assert found["anchors"] == []
    assert found["content"].count("PAGEFIND_ANCHOR") == 3


def test_a_process_that_ends_too_soon_is_an_error_that_says_what_to_do(index: Index, tmp_path: Path) -> None:
    index.add("a/", PLAIN)
    index._process.kill()
    index._process.wait()
    with pytest.raises(SearchError, match="Pagefind ended before the index was whole; build again"):
        index.finish(tmp_path)


def test_files_that_stay_empty_are_an_error(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "_PATIENCE", 0.1)
    (tmp_path / "left").touch()
    index.add("a/", PLAIN)
    with pytest.raises(SearchError, match="Pagefind cannot write its files"):
        index.finish(tmp_path)


def test_what_pagefind_cannot_write_is_an_error(index: Index, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    index.add("a/", PLAIN)
    with pytest.raises(SearchError):
        index.finish(tmp_path / "file" / "pagefind")
