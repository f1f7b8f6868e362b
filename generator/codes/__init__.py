"""Nothing in, every code that a problem may have out: the one place where codes and their levels are said."""

from __future__ import annotations

from collections.abc import Mapping

from generator.codes import files, keys, leftovers, parts, references, tags
from generator.codes.records import LEVELS, Code, Example, Level

CODES: Mapping[str, Code] = {
    one.code: one
    for group in (files, parts, keys, tags, references, leftovers)
    for one in sorted(group.CODES, key=lambda one: one.code)
}
"""By name; grouped as a reader of the list would have them."""

__all__ = ["CODES", "LEVELS", "Code", "Example", "Level"]
