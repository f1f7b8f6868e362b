"""The words and names that mend a query."""

from __future__ import annotations

import json

import pytest
from samples import article, knowledge, section

from generator.exports import querywords
from generator.exports.querywords import WORDS_FILE, export_spellings

FOUND = knowledge(
    article("seeds/a.txt", "Cloud of Oracle", ["Cloud", "Zoos"], states=["OpenAI pays Oracle $3 billion."]),
    article("seeds/b.txt", "A Cloud", ["cloud"], sections=[section("Électricité 2026", "Unheard words.")]),
)


def _data() -> dict[str, list[object]]:
    data: dict[str, list[object]] = json.loads(export_spellings(FOUND).data)
    return data


def test_every_name_leads_to_a_page_and_an_organisation_to_its_own() -> None:
    assert export_spellings(FOUND).path == WORDS_FILE
    assert _data()["names"] == [
        ["OpenAI", "OpenAI", "organizations/openai/"],
        ["Oracle", "Oracle", "organizations/oracle/"],
        ["Oracle Corp.", "Oracle", "organizations/oracle/"],
        ["Cloud", "Cloud", "tags/cloud/"],
        ["cloud", "Cloud", "tags/cloud/"],
        ["Zoos", "Zoos", "tags/zoos/"],
    ]


def test_words_are_those_of_titles_headings_descriptions_and_names_most_frequent_first() -> None:
    words = _data()["words"]
    assert words[:3] == ["cloud", "oracle", "description"]
    assert set(words) == {
        "cloud",
        "oracle",
        "description",
        "corp",
        "introduction",
        "openai",
        "zoos",
        "électricité",
        "2026",
    }


def test_a_large_site_gives_its_most_frequent_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(querywords, "MOST_WORDS", 2)
    assert _data()["words"] == ["cloud", "oracle"]
