"""The page of the data files, held against the files themselves."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from samples import article, citation, knowledge, problem

from generator.exports import COLUMNS, export_data
from generator.files import read_schemas
from generator.model import DataFile, Size
from generator.pages.data import plan_data
from generator.pages.records import DataSet, Page
from generator.pages.views import Views
from generator.settings import Settings

SETTINGS = Settings("My Base", site_url="https://a.example/")
KNOWN = knowledge(
    replace(
        article(
            "seeds/a.txt",
            "Alpha",
            ["AI", "Law"],
            [citation(1, "A Work", "https://a.example/work", "Reuters")],
            date="2026-05-03",
            states=[
                "OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027.",
                "Reports differ: one gives EUR 2 billion, while another gives EUR 4 billion.",
            ],
        ),
        authors=("A. Editor",),
    ),
    article("seeds/b.txt", "Beta", ["ai"]),
)


def _page(data: Iterable[DataFile]) -> Page:
    sizes = [Size(file.path, len(file.data), file.items) for file in data]
    (draft,) = plan_data(Views(KNOWN, (), SETTINGS, lambda: sizes, read_schemas()))
    return draft.page()


@pytest.fixture(scope="module")
def files() -> dict[str, DataFile]:
    return {file.path: file for file in export_data(KNOWN, (problem(),), SETTINGS)}


@pytest.fixture(scope="module")
def sets(files: dict[str, DataFile]) -> dict[str, DataSet]:
    return {one.anchor: one for one in _page(files.values()).values["sets"]}


def _paths(value: Any, path: str = "") -> Iterator[str]:
    """The names of all fields in data, as the page writes them."""
    if isinstance(value, dict):
        for name, inner in value.items():
            listed = isinstance(inner, list) and bool(inner) and isinstance(inner[0], dict)
            yield f"{path}{name}" + "[]" * listed
            yield from _paths(inner, f"{path}{name}{'[]' * listed}.")
    elif isinstance(value, list):
        for inner in value:
            yield from _paths(inner, path)


def _found(data: bytes) -> set[str]:
    read = json.loads(data)
    return set(_paths(read if isinstance(read, list) else read.get("items", read))) - {"schema"}


def _tables(sets: dict[str, DataSet]) -> dict[str, set[str]]:
    """The fields that the page names, by the file that has them."""
    return {
        file.path.removeprefix("data/"): {field.name for field in table.fields}
        for one in sets.values()
        for file, table in zip([file for file in one.files if "json" in file.path], one.tables, strict=True)
    }


def test_every_file_is_on_the_page_with_its_size_and_its_items(
    sets: dict[str, DataSet], files: dict[str, DataFile]
) -> None:
    links = [link for one in sets.values() for link in one.files]
    assert sorted(link.path for link in links) == sorted(files)
    assert {file.items for path, file in files.items() if path.startswith("data/articles.")} == {2}
    assert [(one.title, one.number) for one in sets.values()] == [
        ("Articles", 2),
        ("Disagreements", 1),
        ("Facts", 5),
        ("Graph", 3),
        ("Organisations", 2),
        ("Partnerships", 1),
        ("Problems", 1),
        ("References", 1),
        ("Tags", 2),
        ("Vocabulary", 9),
    ]
    assert [link.text for link in sets["d-articles"].files] == ["JSON", "CSV", "BibTeX", "CSL-JSON", "RIS"]


@pytest.mark.parametrize(
    ("size", "wanted"),
    [(0, "0 bytes"), (999, "999 bytes"), (1000, "1.0 kB"), (48_649, "48.6 kB"), (2_345_678, "2.3 MB")],
)
def test_a_size_is_said_for_a_reader(size: int, wanted: str) -> None:
    (found,) = _page([DataFile("data/tags.csv", b"x" * size)]).values["sets"]
    assert [link.note for link in found.files] == [wanted]


def test_every_schema_is_on_the_page(sets: dict[str, DataSet]) -> None:
    linked = {link.path for one in sets.values() for link in one.schemas}
    assert linked == {file.path for file in read_schemas()}


def test_the_fields_on_the_page_are_those_of_the_files(sets: dict[str, DataSet], files: dict[str, DataFile]) -> None:
    tables = _tables(sets)
    assert {f"data/{name}" for name in tables} == {path for path in files if "json" in path}
    for name, fields in tables.items():
        assert fields == _found(files[f"data/{name}"].data), name


def test_the_fields_on_the_page_are_those_of_the_site_itself(site: Path, sets: dict[str, DataSet]) -> None:
    for name, fields in _tables(sets).items():
        found = _found((site / "data" / name).read_bytes())
        assert found <= fields if name.endswith(("csl.json", "jsonld")) else found == fields, name


@pytest.mark.parametrize("name", COLUMNS)
def test_the_columns_of_a_spreadsheet_are_the_fields_that_the_page_says_are_in_it(
    sets: dict[str, DataSet], files: dict[str, DataFile], name: str
) -> None:
    header = next(csv.reader(io.StringIO(files[f"data/{name}.csv"].data.decode())))
    (table, *_) = sets[f"d-{name}"].tables
    assert set(header) == {field.name for field in table.fields if field.others == ("CSV",)}
    assert all(field.meaning for field in table.fields)


def test_graphml_has_the_fields_that_the_page_says_are_in_it(
    sets: dict[str, DataSet], files: dict[str, DataFile]
) -> None:
    root = ET.fromstring(files["data/graph.graphml"].data)
    found = set()
    for owner in ("node", "edge"):
        for element in root.findall(f".//{{*}}{owner}"):
            found |= {f"{owner}s[].{name}" for name in element.attrib}
            found |= {f"{owner}s[].{(data.get('key') or '').removeprefix(f'{owner}-')}" for data in element}
    (table,) = sets["d-graph"].tables
    assert found == {field.name for field in table.fields if field.others == ("GraphML",)}


@pytest.mark.parametrize("name", ["articles", "references"])
def test_bibtex_and_ris_have_the_names_that_the_page_gives_their_fields(
    sets: dict[str, DataSet], files: dict[str, DataFile], name: str
) -> None:
    names = [field.others for field in sets[f"d-{name}"].tables[1].fields if any(field.others)]
    bibtex = re.findall(r"^  (\w+) =|^@misc\{([\w-]+),$", files[f"data/{name}.bib"].data.decode(), re.M)
    assert _split(bib for bib, _ in names) - {"the type"} == {field or "the key" for field, _ in bibtex}
    ris = re.findall(r"^([A-Z0-9]{2})  - ", files[f"data/{name}.ris"].data.decode(), re.M)
    assert _split(tag for _, tag in names) | {"ER"} == set(ris)


def _split(cells: Iterable[str]) -> set[str]:
    return {name for cell in cells for name in cell.split(", ")}


def test_a_file_that_no_schema_describes_is_no_data_file() -> None:
    assert _page([DataFile("data/explore.js", b"x")]).values["sets"] == []


def test_without_files_there_is_a_page_that_says_so() -> None:
    assert _page(()).values["sets"] == []
