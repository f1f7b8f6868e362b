"""JSON Schemas in, what they say of the data files out: each field with its type in words and its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.model import DataFile

FOLDER, SUFFIX = "data/schema/", ".schema.json"


@dataclass(frozen=True, slots=True)
class Property:
    """A field of the items in a data file: `sections[].words` is a field of each of an item's sections."""

    name: str
    type: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Schema:
    """What a data file holds; `name` is that of the file without `.json`."""

    name: str
    title: str
    description: str
    properties: tuple[Property, ...]


_TYPES = {"integer": "whole number", "boolean": "true or false", "object": "record"}
_FORMATS = {"date": "date", "uri": "address", "uri-reference": "path"}


def read_schema(file: DataFile) -> Schema:
    """The schema in a file, without what all files have around their items: `schema` and `items`."""
    schema = json.loads(file.data)
    inside = schema if "items" in schema else schema["properties"].get("items", schema)
    found = _properties("", inside.get("items", inside))
    name = file.path.removeprefix(FOLDER).removesuffix(SUFFIX)
    return Schema(name, schema["title"], schema["description"], tuple(one for one in found if one.name != "schema"))


def _properties(within: str, schema: Mapping[str, Any]) -> Iterator[Property]:
    for name, field in schema["properties"].items():
        inner = field.get("items", field)
        path = f"{within}{name}[]" if inner is not field and "properties" in inner else f"{within}{name}"
        yield Property(path, _type(field), field["description"])
        if "properties" in inner:
            yield from _properties(f"{path}.", inner)


def _type(field: Mapping[str, Any]) -> str:
    """`text`, `date or null`, `one of red, blue`, `any of red, blue`, `list of records`."""
    if "const" in field:
        return f"always {field['const']}"
    if "enum" in field:
        return f"one of {', '.join(field['enum'])}"
    if field["type"] == "array":
        inner = field["items"]
        if "enum" in inner:
            return f"any of {', '.join(inner['enum'])}"
        return f"list of {'records' if 'properties' in inner else _type(inner)}"
    named = {**_TYPES, "string": _FORMATS.get(field.get("format", ""), "text")}
    types = [field["type"]] if isinstance(field["type"], str) else field["type"]
    return " or ".join(named.get(one, one) for one in types)
