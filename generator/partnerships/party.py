"""Terms at one place of a sentence in, a party with the part that it plays there out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Use = Literal["name", "owner", "maker", "backer", "person", "aside"]


@dataclass(frozen=True, slots=True)
class Party:
    """One or more terms at one place; `lead` is the preposition before, `use` tells `Meta`, `Meta's`, `Meta chips`."""

    terms: tuple[str, ...]
    start: int
    end: int
    project: bool = False
    lead: str = ""
    use: Use = "name"
