"""What a page is made from decides whether it is made again; an edit costs no more pages than show it."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run


def _inodes(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): path.stat().st_ino for path in site.rglob("*.html")}


def _made(run: Run, project: Path, *words: str) -> set[str]:
    """The pages that a build made, and did not keep from the build before."""
    before = _inodes(project / "site")
    assert run("seedbed", "build", "--no-search", *words, cwd=project).returncode == 0
    return {path for path, inode in _inodes(project / "site").items() if before.get(path) != inode}


@pytest.fixture
def built(run: Run, project: Path) -> Path:
    """A project that was built, with an article that has nothing in common with the others."""
    text = "Harbours\n\nBackground\nA harbour has ships.\n\nTags\nHarbour\n"
    (project / "seeds" / "harbours.txt").write_text(text, encoding="utf-8")
    assert len(_made(run, project)) > 20
    return project


def test_only_what_is_in_the_navigation_is_made_again_where_nothing_changed(run: Run, built: Path) -> None:
    assert {path for path in _made(run, built) if path.count("/") > 1 or path == "404.html"} == {"404.html"}


def test_an_edit_makes_the_pages_again_that_show_it(run: Run, built: Path) -> None:
    seed = built / "seeds" / "harbours.txt"
    seed.write_text(seed.read_text(encoding="utf-8").replace("has ships", "has many ships"), encoding="utf-8")
    deep = {path for path in _made(run, built) if path.count("/") > 1}
    assert deep == {"articles/harbours/index.html", "tags/harbour/index.html"}


@pytest.mark.parametrize("setting", ["copyright: Us", "extra_css: [more.css]", "use_directory_urls: false"])
def test_a_setting_that_pages_show_makes_all_again(run: Run, built: Path, setting: str) -> None:
    config = built / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8") + f"\n{setting}\n", encoding="utf-8")
    assert _made(run, built) == {*_inodes(built / "site")}


def test_without_a_cache_nothing_is_kept(run: Run, built: Path) -> None:
    assert _made(run, built, "--no-cache") == {*_inodes(built / "site")}
