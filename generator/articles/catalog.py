"""The catalog in (`seeds/catalog.yml`: file name -> title, slug, date …), the fields it gives each article out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from generator.articles.fields import read_fields
from generator.model import Field, Problem, Problems, Source
from generator.sources.decoding import read_lines
from generator.sources.mappings import no_mapping, read_mapping
from generator.text.nearest import Speller

Catalog = Mapping[str, tuple[Field, ...]]
"""For each path of an article, what the catalog says of it."""


def read_catalog(source: Source | None, paths: Sequence[str]) -> tuple[Catalog, Problems]:
    """The catalog's fields by article path. An entry may name a file with or without its suffix."""
    if source is None:
        return {}, ()
    lines, problems = read_lines(source)
    if lines is None:
        return {}, problems
    mapping, found = read_mapping("\n".join(line.text for line in lines), source.path)
    problems += found
    names = {name: path for path in paths for name in (PurePosixPath(path).stem, PurePosixPath(path).name)}
    speller = Speller(names)
    catalog: dict[str, tuple[Field, ...]] = {}
    for name, node in mapping.pairs:
        if name not in names:
            near = speller.nearest(name)
            hint = f"did you mean {near}?" if near else "remove the entry, or add the file"
            message = f"the catalog names {name}, and there is no such article"
            problems += (Problem(node.named_at, "unknown-file", message, hint, len(name)),)
            continue
        fields, found = read_fields(node, source.path)
        if wrong := no_mapping(name, node, "{title: A Title}"):
            problems += (wrong,)
        if names[name] in catalog:
            message = f"the catalog has a second entry for {names[name]}"
            problems += (Problem(node.named_at, "same-file", message, "make one of them", len(name)),)
            continue
        catalog[names[name]] = fields
        problems += found
    return catalog, problems
