"""The parser meets texts that nobody wrote: pieces that mean something to it, put together anew. Nothing raises."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from conftest import ROOT
from soaking import times

from generator.articles import read_article
from generator.check import check_article
from generator.model import Source

_PIECES = (
    *r"# ## - * + > | ` ``` ~~~ --- +++ === [ ] ( ) ! < > & ; : , . \ / _ ** ~~ [1] [^1] [^1]: ![ ]( <a >".split(),
    *"Summary Tags: Reference Links Introduction Meta Description Title title: tags: - OpenAI Oracle".split(),
    *"https://a.b/c doi:10.1/x é İ ß 机 ع 🚀 👨‍👩‍👧".split(),
    *("\n", "\n\n", "\r\n", "\r", "\t", "  ", "    ", "in May 2026 ", "up to 4.5 GW ", "A sentence stands here. "),
    *"\x00\x1b\x85\u2028\u200b\u202e\ufeff\ud7ff\u0301\U000e0041",
)


@pytest.mark.parametrize("part", range(times(1, 4)))
def test_no_text_makes_the_parser_raise(part: int, record_property: Callable[[str, object], None]) -> None:
    source = random.Random(8 + part)
    seeds = [path.read_bytes() for path in sorted((ROOT / "tests" / "shapes").glob("*.*"))]
    rounds = times(1_500, 250_000)
    for _ in range(rounds):
        data = "".join(source.choices(_PIECES, k=source.choice((1, 5, 20, 60)))).encode()
        if source.random() < 0.2:
            seed = source.choice(seeds)
            start, end = sorted(source.choices(range(len(seed)), k=2))
            data = seed[start : min(end, start + 600)] + data
        if source.random() < 0.1:
            at = source.randrange(len(data))
            data = data[:at] + bytes([source.randrange(256)]) + data[at + 1 :]
        article, problems = read_article(Source("seeds/a.txt", data))
        if article:
            check_article(Source("seeds/a.txt", data), article, problems)
    record_property("S8 made-up texts read, exceptions", f"{rounds:,}, 0")
