"""Words that stand for whom the text spoke of, and what it is about."""

from __future__ import annotations

import pytest
from samples import VOCABULARY, evidence

from generator.partnerships import find_ties, topics_of


@pytest.mark.parametrize(
    ("first", "second", "pairs"),
    [
        ("OpenAI grew.", "The servers come from Oracle.", {("openai", "oracle")}),
        ("OpenAI grew.", "Contracts with Oracle followed.", {("openai", "oracle")}),
        ("OpenAI grew.", "The lender is Oracle.", {("openai", "oracle")}),
        ("OpenAI grew.", "From Oracle it has ordered chips.", {("openai", "oracle")}),
        ("OpenAI raised money.", "Oracle and Nvidia were co-investors.", {("openai", "oracle"), ("nvidia", "openai")}),
        ("OpenAI was paid for chips from Nvidia.", "It buys chips from Oracle.", {("openai", "oracle")}),
        ("OpenAI grew.", "Oracle grew, too.", set()),
        ("OpenAI grew.", "Would it buy chips from Oracle?", set()),
    ],
)
def test_what_a_sentence_leaves_out_is_known_from_the_one_before(
    first: str, second: str, pairs: set[tuple[str, ...]]
) -> None:
    _, ties = find_ties([evidence(first), evidence(second)])
    assert {tuple(sorted((tie.giver, tie.taker))) for tie in ties} == pairs


def test_a_section_is_about_the_one_its_title_names_or_else_the_articles() -> None:
    sections = ("Money", "Oracle", "Oracle and Nvidia")
    assert topics_of("OpenAI and Nvidia", sections, VOCABULARY) == {
        "Money": "openai", "Oracle": "oracle", "Oracle and Nvidia": "openai",
    }  # fmt: skip
    assert topics_of("Stargate and OpenAI", sections, VOCABULARY) == {"Oracle": "oracle"}


def test_the_company_is_whom_the_section_is_about() -> None:
    found = find_ties([evidence("The company buys chips from Oracle.", "Money")], topics={"Money": "openai"})
    assert [(tie.giver, tie.taker) for tie in found[0]] == [("oracle", "openai")]
