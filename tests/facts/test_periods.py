"""Dates and periods as sentences name them."""

from __future__ import annotations

import pytest

from generator.facts.periods import find_dates
from generator.text.dates import MONTHS


def _dates(text: str) -> list[tuple[object, str]]:
    return [(fact.value, fact.unit) for fact in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("on 2026-05-03", "2026-05-03", "day"),
        ("on 3 May 2026", "2026-05-03", "day"),
        ("on 3rd May 2026", "2026-05-03", "day"),
        ("on the 3rd of May 2026", "2026-05-03", "day"),
        ("on 3 May, 2026", "2026-05-03", "day"),
        ("on May 3, 2026", "2026-05-03", "day"),
        ("on May 3 2026", "2026-05-03", "day"),
        ("on May 3rd, 2026", "2026-05-03", "day"),
        ("on Sept. 9, 2025", "2025-09-09", "day"),
        ("on 29 February 2024", "2024-02-29", "day"),
        ("in May 2026", "2026-05", "month"),
        ("in May, 2026", "2026-05", "month"),
        ("in May of 2026", "2026-05", "month"),
        ("in Jan. 2026", "2026-01", "month"),
        ("in 2026", "2026", "year"),
        ("in 1950", "1950", "year"),
        ("2026’s plans", "2026", "year"),
        ("a 2026 law", "2026", "year"),
        ("(2026)", "2026", "year"),
        ("early 2026", "2026", "year"),
        ("mid-2026", "2026", "year"),
        ("late 2026", "2026", "year"),
        ("at the end of 2026", "2026", "year"),
        ("at the beginning of 2026", "2026", "year"),
        ("around 2026", "2026", "year"),
        ("in fiscal 2026", "2026", "fiscal year"),
        ("in fiscal year 2026", "2026", "fiscal year"),
        ("in FY2026", "2026", "fiscal year"),
        ("in FY 2026", "2026", "fiscal year"),
        ("in FY26", "2026", "fiscal year"),
        ("in FY'26", "2026", "fiscal year"),
        ("in the first half of 2026", "2026-01/2026-06", "half"),
        ("in the second half of 2026", "2026-07/2026-12", "half"),
        ("in H2 2026", "2026-07/2026-12", "half"),
        ("in the first quarter of 2026", "2026-01/2026-03", "quarter"),
        ("in the third-quarter 2026", "2026-07/2026-09", "quarter"),
        ("in Q4 2026", "2026-10/2026-12", "quarter"),
    ],
)
def test_a_date_is_iso_and_as_exact_as_it_was_written(text: str, value: str, unit: str) -> None:
    assert _dates(f"It came {text}.") == [(value, unit)]


@pytest.mark.parametrize("number", range(12))
def test_every_month_is_known_in_full_and_short(number: int) -> None:
    full = MONTHS[number].title()
    for name in (full, full[:3], full if full == "May" else f"{full[:3]}."):
        assert _dates(f"It came in {name} 2025.") == [(f"2025-{number + 1:02}", "month")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("by 2029", "../2029"),
        ("by about 2029", "../2029"),
        ("by late 2029", "../2029"),
        ("by mid-2029", "../2029"),
        ("by the end of 2029", "../2029"),
        ("until 2029", "../2029"),
        ("before 2029", "../2029"),
        ("through 2029", "../2029"),
        ("through the end of 2029", "../2029"),
        ("no later than 3 May 2029", "../2029-05-03"),
        ("as late as 2029", "../2029"),
        ("by May 2029", "../2029-05"),
        ("by the second half of 2029", "../2029-12"),
        ("by Q1 2029", "../2029-03"),
        ("since 2016", "2016/.."),
        ("since May 2016", "2016-05/.."),
        ("from 2027", "2027/.."),
        ("starting in 2027", "2027/.."),
        ("starting in late 2027", "2027/.."),
        ("beginning in the second half of 2026", "2026-07/.."),
    ],
)
def test_a_period_that_is_open_at_one_end_is_an_interval_and_takes_in_its_lead(text: str, value: str) -> None:
    sentence = f"It works {text} there."
    (fact,) = find_dates(sentence)
    assert (fact.value, sentence[fact.start : fact.end]) == (value, text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("from 2027 to 2029", "2027/2029"),
        ("from 2027 through 2029", "2027/2029"),
        ("from 2027 until 2029", "2027/2029"),
        ("between 2027 and 2029", "2027/2029"),
        ("between May 2026 and June 2027", "2026-05/2027-06"),
        ("from January 2026 to March 2026", "2026-01/2026-03"),
        ("from 3 May 2026 to 4 June 2026", "2026-05-03/2026-06-04"),
        ("between the first quarter of 2026 and the third quarter of 2027", "2026-01/2027-09"),
        ("in 2027-2029", "2027/2029"),
        ("in 2027–2029", "2027/2029"),
        ("in 2027–28", "2027/2028"),
    ],
)
def test_two_dates_that_are_the_ends_of_one_period_are_one_interval(text: str, value: str) -> None:
    (fact,) = find_dates(f"It works {text} there.")
    assert fact.value == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In 2026 and 2027 it grew.", ["2026", "2027"]),
        ("In 2026, 2027 and 2028 it grew.", ["2026", "2027", "2028"]),
        ("On 3 May 2026 and in June 2027 it grew.", ["2026-05-03", "2027-06"]),
        ("It began in 2024 and ends by 2029.", ["2024", "../2029"]),
        ("From 2029 it shrinks, as in 2027.", ["2029/..", "2027"]),
    ],
)
def test_dates_that_are_no_period_are_each_its_own(text: str, values: list[str]) -> None:
    assert [fact.value for fact in find_dates(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "",
        "in March",
        "by May",
        "on May 3",
        "31 February 2026",
        "2026-13-01",
        "in 1949",
        "in the 2020s",
        "$2026",
        "€ 2,026",
        "1.2026",
        "2026%",
        "2026 MW",
        "2026 GPUs",
        "2026 homes",
        "2000 people",
        "2025 employees",
        "a 2026-acre site",
        "a 2026-megawatt site",
        "in room 20260",
        "in FY1",
        "GPT-2026",
        "2026٢",
        "20٢٦",
    ],
)
def test_what_is_no_date_of_the_calendar_is_none(text: str) -> None:
    assert _dates(f"It came {text}.") == []
