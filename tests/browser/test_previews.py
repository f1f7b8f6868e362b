"""The card about the page behind a link: shown on hover and focus, put away by Esc, absent where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from axe import load_axe, violations
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/openais-reported-300-billion-compute-contract-with-oracle/"


def _related(page: Page) -> Locator:
    return page.locator(".sb-related a").first


def _card(page: Page) -> Locator:
    return page.locator(".sb-preview")


def _description(site: Path, link: Locator) -> str:
    items = json.loads((site / "data" / "articles.json").read_text(encoding="utf-8"))["items"]
    (found,) = (item["description"] for item in items if str(link.get_attribute("href")).endswith(f"/{item['slug']}/"))
    return str(found)


def test_a_card_tells_what_the_page_behind_a_link_is_and_moves_nothing(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}{ARTICLE}")
    link = _related(page)
    link.scroll_into_view_if_needed()
    before = link.bounding_box(), page.evaluate("document.documentElement.scrollHeight")
    link.hover()
    expect(_card(page)).to_be_visible()
    expect(_card(page).locator("strong")).to_have_text(str(link.text_content()))
    expect(_card(page).locator("p")).to_have_text(_description(site, link))
    assert (link.bounding_box(), page.evaluate("document.documentElement.scrollHeight")) == before


@pytest.mark.parametrize("path", ["tags/openai/", "organizations/openai/"])
def test_tags_and_organisations_have_cards_too(page: Page, served: str, path: str) -> None:
    page.goto(served)
    page.goto(f"{served}{ARTICLE}")
    page.locator(f"main a[href$='{path}']").first.hover()
    expect(_card(page).locator("strong")).to_have_text("OpenAI")


def test_the_pointer_may_rest_on_the_card_and_leaves_it_behind(page: Page, served: str) -> None:
    page.goto(f"{served}{ARTICLE}")
    _related(page).hover()
    _card(page).hover()
    page.wait_for_timeout(600)
    expect(_card(page)).to_be_visible()
    page.mouse.move(2, 2)
    expect(_card(page)).to_be_hidden()


def test_esc_puts_the_card_away_while_the_pointer_stays(page: Page, served: str) -> None:
    page.goto(f"{served}{ARTICLE}")
    _related(page).hover()
    expect(_card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(_card(page)).to_be_hidden()
    page.wait_for_timeout(600)
    expect(_card(page)).to_be_hidden()


def test_the_keyboard_gets_the_card_and_its_words_as_a_description(page: Page, served: str, site: Path) -> None:
    page.goto(f"{served}{ARTICLE}")
    link = _related(page)
    page.keyboard.press("Tab")
    link.focus()
    expect(_card(page)).to_be_visible()
    expect(link).to_have_accessible_description(f"{link.text_content()} {_description(site, link)}")
    page.keyboard.press("Tab")
    expect(link).not_to_have_attribute("aria-describedby", "__preview")


def test_a_card_fails_no_rule(page: Page, served: str) -> None:
    load_axe(page)
    page.goto(f"{served}{ARTICLE}")
    _related(page).hover()
    expect(_card(page)).to_be_visible()
    assert violations(page) == []


def test_a_page_that_is_not_there_has_no_card_and_no_error(page: Page, served: str) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.route(
        "**/articles/*/", lambda route: route.abort() if "oracle/" not in route.request.url else route.continue_()
    )
    page.goto(f"{served}{ARTICLE}")
    _related(page).hover()
    page.wait_for_timeout(600)
    expect(_card(page)).to_be_hidden()
    assert failed == []


def test_a_finger_gets_no_card(browser: Browser, served: str) -> None:
    context = browser.new_context(has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{served}{ARTICLE}")
    _related(page).hover()
    expect(_card(page)).to_have_count(0)
    context.close()


def test_from_a_disk_there_is_no_card_and_no_error(page: Page, site: Path) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.goto((site / ARTICLE / "index.html").as_uri())
    _related(page).hover()
    expect(_card(page)).to_have_count(0)
    _related(page).click()
    expect(page.locator("h1")).to_be_visible()
    assert wrong == []
