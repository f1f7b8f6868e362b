"""Headings with a slip, and headings with nothing below them."""

from __future__ import annotations

import pytest

from generator.articles.sections import split_sections
from generator.articles.seeds import read_seed
from generator.model import Problem, Seed, Source

ARTICLE = """\
A Lease in Texas

Introduction
Oracle rents out halls to one tenant, who pays by the year.
{0}
Conclusion
The lease ends in 2041, and nobody knows what comes after it.
"""


def _slips(text: str) -> list[Problem]:
    seed, _ = read_seed(Source("seeds/a.txt", text.encode()))
    assert isinstance(seed, Seed)
    return [problem for problem in split_sections(seed)[1] if problem.code == "misspelt-section"]


@pytest.mark.parametrize(
    ("lines", "place", "old", "new"),
    [
        ("Summry\nOracle rents out halls, and one tenant pays for them by the year.", (5, 1), "Summry", "Summary"),
        ("## SUMMRY\nOracle rents.", (5, 4), "SUMMRY", "SUMMARY"),
        ("**tgas**\nOracle, Crusoe", (5, 3), "tgas", "tags"),
        ("Tagss: Oracle, Crusoe", (5, 1), "Tagss", "Tags"),
        ("Tagss\nOracle, Crusoe", (5, 1), "Tagss", "Tags"),
        ("3. Refrence Links:\n- A Report", (5, 4), "Refrence Links", "Reference Links"),
        ("Tags\nOracle\nRefrences\n- A Report", (7, 1), "Refrences", "References"),
    ],
)
def test_a_name_with_a_slip_is_found_wherever_it_is_read_with_the_edit_that_mends_it(
    lines: str, place: tuple[int, int], old: str, new: str
) -> None:
    (problem,) = _slips(ARTICLE.format(lines))
    assert (problem.place.line, problem.place.column, problem.width) == (*place, len(old))
    assert [(edit.old, edit.new) for edit in problem.edits] == [(old, new)]
    assert (problem.edits[0].line, problem.edits[0].column) == place


@pytest.mark.parametrize(
    "lines",
    [
        "Summary\nOracle rents.",
        "## Data\nOracle rents out halls.",
        "## Tabs\nOracle rents out halls.",
        "Tags\nOracle\n\nTagss\nmore of them",
        "A summary\nof it is that Oracle rents out halls.",
        "Sumary.",
        "The summry of it is that Oracle rents out halls, and that one tenant pays for them by the year.",
    ],
)
def test_a_right_name_another_word_and_running_text_are_let_be(lines: str) -> None:
    assert _slips(ARTICLE.format(lines)) == []
