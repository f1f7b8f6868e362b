"""What a page looks like where it is narrow, printed, still or in forced colours, and which colours a reader gets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from kinds import heaviest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

ARTICLE = "articles/openais-reported-300-billion-compute-contract-with-oracle/"
PAPER = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(18, 23, 21)"


@pytest.mark.parametrize("width", [320, 768])
def test_no_page_scrolls_sideways(page: Page, served: str, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    wide = {}
    for path in heaviest(site).values():
        page.goto(f"{served}{path}")
        wide[path] = page.evaluate("document.documentElement.scrollWidth")
    assert wide
    assert {path: found for path, found in wide.items() if found > width} == {}


def test_a_wide_table_scrolls_in_a_region_of_its_own_by_keyboard(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}data/")
    region = page.get_by_role("group", name="Fields of Articles", exact=True)
    assert region.evaluate("one => one.scrollWidth > one.clientWidth")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("one => one.scrollLeft > 0", arg=region.element_handle())


@pytest.mark.parametrize(
    ("path", "name", "said"),
    [
        ("organizations/", "Organisations", "Mentions"),
        ("partnerships/", "Partnerships", "Largest figure stated"),
        ("data/", "Files", "Schema"),
    ],
)
def test_a_table_of_things_stands_row_under_row_on_a_phone(
    page: Page, served: str, path: str, name: str, said: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}{path}")
    region = page.get_by_role("group", name=name, exact=True)
    assert region.evaluate("one => one.scrollWidth <= one.clientWidth")
    cell = region.locator(f"td[data-label='{said}']").first
    assert said in cell.evaluate("one => getComputedStyle(one, '::before').content")
    expect(region.get_by_role("row").nth(1).get_by_role("cell").last).to_be_visible()  # and is a table for all that


def test_paper_shows_the_addresses_of_sources_and_no_navigation(page: Page, served: str) -> None:
    page.goto(f"{served}{ARTICLE}")
    page.emulate_media(media="print", color_scheme="dark")
    sources = page.locator(".sb-works a[href^=http]").all()
    assert len(sources) > 3
    for source in sources:
        printed = source.evaluate("one => getComputedStyle(one, '::after').content")
        assert printed == f'" <{source.get_attribute("href")}>"'
    for hidden in (".sb-top", ".sb-beside", ".sb-foot", ".sb-crumbs"):
        expect(page.locator(hidden)).to_be_hidden()
    expect(page.locator("#summary")).to_be_visible()
    assert page.evaluate(PAPER) == LIGHT


def test_nothing_moves_where_the_reader_wants_it_still(page: Page, served: str, site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
        const style = getComputedStyle(one)
        const times = `${style.transitionDuration}, ${style.animationDuration}`.split(", ")
        return times.some((time) => parseFloat(time) > 0.001)
    }).map((one) => one.className)"""
    for path in heaviest(site).values():
        page.goto(f"{served}{path}")
        assert page.evaluate(moving) == [], path


def test_forced_colours_keep_the_edges_of_cards_and_the_mark_of_a_target(page: Page, served: str) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{served}articles/")
    assert page.locator(".sb-card").first.evaluate("one => getComputedStyle(one).borderTopStyle") == "solid"
    page.goto(f"{served}{ARTICLE}#summary")
    assert page.locator(":target").evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize(("scheme", "first", "second"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_colours_follow_the_system_until_the_reader_chooses(
    page: Page, served: str, scheme: Any, first: str, second: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(served)
    button = page.get_by_role("button", name="Dark colours")
    expect(button).to_have_attribute("aria-pressed", str(first == DARK).lower())
    assert page.evaluate(PAPER) == first
    button.click()
    assert page.evaluate(PAPER) == second
    page.goto(f"{served}tags/")
    assert page.evaluate(PAPER) == second
    expect(button).to_have_attribute("aria-pressed", str(second == DARK).lower())
    button.click()
    assert page.evaluate(PAPER) == first
    assert page.evaluate("localStorage.length") == 0


def test_without_javascript_colours_follow_the_system_and_the_menu_opens(browser: Browser, served: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, color_scheme="dark", viewport={"width": 320, "height": 640}
    )
    page = context.new_page()
    page.goto(served)
    expect(page.get_by_role("button", name="Dark colours")).to_be_hidden()
    expect(page.locator("body")).to_have_css("background-color", DARK)
    page.get_by_role("button", name="Menu").click()
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    expect(page.locator("h1")).to_have_text("Timeline")
    context.close()
