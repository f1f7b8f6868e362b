"""The page Explore in a real browser: its counts and lists, its address, the keyboard, hostile names, speed."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import Run
from playwright.sync_api import Browser, Dialog, Locator, Page, expect

pytestmark = pytest.mark.browser

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; form-action 'self'"
)
PICKS = ("tags:openai", "tags:oracle", "organizations:nvidia", "years:2027", "kinds:project", "published:2026")
SHOWN = """() => [...document.querySelectorAll("details[data-group]")].flatMap(box =>
  [...box.querySelectorAll(".sb-values label")].map(row => [
    `${box.dataset.group}:${row.querySelector(".sb-name").textContent}`,
    Number(row.querySelector(".sb-count").textContent)]))"""
ASKED = """search => {
  const index = seedbedQuery.openIndex(seedbedExplore)
  const { counts } = seedbedQuery.ask(index, seedbedQuery.readQuery(index, search))
  return Object.fromEntries(index.values.map((value, number) => [value.key, counts[number]]))
}"""
WRITTEN = """([keys, sort, pages]) => {
  const index = seedbedQuery.openIndex(seedbedExplore)
  const picks = new Map(keys.map(([key, how]) => [index.byKey.get(key), how]))
  const written = seedbedQuery.writeQuery({ picks, sort, pages })
  const read = seedbedQuery.readQuery(index, written)
  return [written, [...read.picks].map(([value, how]) => [value.key, how]).sort(), read.sort, read.pages]
}"""

SWAPPED = """async address => {
  history.pushState(null, "", address)
  const next = new DOMParser().parseFromString(await (await fetch(address)).text(), "text/html")
  document.querySelector("article").replaceWith(document.importNode(next.querySelector("article"), true))
  for (const old of [...document.querySelectorAll("article script")].reverse()) {
    const script = document.createElement("script")
    script.src = old.getAttribute("src")
    old.replaceWith(script)
    await new Promise(done => (script.onload = done))
  }
}"""
"""What Material's instant navigation does with a page, with its scripts in the worst order."""


