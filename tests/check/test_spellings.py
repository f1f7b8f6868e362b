"""What is said of tags that the vocabulary lacks, and of tags that are almost the same."""

from __future__ import annotations

import time

import pytest
from samples import VOCABULARY, article, vocabulary

from generator.check.spellings import check_spellings, entry
from generator.model import Article, Problem
from generator.vocabulary import NO_VOCABULARY, Vocabulary


def _articles(*lists: str) -> list[Article]:
    return [article(f"seeds/{number}.txt", tags=tags.split(", ")) for number, tags in enumerate(lists)]


def _check(*lists: str, known: Vocabulary = VOCABULARY) -> list[Problem]:
    return sorted(check_spellings(_articles(*lists), known))


@pytest.mark.parametrize(
    ("tag", "code", "named"),
    [
        ("Oracel", "similar-tag", "Oracle"),
        ("Oracles", "similar-tag", "Oracle"),
        ("oracle-corps", "similar-tag", "Oracle"),
        ("Public Clouds", "similar-tag", "Public Cloud"),
        ("Nvidia Corporatoin", "similar-tag", "Nvidia"),
        ("Clowd", "unknown-tag", "Cloud"),
        ("Wracle", "unknown-tag", "Oracle"),
        ("Gas", "unknown-tag", ""),
        ("Stargate 2", "unknown-tag", ""),
    ],
)
def test_a_tag_that_is_no_term_is_named_with_the_term_it_may_mean(tag: str, code: str, named: str) -> None:
    (problem,) = _check(f"Oracle, {tag}")
    assert (problem.code, problem.width) == (code, len(tag))
    assert f"“{tag}”" in problem.message
    assert (f"“{named}”" in problem.hint) == bool(named)


@pytest.mark.parametrize("tag", ["Oracle", "oracle corp", "NVIDIA", "public-cloud"])
def test_a_term_in_any_spelling_is_fine(tag: str) -> None:
    assert _check(tag) == []


def test_without_a_vocabulary_no_tag_is_unknown() -> None:
    assert _check("Gas, Oracle", known=NO_VOCABULARY) == []


def test_an_unknown_tag_is_told_once_with_the_number_of_articles() -> None:
    (problem,) = _check("Gas", "Gas", "Gas")
    assert problem.place.path == "seeds/0.txt"
    assert problem.message == "the tag “Gas” is not in the vocabulary, as in 2 other articles"


@pytest.mark.parametrize(
    ("lists", "rare", "common"),
    [
        (("Power Plant", "Power Plants", "Power Plants"), "Power Plant", "Power Plants"),
        (("Power Utilities", "Power Utilities", "Power Utility"), "Power Utility", "Power Utilities"),
        (("Data Centre", "Data Center", "Data Center"), "Data Centre", "Data Center"),
        (("Semiconductors", "Semiconductors, Semicondutors"), "Semicondutors", "Semiconductors"),
    ],
)
def test_of_two_tags_that_are_almost_one_the_rarer_is_named(lists: tuple[str, ...], rare: str, common: str) -> None:
    (problem,) = _check(*lists, known=NO_VOCABULARY)
    assert (problem.code, problem.message) == ("similar-tag", f"the tag “{rare}” is almost “{common}”")
    assert problem.hint.endswith(f"{common}: {{kind: topic, aliases: [{rare}]}}")


@pytest.mark.parametrize(
    "lists", ["Meta, Beta", "GPT-4, GPT-5", "H100, H200", "Trading, Grading", "Arm, Arms", "C, C++, C#", "Gas, Gases"]
)
def test_tags_that_only_look_alike_are_two(lists: str) -> None:
    assert _check(lists, known=NO_VOCABULARY) == []


def test_terms_that_look_alike_are_two_because_the_vocabulary_says_so() -> None:
    known, _ = vocabulary("Power Plant: {}\nPower Plants: {}\n")
    assert _check("Power Plant", "Power Plants", known=known) == []


def test_a_tag_in_two_spellings_is_a_note_at_the_second() -> None:
    (problem,) = _check("Power Plants", "power-plants, Oracle", "power-plants", known=NO_VOCABULARY)
    assert (problem.code, problem.level, problem.place.path) == ("tag-spellings", "note", "seeds/1.txt")
    assert problem.message == "the tag “power-plants” is also written “Power Plants”"
    assert problem.hint.endswith(": Power Plants: {kind: topic}")


@pytest.mark.parametrize(
    "lists",
    [
        ("Oracel",),
        ("Gas",),
        ("Power Plant", "Power Plants"),
        ("Power Plants", "power-plants"),
        ("C# 9, x: y", "a [b], it's \"so\", O'Neil's, -x, 1.5, yes & no"),
        ("Nvidia Corporations",),
    ],
)
def test_the_entry_of_a_hint_is_read_as_it_stands_and_settles_the_matter(lists: tuple[str, ...]) -> None:
    known = VOCABULARY
    problems = _check(*lists, known=known)
    assert problems
    lines = {"gas": "Gas: {}"}  # a term that is there before
    for term in VOCABULARY.terms:
        lines[term.name] = entry(term.name, term.kind, term.aliases, term)
    lines.pop("gas")
    for problem in problems:
        line = problem.hint[problem.hint.index("vocabulary: ") + 12 :] if "vocabulary: " in problem.hint else ""
        line = line or problem.hint.split("say which: ")[1]
        lines[vocabulary(line)[0].terms[0].name] = line
    known, found = vocabulary("\n".join(lines.values()))
    assert found == ()
    assert _check(*lists, known=known) == []


def test_an_entry_keeps_what_the_term_has() -> None:
    term = VOCABULARY.find("Public Cloud")
    assert term
    line = entry(term.name, term.kind, ("Open Clouds",), term)
    again = vocabulary(f"Cloud: {{}}\n{line}")[0].find("open clouds")
    assert again
    assert (again.name, again.kind, again.parent) == ("Public Cloud", "topic", "cloud")


def test_a_thousand_tags_are_looked_through_quickly() -> None:
    heads = [
        head + tail for head in ("Hydro", "Thermo", "Electro", "Nano") for tail in ("logy", "nics", "static", "metry")
    ]
    names = [
        f"{head} {word}" for head in heads for word in ("alpha", "bravo", "delta", "gamma", "kappa", "sigma", "zulu")
    ]
    names = [
        f"{name} {word}"
        for name in names
        for word in ("north", "south", "of the east", "in the west", "above", "below", "within", "beyond", "now")
    ]
    articles = [article(f"seeds/{at}.txt", tags=names[at : at + 10]) for at in range(0, len(names), 10)]
    begun = time.process_time()
    check_spellings(articles, VOCABULARY)
    assert time.process_time() - begun < 2
