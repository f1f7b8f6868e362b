"""Every bad input that an article can hold, through every field it names, judged by each of its own oracles."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile import in_data, in_reports, on_pages  # noqa: F401 # each enters its oracles
from hostile.articles import FIELDS
from hostile.built import Built
from hostile.cases import Case, NotJudged
from hostile.entries import Entry, read_entries
from hostile.oracles import judge
from hostile.paths import path_facts
from hostile.walk import Seen


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test an entry and oracle."""
    entries = read_entries(Path(metafunc.config.getoption("--bad-inputs")))
    held = [entry for entry in entries if entry.field in {*FIELDS, "any-text"} and entry.category != "dos"]
    pairs = [pytest.param(entry, name, id=f"{entry.id}-{name}") for entry in held for name in entry.oracles]
    metafunc.parametrize(("entry", "oracle"), pairs)


def test_bad_input(entry: Entry, oracle: str, hostile_site: Built, request: pytest.FixtureRequest) -> None:
    facts = path_facts(entry, hostile_site) if entry.category == "path" else {}

    def look(url: str) -> Seen:
        seen: Seen = request.getfixturevalue("walker").look(url)
        return seen

    try:
        found = judge(Case(entry, hostile_site, facts, look), oracle)
        assert not found, "\n".join(found)
    except NotJudged as reason:
        pytest.skip(f"{entry.id} {oracle} is not judged: {reason}")