@pytest.fixture(scope="module")
def known(site: Path) -> dict[str, set[str]]:
    """For each article, newest first, every value it has, as the data files say it and not as the index does."""

    def items(name: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = json.loads((site / f"data/{name}.json").read_text(encoding="utf-8"))["items"]
        return found

    kinds = {tag["slug"]: tag["kind"] for tag in items("tags")}
    articles = sorted(items("articles"), key=lambda article: (article["title"].casefold(), article["slug"]))
    articles.sort(key=lambda article: article["date"] or "", reverse=True)
    found = {
        article["slug"]: {f"tags:{tag}" for tag in article["tags"]}
        | {f"kinds:{kinds[tag]}" for tag in article["tags"]}
        | {f"organizations:{one}" for one in article["organizations"]}
        | ({f"published:{article['date'][:4]}"} if article["date"] else set())
        for article in articles
    }
    for fact in items("facts"):
        if fact["kind"] == "date":
            found[fact["article"]].add("years:" + re.findall(r"(\d{4})[-\d]*(?:/\.\.)?$", fact["value"])[0])
    return found


@pytest.fixture
def explore(page: Page, served: str) -> Iterator[Page]:
    """The page Explore, ready; nothing on it may fail."""
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{served}explore/")
    _settle(page)
    yield page
    assert failed == []


def _settle(page: Page) -> None:
    expect(page.locator(".sb-found ul")).to_have_attribute("aria-busy", "false")


def _listed(page: Page) -> list[str]:
    """The slugs of the articles on the page."""
    _settle(page)
    links: list[str] = page.locator(".sb-found .sb-card a").evaluate_all("links => links.map(link => link.href)")
    return [link.removesuffix("index.html").rstrip("/").rsplit("/", 1)[1] for link in links]


def _value(page: Page, group: str, name: str) -> Locator:
    """The check box of a value."""
    row = page.locator(f"details[data-group={group}] .sb-values label", has=page.get_by_text(name, exact=True))
    return row.locator("input")


def _pick(page: Page, group: str, name: str, how: str = "and") -> None:
    page.locator(f"input[name=how][value={how}]").check()
    _value(page, group, name).check()
    _settle(page)


def _query(page: Page) -> str:
    return page.url.partition("?")[2]


def _fits(values: set[str], picks: dict[str, str]) -> bool:
    """Whether an article with these values is one that the query asks for."""
    groups: dict[str, list[str]] = {}
    for key, how in picks.items():
        if how == "or":
            groups.setdefault(key.partition(":")[0], []).append(key)
    return (
        all(key in values for key, how in picks.items() if how == "and")
        and not any(key in values for key, how in picks.items() if how == "not")
        and all(values.intersection(keys) for keys in groups.values())
    )


def _count(known: dict[str, set[str]], picks: dict[str, str], key: str) -> int:
    """How many articles have a value and fit the query, without what its group asks with or."""
    group = key.partition(":")[0]
    rest = {other: how for other, how in picks.items() if how != "or" or other.partition(":")[0] != group}
    return sum(key in values and _fits(values, rest) for values in known.values())


def _search(picks: dict[str, str]) -> str:
    hows = {how: [key for key, one in picks.items() if one == how] for how in ("and", "or", "not")}
    return "&".join(f"{how}={','.join(keys)}" for how, keys in hows.items() if keys)


def _random_picks(known: dict[str, set[str]], seed: int) -> dict[str, str]:
    """A query of up to six values, most of them from one article, so that some have answers."""
    chance = random.Random(seed)
    article = chance.choice(list(known))
    every = sorted(set().union(*known.values()))
    keys = chance.sample(sorted(known[article]), 3) + chance.sample(every, 3)
    return {key: chance.choice(["and", "or", "or", "not"]) for key in keys[: chance.randint(1, 6)]}


def test_every_count_and_list_is_that_of_the_data_files(explore: Page, served: str, known: dict[str, set[str]]) -> None:
    every = sorted(set().union(*known.values()))
    found: list[int] = []
    for seed in range(60):
        picks = _random_picks(known, seed)
        counts = explore.evaluate(ASKED, f"?{_search(picks)}")
        assert counts == {key: _count(known, picks, key) for key in every}, picks
        if seed % 6 == 0:
            explore.goto(f"{served}explore/?{_search(picks)}&pages=9")
            wanted = [slug for slug, values in known.items() if _fits(values, picks)]
            assert _listed(explore) == wanted
            expect(explore.get_by_role("status").filter(has_text=" of ")).to_have_text(
                f"{len(wanted)} of {len(known)} articles"
            )
            found.append(len(wanted))
    assert len(set(found)) > 3


def test_the_page_shows_beside_each_value_what_the_query_counts(
    explore: Page, known: dict[str, set[str]], site: Path
) -> None:
    _pick(explore, "tags", "OpenAI")
    _pick(explore, "organizations", "Oracle", "or")
    _pick(explore, "organizations", "Microsoft", "or")
    _pick(explore, "years", "2030", "not")
    picks = {"tags:openai": "and", "organizations:oracle": "or", "organizations:microsoft": "or", "years:2030": "not"}
    assert _query(explore) == "and=tags:openai&or=organizations:microsoft,organizations:oracle&not=years:2030"
    index = (site / "data/explore.js").read_text(encoding="utf-8").removeprefix("window.seedbedExplore ??= ")
    keys = {
        f"{group}:{item['name']}": f"{group}:{item['slug']}"
        for group, items in json.loads(index.removesuffix(";\n"))["groups"].items()
        for item in items
    }
    shown = explore.evaluate(SHOWN)
    assert len(shown) > 30
    assert {keys[name]: count for name, count in shown} == {
        keys[name]: _count(known, picks, keys[name]) for name, _ in shown
    }
    assert _listed(explore) == [slug for slug, values in known.items() if _fits(values, picks)][:20]


def test_articles_can_be_sorted_by_title_and_by_how_many_values_they_match(
    explore: Page, served: str, known: dict[str, set[str]]
) -> None:
    explore.goto(f"{served}explore/?or=tags:openai,tags:oracle,tags:data-centers&pages=9")
    explore.get_by_label("Sorted by").select_option("matches")
    keys = {"tags:openai", "tags:oracle", "tags:data-centers"}
    fitting = [slug for slug, values in known.items() if keys & values]
    assert _listed(explore) == sorted(fitting, key=lambda slug: -len(keys & known[slug]))[:20]
    explore.get_by_label("Sorted by").select_option("title")
    _settle(explore)
    titles = explore.locator(".sb-found .sb-card a").all_inner_texts()
    assert titles == sorted(titles, key=str.casefold)
    assert _query(explore).endswith("&sort=title")


def test_one_query_has_one_address_which_says_all_of_it(explore: Page) -> None:
    for seed in range(40):
        chance = random.Random(seed)
        picks = [[key, chance.choice(["and", "or", "not"])] for key in chance.sample(PICKS, chance.randint(0, 6))]
        sort, pages = chance.choice(["newest", "title", "matches"]), chance.randint(1, 9)
        written, read, *rest = explore.evaluate(WRITTEN, [picks, sort, pages])
        assert (read, rest) == (sorted(picks), [sort, pages])
        assert explore.evaluate(WRITTEN, [picks[::-1], sort, pages])[0] == written


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("or=years:2027&and=tags:oracle,tags:openai", "and=tags:openai,tags:oracle&or=years:2027"),
        ("and=tags:openai&and=tags:oracle,tags:openai&not=tags:openai", "and=tags:openai,tags:oracle"),
        ("and=tags%3Aopenai%2Ctags%3Aoracle&sort=newest&pages=1", "and=tags:openai,tags:oracle"),
        ("sort=toString&pages=1e9&other=1&and=", ""),
    ],
)
def test_another_way_to_write_an_address_becomes_the_one(explore: Page, served: str, given: str, wanted: str) -> None:
    explore.goto(f"{served}explore/?{given}")
    _settle(explore)
    assert _query(explore) == wanted


