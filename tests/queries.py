"""A site's data in, searches out of which each has one page that somebody has in mind: the same ones on every day."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

EACH = 40
"""Searches of one sort."""
_WORD = re.compile(r"[^\W_]+")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody types in, of which sort that is, and the path of the page that they want."""

    sort: str
    text: str
    wanted: str


def queries_of(site: Path) -> list[Query]:
    """Words of a title, the same with one mistake, names of tags and organisations, and other names of both."""
    articles, tags, organizations = (_items(site, name) for name in ("articles", "tags", "organizations"))
    taken = {one["slug"] for one in organizations}
    tags = [tag for tag in tags if tag["slug"] not in taken]
    titles = [(text, one["url"]) for one in articles for text in _some_words(one["title"])]
    named = [*organizations, *tags]
    return [
        *_draw("title", titles),
        *_draw("typo", [(_mistyped(text), url) for text, url in titles]),
        *_draw("tag", [(tag["name"], tag["url"]) for tag in tags]),
        *_draw("organisation", [(one["name"], one["url"]) for one in organizations]),
        *_draw("alias", [(alias, one["url"]) for one in named for alias in one["aliases"] if alias != one["name"]]),
    ]


def _draw(sort: str, texts: list[tuple[str, str]]) -> list[Query]:
    """As many as there should be, chosen and ordered by chance that is the same each time."""
    drawn = sorted(texts, key=lambda one: _chance(f"{sort} {one[0]}", 1 << 60))
    return [Query(sort, text, wanted) for text, wanted in drawn[:EACH]]


def _some_words(title: str) -> Iterator[str]:
    """Twice three words of a title, in its order, of those with four letters or more."""
    words = [word for word in _WORD.findall(title) if len(word) > 3]
    for turn in "ab":
        chosen = sorted(range(len(words)), key=lambda place: _chance(f"{turn} {title} {place}", 1 << 60))[:3]
        yield " ".join(words[place] for place in sorted(chosen))


def _mistyped(text: str) -> str:
    """The text with one mistake in its longest word: a letter dropped, doubled, changed, or swapped with the next."""
    word = max(_WORD.findall(text), key=len)
    place = 1 + _chance(text, len(word) - 2)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    wrong = (
        before + after,
        before + letter * 2 + after,
        before + _LETTERS[(_LETTERS.find(letter.lower()) + 7) % 26] + after,
        before + after[:1] + letter + after[1:],
    )[_chance(f"how {text}", 4)]
    return text.replace(word, wrong)


def _chance(text: str, size: int) -> int:
    """A number below `size` that depends on the text alone."""
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % size


def _items(site: Path, name: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))["items"]
    return items
