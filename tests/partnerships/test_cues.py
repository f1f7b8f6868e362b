"""Which words of a text tie, and whether they are nouns, active or passive."""

from __future__ import annotations

import pytest

from generator.partnerships.cues import find_tie_words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Alpha orders chips from Beta.", [("orders", False, False)]),
        ("an order of Alpha", [("order", True, False)]),
        ("Alpha will supply Beta with chips.", [("supply", False, False)]),
        ("a supply of chips", [("supply", True, False)]),
        ("The halls were built by Alpha.", [("built", False, True)]),
        ("The halls will be built by Alpha.", [("built", False, True)]),
        ("Alpha has built the halls.", [("built", False, False)]),
        ("The halls, built by Alpha, are full.", [("built", False, True)]),
        ("Alpha had delivered them by May.", [("delivered", False, False)]),
        ("Alpha took over Beta.", [("took over", False, False)]),
        ("a ship of its design unit", []),
        ("a building in the north", []),
        ("Alpha sees Beta.", []),
    ],
)
def test_nouns_verbs_and_passives(text: str, found: list[tuple[str, bool, bool]]) -> None:
    words = find_tie_words(text, 0, len(text), {})
    seen = dict.fromkeys((text[word.start : word.end], word.noun, word.passive) for word in words)
    assert list(seen) == found


def test_words_inside_of_names_tie_nobody() -> None:
    text = "Beta Supply buys chips."
    assert [text[word.start : word.end] for word in find_tie_words(text, 0, len(text), {0: 11})] == ["buys"]
    assert [text[word.start : word.end] for word in find_tie_words(text, 0, len(text), {})] == ["Supply", "buys"]
