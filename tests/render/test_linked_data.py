"""What pages say in the words of schema.org."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

import pytest
from samples import article, citation, knowledge

from generator.pages import plan_site
from generator.pages.records import PARTS, Page
from generator.paths import PER_PAGE
from generator.render.linked_data import describe_page
from generator.settings import Settings

ROOT = "https://base.example/kb/"
SITE = Settings(site_name="My Base", site_url=ROOT)
SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
PAYS = "OpenAI pays Oracle up to $300 billion by 2027."
ARTICLES = (
    replace(
        article("seeds/a.txt", "Alpha", ["OpenAI", "Zoos"], [SHARED, citation(2, "Alone")], states=[PAYS]),
        authors=("A. Editor",),
        date="2026-05-03",
    ),
    replace(article("seeds/b.txt", "Beta", ["Zoos"], [SHARED], summary=""), former_slugs=("old",)),
)


def _pages() -> dict[str, Page]:
    return {draft.path: draft.page() for draft in plan_site(knowledge(*ARTICLES), (), SITE) if draft.kind != "redirect"}


def _nodes(page: Page, settings: Settings = SITE) -> dict[str, dict[str, Any]]:
    """The nodes of a page by type."""
    graph = describe_page(page, settings)["@graph"]
    found = {node["@type"]: node for node in graph}
    assert len(found) == len(graph)
    return found


def _values(node: Any) -> Iterator[tuple[str, Any]]:
    """Every property in a node and in the nodes inside it."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield key, value
            yield from _values(value)
    if isinstance(node, list):
        for item in node:
            yield from _values(item)


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    return _pages()


def test_an_article_says_all_that_is_known_of_it(pages: dict[str, Page]) -> None:
    node = _nodes(pages["articles/alpha/"])["Article"]
    assert node["@id"] == node["url"] == node["mainEntityOfPage"] == f"{ROOT}articles/alpha/"
    assert (node["headline"], node["description"], node["abstract"]) == ("Alpha", "A description.", "A summary.")
    assert (node["datePublished"], node["wordCount"]) == ("2026-05-03", 4)
    assert node["author"] == [{"@type": "Person", "name": "A. Editor"}]
    assert node["isPartOf"] == {"@type": "WebSite", "@id": f"{ROOT}#website", "name": "My Base", "url": ROOT}
    assert node["encoding"]["contentUrl"] == f"{ROOT}articles/alpha/index.md"


def test_an_article_keeps_quiet_about_what_it_does_not_say(pages: dict[str, Page]) -> None:
    node = _nodes(pages["articles/beta/"])["Article"]
    assert not {"datePublished", "author", "abstract", "about", "mentions"} & set(node)


def test_tags_are_defined_terms_under_the_names_of_their_concepts(pages: dict[str, Page]) -> None:
    first, second = _nodes(pages["articles/alpha/"])["Article"]["keywords"]
    assert first == {
        "@type": "DefinedTerm",
        "@id": f"{ROOT}data/vocabulary.ttl#openai",
        "name": "OpenAI",
        "url": f"{ROOT}tags/openai/",
        "inDefinedTermSet": f"{ROOT}data/vocabulary.ttl",
    }
    assert second["name"] == "Zoos"
    assert _nodes(pages["tags/openai/"])["CollectionPage"]["about"].items() >= first.items()
    index = _nodes(pages["tags/"])["CollectionPage"]["mainEntity"]
    assert (index["@type"], index["@id"]) == ("DefinedTermSet", first["inDefinedTermSet"])
    assert first in index["hasDefinedTerm"]


def test_an_article_is_about_organisations_that_are_its_tags_and_mentions_the_others(pages: dict[str, Page]) -> None:
    node = _nodes(pages["articles/alpha/"])["Article"]
    one = {"@type": "Organization", "@id": f"{ROOT}organizations/openai/#organization", "name": "OpenAI"}
    assert node["about"] == [one]
    assert [other["name"] for other in node["mentions"]] == ["Oracle"]
    assert _nodes(pages["organizations/openai/"])["CollectionPage"]["about"].items() >= one.items()
    assert _nodes(pages["partnerships/openai--oracle/"])["WebPage"]["about"] == [*node["about"], *node["mentions"]]


