"""Addresses over many sets of names: all different in any order, safe on every disk, the same when made again."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable

from samples import article

from generator.knowledge import settle_articles
from generator.text import SLUG_BYTES, slug

SETS = 10_000
_PIECES = (
    *"AI ai C C++ C# .NET CON com1 nul index 404 _redirects search tags x² ﬁ Straße STRASSE İstanbul café".split(),
    *'العربية 机器学习 🚀 👨‍👩‍👧 .. / \\ : * ? " < > | % # & + - _ ~ @ !'.split(),
    *("cafe\u0301", "\u200b", "\u2800", "\ufeff", "a b", "a  b", "very long words " * 12, "", " ", "."),
)
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³])(?:\..*)?", re.I)
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f/\\:*?\"<>|%#&+]")


def test_addresses_of_ten_thousand_sets_of_titles(record_property: Callable[[str, object], None]) -> None:
    source = random.Random(6)
    collisions = 0
    for _ in range(SETS):
        names = ["".join(source.choices(_PIECES, k=source.randint(1, 3))) for _ in range(source.randint(2, 5))]
        articles = [article(f"seeds/{index}.txt", name or "x") for index, name in enumerate(names)]
        settled, problems = settle_articles(articles)
        turned, again = settle_articles(articles[::-1])
        slugs = [one.slug for one in settled]
        assert sorted((one.path, one.slug) for one in turned) == sorted((one.path, one.slug) for one in settled)
        assert sorted(again) == sorted(problems)
        folded = {unicodedata.normalize("NFC", one).casefold() for one in slugs}
        assert len(folded) == len(slugs), names
        assert len(settled) + len([one for one in problems if one.code == "same-address"]) == len(names)
        for problem in problems:
            collisions += 1
            assert re.search(r"seeds/\d\.txt(?::\d+|.* line \d+)", f"{problem.message} {problem.hint}"), problem
        for name in names:
            _check_slug(slug(name))
    record_property("R6 sets of titles, real collisions told with both places", f"{SETS}, {collisions}")


def _check_slug(found: str) -> None:
    assert found
    assert slug(found) == found
    assert len(found.encode()) <= SLUG_BYTES + 2
    assert not _DEVICE.fullmatch(found)
    assert not _UNSAFE.search(found)
    assert not found.startswith((".", "-", "_"))
    assert not found.endswith((".", " "))
