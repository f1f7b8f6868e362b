"""Articles of every shape: what is written in tests/cases/articles/*.yml is what the reader makes of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from reading import seen

from generator.articles import read_article
from generator.model import Article, Problem, Source

CASES = Path(__file__).parents[1] / "cases" / "articles"


def _load() -> list[Any]:
    cases = []
    for path in sorted(CASES.glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            cases.append(pytest.param(case, id=f"{path.stem}: {case['name']}"))
    return cases


def _read(case: dict[str, Any]) -> tuple[Article | None, tuple[Problem, ...]]:
    data = bytes.fromhex(case["hex"]) if "hex" in case else case["text"].encode(case.get("encoding", "utf-8"))
    return read_article(Source(case.get("path", "seeds/case.txt"), data))


@pytest.mark.parametrize("case", _load())
def test_article_is_read_as_the_case_says(case: dict[str, Any]) -> None:
    article, problems = _read(case)
    assert seen(article, problems, case["expect"]) == case["expect"]
