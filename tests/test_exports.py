"""The data files that other programs read."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import jsonschema
import pytest
from samples import article, citation, knowledge, problem, section

from generator.exports import DATA_FILES, FACT_COLUMNS, VERSION, export_data, problem_item
from generator.files import read_schemas
from generator.knowledge import Knowledge
from generator.model import Article, DataFile, Problems

SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
PAYS = "OpenAI pays Oracle up to $300 billion by 2027."
TAKES = "OpenAI takes 5 to 10 GW."
ARTICLES = (
    article("seeds/b.txt", "Béta", ["ai", "Law"], [SHARED, citation(2, "Alone")], date="2026-03-04", states=[TAKES]),
    article(
        "seeds/a.txt", "Alpha", ["AI"], [SHARED], [section("One"), section("Two", "Three words here")], states=[PAYS]
    ),
    article("seeds/c.txt", "Gamma", derived=True, summary=""),
)
PROBLEMS = (problem(), problem("no-tags", "warning", hint="add some"))


def _json(files: tuple[DataFile, ...]) -> dict[str, Any]:
    return {file.path: json.loads(file.data) for file in files if file.path.endswith("s.json")}


def _rows(*articles: Article) -> list[dict[str, str]]:
    (data,) = [file.data for file in export_data(knowledge(*articles), ()) if file.path == "data/facts.csv"]
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def _items(found: Knowledge, problems: Problems = ()) -> dict[str, list[dict[str, Any]]]:
    files = _json(export_data(found, problems))
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
    files = _json(export_data(knowledge(*articles), PROBLEMS))
    jsonschema.validate(files[f"data/{name}.json"], schemas[f"data/schema/{name}.schema.json"])


def test_there_is_a_schema_for_each_file() -> None:
    assert {file.path for file in read_schemas()} == {
        f"data/schema/{name}.schema.json" for name in (*DATA_FILES, "graph")
    }


def test_one_item_is_one_line_of_utf8() -> None:
    (articles,) = [file.data for file in export_data(knowledge(*ARTICLES), ()) if file.path == "data/articles.json"]
    lines = articles.decode().splitlines()
    assert len(lines) == len(ARTICLES) + 2
    assert "Béta" in lines[2]
    assert articles.endswith(b"\n]}\n")


def test_a_file_without_items_is_one_line() -> None:
    files = {file.path: file.data for file in export_data(knowledge(), ())}
    assert files.pop("data/facts.csv") == b"id,kind,value,high,unit,hedge,parties,article,section,anchor,sentence\r\n"
    assert files.pop("data/articles.csv").count(b"\r\n") == 1
    del files["data/graph.json"], files["data/graph.graphml"]
    assert set(files.values()) == {b'{"schema": 1, "items": []}\n'}


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


def test_the_spreadsheet_of_facts_says_what_the_data_file_says(items: dict[str, list[dict[str, Any]]]) -> None:
    rows = _rows(*ARTICLES)
    assert [row["id"] for row in rows] == [item["id"] for item in items["facts"]]
    assert list(rows[0]) == list(FACT_COLUMNS)
    assert (rows[0]["value"], rows[0]["high"], rows[0]["parties"]) == ("300000000000", "", "openai oracle")
    assert (rows[2]["value"], rows[2]["high"]) == ("5000", "10000")
    assert rows[0]["sentence"] == PAYS


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_a_sentence_that_a_spreadsheet_would_run_starts_with_an_apostrophe(sign: str) -> None:
    text = f'{sign}HYPERLINK("https://a.example", "$5")'
    (row,) = _rows(article("seeds/a.txt", states=[text]))
    assert row["sentence"] == f"'{text}"


def test_a_problem_has_its_place(items: dict[str, list[dict[str, Any]]]) -> None:
    assert items["problems"] == [problem_item(one) for one in PROBLEMS]
    assert (items["problems"][1]["line"], items["problems"][1]["column"]) == (3, 7)


def test_a_file_name_that_is_not_unicode_does_not_stop_the_export() -> None:
    """Python puts a lone surrogate for each byte of a name on the disk that is not UTF-8."""
    assert len(_items(knowledge(), (problem(path="seeds/caf\udce9.pdf"),))["problems"]) == 1
