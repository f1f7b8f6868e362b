"""Dates as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import dates
from generator.text.dates import MONTHS, read_date

Find = Callable[[str], re.Match[str] | None]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (dates._ISO.fullmatch, "2026-05-03T10:00:00Z", "2026-05"),
        (dates._SLASHED.fullmatch, "2026/05/03", "03/05/2026"),
        (dates._DAY_FIRST.fullmatch, "3rd May, 2026", "3 5 2026"),
        (dates._MONTH_FIRST.fullmatch, "May 3, 2026", "May 2026"),
        (dates._WEEKDAY.match, "Sunday, 3 May", "Someday, 3 May"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-03",
        "2026-5-3",
        " 2026-05-03 ",
        "2026-05-03T10:00:00Z",
        "2026-05-03 10:00",
        "2026/05/03",
        "2026.05.03",
        "3 May 2026",
        "3rd May 2026",
        "03 MAY, 2026",
        "May 3, 2026",
        "May 3rd 2026",
        "Sunday, 3 May 2026",
        "Sunday, May 3, 2026",
    ],
)
def test_a_date_in_any_usual_form_is_iso(text: str) -> None:
    assert read_date(text) == "2026-05-03"


@pytest.mark.parametrize("name", ["September", "Sep", "Sept", "Sept.", "SEPTEM"])
def test_a_month_may_be_cut_to_three_letters_or_more(name: str) -> None:
    assert read_date(f"{name} 9, 2026") == "2026-09-09"


@pytest.mark.parametrize("number", range(12))
def test_every_month_is_known_in_full_and_short(number: int) -> None:
    for name in (MONTHS[number], MONTHS[number][:3].title() + "."):
        assert read_date(f"7 {name} 2025") == f"2025-{number + 1:02}-07"


@pytest.mark.parametrize(
    "text",
    ["", "soon", "2026", "2026-05", "2026-02-30", "2026-13-01", "0000-01-01", "03/05/2026", "3 Foo 2026", "3 Ma 2026"],
)
def test_what_is_no_date_of_the_calendar_is_nothing(text: str) -> None:
    assert read_date(text) == ""


@pytest.mark.parametrize("text", ["Dect 3, 2026", "3 Jult 2026"])
def test_only_september_is_cut_to_a_t(text: str) -> None:
    assert read_date(text) == ""


@given(st.dates())
def test_an_iso_date_stays_as_it_is(day: date) -> None:
    assert read_date(day.isoformat()) == day.isoformat()


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_nothing(text: str) -> None:
    found = read_date(text)
    assert found == "" or date.fromisoformat(found)
