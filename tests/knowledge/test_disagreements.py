"""Which figures cannot all be right, and which only seem to differ."""

from __future__ import annotations

import pytest
from samples import article, knowledge


def _found(*sentences: str) -> list[tuple[str, str, list[float]]]:
    """The pair, month and values of each disagreement between articles of one sentence each."""
    known = knowledge(*(article(f"seeds/a{number}.txt", states=[text]) for number, text in enumerate(sentences)))
    value = {figure.id: float(figure.fact.value) for figure in known.figures if figure.fact.kind != "date"}
    return [(one.pair, one.date, [value[found] for found in one.figures]) for one in known.disagreements]


def test_a_sentence_that_says_that_reports_differ_is_taken_at_its_word() -> None:
    said = "Reports differ: one account gives USD 10 billion, while another gives about USD 30 billion."
    assert _found(said) == [("", "", [10e9, 30e9])]


def test_two_articles_differ_on_one_pair_one_type_and_one_month() -> None:
    one = "Nvidia invested USD 10 billion in OpenAI on 3 May 2026."
    other = "Nvidia invested USD 13 billion in OpenAI in May 2026."
    assert _found(one, other) == [("nvidia--openai", "2026-05", [10e9, 13e9])]


@pytest.mark.parametrize(
    "other",
    [
        "Nvidia invested about USD 11 billion in OpenAI in May 2026.",
        "Nvidia invested up to USD 40 billion in OpenAI in May 2026.",
        "Nvidia invested more than USD 9 billion in OpenAI in May 2026.",
        "Nvidia invested USD 13 billion in OpenAI in June 2026.",
        "Nvidia invested EUR 9 billion in OpenAI in May 2026.",
        "Nvidia invested USD 13 billion in Oracle in May 2026.",
        "Nvidia invested USD 13 billion, of which USD 10 billion at once, in OpenAI in May 2026.",
        "Nvidia invested USD 10 million in OpenAI in May 2026.",
    ],
    ids=["about", "up to", "more than", "another month", "another currency", "another pair", "one of two", "far apart"],
)
def test_hedges_other_dates_pairs_and_sums_that_meet_are_no_disagreement(other: str) -> None:
    assert _found("Nvidia invested USD 10 billion in OpenAI on 3 May 2026.", other) == []


def test_one_article_does_not_disagree_with_itself_by_telling_two_sums() -> None:
    assert _found("Nvidia invested USD 10 billion and USD 30 billion in OpenAI in May 2026.") == []
