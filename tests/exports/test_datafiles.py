"""Items as JSON and CSV."""

from __future__ import annotations

import csv
import io
import json

import pytest

from generator.exports.datafiles import csv_file, json_file, json_list

ITEMS: list[dict[str, object]] = [{"name": "Béta", "size": 1}, {"name": "Gamma\n", "size": None}]


def _rows(value: object) -> list[dict[str, str]]:
    data = csv_file("data/x.csv", [{"a": value, "b": 1}], ("b", "a")).data
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_one_item_is_one_line_of_utf8() -> None:
    file = json_file("data/x.json", items=ITEMS)
    lines = file.data.decode().splitlines()
    assert lines[0] == '{"schema": 1, "items": ['
    assert "Béta" in lines[1]
    assert lines[-1] == "]}"
    assert len(lines) == len(ITEMS) + 2
    assert json.loads(file.data) == {"schema": 1, "items": ITEMS}
    assert (file.path, file.items) == ("data/x.json", 2)


def test_several_lists_are_one_file_and_all_their_items_are_counted() -> None:
    file = json_file("data/x.json", nodes=ITEMS, edges=[])
    assert json.loads(file.data) == {"schema": 1, "nodes": ITEMS, "edges": []}
    assert file.items == 2


def test_no_items_are_an_empty_list_on_one_line() -> None:
    assert json_list([]) == "[]"
    assert json_file("data/x.json", items=[]).data == b'{"schema": 1, "items": []}\n'


def test_a_number_that_json_does_not_know_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="JSON"):
        json_list([{"value": float("nan")}])


@pytest.mark.parametrize(
    ("value", "wanted"),
    [
        ("a", "a"),
        ('"a", b', '"a", b'),
        (["a", "b c"], "a; b c"),
        ([], ""),
        (None, ""),
        (-5, "-5"),
        (1.5, "1.5"),
        (True, "true"),
    ],
)
def test_a_cell_is_text_a_list_its_values_and_nothing_is_empty(value: object, wanted: str) -> None:
    assert _rows(value) == [{"b": "1", "a": wanted}]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
@pytest.mark.parametrize("listed", [False, True])
def test_a_text_that_a_spreadsheet_would_run_starts_with_an_apostrophe(sign: str, listed: bool) -> None:
    text = f'{sign}HYPERLINK("https://a.example", "$5")'
    assert _rows([text, "x"] if listed else text)[0]["a"] == f"'{text}" + ("; x" if listed else "")


def test_a_table_without_rows_has_its_columns() -> None:
    file = csv_file("data/x.csv", [], ("a", "b"))
    assert (file.data, file.items) == (b"a,b\r\n", 0)


def test_a_lone_surrogate_does_not_stop_a_file() -> None:
    """Python puts one for each byte of a name on the disk that is not UTF-8."""
    assert json.loads(json_file("data/x.json", items=[{"a": "caf\udce9"}]).data)["items"] == [{"a": "caf\udce9"}]
    assert _rows("caf\udce9")[0]["a"] == "caf\\udce9"
