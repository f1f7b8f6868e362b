"""How the forms of a verb are spelt."""

from __future__ import annotations

import pytest

from generator.partnerships.inflections import inflect


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("lease", (("lease", "leases"), "leased", "leased", "leasing")),
        ("ship", (("ship", "ships"), "shipped", "shipped", "shipping")),
        ("commit", (("commit", "commits"), "committed", "committed", "committing")),
        ("supply", (("supply", "supplies"), "supplied", "supplied", "supplying")),
        ("pay", (("pay", "pays"), "paid", "paid", "paying")),
        ("switch_to", (("switch_to", "switches_to"), "switched_to", "switched_to", "switching_to")),
        ("take_over", (("take_over", "takes_over"), "took_over", "taken_over", "taking_over")),
        ("offer", (("offer", "offers"), "offered", "offered", "offering")),
        ("control", (("control", "controls"), "controlled", "controlled", "controlling")),
        ("tie", (("tie", "ties"), "tied", "tied", "tying")),
        ("co-lead", (("co-lead", "co-leads"), "co-led", "co-led", "co-leading")),
        ("lend", (("lend", "lends"), "lent", "lent", "lending")),
    ],
)
def test_regular_irregular_and_doubled(verb: str, forms: tuple[tuple[str, str], str, str, str]) -> None:
    found = inflect(verb)
    assert (found.present, found.past, found.participle, found.ing) == forms
