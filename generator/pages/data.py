"""The page of the data files: what each holds, how much of it, and what every field of it means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.exports import COLUMNS, bibliography, skos
from generator.exports.graph import GRAPHML_FIELDS
from generator.exports.schemas import FOLDER, SUFFIX, Schema, read_schema
from generator.model import Size, TocEntry
from generator.pages.records import DataField, DataSet, DataTable, Draft, Link
from generator.pages.views import Views

FORMATS = {"json": "JSON", "jsonld": "JSON-LD", "csv": "CSV", "graphml": "GraphML", "ttl": "Turtle"} | {
    one.suffix: one.name for one in bibliography.FORMATS
}
"""The name of each format by the suffix of its files, in the order of the page."""


def plan_data(views: Views) -> Iterator[Draft]:
    """The data files that a schema describes, by what they are about, with their sizes and all fields."""
    description = f"All that is on {views.settings.site_name}, to take away, with every field explained."
    yield Draft("data/", "data", "Data", description, partial(_fill, views), _contents)


def _fill(views: Views) -> Mapping[str, Any]:
    schemas = {schema.name: schema for schema in map(read_schema, views.schemas)}
    files: dict[str, list[Size]] = defaultdict(list)
    for file in views.sizes():
        files[_name_and_suffix(file)[0]].append(file)
    return {"sets": [_data_set(name, files[name], schemas) for name in sorted(files) if name in schemas]}


def _contents(values: Mapping[str, Any]) -> tuple[TocEntry, ...]:
    return (TocEntry("Files", "files"), *(TocEntry(one.title, one.anchor) for one in values["sets"]))


def _name_and_suffix(file: Size) -> tuple[str, str]:
    """`articles` and `csl.json` of `data/articles.csl.json`."""
    name, _, suffix = file.path.removeprefix("data/").partition(".")
    return name, suffix


def _data_set(name: str, files: Sequence[Size], schemas: Mapping[str, Schema]) -> DataSet:
    schema, cited = schemas[name], schemas.get(f"{name}.csl")
    tables = [_table(schema, ("Also in",), _holders(name))]
    if cited:
        tables.append(_table(cited, ("BibTeX", "RIS"), bibliography.OTHER_NAMES))
    return DataSet(
        title=schema.title,
        anchor=f"d-{name}",
        description=schema.description,
        number=files[0].items,
        files=tuple(
            Link(format, file.path, _size(file.bytes))
            for suffix, format in FORMATS.items()
            for file in files
            if _name_and_suffix(file)[1] == suffix
        ),
        schemas=tuple(Link(one.title, f"{FOLDER}{one.name}{SUFFIX}") for one in (schema, cited) if one),
        tables=tuple(tables),
    )


def _holders(name: str) -> Mapping[str, tuple[str, ...]]:
    """For each field of a JSON file the other format that has it, too."""
    fields = dict.fromkeys(COLUMNS.get(name, ()), ("CSV",))
    fields |= dict.fromkeys(GRAPHML_FIELDS if name == "graph" else (), ("GraphML",))
    return fields | dict.fromkeys(skos.FIELDS if name == "vocabulary" else (), ("Turtle",))


def _table(schema: Schema, heads: tuple[str, ...], others: Mapping[str, tuple[str, ...]]) -> DataTable:
    none = ("",) * len(heads)
    fields = (DataField(one.name, one.type, one.meaning, others.get(one.name, none)) for one in schema.properties)
    return DataTable(schema.title, heads, tuple(fields))


def _size(number: int) -> str:
    """A number of bytes, for a reader."""
    for scale, unit in ((10**6, "MB"), (10**3, "kB")):
        if number >= scale:
            return f"{number / scale:.1f} {unit}"
    return f"{number} bytes"
