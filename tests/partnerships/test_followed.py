"""Who does as the one before is tied as that one."""

from __future__ import annotations

import pytest
from samples import evidence

from generator.partnerships import find_ties

ORACLE, NVIDIA = ("openai", "oracle"), ("nvidia", "openai")


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        (("Oracle invested in OpenAI.", "Nvidia followed in 2025."), {ORACLE, NVIDIA}),
        (("Oracle led a round of OpenAI.", "Nvidia took part in that round."), {ORACLE, NVIDIA}),
        (("OpenAI rents servers from Oracle, as does Nvidia.",), {ORACLE, ("nvidia", "oracle")}),
        (("Oracle invested in OpenAI.", "Nvidia took part in a fair."), {ORACLE}),
        (("Oracle invested in OpenAI.", "Nvidia never followed."), {ORACLE}),
        (("Oracle invested in OpenAI.", "Nvidia grew."), {ORACLE}),
    ],
)
def test_who_follows_is_tied_as_the_one_before(texts: tuple[str, ...], pairs: set[tuple[str, ...]]) -> None:
    found = find_ties([evidence(text) for text in texts])
    assert {tuple(sorted((tie.giver, tie.taker))) for ties in found for tie in ties} == pairs
