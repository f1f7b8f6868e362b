"""The articles of the site: their shape, and every figure and address held against the facts behind it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.articles import DESCRIPTION_LENGTH, read_article
from generator.files import read_sources
from generator.model import Article, Source
from generator.vocabulary import Vocabulary, read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
FACTS = sorted((ROOT / "tests" / "facts").glob("*.yml"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def _sources() -> dict[str, Source]:
    return {Path(source.path).stem: source for source in read_sources(ROOT / "seeds")[0]}


@cache
def _vocabulary() -> Vocabulary:
    vocabulary, problems = read_vocabulary(read_sources(ROOT / "seeds")[1].vocabulary)
    assert problems == ()
    return vocabulary


@cache
def _article(stem: str) -> Article:
    article, problems = read_article(_sources()[stem], (), _vocabulary())
    assert article is not None
    assert [problem for problem in problems if problem.level != "note"] == []
    return article


def _facts(path: Path) -> dict[str, Any]:
    facts: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return facts


def test_every_topic_has_its_article() -> None:
    assert len(FACTS) == 28
    assert {path.stem for path in FACTS} | {"000_6cd0321a82760617"} == set(_sources())


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_every_figure_of_an_article_is_in_its_facts(path: Path) -> None:
    facts = _facts(path)
    article, known = _article(path.stem), {str(n) for n in facts["figures"] + facts["in_sources"]}
    texts = [block.text for section in article.sections for block in section.blocks]
    texts += [article.title, article.description, *(block.text for block in article.summary)]
    stated = {number.replace(",", "") for text in texts for number in _NUMBER.findall(text)}
    allowed = known | {number.removesuffix(".0") for number in known} | {str(float(n)) for n in known if n.isdigit()}
    assert stated - allowed == set()
    assert len(stated) >= 5


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_every_address_of_an_article_is_in_its_facts(path: Path) -> None:
    article, known = _article(path.stem), set(_facts(path)["urls"])
    assert {citation.url for citation in article.citations if citation.url} - known == set()
    assert len(article.citations) >= 5


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_every_article_has_the_length_and_the_parts_that_the_format_asks_for(path: Path) -> None:
    article = _article(path.stem)
    assert 450 <= article.words <= 900
    assert 0 < len(article.description) <= DESCRIPTION_LENGTH
    assert 8 <= len(article.tags) <= 12
    assert article.date
    assert article.summary
    assert not article.title_derived


def test_every_tag_of_the_corpus_is_a_term_of_the_vocabulary() -> None:
    names = {tag.name for stem in _sources() for tag in _article(stem).tags}
    unknown = {name for name in names if not _vocabulary().find(name)}
    assert unknown == set()


def test_every_term_has_a_description_and_only_the_named_kinds() -> None:
    assert [term.name for term in _vocabulary().terms if not term.description] == []
    assert len(_vocabulary().terms) > 250
