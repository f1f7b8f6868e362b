"""What is made once for many pages gives the bytes that MkDocs gives page by page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import Run

from generator.workers import FEW

HOOK = "def on_post_page(output, page, config):\n    return output\n"
"""A hook that wants to see every page, so that MkDocs makes them all."""


@pytest.fixture
def large(project: Path) -> Path:
    """A project with so many pages that they are made in several processes, and hand-written ones that link to them."""
    for number in range(FEW):
        tags = f"Tag {number}, OpenAI"
        text = f"Title {number}\n\nBackground\nOpenAI pays Oracle ${number + 1} billion by 2030.\n\nTags\n{tags}\n"
        (project / "seeds" / f"more-{number}.txt").write_text(text, encoding="utf-8")
    (project / "docs" / "notes.md").write_text("# Notes\n\n[One](articles/title-1/index.md)\n", encoding="utf-8")
    beside = project / "docs" / "articles" / "title-1"  # links to it are shorter on the page of that article
    beside.mkdir(parents=True)
    (beside / "more.md").write_text("# More\n\n[Notes](../../notes.md)\n", encoding="utf-8")
    (project / "hook.py").write_text(HOOK, encoding="utf-8")
    return project


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _built(run: Run, project: Path, more: str = "", *words: str) -> dict[str, bytes]:
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "other.yml").write_text(config + more, encoding="utf-8")
    done = run("seedbed", "build", "-f", "other.yml", *words, cwd=project)
    assert done.returncode == 0, done.stderr
    return _tree(project / "site")


def _differing(one: dict[str, bytes], other: dict[str, bytes]) -> Iterator[str]:
    return (path for path in sorted({*one, *other}) if one.get(path) != other.get(path))


@pytest.mark.parametrize(
    "settings", ["", "site_url: https://base.example/kb/\nextra_css: [more.css]\n", "use_directory_urls: false\n"]
)
def test_pages_in_shared_shells_are_those_of_mkdocs(run: Run, large: Path, settings: str) -> None:
    plain = _built(run, large, f"{settings}hooks: [hook.py]\n")
    assert list(_differing(_built(run, large, settings, "--jobs", "2"), plain)) == []
    assert list(_differing(_built(run, large, settings, "--jobs", "1"), plain)) == []
    assert sum(path.endswith(".html") for path in plain) > 2 * FEW


def test_a_page_that_the_owner_lists_is_in_the_navigation(run: Run, large: Path) -> None:
    nav = "nav: [index.md, tags/openai/index.md, articles/title-1/more.md]\n"
    assert list(_differing(_built(run, large, nav), _built(run, large, f"{nav}hooks: [hook.py]\n"))) == []


def test_a_template_of_the_owners_sees_every_page(run: Run, large: Path) -> None:
    (large / "own" / "partials").mkdir(parents=True)
    own = "<footer>{{ page.content | length }}</footer>"
    (large / "own" / "partials" / "footer.html").write_text(own, encoding="utf-8")
    config = (large / "mkdocs.yml").read_text(encoding="utf-8")
    text = config.replace("theme: seedbed", "theme:\n  name: seedbed\n  custom_dir: own")
    (large / "mkdocs.yml").write_text(text, encoding="utf-8")
    tree = _built(run, large)
    lengths = {tree[f"articles/{slug}/index.html"].partition(b"<footer>")[2] for slug in ("title-1", "title-22")}
    assert len(lengths) == 2
