"""Every bad input that an article or an address can hold, through every field it names, judged by its own oracles."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile import in_data, in_html, in_reports, in_search, on_pages  # noqa: F401 # each enters its oracles
from hostile.articles import FIELDS
from hostile.built import Built
from hostile.cases import Case, NotJudged
from hostile.deviations import expect
from hostile.entries import Entry, read_entries
from hostile.oracles import judge
from hostile.paths import path_facts
from hostile.walk import Seen

OF_ADDRESSES = {"within-root", "portable-name", "unique-slug", "url-works"}


def _is_held(entry: Entry) -> bool:
    in_article = entry.field in FIELDS or entry.field == "any-text"
    return entry.field.startswith("url:") or (in_article and entry.category != "dos")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test an entry and oracle."""
    entries = read_entries(Path(metafunc.config.getoption("--bad-inputs")))
    pairs = [
        pytest.param(entry, name, id=f"{entry.id}-{name}", marks=expect(entry, name))
        for entry in entries
        if _is_held(entry)
        for name in entry.oracles
        if name != "site-kept"  # of test_scenes, where a site was published before
    ]
    if "oracle" in metafunc.fixturenames:
        metafunc.parametrize(("entry", "oracle"), pairs)


def test_bad_input(entry: Entry, oracle: str, hostile_site: Built, request: pytest.FixtureRequest) -> None:
    facts = path_facts(entry, hostile_site) if OF_ADDRESSES & set(entry.oracles) else {}

    def look(url: str) -> Seen:
        seen: Seen = request.getfixturevalue("walker").look(url)
        return seen

    def search(words: str) -> Seen:
        seen: Seen = request.getfixturevalue("walker").search(words)
        return seen

    try:
        found = judge(Case(entry, hostile_site, facts, look=look, search=search), oracle)
    except NotJudged as reason:
        pytest.skip(f"{entry.id} {oracle} is not judged: {reason}")
    assert not found, "\n".join(found)
