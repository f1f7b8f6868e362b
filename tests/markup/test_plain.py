"""Text without marks is read as the parser reads it, and text with marks is left to the parser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import markup
from generator.markup import render_blocks
from generator.markup.paragraphs import Habit
from generator.markup.plain import plain_tokens
from generator.model import Block, Line

_PIECES = (
    "OpenAI", "rents", "a site.", "“Yes,”", "AT&T", "*", "_", "`", "[1]", "<b>", "\\", "~~", "|", "https://a.example/",
    "www.a.example", "1.", "2029.", "-", ">", "#", "  ", "\t", "\u00a0", "\u2028", "é", "(sic)", "!", "$4.5 billion",
)  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(_PIECES), max_size=5).map(" ".join), max_size=8)
PLAIN = st.lists(st.lists(st.sampled_from(["OpenAI", "rents.", "“Yes,”", "é", "(sic)", "!"])).map("A ".join))


def _render(texts: list[str], width: int) -> tuple[Block, ...]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return render_blocks(lines, Habit(width), frozenset({1}), {})


@settings(max_examples=400)
@given(texts=LINES | PLAIN, width=st.sampled_from([0, 60]))
def test_blocks_are_those_of_the_parser(texts: list[str], width: int) -> None:
    fast = _render(texts, width)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(markup, "plain_tokens", lambda source: None)
        assert fast == _render(texts, width)


@pytest.mark.parametrize(
    "text", ["Words.", "Words\nthat go on.\n\nÉ more (see 4.5, or “that”).\n“A” is a\n($4)", "", "\n\nA"]
)
def test_text_without_marks_is_taken(text: str) -> None:
    assert plain_tokens(text) is not None


@pytest.mark.parametrize(
    "text",
    ["a *b*", "a `b`", "[1]", "a [1]", "a & b", "a <b", "a\\", "a ", "a  \nb", " a", "- a", "1. a", "a\n# b", "> a",
     "a\n---", "https://a.example", "see www.a.example", "a ~~b~~", "a | b", "a\tb", "a\0", "\u00a0a", "_a", "= a",
     "+ a", "1"],
)  # fmt: skip
def test_text_that_may_have_a_mark_is_not(text: str) -> None:
    assert plain_tokens(text) is None
