"""Driven by the keyboard alone: everything is reached, the focus is seen, and Esc gives it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from kinds import heaviest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

REACHABLE = (
    ":is(a[href], button, input, select, summary, [tabindex]):not([tabindex='-1'], [type='radio']:not(:checked))"
)
"""What the tab key reaches; of buttons that exclude each other it reaches one, and the arrow keys the others."""
PREPARE = """most => {
  document.activeElement.blur()
  for (const list of document.querySelectorAll("main :is(ul, ol, tbody)"))
    for (const item of [...list.children].slice(most)) item.remove()
  const drawn = (one) => [...one.querySelectorAll("*")].map((part) => {
    const {fill, stroke, strokeWidth} = getComputedStyle(part)
    return `${fill} ${stroke} ${strokeWidth}`
  }).join()
  let look = ""
  window.seen = new Set()
  window.unseen = []
  document.addEventListener("focusin", ({target}) => {
    const style = getComputedStyle(target)
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
    look = outlined ? "outlined" : drawn(target)
    window.seen.add(target)
  })
  document.addEventListener("focusout", ({target}) => {
    const plain = window.seen.has(target) && look !== "outlined" && look === drawn(target)
    if (plain) window.unseen.push(target.outerHTML)
  })
}"""
"""A focus is seen if it has an outline, or if what is drawn in the link is drawn in other colours."""
MISSED = """reachable => [...document.querySelectorAll(reachable)]
  .filter((one) => one.checkVisibility({visibilityProperty: true}) && !window.seen.has(one))
  .map((one) => one.outerHTML)"""
MOST = 5
ROUNDS = 2
"""A page that starts with the focus in its middle, as the search does, is walked to its end and then from its start."""


@pytest.mark.parametrize("width", [320, 1280])
def test_every_link_and_button_is_reached_and_its_focus_is_seen(
    page: Page, served: str, site: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in heaviest(site).values():
        page.goto(f"{served}{path}", wait_until="networkidle")
        page.evaluate(PREPARE, MOST)
        for _ in range(ROUNDS):
            if page.evaluate(MISSED, REACHABLE) == []:
                break
            for _ in range(page.locator(REACHABLE).count() + 2):
                page.keyboard.press("Tab")
        assert page.evaluate("window.seen.size") > 5
        assert page.evaluate("window.unseen") == [], path
        assert page.evaluate(MISSED, REACHABLE) == [], path


def test_the_first_key_offers_to_skip_to_the_content(page: Page, served: str) -> None:
    page.goto(f"{served}tags/")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    expect(skip).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


def test_the_menu_opens_is_walked_and_closed_and_gives_the_focus_back(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(served)
    button, menu = page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Site")
    button.focus()
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    expect(menu).to_be_hidden()
    for key in ("Enter", "Tab", "Tab", "Tab"):
        page.keyboard.press(key)
    expect(menu.get_by_role("link", name="Articles")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/")


def test_colours_are_switched_with_the_space_bar(page: Page, served: str) -> None:
    page.goto(served)
    button = page.get_by_role("button", name="Dark colours")
    button.focus()
    page.keyboard.press("Space")
    expect(button).to_have_attribute("aria-pressed", "true")
