"""A reader's way through every kind of page in a real browser: nothing is blocked, fails or comes from elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds import heaviest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

WATCH = "addEventListener('securitypolicyviolation', (event) => console.error(`blocked: ${event.blockedURI}`))"


def test_from_the_overview_to_an_article_and_the_sentence_of_a_figure(page: Page, served: str) -> None:
    page.goto(served)
    page.get_by_role("link", name="Figures", exact=True).first.click()
    page.wait_for_url("**/figures/")
    page.locator("main a[href*='#t-']").first.click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    expect(page.locator("h1")).to_have_count(1)


def test_every_kind_of_page_keeps_the_policy_and_asks_no_other_host(page: Page, served: str, site: Path) -> None:
    asked: list[str] = []
    wrong: list[str] = []
    page.add_init_script(WATCH)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(f"{page.url}: {error}"))
    page.on("console", lambda line: wrong.append(f"{page.url}: {line.text}") if line.type == "error" else None)
    kinds = heaviest(site)
    for path in kinds.values():
        page.goto(f"{served}{path}")
        page.get_by_role("button", name="Dark colours").click()
        page.mouse.wheel(0, 500)
    page.wait_for_load_state("networkidle")
    assert len(asked) > len(kinds)
    assert [url for url in asked if not url.startswith((served, "data:"))] == []
    assert wrong == []


def test_a_policy_that_is_broken_is_told(page: Page, served: str) -> None:
    page.add_init_script(WATCH)
    page.goto(served)
    for breach in (
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))",
        "document.body.setAttribute('style', 'color: red')",
    ):
        with page.expect_console_message(lambda line: line.type == "error" and line.text == "blocked: inline"):
            page.evaluate(breach)
    assert page.evaluate("window.ran") is None
