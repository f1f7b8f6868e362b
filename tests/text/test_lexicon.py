"""Where the words of lists stand: as a pattern of all of them finds them, only sooner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.lexicon import Lexicon, word_pattern

LISTS = [
    ("invest", "invest* stake stakes put_into"),
    ("venture", "joint_venture* co-own* venture"),
    ("own", "own owns"),
]
LEXICON = Lexicon(LISTS)
WORDS = st.sampled_from("invested Stake put into joint ventures co-owned owns own re-invest venture, and".split())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It invested in a stake", [("invest", "invested"), ("invest", "stake")]),
        ("they put into a Joint  Venture", [("invest", "put into"), ("venture", "Joint  Venture")]),
        ("co-owned by two", [("venture", "co-owned")]),
        ("disowned mistakes", []),
        ("", []),
    ],
)
def test_words_endings_phrases_and_case(text: str, found: list[tuple[str, str]]) -> None:
    assert [(cue.entry, cue.word) for cue in LEXICON.find(text)] == found
    assert all(text[cue.start : cue.end] == cue.word for cue in LEXICON.find(text))


def test_only_the_stretch_asked_for_is_looked_at() -> None:
    text = "a stake, a stake and a stake"
    assert [cue.start for cue in LEXICON.find(text, 5, 20)] == [11]


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_it_finds_what_a_pattern_of_each_list_finds(text: str) -> None:
    wanted = [(name, *found.span()) for name, words in LISTS for found in word_pattern(words).finditer(text)]
    assert [(cue.entry, cue.start, cue.end) for cue in LEXICON.find(text)] == wanted
