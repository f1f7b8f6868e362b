"""Which parties a sentence ties, how, and in which direction."""

from __future__ import annotations

import time

import pytest
from samples import vocabulary

from generator.facts import find_facts
from generator.model import Evidence, Tie
from generator.partnerships import find_ties, project_of
from generator.vocabulary.entities import find_mentions

TERMS, _ = vocabulary(
    "OpenAI: {kind: organization}\n"
    "Microsoft: {kind: organization}\n"
    "Oracle: {kind: organization}\n"
    "SoftBank: {kind: organization}\n"
    "Nvidia: {kind: organization}\n"
    "Anthropic: {kind: organization}\n"
    "Wall Street Journal: {kind: organization}\n"
    "Nvidia GB200: {kind: technology}\n"
    "Stargate Project: {kind: project, aliases: [Stargate]}\n"
)


def _ties(text: str, focus: str = "") -> tuple[Tie, ...]:
    evidence = Evidence("Background", "t-1", text, find_facts(text), find_mentions(text, TERMS))
    return find_ties([evidence], focus)[0]


def _pairs(text: str, focus: str = "") -> set[tuple[str, str]]:
    found = {sorted_pair(tie) for tie in _ties(text, focus)}
    return found


def sorted_pair(tie: Tie) -> tuple[str, str]:
    first, second = sorted((tie.giver, tie.taker))
    return first, second


@pytest.mark.parametrize(
    ("text", "kind", "giver", "taker"),
    [
        ("Microsoft invested $1 billion in OpenAI.", "investment", "microsoft", "openai"),
        ("The Stargate Project is backed by SoftBank.", "investment", "softbank", "stargate-project"),
        ("OpenAI will purchase computing power from Oracle.", "compute_purchase", "oracle", "openai"),
        ("Nvidia supplies GB300 systems to Oracle.", "supply", "nvidia", "oracle"),
        ("Stargate has data centers equipped with hardware, including Nvidia's GPUs.", "supply", "nvidia",
         "stargate-project"),
        ("Oracle lent SoftBank $1 billion.", "financing", "oracle", "softbank"),
    ],
)  # fmt: skip
def test_a_tie_has_its_type_and_says_who_gives_and_who_takes(text: str, kind: str, giver: str, taker: str) -> None:
    found = [tie for tie in _ties(text) if {tie.giver, tie.taker} == {giver, taker}]
    assert (found[0].type, found[0].giver, found[0].taker, found[0].directed) == (kind, giver, taker, True)


@pytest.mark.parametrize(
    "text",
    [
        "Oracle supplies chips to OpenAI.",
        "Oracle supplies OpenAI with chips.",
        "OpenAI is supplied with chips by Oracle.",
        "Chips for OpenAI will be supplied by Oracle.",
        "OpenAI has its chips made by Oracle.",
        "OpenAI buys chips from Oracle.",
        "OpenAI buys Oracle chips.",
        "OpenAI placed an order for chips with Oracle.",
        "OpenAI's order for chips from Oracle is large.",
        "The supply of OpenAI with chips by Oracle goes on.",
        "OpenAI needs chips that Oracle makes.",
        "OpenAI, which buys chips from Oracle, moved.",
        "Oracle, from which OpenAI buys chips, moved.",
        "Unlike Microsoft, OpenAI buys chips from Oracle.",
        "Supplied with chips by Oracle, OpenAI grew.",
        "Oracle won an OpenAI contract for chips.",
        "OpenAI counts Oracle as its supplier of chips.",
    ],
)
def test_one_tie_has_many_forms(text: str) -> None:
    assert {(tie.type, *sorted_pair(tie)) for tie in _ties(text)} == {("supply", "openai", "oracle")}


def test_who_follows_by_is_tied_to_those_beside_him() -> None:
    text = "Chips are made by Oracle for OpenAI and by Nvidia for Microsoft."
    assert _pairs(text) == {("openai", "oracle"), ("microsoft", "nvidia")}


def test_a_pronoun_means_whom_the_sentence_just_before_spoke_of() -> None:
    texts = ("OpenAI is a company.", "It buys chips from Oracle.")
    evidence = [Evidence("Background", "t", text, (), find_mentions(text, TERMS)) for text in texts]
    assert [len(ties) for ties in find_ties(evidence, places=(1, 2))] == [0, 1]
    assert [len(ties) for ties in find_ties(evidence, places=(1, 3))] == [0, 0]


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("OpenAI and Microsoft have maintained a close partnership since 2016.", {("microsoft", "openai")}),
        ("The agreement between OpenAI and Oracle runs for five years.", {("openai", "oracle")}),
        ("Microsoft contracted capacity from Oracle for $1 billion, from Nvidia for $2 billion, and from Anthropic.",
         {("microsoft", "oracle"), ("microsoft", "nvidia"), ("anthropic", "microsoft")}),
        ("Stargate is backed by SoftBank and Oracle.",
         {("oracle", "stargate-project"), ("softbank", "stargate-project")}),
        ("OpenAI expects Stargate to provide a substantial portion of its computing power by 2030.",
         {("openai", "stargate-project")}),
    ],
)  # fmt: skip
def test_parties_that_words_tie_are_pairs(text: str, pairs: set[tuple[str, str]]) -> None:
    assert _pairs(text) == pairs


@pytest.mark.parametrize(
    "text",
    [
        "OpenAI, Microsoft, Oracle and Nvidia are large companies.",
        "OpenAI competes with Anthropic for customers.",
        "OpenAI grew faster than Anthropic, a rival with fewer customers.",
        "OpenAI signed the contract, the Wall Street Journal reported.",
        "SoftBank is not a party to the agreement with Oracle.",
        "Microsoft has a contract.",
    ],
)
def test_lists_rivals_outlets_and_those_left_out_are_no_pairs(text: str) -> None:
    assert _pairs(text) == set()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Oracle denied that it sold chips to OpenAI.", "denied"),
        ("OpenAI is in talks to buy capacity from Oracle.", "rumoured"),
        ("OpenAI announced a contract with Oracle.", "announced"),
        ("OpenAI will buy capacity from Oracle.", "planned"),
        ("Microsoft invested in OpenAI.", "completed"),
    ],
)
def test_a_tie_has_the_status_that_its_clause_gives(text: str, status: str) -> None:
    assert [tie.status for tie in _ties(text)] == [status]


def test_the_project_of_the_title_is_tied_to_those_who_fund_the_venture() -> None:
    assert project_of("How Stargate Is Financed", TERMS) == "stargate-project"
    assert project_of("How OpenAI Is Financed", TERMS) == ""
    text = "SoftBank and Oracle were the first equity funders."
    assert _pairs(text) == set()
    assert _pairs(text, "stargate-project") == {("oracle", "stargate-project"), ("softbank", "stargate-project")}


def test_a_text_without_sentences_is_read_in_linear_time() -> None:
    text = "OpenAI signed a contract with Oracle and " * 2000
    evidence = Evidence("Background", "t-1", text, (), find_mentions(text, TERMS))
    start = time.process_time()
    assert find_ties([evidence])[0] == ()
    assert time.process_time() - start < 1


def test_the_maker_in_the_name_of_a_product_is_no_party() -> None:
    assert _pairs("Oracle will deploy 200,000 Nvidia GB200 chips for Microsoft.") == {("microsoft", "oracle")}
