"""Which tags and articles belong together."""

from __future__ import annotations

import math

import pytest

from generator.knowledge.related import _COMMON, MOST, MOST_TAGS, _reason, relate_articles, relate_tags
from generator.model import RelatedTag


def test_tags_that_share_articles_are_related_with_their_lift() -> None:
    related = relate_tags({"ai": ["x", "y", "z"], "cloud": ["x", "y"], "law": ["w"]}, 4)
    assert related == {
        "ai": (RelatedTag("cloud", 2, round(2 * 4 / (3 * 2), 2)),),
        "cloud": (RelatedTag("ai", 2, 1.33),),
        "law": (),
    }


def test_related_tags_are_sorted_by_articles_in_common_then_lift_then_slug() -> None:
    articles_of = {
        "a": ["1", "2", "3"],
        "most": ["1", "2"],
        "rare": ["3"],
        "also-rare": ["3"],
        "common": ["3", "4", "5"],
    }
    assert [tag.slug for tag in relate_tags(articles_of, 5)["a"]] == ["most", "also-rare", "rare", "common"]


def test_a_tag_names_no_more_than_its_nearest() -> None:
    related = relate_tags({f"t{number:02}": ["x"] for number in range(MOST_TAGS + 5)}, 1)
    assert [tag.slug for tag in related["t00"]] == [f"t{number:02}" for number in range(1, MOST_TAGS + 1)]


def test_articles_are_related_by_what_they_share_both_ways() -> None:
    related = relate_articles({"ai": ["x", "y"]}, {"w": ["x", "y"]}, {"ai": "AI"}, 4)
    score = round((math.log(4 / 2) + 0.1) * 2.5, 3)
    assert [(other.slug, other.score, other.because) for other in related["x"]] == [
        ("y", score, "shares AI, and 1 reference")
    ]
    assert [(other.slug, other.score) for other in related["y"]] == [("x", score)]


def test_a_rare_tag_says_more_than_a_common_one_and_a_work_more_than_a_tag() -> None:
    tags = {"common": ["a", "b", "c"], "rare": ["a", "d"]}
    related = relate_articles(tags, {"w": ["a", "e"]}, {"common": "Common", "rare": "Rare"}, 5)
    assert [other.slug for other in related["a"]] == ["e", "d", "b", "c"]


def test_articles_that_share_nothing_are_not_related() -> None:
    assert relate_articles({"ai": ["x"], "law": ["y"]}, {}, {"ai": "AI", "law": "Law"}, 2) == {}


def test_an_article_names_no_more_than_its_nearest_in_order_of_slugs() -> None:
    articles = [f"a{number}" for number in range(MOST + 3)]
    related = relate_articles({"ai": articles}, {}, {"ai": "AI"}, len(articles))
    assert [other.slug for other in related["a0"]] == articles[1 : MOST + 1]


def test_a_tag_on_nearly_everything_relates_nothing() -> None:
    articles = [f"a{number}" for number in range(_COMMON + 1)]
    assert relate_articles({"ai": articles}, {}, {"ai": "AI"}, len(articles)) == {}


@pytest.mark.parametrize(
    ("tags", "works", "wanted"),
    [
        (["A"], 0, "shares A"),
        (["A", "B"], 0, "shares A and B"),
        (["A", "B", "C"], 0, "shares A, B and 1 more tag"),
        (["A", "B", "C", "D", "E"], 3, "shares A, B and 3 more tags, and 3 references"),
        ([], 1, "shares 1 reference"),
    ],
)
def test_the_reason_is_in_words(tags: list[str], works: int, wanted: str) -> None:
    assert _reason(tags, works) == wanted
