"""What stands around the words of a heading."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.articles import dress
from generator.articles.dress import NUMBERED, Dress, undress
from generator.text import collapse

Find = Callable[[str], re.Match[str] | None]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (NUMBERED.match, "1. Introduction", "1.Introduction"),
        (NUMBERED.match, "II) Summary", "II Summary"),
        (NUMBERED.match, "3 - Sources", "3 Sources"),
        (NUMBERED.match, "2.1 Terms", "2026: Terms"),
        (NUMBERED.match, "Section 4: Outlook", "Section: Outlook"),
        (dress._WRAPPED.fullmatch, "**Summary**", "* Summary*"),
        (dress._WRAPPED.fullmatch, "_Summary_", "_Summary*"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Summary", Dress("Summary")),
        ("  A   title ", Dress("A title")),
        ("Summary:", Dress("Summary", colon=True)),
        ("摘要：", Dress("摘要", colon=True)),
        ("**Summary**", Dress("Summary", bold=True)),
        ("__Summary__:", Dress("Summary", bold=True, colon=True)),
        ("*Summary*", Dress("Summary", emphasis=True)),
        ("**1. Summary:**", Dress("Summary", bold=True, colon=True, number=1)),
        ("1. **Summary**", Dress("Summary", bold=True, number=1)),
        ("2.1 Terms", Dress("Terms", number=2, depth=1)),
        ("2.1.3. Terms", Dress("Terms", number=2, depth=2)),
        ("IV) Outlook", Dress("Outlook", number=4)),
        ("XIV. Outlook", Dress("Outlook", number=14)),
        ("Section 4: Outlook", Dress("Outlook", number=4)),
        ("3 - Sources", Dress("Sources", number=3)),
        ("1. the first of many", Dress("1. the first of many")),
        ("2026: A Year", Dress("2026: A Year")),
        (":", Dress(":")),
        ("**", Dress("**")),
        ("", Dress("")),
    ],
)
def test_a_line_is_its_words_and_its_dress(text: str, wanted: Dress) -> None:
    assert undress(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"), [("**A**", True), ("*A*", True), ("1. A", True), ("A:", False), ("A", False)]
)
def test_a_colon_alone_does_not_mark_a_line(text: str, wanted: bool) -> None:
    assert undress(text).marked is wanted


@given(st.one_of(st.text(max_size=40), st.text(st.sampled_from("İıIVX1.) :-*_Aa"), max_size=16)))
@example("İ. Giriş")
def test_any_line_has_words_that_stand_in_it(text: str) -> None:
    assert undress(text).title in collapse(text)
