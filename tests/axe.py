"""A page in Chromium in, what axe-core finds wrong with it out: WCAG 2.2 to level AA, and best practices."""

from __future__ import annotations

import os

import pytest
from conftest import ROOT
from playwright.sync_api import Page

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async ([within, rules]) => {
  const found = await axe.run(within, {runOnly: rules, resultTypes: ["violations"]})
  const told = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`)
  return found.violations.flatMap(told)
}"""


def load_axe(page: Page) -> None:
    """Put axe-core into every page that is opened from now on; without it the test is skipped."""
    if not AXE.exists():
        assert not os.environ.get("REQUIRE_ALL"), "axe-core from npm is missing"
        pytest.skip("accessibility is not checked: axe-core from npm is missing")
    page.add_init_script(path=AXE)


def violations(page: Page, within: str = "html") -> list[str]:
    """Each violation in a part of the page: the rule, the element, what to do."""
    found: list[str] = page.evaluate(RUN, [within, RULES])
    return found
