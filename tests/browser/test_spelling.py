"""The judgement by which a mistyped query is mended, in the language in which it runs."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

WORDS = ["openai", "oracle", "microsoft", "model", "models", "data", "date"]
NAMES = [["OpenAI", "OpenAI", "o/openai/"], ["Open AI", "OpenAI", "o/openai/"], ["Oracle Corp.", "Oracle", "o/oracle/"]]


@pytest.fixture
def call(page: Page, served: str) -> Any:
    """Calls a function of the module with some values."""
    page.goto(f"{served}404.html")
    address = f"{served}assets/javascripts/search/spelling.js"
    script = "async ([address, name, values]) => (await import(address))[name](...values)"
    return lambda name, *values: page.evaluate(script, [address, name, values])


def test_a_distance_counts_letters_added_dropped_changed_and_swapped(call: Any) -> None:
    pairs = [
        ("oracle", "oracle"),
        ("orcale", "oracle"),
        ("oracl", "oracle"),
        ("orracle", "oracle"),
        ("oxacle", "oracle"),
    ]
    assert [call("distance", one, other, 2) for one, other in pairs] == [0, 1, 1, 1, 1]
    assert call("distance", "orcael", "oracle", 2) == 2
    assert call("distance", "", "abc", 2) == 3
    assert call("distance", "microsoft", "oracle", 2) == 3


def test_the_nearest_word_has_fewest_mistakes_and_is_the_more_common_of_two(call: Any) -> None:
    assert call("nearest", "orcale", WORDS) == "oracle"
    assert call("nearest", "micorsofft", WORDS) == "microsoft"
    assert call("nearest", "modell", WORDS) == "model"
    assert call("nearest", "dat", WORDS) == "data"
    assert call("nearest", "pracle", WORDS) == "oracle"
    assert call("nearest", "zebra", WORDS) == ""


def test_only_unknown_words_are_mended_and_those_that_nothing_is_near_are_left_out(call: Any) -> None:
    mended = call("mend", "Orcale and zzzzz modle", ["Orcale", "zzzzz", "modle"], WORDS)
    assert mended == {"query": "oracle and  model", "missing": ["zzzzz"]}
    assert call("mend", "micros", ["micros"], WORDS) == {"query": "micros", "missing": []}  # it begins a word


def test_a_word_is_matched_by_one_that_begins_with_it_without_accents(call: Any) -> None:
    assert call("unmatched", "compute jalapeno of 2026 orcale", ["computes", "jalapeno", "or"]) == ["orcale"]


def test_words_that_are_everywhere_are_not_searched_for_unless_there_is_no_other(call: Any) -> None:
    assert call("withoutSmallWords", "The future of Oracle") == "future Oracle"
    assert call("withoutSmallWords", "to be") == "to be"
    assert call("withoutSmallWords", '"the future of"') == '"the future of"'


def test_the_nearest_names_are_pages_once_each(call: Any) -> None:
    assert call("nearestNames", "open ay", NAMES, 5) == [["o/openai/", "OpenAI"]]
    assert call("nearestNames", "oracle corporation", NAMES, 5)[0] == ["o/oracle/", "Oracle"]
    assert call("nearestNames", "zzz", NAMES, 5) == []
