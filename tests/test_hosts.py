"""What hosts the site is read as text: workflows, the container and the server's settings fit the product."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml
from commands import command_fault
from conftest import ROOT

from generator.cli.starts import start_site
from generator.files import TEMPLATES
from generator.files.folders import read_templates

HOSTING = TEMPLATES / "hosting"
OURS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
THEIRS = TEMPLATES / "init" / "dot-github" / "workflows" / "site.yml"


_PINNED = re.compile(r"actions/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
"""A commit, since the one that a tag names can change, and the version that it is."""


def _steps(path: Path) -> list[dict[str, Any]]:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [step for job in workflow["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("path", [*OURS, THEIRS], ids=lambda path: path.name)
def test_workflows_use_the_hosts_own_actions_each_pinned_to_one_commit_and_commands_that_there_are(path: Path) -> None:
    lines = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
    assert [line for line in lines if not _PINNED.fullmatch(line)] == []
    used = [step["uses"] for step in _steps(path) if "uses" in step]
    versions = {name: f"{name}@{version}" for name, version in _actions()}
    assert len(used) == len(lines) > 0
    assert used == [versions[name.split("@")[0]] for name in used]
    called = [step["run"] for step in _steps(path) if re.match("seedbed|make", step.get("run", ""))]
    assert [fault for line in called if (fault := command_fault(line))] == []


def _actions() -> list[tuple[str, str]]:
    """The actions of this repository's workflows with their versions; what another workflow uses must be the same."""
    used = [step["uses"].split("@") for path in OURS for step in _steps(path) if "uses" in step]
    return [(name, version) for name, version in used]


@pytest.mark.parametrize("path", [*OURS, THEIRS], ids=lambda path: path.name)
def test_a_workflow_may_write_only_where_it_publishes(path: Path) -> None:
    workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    for name, job in workflow["jobs"].items():
        assert job.get("permissions", {}) == ({"pages": "write", "id-token": "write"} if name == "publish" else {})
        assert job["timeout-minutes"] <= 30


def _instructions() -> list[tuple[str, str]]:
    text = (HOSTING / "Containerfile").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(line.split(" ", 1)[0], line.split(" ", 1)[1]) for line in lines]


def test_the_container_builds_in_one_stage_and_serves_in_another() -> None:
    found = _instructions()
    assert [name for name, _ in found if name not in ("ARG", "FROM", "COPY", "RUN", "WORKDIR", "EXPOSE")] == []
    images = [words.split()[0] for name, words in found if name == "FROM"]
    assert [image for image in images if not re.fullmatch(r"docker\.io/library/[\w.-]+:[\w.-]+", image)] == []
    assert len(images) == 2
    (build,) = (words for name, words in found if name == "RUN" and words.startswith("seedbed"))
    assert command_fault(build) == ""
    folder = shlex.split(build)[shlex.split(build).index("--site-dir") + 1]
    assert ("COPY", f"--from=build {folder} /usr/share/nginx/html") in found


def test_the_container_copies_files_that_there_are_to_where_the_server_looks_for_them() -> None:
    copied = dict(
        re.findall(r"COPY \$\{HOSTING\}/(\S+) (\S+)", (HOSTING / "Containerfile").read_text(encoding="utf-8"))
    )
    assert [name for name in copied if not (HOSTING / name).is_file()] == []
    server = (HOSTING / "server.conf").read_text(encoding="utf-8")
    assert f"include {copied['nginx.conf']};" in server
    assert copied["server.conf"].startswith("/etc/nginx/conf.d/")
    assert f"listen {dict(_instructions())['EXPOSE']};" in server
    assert "root /usr/share/nginx/html;" in server


def test_a_new_knowledge_base_has_all_that_hosts_it() -> None:
    files = {file.path: file.data.decode() for file in start_site("A", read_templates("init", "hosting"))}
    assert {f"hosting/{path.name}" for path in HOSTING.iterdir()} <= files.keys()
    for line in re.findall(r"`(podman build [^`]+)`", files["README.md"]):
        words = shlex.split(line)
        assert words[words.index("-f") + 1] in files
    ignored = files[".gitignore"].split()
    assert files[".dockerignore"].split() == [*ignored, ".git/"]
