"""How well the finders do on labelled articles: those they were written with, and those held out."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
import quality

from generator.model import Article

LEAST = {"money and capacity": 0.95, "dates": 0.90}


@cache
def _pairs(group: str) -> list[tuple[Article, dict[str, Any]]]:
    return quality.load(group)


@pytest.mark.parametrize("group", ["tuned", "held-out"])
@pytest.mark.parametrize("name", LEAST)
def test_a_finder_is_right_often_enough(name: str, group: str) -> None:
    score = quality.score(_pairs(group), quality.FINDERS[name])
    assert score.labelled > 50
    assert score.f1 >= LEAST[name], score


def test_no_article_is_in_both_groups() -> None:
    stems = [{path.stem for path in (quality.LABELS / group).glob("*.yml")} for group in ("tuned", "held-out")]
    assert all(stems)
    assert not stems[0] & stems[1]


@pytest.mark.parametrize(
    ("right", "found", "labelled", "wanted"),
    [(1, 2, 2, (0.5, 0.5, 0.5)), (2, 2, 4, (1.0, 0.5, 2 / 3)), (0, 0, 0, (1.0, 1.0, 1.0)), (0, 3, 2, (0.0, 0.0, 0.0))],
)
def test_f1_is_the_harmonic_mean(right: int, found: int, labelled: int, wanted: tuple[float, float, float]) -> None:
    score = quality.Score(right, found, labelled)
    assert (score.precision, score.recall, score.f1) == pytest.approx(wanted)
