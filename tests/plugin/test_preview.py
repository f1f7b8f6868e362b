"""A preview makes a page when it is asked for, and nothing for a build that is over."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, cast

import pytest
from jinja2 import FileSystemLoader
from samples import article, knowledge

from generator.files import TEMPLATES
from generator.model import DataFile, Document
from generator.pages import Page, plan_site
from generator.plugin.press import Press
from generator.plugin.preview import Preview
from generator.render import Renderer
from generator.settings import DEFAULTS

DRAFTS = plan_site(knowledge(article("seeds/a.txt", "Über uns", ["Cloud"])), (), DEFAULTS)


class _Plain:
    """A frame that is nothing but the content."""

    def wrap(self, page: Page, document: Document) -> str:
        return str(document.html)

    def url_of(self, path: str) -> str:
        return path


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    press = Press(Renderer(FileSystemLoader(TEMPLATES / "pages"), DEFAULTS), cast(Any, _Plain()))
    return Preview(
        tmp_path,
        press,
        DRAFTS,
        [DataFile("data/tags.json", b"[]")],
        [("notes/", "<html><body><h1>Notes</h1></body></html>")],
    )


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        ("", "index.html"),
        ("tags/cloud/", "tags/cloud/index.html"),
        ("tags/cloud", "tags/cloud/index.html"),
        ("tags/cloud/index.html", "tags/cloud/index.html"),
        ("tags/./x/../cloud/", "tags/cloud/index.html"),
        ("articles/uber-uns/", "articles/uber-uns/index.html"),
    ],
)
def test_one_page_is_made_when_it_is_asked_for(preview: Preview, tmp_path: Path, asked: str, made: str) -> None:
    preview.prepare(asked)
    assert _files(tmp_path) == [made]
    assert (tmp_path / made).read_text(encoding="utf-8").startswith("<")


def test_what_is_there_stays(preview: Preview, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine", encoding="utf-8")
    preview.prepare("index.html")
    preview.prepare("")
    assert (tmp_path / "index.html").read_text(encoding="utf-8") == "mine"
    assert _files(tmp_path) == ["index.html"]


@pytest.mark.parametrize("asked", ["data/tags.json", "no/such/page/", "../outside", "%2e%2e/outside", "a\0b"])
def test_for_any_other_path_the_other_files_are_made_once(preview: Preview, tmp_path: Path, asked: str) -> None:
    preview.prepare(asked)
    assert _files(tmp_path) == ["data/tags.json"]
    (tmp_path / "data" / "tags.json").unlink()
    preview.prepare(asked)
    assert _files(tmp_path) == []


def test_the_index_has_every_page(preview: Preview, tmp_path: Path) -> None:
    preview.prepare("pagefind/pagefind-entry.json")
    texts = [gzip.decompress(path.read_bytes()) for path in (tmp_path / "pagefind" / "fragment").iterdir()]
    urls = {json.loads(text.removeprefix(b"pagefind_dcd"))["url"] for text in texts}
    assert {"/", "/notes/", "/articles/uber-uns/", "/tags/cloud/"} <= urls


def test_a_build_that_is_over_writes_nothing(preview: Preview, tmp_path: Path) -> None:
    preview.end()
    for path in ("", "data/tags.json", "pagefind/pagefind.js"):
        preview.prepare(path)
    assert _files(tmp_path) == []
