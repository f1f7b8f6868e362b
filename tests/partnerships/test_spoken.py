"""Whom later words can mean: the two of the last sentence, the site, the one that was spoken of."""

from __future__ import annotations

import pytest
from samples import evidence

from generator.model import Tie
from generator.partnerships import find_ties
from generator.partnerships.party import Party
from generator.partnerships.spoken import Spoken


def test_the_subject_is_who_no_preposition_leads() -> None:
    spoken = Spoken().after("From Alpha, Beta buys.", (Party(("a",), 5, 10, lead="from"), Party(("b",), 12, 16)), ())
    assert (spoken.before, spoken.both, spoken.alone) == (("b",), ("a", "b"), False)


def test_what_was_spoken_of_lasts_over_sentences_that_name_nobody_and_not_over_those_left_out() -> None:
    tie = Tie("supply", "a", "b", True, "reported")
    spoken = Spoken(topic=("t",)).after("Alpha sells.", (Party(("a",), 0, 5),), (tie,)).after("It grew.", (), ())
    assert (spoken.before, spoken.one, spoken.ties) == (("a",), ("a",), ())
    assert spoken.after_gap().before == ("t",)


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        (("OpenAI buys chips from Oracle.", "The two have hired Nvidia."),
         {("nvidia", "openai"), ("nvidia", "oracle"), ("openai", "oracle")}),
        (("OpenAI grew, and Oracle lent it USD 2 billion.",), {("openai", "oracle")}),
        (("OpenAI grew.", "Oracle sold it chips, and Nvidia lent it USD 2 billion."),
         {("openai", "oracle"), ("nvidia", "openai")}),
        (("OpenAI grew, Oracle said it would, too.",), set()),
        (("OpenAI and Oracle grew.", "Nvidia makes chips for the former."), {("nvidia", "openai")}),
        (("OpenAI and Oracle grew.", "Nvidia makes chips for both."), {("nvidia", "openai"), ("nvidia", "oracle")}),
        (("“We buy chips from Oracle,” said the head of OpenAI.",), {("openai", "oracle")}),
        (("“We buy chips,” said OpenAI.",), set()),
        (("It was Oracle that bought chips from OpenAI.",), {("openai", "oracle")}),
    ],
)  # fmt: skip
def test_words_mean_whom_the_text_spoke_of(texts: tuple[str, ...], pairs: set[tuple[str, ...]]) -> None:
    found = find_ties([evidence(text) for text in texts])
    assert {tuple(sorted((tie.giver, tie.taker))) for ties in found for tie in ties} == pairs
