"""Who stands in a sentence without being a party to anything in it."""

from __future__ import annotations

import pytest

from generator.partnerships.asides import is_anothers, stands_aside


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("Unlike Alpha, Beta buys chips from Gamma.", True),
        ("Beta is larger than Alpha.", True),
        ("According to Alpha, Beta buys chips.", True),
        ("Beta told Alpha that it buys chips.", True),
        ("An engineer of Alpha joined Beta.", True),
        ("Beta chose Gamma over Alpha.", True),
        ("The plan resembles that of Alpha.", True),
        ("Shares of Alpha fell after Beta bought chips.", True),
        ("Alpha's rivals buy chips.", True),
        ("An Alpha report names Beta.", True),
        ("Alpha has cleared the purchase.", True),
        ("Beta buys chips from Alpha.", False),
        ("Alpha agreed to buy chips from Beta.", False),
        ("Shares of Alpha were bought by Beta.", False),
        ("Beta leases halls of Alpha.", False),
    ],
)
def test_sources_rivals_and_the_employers_of_people_stand_aside(text: str, aside: bool) -> None:
    start = text.index("Alpha")
    assert stands_aside(text, start, start + len("Alpha")) is aside


def test_a_name_may_only_tell_whose_customer_somebody_is() -> None:
    assert is_anothers("a customer of Alpha", 14)
    assert not is_anothers("a factory of Alpha", 13)
