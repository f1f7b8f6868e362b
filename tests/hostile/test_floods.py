"""Texts made to take time or room: each is read, checked and shown in two seconds, and the time grows as the text."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from functools import cache
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
from jinja2 import FileSystemLoader
from generator import files
from generator.build import build_site
from generator.model import Source
from generator.plugin import page_renderer
from generator.settings import DEFAULTS
renderer = page_renderer(DEFAULTS)
for line in sys.stdin:
    start = time.process_time()
    site = build_site([Source("seeds/a.txt", json.loads(line).encode())])
    for draft in site.pages:
        renderer.render_page(draft.page())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(time.process_time() - start, peak, sum(problem.code == "too-large" for problem in site.problems), flush=True)
"""
PATTERNS = (
    *"[ ![ <![ *[ [[]( [a]( ![a]( [^ [1] ~~ ` *a _a **a *a __ \\\\ & &# < <a <!--".split(),
    *"|x| $1 >> - ## A: www. http://a( a@".split(),
    *(
        "a  b\n",
        "- a\n",
        "1. a\n",
        "> a\n\n",
        "## a\n\n",
        "| a | b |\n",
        "Tags: a\n",
        "Summary\n\nx\n\n",
        "``` ",
        "~~~ ",
    ),
    *(
        "[1](http://a.b/)\n",
        "OpenAI and Oracle ",
        "$1 billion ",
        "in May 2026, ",
        "up to 4.5 GW ",
        "“a ",
        "https://a.b/c?d ",
    ),
)
"""What else is written over and over, as much of it as an article may have up to a hundred kilobytes; `make soak`."""


def _cases() -> list[Any]:
    path = ROOT / "tests" / "bad_inputs.yaml"
    rules = {
        item["id"]: item["generator"]
        for item in yaml.safe_load(path.read_text(encoding="utf-8"))["entries"]
        if item["category"] == "dos" and "generator" in item
    }
    for sign in PATTERNS if LONG else PATTERNS[:8]:
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
