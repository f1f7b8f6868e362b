"""SECURITY.md names tests that there are, and `make safety` runs each of them."""

from __future__ import annotations

import ast
import re

from conftest import ROOT

_ROWS = re.findall(
    r"^\| (.+?) \| `(tests/[^`:]+)::(\w+)` \| (.+?) \|$", (ROOT / "SECURITY.md").read_text("utf-8"), re.M
)


def test_every_promise_has_a_test_that_there_is() -> None:
    assert len(_ROWS) == (ROOT / "SECURITY.md").read_text("utf-8").count("| `tests/") > 20
    for promise, path, name, figure in _ROWS:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}, promise
        assert figure.strip()


def test_make_safety_runs_them_all() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (listed,) = re.findall(r"^SAFETY := (.*)$", makefile, re.M)
    for _, path, _, _ in _ROWS:
        assert any(path == one or path.startswith(f"{one}/") for one in listed.split()), path
