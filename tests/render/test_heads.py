"""What the head of a page says to machines."""

from __future__ import annotations

import pytest
from samples import article, knowledge

from generator.pages import plan_site
from generator.pages.records import Page
from generator.paths import PER_PAGE
from generator.render.heads import describe_head
from generator.settings import Settings

SITE = Settings(site_url="https://base.example/kb/")


def _page(kind: str, path: str = "articles/x/", **values: object) -> Page:
    return Page(path, kind, "A <Title>", "So & so", values, date="2026-05-03")


def test_a_head_has_what_its_page_has() -> None:
    head = describe_head(_page("article"), SITE)
    assert (head.title, head.description, head.date) == ("A <Title>", "So & so", "2026-05-03")
    assert head.canonical == "https://base.example/kb/articles/x/"


def test_a_link_to_the_overview_shows_the_name_of_the_site() -> None:
    assert describe_head(_page("overview", ""), Settings(site_name="My Base")).title == "My Base"


@pytest.mark.parametrize(("kind", "wanted"), [("article", "article"), ("tags", "website"), ("any", "website")])
def test_only_an_article_is_one_to_open_graph(kind: str, wanted: str) -> None:
    assert describe_head(_page(kind), SITE).type == wanted


@pytest.mark.parametrize(("kind", "wanted"), [("article", True), ("search", True), ("gone", False)])
def test_search_engines_pass_over_what_is_gone(kind: str, wanted: bool) -> None:
    assert describe_head(_page(kind), SITE).is_listed == wanted


def test_a_redirect_is_not_listed_and_its_address_is_that_of_its_target() -> None:
    head = describe_head(_page("redirect", target="articles/new/"), SITE)
    assert (head.canonical, head.is_listed) == ("https://base.example/kb/articles/new/", False)


def test_there_is_no_address_where_nobody_has_said_where_the_site_will_be() -> None:
    assert describe_head(_page("article"), Settings()).canonical == ""


def test_every_page_of_a_tag_or_organisation_names_its_feeds_before_those_of_the_site() -> None:
    many = [article(f"seeds/{n}.txt", tags=["Zoos"], states=["OpenAI is named."]) for n in range(PER_PAGE + 1)]
    pages = {draft.path: draft.page() for draft in plan_site(knowledge(*many), (), SITE)}
    for path, title in (("tags/zoos/", "Zoos - Seedbed"), ("organizations/openai/", "OpenAI - Seedbed")):
        for page, root in ((path, "../../"), (f"{path}page/2/", "../../../../")):
            feeds = describe_head(pages[page], SITE).alternates
            assert [(one.link, one.title) for one in feeds] == [
                (f"{root}{path}feed.xml", title),
                (f"{root}{path}feed.json", title),
                (f"{root}feed.xml", "Seedbed"),
                (f"{root}feed.json", "Seedbed"),
            ]


def test_an_article_names_its_twin_in_markdown_first() -> None:
    twin, *_ = describe_head(_page("article"), SITE).alternates
    assert (twin.link, twin.type) == ("../../articles/x/index.md", "text/markdown")
