"""How far a tie has come."""

from __future__ import annotations

import pytest

from generator.partnerships.standing import read_status


@pytest.mark.parametrize(
    ("clause", "rest", "status"),
    [
        ("Alpha signed a contract with Beta", "", "announced"),
        ("Alpha signed no contract with Beta", "", "denied"),
        ("Alpha bought Beta", "", "completed"),
        ("Talks of Alpha with Beta have stalled", "", "denied"),
        ("Alpha considered buying Beta", " but decided against it.", "denied"),
        ("Alpha held talks with Beta", ", which ended without result.", "denied"),
        ("An analyst suggested that Alpha should buy Beta", "", None),
        ("It is not known whether Alpha uses chips of Beta", "", None),
        ("Alpha received a right of first refusal from Beta", "", "reported"),
        ("The licence of Alpha from Beta is no longer exclusive", "", "reported"),
    ],
)
def test_denied_imagined_and_alive(clause: str, rest: str, status: str | None) -> None:
    assert read_status(clause, rest) == status
