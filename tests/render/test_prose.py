"""Hand-written pages in Markdown keep the site's policy."""

from __future__ import annotations

from markdown import markdown

from generator.render.prose import Prose

ALIGNED = "| Party | Amount |\n|:-:|--:|\n| OpenAI | 38 |\n"


def _html(text: str) -> str:
    return markdown(text, extensions=["tables", Prose()])


def test_a_table_is_in_a_region_that_its_columns_name() -> None:
    html = _html(f"Before.\n\n{ALIGNED}\nAfter.")
    assert html.startswith("<p>Before.</p>\n<div ")
    assert '<div aria-label="Table: Party, Amount" class="sb-scroll" role="group" tabindex="0"><table>' in html
    assert html.endswith("</table></div>\n<p>After.</p>")


def test_a_table_without_a_head_has_a_name_all_the_same() -> None:
    html = _html("|   |   |\n|---|---|\n| a | b |\n")
    assert 'aria-label="Table"' in html
    assert "<th>" not in html


def test_cells_are_aligned_by_a_class() -> None:
    html = _html(ALIGNED)
    assert '<th class="sb-center">Party</th>' in html
    assert '<td class="sb-right">38</td>' in html
    assert "style" not in html


def test_a_table_in_a_quote_is_found_and_text_without_tables_stays() -> None:
    assert 'class="sb-scroll"' in _html("\n".join(f"> {line}" for line in ALIGNED.splitlines()))
    assert _html("*One* line.") == "<p><em>One</em> line.</p>"
