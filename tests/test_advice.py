"""How many mistyped words and leftovers the checks name: the numbers that `make quality` prints."""

from __future__ import annotations

import advice
import pytest
import yaml


def test_of_a_hundred_words_with_a_slip_the_right_one_is_named_for_at_least_ninety_five() -> None:
    words = list(advice.slips(100))
    assert len({slip.kind for slip in words}) == 6
    missed = advice.missed(words)
    assert len(words) - len(missed) >= 95, missed


def test_a_right_word_is_not_taken_for_a_slip() -> None:
    for kind, word in (("section", "Summary"), ("tag", "Oracle"), ("key", "title"), ("command", "explain")):
        assert not advice.HINTED[kind](word, word)


@pytest.mark.parametrize("group", ["tuned", "held-out"])
def test_nine_of_ten_leftovers_are_found(group: str) -> None:
    paragraphs = advice.leftovers(group)
    missed = [(code, text) for code, text in paragraphs if code not in advice.codes_in(text)]
    assert len(paragraphs) >= 30
    assert len(missed) <= len(paragraphs) / 10, missed


def test_at_most_one_of_fifty_clean_articles_gets_a_false_alarm() -> None:
    checked = advice.clean_articles()
    alarms = [(name, codes) for name, codes in checked if codes]
    assert len(checked) >= 50
    assert len(alarms) <= len(checked) / 50, alarms


def test_every_kind_of_leftover_is_in_both_groups_and_no_paragraph_is() -> None:
    groups = [advice.leftovers(group) for group in ("tuned", "held-out")]
    assert sum(map(len, groups)) >= 60
    assert all({code for code, _ in group} == advice.LEFTOVERS - {"chat-leftover"} for group in groups)
    texts = [{text for _, text in group} for group in groups]
    assert not texts[0] & texts[1]


def test_the_lists_of_paragraphs_are_plain_yaml() -> None:
    for path in advice.CASES.glob("*.yml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))