def test_what_the_site_does_not_have_is_said_and_left_out(explore: Page, served: str) -> None:
    for key in ("tags:gone", "tags:__proto__", "constructor", "<img src=x onerror=alert(1)>"):
        explore.goto(f"{served}explore/?and=tags:openai,{key}")
        _settle(explore)
        expect(explore.get_by_role("status").filter(has_text="Not on this site")).to_contain_text(key)
        assert _query(explore) == "and=tags:openai"


def test_back_and_forward_step_through_the_queries(explore: Page) -> None:
    steps = [_listed(explore)]
    for group, name in (("tags", "OpenAI"), ("organizations", "Oracle"), ("years", "2027")):
        _pick(explore, group, name)
        steps.append(_listed(explore))
    assert len({len(step) for step in steps}) > 2
    explore.locator(".sb-found .sb-card a").first.click()
    explore.wait_for_url("**/articles/**")
    for wanted in reversed(steps):
        explore.go_back()
        assert _listed(explore) == wanted
    expect(_value(explore, "tags", "OpenAI")).not_to_be_checked()
    explore.go_forward()
    assert _listed(explore) == steps[1]
    expect(_value(explore, "tags", "OpenAI")).to_be_checked()


def test_a_value_can_be_found_by_a_part_of_its_name_or_another_name_of_it(explore: Page) -> None:
    explore.get_by_label("Find a value").fill("AWS")
    expect(explore.locator("details[data-group=organizations] .sb-values .sb-name")).to_have_text(
        ["Amazon Web Services"]
    )
    explore.get_by_label("Find a value").fill("nothing has this name")
    expect(explore.locator("details[data-group]:visible")).to_have_count(0)
    expect(explore.get_by_role("status").filter(has_text="name")).to_have_text("0 values with this in their name")


def test_more_values_and_more_articles_are_shown_on_demand(explore: Page, known: dict[str, set[str]]) -> None:
    assert _listed(explore) == list(known)[:20]
    explore.get_by_role("button", name="Show more articles").click()
    assert _listed(explore) == list(known)
    expect(explore.locator(".sb-found .sb-card a").nth(20)).to_be_focused()
    assert _query(explore) == "pages=2"
    explore.get_by_role("button", name="More of: Organisations").click()
    expect(explore.locator("details[data-group=organizations] .sb-values li")).to_have_count(48)


