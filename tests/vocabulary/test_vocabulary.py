"""The terms of a site, and what is wrong with the file that lists them."""

from __future__ import annotations

import pytest
from samples import WORDS, vocabulary

from generator.model import KINDS, Source
from generator.vocabulary import NO_VOCABULARY, read_vocabulary


def test_no_vocabulary_has_no_terms() -> None:
    assert read_vocabulary(None) == (NO_VOCABULARY, ())
    assert vocabulary("")[0].terms == ()


def test_a_term_has_all_that_its_entry_says() -> None:
    found, problems = vocabulary(WORDS)
    assert problems == ()
    openai = found.find("OpenAI")
    assert openai
    assert (openai.slug, openai.name, openai.kind, openai.parent) == ("openai", "OpenAI", "organization", "")
    assert (openai.description, openai.homepage) == ("A lab.", "https://openai.example/")
    assert (openai.place.path, openai.place.line) == ("seeds/vocabulary.yml", 1)


def test_terms_are_sorted_by_slug_whatever_their_order_in_the_file() -> None:
    found, _ = vocabulary(WORDS)
    assert [term.slug for term in found.terms] == ["cloud", "nvidia", "openai", "oracle", "public-cloud", "stargate"]
    assert vocabulary("\n".join(reversed(WORDS.splitlines())))[0].by_key.keys() == found.by_key.keys()


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("OpenAI", "openai"),
        ("openai", "openai"),
        ("Open AI", "openai"),
        ("Oracle Corp.", "oracle"),
        ("oracle corp", "oracle"),
        ("public-cloud", "public-cloud"),
        ("Anthropic", ""),
        ("", ""),
    ],
)
def test_a_term_is_found_by_any_spelling_that_folds_to_it(name: str, slug: str) -> None:
    term = vocabulary(WORDS)[0].find(name)
    assert (term.slug if term else "") == slug


def test_a_parent_is_named_by_its_name_or_alias_and_kept_as_its_slug() -> None:
    found, problems = vocabulary("A B: {parent: c-d}\nC D: {parent: X}\nE: {aliases: [X]}\n")
    assert problems == ()
    assert {term.slug: term.parent for term in found.terms} == {"a-b": "c-d", "c-d": "e", "e": ""}
    assert found.by_key["ab"].parent == "c-d"


def test_a_term_found_by_its_alias_has_its_parent() -> None:
    found, _ = vocabulary("A: {aliases: [X], parent: B}\nB: {}\n")
    term = found.find("x")
    assert term
    assert term.parent == "b"


@pytest.mark.parametrize("kind", KINDS)
def test_a_term_may_be_of_each_kind(kind: str) -> None:
    found, problems = vocabulary(f"A: {{kind: {kind}}}\n")
    assert (found.terms[0].kind, problems) == (kind, ())


@pytest.mark.parametrize("text", ["A: {}\n", "A:\n", "A: {description: Words}\n"])
def test_a_term_without_a_kind_is_a_topic(text: str) -> None:
    found, problems = vocabulary(text)
    assert (found.terms[0].name, found.terms[0].kind, problems) == ("A", "topic", ())


@pytest.mark.parametrize("aliases", ["[X]", "X", '[" X "]', '["", X]'])
def test_aliases_are_a_list_or_one_name(aliases: str) -> None:
    assert vocabulary(f"A: {{aliases: {aliases}}}\n")[0].terms[0].aliases == ("X",)


@pytest.mark.parametrize(
    ("text", "code", "level", "line", "message", "hint"),
    [
        ("A: {kindd: topic}", "misspelt-key", "warning", 1, "the key `kindd` is not used", "did you mean `kind`?"),
        ("A: {zzz: 1}", "unknown-key", "note", 1, "the key `zzz` is not used", "known keys: kind, aliases, parent"),
        ("A: {}\nB: {kind: firm}", "unknown-kind", "error", 2, "“firm” is not a kind", "kinds: organization, project"),
        ("A: {homepage: 'javascript:x()'}", "unsafe-url", "error", 1, "“javascript:x()” is not an address", "http"),
        ("Open AI: {}\nOpenAI: {}", "same-term", "error", 2, "“OpenAI” is already a spelling of “Open AI”", "keep one"),
        ("A: {aliases: [B]}\nB: {}", "same-term", "error", 1, "“B” is an alias of “A”, and a spelling of “B”", "keep"),
        ("A: {aliases: [X]}\nB: {aliases: [x]}", "same-term", "error", 2, "“x” is an alias of “B”", "keep one"),
        ("A: {parent: None}", "unknown-parent", "error", 1, "the parent “None” is not a term", "remove `parent`"),
        ("A: {parent: A}", "circular-parent", "error", 1, "“A” is its own parent by way of “A”", "remove one"),
        ("- A", "yaml", "error", 1, "", ""),
        ("A: {}\nA: {}", "yaml", "error", 2, "the key `A` is given twice", ""),
        ("A: [", "yaml", "error", 2, "", ""),
    ],
)
def test_what_is_wrong_with_an_entry_is_one_problem_with_its_place(
    text: str, code: str, level: str, line: int, message: str, hint: str
) -> None:
    (problem,) = vocabulary(text)[1]
    assert (problem.code, problem.level, problem.place.path) == (code, level, "seeds/vocabulary.yml")
    assert problem.place.line == line
    assert message in problem.message
    assert hint in problem.hint


def test_a_vocabulary_that_is_no_text_is_an_error_and_has_no_terms() -> None:
    found, (problem,) = read_vocabulary(Source("seeds/vocabulary.yml", b"\xff\xfe\x00\x00"))
    assert (found, problem.code, problem.level) == (NO_VOCABULARY, "encoding", "error")


def test_what_is_wrong_in_an_entry_does_not_cost_the_rest() -> None:
    found, problems = vocabulary("A: {kind: firm, parent: B, homepage: 'ftp:x', aliases: [X]}\nB: {}\nb: {}\nC: {}\n")
    assert [problem.code for problem in problems] == ["unknown-kind", "unsafe-url", "same-term"]
    assert [(term.name, term.kind, term.parent, term.homepage) for term in found.terms] == [
        ("A", "topic", "b", ""),
        ("B", "topic", "", ""),
        ("C", "topic", "", ""),
    ]


def test_a_circle_of_parents_is_cut_and_named() -> None:
    found, problems = vocabulary("A: {parent: B}\nB: {parent: C}\nC: {parent: B}\nD: {}\n")
    assert {problem.code for problem in problems} == {"circular-parent"}
    above = {term.slug: term.parent for term in found.terms}
    tops = list(above)
    for _ in above:
        tops = [above.get(slug, "") for slug in tops]
    assert set(tops) == {""}


@pytest.mark.parametrize("name", ['""', '" "', '"+  +"', '"🙂"', '"\\u3000"'])
def test_a_name_without_letters_never_stops_the_build(name: str) -> None:
    found, _ = vocabulary(f"{name}: {{kind: topic}}\nOpenAI: {{kind: organization}}\n")
    assert found.find("OpenAI")
