"""What the owner of a site decides, as one frozen record."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """`index` is what links put after a path that ends in `/`: nothing, or `index.html` for reading from a disk."""

    site_name: str = "Seedbed"
    site_description: str = ""
    index: str = ""


DEFAULTS = Settings()
