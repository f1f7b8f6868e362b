"""Amounts, capacities and quantities as articles state them."""

from __future__ import annotations

import time

import pytest

from generator import facts
from generator.facts import find_facts
from generator.model import Fact

K, M, B, T = 10**3, 10**6, 10**9, 10**12


def _facts(text: str) -> list[tuple[str, object, object, str, str]]:
    return [(f.kind, f.value, f.high, f.unit, f.hedge) for f in find_facts(text)]


def _only(text: str) -> Fact:
    (fact,) = find_facts(text)
    return fact


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$14 billion", 14 * B, "USD"),
        ("$14-billion", 14 * B, "USD"),
        ("$ 14 billion", 14 * B, "USD"),
        ("$14\u00a0billion", 14 * B, "USD"),
        ("US$14 billion", 14 * B, "USD"),
        ("US$14B", 14 * B, "USD"),
        ("$14bn", 14 * B, "USD"),
        ("$14 bn", 14 * B, "USD"),
        ("$1.5tn", 1_500 * B, "USD"),
        ("$1.5T", 1_500 * B, "USD"),
        ("$1.4 trillion", 1_400 * B, "USD"),
        ("$40 m", 40 * M, "USD"),
        ("$40M", 40 * M, "USD"),
        ("$40mn", 40 * M, "USD"),
        ("$40mm", 40 * M, "USD"),
        ("$40 million", 40 * M, "USD"),
        ("$10k", 10 * K, "USD"),
        ("$10 thousand", 10 * K, "USD"),
        ("$200,000", 200 * K, "USD"),
        ("$1,234,567.89", 1_234_567.89, "USD"),
        ("$3.50", 3.5, "USD"),
        ("$0", 0, "USD"),
        ("USD 24 million", 24 * M, "USD"),
        ("USD24.5bn", 24_500 * M, "USD"),
        ("€1.2 billion", 1_200 * M, "EUR"),
        ("EUR 300 million", 300 * M, "EUR"),
        ("EUR2bn", 2 * B, "EUR"),
        ("€100\u00a0000", 100 * K, "EUR"),
        ("€100\u202f000", 100 * K, "EUR"),
        ("£31bn", 31 * B, "GBP"),
        ("GBP 31 million", 31 * M, "GBP"),
        ("¥3 trillion", 3 * T, "JPY"),
        ("JPY 3 trillion", 3 * T, "JPY"),
        ("₹10,372 crore", 103_720 * M, "INR"),
        ("₹1.3 lakh crore", 1_300 * B, "INR"),
        ("₹5 lakh", 500 * K, "INR"),
        ("Rs. 5 lakh crore", 5 * T, "INR"),
        ("Rs 500 crore", 5 * B, "INR"),
        ("INR 500 crore", 5 * B, "INR"),
        ("₩450 billion", 450 * B, "KRW"),
        ("KRW 450 billion", 450 * B, "KRW"),
        ("NT$300 million", 300 * M, "TWD"),
        ("HK$2.5 billion", 2_500 * M, "HKD"),
        ("C$90 million", 90 * M, "CAD"),
        ("CA$90 million", 90 * M, "CAD"),
        ("A$4 billion", 4 * B, "AUD"),
        ("S$1 billion", B, "SGD"),
        ("R$200 million", 200 * M, "BRL"),
        ("RMB 50 billion", 50 * B, "CNY"),
        ("CNY 50 billion", 50 * B, "CNY"),
        ("CHF 20 million", 20 * M, "CHF"),
        ("SEK 10 million", 10 * M, "SEK"),
        ("NOK 10 million", 10 * M, "NOK"),
        ("AED 10 billion", 10 * B, "AED"),
        ("SAR 10 billion", 10 * B, "SAR"),
        ("14 billion dollars", 14 * B, "USD"),
        ("14 Billion Dollars", 14 * B, "USD"),
        ("40 billion US dollars", 40 * B, "USD"),
        ("20 U.S. dollars", 20, "USD"),
        ("two billion dollars", 2 * B, "USD"),
        ("a billion dollars", B, "USD"),
        ("half a trillion dollars", 500 * B, "USD"),
        ("a 5 billion dollar deal", 5 * B, "USD"),
        ("a 100-billion-dollar deal", 100 * B, "USD"),
        ("3 billion euros", 3 * B, "EUR"),
        ("2 million pounds", 2 * M, "GBP"),
        ("500 million pounds sterling", 500 * M, "GBP"),
        ("10,000 yen", 10 * K, "JPY"),
        ("3 lakh crore rupees", 3 * T, "INR"),
        ("10 billion won", 10 * B, "KRW"),
        ("12 billion yuan", 12 * B, "CNY"),
        ("45 million francs", 45 * M, "CHF"),
        ("3 billion dirhams", 3 * B, "AED"),
        ("3 billion riyals", 3 * B, "SAR"),
    ],
)
def test_an_amount_of_money_is_read_in_every_usual_form(text: str, value: float, unit: str) -> None:
    assert _facts(f"It paid {text} for it.") == [("money", value, None, unit, "none")]


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("$10 billion to $15 billion", 10 * B, 15 * B, "USD"),
        ("$10 to $15 billion", 10 * B, 15 * B, "USD"),
        ("$10-15 billion", 10 * B, 15 * B, "USD"),
        ("$10–15 billion", 10 * B, 15 * B, "USD"),
        ("$20B-$30B", 20 * B, 30 * B, "USD"),
        ("$27 billion–$30 billion", 27 * B, 30 * B, "USD"),
        ("$900 million to $1.2 billion", 900 * M, 1_200 * M, "USD"),
        ("$24–27.60", 24, 27.6, "USD"),
        ("between $10 billion and $15 billion", 10 * B, 15 * B, "USD"),
        ("from $10 billion to $15 billion", 10 * B, 15 * B, "USD"),
        ("€5 to 6 billion", 5 * B, 6 * B, "EUR"),
        ("5 to 6 billion dollars", 5 * B, 6 * B, "USD"),
        ("USD 24-27.60", 24, 27.6, "USD"),
    ],
)
def test_a_range_of_money_has_two_ends(text: str, value: float, high: float, unit: str) -> None:
    assert _facts(f"It paid {text} for it.") == [("money", value, high, unit, "none")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It raised $10 billion and $15 billion.", [10 * B, 15 * B]),
        ("It raised $10 billion, $15 billion.", [10 * B, 15 * B]),
        ("It raised $5 billion and $5 million.", [5 * B, 5 * M]),
        ("It raised $10 billion or $15 billion.", [10 * B, 15 * B]),
        ("It needs 5 GW and 10 GW.", [5000, 10_000]),
        ("It needs 400 MW and 500 MW.", [400, 500]),
        ("It needs 400 MW or 500 MW.", [400, 500]),
        ("It holds 10 percent and 15 percent.", [10, 15]),
        ("It bought 200,000 Nvidia chips and 50,000 AMD chips.", [200_000, 50_000]),
        ("It cost $10 billion in 2024 and $20 billion later.", [10 * B, "2024", 20 * B]),
    ],
)
def test_two_amounts_that_are_no_range_are_two_facts(text: str, values: list[object]) -> None:
    assert [fact.value for fact in find_facts(text)] == values


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It adds $30 billion to 2030.", 30 * B),
        ("It moves $10 to 400 MW of plants.", 10),
    ],
)
def test_a_year_or_a_capacity_after_money_is_no_upper_end(text: str, wanted: int) -> None:
    assert (find_facts(text)[0].value, find_facts(text)[0].high) == (wanted, None)


