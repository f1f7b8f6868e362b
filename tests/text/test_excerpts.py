"""Where the carets stand under a line, as a terminal shows it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.excerpts import ROOM, excerpt, printable


@pytest.mark.parametrize(
    ("text", "column", "width", "rows"),
    [
        ("date: so", 7, 2, ("date: so", "      ^^")),
        ("date: so", 1, 4, ("date: so", "^^^^")),
        ("date: so", 7, 0, ("date: so", "      ^^")),
        ("  ## Price  ", 1, 0, ("  ## Price", "  ^^^^^^^^")),
        ("", 1, 0, ("", "^")),
        ("one", 4, 1, ("one", "   ^")),
        ("one", 9, 1, ("one", "   ^")),
        ("\tone", 2, 3, ("    one", "    ^^^")),
        ("a\tone", 3, 3, ("a   one", "    ^^^")),
        ("abcd\tone", 6, 3, ("abcd    one", "        ^^^")),
        ("a\tone", 2, 1, ("a   one", " ^^^")),
        ("東京, 日本", 5, 2, ("東京, 日本", "      ^^^^")),
        ("ＡＢ c", 4, 1, ("ＡＢ c", "     ^")),
        ("cafe\u0301 noir", 7, 4, ("cafe\u0301 noir", "     ^^^^")),
        ("e\u0301e\u0301e\u0301!", 7, 1, ("e\u0301e\u0301e\u0301!", "   ^")),
        ("\u1112\u1161\u11ab x", 5, 1, ("\u1112\u1161\u11ab x", "   ^")),
        ("🙂 x", 3, 1, ("🙂 x", "   ^")),
        ("a\x1b[2Jb c", 7, 1, ("a\\x1b[2Jb c", "         ^")),
        ("\u202eab c", 5, 1, ("\\u202eab c", "         ^")),
    ],
)
def test_the_carets_stand_under_the_span(text: str, column: int, width: int, rows: tuple[str, str]) -> None:
    assert excerpt(text, column, width) == rows


def _places(text: str) -> int:
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def _above(rows: tuple[str, str]) -> str:
    """The signs above the carets."""
    before = len(rows[1]) - len(rows[1].lstrip())
    shown, place = "", 0
    for sign in rows[0]:
        shown += sign if before <= place < len(rows[1]) else ""
        place += _places(sign)
    return shown


@pytest.mark.parametrize("at", [0, 6, 60, 402, 996])
@pytest.mark.parametrize("filler", ["a b ", "東京 ", "e\u0301 "])
def test_of_a_long_line_the_part_around_the_span_is_shown(at: int, filler: str) -> None:
    text = (filler * 1000)[:at] + "WRONG" + (filler * 1000)[:1000]
    rows = excerpt(text, at + 1, 5)
    assert _above(rows) == "WRONG"
    assert _places(rows[0]) <= ROOM + 2
    assert rows[0].startswith("…") == (at >= 60)
    assert rows[0].endswith("…")


def test_the_end_of_a_long_line_is_shown_without_an_ellipsis() -> None:
    rows = excerpt("a b " * 100 + "WRONG", 401, 5)
    assert rows[0].startswith("…")
    assert rows[0].endswith("WRONG")
    assert _places(rows[0]) <= ROOM + 1


@given(st.text(max_size=300), st.integers(1, 400), st.integers(0, 400))
def test_any_line_gives_two_rows_that_obey(text: str, column: int, width: int) -> None:
    row, carets = excerpt(text, column, width)
    assert row.isprintable()
    assert carets.strip(" ") == "^" * carets.count("^") != ""
    assert carets.count("^") <= ROOM + 30


@pytest.mark.parametrize(
    ("text", "shown"), [("a\nb", "a\\nb"), ("\ud800", "\\ud800"), ("é東", "é東"), ("\u200d", "\\u200d")]
)
def test_what_a_terminal_would_obey_is_an_escape(text: str, shown: str) -> None:
    assert printable(text) == shown
