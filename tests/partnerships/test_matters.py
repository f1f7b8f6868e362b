"""What is traded tells the type of a tie."""

from __future__ import annotations

import pytest

from generator.model import TieType
from generator.partnerships.matters import type_of_matter, type_of_seller


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("buys chips", "supply"),
        ("buys cloud capacity", "compute_purchase"),
        ("buys capacity of a wind park", "supply"),
        ("signs a loan for its chips", "financing"),
        ("signs for halls with chips", "lease"),
        ("signs for 40 MW in two halls", "lease"),
        ("signs a paper", "partnership"),
    ],
)
def test_the_nearest_matter_counts(words: str, kind: TieType) -> None:
    assert type_of_matter(words, 0, "partnership", space=True) == kind


def test_premises_parts_and_rented_chips_count_where_they_can_be_meant() -> None:
    assert type_of_matter("sells halls", 0, "supply") == "supply"
    assert type_of_matter("sells its gas business", 0, "supply") == "supply"
    assert type_of_matter("sells its gas business", 0, "supply", whole=True) == "acquisition"
    assert type_of_matter("rents chips", 0, "lease", chips="compute_purchase") == "compute_purchase"


def test_a_sellers_name_tells_what_is_sold() -> None:
    assert type_of_seller(("alpha-chips",), "compute_purchase") == "supply"
    assert type_of_seller(("alpha-cloud", "beta-cloud"), "supply") == "compute_purchase"
    assert type_of_seller(("alpha-cloud", "beta-chips"), "partnership") == "partnership"
