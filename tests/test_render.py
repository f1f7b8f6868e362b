"""Templates filled in, and everything in them escaped."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import DictLoader, TemplateNotFound, UndefinedError
from markupsafe import Markup

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
