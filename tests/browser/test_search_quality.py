"""How often a search finds the page that somebody has in mind: two hundred searches made from the site's own data."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from queries import EACH, queries_of

pytestmark = pytest.mark.browser

FIRST, AMONG_FIVE = 0.80, 0.95
"""The share of searches that must find it as the first result, and among the first five."""


def test_known_pages_are_found(page: Page, served: str, site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    queries = queries_of(site)
    first: Counter[str] = Counter()
    among_five: Counter[str] = Counter()
    page.goto(f"{served}search/")
    for query in queries:
        page.locator("#sb-query").fill(query.text)
        page.locator("#sb-query").press("Enter")
        expect(page.locator("#sb-found")).to_have_attribute("data-query", query.text)
        links = page.locator("#sb-results h2 a").evaluate_all("links => links.map((link) => link.href.split('?')[0])")
        first[query.sort] += f"{served}{query.wanted}" in links[:1]
        among_five[query.sort] += f"{served}{query.wanted}" in links[:5]
    lines = [f"{'searches':14}{'number':>7}{'first':>7}{'in five':>9}"]
    for sort in dict.fromkeys(query.sort for query in queries):
        lines.append(f"{sort:14}{EACH:7}{first[sort]:7}{among_five[sort]:9}")
    lines.append(f"{'all':14}{len(queries):7}{first.total():7}{among_five.total():9}")
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(lines) + "\n")
    assert len(queries) == 5 * EACH
    assert first.total() >= FIRST * len(queries)
    assert among_five.total() >= AMONG_FIVE * len(queries)
