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
        (("OpenAI has several rivals among the providers: Oracle and Nvidia.",), set()),
        (("Cloud contract: OpenAI and Oracle grew.",), set()),
        (("Oracle: 500 MW of rented capacity.",), set()),
    ],
)  # fmt: skip
def test_those_listed_are_tied_to_whom_the_opening_is_about(
    texts: tuple[str, ...], pairs: set[tuple[str, ...]]
) -> None:
    assert _pairs(*texts) == pairs