def test_a_picked_value_can_count_otherwise_be_removed_and_all_be_cleared(explore: Page, served: str) -> None:
    explore.goto(f"{served}explore/?and=tags:openai,tags:oracle")
    how = explore.get_by_label("How the tag Oracle counts")
    how.focus()
    how.select_option("not")
    assert _query(explore) == "and=tags:openai&not=tags:oracle"
    expect(how).to_be_focused()
    explore.get_by_role("button", name="Remove the tag OpenAI").click()
    assert _query(explore) == "not=tags:oracle"
    expect(explore.get_by_role("button", name="Remove the tag Oracle")).to_be_focused()
    explore.get_by_role("button", name="Clear all").click()
    assert _query(explore) == ""
    expect(explore.get_by_label("Find a value")).to_be_focused()


def test_the_keyboard_alone_reaches_everything_and_keeps_its_place(explore: Page, known: dict[str, set[str]]) -> None:
    keys = explore.keyboard
    explore.get_by_role("button", name="to the list").focus()
    keys.press("Tab")
    expect(explore.get_by_label("and: must be there")).to_be_focused()
    keys.press("ArrowDown")
    expect(explore.get_by_label("or: one of its group")).to_be_checked()
    keys.press("Tab")
    keys.type("oracle")
    keys.press("Tab")
    keys.press("Tab")
    box = _value(explore, "tags", "Oracle")
    expect(box).to_be_focused()
    keys.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()
    assert explore.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert _query(explore) == "or=tags:oracle"
    assert _listed(explore) == [slug for slug, values in known.items() if "tags:oracle" in values]
    keys.press("Space")
    expect(box).to_be_focused()
    assert _query(explore) == ""
    order = explore.evaluate(
        "[...document.querySelector('.sb-explore').querySelectorAll('input, select, button, summary, a')]"
        ".filter(element => element.tabIndex >= 0).findIndex(element => element.closest('.sb-found'))"
    )
    assert order > 10  # the filters come before what they find


def test_a_value_without_articles_stays_while_it_has_the_focus(
    explore: Page, served: str, known: dict[str, set[str]]
) -> None:
    tags = sorted(key for key in set().union(*known.values()) if key.startswith("tags:"))
    apart = [key for key in tags if not any({"tags:openai", key} <= values for values in known.values())]
    explore.goto(f"{served}explore/?and=tags:openai,{apart[0]}")
    assert _listed(explore) == []
    expect(explore.get_by_text("No article has all that.")).to_be_visible()
    picked = explore.locator("details[data-group=tags] .sb-values li[data-how=and]")
    expect(picked).to_have_count(2)
    box = _value(explore, "tags", picked.filter(has_not_text="OpenAI").locator(".sb-name").inner_text())
    box.press("Space")
    expect(box).not_to_be_checked()
    expect(box).to_be_focused()
    explore.get_by_label("Find a value").focus()
    explore.get_by_label("Sorted by").select_option("title")
    expect(box).to_have_count(0)


def test_a_tag_leads_to_the_page_with_itself_picked(page: Page, served: str) -> None:
    page.goto(f"{served}tags/openai/")
    page.get_by_role("link", name="combine with other tags").click()
    _settle(page)
    assert _query(page) == "and=tags:openai"
    expect(page.get_by_role("button", name="Remove the tag OpenAI")).to_be_visible()


def test_without_scripts_the_page_leads_to_tags_organisations_and_years(browser: Browser, served: str) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"{served}explore/")
    expect(page.locator(".sb-explore")).to_be_hidden()
    main = page.get_by_role("main")
    for name in ("All tags", "All organisations", "The timeline"):
        expect(main.get_by_role("link", name=name)).to_be_visible()
    for start in ("../tags/openai/", "../organizations/oracle/", "../timeline/2027/"):
        expect(main.locator(f"a[href='{start}']")).to_be_visible()
    page.close()


