"""Lists that a sentence opens tie those listed to whom it is about."""

from __future__ import annotations

import pytest
from samples import evidence

from generator.partnerships import find_ties


def _pairs(*texts: str) -> set[tuple[str, ...]]:
    found = find_ties([evidence(text) for text in texts])
    return {tuple(sorted((tie.giver, tie.taker))) for ties in found for tie in ties}


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        (("OpenAI has spread its computing over two providers: Oracle and Nvidia.",),
         {("openai", "oracle"), ("nvidia", "openai")}),
        (("Among those who have lent to OpenAI are Oracle and Nvidia.",), {("openai", "oracle"), ("nvidia", "openai")}),
        (("OpenAI signed the following contracts in 2025:", "Oracle: 500 MW of rented capacity.", "Nvidia: Racks."),
         {("openai", "oracle"), ("nvidia", "openai")}),
        (("OpenAI buys from two sources, Oracle and Nvidia.",), {("openai", "oracle"), ("nvidia", "openai")}),
        (("OpenAI sold its chips last year: half to Oracle and half to Nvidia.",),
         {("openai", "oracle"), ("nvidia", "openai")}),
        (("The chips are bought by the tenants themselves: OpenAI from Oracle, Nvidia from Stargate.",),
         {("openai", "oracle"), ("nvidia", "stargate")}),
        (("The largest sites are OpenAI (tenant: Oracle) and Nvidia.",), {("openai", "oracle")}),
        (("The largest sites are OpenAI (see: Oracle) and Nvidia.",), set()),
        (("OpenAI has several rivals among the providers: Oracle and Nvidia.",), set()),
        (("Cloud contract: OpenAI and Oracle grew.",), set()),
        (("Oracle: 500 MW of rented capacity.",), set()),
    ],
)  # fmt: skip
def test_those_listed_are_tied_to_whom_the_opening_is_about(
    texts: tuple[str, ...], pairs: set[tuple[str, ...]]
) -> None:
    assert _pairs(*texts) == pairs


def test_a_sections_title_opens_the_list_below_it() -> None:
    texts = ("Oracle: Buys more each year.", "Nvidia: A buyer since 2020.")
    sold = find_ties([evidence(text, "Customers") for text in texts], topics={"Customers": "openai"})
    assert {(tie.giver, tie.taker) for ties in sold for tie in ties} == {("openai", "oracle"), ("openai", "nvidia")}
    assert not any(find_ties([evidence(text, "Rivals") for text in texts], topics={"Rivals": "openai"}))
