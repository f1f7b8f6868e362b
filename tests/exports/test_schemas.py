"""What the schemas say of the data files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from generator.exports.schemas import Property, Schema, read_schema
from generator.files import read_schemas
from generator.model import DataFile

FILES = {file.path.rpartition("/")[2]: file for file in read_schemas()}


def _schema(properties: dict[str, Any]) -> Schema:
    items = {"type": "array", "items": {"type": "object", "properties": properties}}
    whole = {"title": "Things", "description": "All things.", "type": "object", "properties": {"items": items}}
    return read_schema(DataFile("data/schema/things.schema.json", json.dumps(whole).encode()))


def _fields(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    for name, field in schema.get("properties", {}).items():
        yield f"{path}{name}", field
        yield from _fields(field, f"{path}{name}.")
    if "items" in schema:
        yield from _fields(schema["items"], path)


@pytest.mark.parametrize("name", FILES)
def test_every_schema_is_one_and_says_of_every_field_what_it_means(name: str) -> None:
    schema = json.loads(FILES[name].data)
    jsonschema.Draft202012Validator.check_schema(schema)
    fields = dict(_fields(schema))
    assert len(fields) > 3
    assert {path for path, field in fields.items() if not field.get("description", "").endswith(".")} == set()
    assert schema["title"]
    assert schema["description"].endswith(".")


@pytest.mark.parametrize("name", FILES)
def test_every_schema_refuses_what_it_does_not_describe(name: str) -> None:
    """So a field that no schema has is noticed wherever data are held against it."""

    def check(schema: dict[str, Any]) -> None:
        if "properties" in schema:
            assert schema["additionalProperties"] is False
        for inner in (*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])):
            check(inner)

    check(json.loads(FILES[name].data))


@pytest.mark.parametrize(
    ("field", "wanted"),
    [
        ({"type": "string"}, "text"),
        ({"type": "integer"}, "whole number"),
        ({"type": ["number", "null"]}, "number or null"),
        ({"type": ["string", "null"], "format": "date"}, "date or null"),
        ({"type": "string", "format": "uri"}, "address"),
        ({"type": "string", "format": "uri-reference"}, "path"),
        ({"type": "boolean"}, "true or false"),
        ({"const": "organization"}, "always organization"),
        ({"enum": ["red", "blue"]}, "one of red, blue"),
        ({"type": "array", "items": {"type": "string"}}, "list of text"),
        ({"type": "array", "items": {"enum": ["red", "blue"]}}, "any of red, blue"),
        ({"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}, "list of list of whole number"),
    ],
)
def test_a_type_is_said_in_words(field: dict[str, Any], wanted: str) -> None:
    assert _schema({"x": {**field, "description": "So."}}).properties == (Property("x", wanted, "So."),)


def test_the_fields_of_records_follow_them_under_their_path() -> None:
    inner = {"properties": {"y": {"type": "string", "description": "Inner."}}}
    found = _schema(
        {
            "many": {"type": "array", "items": {"type": "object", **inner}, "description": "Many."},
            "one": {"type": "object", **inner, "description": "One."},
        }
    )
    assert found.properties == (
        Property("many[]", "list of records", "Many."),
        Property("many[].y", "text", "Inner."),
        Property("one", "record", "One."),
        Property("one.y", "text", "Inner."),
    )
    assert (found.name, found.title, found.description) == ("things", "Things", "All things.")


def test_a_file_that_is_no_list_of_items_has_its_own_fields_and_one_that_is_a_list_alone_those_of_its_items() -> None:
    graph = read_schema(FILES["graph.schema.json"])
    assert [one.name for one in graph.properties if "." not in one.name] == ["nodes[]", "edges[]"]
    works = read_schema(FILES["references.csl.schema.json"])
    assert works.name == "references.csl"
    assert [one.name for one in works.properties] == ["id", "type", "title", "publisher", "URL"]
