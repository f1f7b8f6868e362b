"""Problems as SARIF, held against those parts of its schema that code hosts need."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import jsonschema
import pytest
from samples import problem

from generator import __version__
from generator.codes import CODES
from generator.model import Edit, Problem
from generator.reports.sarif import sarif

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
_POSITIVE = {"type": "integer", "minimum": 1}
_REGION = {
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": {"startLine": _POSITIVE, "startColumn": _POSITIVE, "endLine": _POSITIVE, "endColumn": _POSITIVE},
}
_FILE = {
    "type": "object",
    "required": ["uri"],
    "properties": {"uri": {"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"}},
}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help", "defaultConfiguration"],
    "properties": {
        "id": {"type": "string", "pattern": "^[a-z-]+$"},
        "shortDescription": _TEXT,
        "fullDescription": _TEXT,
        "help": _TEXT,
        "defaultConfiguration": {"type": "object", "properties": {"level": _LEVEL}},
    },
}
_REPLACEMENT = {
    "type": "object",
    "required": ["deletedRegion"],
    "additionalProperties": False,
    "properties": {
        "deletedRegion": _REGION,
        "insertedContent": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
    },
}
_CHANGE = {
    "type": "object",
    "required": ["artifactLocation", "replacements"],
    "properties": {
        "artifactLocation": _FILE,
        "replacements": {"type": "array", "minItems": 1, "items": _REPLACEMENT},
    },
}
_FIX = {
    "type": "object",
    "required": ["artifactChanges"],
    "properties": {"description": _TEXT, "artifactChanges": {"type": "array", "minItems": 1, "items": _CHANGE}},
}
_RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _TEXT,
        "locations": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "physicalLocation": {
                        "type": "object",
                        "required": ["artifactLocation", "region"],
                        "properties": {"artifactLocation": _FILE, "region": _REGION},
                    }
                },
            },
        },
        "fixes": {"type": "array", "items": _FIX},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": _RESULT},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {"rules": {"type": "array", "uniqueItems": True, "items": _RULE}},
                            }
                        },
                    },
                },
            },
        },
    },
}
PROBLEMS = (
    problem("bad-date", message="“so” is not a date", hint="write it as 2026-05-03", width=2),
    replace(problem("misspelt-key"), edits=(Edit(3, 7, "titel", "title"), Edit(4, 3, "a\nbc", ""))),
    problem("no-tags", "seeds/b.txt"),
    problem("no-tags", "seeds/c d é%.txt"),
)


def _run(*problems: Problem) -> Any:
    (run,) = sarif(problems)["runs"]
    return run


@pytest.mark.parametrize(
    "problems", [(), PROBLEMS, tuple(problem(code) for code in CODES)], ids=["none", "some", "all"]
)
def test_the_log_keeps_the_schema(problems: tuple[Problem, ...]) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    jsonschema.validate(sarif(problems), SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_run_names_the_tool_and_each_rule_once() -> None:
    driver = _run(*PROBLEMS)["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("seedbed", __version__)
    assert [rule["id"] for rule in driver["rules"]] == ["bad-date", "misspelt-key", "no-tags"]
    assert driver["rules"][0]["defaultConfiguration"] == {"level": "error"}
    assert driver["rules"][0]["shortDescription"]["text"] == CODES["bad-date"].title


def test_a_result_points_at_its_rule_and_its_place_and_has_its_hint() -> None:
    first, _, third, fourth = _run(*PROBLEMS)["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("bad-date", 0, "error")
    assert first["message"]["text"] == "“so” is not a date (write it as 2026-05-03)"
    assert (third["message"]["text"], third["ruleIndex"], fourth["ruleIndex"]) == ("wrong", 2, 2)
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/a.txt"
    assert place["region"] == {"startLine": 3, "startColumn": 7, "endColumn": 9}
    assert third["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 7}


def test_a_path_is_a_uri() -> None:
    place = _run(*PROBLEMS)["results"][3]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "seeds/c%20d%20%C3%A9%25.txt"


def test_edits_are_a_fix_with_the_region_that_goes_and_the_text_that_comes() -> None:
    (fix,) = _run(*PROBLEMS)["results"][1]["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"]["uri"] == "seeds/a.txt"
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 12},
            "insertedContent": {"text": "title"},
        },
        {
            "deletedRegion": {"startLine": 4, "startColumn": 3, "endLine": 5, "endColumn": 3},
            "insertedContent": {"text": ""},
        },
    ]
    assert "fixes" not in _run(*PROBLEMS)["results"][0]
