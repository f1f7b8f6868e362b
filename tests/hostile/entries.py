"""A file of bad inputs in, its entries out: what to feed in, where, and how to judge what comes of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

BAD_INPUTS = Path(__file__).resolve().parent.parent / "bad_inputs.yaml"
TEXT_FIELDS = (
    "title",
    "body",
    "section_heading",
    "summary",
    "meta_description",
    "tags",
    "author",
    "reference_text",
    "image_alt",
    "entity",
    "table_cell",
    "list_item",
    "code_span",
    "fence_info",
)
"""What `any-text` stands for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One bad input. `text` is what goes into the field; `data` are the bytes of a whole file, where these matter."""

    id: str
    name: str
    category: str
    field: str
    text: str
    data: bytes
    setup: str
    expected: str
    oracles: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields it goes into, one after another."""
        return TEXT_FIELDS if self.field == "any-text" else (self.field,)

    @property
    def stem(self) -> str:
        """The start of the names of its files."""
        return self.id.lower()


def read_entries(path: Path = BAD_INPUTS) -> tuple[Entry, ...]:
    """All entries of a file, in its order."""
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert data["schema"] == 1
    return tuple(_entry(item) for item in data["entries"])


def _entry(item: dict[str, Any]) -> Entry:
    data = bytes.fromhex(item.get("bytes_hex", ""))
    text = item.get("input", "")
    if "input_json" in item:
        text = json.loads(item["input_json"])
    if "generator" in item:
        text = generate(item["generator"])
    oracles = item["oracle"]
    return Entry(
        id=item["id"],
        name=item["name"],
        category=item["category"],
        field=item["field"],
        text=str(text),
        data=data,
        setup=item.get("setup", ""),
        expected=item["expected"],
        oracles=tuple([oracles] if isinstance(oracles, str) else oracles),
    )


def generate(rule: dict[str, Any], share: float = 1.0) -> str:
    """The text that a generator makes, or a share of its length."""
    if rule.get("kind") == "indented-list":
        levels = int(rule["levels"] * share)
        return "".join(" " * (rule["indent"] * level) + rule["line"] for level in range(levels))
    number = int(rule["count"] * share)
    repeat = rule["repeat"]
    body = "".join(repeat.replace("%d", str(n)) for n in range(number)) if "%d" in repeat else repeat * number
    second = rule.get("repeat2", "") * int(rule.get("count2", 0) * share)
    return f"{rule.get('prefix', '')}{body}{rule.get('middle', '')}{second}{rule.get('suffix', '')}"
