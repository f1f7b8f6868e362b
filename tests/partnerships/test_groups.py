"""Those named in one breath are one party."""

from __future__ import annotations

import pytest
from samples import VOCABULARY

from generator.partnerships.groups import group_mentions
from generator.vocabulary.entities import find_mentions


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("OpenAI, Oracle and Nvidia grew.", [("openai", "oracle", "nvidia")]),
        ("With OpenAI and Oracle, Nvidia has agreed.", [("openai", "oracle"), ("nvidia",)]),
        ("It hired OpenAI, which sells models, and Oracle.", [("openai", "oracle")]),
        ("It hired OpenAI, which sells models, and Oracle grew.", [("openai",), ("oracle",)]),
        ("OpenAI grew, Oracle did not.", [("openai",), ("oracle",)]),
    ],
)
def test_names_of_one_breath_are_one_party(text: str, groups: list[tuple[str, ...]]) -> None:
    assert [party.terms for party in group_mentions(text, find_mentions(text, VOCABULARY))] == groups
