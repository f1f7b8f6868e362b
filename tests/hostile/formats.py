"""A built site in, what a strict reader of each format finds wrong with its files out."""

from __future__ import annotations

import csv
import gzip
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import rispy
from bibtexparser.entrypoint import parse_string

from hostile.built import Built, Html
from hostile.cases import NotJudged

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a cell must not start with: a spreadsheet would take it for a formula."""


def complaints(site: Built, name: str) -> tuple[str, ...]:
    """What is wrong with all files of one format."""
    suffixes, read = READERS[name]
    return _complaints(str(site.folder), suffixes, read)


@cache
def _complaints(folder: str, suffixes: tuple[str, ...], read: Callable[[bytes], Iterator[str]]) -> tuple[str, ...]:
    found: list[str] = []
    files = [(path, data) for path, data in Built(Path(folder), 0, "").files() if path.endswith(suffixes)]
    if not files:
        raise NotJudged(f"the site has no file that ends in {' or '.join(suffixes)}")
    for path, data in files:
        try:
            found += [f"{path}: {one}" for one in read(data)]
        except (ValueError, ET.ParseError, csv.Error, AssertionError) as error:
            found.append(f"{path}: {error}")
    return tuple(found)


def read_json(data: bytes) -> Iterator[str]:
    """JSON as the standard has it: no NaN, no key twice."""
    json.loads(data.decode("utf-8"), parse_constant=_refuse, object_pairs_hook=_once)
    yield from ()


def _refuse(word: str) -> None:
    raise ValueError(f"{word} is no JSON")


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    assert len(dict(pairs)) == len(pairs), f"a key twice: {[key for key, _ in pairs]}"
    return dict(pairs)


def read_page(data: bytes) -> Iterator[str]:
    """Data inside a page is JSON, and holds no sign that could end the element it stands in."""
    for kind, text in Html(data.decode("utf-8")).scripts:
        if "json" in kind:
            yield from read_json(text.encode())
            if "<" in text and "ld+json" in kind:
                yield f"a block of {kind} holds <"


def read_csv(data: bytes) -> Iterator[str]:
    """Rows of one length, and no cell that a spreadsheet would run."""
    rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
    yield from (f"a row of {len(row)} cells" for row in rows if len(row) != len(rows[0]))
    yield from (f"the cell {cell!r}" for row in rows for cell in row if cell.startswith(FORMULA) and not _number(cell))


def _number(cell: str) -> bool:
    return cell.lstrip("-").replace(".", "", 1).isdecimal()


def read_xml(data: bytes) -> Iterator[str]:
    """Well-formed, without a document type, which could name other files."""
    assert b"<!DOCTYPE" not in data
    ET.fromstring(data)  # our own file, and this is how it is told that it is sound
    yield from ()


def read_gzip(data: bytes) -> Iterator[str]:
    """XML, packed."""
    yield from read_xml(gzip.decompress(data))


def read_bibtex(data: bytes) -> Iterator[str]:
    """Every block is an entry, and no two have one key."""
    library = parse_string(data.decode("utf-8"))
    yield from (f"not an entry: {block.raw}" for block in library.failed_blocks)
    if len(library.entries) != data.decode("utf-8").count("\n@") + data.startswith(b"@"):
        yield f"{len(library.entries)} entries are read"


def read_ris(data: bytes) -> Iterator[str]:
    """Every record starts and ends, and none holds a line that is no tag."""
    text = data.decode("utf-8")
    records = rispy.loads(text)
    ends = sum(line.startswith("ER  -") for line in text.splitlines())
    if len(records) != ends or any("unknown_tag" in record for record in records):
        yield f"{len(records)} records, {ends} ends"


def read_csl(data: bytes) -> Iterator[str]:
    """A list of works with an id, a type and a title each."""
    items = json.loads(data)
    ids = [item["id"] for item in items]
    yield from (f"no type or title: {item}" for item in items if not (item.get("type") and "title" in item))
    if len(set(ids)) != len(ids):
        yield "an id is given twice"


def read_turtle(data: bytes) -> Iterator[str]:
    """RDF that parses."""
    import pytest

    rdflib = pytest.importorskip("rdflib")
    rdflib.Graph().parse(data=data, format="turtle")
    yield from ()


READERS: dict[str, tuple[tuple[str, ...], Callable[[bytes], Iterator[str]]]] = {
    "json-valid": ((".json", ".jsonld"), read_json),
    "pages": ((".html",), read_page),
    "csv-safe": ((".csv",), read_csv),
    "xml-valid": ((".xml", ".graphml", ".atom", ".rss", ".svg"), read_xml),
    "packed": ((".xml.gz",), read_gzip),
    "bib-valid": ((".bib",), read_bibtex),
    "ris-valid": ((".ris",), read_ris),
    "csl-valid": ((".csl.json",), read_csl),
    "rdf-valid": ((".ttl",), read_turtle),
}
"""For each format the suffixes of its files, and its reader."""
