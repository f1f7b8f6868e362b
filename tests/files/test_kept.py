"""A file that was made from the same is linked; one that anybody has touched since is not."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from generator.files.kept import Kept

PAGE, KEY = "tags/one/index.html", b"made from this"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder with a site of one page, which was noted."""
    (tmp_path / "site" / PAGE).parent.mkdir(parents=True)
    (tmp_path / "site" / PAGE).write_text("<p>one", encoding="utf-8")
    Kept(tmp_path / "record", tmp_path / "none", tmp_path / "site").note({PAGE: KEY})
    return tmp_path


def _take(built: Path, key: bytes = KEY) -> bool:
    return Kept(built / "record", built / "site", built / "next").take(PAGE, key)


def test_a_file_made_from_the_same_is_linked(built: Path) -> None:
    assert _take(built)
    assert (built / "next" / PAGE).samefile(built / "site" / PAGE)


def test_a_file_made_from_something_else_is_not(built: Path) -> None:
    assert not _take(built, b"made from that")
    assert not (built / "next" / PAGE).exists()


def test_a_file_that_was_written_to_since_is_not(built: Path) -> None:
    page = built / "site" / PAGE
    page.write_text("<p>two", encoding="utf-8")
    os.utime(page, ns=(1, page.stat().st_mtime_ns + 1))  # the clock of a file system may be slow
    assert not _take(built)
    assert not (built / "next" / PAGE).exists()


def test_a_link_in_the_place_of_a_file_is_not(built: Path) -> None:
    page = built / "site" / PAGE
    page.rename(built / "elsewhere")
    page.symlink_to(built / "elsewhere")
    assert not _take(built)


def test_a_record_that_is_gone_or_broken_keeps_nothing(built: Path) -> None:
    record = (built / "record").read_bytes()
    for broken in (b"", record[:-1], record[:20] + b"x" + record[21:], b"\x00" * 40):
        (built / "record").write_bytes(broken)
        assert not _take(built)
    (built / "record").unlink()
    assert not _take(built)


def test_a_link_that_cannot_be_taken_away_ends_the_build(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be made in its place would be written into the published site."""

    def refuse(path: Path) -> None:
        raise OSError(errno.EIO, "Input/output error", str(path))

    page = built / "site" / PAGE
    page.write_text("<p>three", encoding="utf-8")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(OSError, match="Input/output error"):
        _take(built)
