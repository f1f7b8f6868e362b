"""Values in the words in which a reader expects them."""

from __future__ import annotations

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.facts import find_facts
from generator.model import KINDS, Fact, FactKind, Hedge, Visit
from generator.values import show_date, show_kinds, show_value, show_visit


def _fact(kind: str, value: float | str, high: float | None, unit: str, hedge: str = "none") -> Fact:
    return Fact(cast(FactKind, kind), value, high, unit, cast(Hedge, hedge), 0, 1)


@pytest.mark.parametrize(
    ("fact", "wanted"),
    [
        (_fact("money", 14_000_000_000, None, "USD"), "USD 14 billion"),
        (_fact("money", 1_400_000_000_000, None, "USD"), "USD 1.4 trillion"),
        (_fact("money", 999_000_000, None, "EUR"), "EUR 999 million"),
        (_fact("money", 1_000_000, None, "INR"), "INR 1 million"),
        (_fact("money", 200_000, None, "USD"), "USD 200,000"),
        (_fact("money", 3.5, None, "USD"), "USD 3.5"),
        (_fact("money", 0, None, "USD"), "USD 0"),
        (_fact("money", 10, None, "USD"), "USD 10"),
        (_fact("money", 100_000_000_000, None, "USD"), "USD 100 billion"),
        (_fact("money", 10_000_000_000, 15_000_000_000, "USD"), "USD 10 to 15 billion"),
        (_fact("money", 900_000_000, 1_200_000_000, "USD"), "USD 900 to 1,200 million"),
        (_fact("capacity", 1200, None, "MW"), "1.2 GW"),
        (_fact("capacity", 1000, None, "MW"), "1 GW"),
        (_fact("capacity", 400, None, "MW"), "400 MW"),
        (_fact("capacity", 5000, 10_000, "MW"), "5 to 10 GW"),
        (_fact("capacity", 1234, None, "MW"), "1.234 GW"),
        (_fact("capacity", 2295, None, "MW"), "2.295 GW"),
        (_fact("capacity", 2295.5, None, "MW"), "2.296 GW"),
        (_fact("capacity", 0.0005, None, "MW"), "0.0005 MW"),
        (_fact("money", 2_295_000_000, None, "USD"), "USD 2.295 billion"),
        (_fact("money", 1_234_567, None, "USD"), "USD 1.235 million"),
        (_fact("money", 0.015, None, "USD"), "USD 0.015"),
        (_fact("quantity", 27.5, None, "percent"), "27.5 %"),
        (_fact("quantity", 10, 15, "percent"), "10 to 15 %"),
        (_fact("quantity", 400_000, None, "chips"), "400,000 chips"),
        (_fact("quantity", 1_200_000, None, "homes"), "1.2 million homes"),
        (_fact("quantity", 4, 8, "buildings"), "4 to 8 buildings"),
        (_fact("date", "2026-05-03", None, "day"), "3 May 2026"),
    ],
)
def test_a_value_is_in_its_largest_unit(fact: Fact, wanted: str) -> None:
    assert show_value(fact) == wanted


@pytest.mark.parametrize(
    ("hedge", "wanted"),
    [
        ("up_to", "up to USD 5 million"),
        ("nearly", "nearly USD 5 million"),
        ("about", "about USD 5 million"),
        ("more_than", "more than USD 5 million"),
        ("at_least", "at least USD 5 million"),
        ("none", "USD 5 million"),
    ],
)
def test_a_hedge_stands_before_its_value(hedge: str, wanted: str) -> None:
    assert show_value(_fact("money", 5_000_000, None, "USD", hedge)) == wanted


@pytest.mark.parametrize(
    ("iso", "wanted"),
    [
        ("2026", "2026"),
        ("2026-05", "May 2026"),
        ("2026-05-03", "3 May 2026"),
        ("2026-12-31", "31 December 2026"),
        ("../2029", "by 2029"),
        ("../2029-05", "by May 2029"),
        ("2016/..", "from 2016"),
        ("2016-05-03/..", "from 3 May 2016"),
        ("2027/2029", "2027 to 2029"),
        ("2026-01/2026-06", "January 2026 to June 2026"),
    ],
)
def test_a_date_is_written_with_the_name_of_its_month(iso: str, wanted: str) -> None:
    assert show_date(iso) == wanted


@pytest.mark.parametrize("text", ["$1." + "9" * 30, "$" + "9" * 30, "0.004 kW", "$0.001", "1" * 25 + " homes"])
def test_a_value_as_it_may_stand_in_an_article_can_always_be_shown(text: str) -> None:
    for fact in find_facts(text):
        assert 0 < len(show_value(fact)) < 80


@pytest.mark.parametrize(("text", "wanted"), [("100 kW", "0.1 MW"), ("1 kW", "0.001 MW"), ("$0.001", "USD 0.001")])
def test_a_small_value_is_not_shown_as_nothing(text: str, wanted: str) -> None:
    (fact,) = find_facts(text)
    assert show_value(fact) == wanted


def test_kinds_have_headings_of_their_own() -> None:
    assert [show_kinds(kind) for kind in KINDS] == [
        "Organisations",
        "Projects",
        "Places",
        "Technologies",
        "Topics",
        "People",
        "Policies",
    ]


@pytest.mark.parametrize(
    ("visit", "wanted"),
    [
        (None, ""),
        (Visit("u", tried="2026-11-20", why="403"), ""),
        (Visit("u", seen="2026-11-20"), "seen alive 20 November 2026"),
        (Visit("u", seen="2026-10-01", tried="2026-11-20", why="503"), "seen alive 1 October 2026"),
        (Visit("u", seen="2026-10-01", gone="2026-11-20", why="404"), "gone on 20 November 2026"),
    ],
)
def test_what_an_address_answered_in_words(visit: Visit | None, wanted: str) -> None:
    assert show_visit(visit) == wanted


@given(st.floats(0, 10**18) | st.integers(0, 10**60))
def test_a_number_of_any_size_is_shown_to_three_places(value: float) -> None:
    shown = show_value(_fact("quantity", value, None, "percent")).removesuffix(" %").replace(",", "")
    assert abs(float(shown) - value) <= max(0.0005, value * 1e-12) * 1.000001 or (value < 0.001 and float(shown) >= 0)
