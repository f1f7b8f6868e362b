"""The data files that other programs read."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from samples import article, citation, knowledge, problem, section

from generator.exports import DATA_FILES, VERSION, export_data, problem_item
from generator.files import read_schemas
from generator.knowledge import Knowledge
from generator.model import Problems

SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
ARTICLES = (
    article("seeds/b.txt", "Béta", ["ai", "Law"], [SHARED, citation(2, "Alone")], date="2026-03-04"),
    article("seeds/a.txt", "Alpha", ["AI"], [SHARED], [section("One"), section("Two", "Three words here")]),
    article("seeds/c.txt", "Gamma", derived=True, summary=""),
)
PROBLEMS = (problem(), problem("no-tags", "warning", hint="add some"))


def _items(found: Knowledge, problems: Problems = ()) -> dict[str, list[dict[str, Any]]]:
    files = {file.path: json.loads(file.data) for file in export_data(found, problems)}
    assert set(files) == {f"data/{name}.json" for name in DATA_FILES}
    assert all(data["schema"] == VERSION for data in files.values())
    return {name: files[f"data/{name}.json"]["items"] for name in DATA_FILES}


@pytest.fixture(scope="module")
def items() -> dict[str, list[dict[str, Any]]]:
    return _items(knowledge(*ARTICLES), PROBLEMS)


@pytest.mark.parametrize("articles", [ARTICLES, ()], ids=["some articles", "no articles"])
@pytest.mark.parametrize("name", DATA_FILES)
def test_every_file_keeps_the_schema_beside_it(articles: tuple[Any, ...], name: str) -> None:
    schemas = {file.path: json.loads(file.data) for file in read_schemas()}
    files = {file.path: json.loads(file.data) for file in export_data(knowledge(*articles), PROBLEMS)}
    jsonschema.validate(files[f"data/{name}.json"], schemas[f"data/schema/{name}.schema.json"])


def test_there_is_a_schema_for_each_file() -> None:
    assert {file.path for file in read_schemas()} == {f"data/schema/{name}.schema.json" for name in DATA_FILES}


def test_one_item_is_one_line_of_utf8() -> None:
    (articles,) = [file.data for file in export_data(knowledge(*ARTICLES), ()) if file.path == "data/articles.json"]
    lines = articles.decode().splitlines()
    assert len(lines) == len(ARTICLES) + 2
    assert "Béta" in lines[2]
    assert articles.endswith(b"\n]}\n")


def test_a_file_without_items_is_one_line() -> None:
    assert {file.data for file in export_data(knowledge(), ())} == {b'{"schema": 1, "items": []}\n'}


def test_items_are_sorted_by_slug_or_key(items: dict[str, list[dict[str, Any]]]) -> None:
    assert [item["slug"] for item in items["articles"]] == ["alpha", "beta", "gamma"]
    assert [item["slug"] for item in items["tags"]] == ["ai", "law"]
    assert [item["key"] for item in items["references"]] == ["a-shared-work", "alone"]


def test_an_article_has_all_that_is_known_of_it(items: dict[str, list[dict[str, Any]]]) -> None:
    alpha, beta, gamma = items["articles"]
    assert alpha["id"] == "a"
    assert alpha["url"] == "articles/alpha/"
    assert alpha["source"] == "seeds/a.txt"
    assert alpha["sections"] == [
        {"title": "One", "anchor": "s-one", "words": 4, "blocks": ["paragraph"]},
        {"title": "Two", "anchor": "s-two", "words": 3, "blocks": ["paragraph"]},
    ]
    assert alpha["words"] == 7
    assert (alpha["date"], beta["date"]) == (None, "2026-03-04")
    assert beta["references"] == ["a-shared-work", "alone"]
    assert beta["tags"] == ["ai", "law"]
    assert [other["slug"] for other in beta["related"]] == ["alpha"]
    assert (gamma["title_derived"], gamma["summary"], gamma["related"]) == (True, "", [])


def test_a_tag_has_its_articles_spellings_and_neighbours(items: dict[str, list[dict[str, Any]]]) -> None:
    tag = items["tags"][0]
    assert (tag["name"], tag["aliases"], tag["url"]) == ("AI", ["ai"], "tags/ai/")
    assert tag["articles"] == ["alpha", "beta"]
    assert tag["related"] == [{"slug": "law", "together": 1, "lift": 1.5}]


def test_a_work_has_its_page_or_its_anchor_and_null_for_what_is_not_known(
    items: dict[str, list[dict[str, Any]]],
) -> None:
    shared, alone = items["references"]
    assert (shared["url"], alone["url"]) == ("references/a-shared-work/", "references/#r-alone")
    assert (shared["link"], alone["link"]) == ("https://a.example/shared", None)
    assert (shared["publisher"], alone["publisher"]) == ("Reuters", None)
    assert shared["cited_by"] == [
        {"article": "alpha", "section": "References"},
        {"article": "beta", "section": "References"},
    ]


def test_a_work_that_an_article_lists_twice_is_exported_once_each_way() -> None:
    found = _items(knowledge(article("seeds/a.txt", citations=[citation(1, "One"), citation(2, "One")])))
    assert found["articles"][0]["references"] == ["one"]
    assert found["references"][0]["cited_by"] == [{"article": "a", "section": "References"}]


def test_a_problem_has_its_place(items: dict[str, list[dict[str, Any]]]) -> None:
    assert items["problems"] == [problem_item(one) for one in PROBLEMS]
    assert (items["problems"][1]["line"], items["problems"][1]["column"]) == (3, 7)


def test_a_file_name_that_is_not_unicode_does_not_stop_the_export() -> None:
    """Python puts a lone surrogate for each byte of a name on the disk that is not UTF-8."""
    assert len(_items(knowledge(), (problem(path="seeds/caf\udce9.pdf"),))["problems"]) == 1
