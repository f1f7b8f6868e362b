"""Titles for articles that have none."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import titles
from generator.articles.titles import MAX_LENGTH, derive_title, title_from_file

Find = Callable[[str], re.Match[str] | None]
WORDS = st.lists(st.sampled_from('a the of OpenAI moves, (and) “to” clouds. by while — “ ( "'.split(" ")), max_size=40)


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (titles._SENTENCE_END.search, "It is. So", "It is 1.5"),
        (titles._SENTENCE_END.search, "So? Yes", "Nvidia Corp. Yes"),
        (titles._SENTENCE_END.search, "It ends! “So", "Dr. No"),
        (titles._FRAME.match, "This article examines how chips", "This articles chips"),
        (titles._FRAME.match, "An overview of chips", "Chips, an overview of them"),
        (titles._STRONG.search, "One, two", "1,000"),
        (titles._STRONG.search, "chips while clouds", "meanwhile clouds"),
        (titles._WEAK.search, "chips and clouds", "chips android"),
        (titles._HANGING.search, "chips of the", "chips of them"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(("stem", "wanted"), [("012_6cd0321a82-nvidia", "nvidia"), ("nvidia-012", "nvidia-012")])
def test_a_number_and_a_digest_are_an_id_only_at_the_start_of_a_name(stem: str, wanted: str) -> None:
    assert titles._NOT_ID.sub("", stem, count=1) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "OpenAI is reducing its dependence on Azure by moving to others, notably Oracle.",
            "OpenAI is reducing its dependence on Azure",
        ),
        ("Nvidia invests in clouds. It does so often.", "Nvidia invests in clouds"),
        ("nvidia invests in clouds", "Nvidia invests in clouds"),
        ("This article examines how Nvidia invests in clouds.", "Nvidia invests in clouds"),
        ("The U.S. Department of Energy buys chips.", "The U.S. Department of Energy buys chips"),
        ("Too short.", ""),
        ("This report covers chips.", ""),
        ("", ""),
    ],
)
def test_a_title_is_the_main_clause_of_the_first_sentence(text: str, wanted: str) -> None:
    assert derive_title(text) == wanted


@given(st.one_of(st.text(max_size=200), WORDS.map(" ".join)))
def test_a_derived_title_of_any_text_is_one_line_that_is_not_too_long(text: str) -> None:
    title = derive_title(text)
    assert len(title) <= MAX_LENGTH
    assert title == " ".join(title.split())


def test_a_sentence_of_many_clauses_is_cut_quickly() -> None:
    begun = time.process_time()
    assert derive_title("word, " * 10_000)
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("seeds/012_nvidia-and_coreweave.txt", "Nvidia and coreweave"),
        ("seeds/000_6cd0321a82760617.txt", "000 6cd0321a82760617"),
        ("seeds/6cd0321a82760617-stargate.md", "Stargate"),
        ("seeds/deep/stargate.txt", "Stargate"),
        ("seeds/2026.txt", "2026"),
        ("seeds/___.txt", "Untitled"),
    ],
)
def test_a_file_name_without_its_number_is_a_title_of_last_resort(path: str, wanted: str) -> None:
    assert title_from_file(path) == wanted


@given(st.text(st.characters(codec="utf-8", exclude_characters="/\0"), min_size=1, max_size=30))
def test_a_file_of_any_name_has_a_title(name: str) -> None:
    assert title_from_file(f"seeds/{name}.txt").strip()
