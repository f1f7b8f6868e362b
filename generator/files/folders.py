"""Files for an author or an owner in, written to a folder without touching what is there; templates for them out."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

from generator.files import TEMPLATES, SiteError, replace_file, write_data
from generator.model import DataFile, Source

COMPRESSED = frozenset(".html .css .js .json .svg .xml .txt .csv .bib .ris .graphml .map".split())
"""Suffixes of files in a site that are text, and much smaller compressed."""


def read_templates(name: str, *beside: str) -> tuple[DataFile, ...]:
    """The files below a folder of templates, sorted by path; then those of others, below a folder of that name."""
    others = (DataFile(f"{other}/{file.path}", file.data) for other in beside for file in read_templates(other))
    return (*read_folder(TEMPLATES / name), *others)


def read_folder(folder: Path) -> tuple[DataFile, ...]:
    """The files below a folder that are not hidden, sorted by path."""
    paths = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    shown = [path for path in paths if not any(part.startswith(".") for part in path.parts)]
    return tuple(DataFile(path.as_posix(), (folder / path).read_bytes()) for path in shown)


def read_theme(paths: Sequence[str]) -> tuple[DataFile, ...]:
    """Files of the site's theme, under their paths in a site."""
    return tuple(DataFile(path, (TEMPLATES / "theme" / path).read_bytes()) for path in paths)


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


def renew_file(folder: Path, old: Source | None, file: DataFile) -> None:
    """Put a file in the place of what was read there, or where nothing was. Raises OSError or SiteError as those do."""
    if old is None:
        add_file(folder, file)
    else:
        replace_file(folder / file.path, old.data, file.data)


def fill_folder(folder: Path, files: Sequence[DataFile]) -> None:
    """Write the files into a new or empty folder. Raises SiteError where it holds anything."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise SiteError(f"{folder} is not a folder; choose another")
    if folder.is_dir() and any(folder.iterdir()):
        raise SiteError(f"{folder} is not empty; choose another, or empty it")
    folder.mkdir(parents=True, exist_ok=True)
    write_data(folder, tuple(files))


def compress_files(folder: Path) -> None:
    """Write `page.html.gz` beside each `page.html`, and so on, for servers to send: the same bytes each time."""
    for path in sorted(folder.rglob("*")):
        if path.suffix in COMPRESSED and path.is_file():
            packed = path.with_name(f"{path.name}.gz")
            with packed.open("wb") as target, gzip.GzipFile("", "wb", 9, target, mtime=0) as file:
                file.write(path.read_bytes())
