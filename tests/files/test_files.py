"""Folders of articles that hold anything, and a site that is replaced in one step."""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.files import (
    ARTICLE_SUFFIXES,
    SiteError,
    explain,
    read_paths,
    read_schemas,
    read_sources,
    replace_file,
)
from generator.model import NO_EXTRAS, Source
from generator.sources.decoding import MAX_BYTES


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    return folder


@pytest.fixture
def alarm() -> Iterator[None]:
    """Whatever waits for more than five seconds is interrupted and fails."""

    def stop(*_: object) -> None:
        raise AssertionError("reading a file blocks")  # and no OSError, which is caught

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def test_articles_of_all_folders_are_read_in_the_order_of_their_paths(seeds: Path) -> None:
    for name in ("b.txt", "a/z.md", "A.TXT", "c.markdown", "a/b/c.text"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_bytes(name.encode())
    sources, extras, problems = read_sources(seeds)
    names = ["A.TXT", "a/b/c.text", "a/z.md", "b.txt", "c.markdown"]
    assert sources == [Source(f"seeds/{name}", name.encode()) for name in names]
    assert (extras, problems) == (NO_EXTRAS, ())


def test_paths_start_with_the_name_that_is_shown(seeds: Path) -> None:
    (seeds / "a.txt").touch()
    assert [source.path for source in read_sources(seeds, "my/seeds")[0]] == ["my/seeds/a.txt"]


def test_the_catalog_stands_at_the_top_and_is_no_article(seeds: Path) -> None:
    (seeds / "deep").mkdir()
    for name in ("catalog.yml", "vocabulary.yml", "deep/catalog.yml", "deep/vocabulary.yml"):
        (seeds / name).write_text("a: 1")
    sources, extras, problems = read_sources(seeds)
    assert sources == []
    assert extras.catalog == Source("seeds/catalog.yml", b"a: 1")
    assert [problem.place.path for problem in problems] == ["seeds/deep/catalog.yml", "seeds/deep/vocabulary.yml"]


def test_hidden_files_and_folders_are_passed_over(seeds: Path) -> None:
    (seeds / ".git").mkdir()
    for name in (".DS_Store", ".a.txt", ".git/a.txt", ".catalog.yml"):
        (seeds / name).touch()
    assert read_sources(seeds) == ([], NO_EXTRAS, ())


@pytest.mark.parametrize("name", ["notes.pdf", "README", "a.txt~", "a.txt.bak"])
def test_a_file_with_an_unknown_suffix_is_a_warning(seeds: Path, name: str) -> None:
    (seeds / name).touch()
    sources, _, (problem,) = read_sources(seeds)
    assert sources == []
    assert (problem.code, problem.level, problem.place.path) == ("not-an-article", "warning", f"seeds/{name}")
    assert all(suffix in problem.hint for suffix in ARTICLE_SUFFIXES)


@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize("kind", ["pipe", "link", "broken link", "socket", "folder link"])
def test_what_is_no_regular_file_is_refused_and_never_blocks(
    seeds: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = seeds / "odd.txt"
    monkeypatch.chdir(seeds)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        with socket.socket(socket.AF_UNIX) as unix:
            unix.bind("odd.txt")  # a whole path may be longer than the name of a socket may be
    else:
        outside = {"link": seeds.parent / "secret.txt", "broken link": seeds / "none", "folder link": seeds}[kind]
        (seeds.parent / "secret.txt").write_text("a secret")
        path.symlink_to(outside)
    sources, _, (problem,) = read_sources(seeds)
    assert sources == []
    assert (problem.code, problem.level, problem.place.path) == ("unreadable", "error", "seeds/odd.txt")
    assert problem.message.startswith("the file cannot be read: ")
    assert problem.message.removeprefix("the file cannot be read: ")


@pytest.mark.usefixtures("alarm")
def test_a_pipe_in_the_place_of_the_catalog_is_refused(seeds: Path) -> None:
    os.mkfifo(seeds / "catalog.yml")
    sources, extras, (problem,) = read_sources(seeds)
    assert (sources, extras, problem.level) == ([], NO_EXTRAS, "error")


def test_a_link_to_a_folder_is_not_followed(seeds: Path) -> None:
    (seeds / "a.txt").touch()
    (seeds / "again").symlink_to(seeds)
    sources, _, problems = read_sources(seeds)
    assert [source.path for source in sources] == ["seeds/a.txt"]
    assert [(problem.code, problem.place.path) for problem in problems] == [("unreadable", "seeds/again")]


def test_no_more_is_read_of_a_huge_file_than_shows_that_it_is_too_large(seeds: Path) -> None:
    with (seeds / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES * 50)
    assert len(read_sources(seeds)[0][0].data) == MAX_BYTES + 1


def test_a_folder_that_does_not_exist_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match=r"there is no folder seeds/ for the articles; create it, or set `seeds`"):
        read_sources(tmp_path / "seeds")


def test_articles_may_be_named_one_by_one_or_by_folder(seeds: Path, tmp_path: Path) -> None:
    (seeds / "a.txt").write_text("a")
    (seeds / "catalog.yml").write_text("a: 1")
    alone = tmp_path / "alone.any"
    alone.write_text("b")
    sources, extras, problems = read_paths([alone, seeds])
    assert sources == [Source(alone.as_posix(), b"b"), Source(f"{seeds.as_posix()}/a.txt", b"a")]
    assert extras.catalog == Source(f"{seeds.as_posix()}/catalog.yml", b"a: 1")
    assert problems == ()


@pytest.mark.usefixtures("alarm")
def test_a_pipe_named_as_an_article_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    sources, _, (problem,) = read_paths([tmp_path / "pipe.txt"])
    assert sources == []
    assert (problem.code, problem.message) == ("unreadable", "the file cannot be read: it is not a regular file")


def test_a_named_file_that_does_not_exist_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(SiteError, match="there is no file or folder"):
        read_paths([tmp_path / "none.txt"])


def test_schemas_are_files_of_the_site() -> None:
    names = "articles.csl articles disagreements facts graph organizations partnerships problems"
    names += " references.csl references tags vocabulary"
    assert [file.path for file in read_schemas()] == [f"data/schema/{name}.schema.json" for name in names.split()]


@pytest.mark.parametrize(
    ("error", "wanted"),
    [
        (SiteError("there is no folder"), "there is no folder"),
        (
            OSError(errno.ENOSPC, "No space left on device", "/srv/site/index.html"),
            "index.html: No space left on device; free some space, then try again",
        ),
        (OSError(errno.EDQUOT, "Disk quota exceeded"), "Disk quota exceeded; free some space, then try again"),
        (
            PermissionError(errno.EACCES, "Permission denied", "/srv/site"),
            "site: Permission denied; allow writing there, or choose another folder",
        ),
        (
            PermissionError(errno.EPERM, "Operation not permitted"),
            "Operation not permitted; allow writing there, or choose another folder",
        ),
        (
            OSError(errno.EROFS, "Read-only file system", "/srv/site"),
            "site: Read-only file system; choose a folder on a disk that can be written",
        ),
        (OSError(errno.EIO, "Input/output error"), "Input/output error; what was published before is as it was"),
        (OSError("odd"), "odd; what was published before is as it was"),
    ],
)
def test_a_failure_of_the_disk_is_one_line_that_says_what_to_do(error: Exception, wanted: str) -> None:
    assert explain(error) == wanted


def test_a_file_is_replaced_with_its_permissions_and_nothing_is_left_beside_it(seeds: Path) -> None:
    path = seeds / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"old", b"new")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"new", 0o640)
    assert list(seeds.iterdir()) == [path]


def test_a_file_that_was_changed_meanwhile_is_not_replaced(seeds: Path) -> None:
    (seeds / "a.txt").write_bytes(b"newer")
    with pytest.raises(OSError, match="changed meanwhile") as raised:
        replace_file(seeds / "a.txt", b"old", b"new")
    assert explain(raised.value) == "a.txt: it was changed meanwhile; try again"
    assert (seeds / "a.txt").read_bytes() == b"newer"


def test_a_link_is_not_replaced_and_neither_is_what_it_leads_to(seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_bytes(b"old")
    (seeds / "a.txt").symlink_to(tmp_path / "letter.txt")
    with pytest.raises(OSError, match=r"symbolic links|a\.txt"):
        replace_file(seeds / "a.txt", b"old", b"new")
    assert (seeds / "a.txt").is_symlink()
    assert (tmp_path / "letter.txt").read_bytes() == b"old"


def test_a_disk_that_fails_leaves_the_old_file(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (seeds / "a.txt").write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        replace_file(seeds / "a.txt", b"old", b"new")
    assert (seeds / "a.txt").read_bytes() == b"old"
    assert [path.name for path in seeds.iterdir()] == ["a.txt"]
