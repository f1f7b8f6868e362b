"""The list of codes: each is made somewhere, explained, and shown by an example; nothing else is made."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from jinja2 import FileSystemLoader

from generator.build import build_site, read_all
from generator.codes import CODES, Code, Example
from generator.files import TEMPLATES, read_sources
from generator.model import Extras, Problem, Problems, Source
from generator.render import Renderer
from generator.reports import Texts, read_texts, report
from generator.reports.manual import explain
from generator.settings import DEFAULTS

CASES = ROOT / "tests" / "cases" / "problems"
WITHOUT_EXAMPLE = {"too-large", "unreadable", "not-an-article", "file-name", "active-file"}
"""Codes whose example no text of an article can be: a size, a link, the name of a file."""


def _name(code: Code) -> str:
    return code.code


def _check(folder: Path) -> tuple[Problems, Texts]:
    """What is wrong in a folder of articles, and the lines it is about."""
    sources, extras, problems = read_sources(folder)
    problems += read_all(sources, extras)[1]
    return problems, read_texts(problems, (*sources, *extras.sources))


def _put(folder: Path, name: str, content: Any) -> None:
    """A file: its text, its bytes in hex, a text in another encoding or many times over, or a link."""
    if isinstance(content, str):
        content = {"text": content}
    if "link" in content:
        os.symlink(content["link"], folder / name)
    elif "hex" in content:
        (folder / name).write_bytes(bytes.fromhex(content["hex"]))
    elif "times" in content:
        (folder / name).write_text(content["repeat"] * content["times"], encoding="utf-8")
    else:
        (folder / name).write_bytes(content["text"].encode(content.get("encoding", "utf-8")))


def _flagged(problem: Problem, texts: Texts) -> str:
    """The words under the carets."""
    lines = texts.get(problem.place.path, ())
    line = lines[problem.place.line - 1] if problem.place.line <= len(lines) else ""
    start = problem.place.column - 1
    return line[start : start + problem.width if problem.width else None]


def _problems_of(code: str, folder: Path) -> tuple[Any, Problems, Texts]:
    """The case of a code, its problems, and the lines of its files."""
    case = yaml.safe_load((CASES / f"{code}.yml").read_text(encoding="utf-8"))
    folder.mkdir()
    for name, content in case["files"].items():
        _put(folder, name, content)
    problems, texts = _check(folder)
    return case, tuple(problem for problem in problems if problem.code == code), texts


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_made_at_the_place_that_its_case_says(code: str, tmp_path: Path) -> None:
    case, found, texts = _problems_of(code, tmp_path / "seeds")
    places = case["place"] if isinstance(case["place"], list) else [case["place"]]
    assert [str(problem.place) for problem in found] == [f"seeds/{place}" for place in places]
    if "flags" in case:
        assert _flagged(found[0], texts) == case["flags"]


@pytest.mark.parametrize("code", CODES)
def test_a_problem_is_told_with_level_place_line_and_hint_and_has_two_pages(
    code: str, tmp_path: Path, problems_page: str
) -> None:
    _, found, texts = _problems_of(code, tmp_path / "seeds")
    first, *rest = report(found[:1], "text", texts).splitlines()
    assert first.startswith(f"{found[0].place}: {CODES[code].level}: ")
    assert first.endswith(f" [{code}]")
    assert len(found[0].message.split()) > 2
    assert any(line.strip().startswith("hint: ") for line in rest)
    is_shown = found[0].place.line <= len(texts.get(found[0].place.path, ()))
    assert any(line.lstrip(" |").startswith("^") for line in rest) == is_shown
    assert explain(CODES[code]).startswith(f"{code}: {CODES[code].level}")
    assert f'id="p-{code}"' in problems_page


@pytest.fixture(scope="module")
def problems_page() -> str:
    """The page of the site that explains every code."""
    page = next(draft.page() for draft in build_site(()).pages if draft.path == "about/problems/")
    return str(Renderer(FileSystemLoader(TEMPLATES / "pages"), DEFAULTS).render_page(page).html)


def test_every_case_is_of_a_code() -> None:
    assert sorted(path.stem for path in CASES.iterdir()) == sorted(CODES)


def _codes_of(files: tuple[Example, ...]) -> set[str]:
    sources = [Source(f"seeds/{file.name}", file.text.encode(file.encoding)) for file in files]
    named = {Path(source.path).stem: source for source in sources if source.path.endswith(".yml")}
    folder = {source.path: source for source in sources if not source.path.endswith(".yml")}
    extras = Extras(**named)
    return {problem.code for problem in read_all(list(folder.values()), extras)[1]}


@pytest.mark.parametrize("code", [code for name, code in CODES.items() if name not in WITHOUT_EXAMPLE], ids=_name)
def test_an_example_makes_its_problem_and_its_mended_form_does_not(code: Code) -> None:
    assert code.code in _codes_of(code.wrong)
    assert code.code not in _codes_of(code.right)


@pytest.mark.parametrize("code", CODES.values(), ids=_name)
def test_a_code_is_explained_in_whole_sentences(code: Code) -> None:
    assert code.title[0].isupper()
    assert not code.title.endswith(".")
    assert code.explanation.endswith(".")


def _literals(node: ast.expr) -> set[str]:
    """The codes that an expression can be: a literal, or an f-string that two roles fill in."""
    if isinstance(node, ast.Constant):
        return {str(node.value)}
    if isinstance(node, ast.JoinedStr):
        return {f"{start}-{role}" for start in ("repeated", "other") for role in ("summary", "description")}
    return set()


def test_every_problem_that_is_made_has_a_code_of_the_list() -> None:
    made: set[str] = set()
    places = {"Problem": 1, "_report": 1, "_error": 1, "Sign": 0}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in places:
                codes = _literals(node.args[places[name]])
                assert codes or isinstance(node.args[places[name]], ast.Name), f"{path.name}:{node.lineno}"
                made |= codes
    assert made == set(CODES)
