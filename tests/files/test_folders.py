"""Files for an author or an owner never take the place of others."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from generator.files import SiteError
from generator.files.folders import add_file, compress_files, fill_folder, read_folder, read_templates
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


def test_hidden_files_of_a_folder_are_not_read(tmp_path: Path) -> None:
    for name in (".a", "b", ".c/d"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert read_folder(tmp_path) == (DataFile("b", b"b"),)


def test_text_is_compressed_beside_itself_with_the_same_bytes_each_time(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder / "a").mkdir(parents=True)
        (tmp_path / folder / "a" / "index.html").write_text("words " * 99, encoding="utf-8")
        (tmp_path / folder / "picture.png").write_bytes(b"\x89PNG")
        compress_files(tmp_path / folder)
    packed = [(tmp_path / folder / "a" / "index.html.gz").read_bytes() for folder in ("one", "two")]
    assert packed[0] == packed[1]
    assert packed[0][4:8] == bytes(4)  # no time
    assert gzip.decompress(packed[0]).decode() == "words " * 99
    assert not (tmp_path / "one" / "picture.png.gz").exists()