@pytest.mark.parametrize(
    "text", ["10 to 5 GW", "2 GW to 1 GW", "20 to 10 percent", "$15 billion to $10 billion", "300 to 200 homes"]
)
def test_the_upper_end_of_a_range_is_never_below_the_lower(text: str) -> None:
    for fact in find_facts(f"It fell from {text}."):
        assert not isinstance(fact.value, str)
        assert fact.high is None or fact.high > fact.value


@pytest.mark.parametrize(
    ("lead", "hedge"),
    [
        ("up to", "up_to"),
        ("as much as", "up_to"),
        ("as many as", "up_to"),
        ("at most", "up_to"),
        ("no more than", "up_to"),
        ("a maximum of", "up_to"),
        ("nearly", "nearly"),
        ("almost", "nearly"),
        ("close to", "nearly"),
        ("just under", "nearly"),
        ("just short of", "nearly"),
        ("about", "about"),
        ("About", "about"),
        ("around", "about"),
        ("roughly", "about"),
        ("approximately", "about"),
        ("approx.", "about"),
        ("some", "about"),
        ("an estimated", "about"),
        ("estimated at", "about"),
        ("at least", "at_least"),
        ("no less than", "at_least"),
        ("a minimum of", "at_least"),
        ("more than", "more_than"),
        ("over", "more_than"),
        ("above", "more_than"),
        ("exceeding", "more_than"),
        ("exceeds", "more_than"),
        ("in excess of", "more_than"),
        ("upwards of", "more_than"),
        ("of", "none"),
        ("for", "none"),
    ],
)
@pytest.mark.parametrize("amount", ["$40 billion", "400 MW", "40 percent", "100,000 GPUs"])
def test_the_words_before_an_amount_say_how_exact_it_is(lead: str, hedge: str, amount: str) -> None:
    text = f"It is {lead} {amount} here."
    assert (_only(text).hedge, text[_only(text).start : _only(text).end]) == (hedge, amount)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("$40 billion or more", "at_least"),
        ("10 GW or more", "at_least"),
        ("10 GW and more", "at_least"),
        ("$40 billion+", "more_than"),
        ("300 MW+", "more_than"),
        ("~$40 billion", "about"),
        ("a ~400 MW site", "about"),
        ("up to a gigawatt", "up_to"),
        ("more than half a trillion dollars", "more_than"),
        ("$40 billion more than planned", "none"),
    ],
)
def test_signs_and_words_around_an_amount_say_how_exact_it_is(text: str, hedge: str) -> None:
    assert _only(text).hedge == hedge


