"""The scripts that the page Explore loads."""

from __future__ import annotations

import json
import re
from itertools import accumulate
from typing import Any

import pytest
from samples import article, knowledge

from generator.exports.exploring import PART_SIZE, Facet, export_explore, facets_of
from generator.knowledge import Knowledge

PAYS = "OpenAI pays Oracle Corp. up to $300 billion by 2027."
TAKES = "OpenAI has taken 200 MW since May 2024."
ARTICLES = (
    article("seeds/a.txt", "Alpha", ["AI", "OpenAI"], date="2025-01-02", states=[PAYS, TAKES]),
    article("seeds/b.txt", "beta", ["ai", "Oracle"], date="2026-03-04", states=[PAYS]),
    article("seeds/c.txt", "Gamma", ["A.I.", "Stargate"], date="2026-03-04", description='Says "so" </script>.'),
    article("seeds/d.txt", "Delta"),
)
NEWEST = ("beta", "gamma", "alpha", "delta")


def _index(known: Knowledge) -> dict[str, Any]:
    text = export_explore(known)[0].data.decode()
    found: dict[str, Any] = json.loads(text.removeprefix("window.seedbedExplore ??= ").removesuffix(";\n"))
    return found


def _rows(known: Knowledge) -> list[list[str]]:
    """What the parts say of the articles, in the order of the index."""
    parts = {file.path: file.data.decode() for file in export_explore(known)[1:]}
    rows: list[list[str]] = []
    for name in _index(known)["parts"]:
        text = parts.pop(f"data/explore/{name}.js")
        rows += json.loads(text.removeprefix(f'seedbedExplore.loaded["{name}"] = ').removesuffix(";\n"))
    assert parts == {}
    return rows


def _numbers(steps: list[int]) -> list[int]:
    return [number - 1 for number in accumulate(steps)]


def _facets(known: Knowledge) -> dict[str, dict[str, list[str]]]:
    """For each group and value of the index the slugs of its articles."""
    slugs = [row[0] for row in _rows(known)]
    return {
        group: {item["slug"]: [slugs[number] for number in _numbers(item["steps"])] for item in items}
        for group, items in _index(known)["groups"].items()
    }


def test_the_index_says_which_articles_have_a_value_newest_first() -> None:
    assert _facets(knowledge(*ARTICLES)) == {
        "tags": {
            "ai": ["beta", "gamma", "alpha"],
            "openai": ["alpha"],
            "oracle": ["beta"],
            "stargate": ["gamma"],
        },
        "organizations": {"openai": ["beta", "alpha"], "oracle": ["beta", "alpha"]},
        "kinds": {"organization": ["beta", "alpha"], "project": ["gamma"], "topic": ["beta", "gamma", "alpha"]},
        "published": {"2026": ["beta", "gamma"], "2025": ["alpha"]},
        "years": {"2027": ["beta", "alpha"], "2024": ["alpha"]},
    }


def test_a_value_has_a_name_and_the_other_names_that_differ_in_more_than_case() -> None:
    tags = {item["slug"]: (item["name"], item.get("also")) for item in _index(knowledge(*ARTICLES))["groups"]["tags"]}
    assert tags == {
        "ai": ("AI", None),
        "openai": ("OpenAI", None),
        "oracle": ("Oracle", ["Oracle Corp."]),
        "stargate": ("Stargate", None),
    }


def test_facets_are_records_with_the_numbers_that_are_given() -> None:
    known = knowledge(*ARTICLES)
    found = facets_of(known, {slug: number for number, slug in enumerate(("delta", "alpha", "gamma", "beta"))})
    assert found["tags"][0] == Facet("ai", "AI", (1, 2, 3))


def test_the_parts_have_what_a_list_shows_and_the_index_has_the_order_of_titles() -> None:
    known = knowledge(*ARTICLES)
    rows = _rows(known)
    assert tuple(row[0] for row in rows) == NEWEST
    assert rows[1] == ["gamma", "Gamma", "2026-03-04", 'Says "so" </script>.']
    titles = [rows[number][1] for number in _numbers(_index(known)["byTitle"])]
    assert titles == ["Alpha", "beta", "Delta", "Gamma"]


def test_a_long_list_is_in_parts_and_a_part_keeps_its_name_while_its_content_is_the_same() -> None:
    many = [article(f"seeds/{n:03}.txt", f"Article {n:03}", date="2026-01-01") for n in range(2 * PART_SIZE + 1)]
    older = article("seeds/z.txt", "Older", date="2020-01-01")
    before, after = knowledge(*many), knowledge(*many, older)
    assert [row[0] for row in _rows(before)] == [f"article-{n:03}" for n in range(2 * PART_SIZE + 1)]
    first, second, third = _index(before)["parts"]
    assert _index(after)["parts"][:2] == [first, second]
    assert _index(after)["parts"][2] != third
    assert (_index(after)["size"], _index(after)["partSize"]) == (2 * PART_SIZE + 2, PART_SIZE)


def test_a_site_without_articles_has_an_index_that_says_so() -> None:
    (file,) = export_explore(knowledge())
    assert file.path == "data/explore.js"
    index = _index(knowledge())
    assert (index["size"], index["parts"], index["byTitle"]) == (0, [], [])
    assert set(map(len, index["groups"].values())) == {0}


@pytest.mark.parametrize("name", ["__proto__", "constructor", "<img src=x onerror=x()>", "\u2028", '"];x()//', "אב"])
def test_a_hostile_name_is_a_string_in_the_script_and_its_slug_none_of_its_signs(name: str) -> None:
    index = _index(knowledge(article("seeds/a.txt", tags=[name, "Tag"])))
    (item,) = (item for item in index["groups"]["tags"] if item["name"] == name)
    assert not re.search(r"[^\w-]|_", item["slug"])
