"""Texts made to take time or room: each is read, checked and shown in two seconds, and the time grows as the text."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT
from soaking import COVERED, LONG

from generator.articles.seeds import MAX_LINES
from hostile.entries import generate

SECONDS, MEGABYTES, EXPONENT = 2.0, 512, 1.2
_NOISE = 0.25
"""Seconds under which no growth can be told."""
MEASURE = """
import json, resource, sys, time
from pathlib import Path
from generator import files
from generator.build import build_site
from generator.cli.proofs import mend_all
from generator.model import Extras, Source
from generator.plugin import page_renderer
from generator.settings import DEFAULTS
renderer = page_renderer(DEFAULTS)
known = Extras(vocabulary=files.read_sources(Path("seeds"))[1].vocabulary)
for line in sys.stdin:
    sources = [Source("seeds/a.txt", json.loads(line).encode())]
    start = time.process_time()
    site = build_site(sources, known)
    for draft in site.pages:
        renderer.render_page(draft.page())
    built = time.process_time()
    mend_all(sources, known)
    seconds = max(built - start, time.process_time() - built)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(seconds, peak, sum(problem.code == "too-large" for problem in site.problems), flush=True)
"""
"""The longer of a build and of `check --fix`, with names that are known."""


def _cases() -> list[Any]:
    path = ROOT / "tests" / "bad_inputs.yaml"
    rules = {
        item["id"]: item["generator"]
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]
        if item["category"] == "dos" and "generator" in item
    }
    signs = yaml.safe_load(Path(__file__).with_name("floods.yml").read_text(encoding="utf-8"))
    for sign in [*signs["daily"], *(signs["soak"] if LONG else ())]:
        most = MAX_LINES // sign.count("\n") - 10 if "\n" in sign else 100_000
        rules[repr(sign)] = {"repeat": sign, "count": min(100_000 // len(sign), most)}
    return [pytest.param(rule, id=name) for name, rule in rules.items()]


@cache
def _meter() -> subprocess.Popen[str]:
    """A process that measures one article after the other, so that each meets a program that is warm."""
    meter = subprocess.Popen(
        [sys.executable, "-c", MEASURE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={key: value for key, value in os.environ.items() if key != COVERED} | {"PYTHONPATH": str(ROOT)},
    )
    _measure("words " * 2000, meter)
    return meter


def _measure(text: str, meter: subprocess.Popen[str] | None = None) -> tuple[float, float, bool]:
    """Seconds of the processor, megabytes at most so far, and whether the article was refused as too large."""
    meter = meter or _meter()
    assert meter.stdin
    assert meter.stdout
    article = f"A Title\n\n## Introduction\n\n{text}\n\n## Summary\n\nOf it.\n"
    meter.stdin.write(json.dumps(article) + "\n")
    meter.stdin.flush()
    seconds, megabytes, refused = meter.stdout.readline().split()
    return float(seconds), float(megabytes), refused == "1"


@pytest.mark.parametrize("rule", _cases())
def test_a_flood_ends_soon(rule: dict[str, Any]) -> None:
    """Times are the processor's; a busy machine gets a second and a third look."""
    for _ in range(3):
        seconds, megabytes, refused = _measure(generate(rule))
        half = _measure(generate(rule, 0.5))[0] if seconds > _NOISE and not refused else 0.0
        growth = math.log2(seconds / half) if half > _NOISE else 0.0
        if seconds <= SECONDS and growth <= EXPONENT:
            break
    assert seconds <= SECONDS
    assert megabytes <= MEGABYTES
    assert growth <= EXPONENT, (half, seconds)
