"""What a person or a program reads about problems."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import get_args

import pytest
from samples import article, citation, knowledge, problem

from generator.model import Edit, Source
from generator.reports import Form, Texts, problem_text, read_texts, report, summary_line, totals

PROBLEMS = (
    problem("bad-date", message="“so” is not a date", hint="write it as 2026-05-03", width=2),
    problem("no-tags", "seeds/b.txt"),
    problem("no-tags", "seeds/c d.txt"),
)
TEXTS: Texts = {"seeds/a.txt": ("---", "title: A", "date: so", "---")}


def test_a_problem_is_one_line_and_its_hint_a_second() -> None:
    assert problem_text(PROBLEMS[0]) == (
        "seeds/a.txt:3:7: error: “so” is not a date [bad-date]\n    write it as 2026-05-03"
    )
    assert problem_text(PROBLEMS[1]) == "seeds/b.txt:3:7: warning: wrong [no-tags]"


@pytest.mark.parametrize(
    ("sign", "shown"),
    [
        ("\n", "\\n"),
        ("\x1b[31m", "\\x1b[31m"),
        ("\r", "\\r"),
        ("\u202e", "\\u202e"),
        ("\u2028", "\\u2028"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_would_move_the_cursor_or_forge_a_line_is_shown_as_an_escape(sign: str, shown: str) -> None:
    text = problem_text(problem(path=f"seeds/{sign}.txt", message=f"a{sign}b", hint=f"c{sign}d"))
    assert text == f"seeds/{shown}.txt:3:7: error: a{shown}b [bad-date]\n    c{shown}d"


@pytest.mark.parametrize(
    ("codes", "wanted"),
    [
        ([], "0 errors"),
        (["derived-title"], "0 errors, 1 note"),
        (["bad-date"], "1 error"),
        (["derived-title", "no-tags", "bad-date", "no-summary"], "1 error, 2 warnings, 1 note"),
    ],
)
def test_errors_are_always_counted_and_the_others_where_there_are_any(codes: list[str], wanted: str) -> None:
    assert totals([problem(code) for code in codes]) == wanted


def test_the_summary_counts_everything_on_one_line() -> None:
    found = knowledge(article("seeds/a.txt", tags=["A", "B"], citations=[citation(1, "One")]))
    assert (
        summary_line(found.counts, PROBLEMS[1:], 0.86) == "1 article, 2 tags, 1 reference, 0 errors, 2 warnings, 0.9 s"
    )


def test_a_report_as_text_shows_each_problem_in_its_line_with_carets_and_hint() -> None:
    assert report(PROBLEMS[:1], "text", TEXTS) == (
        "seeds/a.txt:3:7: error: “so” is not a date [bad-date]\n"
        "     3 | date: so\n"
        "       |       ^^\n"
        "  hint: write it as 2026-05-03\n"
    )


def test_a_report_as_text_has_every_problem_and_the_totals_of_a_file_with_several() -> None:
    again = problem("no-tags")
    shown = report((PROBLEMS[0], again, *PROBLEMS[1:]), "text", TEXTS)
    firsts = [block.splitlines()[0] for block in shown.split("\n\n")]
    assert firsts == [
        "seeds/a.txt:3:7: error: “so” is not a date [bad-date]",
        "seeds/a.txt:3:7: warning: wrong [no-tags]",
        "seeds/a.txt: 1 error, 1 warning",
        "seeds/b.txt:3:7: warning: wrong [no-tags]",
        "seeds/c d.txt:3:7: warning: wrong [no-tags]",
    ]
    assert report((), "text", TEXTS) == ""


def test_colours_change_nothing_but_colours() -> None:
    painted = report(PROBLEMS, "text", TEXTS, colour=True)
    assert "\x1b[1;31merror:\x1b[0m" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == report(PROBLEMS, "text", TEXTS)


def test_the_texts_are_those_of_the_files_with_problems_whatever_is_wrong_with_them() -> None:
    sources = [Source("seeds/a.txt", b"\xef\xbb\xbfone\r\ntwo"), Source("seeds/c d.txt", b"\xff\x00"), Source("d", b"")]
    assert read_texts(PROBLEMS, sources) == {"seeds/a.txt": ("one", "two"), "seeds/c d.txt": ("\ufffd\0",)}


def test_a_report_as_json_has_every_part_of_a_problem() -> None:
    edited = replace(PROBLEMS[0], edits=(Edit(3, 7, "so", "2026-05-03"),))
    data = json.loads(report((edited, *PROBLEMS[1:]), "json", TEXTS))
    assert data["schema"] == 1
    assert len(data["items"]) == 3
    assert data["items"][0] == {
        "code": "bad-date",
        "level": "error",
        "path": "seeds/a.txt",
        "line": 3,
        "column": 7,
        "message": "“so” is not a date",
        "hint": "write it as 2026-05-03",
        "width": 2,
        "edits": [{"line": 3, "column": 7, "old": "so", "new": "2026-05-03"}],
    }


def test_a_report_for_github_is_one_command_a_problem() -> None:
    assert report(PROBLEMS[:2], "github", {}).split("\n") == [
        "::error file=seeds/a.txt,line=3,col=7,endColumn=9,title=bad-date::“so” is not a date%0Awrite it as 2026-05-03",
        "::warning file=seeds/b.txt,line=3,col=7,title=no-tags::wrong",
    ]
    assert report((problem("derived-title"),), "github", {}).startswith("::notice ")


def test_no_text_of_an_author_can_start_or_end_a_command_of_github() -> None:
    evil = problem("no-tags", "seeds/a,line=1::b%.txt", "50 %\r\n::error::x\r::stop-commands::", "h\n::add-mask::y")
    assert report((evil,), "github", {}) == (
        "::warning file=seeds/a%2Cline=1%3A%3Ab%25.txt,line=3,col=7,title=no-tags::"
        "50 %25%0A::error::x\\r::stop-commands::%0Ah%0A::add-mask::y"
    )


@pytest.mark.parametrize("form", get_args(Form))
def test_every_form_takes_any_problem(form: Form) -> None:
    report((problem(message="\ud800\x00", path="\udcff\n"),), form, {"\udcff\n": ("", "", "\t\x00")})
