"""Searching the site as a reader does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Run
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

RESULTS = "#sb-results > li"


def _search(page: Page, words: str) -> None:
    """Type the words in, and wait until what they find is shown."""
    page.locator("#sb-query").fill(words)
    page.locator("#sb-query").press("Enter")
    expect(page.locator("#sb-found")).to_have_attribute("data-query", words)


def _titles(page: Page) -> list[str]:
    return page.locator(f"{RESULTS} h2").all_inner_texts()


def _addresses(page: Page) -> list[str]:
    return [
        str(address) for address in page.locator(f"{RESULTS} h2 a").evaluate_all("all => all.map((one) => one.href)")
    ]


def test_from_the_box_in_the_header_to_the_section_of_a_hit_with_its_words_marked(page: Page, served: str) -> None:
    page.goto(f"{served}tags/")
    page.get_by_role("searchbox").fill("oracle contract")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/?q=oracle+contract")
    passage = page.locator(f"{RESULTS} p:has(a[href*='#s-'])").first
    expect(passage.locator("mark").first).to_have_text(re.compile("oracle|contract", re.IGNORECASE))
    passage.get_by_role("link").click()
    expect(page.locator("h2:target, h3:target")).to_be_in_viewport()
    marked = {text.lower() for text in page.locator("mark.sb-hit").all_inner_texts()}
    assert {"oracle", "contract"} <= marked


@pytest.mark.parametrize("width", [320, 1280])
def test_the_box_or_its_button_has_room_in_the_header(page: Page, served: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(served)
    name, button = page.locator(".sb-brand"), page.locator(".sb-box button")
    expect(button).to_be_in_viewport(ratio=1)
    assert name.evaluate("name => name.scrollWidth <= name.clientWidth")
    button.click()
    expect(page.locator("#sb-query")).to_be_focused()


def test_facets_narrow_the_results_and_the_address_keeps_them(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=oracle")
    expect(page.locator("#sb-status")).to_contain_text("results for “oracle”")
    everything = page.locator("#sb-status").inner_text()
    chip = page.locator("#sb-facets a", has_text=re.compile("^Article "))
    number = chip.locator(".sb-count").inner_text()
    chip.click()
    expect(page.locator("#sb-status")).to_have_text(f"{number} results for “oracle”")
    assert set(page.locator(f"{RESULTS} > .sb-meta").all_inner_texts()) <= {
        "Article · 2025",
        "Article · 2026",
        "Article",
    }
    page.locator("#sb-facets summary", has_text="Organisation").click()
    shown = page.locator("[data-facet=organization] a")
    expect(shown).to_have_count(12)
    page.get_by_role("button", name=re.compile("^All ")).click()
    company = shown.filter(has_text=re.compile("^Crusoe "))
    number = company.locator(".sb-count").inner_text()
    assert shown.count() > 12
    company.click()
    expect(page.locator("#sb-status")).to_have_text(re.compile(f"^{number} results? for"))
    assert page.url.endswith("/search/?q=oracle&kind=Article&organization=Crusoe")
    titles = _titles(page)
    page.reload()
    expect(page.locator("#sb-status")).to_have_text(re.compile(f"^{number} results? for"))
    assert _titles(page) == titles
    page.go_back()
    page.go_back()
    expect(page.locator("#sb-status")).to_have_text(everything)


def test_many_results_stand_on_several_pages_of_which_each_has_an_address(page: Page, served: str) -> None:
    page.goto(f"{served}search/?q=openai")
    expect(page.locator("#sb-pages")).to_contain_text("Page 1 of")
    first = _addresses(page)
    page.get_by_role("link", name="Next").click()
    expect(page.locator("#sb-pages")).to_contain_text("Page 2 of")
    assert page.url.endswith("/search/?q=openai&page=2")
    assert not set(first) & set(_addresses(page))
    page.get_by_role("link", name="Previous").click()
    expect(page.locator("#sb-pages")).to_contain_text("Page 1 of")
    assert _addresses(page) == first


def test_a_mistyped_word_is_mended_and_may_be_insisted_on(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    _search(page, "Orcale")
    expect(page.locator("#sb-status")).to_contain_text("results for “oracle”")
    assert _titles(page)[0] == "Oracle"
    page.get_by_role("link", name="search for “Orcale” all the same").click()
    expect(page.locator("#sb-status")).not_to_contain_text("oracle")
    assert page.url.endswith("?q=Orcale&exact=1")


def test_where_nothing_is_found_the_nearest_names_are_offered(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    _search(page, "zzzz")
    expect(page.locator("#sb-status")).to_have_text("Nothing was found for “zzzz”.")
    assert _titles(page) == []
    expect(page.locator("#sb-facets")).to_be_hidden()
    page.goto(f"{served}search/?q=oracle&kind=Nothing")
    expect(page.locator("#sb-status")).to_contain_text("Nothing was found")
    expect(page.locator("#sb-facets a[aria-current]")).to_have_text(re.compile("Nothing"))
    _search(page, "cloudcomputinginfrastructure")
    near = page.locator("#sb-hints a").first
    expect(near).to_be_visible()
    name = near.inner_text()
    near.click()
    expect(page.locator("h1")).to_have_text(name)


def test_a_name_finds_the_page_that_bears_it_first(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    _search(page, "open ai")
    assert _titles(page)[0] == "OpenAI"
    expect(page.locator(RESULTS).first.locator(".sb-meta")).to_have_text("Organisation")


def test_everything_is_reached_with_the_keyboard(page: Page, served: str) -> None:
    page.goto(f"{served}tags/")
    page.keyboard.press("Tab")
    before = page.evaluate("document.activeElement.outerHTML")
    page.keyboard.press("/")
    expect(page.locator("#sb-box")).to_be_focused()
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.outerHTML") == before
    page.keyboard.press("/")
    page.keyboard.type("a/b")
    expect(page.locator("#sb-box")).to_have_value("a/b")
    page.keyboard.press("Control+a")
    page.keyboard.type("stargate")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=stargate")
    expect(page.locator(RESULTS)).to_have_count(10)
    expect(page.locator("#sb-query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{RESULTS} h2 a").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.locator(f"{RESULTS} h2 a").nth(0)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#sb-query")).to_be_focused()
    page.keyboard.press("ArrowDown")
    title = page.locator(f"{RESULTS} h2 a").nth(0).inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)


@pytest.mark.parametrize(("width", "height", "is_phone"), [(1280, 800, False), (360, 740, True)])
def test_from_the_start_page_to_a_filtered_result_by_the_keyboard_alone(
    browser: Browser, served: str, width: int, height: int, is_phone: bool
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, is_mobile=is_phone, has_touch=is_phone, device_scale_factor=2
    )
    page = context.new_page()
    page.goto(served)
    _tab_to(page, ".sb-box button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    expect(page.locator("#sb-query")).to_be_focused()
    page.keyboard.type("oracle")
    page.keyboard.press("Enter")
    expect(page.locator("#sb-status")).to_contain_text("results for “oracle”")
    everything = page.locator("#sb-status").inner_text()
    _tab_to(page, "#sb-facets a:has-text('Article')")
    page.keyboard.press("Enter")
    expect(page.locator("#sb-status")).not_to_have_text(everything)
    _tab_to(page, "#sb-results h2 a")
    expect(page.locator(":focus")).to_be_in_viewport()
    title = page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(title)
    assert "/articles/" in page.url
    context.close()


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until what is wanted has the focus."""
    for _ in range(80):
        if page.locator(f"{selector}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} is not reached")


