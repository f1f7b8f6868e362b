"""Values in, YAML out that reads back as the same values: front matter, and the settings of a site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml


def as_yaml(values: Mapping[str, Any]) -> str:
    """The values as YAML, in their order, each on lines of its own."""
    return yaml.safe_dump(dict(values), allow_unicode=True, sort_keys=False, width=10**6)


def front_matter(values: Mapping[str, Any]) -> str:
    """The values as the block that stands before a text."""
    return f"---\n{as_yaml(values)}---\n"
