"""All that is wrong without a site, and the files with all that can be mended."""

from __future__ import annotations

import codecs

import pytest
import yaml
from conftest import ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_properties import TEXT

from generator.build import read_all
from generator.cli.proofs import mend_all, proofread
from generator.files import read_sources
from generator.model import NO_EXTRAS, Extras, Source

ENDS = st.sampled_from(["\n", "\r\n", "\r"])
LEFT = st.sampled_from(
    [
        "Summry",
        "Refrences",
        "Tagss: a, b",
        "## Meta Descripton",
        "It pays 【4†source】, turn0search1 and so on. :contentReference[oaicite:0]{index=0}",
        "- A Report - https://example.org/a?utm_source=chatgpt.com&b=1",
        "- A Report - https://example.org/a?b=1",
        "- A Study",
        "- A Study",
        "References",
        "---",
        "titel: A Title",
        "keywrods: [a, b]",
    ]
)
LEFTOVERS = st.lists(st.one_of(LEFT, TEXT), max_size=12).map("\n".join)


@pytest.mark.parametrize("folder", ["seeds", "tests/shapes"])
def test_proofreading_finds_what_a_build_finds_and_counts_what_it_counts(folder: str) -> None:
    sources, extras, _ = read_sources(ROOT / folder)
    knowledge, problems = read_all(sources, extras)
    assert proofread(sources, extras) == (knowledge.counts, problems)
    assert knowledge.counts.tags > 5


def test_proofreading_finds_sums_that_differ_as_a_build_does() -> None:
    case = yaml.safe_load((ROOT / "tests" / "cases" / "problems" / "other-figure.yml").read_text(encoding="utf-8"))
    files = {name: Source(f"seeds/{name}", text.encode()) for name, text in case["files"].items()}
    extras = Extras(vocabulary=files.pop("vocabulary.yml"))
    knowledge, problems = read_all(list(files.values()), extras)
    assert proofread(list(files.values()), extras) == (knowledge.counts, problems)
    assert [problem.message for problem in problems if problem.code == "other-figure"] == [
        "Nvidia and OpenAI, May 2026: USD 10 billion here, USD 13 billion in seeds/stakes.txt",
        "Nvidia and OpenAI, May 2026: USD 13 billion here, USD 10 billion in seeds/chips.txt",
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(LEFTOVERS, min_size=1, max_size=4))
def test_proofreading_any_texts_finds_what_a_build_finds(texts: list[str]) -> None:
    sources = [Source(f"seeds/{number}.txt", text.encode()) for number, text in enumerate(texts)]
    knowledge, problems = read_all(sources)
    assert proofread(sources, NO_EXTRAS) == (knowledge.counts, problems)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LEFTOVERS, ENDS, st.booleans())
def test_mending_twice_is_mending_once_and_every_line_without_an_edit_stays(text: str, end: str, marked: bool) -> None:
    data = codecs.BOM_UTF8 * marked + text.replace("\n", end).encode()
    catalog = Source("seeds/catalog.yml", b"one: {titel: A Title}\n")
    once = dict(_all(Source("seeds/one.txt", data), catalog))
    again = _all(Source("seeds/one.txt", once.get("seeds/one.txt", data)), Source(catalog.path, once[catalog.path]))
    assert again == []
    assert once[catalog.path] == b"one: {title: A Title}\n"
    new = once.get("seeds/one.txt", data)
    assert new.startswith(codecs.BOM_UTF8) == data.startswith(codecs.BOM_UTF8)
    assert set(new.decode("utf-8-sig")) & set("\r\n") <= set(end)


def _all(source: Source, catalog: Source) -> list[tuple[str, bytes]]:
    return [(one.path, one.data) for one, _ in mend_all([source], Extras(catalog=catalog))]


def test_an_edit_that_brings_another_to_light_is_followed_by_it() -> None:
    text = "A Title\n\n## Introduction\nIt pays.\n\n## Refrences\n- A Report\n- A Report\n- A Study\n"
    ((source, made),) = mend_all([Source("seeds/a.txt", text.encode())], NO_EXTRAS)
    assert source.data.decode() == text.replace("Refrences", "References").replace("- A Report\n", "", 1)
    assert made == 2


def test_a_file_without_anything_to_mend_is_not_named() -> None:
    assert mend_all([Source("seeds/a.txt", b"A Title\n\nIntroduction\nIt pays [insert amount].\n")], NO_EXTRAS) == ()