@pytest.mark.parametrize(
    ("text", "value", "high"),
    [
        ("1.2 GW", 1200, None),
        ("1.2GW", 1200, None),
        ("1.2-gigawatt", 1200, None),
        ("1.4-GW", 1400, None),
        ("0.5 GW", 500, None),
        ("4.5 gigawatts", 4500, None),
        ("1 gigawatt", 1000, None),
        ("a gigawatt", 1000, None),
        ("one gigawatt", 1000, None),
        ("two gigawatts", 2000, None),
        ("ten gigawatts", 10_000, None),
        ("half a gigawatt", 500, None),
        ("a 5-gigawatt", 5000, None),
        ("400 MW", 400, None),
        ("400\u00a0MW", 400, None),
        ("2,295 megawatts", 2295, None),
        ("10,000 MW", 10_000, None),
        ("12 MWe", 12, None),
        ("50 MWp", 50, None),
        ("100 kW", 0.1, None),
        ("2.5 TW", 2_500_000, None),
        ("5 to 10 GW", 5000, 10_000),
        ("5 GW to 10 GW", 5000, 10_000),
        ("5-10 GW", 5000, 10_000),
        ("2.5–3 GW", 2500, 3000),
        ("between 5 and 10 GW", 5000, 10_000),
    ],
)
def test_a_capacity_is_in_megawatts(text: str, value: float, high: float | None) -> None:
    assert _facts(f"It needs {text} there.") == [("capacity", value, high, "MW", "none")]