def test_an_organisation_is_the_same_as_its_homepage_only_where_one_is_given(pages: dict[str, Page]) -> None:
    openai = _nodes(pages["organizations/openai/"])["CollectionPage"]["about"]
    oracle = _nodes(pages["organizations/oracle/"])["CollectionPage"]["about"]
    assert (openai["description"], openai["sameAs"]) == ("A lab.", ["https://openai.example/"])
    assert oracle["alternateName"] == ["Oracle Corp."]
    assert "sameAs" not in oracle


def test_a_work_has_one_name_wherever_it_is_cited(pages: dict[str, Page]) -> None:
    shared, alone = _nodes(pages["articles/alpha/"])["Article"]["citation"]
    assert shared == {
        "@type": "CreativeWork",
        "@id": f"{ROOT}references/a-shared-work/#work",
        "name": "A Shared Work",
        "url": "https://a.example/shared",
        "publisher": {"@type": "Organization", "name": "Reuters"},
    }
    assert alone == {"@type": "CreativeWork", "@id": f"{ROOT}references/#r-alone", "name": "Alone"}
    assert _nodes(pages["references/a-shared-work/"])["WebPage"]["about"] == shared


def test_every_page_says_what_it_is_and_how_one_gets_there(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        page_node, crumbs, *_ = describe_page(page, SITE)["@graph"]
        assert (page_node["@id"], page_node["name"]) == (ROOT + path, page.title)
        assert crumbs["@type"] == "BreadcrumbList"
        steps = crumbs["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert (steps[0]["item"], steps[-1]["item"], steps[-1]["name"]) == (ROOT, ROOT + path, page.title)
        assert all(pages[step["item"].removeprefix(ROOT)].title == step["name"] for step in steps)
        assert len(steps) == min(path.count("/"), 2) + 1


def test_the_parts_of_the_site_are_called_what_their_pages_are_called(pages: dict[str, Page]) -> None:
    assert {path: pages[path].title for path in PARTS} == PARTS


def test_no_property_is_empty(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert not [key for key, value in _values(describe_page(page, SITE)) if value in ("", [], {}, None)]


@pytest.mark.parametrize("index", ["", "index.html"])
def test_without_an_address_of_the_site_links_from_the_page_name_the_same_things(
    pages: dict[str, Page], index: str
) -> None:
    for path, page in pages.items():
        relative = list(_values(describe_page(page, Settings(site_name="My Base", index=index))))
        absolute = list(_values(describe_page(page, replace(SITE, index=index))))
        for (key, one), (_, other) in zip(relative, absolute, strict=True):
            if key in ("@id", "url", "item", "contentUrl", "inDefinedTermSet", "mainEntityOfPage", "urlTemplate"):
                assert urljoin(ROOT + path + index, one) == other
            elif isinstance(one, str):
                assert one == other


def test_a_list_goes_on_counting_on_its_second_page() -> None:
    many = [article(f"seeds/{n:03}.txt", tags=["Zoos"]) for n in range(PER_PAGE + 2)]
    pages = {draft.path: draft.page() for draft in plan_site(knowledge(*many), (), SITE)}
    for path, page in (("articles/page/2/", None), ("tags/zoos/page/2/", f"{ROOT}data/vocabulary.ttl#zoos")):
        node = _nodes(pages[path])["CollectionPage"]
        assert node["mainEntity"]["numberOfItems"] == PER_PAGE + 2
        assert [item["position"] for item in node["mainEntity"]["itemListElement"]] == [PER_PAGE + 1, PER_PAGE + 2]
        assert node.get("about", {}).get("@id") == page


def test_the_overview_is_the_page_of_the_site_and_says_how_to_search_where_one_can(pages: dict[str, Page]) -> None:
    site = _nodes(pages[""], replace(SITE, search=""))["WebSite"]
    assert (site["@id"], site["name"], site["url"]) == (f"{ROOT}#website", "My Base", ROOT)
    assert "potentialAction" not in site
    action = _nodes(pages[""], replace(SITE, search="search/"))["WebSite"]["potentialAction"]
    assert action["target"]["urlTemplate"] == ROOT + "search/?q={search_term_string}"
    assert "search_term_string" in action["query-input"]


def test_a_hand_written_page_is_a_page_of_the_site() -> None:
    nodes = _nodes(Page("guide/", "written", "Guide", "How.", {}))
    assert set(nodes) == {"WebPage", "BreadcrumbList"}
    assert [step["name"] for step in nodes["BreadcrumbList"]["itemListElement"]] == ["Overview", "Guide"]
