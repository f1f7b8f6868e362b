"""A title in, the skeleton of an article out; a name in, the files of a new knowledge base out."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from string import Template

from generator.model import DataFile
from generator.sources.frontmatter import as_yaml, front_matter
from generator.text import collapse, slug

SECTIONS = ("Introduction", "Conclusion", "Summary", "Meta Description", "Tags", "Reference Links")
"""The headings of a skeleton. They are empty, so that every check names what is still to be written."""


def start_article(title: str) -> DataFile:
    """The skeleton of an article, under the name that its address will have."""
    title = collapse(title)
    text = front_matter({"title": title}) + "".join(f"\n{heading}\n" for heading in SECTIONS)
    return DataFile(f"{slug(title)}.txt", text.encode())


def start_site(name: str, templates: Iterable[DataFile]) -> tuple[DataFile, ...]:
    """The files of a new knowledge base: the templates, with its name put in, and `dot-` in a path made a dot."""
    name = collapse(name)
    words = {"name": name, "site_name": as_yaml({"site_name": name}).strip()}
    return tuple(
        DataFile(_dotted(file.path), _Text(file.data.decode()).substitute(words).encode()) for file in templates
    )


class _Text(Template):
    """Text in which only `@@name` is replaced: `$` and `{{` belong to the workflows and the server's settings."""

    delimiter = "@@"


def _dotted(path: str) -> str:
    """`dot-github/a.yml` as `.github/a.yml`: a package drops files whose names begin with a dot."""
    return PurePosixPath(
        *(f".{part.removeprefix('dot-')}" if part.startswith("dot-") else part for part in path.split("/"))
    ).as_posix()
