"""Problems in, one run of SARIF 2.1.0 out, as code hosts and editors read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.codes import CODES
from generator.model import Edit, Problem


def sarif(problems: Sequence[Problem]) -> dict[str, Any]:
    """The log: the codes that occur as rules, a result for each problem, and its edits as a fix."""
    codes = sorted({problem.code for problem in problems})
    rules = [_rule(code) for code in codes]
    driver = {"name": "seedbed", "version": __version__, "rules": rules}
    results = [_result(problem, codes.index(problem.code)) for problem in problems]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _rule(name: str) -> dict[str, Any]:
    code = CODES[name]
    return {
        "id": name,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.explanation},
        "help": {"text": f"{code.explanation} More: seedbed explain {name}"},
        "defaultConfiguration": {"level": code.level},
    }


def _result(problem: Problem, index: int) -> dict[str, Any]:
    place = problem.place
    region = {"startLine": place.line, "startColumn": place.column}
    if problem.width:
        region["endColumn"] = place.column + problem.width
    file = {"uri": quote(place.path.encode("utf-8", "backslashreplace"))}
    result = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": problem.level,
        "message": {"text": problem.message + (f" ({problem.hint})" if problem.hint else "")},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }
    if problem.edits:
        changes = [{"artifactLocation": file, "replacements": [_replacement(edit) for edit in problem.edits]}]
        result["fixes"] = [{"description": {"text": problem.hint or problem.message}, "artifactChanges": changes}]
    return result


def _replacement(edit: Edit) -> dict[str, Any]:
    *whole, rest = edit.old.split("\n")
    end = {"endLine": edit.line + len(whole), "endColumn": len(rest) + (1 if whole else edit.column)}
    region = {"startLine": edit.line, "startColumn": edit.column, **end}
    return {"deletedRegion": region, "insertedContent": {"text": edit.new}}
