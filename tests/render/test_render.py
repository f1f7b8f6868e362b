"""Templates filled in, and everything in them escaped."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from dataclasses import replace
from typing import Any

import pytest
from jinja2 import DictLoader, FileSystemLoader, TemplateNotFound, UndefinedError
from markupsafe import Markup
from samples import article, knowledge

from generator.exports.feeds import plan_feeds
from generator.files import TEMPLATES
from generator.model import Document, TocEntry
from generator.pages import Page
from generator.render import Renderer
from generator.settings import Settings


def _render(template: str, settings: Settings | None = None, path: str = "articles/x/", **values: Any) -> Document:
    page = Page(path, "any", "A <Title>", "So & so", values, (TocEntry("A", "s-a"),), "2026-05-03")
    return Renderer(DictLoader({"any.html": template}), settings or Settings()).render_page(page)


def test_a_document_has_all_that_its_page_has_and_its_html() -> None:
    wanted = Document(
        "articles/x/", "any", "A <Title>", "So & so", Markup("<p>x</p>"), (TocEntry("A", "s-a"),), "2026-05-03"
    )
    assert _render("<p>{{ word }}</p>", word="x") == wanted


@pytest.mark.parametrize(
    ("value", "wanted"),
    [("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"), (Markup("<b>so</b>"), "<b>so</b>"), (3, "3")],
)
def test_everything_is_escaped_that_the_parser_has_not_made(value: object, wanted: str) -> None:
    assert _render("{{ word }}", word=value).html == wanted


def test_the_html_of_a_document_is_marked_safe() -> None:
    assert isinstance(_render("x").html, Markup)


@pytest.mark.parametrize(("index", "wanted"), [("", "../../tags/y/"), ("index.html", "../../tags/y/index.html")])
def test_links_are_relative_to_the_page_with_the_index_that_settings_ask_for(index: str, wanted: str) -> None:
    assert _render("{{ url('tags/y/') }}", Settings(index=index)).html == wanted


def test_a_template_sees_the_page_and_the_settings() -> None:
    html = _render("{{ page.title }}|{{ settings.site_name }}", Settings(site_name="My Base")).html
    assert html == "A &lt;Title&gt;|My Base"


def test_a_value_that_is_missing_is_a_mistake_and_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError, match="word"):
        _render("{{ word }}")


def test_a_kind_without_a_template_is_a_mistake() -> None:
    with pytest.raises(TemplateNotFound, match=r"none\.html"):
        Renderer(DictLoader({}), Settings()).render_page(Page("", "none", "", "", {}))


def test_lines_of_template_logic_leave_no_lines_in_the_html() -> None:
    assert _render("<ul>\n  {% for n in two %}\n  <li>{{ n }}</li>\n  {% endfor %}\n</ul>", two=[1, 2]).html == (
        "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>"
    )


def test_a_feed_is_rendered_as_atom_and_as_json_with_every_word_of_it_as_text() -> None:
    words = """</title><entry> &amp; "quotes" ]]>"""
    one = replace(article("seeds/a.txt", tags=["R&D"], date="2026-05-03"), title=words, authors=(words,))
    settings = Settings(site_name=words)
    (xml, feed, *others) = Renderer(FileSystemLoader(TEMPLATES / "feeds"), settings).render_feeds(
        plan_feeds(knowledge(one), settings)
    )
    assert (xml.path, feed.path) == ("feed.xml", "feed.json")
    assert [other.path for other in others] == ["tags/r-and-d/feed.xml", "tags/r-and-d/feed.json"]
    space = "{http://www.w3.org/2005/Atom}"
    root = ET.fromstring(xml.data)
    (entry,) = root.iter(f"{space}entry")
    assert root.findtext(f"{space}title") == entry.findtext(f"{space}title") == words
    assert entry.findtext(f"{space}author/{space}name") == words
    assert [(tag.get("term"), tag.get("label")) for tag in entry.iter(f"{space}category")] == [("r-and-d", "R&D")]
    assert entry.findtext(f"{space}published") == entry.findtext(f"{space}updated") == "2026-05-03T00:00:00Z"
    assert json.loads(feed.data)["items"][0]["title"] == words


def test_an_atom_feed_whose_site_has_no_address_says_where_its_links_start() -> None:
    renderer = Renderer(FileSystemLoader(TEMPLATES / "feeds"), Settings())
    found = {
        file.path: file.data
        for file in renderer.render_feeds(plan_feeds(knowledge(article("seeds/a.txt", tags=["x"])), Settings()))
    }
    assert b"<published>" not in found["feed.xml"]
    base = "{http://www.w3.org/XML/1998/namespace}base"
    assert ET.fromstring(found["feed.xml"]).get(base) is None
    assert ET.fromstring(found["tags/x/feed.xml"]).get(base) == "../../"
