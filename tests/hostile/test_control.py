"""The control: on bare MkDocs with Material many of the same inputs run; if none did, the harness would be blind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from chromium import serve_folder
from conftest import Run
from playwright.sync_api import Browser

from hostile.entries import Entry
from hostile.walk import Walker

Record = Callable[[str, object], None]
LEAST = 25
"""Entries that must fire."""
_CONFIG = """\
site_name: Bare
theme: material
markdown_extensions: [attr_list, md_in_html, toc]
"""


@pytest.fixture(scope="module")
def bare(bad_inputs: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """The site that MkDocs with Material makes of the inputs that are text: one page each."""
    folder = tmp_path_factory.mktemp("bare")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    (folder / "docs" / "index.md").write_text("# Bare\n", encoding="utf-8")
    for entry in bad_inputs:
        if entry.category.startswith("xss") and _is_survived(entry):
            text = _page(entry).encode("utf-8", "surrogatepass")
            (folder / "docs" / f"{entry.stem}.md").write_bytes(text.replace(b"\0", b""))
    done = run("mkdocs", "build", "-q", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def test_bare_mkdocs_runs_what_seedbed_does_not(bare: Path, browser: Browser, record_property: Record) -> None:
    served = serve_folder(bare)
    context = browser.new_context()
    walker = Walker(context, next(served))
    pages = sorted(path.parent.name for path in bare.glob("bi-*/index.html"))
    fired = [page for page in pages if walker.look(f"{page}/").calls]
    context.close()
    next(served, None)
    record_property("run on bare MkDocs with Material", f"{len(fired)} of {len(pages)}")
    assert len(fired) >= LEAST, fired


def _is_survived(entry: Entry) -> bool:
    """Whether bare MkDocs builds a page with it at all: an address that Python cannot take apart ends the build."""
    try:
        return bool(urlsplit(entry.text))
    except ValueError:
        return False


def _page(entry: Entry) -> str:
    """A page as somebody would write it who trusts the text."""
    text = entry.text
    if entry.field == "reference_url":
        text = f"[link]({text})\n\n<{text}>\n\n![picture]({text})"
    front = {"description": entry.text} if entry.field == "meta_description" else {}
    return f"---\n{json.dumps(front)}\n---\n\n# {entry.id}\n\nWords.\n\n{text}\n\nMore words.\n"
