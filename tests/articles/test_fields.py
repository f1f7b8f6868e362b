"""Front matter and catalog entries as fields."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from samples import lines

from generator.articles import fields
from generator.articles.fields import (
    FIELD_NAMES,
    field_name,
    first_field,
    read_fields,
    read_front_matter,
    read_toml_front_matter,
)
from generator.model import Field, Line, Place
from generator.sources.mappings import read_mapping

Find = Callable[[str], object]


@pytest.mark.parametrize(
    ("find", "yes", "no"),
    [
        (fields._KEY_LINE.match, "title: Stargate: a survey", "title:x"),
        (fields._KEY_LINE.match, "tags:", "- tags:"),
        (fields._ITEM_LINE.match, "  - OpenAI", "-OpenAI"),
        (fields._is_aliased, "a: &x 1\nb: *x", "a: &x 1\nb: *y"),
        (fields._is_aliased, "a: [ &x 1, *x]", "a: R & D\nb: 2 * D"),
        (fields._QUOTED.match, "'so'", "'so\""),
    ],
)
def test_each_pattern_finds_its_example_and_not_its_neighbour(find: Find, yes: str, no: str) -> None:
    assert find(yes)
    assert not find(no)


def test_many_anchors_without_an_alias_are_looked_through_quickly() -> None:
    begun = time.process_time()
    assert not fields._is_aliased("a: &a\n" * 5000)
    assert time.process_time() - begun < 0.1


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("Title", "title"),
        ("meta_keywords", "tags"),
        ("Keywords", "tags"),
        ("description", "description"),
        ("meta-description", "description"),
        ("aliases", "former_slugs"),
        ("redirect_from", "former_slugs"),
        ("slug", "slug"),
        ("sources", "references"),
        ("by", ""),
        ("layout", ""),
        ("introduction", ""),
        ("", ""),
    ],
)
def test_a_key_stands_for_a_field_or_nothing(key: str, wanted: str) -> None:
    assert field_name(key) == wanted


@pytest.mark.parametrize("name", FIELD_NAMES)
def test_every_field_is_known_by_its_own_name(name: str) -> None:
    assert field_name(name) == name


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("title: One", [("title", "One")]),
        ("tags: [a, b]", [("tags", "a"), ("tags", "b")]),
        ("tags:\n  - a\n  -\n", [("tags", "a")]),
        ("title:\ndate: ~\nslug: null\nsummary: ''", []),
        ("references:\n- {url: U, title: T}", [("references", "T - U")]),
        ("references:\n- {date: D, url: U, publisher: P, title: T}", [("references", "T - P - U - D")]),
        ("references:\n- [T, U]", [("references", "T - U")]),
        ("author: {name: N}", [("authors", "N")]),
    ],
)
def test_a_value_becomes_a_field_and_a_list_one_for_each_item(text: str, wanted: list[tuple[str, str]]) -> None:
    found, problems = read_fields(read_mapping(text, "a.txt")[0], "a.txt")
    assert [(field.name, field.value) for field in found] == wanted
    assert problems == ()


def test_an_unknown_key_is_a_note_that_lists_the_known_ones() -> None:
    found, (problem,) = read_fields(read_mapping("layout: post\ntitle: One", "a.txt")[0], "a.txt")
    assert [field.name for field in found] == ["title"]
    assert (problem.code, problem.level, problem.place.line) == ("unknown-key", "note", 1)
    assert "`layout`" in problem.message
    assert all(name in problem.hint for name in FIELD_NAMES)


def test_a_value_with_a_colon_is_read_as_it_stands_with_a_warning() -> None:
    given = lines("# a comment", "title: Stargate: a survey", "", "tags:", "  - 'OpenAI'", "  - Oracle: OCI")
    found, problems = read_front_matter(given, "a.txt")
    wanted = [("title", "Stargate: a survey", 2), ("tags", "OpenAI", 5), ("tags", "Oracle: OCI", 6)]
    assert [(field.name, field.value, field.place.line) for field in found] == wanted
    assert [(p.code, p.level) for p in problems] == [("front-matter-yaml", "warning")]


@pytest.mark.parametrize(
    "given",
    [
        ("title: a: b", "running text without a key"),
        ("title: a: b", "title: c"),
        ("- item before: any: key",),
        ("a: &x b: c", "d: *x"),
        ("title: a: b", "- an item below a value"),
    ],
)
def test_what_is_neither_yaml_nor_plain_keys_is_an_error_without_fields(given: tuple[str, ...]) -> None:
    found, problems = read_front_matter(lines(*given), "a.txt")
    assert found == ()
    assert [(p.code, p.level) for p in problems] == [("yaml", "error")]


def test_an_empty_block_has_no_fields() -> None:
    assert read_front_matter((), "a.txt") == ((), ())


def test_the_first_field_of_a_name_is_found() -> None:
    one, other = Field("tags", "a", Place("x")), Field("tags", "b", Place("x"))
    assert first_field((one, other), "tags") is one
    assert first_field((one, other), "title") is None


def test_signs_that_nobody_sees_are_taken_out_of_toml_as_they_are_of_the_text() -> None:
    found, (problem,) = read_toml_front_matter((Line(2, 'title = "A\\u0007 B"'), Line(3, "date = 2026-05-03")), "a.txt")
    assert [field.value for field in found] == ["A B", "2026-05-03"]
    assert (problem.code, problem.place) == ("hidden-characters", Place("a.txt", 2))