def test_a_page_from_a_disk_works_too(page: Page, site: Path) -> None:
    page.goto((site / "explore/index.html").as_uri())
    _pick(page, "tags", "OpenAI")
    assert _query(page) == "and=tags:openai"
    page.locator(".sb-found .sb-card a").first.click()
    expect(page.locator("h1")).to_have_count(1)
    page.go_back()
    expect(_value(page, "tags", "OpenAI")).to_be_checked()


def test_a_theme_that_swaps_pages_may_come_and_go(page: Page, served: str) -> None:
    page.goto(f"{served}timeline/")
    for steps in ("", "?and=tags:openai"):
        page.evaluate(SWAPPED, f"{served}explore/{steps}")
        _settle(page)
        assert page.locator(".sb-found .sb-card").count() == 20
        expect(page.locator(".sb-picks li")).to_have_count(1 if steps else 0)
    _pick(page, "organizations", "Oracle")
    page.go_back()
    expect(page.locator(".sb-picks li")).to_have_count(1)


def test_a_strict_policy_has_nothing_to_object_to(page: Page, site: Path, served: str) -> None:
    """The page's own part alone: what the theme puts around it is not the matter here."""
    html = (site / "explore/index.html").read_text(encoding="utf-8")
    (content,) = re.findall(r"<article.*?</article>", html, re.DOTALL)
    style = re.findall(r'<link rel="stylesheet"[^>]*explore\.css">', html)[0]
    bare = f"<!doctype html><title>Explore</title>{style}{content}"
    headers = {"Content-Security-Policy": CSP, "Content-Type": "text/html; charset=utf-8"}
    page.route("**/explore/", lambda route: route.fulfill(body=bare, headers=headers))
    page.add_init_script("addEventListener('securitypolicyviolation', event => (window.violated = event.blockedURI))")
    page.goto(f"{served}explore/")
    _pick(page, "tags", "OpenAI")
    page.get_by_role("button", name="Remove the tag OpenAI").click()
    assert len(_listed(page)) == 20
    assert page.evaluate("window.violated") is None


def test_a_narrow_page_has_nothing_beside_it(page: Page, served: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{served}explore/?and=tags:data-centers,organizations:openai&not=years:2031")
    _settle(page)
    for summary in page.locator(".sb-filters summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    jump = page.get_by_role("button", name="to the list")
    page.locator("details[data-group=years]").scroll_into_view_if_needed()
    expect(jump).to_be_in_viewport()
    jump.click()
    expect(page.get_by_role("heading", name="Articles")).to_be_in_viewport()


HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "__proto__",
    "constructor",
    "שלום עולם",
    "</script><script>alert(1)</script>",
)


def test_a_hostile_name_stays_a_name(page: Page, project: Path, run: Run) -> None:
    lines = "\n".join(f"- {name}" for name in HOSTILE)
    text = f"# Title of {HOSTILE[0]}\n\n## Introduction\n\nSome words stand here.\n\n## Tags\n\n{lines}\n"
    (project / "seeds" / "hostile.md").write_text(text, encoding="utf-8")
    built = run("seedbed", "build", cwd=project)
    assert built.returncode == 0, built.stderr
    said: list[str] = []

    def note(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto((project / "site/explore/index.html").as_uri())
    _settle(page)
    page.get_by_role("button", name="More of: Tags").click()
    tags = page.locator("details[data-group=tags] .sb-values .sb-name").all_inner_texts()
    assert set(HOSTILE) <= set(tags)
    for name in HOSTILE:
        _pick(page, "tags", name)
        assert len(_listed(page)) == 1
        expect(page.get_by_role("button", name=f"Remove the tag {name}")).to_be_visible()
    expect(page.locator(".sb-found .sb-card a")).to_have_text(f"Title of {HOSTILE[0]}")
    assert page.locator(".sb-explore img, .sb-explore script").count() == 0
    assert page.evaluate("[Object.keys(Object.prototype).length, ({}).slug]") == [0, None]
    assert said == []
