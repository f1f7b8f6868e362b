"""What a person or a program reads about problems."""

from __future__ import annotations

import json
from typing import Any

import pytest
from samples import article, citation, knowledge, problem

from generator import __version__
from generator.model import Level
from generator.reports import problem_text, report, summary_line, totals

PROBLEMS = (
    problem("bad-date", "error", message="“so” is not a date", hint="write it as 2026-05-03"),
    problem("no-tags", "warning", "seeds/b.txt"),
    problem("no-tags", "warning", "seeds/c d.txt"),
)


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
    ("levels", "wanted"),
    [
        ([], "0 errors"),
        (["note"], "0 errors, 1 note"),
        (["error"], "1 error"),
        (["note", "warning", "error", "warning"], "1 error, 2 warnings, 1 note"),
    ],
)
def test_errors_are_always_counted_and_the_others_where_there_are_any(levels: list[Level], wanted: str) -> None:
    assert totals([problem(level=level) for level in levels]) == wanted


def test_the_summary_counts_everything_on_one_line() -> None:
    found = knowledge(article("seeds/a.txt", tags=["A", "B"], citations=[citation(1, "One")]))
    assert summary_line(found, PROBLEMS[1:], 0.86) == "1 article, 2 tags, 1 reference, 0 errors, 2 warnings, 0.9 s"


def test_a_report_as_text_is_every_problem_in_its_order() -> None:
    assert report(PROBLEMS, "text") == "\n".join(problem_text(one) for one in PROBLEMS)
    assert report((), "text") == ""


def test_a_report_as_json_has_every_part_of_a_problem() -> None:
    data = json.loads(report(PROBLEMS, "json"))
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
    }


def _sarif() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(report(PROBLEMS, "sarif"))
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    return dict(run)


def test_a_report_as_sarif_names_the_tool_and_each_rule_once() -> None:
    driver = _sarif()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("seedbed", __version__)
    assert driver["rules"] == [{"id": "bad-date"}, {"id": "no-tags"}]


def test_a_result_in_sarif_points_at_its_place_and_has_its_hint() -> None:
    first, second, _ = _sarif()["results"]
    assert (first["ruleId"], first["level"]) == ("bad-date", "error")
    assert first["message"]["text"] == "“so” is not a date (write it as 2026-05-03)"
    assert second["message"]["text"] == "wrong"
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/a.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 7}


def test_a_path_in_sarif_is_a_uri() -> None:
    place = _sarif()["results"][2]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/c%20d.txt"
