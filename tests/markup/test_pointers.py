"""What in running text points at nothing: each is told with its place, and what is right is let be."""

from __future__ import annotations

import pytest
from samples import lines

from generator.markup.pointers import check_pointers

NUMBERS = frozenset({1, 2})


def _found(*texts: str) -> list[tuple[str, int, int]]:
    problems = check_pointers([lines(*texts)], NUMBERS, "a.txt")
    return [(one.code, one.place.line, one.place.column) for one in problems]


@pytest.mark.parametrize(
    "text",
    [
        "See [words](https://example.org/a_(b)) and <https://example.org/> and <a@example.org>.",
        "See [above](#s-introduction) and [mail](mailto:a@example.org).",
        "The code `[x](../y)` and `[9]` are let be.",
        "A matrix x[3] and a [link][4], and [5](https://example.org/).",
        "In 5 < 6 and a]() there is no link.",
    ],
)
def test_what_leads_somewhere_is_let_be(text: str) -> None:
    assert _found("As in [1].", text) == []


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("[x](javascript:a)", "unsafe-url", 5),
        ("[x](JAVA&#115;cript:a)", "unsafe-url", 5),
        ("![x](data:image/svg+xml,a)", "unsafe-url", 6),
        ("see <vbscript:a>", "unsafe-url", 6),
        ("[x](//example.org/a)", "unsafe-url", 5),
        ("[x](\\\\example.org\\a)", "unsafe-url", 5),
        ("[x](&#106;avascript:a)", "unsafe-url", 5),
        ("[x](../../a.md)", "relative-link", 5),
        ("![x](<a b.png>)", "relative-link", 7),
    ],
)
def test_what_leads_nowhere_is_told(text: str, code: str, column: int) -> None:
    assert _found(text) == [(code, 1, column)]


def test_numbers_are_those_of_references_only_where_one_of_them_is() -> None:
    assert _found("As in [1] and [2, 7].") == [("unknown-number", 1, 19)]
    assert _found("An array has [7] and [8].") == []


def test_code_is_let_be_and_what_is_open_is_told() -> None:
    assert _found("```", "[x](y)", "```") == []
    assert _found("```", "[x](y)") == [("open-code", 1, 1), ("relative-link", 2, 5)]


def test_a_note_given_twice_is_told_at_the_second() -> None:
    assert _found("x[^a] y[^b]", "[^a]: one", "[^b]: two", "[^a]: three") == [("repeated-note", 4, 3)]


def test_many_marks_take_no_longer_than_few() -> None:
    for text in ("[](" * 50_000, "<a:" * 50_000, "[1," * 50_000, "`" * 50_000, "[^" * 50_000):
        assert len(check_pointers([lines(text)], NUMBERS, "a.txt")) <= 50_000
