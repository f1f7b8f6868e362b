"""Sentences that state the same amount or date of the same parties are one claim."""

from __future__ import annotations

from dataclasses import replace

import pytest
from samples import article, knowledge

from generator.knowledge.claims import Claim, join_claims
from generator.values import show_value


def _claims(*states: str) -> list[Claim]:
    """The claims of sentences, each in an article of its own, called a, b, c and so on."""
    found = knowledge(
        *(article(f"seeds/{name}.txt", states=[text]) for name, text in zip("abcdef", states, strict=False))
    )
    return list(join_claims(found))


def _said(claims: list[Claim]) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    return sorted((show_value(claim.figure.fact), claim.parties, claim.articles) for claim in claims)


def test_one_amount_of_two_parties_in_several_articles_is_one_claim() -> None:
    claims = _claims(
        "OpenAI pays Oracle $300 billion, which is more than it pays anybody else for anything at all.",
        "OpenAI signed a contract with Oracle for USD 300 billion.",
        "OpenAI signed a contract with Nvidia for $300 billion.",
    )
    assert _said(claims) == [
        ("USD 300 billion", ("nvidia", "openai"), ("c",)),
        ("USD 300 billion", ("openai", "oracle"), ("a", "b")),
    ]
    (claim,) = (claim for claim in claims if "oracle" in claim.parties)
    assert claim.figure.sentence == "OpenAI signed a contract with Oracle for USD 300 billion."


@pytest.mark.parametrize(
    "other",
    [
        "OpenAI pays Oracle $301 billion.",
        "OpenAI pays Oracle €300 billion.",
        "OpenAI pays Oracle $300 billion to 310 billion.",
    ],
)
def test_another_value_currency_or_range_is_another_claim(other: str) -> None:
    assert len(_claims("OpenAI pays Oracle $300 billion.", other)) == 2


def test_the_claim_is_hedged_as_most_sentences_hedge_it() -> None:
    hedged = "OpenAI signed a contract with Oracle over up to $300 billion and much else."
    claims = _claims(
        hedged, "OpenAI pays Oracle $300 billion.", "Oracle rents capacity to OpenAI for up to $300 billion."
    )
    assert [show_value(claim.figure.fact) for claim in claims] == ["up to USD 300 billion"]
    assert claims[0].articles == ("a", "b", "c")


def test_a_sentence_with_more_parties_states_the_claims_of_each_two_of_them() -> None:
    claims = _claims(
        "OpenAI pays Oracle $30 billion.",
        "OpenAI pays Nvidia $30 billion.",
        "OpenAI pays Nvidia and Oracle $30 billion each.",
    )
    assert _said(claims) == [
        ("USD 30 billion", ("nvidia", "openai"), ("b", "c")),
        ("USD 30 billion", ("openai", "oracle"), ("a", "c")),
    ]


def test_a_sentence_that_names_both_but_ties_them_not_adds_to_a_claim_and_founds_none() -> None:
    beside = "The sum of $300 billion is the largest for OpenAI and for Oracle."
    assert _claims(beside) == []
    assert _said(_claims("OpenAI pays Oracle $300 billion.", beside))[0][2] == ("a", "b")


def test_what_is_denied_is_no_claim() -> None:
    assert _claims("Oracle denied that OpenAI pays Oracle $300 billion.") == []


def test_a_date_is_a_claim_where_parties_are_tied_or_have_one_amount_beside_it() -> None:
    tied = "OpenAI signed a contract with Oracle that runs through 2031."
    named = "The target of OpenAI and Oracle is 5 GW by 2030."
    assert _said(_claims(tied)) == [("by 2031", ("openai", "oracle"), ("a",))]
    (claim,) = _claims(named)
    assert (show_value(claim.figure.fact), claim.parties, claim.ties) == ("by 2030", ("openai", "oracle"), ())
    assert [show_value(other.fact) for other in claim.beside] == ["5 GW"]
    assert _claims("OpenAI and Oracle were named in 2031.") == []
    assert _claims("The targets of OpenAI and Oracle are 5 GW and 6 GW by 2030.") == []


def test_a_claim_tells_what_ties_its_parties_and_what_else_its_sentence_states() -> None:
    (claim,) = (
        one for one in _claims("Nvidia invested $10 billion in OpenAI by 2027.") if one.figure.fact.kind == "money"
    )
    assert [(tie.type, tie.giver, tie.taker) for tie in claim.ties] == [("investment", "nvidia", "openai")]
    assert [show_value(other.fact) for other in claim.beside] == ["by 2027"]


def test_the_order_of_articles_does_not_matter() -> None:
    states = [
        "OpenAI pays Oracle $30 billion.",
        "Oracle rents capacity to OpenAI for $30 billion.",
        "OpenAI pays Nvidia $30 billion.",
    ]
    assert [claim.parties for claim in _claims(*states)] != []
    found = [article(f"seeds/{name}.txt", states=[text]) for name, text in zip("abc", states, strict=True)]
    one, other = knowledge(*found), knowledge(*reversed(found))
    assert join_claims(one) == join_claims(other)


def test_of_a_sentence_that_names_very_many_only_the_first_are_parties() -> None:
    found = knowledge(article("seeds/a.txt", states=["The target of OpenAI and Oracle is 5 GW by 2030."]))
    names = tuple(f"party-{number:03}" for number in range(500))
    figures = tuple(replace(figure, parties=names) for figure in found.figures)
    (claim,) = join_claims(replace(found, figures=figures))
    assert claim.parties == names[:8]


@pytest.mark.parametrize(
    "text",
    [
        "Nvidia invested in OpenAI at a valuation of about $500 billion.",
        "Nvidia invested in OpenAI, and its holding is valued at $500 billion.",
        "Nvidia invested in OpenAI, which has a market value of $500 billion.",
        "Nvidia invested in OpenAI at $500 billion pre-money.",
    ],
)
def test_what_something_is_worth_is_no_claim(text: str) -> None:
    assert _claims(text) == []
    assert len(_claims("Nvidia invested $500 billion in OpenAI, a contract worth more than any other.")) == 1


def test_a_figure_between_other_parties_is_no_claim_of_those_tied() -> None:
    far = "Nvidia invested in OpenAI, and Oracle spoke of $7 billion."
    assert [claim for claim in _claims(far) if claim.parties == ("nvidia", "openai")] == []
    near = "Oracle said that Nvidia invested $7 billion in OpenAI."
    assert [claim.parties for claim in _claims(near)] == [("nvidia", "openai")]
