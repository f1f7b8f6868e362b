"""The file that keeps what addresses answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.knowledge.visits import NO_VISITS, is_due, read_visits, renew_visit, write_visits
from generator.model import Problem, Source, Visit

A, B = "https://a.example/x", "https://b.example/"
DATES = st.dates().map(lambda day: day.isoformat()) | st.just("")
VISITS = st.builds(
    Visit, st.just(A), DATES, DATES, DATES, st.sampled_from(["", "404", "no such host", "TLS: it failed"])
)


def _problems(text: str) -> tuple[Problem, ...]:
    return read_visits(Source("seeds/links.yml", text.encode()))[1]


def test_without_a_file_nothing_is_known() -> None:
    assert read_visits(None) == (NO_VISITS, ())


def test_a_visit_is_found_by_any_spelling_of_its_address() -> None:
    text = f"{A}: {{seen: 2026-11-20}}\nhttps://www.b.example: {{gone: 2026-11-20, why: '404', seen: 2026-10-01}}\n"
    visits, problems = read_visits(Source("seeds/links.yml", text.encode()))
    assert problems == ()
    assert visits["a.example/x"] == Visit(A, seen="2026-11-20")
    assert visits["b.example"] == Visit("https://www.b.example", seen="2026-10-01", gone="2026-11-20", why="404")


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("javascript:alert(1): {seen: 2026-11-20}", "unsafe-url", "seeds/links.yml:1:1"),
        (f"{A}: {{sen: 2026-11-20}}", "misspelt-key", "seeds/links.yml:1:23"),
        (f"{A}: {{colour: red}}", "unknown-key", "seeds/links.yml:1:23"),
        (f"{A}: {{seen: yesterday}}", "bad-date", "seeds/links.yml:1:29"),
        ("- a\n- b", "yaml", "seeds/links.yml:1:1"),
    ],
)
def test_what_is_wrong_is_told_at_its_place_and_costs_nothing_else(text: str, code: str, place: str) -> None:
    (problem,) = _problems(text)
    assert (problem.code, str(problem.place)) == (code, place)
    assert problem.hint


@given(VISITS)
def test_what_is_written_is_read_again(visit: Visit) -> None:
    visits, problems = read_visits(Source("seeds/links.yml", write_visits([visit])))
    assert problems == ()
    said = visit if visit != Visit(A) else None
    assert visits.get("a.example/x") == said


def test_addresses_are_written_in_order_and_only_those_that_somebody_asked_for() -> None:
    written = write_visits([Visit(B, seen="2026-11-20"), Visit("https://c.example/"), Visit(A, tried="2026-11-20")])
    assert [line for line in written.decode().splitlines() if line.startswith("http")] == [f"{A}:", f"{B}:"]


def test_a_later_answer_keeps_the_day_on_which_the_page_was_last_seen() -> None:
    first = renew_visit(Visit(A), "seen", "", "2026-11-01")
    assert first == Visit(A, seen="2026-11-01")
    tried = renew_visit(first, "tried", "503", "2026-11-02")
    assert tried == Visit(A, seen="2026-11-01", tried="2026-11-02", why="503")
    gone = renew_visit(tried, "gone", "404", "2026-11-03")
    assert gone == Visit(A, seen="2026-11-01", gone="2026-11-03", why="404")
    assert renew_visit(gone, "seen", "", "2026-11-04") == Visit(A, seen="2026-11-04")


def test_what_was_asked_for_lately_is_not_due() -> None:
    visit = Visit(A, seen="2026-11-01", tried="2026-11-10")
    assert is_due(Visit(A), "2026-11-20", 7)
    assert is_due(visit, "2026-11-17", 7)
    assert not is_due(visit, "2026-11-16", 7)
    assert is_due(visit, "2026-11-10", 0)
