"""Those who own one thing together are tied to each other."""

from __future__ import annotations

import pytest
from samples import evidence

from generator.partnerships import find_ties


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("OpenAI holds 51 percent of the new plant and Oracle the rest.", ["joint_venture"]),
        ("Half of the plant is owned by OpenAI and half by Oracle.", ["joint_venture"]),
        ("OpenAI holds 51 percent of the records, Oracle grew.", []),
        ("OpenAI runs half of the plant and Oracle the rest.", []),
    ],
)
def test_who_owns_the_rest_is_tied_to_who_owns_a_part(text: str, kinds: list[str]) -> None:
    assert [tie.type for tie in find_ties([evidence(text)])[0]] == kinds