@pytest.mark.parametrize(
    ("text", "value", "high", "unit"),
    [
        ("27 percent", 27, None, "percent"),
        ("27.5 per cent", 27.5, None, "percent"),
        ("6%", 6, None, "percent"),
        ("6 %", 6, None, "percent"),
        ("an 80 percent-owned unit", 80, None, "percent"),
        ("10 to 15 percent", 10, 15, "percent"),
        ("10-15%", 10, 15, "percent"),
        ("20% to 30%", 20, 30, "percent"),
        ("20 percent to 30 percent", 20, 30, "percent"),
        ("between 10% and 15%", 10, 15, "percent"),
        ("100,000 chips", 100 * K, None, "chips"),
        ("400,000 Nvidia GB200 GPUs", 400 * K, None, "chips"),
        ("500,000 Trainium2 chips", 500 * K, None, "chips"),
        ("1 million TPUs", M, None, "chips"),
        ("one million TPUs", M, None, "chips"),
        ("a million GPUs", M, None, "chips"),
        ("half a million chips", 500 * K, None, "chips"),
        ("2,000 accelerators", 2 * K, None, "chips"),
        ("18,000 GB300 superchips", 18 * K, None, "chips"),
        ("160 million shares", 160 * M, None, "shares"),
        ("1.2 million homes", 1_200 * K, None, "homes"),
        ("2 to 3 million homes", 2 * M, 3 * M, "homes"),
        ("750,000 households", 750 * K, None, "homes"),
        ("5,000 jobs", 5 * K, None, "jobs"),
        ("5 lakh jobs", 500 * K, None, "jobs"),
        ("1,200 construction workers", 1_200, None, "jobs"),
        ("1,100 acres", 1_100, None, "acres"),
        ("a 1,000-acre site", 1_000, None, "acres"),
        ("8 buildings", 8, None, "buildings"),
        ("4 to 8 buildings", 4, 8, "buildings"),
        ("16,000 racks", 16 * K, None, "racks"),
        ("3,000 servers", 3 * K, None, "servers"),
        ("30 data centers", 30, None, "data centers"),
        ("30 data centres", 30, None, "data centers"),
        ("350,000 employees", 350 * K, None, "employees"),
        ("800 million weekly users", 800 * M, None, "users"),
        ("300,000 business customers", 300 * K, None, "customers"),
    ],
)
def test_a_quantity_has_its_unit_as_a_plural(text: str, value: float, high: float | None, unit: str) -> None:
    assert _facts(f"It has {text}.") == [("quantity", value, high, unit, "none")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It filed for Chapter 11.",
        "It trained GPT-5 and GPT-4.5.",
        "It runs 24/7.",
        "It sells the MI450, the H100 and the A100.",
        "It sells MI450 GPUs and GB200 chips.",
        "It runs on Llama 3.1, Claude 4 and TPU v7.",
        "It was in Form 8-K under Section 230.",
        "It is Phase 2 of Windows 11.",
        "It rose by 3 percentage points.",
        "It rose by 3 percent points.",
        "It used 17 GWh, 17 gigawatt-hours or 17 gigawatt hours.",
        "It lasts five years, 18 months and 7 days.",
        "It signed a 15-year lease.",
        "It bought 2026 GPUs.",
        "It built 2025 homes.",
        "It paid several billion dollars.",
        "It did not cost a dollar.",
        "It sells GW-scale sites for $ billions.",
        "It bought tens of thousands of GPUs.",
        "The 6,500-person town has a £ sign.",
        "It won 10 awards.",
        "See [12] and page 7.",
    ],
)
def test_a_number_in_a_name_a_duration_or_a_citation_is_no_fact(text: str) -> None:
    assert _facts(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It pays $100 billion by 2029.", ["$100 billion", "by 2029"]),
        ("Up to $300 billion for 4.5 GW and 400,000 chips.", ["$300 billion", "4.5 GW", "400,000 chips"]),
        ("It holds 27 percent, worth $135 billion.", ["27 percent", "$135 billion"]),
        ("$1 per 5 MW.", ["$1", "5 MW"]),
        ("a 400-MW site and a 300-MW site", ["400-MW", "300-MW"]),
    ],
)
def test_facts_stand_in_the_order_of_the_text(text: str, wanted: list[str]) -> None:
    assert [text[fact.start : fact.end] for fact in find_facts(text)] == wanted


@pytest.mark.parametrize(
    "text", ["ſeveral billion dollars", "It has 2٢ GW.", "$" + "9" * 400, "9" * 5000 + " GW", "$1." + "9" * 5000]
)
def test_an_odd_number_is_left_out_or_small_enough_to_be_written(text: str) -> None:
    for fact in find_facts(text):
        assert len(str(fact.value)) < 40
        assert float(fact.value) < 1e20


@pytest.mark.parametrize(
    "part", ["111,", "111\u00a0", "word ", "5 a b c d ", "between 5 and ", "$1 to ", "2026 ", "May ", ". ", "2026-"]
)
def test_a_long_text_is_read_in_linear_time(part: str) -> None:
    start = time.process_time()
    find_facts(f"1 {part * 2000}")
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("pattern", "yes", "no"),
    [
        (facts._MONEY, "US$14B", "14B"),
        (facts._MONEY_WORDS, "half a trillion dollars", "14 billion people"),
        (facts._CAPACITY, "1.2-gigawatt", "1.2 GWh"),
        (facts._PERCENT, "about 27 percent", "27 percent points"),
        (facts._COUNTED, "400,000 Nvidia GB200 GPUs", "400,000 and more GPUs"),
        (facts._AFTER_AT_LEAST, " or more", " or moreover"),
        (facts._RANGE_LEAD, "between ", "between us "),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(pattern: object, yes: str, no: str) -> None:
    assert pattern.search(yes)  # type: ignore[attr-defined]
    assert not pattern.search(no)  # type: ignore[attr-defined]
