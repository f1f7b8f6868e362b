"""Which texts are almost the same, and how long it takes to tell."""

from __future__ import annotations

import random
import time

import pytest

from generator.text.sketches import Sketch, find_twins, sketch_text

WORDS = [
    f"{a}{b}{c}" for a in ("ka", "lo", "mi", "ne") for b in ("ra", "su", "ti", "vo", "xe") for c in "bdfghklmnprst"
]


def _text(seed: int, size: int = 600) -> list[str]:
    return random.Random(seed).choices(WORDS, k=size)


def _sketch(words: list[str]) -> Sketch:
    return sketch_text([" ".join(words)])


@pytest.mark.parametrize("changed", [0, 5, 15, 30])
def test_texts_that_differ_in_a_few_words_are_twins(changed: int) -> None:
    words = _text(1)
    other = list(words)
    for at in range(changed):
        other[at * (600 // max(changed, 1))] = "other"
    assert find_twins({"a": _sketch(words), "b": _sketch(other), "c": _sketch(_text(2))}) == {"b": "a"}


@pytest.mark.parametrize("kept", [0, 60, 150])
def test_texts_that_share_a_part_are_not(kept: int) -> None:
    words = _text(1)
    assert find_twins({"a": _sketch(words), "b": _sketch(words[:kept] + _text(2, 600 - kept))}) == {}


def test_case_marks_and_paragraphs_do_not_count() -> None:
    words = _text(1, 60)
    assert sketch_text([" ".join(words[:30]), " ".join(words[30:])]) == sketch_text([", ".join(words).upper() + "."])


def test_a_text_of_a_few_words_has_no_sketch() -> None:
    assert sketch_text(["Some words stand here."]) == ()
    assert sketch_text([]) == ()
    assert find_twins({"a": (), "b": ()}) == {}


def test_each_is_named_with_the_most_alike_whatever_the_order() -> None:
    one, two = _text(1), _text(2)
    texts = {"d": two[:-3], "a": one, "c": [*one[:-9], "x"], "b": two, "e": one[:-2]}
    sketches = {name: _sketch(words) for name, words in texts.items()}
    found = find_twins(sketches)
    assert found == {"c": "a", "d": "b", "e": "a"}
    assert find_twins(dict(reversed(sketches.items()))) == found


def test_a_beginning_that_all_texts_share_hides_no_twins() -> None:
    common = _text(0, 120)
    sketches = {f"{number:04}": _sketch(common + _text(number + 1, 480)) for number in range(200)}
    sketches["x"] = _sketch([*common, *_text(101, 478), "and", "so"])
    assert find_twins(sketches) == {"x": "0100"}


def test_words_of_any_script_are_words() -> None:
    assert sketch_text(["данные " * 3 + "機械 学習 " * 12])


def test_the_work_grows_with_the_number_of_texts_also_where_all_are_the_same() -> None:
    def seconds(number: int, alike: bool) -> float:
        sketches = {f"{n:05}": _sketch(_text(0 if alike else n, 200)) for n in range(number)}
        begun = time.process_time()
        find_twins(sketches)
        return time.process_time() - begun

    for alike in (True, False):
        seconds(100, alike)
        assert seconds(2000, alike) < 4 * 4 * max(seconds(500, alike), 0.01)
