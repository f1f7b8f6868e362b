"""What pictures pick out and show: the claims, in order, each with its words and links."""

from __future__ import annotations

import pytest
from samples import article, knowledge

from generator.pages.highlights import pick_ahead, pick_dates, pick_each_once, pick_largest
from generator.pages.pictures import show_bars, show_columns, show_lanes, show_maps
from generator.pages.views import Views
from generator.settings import DEFAULTS
from generator.values import show_value


def _views(*states: str, date: str = "") -> Views:
    return Views(knowledge(article("seeds/a.txt", states=states, date=date)), (), DEFAULTS)


def test_the_largest_are_of_one_currency_and_a_range_counts_by_its_upper_end() -> None:
    views = _views(
        "OpenAI pays Oracle $30 billion.",
        "OpenAI pays Oracle €90 billion.",
        "OpenAI pays Oracle $20 billion to $40 billion.",
        "Nvidia was worth $5 trillion.",
    )
    assert views.currency == "USD"
    found = pick_largest(views.claims, "money", "USD")
    assert [show_value(claim.figure.fact) for claim in found] == ["USD 20 to 40 billion", "USD 30 billion"]
    first, second = show_bars(views, found)
    assert ((first.length, first.more), (second.length, second.more)) == ((50, 50), (75, 0))


def test_a_site_without_amounts_has_no_currency() -> None:
    assert _views("OpenAI signed a contract with Oracle.").currency == ""


def test_a_pair_is_picked_once() -> None:
    views = _views(
        "OpenAI pays Oracle $30 billion.",
        "OpenAI pays Oracle $20 billion.",
        "OpenAI pays Nvidia $10 billion.",
        "Nvidia pays Oracle $5 billion.",
    )
    largest = pick_largest(views.claims, "money", "USD")
    assert [claim.parties for claim in pick_each_once(largest, 8)] == [
        ("openai", "oracle"),
        ("nvidia", "openai"),
        ("nvidia", "oracle"),
    ]
    assert len(pick_each_once(largest, 2)) == 2


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        ("", ["by March 2026", "by 2026", "from 2027", "2027 to 2028"]),
        ("2026-07-04", ["by 2026", "from 2027", "2027 to 2028"]),
        ("2026-03-31", ["by 2026", "from 2027", "2027 to 2028"]),
        ("2026-03-30", ["by March 2026", "by 2026", "from 2027", "2027 to 2028"]),
        ("2026-02-28", ["by March 2026", "by 2026", "from 2027", "2027 to 2028"]),
        ("2028-12-31", []),
    ],
)
def test_ahead_is_what_ends_or_begins_after_a_day_and_a_single_date_is_no_period(today: str, wanted: list[str]) -> None:
    views = _views(
        "OpenAI pays Oracle $30 billion by 2026.",
        "OpenAI pays Oracle $31 billion from 2027.",
        "OpenAI pays Oracle $32 billion between 2027 and 2028.",
        "OpenAI pays Oracle $33 billion by March 2026.",
        "OpenAI pays Oracle $34 billion in 2030.",
    )
    found = [show_value(claim.figure.fact) for claim in pick_ahead(views.claims, today)]
    assert found == wanted


def test_the_last_day_is_that_of_the_newest_article() -> None:
    old = article("seeds/b.txt", date="2025-01-01")
    assert Views(knowledge(old, article("seeds/a.txt", date="2026-07-04")), (), DEFAULTS).today == "2026-07-04"
    assert _views().today == ""


def test_a_bar_says_who_how_much_and_how_and_leads_to_the_pair_and_the_sentence() -> None:
    views = _views("Nvidia invested up to $10 billion in OpenAI.")
    (bar,) = show_bars(views, pick_largest(views.claims, "money", "USD"))
    assert (bar.who.text, bar.who.path) == ("Nvidia and OpenAI", "partnerships/nvidia--openai/")
    assert bar.value.text == "up to USD 10 billion"
    assert bar.value.path.startswith("articles/a/#t-")
    assert (bar.note, bar.hedge) == ("investment, completed", "up_to")


def test_a_bar_says_how_many_articles_state_it_where_they_are_several() -> None:
    said = "Nvidia invested $10 billion in OpenAI."
    views = Views(knowledge(*(article(f"seeds/{name}.txt", states=[said]) for name in "ab")), (), DEFAULTS)
    (bar,) = show_bars(views, views.claims)
    assert bar.note == "investment, completed; told by 2 articles"


def test_a_lane_says_who_when_and_what_and_leads_to_the_sentence() -> None:
    views = _views("Nvidia invested $10 billion in OpenAI, 5 GW and $7 billion by 2029.", date="2026-07-04")
    lanes = show_lanes(views, pick_dates(views.claims), views.today, of=("openai",))
    (row,) = lanes.rows
    assert (row.who.text, row.when.text, row.note) == ("Nvidia", "by 2029", "investment, USD 10 billion, 5 GW")
    assert row.when.path.startswith("articles/a/#t-")
    assert [tick.label for tick in lanes.ticks] == ["2026", "2027", "2028", "2029"]


def test_a_group_of_which_no_pair_has_a_page_is_named_without_a_link() -> None:
    views = _views("OpenAI and Nvidia have a target of 5 GW by 2030.")
    (row,) = show_lanes(views, pick_dates(views.claims)).rows
    assert (row.who.text, row.who.path) == ("Nvidia and OpenAI", "")


def test_columns_lead_to_their_lists_and_have_labels_below() -> None:
    columns = show_columns({2025: 1, 2027: 4}, (2025, 2027), lambda year: f"timeline/{year}/", str)
    assert [(column.height, link.text, link.path, link.number) for column, link in columns.marks] == [
        (25, "2025", "timeline/2025/", 1),
        (100, "2027", "timeline/2027/", 4),
    ]
    assert [(tick.label, tick.x) for tick in columns.ticks] == [("2025", 16.67), ("2026", 50), ("2027", 83.33)]


def test_the_maps_show_the_same_and_every_tie_says_what_it_is() -> None:
    wide, narrow = show_maps(_views("Nvidia invested $10 billion in OpenAI.", "OpenAI pays Oracle $30 billion."), 10)
    assert [(spot.slug, link) for spot, link in wide.spots] == [(spot.slug, link) for spot, link in narrow.spots]
    assert [link for _, link in wide.strokes] == [link for _, link in narrow.strokes]
    assert [(link.text, link.path) for _, link in wide.strokes] == [
        ("Nvidia and OpenAI: investment; 1 article", "partnerships/nvidia--openai/"),
        ("OpenAI and Oracle: partnership; 1 article", "partnerships/openai--oracle/"),
    ]
