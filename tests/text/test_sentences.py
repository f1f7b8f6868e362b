"""Where sentences begin and end, and the ids they get."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.sentences import sentence_anchor, sentence_spans


def _sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("No end", ["No end"]),
        ("One. Two.", ["One.", "Two."]),
        ("What? Yes! No… Really.", ["What?", "Yes!", "No…", "Really."]),
        ("One.  Two.\tThree.", ["One.", "Two.", "Three."]),
        ("It has 4.5 GW. 10 GW follow.", ["It has 4.5 GW.", "10 GW follow."]),
        ("It cost $1.5 billion. $3 billion follow.", ["It cost $1.5 billion.", "$3 billion follow."]),
        ("Yes. €5 billion. ₹10 crore.", ["Yes.", "€5 billion.", "₹10 crore."]),
        ("Éclair. École. Ça.", ["Éclair.", "École.", "Ça."]),
        ("Работа. Дом.", ["Работа.", "Дом."]),
        ("It ended. Then it began in the U.K. office.", ["It ended.", "Then it began in the U.K. office."]),
    ],
)
def test_a_sentence_ends_with_its_mark_before_a_capital_or_a_number(text: str, wanted: list[str]) -> None:
    assert _sentences(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It runs Llama 3.1 at home.",
        "The site crusoe.ai is named.",
        "It is so. but it goes on in small letters.",
        "It is so.But no space follows.",
        "Wait... what",
        "Amazon.com",
    ],
)
def test_a_point_inside_a_sentence_ends_none(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(
    "short",
    "Inc. Corp. Ltd. Co. Mr. Ms. Mrs. Dr. St. Jr. No. vs. cf. ca. approx. e.g. i.e. etc. Fig. Jan. Feb. Mar. Apr. Jun. "
    "Jul. Aug. Sep. Sept. Oct. Nov. Dec. J. U.S.".split(),
)
def test_an_abbreviation_ends_no_sentence(short: str) -> None:
    assert _sentences(f"It says {short} Seven and more. Then.") == [f"It says {short} Seven and more.", "Then."]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("He said “It works.” Then he left.", ["He said “It works.”", "Then he left."]),
        ('He said "It works." "It does."', ['He said "It works."', '"It does."']),
        ("“One.” “Two.”", ["“One.”", "“Two.”"]),
        ("It ended. (Next one.) [Third.]", ["It ended.", "(Next one.)", "[Third.]"]),
        ("It is so.’ Then.", ["It is so.’", "Then."]),
        ("By 2029. [1] Then.", ["By 2029.", "[1] Then."]),
    ],
)
def test_a_closing_quote_or_bracket_stays_with_its_sentence(text: str, wanted: list[str]) -> None:
    assert _sentences(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("一句。二句！三句？", ["一句。", "二句！", "三句？"]),
        ("「一句。」二句。", ["「一句。」", "二句。"]),
        ("機械学習。 次の文。", ["機械学習。", "次の文。"]),
    ],
)
def test_a_chinese_or_japanese_sentence_ends_without_a_space(text: str, wanted: list[str]) -> None:
    assert _sentences(text) == wanted


def test_a_text_of_no_words_is_one_empty_span() -> None:
    assert sentence_spans("") == ((0, 0),)


@given(st.text("aA.!?。 “”)\n1$", max_size=80))
def test_spans_follow_on_each_other_and_cover_the_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in sentence_spans(text)) == text


def test_an_anchor_depends_on_the_words_alone() -> None:
    anchor = sentence_anchor("OpenAI signed for $38 billion.")
    assert re.fullmatch(r"t-[0-9a-f]{8}", anchor)
    assert sentence_anchor("  OpenAI signed\nfor  $38 billion. ") == anchor
    assert sentence_anchor("OPENAI signed for $38 Billion.") == anchor
    assert sentence_anchor("OpenAI signed for $39 billion.") != anchor


def test_an_anchor_is_the_same_in_every_version_of_the_generator() -> None:
    assert sentence_anchor("A sentence.") == "t-e08fa6b7"
