"""Bad inputs that are no text of an article: each in a knowledge base of its own, judged by all its oracles."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Run

from hostile import in_data, in_html, in_reports, in_search, on_pages  # noqa: F401 # each enters its oracles
from hostile.articles import FIELDS, article_files
from hostile.cases import Case, NotJudged
from hostile.deviations import expect
from hostile.entries import Entry, read_entries
from hostile.environments import play_environment
from hostile.identities import play_identity
from hostile.oracles import judge
from hostile.scenes import kept_when_strict, play, set_up


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test an entry."""
    entries = read_entries(Path(metafunc.config.getoption("--bad-inputs")))
    if "scene" in metafunc.fixturenames:
        held = [
            entry
            for entry in entries
            if not (entry.field in FIELDS or entry.field == "any-text" or entry.field.startswith("url:"))
            and entry.field not in ("body", "reference_links")
        ]
        metafunc.parametrize("scene", [pytest.param(one, id=one.id) for one in held])
    if "kept" in metafunc.fixturenames:
        strict = [one for one in entries if "site-kept" in one.oracles and one.field in FIELDS]
        metafunc.parametrize("kept", [pytest.param(one, id=one.id) for one in strict])


def test_scene(scene: Entry, tmp_path: Path, run: Run) -> None:
    stage = set_up(tmp_path, run)
    played = play(scene, stage) or play_environment(scene, stage) or play_identity(scene, stage)
    if played is None:
        pytest.skip(f"{scene.id} is not judged: no scene shows a {scene.field} such as {scene.text[:60]!r}")
    case = Case(scene, played.built, played.facts, whole=True)
    found: list[str] = []
    for name in (name for name in scene.oracles if not expect(scene, name)):
        try:
            found += [f"{name}: {one}" for one in judge(case, name)]
        except NotJudged as reason:
            found.append(f"{name} is not judged: {reason}")
    assert not found, "\n".join(found)


def test_a_strict_build_keeps_the_site(kept: Entry, tmp_path: Path, run: Run) -> None:
    assert kept_when_strict(kept, article_files(kept), set_up(tmp_path, run)) == []
