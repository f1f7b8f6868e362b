"""MkDocs's files in, the same with the pages about writing and setting up a site out."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator import files as disk
from generator.model import DataFile

GUIDE = tuple(
    f"guide/{name}.md"
    for name in ("index", "articles", "vocabulary", "configuration", "commands", "look", "inside", "limits")
)
"""The pages, in the order of a reader."""


def add_guide(files: Files, config: MkDocsConfig) -> tuple[str, ...]:
    """The pages, added to the files unless the owner has written one of that name."""
    for uri in GUIDE:
        if files.get_file_from_path(uri) is None:
            files.append(File(uri, str(disk.TEMPLATES), config.site_dir, config.use_directory_urls))
    return GUIDE


def read_guide() -> tuple[DataFile, ...]:
    """The pages as files, for a site that is built without the plugin."""
    return tuple(DataFile(uri, (disk.TEMPLATES / uri).read_bytes()) for uri in GUIDE)
