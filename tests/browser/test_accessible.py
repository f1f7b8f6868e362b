"""Every kind of page, in light and dark, on a telephone, a tablet and a desk: axe-core finds nothing to mend."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from kinds import heaviest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PREPARE = """most => {
  for (const list of document.querySelectorAll("main :is(ul, ol, tbody)"))
    for (const item of [...list.children].slice(most)) item.remove()
  for (const folded of document.querySelectorAll("details")) folded.open = true
}"""
"""A long list is judged by its first items; what is folded away is judged, too."""
MOST = 12
RUN = """async ([within, rules]) => {
  const found = await axe.run(within, {runOnly: rules, resultTypes: ["violations"]})
  const told = (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`)
  return found.violations.flatMap(told)
}"""


@pytest.fixture
def checked(page: Page) -> Page:
    """A browser page in which axe-core is ready."""
    if not AXE.exists():
        assert not os.environ.get("REQUIRE_ALL"), "axe-core from npm is missing"
        pytest.skip("accessibility is not checked: axe-core from npm is missing")
    page.add_init_script(path=AXE)
    return page


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_fails_a_rule(checked: Page, served: str, site: Path, width: int, scheme: Any) -> None:
    checked.set_viewport_size({"width": width, "height": 800})
    checked.emulate_media(color_scheme=scheme)
    found = {}
    for kind, path in heaviest(site).items():
        checked.goto(f"{served}{path}")
        checked.evaluate(PREPARE, MOST)
        found[kind] = checked.evaluate(RUN, ["html", RULES])
        menu = checked.get_by_role("button", name="Menu")
        if menu.is_visible():
            menu.click()
            found[f"{kind} with its menu"] = checked.evaluate(RUN, [".sb-top", RULES])
    assert len(found) > 15
    assert {kind: violations for kind, violations in found.items() if violations} == {}


def test_a_page_with_mistakes_is_told(checked: Page, served: str) -> None:
    checked.goto(served)
    checked.evaluate("document.querySelector('.sb-colours').removeAttribute('aria-label')")
    checked.evaluate("document.querySelector('.sb-lead').style.color = 'grey'")
    rules = {violation.partition(":")[0] for violation in checked.evaluate(RUN, ["html", RULES])}
    assert rules == {"button-name", "color-contrast"}
