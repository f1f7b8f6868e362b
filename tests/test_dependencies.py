"""What is installed beside the program: locked with hashes, and none of it older than what mends a known fault."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT

LOCKS = sorted(path.name for path in ROOT.glob("requirements*.lock"))
FLOORS = {"mkdocs-material": (9, 7, 7), "jinja2": (3, 1, 6), "mkdocs": (1, 6, 1), "pyyaml": (6, 0, 2)}
"""The first versions in which faults are mended that an article, or its reader, could have used."""
_PINNED = re.compile(r"^([a-z0-9._-]+)==(\S+)((?:.*\\\n)*.*)", re.M)


@pytest.mark.parametrize("name", LOCKS)
def test_everything_is_pinned_with_hashes(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = _PINNED.findall(text)
    assert len(pinned) == len(re.findall(r"^[a-zA-Z]", text, re.M)) > 0
    assert [package for package, _, rest in pinned if "--hash=sha256:" not in rest] == []


def test_nothing_is_older_than_what_mends_a_known_fault() -> None:
    versions = {name: version for name, version, _ in _PINNED.findall((ROOT / "requirements.lock").read_text("utf-8"))}
    old = {name for name, floor in FLOORS.items() if tuple(map(int, versions[name].split("."))) < floor}
    assert old == set()


def test_the_program_asks_for_those_versions_itself() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = dict(re.findall(r'^  "([a-z0-9-]+)>=([\d.]+)', text, re.M))
    for name, floor in FLOORS.items():
        given = tuple(map(int, asked[name].split(".")))
        assert given >= floor[: len(given)], name
