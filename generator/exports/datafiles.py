"""Items in, a data file out: JSON with one item a line, or CSV that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model import DataFile

VERSION = 1
"""The version of the contract; every JSON file carries it as `schema`."""
Item = Mapping[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)

_FORMULA = tuple("=+-@\t\r\n＝＋－＠")  # what makes a spreadsheet take a cell for a formula, full width too
_ERRORS = "backslashreplace"
"""A lone surrogate cannot be written as UTF-8; written as `\\udce9` it is an escape that JSON knows."""


def json_list(items: Iterable[Item]) -> str:
    """One item a line, so that a change of one article is a change of one line."""
    return _join([_json(item) for item in items])


def json_file(path: str, **lists: Iterable[Item]) -> DataFile:
    """The lists under their names, beside the version."""
    lines = {name: [_json(item) for item in items] for name, items in lists.items()}
    named = ", ".join(f'"{name}": {_join(listed)}' for name, listed in lines.items())
    text = f'{{"schema": {VERSION}, {named}}}\n'
    return DataFile(path, text.encode(errors=_ERRORS), sum(map(len, lines.values())))


def csv_file(path: str, items: Iterable[Item], columns: Sequence[str]) -> DataFile:
    """A row for each item under the names of its columns; a list is one cell, its values divided by `; `.

    A text that a spreadsheet would run as a formula starts with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    number = 0
    for item in items:
        writer.writerow(_cell(item[column]) for column in columns)
        number += 1
    return DataFile(path, out.getvalue().encode(errors=_ERRORS), number)


def _json(item: Item) -> str:
    return _ENCODER.encode(item)


def _join(lines: Sequence[str]) -> str:
    return "[\n" + ",\n".join(lines) + "\n]" if lines else "[]"


def _cell(value: Any) -> str:
    if isinstance(value, int | float):
        return json.dumps(value)
    text = "; ".join(value) if isinstance(value, list) else value or ""
    return f"'{text}" if text.startswith(_FORMULA) else text
