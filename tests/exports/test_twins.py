"""Articles as Markdown, and the list of them for language models."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it import MarkdownIt
from samples import article, citation, knowledge, section

from generator.exports.twins import MOST, export_llms, export_twins
from generator.markup import render_blocks
from generator.model import Article, BodySection, Line
from generator.settings import Settings

SITE = Settings(site_name="My <Base>", site_description="What *we* know.", site_url="https://base.example/kb/")
WORKS = (citation(1, "A [Work]", "https://a.example/x", "Reuters"), replace(citation(2, "Alone"), note="May 2026"))


def _twin(one: Article, settings: Settings = SITE) -> str:
    (file,) = export_twins(knowledge(one), settings)
    assert file.path == f"articles/{one.slug}/index.md"
    return file.data.decode()


def _section(title: str, text: str, level: int = 2) -> BodySection:
    blocks = render_blocks([Line(number, line) for number, line in enumerate(text.split("\n"), 1)])
    return replace(section(title, level=level), blocks=blocks)


def test_a_twin_has_all_that_its_article_has_in_order() -> None:
    one = replace(
        article("seeds/a.txt", "R&D in C #", ["OpenAI", "C++"], WORKS, date="2026-05-03"),
        authors=("A. Editor", "B_ Writer"),
        sections=(_section("", "Before."), _section("1. One", "- a\n- *b*"), _section("Two", "Words.", 3)),
    )
    assert (
        _twin(one)
        == """\
# R&D in C \\#

A description.

- Date: 2026-05-03
- By: A. Editor, B\\_ Writer
- Tags: [OpenAI](https://base.example/kb/tags/openai/), [C++](https://base.example/kb/tags/c-plus-plus/)
- Page: https://base.example/kb/articles/r-and-d-in-c/

## Summary

A summary.

Before.

## 1\\. One

- a
- *b*

### Two

Words.

## References

1. [A \\[Work\\]](https://a.example/x), Reuters
2. Alone, May 2026
"""
    )


def test_a_twin_keeps_quiet_about_what_its_article_does_not_say() -> None:
    one = article("seeds/a.txt", "Alpha", sections=[_section("One", "Words.")], summary="")
    assert _twin(one, Settings()) == "# Alpha\n\nA description.\n\n## One\n\nWords.\n"


def test_links_of_a_twin_are_relative_where_no_address_is_known() -> None:
    assert "[Zoos](../../tags/zoos/index.html)" in _twin(
        article("seeds/a.txt", tags=["Zoos"]), Settings(index="index.html")
    )


def test_what_looks_like_markup_in_a_title_is_text() -> None:
    html = MarkdownIt("commonmark").render(_twin(article("seeds/a.txt", "<script> & _so_ on ##")))
    assert "<h1>&lt;script&gt; &amp; _so_ on ##</h1>" in html


def test_the_list_for_language_models_has_the_newest_articles_and_where_the_rest_is() -> None:
    many = [article(f"seeds/{n:03}.txt", date=f"2026-01-{1 + n % 28:02}") for n in range(MOST + 2)]
    for number in (2, MOST + 2):
        file = export_llms(knowledge(*many[:number]), SITE)
        text = file.data.decode()
        assert file.path == "llms.txt"
        assert text.startswith("# My \\<Base>\n\n> What \\*we\\* know.\n\n")
        listed = re.findall(
            r"(?m)^- \[(\d{3})\]\(https://base\.example/kb/articles/\d{3}/index\.md\): A description\.$", text
        )
        assert len(listed) == min(number, MOST)
        assert listed[0] == max(listed, key=lambda name: (many[int(name)].date, -int(name)))
        assert ("The 2 articles before these are in the data." in text) == (number > MOST)


def test_the_list_of_a_site_without_articles_says_where_its_data_is() -> None:
    text = export_llms(knowledge(), Settings(site_name="My Base")).data.decode()
    assert "> A knowledge base: 0 articles, 0 tags." in text
    assert "- [Articles](data/articles.json): " in text
