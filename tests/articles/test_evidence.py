"""The sentences of an article that state or name something."""

from __future__ import annotations

from dataclasses import replace

import pytest
from conftest import ROOT
from samples import VOCABULARY

from generator.articles import read_article, read_text
from generator.articles.evidence import find_evidence
from generator.files import read_sources
from generator.knowledge.disagreements import is_comparable
from generator.model import Evidence, Source
from generator.vocabulary import read_vocabulary

ARTICLE = """\
A Title Without Terms

Introduction

Words that say nothing. OpenAI pays Oracle $300 billion by 2027. Nothing again.

- A list names Nvidia.
- A list names nobody.

| Party | Amount |
|-------|-------:|
| Oracle | 4.5 GW |

> A quote of 27 percent.

Background

Stargate has 7 GW in 2026.

```
OpenAI = "$5 billion"
```

Summary

It takes 400,000 chips.

Meta Description

OpenAI and $9 billion stand here, too.

Tags

OpenAI, Oracle

References

1. Oracle to spend $40 billion in 2025. Reuters. https://a.example/x
"""


def _evidence(text: str = ARTICLE) -> tuple[Evidence, ...]:
    article, _ = read_article(Source("seeds/a.txt", text.encode()), (), VOCABULARY)
    assert article
    return article.evidence


def _said() -> list[tuple[str, str]]:
    return [(evidence.section, evidence.text.strip()) for evidence in _evidence()]


def test_sentences_that_state_or_name_something_are_kept_in_the_order_of_the_article() -> None:
    assert _said() == [
        ("Introduction", "OpenAI pays Oracle $300 billion by 2027."),
        ("Introduction", "A list names Nvidia."),
        ("Introduction", "Oracle"),
        ("Introduction", "4.5 GW"),
        ("Introduction", "A quote of 27 percent."),
        ("Background", "Stargate has 7 GW in 2026."),
        ("Summary", "It takes 400,000 chips."),
    ]


@pytest.mark.parametrize("words", ["nothing", "$5 billion", "$9 billion", "$40 billion"])
def test_nothing_comes_from_code_description_tags_or_references(words: str) -> None:
    assert not any(words in text for _, text in _said())


def test_a_piece_of_evidence_has_its_facts_and_its_mentions() -> None:
    first = _evidence()[0]
    assert [(fact.kind, fact.value) for fact in first.facts] == [("money", 300_000_000_000), ("date", "../2027")]
    assert [(mention.term, mention.kind) for mention in first.mentions] == [
        ("openai", "organization"),
        ("oracle", "organization"),
    ]


def test_spans_are_those_of_the_sentence() -> None:
    for evidence in _evidence():
        spans = [(fact.start, fact.end) for fact in evidence.facts]
        spans += [(mention.start, mention.end) for mention in evidence.mentions]
        assert all(evidence.text[start:end].strip() for start, end in spans)
    first = _evidence()[0]
    assert [first.text[fact.start : fact.end] for fact in first.facts] == ["$300 billion", "by 2027"]
    assert [first.text[mention.start : mention.end] for mention in first.mentions] == ["OpenAI", "Oracle"]


def test_an_anchor_is_the_id_of_its_sentence_on_the_page_and_unique_there() -> None:
    text = (
        "A Title\n\nIntroduction\n\nIt cost $5 billion. It cost $5 billion.\n\nIt cost $5 billion.\n\nSummary\n\nSo.\n"
    )
    article, _ = read_article(Source("seeds/a.txt", text.encode()), (), VOCABULARY)
    assert article
    anchors = [evidence.anchor for evidence in article.evidence]
    html = "".join(block.html for section in article.sections for block in section.blocks)
    assert len(set(anchors)) == 3
    assert all(html.count(f'id="{anchor}"') == 1 for anchor in anchors)


def test_an_anchor_outlives_a_change_of_another_sentence() -> None:
    changed = _evidence(ARTICLE.replace("Words that say nothing.", "OpenAI came first. Others followed."))
    assert {evidence.anchor for evidence in _evidence()} < {evidence.anchor for evidence in changed}


def test_an_article_without_facts_and_names_has_no_evidence() -> None:
    assert _evidence("A Title\n\nIntroduction\n\nWords that say nothing.\n\nSummary\n\nNothing.\n") == ()


def test_ties_are_the_same_when_only_some_sentences_are_asked() -> None:
    sources, extras, _ = read_sources(ROOT / "seeds")
    vocabulary, _ = read_vocabulary(extras.vocabulary)
    asked = 0
    for source in sources:
        article, _ = read_text(source)
        assert article
        parts = (article.title, article.sections, article.summary, vocabulary)
        some = find_evidence(*parts, is_comparable)
        whole = find_evidence(*parts)
        assert [replace(one, ties=one.ties if is_comparable(one) else ()) for one in whole] == list(some)
        asked += sum(bool(one.ties) for one in some)
    assert asked > 50
