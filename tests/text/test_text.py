"""Slugs, folding, shortening and counting."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import text
from generator.text import SLUG_BYTES, collapse, count, count_words, fold, shorten, slug, unquote, xml_text

Find = Callable[[str], re.Match[str] | None]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (text._RESERVED.fullmatch, "com1", "comet"),
        (text._RESERVED.fullmatch, "nul", "null"),
        (text._APOSTROPHES.search, "People’s", "Peoples"),
        (text._LEADING_DOT.search, "ASP (.NET)", "Node.js"),
        (text._LEADING_DOT.search, ".NET", "net. Next"),
        (text._PLUS_OR_SHARP.search, "C++", "+1"),
        (text._WORD.fullmatch, "co-founder", "co founder"),
        (text._WORD.fullmatch, "1.2", "—"),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


@pytest.mark.parametrize(("given", "wanted"), [("  a \n\t b  ", "a b"), ("a\u00a0b", "a b"), ("", ""), ("\n", "")])
def test_collapsed_text_is_on_one_line(given: str, wanted: str) -> None:
    assert collapse(given) == wanted


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", 0),
        ("— … !", 0),
        ("OpenAI's co-founder said 1.2 million", 5),
        ("One. Two", 2),
        ("snake_case", 2),
        ("über Köln", 2),
    ],
)
def test_a_word_with_an_apostrophe_hyphen_or_dot_inside_counts_once(given: str, wanted: int) -> None:
    assert count_words(given) == wanted


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Cloud Computing", "cloud-computing"),
        ("C", "c"),
        ("C++", "c-plus-plus"),
        ("C#", "c-sharp"),
        ("C++20", "c-plus-plus-20"),
        (".NET", "dot-net"),
        ("node.js", "node-js"),
        ("R&D", "r-and-d"),
        ("50%", "50-percent"),
        ("People’s Daily", "peoples-daily"),
        ("Café Zürich", "cafe-zurich"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("机器学习", "机器学习"),
        ("हिन्दी", "हिन्दी"),
        ("soft\u00adhyphen", "softhyphen"),
        ("a_b/c\\d", "a-b-c-d"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con-x"),
        ("lpt9", "lpt9-x"),
        ("", "u0"),
        ("!", "u21"),
    ],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(name: str, wanted: str) -> None:
    assert slug(name) == wanted


@given(st.text(max_size=60))
def test_a_slug_is_never_empty_and_does_not_change_when_applied_again(name: str) -> None:
    found = slug(name)
    assert found
    assert slug(found) == found
    assert len(found.encode()) <= SLUG_BYTES
    assert not set(found) & set(" /\\.?#%&:'\"")


@pytest.mark.parametrize("sign", ["x", "é", "机", "𝔸", "ह"])
def test_a_slug_that_is_cut_still_tells_long_names_apart(sign: str) -> None:
    one, other = slug(sign * 200 + " one"), slug(sign * 200 + " two")
    assert one != other
    assert max(len(one.encode()), len(other.encode())) <= SLUG_BYTES
    assert slug(one) == one


@pytest.mark.parametrize(
    "other", ["cloud computing", "Cloud-Computing", "CLOUDCOMPUTING", "Cloud. Computing", "Clóud Computing"]
)
def test_spellings_of_one_name_fold_alike(other: str) -> None:
    assert fold(other) == fold("Cloud Computing")


def test_names_that_differ_in_a_sign_with_meaning_fold_apart() -> None:
    assert len({fold(name) for name in ("C", "C++", "C#")}) == 3


@pytest.mark.parametrize(
    ("given", "limit", "wanted"),
    [
        ("Short.", 20, "Short."),
        ("  on\n one   line ", 20, "on one line"),
        ("A first sentence. A second one.", 20, "A first sentence."),
        ("A sentence that goes on, and on", 25, "A sentence that goes on…"),
        ("Yes. A sentence that goes on", 20, "Yes. A sentence…"),
        ("x" * 30, 10, "x" * 9 + "…"),
        ("12345 67890", 10, "12345 678…"),
    ],
)
def test_text_is_shortened_after_a_sentence_or_else_a_word(given: str, limit: int, wanted: str) -> None:
    assert shorten(given, limit) == wanted


@given(st.text(max_size=80), st.integers(min_value=2, max_value=60))
def test_shortened_text_is_never_longer_than_its_limit(given: str, limit: int) -> None:
    assert len(shorten(given, limit)) <= limit


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ('"All of it."', "All of it."),
        ("“All of it.”", "All of it."),
        ("« Tout. »", "Tout."),
        ('"One" and "two"', '"One" and "two"'),
        ('"Open', '"Open'),
        ('""', '""'),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_quotation_marks_are_taken_off_only_around_the_whole(given: str, wanted: str) -> None:
    assert unquote(given) == wanted


@pytest.mark.parametrize(
    ("number", "noun", "wanted"),
    [
        (0, "article", "0 articles"),
        (1, "article", "1 article"),
        (2, "entry", "2 entries"),
        (1, "entry", "1 entry"),
        (12345, "tag", "12,345 tags"),
    ],
)
def test_a_count_has_its_noun_in_the_right_number(number: int, noun: str, wanted: str) -> None:
    assert count(number, noun) == wanted


@given(st.text(st.characters(), max_size=40))
def test_what_is_left_for_xml_can_be_written_in_it_and_is_all_that_can(given: str) -> None:
    found = xml_text(given)
    element = ET.Element("a")
    element.text = found
    ended = found.replace("\r\n", "\n").replace("\r", "\n")  # as every reader of XML reads line ends
    assert ET.fromstring(ET.tostring(element, encoding="utf-8")).text in (ended, None)
    assert [sign for sign in given if sign not in found] == [sign for sign in given if not xml_text(sign)]
    assert xml_text("a\t\n\ud7ff\ue000\ufffd\U0010ffff") == "a\t\n\ud7ff\ue000\ufffd\U0010ffff"
