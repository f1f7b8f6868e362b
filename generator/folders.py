"""Files for an author or an owner in, written to a folder without touching what is there; templates for them out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.files import TEMPLATES, SiteError, write_data
from generator.model import DataFile


def read_templates(name: str) -> tuple[DataFile, ...]:
    """The files below a folder of templates, sorted by path."""
    folder = TEMPLATES / name
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return tuple(DataFile(path, (folder / path).read_bytes()) for path in paths)


def add_file(folder: Path, file: DataFile) -> Path:
    """The path of a file that was not there before. Raises SiteError where there is one, or no folder."""
    if not folder.is_dir():
        raise SiteError(f"there is no folder {folder.name}/ for the articles; create it, or set `seeds` in mkdocs.yml")
    path = folder / file.path
    try:
        with path.open("xb") as target:
            target.write(file.data)
    except FileExistsError as error:
        raise SiteError(f"{path} is there already; choose another title, or edit that file") from error
    return path


def fill_folder(folder: Path, files: Sequence[DataFile]) -> None:
    """Write the files into a new or empty folder. Raises SiteError where it holds anything."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise SiteError(f"{folder} is not a folder; choose another")
    if folder.is_dir() and any(folder.iterdir()):
        raise SiteError(f"{folder} is not empty; choose another, or empty it")
    folder.mkdir(parents=True, exist_ok=True)
    write_data(folder, tuple(files))
