"""How often a test that plays dice does so: a few times a day, and many times behind `make soak`."""

from __future__ import annotations

import os

COVERED = "COVERAGE_PROCESS_CONFIG"
"""By this variable a process measures which lines of it run; where time, memory or files are short, none may."""
LONG = bool(os.environ.get("SOAK"))


def times(daily: int, long: int) -> int:
    """The number of rounds of this run."""
    return long if LONG else daily
