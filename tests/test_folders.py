"""Files for an author or an owner never take the place of others."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.files import SiteError
from generator.folders import add_file, fill_folder, read_templates
from generator.model import DataFile

FILE = DataFile("a/b.txt", b"new")


def test_templates_are_read_in_the_order_of_their_paths() -> None:
    paths = [file.path for file in read_templates("init")]
    assert paths == sorted(paths)
    assert "seeds/vocabulary.yml" in paths


def test_a_file_is_added_once_and_never_replaced(tmp_path: Path) -> None:
    file = DataFile("b.txt", b"new")
    assert add_file(tmp_path, file).read_bytes() == b"new"
    with pytest.raises(SiteError, match="is there already"):
        add_file(tmp_path, DataFile("b.txt", b"newer"))
    assert (tmp_path / "b.txt").read_bytes() == b"new"
    with pytest.raises(SiteError, match="no folder none/"):
        add_file(tmp_path / "none", file)


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "b.txt").symlink_to(tmp_path / "outside")
    with pytest.raises(SiteError, match="is there already"):
        add_file(tmp_path, DataFile("b.txt", b"new"))
    assert not (tmp_path / "outside").exists()


def test_a_new_or_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for name in ("empty", "new/below"):
        fill_folder(tmp_path / name, [FILE])
        assert (tmp_path / name / FILE.path).read_bytes() == b"new"


@pytest.mark.parametrize("kind", ["full", "file", "link"])
def test_anything_else_is_refused_and_left_as_it_is(tmp_path: Path, kind: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / ".hidden").write_text("old", encoding="utf-8")
    (tmp_path / "file").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "away")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(SiteError, match="choose another"):
        fill_folder(tmp_path / kind, [FILE])
    assert sorted(tmp_path.rglob("*")) == before
