"""The feeds: which articles they hold, in what order, under what ids and dates."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import jsonschema
import pytest
from samples import article, knowledge

from generator.exports.feeds import MOST, NO_DATE, Feed, json_feed, plan_feeds
from generator.model import Article
from generator.settings import Settings

SITE = Settings(site_name="My Base", site_url="https://base.example/kb/")
PAYS = "OpenAI pays Oracle."
ARTICLES = (
    replace(
        article("seeds/a.txt", "Alpha", ["Zoos", "OpenAI"], date="2025-01-02", states=[PAYS]), authors=("A. Editor",)
    ),
    article("seeds/b.txt", "Beta", ["Zoos"], date="2026-03-04"),
    article("seeds/c.txt", "Gamma", ["Zoos"]),
    article("seeds/d.txt", "delta", date="2025-01-02"),
)
_TEXT = {"type": "string", "minLength": 1}
_AUTHORS = {"type": "array", "items": {"type": "object", "required": ["name"], "properties": {"name": _TEXT}}}
_MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
JSON_FEED = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": _TEXT,
        "home_page_url": _TEXT,
        "feed_url": _TEXT,
        "description": _TEXT,
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "content_text"],
                "additionalProperties": False,
                "properties": {
                    "id": _TEXT,
                    "url": _TEXT,
                    "title": _TEXT,
                    "content_text": _TEXT,
                    "date_published": _MOMENT,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": _TEXT},
                },
            },
        },
    },
}
"""What jsonfeed.org asks of version 1.1, for the parts that are used here."""


def _feeds(*articles: Article, settings: Settings = SITE) -> dict[str, Feed]:
    return {feed.path: feed for feed in plan_feeds(knowledge(*articles), settings)}


@pytest.fixture(scope="module")
def feeds() -> dict[str, Feed]:
    return _feeds(*ARTICLES)


def test_the_site_each_tag_and_each_organisation_have_a_feed(feeds: dict[str, Feed]) -> None:
    assert list(feeds) == ["", "tags/openai/", "tags/zoos/", "organizations/openai/", "organizations/oracle/"]
    assert [feed.title for feed in feeds.values()][:3] == ["My Base", "OpenAI - My Base", "Zoos - My Base"]
    assert [entry.title for entry in feeds["organizations/oracle/"].entries] == ["Alpha"]


def test_entries_are_newest_first_then_by_title_and_those_without_a_date_last(feeds: dict[str, Feed]) -> None:
    assert [entry.title for entry in feeds[""].entries] == ["Beta", "Alpha", "delta", "Gamma"]
    assert [entry.title for entry in feeds["tags/zoos/"].entries] == ["Beta", "Alpha", "Gamma"]


def test_dates_are_those_of_the_articles_and_one_that_has_none_was_never_published(feeds: dict[str, Feed]) -> None:
    beta, *_, gamma = feeds[""].entries
    assert beta.published == beta.updated == feeds[""].updated == "2026-03-04T00:00:00Z"
    assert (gamma.published, gamma.updated) == ("", f"{NO_DATE}T00:00:00Z")
    assert _feeds()[""].updated == f"{NO_DATE}T00:00:00Z"


def test_a_feed_holds_the_newest_articles_and_no_more() -> None:
    many = [article(f"seeds/{n:03}.txt", tags=["Zoos"], date=f"2026-01-{1 + n % 28:02}") for n in range(MOST + 5)]
    for feed in _feeds(*many).values():
        dates = [entry.date for entry in feed.entries]
        assert dates == sorted((one.date for one in many), reverse=True)[:MOST]


def test_the_address_is_the_id_where_that_of_the_site_is_known(feeds: dict[str, Feed]) -> None:
    feed = feeds["tags/zoos/"]
    assert feed.id == feed.link == "https://base.example/kb/tags/zoos/"
    assert feed.atom == "https://base.example/kb/tags/zoos/feed.xml"
    assert feed.json == "https://base.example/kb/tags/zoos/feed.json"
    assert feed.entries[0].id == feed.entries[0].link == "https://base.example/kb/articles/beta/"
    assert feed.base == ""


def test_ids_are_the_same_in_every_build_and_feed_where_no_address_is_known() -> None:
    one, other = (_feeds(*ARTICLES, settings=Settings(site_name="My Base")) for _ in range(2))
    assert one == other
    assert one[""].entries[0].id == one["tags/zoos/"].entries[0].id
    ids = [feed.id for feed in one.values()] + [entry.id for entry in one[""].entries]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", found) for found in ids)
    assert one[""].id != _feeds(settings=Settings(site_name="Another"))[""].id


def test_links_are_relative_to_the_root_where_no_address_is_known() -> None:
    feeds = _feeds(*ARTICLES, settings=Settings(site_name="My Base"))
    assert (feeds[""].base, feeds[""].link) == ("", "./")
    zoos = feeds["tags/zoos/"]
    assert (zoos.base, zoos.link, zoos.entries[0].link) == ("../../", "tags/zoos/", "articles/beta/")
    data = json.loads(json_feed(zoos))
    assert (data["home_page_url"], data["items"][0]["url"]) == ("../../tags/zoos/", "../../articles/beta/")


@pytest.mark.parametrize("settings", [SITE, Settings()])
def test_a_json_feed_is_one(settings: Settings) -> None:
    for feed in _feeds(*ARTICLES, settings=settings).values():
        jsonschema.validate(json.loads(json_feed(feed)), JSON_FEED)


def test_a_json_feed_says_what_the_feed_says(feeds: dict[str, Feed]) -> None:
    data = json.loads(json_feed(feeds["tags/zoos/"]))
    beta, alpha, gamma = data["items"]
    assert alpha == {
        "id": "https://base.example/kb/articles/alpha/",
        "url": "https://base.example/kb/articles/alpha/",
        "title": "Alpha",
        "content_text": "A description.",
        "tags": ["Zoos", "OpenAI"],
        "date_published": "2025-01-02T00:00:00Z",
        "authors": [{"name": "A. Editor"}],
    }
    assert "authors" not in beta
    assert "date_published" not in gamma


def test_signs_that_xml_cannot_write_are_left_out() -> None:
    title = "A\x01 <b>&amp;\ud800 \uffff\U0001f331"
    feed = _feeds(replace(article("seeds/a.txt"), title=title))[""]
    assert feed.entries[0].title == "A <b>&amp; \U0001f331"
