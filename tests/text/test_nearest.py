"""Which name a mistyped word stands for."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typos import TYPOS, typo

from generator.text.nearest import Speller, slips

NAMES = ("summary", "tags", "reference links", "meta description", "data", "kind", "url")


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("", "", 0),
        ("tags", "tags", 0),
        ("tag", "tags", 1),
        ("tagss", "tags", 1),
        ("tegs", "tags", 1),
        ("tgas", "tags", 1),
        ("sumary", "summary", 1),
        ("refrence lnks", "reference links", 2),
        ("abc", "", 3),
        ("kitten", "sitting", 3),
    ],
)
def test_a_slip_is_a_letter_too_many_too_few_another_or_two_changed_about(one: str, other: str, number: int) -> None:
    assert slips(one, other) == slips(other, one) == number


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("summary", "summary"),
        ("summray", "summary"),
        ("smmary", "summary"),
        ("tgas", "tags"),
        ("tga", ""),
        ("tgs", "tags"),
        ("tagesst", ""),
        ("refrence lnks", "reference links"),
        ("refrnce lnks", ""),
        ("meta descripton", "meta description"),
        ("ur", ""),
        ("urll", ""),
        ("", ""),
        ("x" * 10_000, ""),
    ],
)
def test_the_nearest_name_is_one_slip_away_or_two_in_a_long_word(word: str, wanted: str) -> None:
    assert Speller(NAMES).nearest(word) == wanted


def test_at_most_as_many_slips_as_asked_for() -> None:
    assert Speller(NAMES, most=1).near("refrence lnks") == ()
    assert Speller(NAMES, most=1).near("refrence links") == ("reference links",)
    assert Speller(["plants", "plant", "planet", "slant"]).near("plant") == ("plant", "planet", "plants", "slant")


def test_of_names_as_near_the_one_that_begins_alike_comes_first_then_by_length_and_alphabet() -> None:
    assert Speller(["bates", "dates", "rates"]).nearest("dales") == "dates"
    assert Speller(["mates", "bates"]).nearest("gates") == "bates"
    assert Speller(["author", "authors"]).nearest("auhtor") == "author"


@given(st.text("abcde", max_size=9), st.lists(st.text("abcde", max_size=9), max_size=6))
def test_the_look_up_finds_what_comparing_with_every_name_finds(word: str, names: list[str]) -> None:
    def limit(text: str) -> int:
        return 0 if len(text) < 4 else 1 if len(text) < 8 else 2

    near = [slips(word, name) for name in names if slips(word, name) <= min(limit(word + " "), limit(name))]
    found = Speller(names).nearest(word)
    assert (slips(word, found) if found in names else None) == min(near, default=None) or (not near and found == "")


@given(st.text("abcdefgh ", min_size=8, max_size=20), st.sampled_from(TYPOS), st.integers(0, 10**6))
def test_every_slip_of_a_long_name_is_mended(name: str, kind: str, seed: int) -> None:
    assert Speller([name]).nearest(typo(name, kind, seed)) == name


def test_many_words_are_looked_up_in_many_names_quickly() -> None:
    names = [f"{a}{b}ology {c}" for a in "abcdefghij" for b in "klmnopqrst" for c in ("power", "cloud", "chips")]
    speller = Speller(names)
    begun = time.process_time()
    for name in names:
        speller.nearest(name[1:])
        speller.nearest("wholly another one")
    assert time.process_time() - begun < 1
