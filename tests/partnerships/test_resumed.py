"""A party that takes up what is known."""

from __future__ import annotations

import pytest
from samples import evidence

from generator.partnerships import find_ties


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("Oracle has leased the first two buildings.", True),
        ("Oracle pays for chips of its own.", False),
        ("Oracle lends the rest.", True),
        ("Oracle lends money.", False),
    ],
)
def test_who_takes_a_part_of_what_is_known_is_tied_to_its_owner(text: str, tied: bool) -> None:
    for ties in (
        find_ties([evidence(text)], focus="stargate")[0],
        find_ties([evidence(text, "Stargate")], topics={"Stargate": "stargate"})[0],
    ):
        assert [{tie.giver, tie.taker} == {"oracle", "stargate"} for tie in ties] == [True] * tied
