"""Where leftovers stand, what is let be, and what takes them out."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import lines

from generator.check.leftovers import find_leftovers
from generator.check.signs import FILLERS, MARKS, PHRASES, Sign
from generator.model import Problem


def _find(*texts: str) -> tuple[Problem, ...]:
    return find_leftovers(lines(*texts), "seeds/a.txt")


def _mended(text: str) -> str:
    """The one line after the edits of its problems, the last first."""
    for problem in reversed(_find(text)):
        for edit in problem.edits:
            start = edit.column - 1
            assert text[start : start + len(edit.old)] == edit.old
            text = text[:start] + edit.new + text[start + len(edit.old) :]
    return text


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("It pays :contentReference[oaicite:0]{index=0}.", "It pays."),
        ("It pays :contentReference[oaicite:0]{index=0} :contentReference[oaicite:1]{index=1}", "It pays"),
        ("It pays 【4†source】, and waits.", "It pays, and waits."),
        ("It 【4†source】 pays.", "It pays."),
        ("【4†source】It pays.", "It pays."),
        ("It pays.turn0search1turn2news3", "It pays."),
        ("It pays. \ue200cite\ue202turn0search1\ue201", "It pays."),
        ("[cite_start]It pays.[cite: 3, 4]", "It pays."),
        (
            "It pays [oai_citation:0‡oracle.com](https://oracle.com/a).",
            "It pays [oracle.com](https://oracle.com/a).",
        ),
        ('It pays <grok:render card_id="1"></grok:render>.', "It pays."),
        ("See https://a.org/b?utm_source=chatgpt.com.", "See https://a.org/b."),
        ("See https://a.org/b?utm_source=chatgpt.com&id=3#c", "See https://a.org/b?id=3#c"),
        ("See https://a.org/b?id=3&utm_source=openai&utm_medium=x", "See https://a.org/b?id=3"),
        ("See [b](https://a.org/b?utm_source=chatgpt.com).", "See [b](https://a.org/b)."),
        ("See https://a.org/b?utm_campaign=x&utm_source=perplexity.ai", "See https://a.org/b"),
        ("It pays [insert amount].", "It pays [insert amount]."),
    ],
)
def test_a_mark_and_the_tracking_of_an_address_are_taken_out_and_nothing_else(text: str, mended: str) -> None:
    assert _find(text)
    assert _mended(text) == mended
    assert _mended(mended) == mended


@pytest.mark.parametrize(
    "text",
    [
        "It says “As an AI language model, I cannot know”.",
        'It says "I hope this helps" at the end.',
        "It has `:contentReference[oaicite:0]` in it.",
        "See https://a.org/b?utm_source=newsletter&utm_medium=email",
        "See https://a.org/b?from=utm_source=chatgpt.com",
        "[Link](https://a.org) and [source][1] and [date]: soon",
        "The return0search1x of it.",
        "An X-ray, 20 XL shirts, and 2026-05-03.",
        "He is TBD's founder.",
        "Sure of it, the bank paid; certainly, here it stopped.",
        "It helps that I hope for this.",
    ],
)
def test_what_only_looks_like_a_leftover_is_let_be(text: str) -> None:
    assert _find(text) == ()


def test_a_code_block_is_let_be() -> None:
    assert _find("```", "lorem ipsum 【4†source】", "```") == ()
    assert [problem.place.line for problem in _find("```", "lorem ipsum", "```", "lorem ipsum")] == [4]


def test_a_problem_has_the_place_the_width_and_the_words() -> None:
    one, two = _find("", "Paid in full. I’m sorry for the confusion.", "Paid [Insert Date].")
    assert (one.code, one.place.line, one.place.column, one.width) == ("chat-phrase", 2, 15, 27)
    assert one.message == "“I’m sorry for the confusion” are words of a chat, not of an article"
    assert (two.code, two.place.line, two.place.column, two.width) == ("placeholder", 3, 6, 13)
    assert two.message == "“[Insert Date]” was to be filled in"


def test_words_that_go_on_in_the_next_line_are_found_and_flagged_to_the_end_of_theirs() -> None:
    (problem,) = _find("It is due. As an AI language", "model, I do not know when.")
    assert (problem.place.line, problem.place.column, problem.width) == (1, 12, 0)
    assert "As an AI language model, I" in problem.message


def test_of_signs_that_overlap_the_first_and_longest_is_named() -> None:
    (problem,) = _find("It pays :contentReference[oaicite:0]{index=0}.")
    assert problem.width == len(":contentReference[oaicite:0]{index=0}")


@pytest.mark.parametrize("sign", [*PHRASES, *MARKS, *FILLERS], ids=lambda sign: f"{sign.code} {sign.triggers[0]}")
def test_no_pattern_takes_long_over_any_text_of_its_own_words(sign: Sign) -> None:
    for trigger in sign.triggers:
        for filler in (" ", "[", "x ", "<", "{{ ", "\n", "a"):
            text = (trigger + filler) * 3000
            begun = time.process_time()
            list(sign.pattern.finditer(text))
            assert time.process_time() - begun < 0.5


@given(st.text(st.sampled_from("[]{}<>|†【】`“”\"'?&=:.! utm_source chatgptXTODOinsertyourhere0123\n"), max_size=200))
def test_edits_of_any_text_name_what_stands_there(text: str) -> None:
    texts = text.split("\n")
    for problem in _find(*texts):
        for edit in problem.edits:
            line = texts[edit.line - 1]
            assert line[edit.column - 1 :].startswith(edit.old)
            assert edit.old
