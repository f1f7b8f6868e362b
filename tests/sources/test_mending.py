"""Edits made in a file, and all that stays as it is."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Edit, Source
from generator.sources.mending import mend

ENDS = st.sampled_from(["\n", "\r\n", "\r"])


def _mend(data: bytes, *edits: Edit) -> tuple[bytes, int]:
    source, made = mend(Source("seeds/a.txt", data), edits)
    return source.data, made


@pytest.mark.parametrize(
    ("before", "edit", "after"),
    [
        ("one two\n", Edit(1, 5, "two", "2"), "one 2\n"),
        ("one\r\ntwo\r\n", Edit(2, 1, "two\n", ""), "one\r\n"),
        ("one\r\ntwo", Edit(1, 4, "\ntwo", ""), "one"),
        ("one\rtwo\rthree", Edit(2, 1, "two\n", ""), "one\rthree"),
        ("東京 two", Edit(1, 4, "two", "2"), "東京 2"),
        ("one two", Edit(1, 5, "two", "dva два"), "one dva два"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_an_edit_changes_its_span_and_keeps_encoding_mark_and_line_ends(
    before: str, edit: Edit, after: str, encoding: str
) -> None:
    mark = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}.get(encoding, b"")
    assert _mend(mark + before.encode(encoding), edit) == (mark + after.encode(encoding), 1)


def test_a_file_in_windows_1252_stays_one() -> None:
    text = "The lab – as it calls itself – pays two"
    assert _mend(text.encode("cp1252"), Edit(1, 37, "two", "2")) == (text.replace("two", "2").encode("cp1252"), 1)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(1, 1, "two", "2"),
        Edit(1, 5, "two\n", ""),
        Edit(2, 1, "two", "2"),
        Edit(0, 1, "one", "1"),
        Edit(9, 1, "one", "1"),
        Edit(1, 50, "two", "2"),
        Edit(1, 5, "TWO", "2"),
    ],
)
def test_an_edit_that_does_not_fit_the_file_is_not_made(edit: Edit) -> None:
    assert _mend(b"one two", edit) == (b"one two", 0)


def test_a_line_with_invisible_signs_is_left_alone() -> None:
    data = "a\u00adone\u200bone\none".encode()
    assert _mend(data, Edit(1, 5, "one", "1"), Edit(2, 1, "one", "1")) == (data[:-3] + b"1", 1)


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    edits = (Edit(1, 5, "two", "2"), Edit(1, 3, "e tw", "-"), Edit(1, 9, "three", "3"))
    assert _mend(b"one two three", *edits) == (b"on-o 3", 2)


def test_what_is_no_text_is_not_mended() -> None:
    assert _mend(b"\xff\xfe\x00\x00one", Edit(1, 1, "one", "1")) == (b"\xff\xfe\x00\x00one", 0)


@given(st.lists(st.text(st.sampled_from("ab é東\t"), min_size=1, max_size=9), min_size=1), ENDS, st.integers(0, 8))
def test_every_byte_before_and_after_an_edit_stays(lines: list[str], end: str, start: int) -> None:
    before = end.join(lines).encode()
    for number, line in enumerate(lines, 1):
        old = line[min(start, len(line) - 1) :]
        after, made = _mend(before, Edit(number, len(line) - len(old) + 1, old, "NEW"))
        assert made == 1
        first, second = after.split(b"NEW")
        assert before == first + old.encode() + second
        assert first.decode().count(end) == number - 1
