"""The terms of a vocabulary, found where a text names them."""

from __future__ import annotations

import pytest
from samples import vocabulary

from generator.vocabulary import NO_VOCABULARY
from generator.vocabulary.entities import find_mentions

VOCABULARY, PROBLEMS = vocabulary(
    """\
OpenAI: {kind: organization}
Nvidia: {kind: organization, aliases: [NVIDIA Corporation, NVDA]}
Meta: {kind: organization, aliases: [Meta Platforms]}
Oracle: {kind: organization, aliases: [Oracle Corp.]}
Oracle Cloud Infrastructure: {kind: technology, aliases: [OCI]}
Amazon: {kind: organization, aliases: [Amazon.com]}
Amazon Web Services: {kind: organization, aliases: [AWS]}
Arm: {kind: organization, aliases: [Arm Holdings]}
xAI: {kind: organization}
a16z: {kind: organization}
Stargate: {kind: project, aliases: [The Stargate Project]}
Llama: {kind: technology}
GPU: {kind: technology, aliases: [GPUs]}
Export Controls: {kind: policy}
Data Centers: {kind: topic, aliases: [data centres]}
C++: {kind: technology}
Sam Altman: {kind: person, aliases: [Altman]}
Texas: {kind: place}
"""
)


def _names(text: str) -> list[tuple[str, str]]:
    return [(mention.term, text[mention.start : mention.end]) for mention in find_mentions(text, VOCABULARY)]


def test_the_vocabulary_of_these_tests_is_sound() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize(
    ("text", "term", "found"),
    [
        ("OpenAI signed.", "openai", "OpenAI"),
        ("It is (OpenAI).", "openai", "OpenAI"),
        ("the OpenAI-backed unit", "openai", "OpenAI"),
        ("a pre-OpenAI time", "openai", "OpenAI"),
        ("OpenAI/others", "openai", "OpenAI"),
        ("OpenAI's chips", "openai", "OpenAI"),
        ("OpenAI’s chips", "openai", "OpenAI"),
        ("🙂 İİ OpenAI", "openai", "OpenAI"),
        ("OPENAI signed.", "openai", "OPENAI"),
        ("Openai signed.", "openai", "Openai"),
        ("Nvidia", "nvidia", "Nvidia"),
        ("NVIDIA", "nvidia", "NVIDIA"),
        ("NVDA", "nvidia", "NVDA"),
        ("NVIDIA Corporation", "nvidia", "NVIDIA Corporation"),
        ("Nvidia Corporation", "nvidia", "Nvidia Corporation"),
        ("Oracle Corp. signed", "oracle", "Oracle Corp."),
        ("Amazon.com", "amazon", "Amazon.com"),
        ("xAI", "xai", "xAI"),
        ("a16z led it", "a16z", "a16z"),
        ("Stargate", "stargate", "Stargate"),
        ("The Stargate Project", "stargate", "The Stargate Project"),
        ("of the Stargate Project", "stargate", "the Stargate Project"),
        ("Llama 3", "llama", "Llama"),
        ("GPUs", "gpu", "GPUs"),
        ("Export controls", "export-controls", "Export controls"),
        ("new export controls", "export-controls", "export controls"),
        ("data centres", "data-centers", "data centres"),
        ("C++ code", "c-plus-plus", "C++"),
        ("Altman said", "sam-altman", "Altman"),
        ("TEXAS", "texas", "TEXAS"),
    ],
)
def test_a_term_is_found_by_its_name_and_its_aliases(text: str, term: str, found: str) -> None:
    assert _names(text) == [(term, found)]


@pytest.mark.parametrize(
    "text",
    "OpenAIs MyOpenAI OpenAI2 2OpenAI OpenAI_x _OpenAI Llama-3 Llama‑3 Oracles Metaverse Army 机器OpenAI GPUs2".split(),
)
def test_a_name_inside_another_word_is_none(text: str) -> None:
    assert _names(f"It is {text} here.") == []


@pytest.mark.parametrize(
    "text",
    "openai nvidia nVidia oracle arm ARM meta llama altman texas xai XAI aws stargate sam_altman oracle_corp.".split(),
)
def test_a_proper_name_in_small_letters_is_a_plain_word(text: str) -> None:
    assert _names(f"It is {text.replace('_', ' ')} here.") == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Amazon Web Services", ["amazon-web-services"]),
        ("Amazon and AWS", ["amazon", "amazon-web-services"]),
        ("Arm Holdings", ["arm"]),
        ("Meta Platforms", ["meta"]),
        ("OpenAI, Oracle and Nvidia", ["openai", "oracle", "nvidia"]),
        ("OpenAI and OpenAI", ["openai", "openai"]),
        ("Amazon Web Servicesx", ["amazon"]),
        ("The Stargate project", ["stargate"]),
    ],
)
def test_the_longest_name_at_a_place_that_counts_is_found_and_in_the_order_of_the_text(
    text: str, wanted: list[str]
) -> None:
    assert [term for term, _ in _names(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Meta signed.", ["meta"]),
        ("META signed.", ["meta"]),
        ("Meta’s data centers", ["meta", "data-centers"]),
        ("Meta, data and more", ["meta"]),
        ("Meta description", []),
        ("Meta Description", []),
        ("Meta tags", []),
        ("Meta-analysis", []),
        ("Meta title", []),
        ("Meta keywords", []),
        ("a meta level", []),
    ],
)
def test_the_company_meta_is_told_from_the_word(text: str, wanted: list[str]) -> None:
    assert [term for term, _ in _names(text)] == wanted


def test_a_product_names_its_maker_too() -> None:
    assert _names("It runs on Oracle Cloud Infrastructure.") == [
        ("oracle-cloud-infrastructure", "Oracle Cloud Infrastructure"),
        ("oracle", "Oracle Cloud Infrastructure"),
    ]


def test_a_mention_has_the_kind_of_its_term() -> None:
    kinds = {mention.term: mention.kind for mention in find_mentions("Altman of OpenAI in Texas", VOCABULARY)}
    assert kinds == {"sam-altman": "person", "openai": "organization", "texas": "place"}


def test_no_vocabulary_finds_nothing() -> None:
    assert find_mentions("OpenAI", NO_VOCABULARY) == ()


def test_a_term_without_a_name_finds_nothing() -> None:
    found, _ = vocabulary('"": {kind: topic}\nOpenAI: {kind: organization}\n')
    assert [mention.term for mention in find_mentions("OpenAI signed.", found)] == ["openai"]
