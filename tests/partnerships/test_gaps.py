"""Clauses whose verb is not said again."""

from __future__ import annotations

import pytest
from samples import evidence


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Oracle holds 12 percent of OpenAI and Nvidia the remainder.", {("oracle", "openai"), ("nvidia", "openai")}),
        ("Oracle will supply the halls and Nvidia the chips for OpenAI.", {("oracle", "openai"), ("nvidia", "openai")}),
        ("OpenAI buys chips from Nvidia, Stargate from Oracle.", {("nvidia", "openai"), ("oracle", "stargate")}),
        ("Oracle sold chips to OpenAI, Nvidia was silent.", {("oracle", "openai")}),
    ],
)
def test_who_stands_in_the_subjects_place_is_tied_as_the_subject_is(text: str, pairs: set[tuple[str, str]]) -> None:
    assert {(tie.giver, tie.taker) for tie in evidence(text).ties} == pairs
