"""What the owner of a site decides, and how well the finders do, as frozen records."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How often a finder is right on labelled texts; one without a recall judges only what is found."""

    finder: str
    labels: str
    precision: float
    cases: int
    recall: float | None = None
    f1: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """`site_url` is where the site is published, ending in `/`, or empty where that is not known; `search` is the
    path of the page that answers `?q=words`, or empty where the site has none.

    `index` is what links put after a path that ends in `/`: nothing, or `index.html` for reading from a disk.
    """

    site_name: str = "Seedbed"
    site_description: str = ""
    site_url: str = ""
    search: str = "search/"
    index: str = ""
    measured: tuple[Measure, ...] = ()
    preview: bool = False
    """Whether only authors see the site: its articles show what is wrong with them."""


DEFAULTS = Settings()


def read_measures(data: bytes) -> tuple[Measure, ...]:
    """The table that `make quality` keeps."""
    return tuple(Measure(**row) for row in json.loads(data))
