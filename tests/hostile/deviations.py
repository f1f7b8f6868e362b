"""The list of deviations in, for an entry and an oracle what a test is marked with out."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml

from hostile.entries import Entry


def expect(entry: Entry, oracle: str) -> tuple[pytest.MarkDecorator, ...]:
    """The mark of a judgement that is known to go against the rules of this program, with the reason; else none."""
    why = _deviations().get((entry.id, entry.name, oracle))
    return (pytest.mark.xfail(reason=why, strict=True),) if why else ()


@cache
def _deviations() -> dict[tuple[str, str, str], str]:
    items = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))
    return {(item["entry"], item["name"], item["oracle"]): item["why"] for item in items}
