"""The bytes of a file in, its lines out, with every sign that must not reach a page taken off and reported."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from generator.model import Line, Place, Problem, Problems, Source
from generator.text import HIDDEN

MAX_BYTES = 2_000_000
"""Largest file. The longest research articles are a tenth of it."""

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it starts with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_FORMATS = {
    b"%PDF-": "a PDF",
    b"{\\rtf": "RTF",
    b"PK\x03\x04": "an archive, such as DOCX or ODT",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"%!PS": "PostScript",
    b"\x1f\x8b": "packed",
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
}
"""How files begin that are no text, though all their bytes may be those of a text."""
LINE_END = re.compile(r"\r\n|\r|\n|\x85|\u2028|\u2029|\x0b|\x0c")
_QUOTES_AND_DASHES = re.compile(rb"[\x85\x91-\x94\x96\x97\x99\x80]")  # what cp1252 has where Latin-1 has controls
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060")
"""Signs that only tell where a line may break; taken out without a word."""
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""The hidden signs that Python takes for printable."""
_BREAKS = str.maketrans("", "", "\n\r\t")
_CP1252_WORDS = 30
"""A file shorter than this gives too little to tell cp1252 from other one-byte encodings."""


@lru_cache(maxsize=1)  # an article is read, and then checked
def read_lines(source: Source) -> tuple[tuple[Line, ...] | None, Problems]:
    """The text of a file as lines, or None with the problem that makes it unreadable.

    UTF-8 with or without a byte-order mark, UTF-16 with one, and text that can only be cp1252 are read. Everything
    else is an error that says where the first bad byte stands.
    """
    if len(source.data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes"
        return None, (_error(source, "too-large", message, "split the article, or take out what is not text"),)
    text, problems = _decode(source)
    if text is None:
        return None, problems
    lines: list[Line] = []
    hidden: list[Place] = []
    suspect = (_VARIANTS.search(text) or not text.translate(_BREAKS).isprintable()) and HIDDEN.search(text)
    for number, raw in enumerate(LINE_END.split(text), 1):
        clean = raw.rstrip("\x1a") if suspect else raw
        if suspect and (found := HIDDEN.search(clean)):
            hidden.append(Place(source.path, number, found.start() + 1))
            clean = HIDDEN.sub("", clean)
        lines.append(Line(number, clean if text.isascii() else clean.translate(_INVISIBLE)))
    if hidden:
        message = f"invisible control characters were taken out ({len(hidden)} line{'s' * (len(hidden) > 1)})"
        problems += (Problem(hidden[0], "hidden-characters", message, "delete them in the file", 1),)
    return tuple(lines), problems


def shown_lines(source: Source) -> tuple[str, ...]:
    """The text of a file, line by line as `read_lines` counts, whatever is wrong with it."""
    lines, _ = read_lines(source)
    if lines is None:
        return tuple(LINE_END.split(source.data.decode("utf-8", errors="replace")))
    return tuple(line.text for line in lines)


def encoding_of(source: Source) -> tuple[bytes, str]:
    """The byte-order mark and the encoding of a file that `read_lines` can read."""
    for mark, encoding in _MARKS:
        if source.data.startswith(mark):
            return mark, encoding
    try:
        source.data.decode("utf-8")
    except UnicodeDecodeError:
        return b"", "cp1252"
    return b"", "utf-8"


def _decode(source: Source) -> tuple[str | None, Problems]:
    data = source.data
    kind = next((kind for start, kind in _FORMATS.items() if data.startswith(start)), "")
    if kind:
        message, hint = f"the file is {kind}, and no text", "save the article as plain text, in UTF-8"
        return None, (Problem(Place(source.path, 1, 1), "encoding", message, hint),)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(source, data[len(mark) :], encoding)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_cp1252(source, error)
    if "\0" in text:
        line, column = _position(text[: text.index("\0")])
        message = "the file holds NUL bytes: it is not text, or it is UTF-16 without a byte-order mark"
        problem = Problem(Place(source.path, line, column), "encoding", message, "save the file as UTF-8", 1)
        return None, (problem,)
    return text, ()


def _decode_marked(source: Source, data: bytes, encoding: str) -> tuple[str | None, Problems]:
    if encoding.startswith("utf-32"):
        return None, (_error(source, "encoding", "the file is UTF-32", "save the file as UTF-8"),)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line, column = _position(data[: error.start].decode(encoding, errors="replace"))
        message = f"byte {error.start} after the byte-order mark is not {encoding.upper()}"
        place = Place(source.path, line, column)
        return None, (Problem(place, "encoding", message, "save the file as UTF-8", 1),)
    if encoding == "utf-8":
        return text, ()
    problem = Problem(
        Place(source.path), "other-encoding", f"the file is {encoding[:6].upper()}", "save the file as UTF-8"
    )
    return text, (problem,)


def _decode_cp1252(source: Source, error: UnicodeDecodeError) -> tuple[str | None, Problems]:
    """Text in the encoding of old Windows, if the file is long enough, and Western enough, to be sure of it."""
    data = source.data
    line, column = _position(data[: error.start].decode("utf-8", errors="replace"))
    place = Place(source.path, line, column)
    high = sum(byte >= 0x80 for byte in data)
    sure = bool(_QUOTES_AND_DASHES.search(data)) or len(data.split()) >= _CP1252_WORDS
    try:
        text = data.decode("cp1252") if sure and high * 10 < len(data) and b"\0" not in data else None
    except UnicodeDecodeError:
        text = None
    if text is not None:
        message = "the file is not UTF-8; it was read as Windows-1252"
        return text, (Problem(place, "other-encoding", message, "save the file as UTF-8", 1),)
    message = f"byte {error.start} (0x{data[error.start]:02x}) is not UTF-8; the file may be Windows-1252"
    return None, (Problem(place, "encoding", message, "save the file as UTF-8", 1),)


def _position(before: str) -> tuple[int, int]:
    """The line and column, from 1, of what comes after this text."""
    parts = LINE_END.split(before)
    return len(parts), len(parts[-1]) + 1


def _error(source: Source, code: str, message: str, hint: str) -> Problem:
    return Problem(Place(source.path), code, message, hint)