def test_what_articles_say_is_text_in_the_results_never_markup(page: Page, served_shapes: str) -> None:
    page.goto(f"{served_shapes}search/?q=onclick")
    expect(page.locator(RESULTS)).to_have_count(1)
    expect(page.locator(RESULTS)).to_contain_text("<b onclick=")
    expect(page.locator("main [onclick]")).to_have_count(0)
    page.locator(f"{RESULTS} a").first.click()
    expect(page.locator("mark.sb-hit").first).to_have_text("onclick")
    expect(page.locator("main [onclick]")).to_have_count(0)


def test_c_and_c_plus_plus_are_two_words(page: Page, served_shapes: str) -> None:
    page.goto(f"{served_shapes}search/")
    _search(page, "C++")
    assert _titles(page)[0] == "C++"
    _search(page, "C#")
    assert _titles(page)[0] == "C#"


def test_a_strict_policy_is_kept(page: Page, served_strictly: str) -> None:
    page.add_init_script("""
        window.violations = []
        document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective))
    """)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{served_strictly}search/")
    _search(page, "Orcale")
    expect(page.locator("#sb-status")).to_contain_text("results for “oracle”")
    page.locator("#sb-facets summary", has_text="Tag").click()
    page.locator("#sb-facets a", has_text=re.compile("^Oracle ")).click()
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("window.violations") == []
    assert said == []


def test_a_phrase_in_quotes_is_found_as_it_stands(page: Page, served: str) -> None:
    page.goto(f"{served}search/")
    _search(page, "contract compute")
    assert page.locator(RESULTS).count() > 5
    _search(page, "“contract compute”")
    expect(page.locator("#sb-status")).to_contain_text("Nothing was found")
    _search(page, "“compute contract”")
    assert page.locator(RESULTS).count() > 2


def test_from_a_disk_the_page_says_why_it_cannot_search_and_leads_on(page: Page, site: Path) -> None:
    page.goto((site / "tags" / "index.html").as_uri())
    page.get_by_role("searchbox").fill("oracle")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search/index.html?q=oracle")
    expect(page.locator("main")).to_contain_text("on files read from a disk it does not work")
    page.locator("main").get_by_role("link", name="Tags").click()
    expect(page.locator("h1")).to_have_text("Tags")


def test_without_an_index_the_page_says_so(page: Page, project: Path, run: Run, serve: Callable[[Path], str]) -> None:
    assert run("seedbed", "build", cwd=project).returncode == 0
    (project / "site" / "pagefind" / "pagefind.js").unlink()
    page.goto(f"{serve(project / 'site')}search/?q=cloud")
    expect(page.locator("main")).to_contain_text("The search index cannot be loaded")


def test_with_addresses_of_files_results_lead_to_files(
    page: Page, project: Path, run: Run, serve: Callable[[Path], str]
) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write("use_directory_urls: false\n")
    (project / "docs" / "house.md").write_text("# House\n\nA gazebo stands here.\n", encoding="utf-8")
    assert run("seedbed", "build", cwd=project).returncode == 0
    address = serve(project / "site")
    page.goto(f"{address}search/index.html")
    for words, path in (("suppliers", "articles/bare-headings/index.html"), ("gazebo", "house.html")):
        _search(page, words)
        link = page.locator(f"{RESULTS} h2 a").first
        assert str(link.get_attribute("href")).startswith(f"{address}{path}?")
        link.click()
        expect(page.locator("mark.sb-hit").first).to_have_text(re.compile(words, re.IGNORECASE))
        page.go_back()
