"""YAML as plain nodes, without YAML's surprises."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Place
from generator.sources.mappings import MAX_DEPTH, Node, read_mapping


def _plain(node: Node) -> Any:
    """The node as text, list and dict."""
    if node.pairs:
        return {key: _plain(value) for key, value in node.pairs}
    return [_plain(item) for item in node.items] if node.items else node.text


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a: 1\nb: [x, y]", {"a": "1", "b": ["x", "y"]}),
        ("a: no\nb: 2026-05-03\nc: 010\nd: ~", {"a": "no", "b": "2026-05-03", "c": "010", "d": "~"}),
        ("a:\n  - b: c\n    d: e\n  - f", {"a": [{"b": "c", "d": "e"}, "f"]}),
        ("{a: 1}", {"a": "1"}),
        ("a: 'x: y'", {"a": "x: y"}),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("---\na: 1\n...\n", {"a": "1"}),
        ("<<: b", {"<<": "b"}),
        ("", ""),
        ("# nothing", ""),
    ],
)
def test_every_scalar_stays_the_text_that_was_written(text: str, wanted: Any) -> None:
    node, problems = read_mapping(text, "c.yml")
    assert _plain(node) == wanted
    assert problems == ()


def test_places_count_from_the_line_of_the_file_on_which_the_text_starts() -> None:
    node, _ = read_mapping("a: 1\nb:\n  - x", "c.yml", 5)
    (_, one), (_, two) = node.pairs
    assert node.place == Place("c.yml", 5, 1)
    assert one.place == Place("c.yml", 5, 4)
    assert two.items[0].place == Place("c.yml", 7, 5)


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("- a", (5, 1), "this must be `key: value` lines"),
        ("only words", (5, 1), "this must be `key: value` lines"),
        ("*a", (5, 1), "this must be `key: value` lines"),
        ("a: 1\nb: &x 2", (6, 4), "YAML anchors and aliases are not read; write the value out, or put it in quotes"),
        ("a: 1\nb: *x", (6, 4), "YAML anchors and aliases are not read; write the value out, or put it in quotes"),
        ("a: !!python/object/apply:os.system [x]", (5, 4), "YAML tags are not read; put the value in quotes"),
        ("a: 1\na: 2", (6, 1), "the key `a` is given twice"),
        ("a: 1\n---\nb: 2", (6, 1), "only one YAML document is read"),
        ("? [a]\n: 1", (5, 3), "a key must be plain text"),
        ("x: " + "[" * 9 + "]" * 9, (5, 12), f"this is nested more than {MAX_DEPTH} deep"),
        ("a: b: c", (5, 5), "this is not YAML: mapping values are not allowed in this context"),
        ("a: \x07", (5, 1), "this is not YAML"),
    ],
)
def test_what_is_no_plain_mapping_is_empty_and_one_problem(text: str, place: tuple[int, int], message: str) -> None:
    node, problems = read_mapping(text, "c.yml", 5)
    (problem,) = problems
    assert node == Node(Place("c.yml", 5))
    assert (problem.code, problem.level) == ("yaml", "error")
    assert ((problem.place.line, problem.place.column), problem.message) == (place, message)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r'a: "x\x07y"', {"a": "xy"}),
        (r'a: ["x", "\u202Ey\uFFFF"]', {"a": ["x", "y"]}),
        (r'"a\x00": "x\x0by\u2028z"', {"a": "x\ny\nz"}),
    ],
)
def test_signs_that_nobody_sees_are_taken_out_of_quoted_text(text: str, wanted: Any) -> None:
    node, (problem,) = read_mapping(text, "c.yml", 5)
    assert _plain(node) == wanted
    assert (problem.code, problem.level, problem.place.line) == ("hidden-characters", "warning", 5)


def test_lists_nested_as_deep_as_may_be_are_read() -> None:
    assert read_mapping("x: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "c.yml")[1] == ()


@given(st.one_of(st.text(max_size=60), st.text(st.sampled_from("ab:-[]{}&*!|>'\"# \n?%~,"), max_size=30)))
def test_any_text_is_a_mapping_or_one_problem(text: str) -> None:
    node, problems = read_mapping(text, "c.yml")
    assert not node.text
    assert len(problems) <= 1
    assert not (node.pairs and [problem for problem in problems if problem.code == "yaml"])
