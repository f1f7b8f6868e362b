"""Where one author's name ends and the next begins."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles.bylines import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Example", ["Ada Example"]),
        ("Ada Example, Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Ada Example, Ben Sample, and Cy Specimen", ["Ada Example", "Ben Sample", "Cy Specimen"]),
        ("Ada Example and Ben Sample", ["Ada Example", "Ben Sample"]),
        ("Ada Example & Ben Sample; Cy Specimen", ["Ada Example", "Ben Sample", "Cy Specimen"]),
        ("Moreau, Jean", ["Moreau, Jean"]),
        ("Moreau, Jean-Paul Q.", ["Moreau, Jean-Paul Q."]),
        ("Moreau, Jean; Example, Ada", ["Moreau, Jean", "Example, Ada"]),
        ("Moreau, Jean and Example, Ada", ["Moreau, Jean", "Example, Ada"]),
        ("Moreau, Jean, Example, Ada", ["Moreau, Jean", "Example, Ada"]),
        ("van der Berg, Anna", ["van der Berg, Anna"]),
        ("O'Hara, M.", ["O'Hara, M."]),
        ("Ada Example, Jr., Ben Sample", ["Ada Example, Jr.", "Ben Sample"]),
        ("Acme, Inc., Example Labs", ["Acme, Inc.", "Example Labs"]),
        ("Plato, Ben Sample, Ada", ["Plato", "Ben Sample", "Ada"]),
        ("Andrea Sandoval", ["Andrea Sandoval"]),
        ("Ada Example, Ada Example", ["Ada Example"]),
        ("Ada\tExample\nBen  Sample", ["Ada Example", "Ben Sample"]),
        ("", []),
        (" ; , ", []),
    ],
)
def test_a_comma_divides_names_unless_it_stands_in_one(text: str, names: list[str]) -> None:
    assert list(split_names(text)) == names


@given(st.text(st.sampled_from("ab AB,;&.'\n\t"), max_size=60))
def test_no_letter_is_lost_and_no_name_is_empty(text: str) -> None:
    names = split_names(text)
    assert all(name == name.strip() and name for name in names)
    assert {sign for sign in text if sign.isalpha()} == {sign for name in names for sign in name if sign.isalpha()}


@pytest.mark.parametrize("text", ["a" * 200_000, " " * 200_000, "a " * 100_000, "A, " * 60_000, " and" * 50_000])
def test_long_nonsense_takes_no_long_time(text: str) -> None:
    started = time.process_time()
    split_names(text)
    assert time.process_time() - started < 1
