"""What the parts of an article are called."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.articles import names
from generator.articles.names import BODY_NAMES, ROLE_NAMES, is_known, is_wrapper, nearest_name, normal_name, role_of
from generator.model import Role

Find = Callable[[str], re.Match[str] | None]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (names._NOT_WORD.search, "key_words", "keywords"),
        (names._ASIDE.search, "Summary (short)", "(short)"),
        (names._ASIDE.search, "Tags [10]", f"Tags [{'x' * 61}]"),
        (names._JOINED.search, "sources and references", "sources android"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("TL;DR:", "tl dr"),
        ("The Conclusion", "conclusion"),
        ("Conclusion Section", "conclusion"),
        ("Tag List", "tag list"),
        ("Meta Description (155 characters)", "meta description"),
        ("Sources & References", "sources and references"),
        ("meta_keywords", "meta keywords"),
        ("Ｓｕｍｍａｒｙ", "summary"),
        ("The", "the"),
        ("Section", "section"),
        ("", ""),
        ("---", ""),
    ],
)
def test_a_name_is_compared_without_case_marks_article_and_section(given: str, wanted: str) -> None:
    assert normal_name(given) == wanted


@given(st.text(max_size=40))
def test_a_normal_name_of_any_text_is_lower_case_words(text: str) -> None:
    found = normal_name(text)
    assert found == found.casefold() == " ".join(found.split())


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Title", "title"),
        ("SUMMARY:", "summary"),
        ("Executive Summary", "summary"),
        ("Meta-Description", "description"),
        ("Keywords", "tags"),
        ("Reference Links", "references"),
        ("Sources & References", "references"),
        ("Works Cited", "references"),
        ("Written by", "authors"),
        ("Published on", "date"),
        ("References and Tags", "body"),
        ("Introduction", "body"),
        ("Anything else", "body"),
        ("", "body"),
    ],
)
def test_a_heading_stands_for_a_role(given: str, wanted: Role) -> None:
    assert role_of(given) == wanted


@pytest.mark.parametrize(("role", "name"), [(role, name) for role, found in ROLE_NAMES.items() for name in found])
def test_every_listed_name_has_its_role_and_is_normal(role: Role, name: str) -> None:
    assert normal_name(name) == name
    assert role_of(name.title()) == role
    assert is_known(name.upper())


def test_no_name_stands_for_two_roles_and_none_for_a_role_and_the_body() -> None:
    listed = [name for found in ROLE_NAMES.values() for name in found]
    assert len(listed) == len(set(listed))
    assert not BODY_NAMES & set(listed)
    assert {normal_name(name) for name in BODY_NAMES} == BODY_NAMES


@pytest.mark.parametrize(("given", "wanted"), [("Introduction", True), ("FAQ:", True), ("The Rise of Oracle", False)])
def test_a_common_section_name_is_known(given: str, wanted: bool) -> None:
    assert is_known(given) is wanted


@pytest.mark.parametrize(("given", "wanted"), [("SEO Metadata", True), ("Metadata:", True), ("Summary", False)])
def test_a_heading_that_only_announces_labels_is_a_wrapper(given: str, wanted: bool) -> None:
    assert is_wrapper(given) is wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("Refrence Links", "Reference Links"),
        ("Sumary", "Summary"),
        ("Meta Descripton", "Meta Description"),
        ("Summary", ""),
        ("Introduction", ""),
        ("Tgs", "Tags"),
        ("Data", ""),
        ("Nvidia's Results", ""),
    ],
)
def test_a_misspelt_name_is_near_one_that_is_known(given: str, wanted: str) -> None:
    assert nearest_name(given) == wanted
