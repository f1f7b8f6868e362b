"""How well the finders do on labelled articles: those they were written with, and those held out; and the labels."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

import pytest
import quality
from samples import VOCABULARY

from generator.model import TieType

LEAST = {"money and capacity": 0.95, "dates": 0.90}
GROUPS = ["tuned", "practice", "newsroom", "research", "held-out", "unseen"]
HALVES = ["tuned", "held-out"]
TYPES = set(get_args(TieType))


@cache
def _articles(group: str) -> list[quality.Labelled]:
    return quality.load(group)


@pytest.mark.parametrize("group", HALVES)
@pytest.mark.parametrize("name", LEAST)
def test_a_finder_is_right_often_enough(name: str, group: str) -> None:
    score = quality.score(_articles(group), quality.FINDERS[name])
    assert score.labelled > 50
    assert score.f1 >= LEAST[name], score


def test_nothing_is_in_two_groups() -> None:
    for tuned, held_out in [
        [{path.stem for path in (quality.LABELS / group).glob("*.yml")} for group in HALVES],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in HALVES],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in ("varied", "held-out")],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in ("broad", "held-out")],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in ("newsroom", "held-out")],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in ("desk", "held-out")],
        [{str(trap["text"]) for trap in quality.read_traps(half)} for half in ("press", "held-out")],
    ]:
        assert tuned
        assert held_out
        assert not tuned & held_out


@pytest.mark.parametrize("group", GROUPS)
def test_labels_use_the_names_of_the_vocabulary(group: str) -> None:
    for one in _articles(group):
        assert one.labels["article"] == one.article.id
        pairs = list(one.pairs())
        parties = [name for _, entry in pairs for name in (entry["a"], entry["b"])]
        unknown = [name for name in (*one.labels["organizations"], *parties) if not one.vocabulary.find(name)]
        assert not unknown, one.article.id
        assert len({pair for pair, _ in pairs}) == len(pairs), one.article.id
        assert all(one_pair[0] != one_pair[1] and set(entry["types"]) <= TYPES for one_pair, entry in pairs)


@pytest.mark.parametrize("group", GROUPS)
def test_every_labelled_fact_quotes_its_article(group: str) -> None:
    for one in _articles(group):
        blocks = [*(block for section in one.article.sections for block in section.blocks), *one.article.summary]
        text = " ".join(block.text for block in blocks)
        missing = [fact["quote"] for fact in one.labels.get("facts", ()) if fact["quote"] not in text]
        assert not missing, one.article.id


@pytest.mark.parametrize("half", HALVES)
def test_the_sentences_are_of_every_kind_and_name_the_parties_they_tie(half: str) -> None:
    traps = quality.read_traps(half)
    for trap in traps:
        ties: list[dict[str, Any]] = trap["ties"]
        assert not [name for tie in ties for name in (tie["from"], tie["to"]) if name not in str(trap["text"])]
    live = [tie["type"] for trap in traps for tie in trap["ties"] if not tie.get("denied")]
    assert set(live) == TYPES
    assert sum(all(tie.get("denied") for tie in trap["ties"]) for trap in traps) > 50


@pytest.mark.parametrize(
    ("text", "denied", "wanted"),
    [
        ("Nvidia invested USD 2 billion in OpenAI.", True, (1, 1)),
        ("Nvidia invested USD 2 billion in OpenAI.", False, (0, 0)),
        ("Nvidia and OpenAI published their results.", True, (0, 1)),
    ],
)
def test_a_sentence_that_ties_nobody_is_let_through_if_a_tie_is_found(
    text: str, denied: bool, wanted: tuple[int, int]
) -> None:
    label = {"type": "investment", "from": "Nvidia", "to": "OpenAI", "denied": denied}
    assert quality.count_let_through([quality.read_sentence(text, [label], VOCABULARY)]) == wanted


def test_a_pair_that_is_denied_counts_if_it_is_found_as_tied() -> None:
    label = {"type": "investment", "from": "Nvidia", "to": "OpenAI", "denied": True}
    found, wanted = quality.compare_pairs(quality.read_sentence("Nvidia invested in OpenAI.", [label], VOCABULARY))
    assert not wanted
    assert list(found) == [(("nvidia", "openai"), False)]


def test_a_direction_is_right_if_the_giver_gives() -> None:
    there, back = (
        quality.read_sentence(
            "Nvidia invested in OpenAI.", [{"type": "investment", "from": giver, "to": taker}], VOCABULARY
        )
        for giver, taker in (("Nvidia", "OpenAI"), ("OpenAI", "Nvidia"))
    )
    assert quality.score([there], quality.compare_directions) == quality.Score(1, 1, 1)
    assert quality.score([back], quality.compare_directions) == quality.Score(0, 1, 0)


@pytest.mark.parametrize(
    ("right", "found", "labelled", "wanted"),
    [(1, 2, 2, (0.5, 0.5, 0.5)), (2, 2, 4, (1.0, 0.5, 2 / 3)), (0, 0, 0, (1.0, 1.0, 1.0)), (0, 3, 2, (0.0, 0.0, 0.0))],
)
def test_f1_is_the_harmonic_mean(right: int, found: int, labelled: int, wanted: tuple[float, float, float]) -> None:
    score = quality.Score(right, found, labelled)
    assert (score.precision, score.recall, score.f1) == pytest.approx(wanted)


def test_the_about_page_tells_what_is_measured_now() -> None:
    kept = quality.KEPT.read_text(encoding="utf-8")
    assert kept == quality.as_kept(quality.measure()), "run `make quality`, which keeps the table"
