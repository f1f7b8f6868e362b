"""The data files that other programs read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from samples import article, citation, knowledge, problem, section

from generator.exports import COLUMNS, export_data, problem_item
from generator.exports.datafiles import VERSION
from generator.files import read_schemas
from generator.knowledge import Knowledge
from generator.model import DataFile, Problems
from generator.settings import Settings

SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
PAYS = "OpenAI pays Oracle up to $300 billion by 2027."
TAKES = "OpenAI takes 5 to 10 GW."
DIFFER = "Reports differ: one gives EUR 2 billion, while another gives EUR 4 billion."
ARTICLES = (
    article("seeds/b.txt", "Béta", ["ai", "Law"], [SHARED, citation(2, "Alone")], date="2026-03-04", states=[TAKES]),
    article(
        "seeds/a.txt", "Alpha", ["AI"], [SHARED], [section("One"), section("Two", "Three words here")], states=[PAYS]
    ),
    article("seeds/c.txt", "Gamma", derived=True, summary=""),
)
PROBLEMS = (problem(), problem("no-tags", "warning", hint="add some"))


def _files(found: Knowledge, problems: Problems = PROBLEMS) -> dict[str, DataFile]:
    return {file.path: file for file in export_data(found, problems)}


def _items(found: Knowledge, problems: Problems = PROBLEMS) -> dict[str, list[dict[str, Any]]]:
    files = _files(found, problems)
    read = {name: json.loads(files[f"data/{name}.json"].data) for name in COLUMNS}
    assert all(data["schema"] == VERSION for data in read.values())
    return {name: data["items"] for name, data in read.items()}


def _rows(found: Knowledge, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_files(found)[f"data/{name}.csv"].data.decode(), newline="")))


@pytest.fixture(scope="module")
def items() -> dict[str, list[dict[str, Any]]]:
    return _items(knowledge(*ARTICLES))


@pytest.fixture(scope="module")
def differing() -> Knowledge:
    """The same articles, and one in which figures differ."""
    return knowledge(*ARTICLES, article("seeds/d.txt", "Delta", states=[DIFFER]))


def test_the_files_are_these_sorted_by_path() -> None:
    assert list(_files(knowledge(*ARTICLES))) == [
        "data/articles.bib",
        "data/articles.csl.json",
        "data/articles.csv",
        "data/articles.json",
        "data/articles.ris",
        "data/disagreements.csv",
        "data/disagreements.json",
        "data/facts.csv",
        "data/facts.json",
        "data/graph.graphml",
        "data/graph.json",
        "data/organizations.csv",
        "data/organizations.json",
        "data/partnerships.csv",
        "data/partnerships.json",
        "data/problems.csv",
        "data/problems.json",
        "data/references.bib",
        "data/references.csl.json",
        "data/references.csv",
        "data/references.json",
        "data/references.ris",
        "data/tags.csv",
        "data/tags.json",
        "data/vocabulary.jsonld",
        "data/vocabulary.ttl",
    ]


@pytest.mark.parametrize("articles", [ARTICLES, ()], ids=["some articles", "no articles"])
def test_every_file_keeps_the_schema_beside_it(articles: tuple[Any, ...]) -> None:
    files = _files(knowledge(*articles))
    schemas = {file.path: json.loads(file.data) for file in read_schemas()}
    described = {path: file for path, file in files.items() if path.endswith((".json", ".jsonld"))}
    assert len(schemas) == len(described)
    for path, file in described.items():
        schema = schemas[f"data/schema/{path.removeprefix('data/').rpartition('.')[0]}.schema.json"]
        jsonschema.validate(json.loads(file.data), schema)


@pytest.mark.parametrize("name", COLUMNS)
def test_a_spreadsheet_has_a_row_for_each_item_and_its_columns_are_fields(differing: Knowledge, name: str) -> None:
    items, rows = _items(differing), _rows(differing, name)
    assert items[name]
    assert len(rows) == len(items[name])
    for row, item in zip(rows, items[name], strict=True):
        assert tuple(row) == COLUMNS[name]
        for column, cell in row.items():
            value = item[column]
            wanted = "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)
            assert cell == (wanted.lower() if isinstance(value, bool) else wanted)


@pytest.mark.parametrize("name", COLUMNS)
def test_every_field_but_lists_of_records_is_a_column(differing: Knowledge, name: str) -> None:
    items = _items(differing)
    records = {field for item in items[name] for field, value in item.items() if _is_records(value)}
    assert set(COLUMNS[name]) | records == set(items[name][0])
    assert not records & set(COLUMNS[name])


def _is_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


@pytest.mark.parametrize("suffix", ["bib", "csl.json", "ris"])
def test_every_work_and_every_article_can_be_cited(items: dict[str, list[dict[str, Any]]], suffix: str) -> None:
    files = {file.path: file for file in export_data(knowledge(*ARTICLES), (), Settings("My Base"))}
    for name, key in (("references", "key"), ("articles", "slug")):
        text = files[f"data/{name}.{suffix}"].data.decode()
        places = [text.index(str(item[key])) for item in items[name]]
        assert places == sorted(places)
        assert files[f"data/{name}.{suffix}"].items == len(items[name])
        assert ("My Base" in text) == (name == "articles")


def test_items_are_sorted_by_slug_or_key(items: dict[str, list[dict[str, Any]]]) -> None:
    assert [item["slug"] for item in items["articles"]] == ["alpha", "beta", "gamma"]
    assert [item["slug"] for item in items["tags"]] == ["ai", "law"]
    assert [item["key"] for item in items["references"]] == ["a-shared-work", "alone"]
    assert [item["slug"] for item in items["organizations"]] == ["openai", "oracle"]
    assert [item["article"] for item in items["facts"]] == ["alpha", "alpha", "beta"]


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
    assert (alpha["organizations"], gamma["organizations"]) == (["openai", "oracle"], [])
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


def test_an_organisation_has_the_articles_that_name_it(items: dict[str, list[dict[str, Any]]]) -> None:
    openai, oracle = items["organizations"]
    assert (openai["name"], openai["url"], openai["kind"]) == ("OpenAI", "organizations/openai/", "organization")
    assert (openai["articles"], openai["mentions"]) == (["alpha", "beta"], 2)
    assert (oracle["aliases"], oracle["articles"], oracle["mentions"]) == (["Oracle Corp."], ["alpha"], 1)


def test_a_fact_has_its_value_its_parties_and_its_sentence(items: dict[str, list[dict[str, Any]]]) -> None:
    paid, by, taken = items["facts"]
    assert (paid["kind"], paid["value"], paid["high"], paid["unit"]) == ("money", 300_000_000_000, None, "USD")
    assert (paid["hedge"], paid["parties"], paid["section"]) == ("up_to", ["openai", "oracle"], "Introduction")
    assert (by["kind"], by["value"], by["unit"], by["hedge"]) == ("date", "../2027", "year", "none")
    assert (taken["kind"], taken["value"], taken["high"], taken["unit"]) == ("capacity", 5000, 10_000, "MW")
    assert (paid["sentence"], by["sentence"], taken["sentence"]) == (PAYS, PAYS, TAKES)
    assert len({item["id"] for item in items["facts"]}) == 3
    assert all(item["id"].startswith(f"{item['article']}--{item['anchor']}-") for item in items["facts"])


def test_a_problem_has_its_place(items: dict[str, list[dict[str, Any]]]) -> None:
    assert items["problems"] == [problem_item(one) for one in PROBLEMS]
    assert (items["problems"][1]["line"], items["problems"][1]["column"]) == (3, 7)
