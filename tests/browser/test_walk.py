"""A reader's first steps in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_from_the_overview_to_an_article_and_the_sentence_of_a_figure(page: Page, served: str) -> None:
    page.goto(served)
    page.get_by_role("link", name="Figures", exact=True).first.click()
    page.wait_for_url("**/figures/")
    page.locator("main a[href*='#t-']").first.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(page.locator("h1")).to_have_count(1)


def test_reading_asks_no_other_host(page: Page, served: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    for path in ("", "articles/", "tags/", "organizations/", "partnerships/", "figures/", "timeline/", "references/"):
        page.goto(f"{served}{path}")
        page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert failed == []
