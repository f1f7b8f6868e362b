"""Every kind of page, in light and dark, on a telephone, a tablet and a desk: axe-core finds nothing to mend."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe import load_axe, violations
from kinds import heaviest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

PREPARE = """most => {
  for (const list of document.querySelectorAll("main :is(ul, ol, tbody)"))
    for (const item of [...list.children].slice(most)) item.remove()
  for (const folded of document.querySelectorAll("details")) folded.open = true
}"""
"""A long list is judged by its first items; what is folded away is judged, too."""
MOST = 12


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_fails_a_rule(page: Page, served: str, site: Path, width: int, scheme: Any) -> None:
    found = _violations(page, served, site, width, scheme)
    assert len(found) > 15
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_no_page_of_articles_that_use_every_feature_fails_a_rule(
    page: Page, served_shapes: str, shapes_site: Path, width: int, scheme: Any
) -> None:
    found = _violations(page, served_shapes, shapes_site, width, scheme)
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


def test_a_page_with_mistakes_is_told(page: Page, served: str) -> None:
    load_axe(page)
    page.goto(served)
    page.evaluate("document.querySelector('.sb-colours').removeAttribute('aria-label')")
    page.evaluate("document.querySelector('.sb-lead').style.color = 'grey'")
    rules = {violation.partition(":")[0] for violation in violations(page)}
    assert rules == {"button-name", "color-contrast"}


def _violations(page: Page, address: str, site: Path, width: int, scheme: Any) -> dict[str, list[str]]:
    """What is wrong with the heaviest page of each kind, and with its menu where that is a sheet."""
    load_axe(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = {}
    for kind, path in heaviest(site).items():
        page.goto(f"{address}{path}")
        page.evaluate(PREPARE, MOST)
        found[kind] = violations(page)
        menu = page.get_by_role("button", name="Menu")
        if menu.is_visible():
            menu.click()
            found[f"{kind} with its menu"] = violations(page, ".sb-top")
    return found
