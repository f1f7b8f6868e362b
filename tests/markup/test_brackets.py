"""However many brackets a text has, reading it takes a time that grows as the text does."""

from __future__ import annotations

import time

import pytest
from samples import lines

from generator.articles.seeds import MAX_CHARACTERS, read_seed
from generator.markup import render_blocks
from generator.model import Source


def _seconds(text: str) -> float:
    started = time.process_time()
    render_blocks(lines(text))
    return time.process_time() - started


@pytest.mark.parametrize("sign", ["[", "![", "[a](", "[[a]", "](", "[a]["])
def test_brackets_that_open_nothing_cost_no_more_than_their_number(sign: str) -> None:
    assert _seconds(sign * 15_000) < 2


def test_a_link_among_brackets_is_still_a_link() -> None:
    (block,) = render_blocks(lines("[[one](https://a.example/) [two"))
    assert '<a href="https://a.example/" rel="noopener">one</a>' in block.html
    assert "[two" in block.text


def test_an_article_longer_than_any_that_people_write_is_an_error() -> None:
    text = "Background\n" + "Words of a text. " * (MAX_CHARACTERS // 17 + 1)
    seed, problems = read_seed(Source("seeds/x.txt", text.encode()))
    assert seed is None
    assert [problem.code for problem in problems] == ["too-large"]
