"""Front matter reads back as the values that it was made from."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.sources.frontmatter import as_yaml, front_matter

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"))
"""What pages hold: the line ends of other systems are gone since the article was read."""


@given(st.dictionaries(TEXTS, TEXTS, max_size=4))
def test_any_text_reads_back_as_it_was(values: dict[str, str]) -> None:
    assert yaml.safe_load(as_yaml(values)) == values


@pytest.mark.parametrize("text", ["no", "2026-11-20", "1e3", "a: b", "# c", "---", "...", "{{ x }}", "&a", "é – 名"])
def test_what_yaml_would_take_for_something_else_stays_text(text: str) -> None:
    block = front_matter({"title": text})
    assert block.startswith("---\n")
    assert block.endswith("\n---\n")
    assert yaml.safe_load(block.split("---\n", 1)[1].removesuffix("---\n")) == {"title": text}


def test_keys_keep_their_order() -> None:
    assert as_yaml({"b": 1, "a": 2}) == "b: 1\na: 2\n"
