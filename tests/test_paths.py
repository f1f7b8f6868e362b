"""Where pages are, and how they point at each other."""

from __future__ import annotations

from posixpath import normpath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import CitedBy, Reference
from generator.paths import (
    REFERENCES_PER_PAGE,
    article_path,
    base_url,
    canonical_url,
    link_prefix,
    list_path,
    reference_anchor,
    reference_paths,
    relative_url,
    tag_path,
)
from generator.settings import Settings

PART = st.text("abcé机- ", min_size=1, max_size=5).filter(lambda part: part.strip() != "")
PATH = st.lists(PART, max_size=4).map(lambda parts: "".join(f"{part}/" for part in parts))


def _work(key: str, *articles: str) -> Reference:
    return Reference(key, key, (key,), "", "", tuple(CitedBy(article, "References", 1) for article in articles))


def test_pages_have_folders_of_their_own() -> None:
    assert article_path("x") == "articles/x/"
    assert tag_path("x") == "tags/x/"


@pytest.mark.parametrize(("number", "wanted"), [(1, "tags/x/"), (2, "tags/x/page/2/"), (11, "tags/x/page/11/")])
def test_the_first_page_of_a_list_is_the_list(number: int, wanted: str) -> None:
    assert list_path("tags/x/", number) == wanted


def test_a_work_has_a_page_if_several_articles_cite_it_and_else_an_anchor() -> None:
    works = [_work("one", "a"), _work("two", "a", "b"), _work("twice", "a", "a")]
    assert reference_paths(works) == {
        "one": "references/#r-one",
        "two": "references/two/",
        "twice": "references/#r-twice",
    }
    assert reference_anchor(works[0]) == "r-one"


@pytest.mark.parametrize(
    ("index", "wanted"),
    [(0, ""), (REFERENCES_PER_PAGE - 1, ""), (REFERENCES_PER_PAGE, "page/2/"), (2 * REFERENCES_PER_PAGE, "page/3/")],
)
def test_an_anchor_is_on_the_page_of_the_index_that_lists_it(index: int, wanted: str) -> None:
    works = [_work(f"w{number:04}", "a") for number in range(2 * REFERENCES_PER_PAGE + 1)]
    assert reference_paths(works)[f"w{index:04}"] == f"references/{wanted}#r-w{index:04}"


@pytest.mark.parametrize(
    ("target", "origin", "wanted"),
    [
        ("articles/x/", "tags/y/", "../../articles/x/"),
        ("articles/x/#ref-1", "articles/y/", "../../articles/x/#ref-1"),
        ("", "articles/x/", "../../"),
        ("", "", "./"),
        ("tags/", "", "tags/"),
        ("data/tags.json", "about/", "../data/tags.json"),
        ("articles/x/", "articles/x/", "../../articles/x/"),
        ("tags/机/", "", "tags/%E6%9C%BA/"),
        ("references/#r-é", "", "references/#r-%C3%A9"),
    ],
)
def test_a_link_is_relative_and_percent_coded(target: str, origin: str, wanted: str) -> None:
    assert relative_url(target, link_prefix(origin)) == wanted


@pytest.mark.parametrize(
    ("target", "wanted"),
    [("tags/", "tags/index.html"), ("", "index.html"), ("data/x.json", "data/x.json"), ("x/#a", "x/index.html#a")],
)
def test_the_index_is_named_after_folders_only(target: str, wanted: str) -> None:
    assert relative_url(target, "", "index.html") == wanted


@given(PATH, PATH)
def test_a_link_followed_from_its_origin_leads_to_its_target(target: str, origin: str) -> None:
    link = relative_url(target, link_prefix(origin))
    found = unquote(urljoin("http://h/" + origin, link)).removeprefix("http://h/")
    assert normpath("/" + found) == normpath("/" + target)
    assert link.endswith("/")


@pytest.mark.parametrize(
    ("target", "index", "wanted"),
    [
        ("", "", "https://h.example/kb/"),
        ("", "index.html", "https://h.example/kb/index.html"),
        ("tags/机/", "", "https://h.example/kb/tags/%E6%9C%BA/"),
        ("articles/x/#ref-1", "index.html", "https://h.example/kb/articles/x/index.html#ref-1"),
        ("data/tags.json", "index.html", "https://h.example/kb/data/tags.json"),
    ],
)
def test_a_page_has_one_address_where_that_of_the_site_is_known(target: str, index: str, wanted: str) -> None:
    assert canonical_url(target, Settings(site_url="https://h.example/kb/", index=index)) == wanted
    assert canonical_url(target, Settings(index=index)) == ""


@given(PATH, PATH, st.sampled_from(["", "https://h/kb/"]))
def test_a_link_through_the_root_leads_to_its_target(target: str, origin: str, site: str) -> None:
    settings = Settings(site_url=site)
    found = urljoin("https://h/kb/" + origin, relative_url(target, base_url(origin, settings)))
    assert unquote(found) == "https://h/kb/" + target
