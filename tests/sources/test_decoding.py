"""Bytes of every encoding, as lines or as one problem."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Line, Problems, Source
from generator.sources import decoding
from generator.sources.decoding import MAX_BYTES, read_lines
from generator.text import HIDDEN

LONG = "Das ist für alle. " * 30


def _read(data: bytes) -> tuple[list[str] | None, Problems]:
    lines, problems = read_lines(Source("seeds/a.txt", data))
    return None if lines is None else [line.text for line in lines], problems


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (decoding.LINE_END.fullmatch, "\r\n", "\n\n"),
        (decoding.LINE_END.fullmatch, "\u2028", "\t"),
        (HIDDEN.search, "a\x07", "a\tb\n"),
        (HIDDEN.search, "\u202eabc", "“abc”"),
        (HIDDEN.search, "\ufeff", "é"),
        (HIDDEN.search, "\uffff", "\ufffd"),
        (HIDDEN.search, "\U0001fffe", "\U0001f600"),
        (HIDDEN.search, "a\ufe0f", "❤\ufe0f"),
        (HIDDEN.search, "a\U000e0100", "葛\U000e0100"),
        (HIDDEN.search, "\U000e0041", "A"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(
    find: Callable[[str], re.Match[str] | None], yes: str, no: str
) -> None:
    assert find(yes)
    assert not find(no)


def test_a_quote_of_old_windows_is_told_from_a_letter() -> None:
    assert decoding._QUOTES_AND_DASHES.search("“so”".encode("cp1252"))
    assert not decoding._QUOTES_AND_DASHES.search("für".encode("cp1252"))


@pytest.mark.parametrize(
    "data",
    [
        "é\nb".encode(),
        codecs.BOM_UTF8 + "é\nb".encode(),
        "é\r\nb".encode(),
        "é\rb".encode(),
        "é\u2029b".encode(),
        "é\x0cb".encode(),
        "é\x85b".encode(),
        "\u200bé\nb\u00ad".encode(),
        "é\nb\x1a".encode(),
    ],
)
def test_utf8_with_any_line_ends_is_read_without_a_word(data: bytes) -> None:
    assert _read(data) == (["é", "b"], ())


def test_lines_are_numbered_from_one_and_an_empty_file_is_one_empty_line() -> None:
    assert read_lines(Source("a", b"x\n\ny"))[0] == (Line(1, "x"), Line(2, ""), Line(3, "y"))
    assert read_lines(Source("a", b""))[0] == (Line(1, ""),)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (codecs.BOM_UTF16_LE + "é\nb".encode("utf-16-le"), "the file is UTF-16"),
        (codecs.BOM_UTF16_BE + "é\nb".encode("utf-16-be"), "the file is UTF-16"),
    ],
)
def test_utf16_with_a_mark_is_read_with_a_warning(data: bytes, message: str) -> None:
    lines, problems = _read(data)
    assert lines == ["é", "b"]
    assert [(p.code, p.level, p.message) for p in problems] == [("other-encoding", "warning", message)]


@pytest.mark.parametrize(
    ("text", "place"),
    [("“so”, he said, and it was all right", (1, 1)), (LONG, (1, 10)), ("x\n" + LONG, (2, 10))],
)
def test_text_that_can_only_be_cp1252_is_read_with_a_warning(text: str, place: tuple[int, int]) -> None:
    lines, problems = _read(text.encode("cp1252"))
    assert lines == text.split("\n")
    assert [(p.level, (p.place.line, p.place.column)) for p in problems] == [("warning", place)]


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"ab\nc\xff", (2, 2), "byte 4 (0xff) is not UTF-8; the file may be Windows-1252"),
        ("für".encode("cp1252"), (1, 2), "byte 1 (0xfc) is not UTF-8; the file may be Windows-1252"),
        ("Москва ".encode("cp1251") * 40, (1, 1), "byte 0 (0xcc) is not UTF-8; the file may be Windows-1252"),
        ("ab\nc".encode("utf-16-le"), (1, 2), "the file holds NUL bytes"),
        (codecs.BOM_UTF32_LE + "a".encode("utf-32-le"), (1, 1), "the file is UTF-32"),
        (codecs.BOM_UTF32_BE + "a".encode("utf-32-be"), (1, 1), "the file is UTF-32"),
        (codecs.BOM_UTF8 + b"a\nb\xff", (2, 2), "byte 3 after the byte-order mark is not UTF-8"),
        (codecs.BOM_UTF16_LE + b"a\0b\0\x00\xdc", (1, 3), "byte 4 after the byte-order mark is not UTF-16-LE"),
        (b"x" * (MAX_BYTES + 1), (1, 1), "the file has more than 2,000,000 bytes"),
    ],
)
def test_what_cannot_be_read_is_one_error_at_its_first_bad_byte(
    data: bytes, place: tuple[int, int], message: str
) -> None:
    lines, problems = _read(data)
    assert lines is None
    (problem,) = problems
    assert (problem.level, (problem.place.line, problem.place.column)) == ("error", place)
    assert problem.message.startswith(message)


def test_the_largest_article_is_read() -> None:
    lines, problems = _read(b"x" * MAX_BYTES)
    assert lines is not None
    assert problems == ()


def test_hidden_characters_are_taken_out_with_one_warning_at_the_first() -> None:
    lines, problems = _read("one\nt\u202ewo\x07\nth\ufeffree".encode())
    assert lines == ["one", "two", "three"]
    (problem,) = problems
    assert (problem.code, problem.level) == ("hidden-characters", "warning")
    assert (problem.place.line, problem.place.column) == (2, 2)
    assert problem.message.endswith("(2 lines)")


@given(st.binary(max_size=200))
def test_any_bytes_are_lines_without_hidden_signs_or_else_an_error(data: bytes) -> None:
    lines, problems = _read(data)
    if lines is None:
        assert [problem.level for problem in problems] == ["error"]
    else:
        assert not any(HIDDEN.search(line) or decoding.LINE_END.search(line) for line in lines)


def test_every_hidden_sign_is_taken_out_wherever_it_stands() -> None:
    signs = [chr(code) for code in (*range(0xD800), *range(0xE000, 0x110000))]
    hidden = [sign for sign in signs if HIDDEN.search(f"a{sign}b") and sign != "\0"]
    assert len(hidden) > 400
    for sign in hidden:
        lines, problems = _read(f"a{sign}b".encode())
        assert lines == ["ab"], hex(ord(sign))
        assert [problem.code for problem in problems] == ["hidden-characters"], hex(ord(sign))


@pytest.mark.parametrize(
    "data", [b"{\\rtf1\\ansi Words.}", b"%PDF-1.4\nwords", b"PK\x03\x04word/", b"\x7fELF\x02", b"GIF89a words"]
)
def test_a_document_of_another_program_is_no_text(data: bytes) -> None:
    lines, (problem,) = read_lines(Source("seeds/a.txt", data))
    assert lines is None
    assert (problem.code, problem.level, problem.place.line, problem.place.column) == ("encoding", "error", 1, 1)
    assert "and no text" in problem.message
