"""What the full-text index holds of each kind of page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from jinja2 import FileSystemLoader
from markupsafe import Markup
from samples import article, citation, knowledge, section

from generator.files import TEMPLATES
from generator.pages import plan_site
from generator.paths import PER_PAGE
from generator.render import Renderer
from generator.render.indexing import Entry, Part, entry_of, prose_entry
from generator.settings import DEFAULTS

SHARED = citation(1, "A Shared Work", "https://a.example/shared", "Reuters")
STATES = ("OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027.",)
ALONE = "Nvidia sells OpenAI 400,000 chips for $10 billion in May 2026."
FIRST = article("seeds/a.txt", "Alpha", ["Cloud", "Zoos"], [SHARED], date="2025-01-02", states=STATES)


def _entries() -> Iterator[tuple[str, Entry | None]]:
    why, states = section("Why", "It is <b>."), (*STATES, ALONE)
    second = article("seeds/b.txt", "Beta", ["Cloud"], [SHARED], sections=[why], summary="", states=states)
    many = [article(f"seeds/{number}.txt", f"Title {number}", ["Zoos"]) for number in range(PER_PAGE + 1)]
    for draft in plan_site(knowledge(FIRST, second, *many), (), DEFAULTS):
        yield draft.path, entry_of(draft.page())


@pytest.fixture(scope="module")
def entries() -> dict[str, Entry | None]:
    return dict(_entries())


def _found(entries: dict[str, Entry | None], path: str) -> Entry:
    entry = entries[path]
    assert entry
    return entry


def test_an_article_is_held_section_by_section_with_the_ids_of_its_page(entries: dict[str, Entry | None]) -> None:
    assert _found(entries, "articles/alpha/").parts == (
        Part("Alpha", "", ("A description.",)),
        Part("Summary", "summary", ("A summary.",)),
        Part("Introduction", "s-introduction", ("Some words stand here.",)),
        Part("References", "references", ("A Shared Work",)),
    )
    assert _found(entries, "articles/beta/").parts[1] == Part("Why", "s-why", ("It is <b>.",))


def test_an_article_is_narrowed_by_its_year_tags_and_organisations(entries: dict[str, Entry | None]) -> None:
    entry = _found(entries, "articles/alpha/")
    facets = (
        ("year", "2025"),
        ("tag", "Cloud"),
        ("tag", "Zoos"),
        ("organization", "OpenAI"),
        ("organization", "Oracle"),
    )
    assert (entry.kind, entry.facets) == ("Article", facets)
    assert _found(entries, "tags/cloud/").facets == (("topic", "Tag"),)
    assert _found(entries, "organizations/oracle/").facets == (("topic", "Organisation"),)


@pytest.mark.parametrize(
    ("path", "kind", "subjects"),
    [
        ("articles/alpha/", "Article", ("Alpha",)),
        ("tags/cloud/", "Tag", ("Cloud",)),
        ("organizations/oracle/", "Organisation", ("Oracle", "Oracle Corp.")),
        ("partnerships/openai--oracle/", "Partnership", ()),
        ("tags/", "Page", ()),
        ("timeline/2027/", "Page", ()),
    ],
)
def test_what_a_page_is_and_of_what_it_is_the_best_page(
    entries: dict[str, Entry | None], path: str, kind: str, subjects: tuple[str, ...]
) -> None:
    entry = _found(entries, path)
    assert (entry.kind, entry.subjects) == (kind, subjects)


def test_the_words_of_articles_weigh_more_than_those_of_pages_that_lead_to_them(
    entries: dict[str, Entry | None],
) -> None:
    weights = {entry.kind: entry.weight for entry in entries.values() if entry}
    assert all(weight < weights["Article"] for kind, weight in weights.items() if kind != "Article")
    assert len(weights) == 5


def test_pages_that_say_what_another_does_are_not_found(entries: dict[str, Entry | None]) -> None:
    assert [path for path, entry in entries.items() if entry is None] == [
        "articles/page/2/",
        "partnerships/nvidia--openai/",  # one article alone states it
        "tags/zoos/page/2/",
        "references/a-shared-work/",  # the articles that cite it do
        "search/",
    ]


def test_an_entry_becomes_html_in_which_only_hand_written_pages_have_markup() -> None:
    renderer = Renderer(FileSystemLoader(TEMPLATES / "pages"), DEFAULTS)
    hostile = '"><script>alert(1)</script>'
    entry = Entry(hostile, "Tag", (Part(hostile, "a", (hostile,)),), (hostile, "b"), (("tag", hostile),))
    html = renderer.render_entry(entry)
    assert "<script>" not in html
    assert html.count("&lt;script&gt;") == 5
    assert '<h2 id="a">&#34;&gt;' in html
    prose = renderer.render_entry(prose_entry("Method", Markup('<h2 id="x">How</h2>')))
    assert '<div><h2 id="x">How</h2></div>' in prose
    assert 'content="Method"' in prose


def test_the_examples_of_the_guide_stand_below_what_the_owner_has_written() -> None:
    assert (
        prose_entry("Articles", Markup("OpenAI"), is_guide=True).weight < prose_entry("Method", Markup("OpenAI")).weight
    )


def test_a_work_is_found_by_the_articles_that_cite_it(entries: dict[str, Entry | None]) -> None:
    assert entries["references/a-shared-work/"] is None
    assert "A Shared Work" in _found(entries, "articles/alpha/").parts[-1].texts
