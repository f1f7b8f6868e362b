"""What is wrong with a list of references."""

from __future__ import annotations

import pytest

from generator.articles import read_article
from generator.check.entries import check_entries
from generator.model import Problem, Source
from generator.sources.decoding import read_lines

TOP = "A Title\n\nIntroduction\nSome words stand here{mark}.\n\nReferences\n"
REPORT = "- A Report on Power - https://example.org/report\n"


def _check(entries: str, mark: str = "") -> tuple[Problem, ...]:
    source = Source("seeds/a.txt", (TOP.format(mark=mark) + entries).encode())
    article, _ = read_article(source)
    assert article
    return check_entries(article, read_lines(source)[0] or ())


def _mended(entries: str, problems: tuple[Problem, ...]) -> str:
    text = TOP.format(mark="") + entries
    for problem in reversed(problems):
        for edit in problem.edits:
            starts = [0]
            for line in text.split("\n"):
                starts.append(starts[-1] + len(line) + 1)
            at = starts[edit.line - 1] + edit.column - 1
            assert text[at : at + len(edit.old)] == edit.old
            text = text[:at] + edit.new + text[at + len(edit.old) :]
    return text.removeprefix(TOP.format(mark=""))


@pytest.mark.parametrize(
    "again",
    [
        "- A Report on Power - https://example.org/report\n",
        "- Another Name - http://www.example.org/report/?utm_source=x\n",
        "- “A report on power”\n",
        "- A Report on Power, Reuters\n",
    ],
)
def test_a_work_named_twice_is_a_warning_at_the_second_and_can_be_taken_out(again: str) -> None:
    for rest in ("", "- A Study - https://example.org/study\n"):
        problems = _check(REPORT + again + rest)
        assert [(p.code, p.place.line) for p in problems] == [("repeated-reference", 8)]
        assert "the first is in line 7" in problems[0].message
        assert _mended(REPORT + again + rest, problems) == REPORT + rest


def test_the_last_line_of_a_file_without_a_line_end_goes_with_the_line_end_before_it() -> None:
    entries = REPORT + REPORT.rstrip()
    assert _mended(entries, _check(entries)) == REPORT.rstrip()


@pytest.mark.parametrize(
    ("entries", "mark"),
    [
        ("[1] A Report\n[2] A Report\n", ""),
        ("1. A Report\n2. A Report\n", ""),
        ("- A Report\n- A Report\n", " [2]"),
        ("- A Report\n- A Report\n  https://example.org/report\n", ""),
    ],
)
def test_an_entry_with_a_number_or_of_several_lines_is_named_and_stays(entries: str, mark: str) -> None:
    problems = [problem for problem in _check(entries, mark) if problem.code == "repeated-reference"]
    assert [problem.edits for problem in problems] == [()]


@pytest.mark.parametrize(
    "entries",
    [
        "- A Report\n- A Study\n",
        "- A Report - https://example.org/a\n- A Report - https://example.org/b\n",
        "- A Report - https://example.org/?id=1\n- A Study - https://example.org/?id=2\n",
    ],
)
def test_different_works_and_a_list_without_any_address_are_fine(entries: str) -> None:
    assert _check(entries) == ()


def test_one_without_an_address_among_others_with_one_is_a_note() -> None:
    (problem,) = _check(f"{REPORT}- A Study of Gas\n")
    assert (problem.code, problem.level, problem.place.line, problem.place.column) == ("no-address", "note", 8, 3)
    assert problem.message == "the reference “A Study of Gas” has no address"


def test_one_that_is_only_an_address_is_a_note() -> None:
    (problem,) = _check("- https://example.org/report\n")
    assert (problem.code, problem.level) == ("bare-address", "note")
