"""The guide, page by page: no two are of one kind, since they are written by hand."""

from __future__ import annotations

from typing import Any

import pytest
from axe import load_axe, violations
from playwright.sync_api import Page, expect

from generator.plugin.guide import GUIDE

pytestmark = pytest.mark.browser

PATHS = [uri.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/" for uri in GUIDE]


@pytest.mark.parametrize(("width", "scheme"), [(320, "dark"), (1280, "light")])
def test_no_page_fails_a_rule_or_scrolls_sideways(page: Page, served: str, width: int, scheme: Any) -> None:
    load_axe(page)
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    found = {}
    for path in PATHS:
        page.goto(f"{served}{path}")
        found[path] = violations(page)
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
    assert {path: wrong for path, wrong in found.items() if wrong} == {}


def test_the_menu_leads_to_the_guide_and_from_page_to_page(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(served)
    menu = page.get_by_role("navigation", name="Site")
    menu.get_by_role("link", name="Guide", exact=True).click()
    expect(page.locator("h1")).to_have_text("Guide")
    menu.get_by_role("link", name="Vocabulary").click()
    expect(page.locator("h1")).to_have_text("Vocabulary")
    assert menu.locator("[aria-current]").all_inner_texts() == ["Guide", "Vocabulary"]  # not the guide's first page
    page.goto(f"{served}tags/oracle/")
    assert menu.locator("[aria-current]").all_inner_texts() == ["Tags"]


def test_the_drawing_is_named_and_its_words_are_in_boxes_or_beside_them(page: Page, served: str) -> None:
    page.goto(f"{served}guide/inside/")
    expect(page.get_by_role("img", name="From a file to the site")).to_be_visible()
    astray = """() => {
      const boxes = [...document.querySelectorAll(".sb-drawing rect")].map((box) => box.getBoundingClientRect())
      return [...document.querySelectorAll(".sb-drawing text")].filter((words) => {
        const at = words.getBoundingClientRect()
        const holds = (box) =>
          box.left <= at.left && at.right <= box.right && box.top <= at.top && at.bottom <= box.bottom
        const meets = (box) => box.left < at.right && at.left < box.right && box.top < at.bottom && at.top < box.bottom
        return words.classList.contains("sb-drawn-name") ? !boxes.some(holds) : boxes.some(meets)
      }).map((words) => words.textContent)
    }"""
    assert page.evaluate(astray) == []
