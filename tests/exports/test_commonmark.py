"""Blocks of an article as Markdown that any reader of it reads as they are."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from samples import lines

from generator.exports.commonmark import escape_text, write_link, write_markdown
from generator.markup import render_blocks

STOCK = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""Markdown as GitHub has it, raw HTML included: what an article says in plain words must not become markup there."""

PIECES = (
    "a", "B.", "word", " ", " ", "*", "**", "_", "__", "~~", "`", "``", "[", "]", "(", ")", "<", ">", "\\", "!", "&",
    "&amp;", "|", "#", "-", "+", "1.", "2)", "=", ":", "\n", "\n", "\n\n", "    ", "```", "~~~", "---", "***", "\t",
    "| - | - |", "[1]", "https://a.example/x_y?z=(1)", "<https://b.example>", "[c](https://c.example)", "<b>", "x",
    "![d](https://d.example)", "- item", "  - inner", "> quote", "3. third", "snake_case",
)  # fmt: skip


def _html(text: str) -> str:
    blocks = render_blocks(lines(*text.split("\n")), numbers=frozenset({1}))
    return "".join(block.html for block in blocks)


def _seen(html: str) -> tuple[list[str], list[str]]:
    """The words that a reader sees, and the addresses that links lead to."""
    links = [unquote(unescape(link)) for link in re.findall(r'<a href="([^#"][^"]*)"', html)]
    html = re.sub(r'<span class="sb-code-label">.*?</span>', "", html)
    spaced = re.sub(r"<(?!/?(?:strong|em|s|code|a|span)\b)[^<>]*>", " ", html)
    return unescape(re.sub(r"<[^<>]*>", "", spaced)).split(), links


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Plain words.", "Plain words."),
        ("**Strong** and *stressed* and ~~struck~~ `code`.", "**Strong** and *stressed* and ~~struck~~ `code`."),
        ("***Both*** and *so*(*so*)", "*__Both__* and *so*(*so*)"),
        ("- one\n- two\n  - inner", "- one\n- two\n  - inner"),
        ("3. three\n4. four", "3. three\n4. four"),
        ("> quoted\n>\n> twice", "> quoted\n>\n> twice"),
        ("| A | B |\n|---|--:|\n| a\\|b | 2 |", "| A | B |\n| --- | ---: |\n| a\\|b | 2 |"),
        ("```python\nx = 1\n```", "```python\nx = 1\n```"),
        ("[words](https://a.example/x_(y))", "[words](<https://a.example/x_(y)>)"),
        ("See https://a.example/x_y.", "See <https://a.example/x_y>."),
        ("![picture](https://a.example/p.png)", "[picture](https://a.example/p.png)"),
        ("As said before [1].", "As said before \\[1\\]."),
    ],
)
def test_a_block_is_written_as_a_person_would_write_it(text: str, wanted: str) -> None:
    assert write_markdown(_html(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a <b>bold</b> claim", "a \\<b>bold\\</b> claim"),
        ("5 * 3 * 2", "5 \\* 3 \\* 2"),
        ("snake_case and _this", "snake_case and \\_this"),
        ("[x](javascript:alert(1))", "\\[x\\](javascript:alert(1))"),
        ("&lt; &copy; R&D", "\\< © R&D"),
        ("&amp;copy;", "\\&copy;"),
        ("\\# no heading", "\\# no heading"),
        ("2026\\. A year", "2026\\. A year"),
        ("C:\\dir\\*", "C:\\dir\\*"),
        ("C:\\dir\\\\*x", "C:\\dir\\\\\\*x"),
    ],
)
def test_what_is_no_markup_stays_none(text: str, wanted: str) -> None:
    assert write_markdown(_html(text)) == wanted


def test_two_lists_in_a_row_stay_two() -> None:
    html = "<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n<ul>\n<li>c</li>\n</ul>\n"
    assert write_markdown(html) == "- a\n\n* b\n\n- c"
    assert STOCK.render(write_markdown(html)) == html


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
@example("*a*_b_ **_c_**_d_")
@example("! [c](https://c.example)")
@example("- - ---\n- a\n\n  b")
def test_any_article_reads_the_same_in_its_twin(text: str) -> None:
    html = _html(text)
    assert _seen(STOCK.render(write_markdown(html))) == _seen(html)


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=40), st.lists(st.sampled_from(PIECES)).map("".join)
)
def test_any_plain_text_is_one_paragraph_of_itself(text: str, more: str) -> None:
    plain = " ".join(f"{text} {more}".split())
    tokens = STOCK.parse(escape_text(f"{text} {more}"))
    assert [token.type for token in tokens if token.level == 0] == ["paragraph_open", "paragraph_close"] * bool(plain)
    assert _seen(STOCK.render(escape_text(plain)))[0] == plain.split()
    assert _seen(STOCK.render(write_link(plain, "https://a.example/(x)"))) == (plain.split(), ["https://a.example/(x)"])
