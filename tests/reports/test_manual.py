"""What `seedbed explain` prints."""

from __future__ import annotations

import pytest

from generator.codes import CODES, Code, Example
from generator.reports.manual import explain, list_codes

CODE = Code(
    "no-sun",
    "warning",
    "A day without sun",
    "It rains. " * 20 + "It rains.",
    (Example("one\n\n\ttwo\u202e", "day.txt"),),
    (Example("sun", "day.txt", "cp1252"), Example("moon")),
)


def test_the_page_of_a_code_has_its_explanation_and_both_examples() -> None:
    text = explain(CODE)
    assert text.startswith("no-sun: warning\n\nA day without sun.\n\nIt rains. ")
    assert (
        "For example:\n  day.txt\n    | one\n    |\n    | \\ttwo\\u202e\n\nMended:\n  day.txt (cp1252)\n    | sun\n"
        in text
    )
    assert text.endswith("  article.txt\n    | moon")


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_page_fits_a_terminal(code: Code) -> None:
    assert all(line.isprintable() for line in explain(code).split("\n"))
    assert code.explanation.split() <= explain(code).split() or code.explanation.split()[0] in explain(code)


def test_the_list_has_a_line_for_each_code_with_its_level_and_title() -> None:
    lines = list_codes().split("\n")
    assert [line.split()[0] for line in lines] == list(CODES)
    assert [line.split()[1] for line in lines] == [code.level for code in CODES.values()]
    assert all(line.endswith(code.title) for line, code in zip(lines, CODES.values(), strict=True))
