"""Lists of words in, where their words stand in a text out: one walk over the text, however many words there are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Cue(Generic[T]):
    """A word of a list in a text: of which entry, from where to where, and as it stands there."""

    entry: T
    start: int
    end: int
    word: str


class Lexicon(Generic[T]):
    """Entries with their words: whole words in any case, `*` for any ending, `_` for a space."""

    def __init__(self, entries: Sequence[tuple[T, str]]) -> None:
        self._entries = [entry for entry, _ in entries]
        self._whole: dict[str, list[int]] = defaultdict(list)
        self._stems: dict[str, list[int]] = defaultdict(list)
        self._phrases: dict[str, list[tuple[int, re.Pattern[str]]]] = defaultdict(list)
        for number, (_, words) in enumerate(entries):
            for word in words.split():
                first = _WORD.match(word)
                assert first, word
                if first.end() < len(word.rstrip("*")) or "_" in word:
                    self._phrases[word.replace("_", " ").split()[0].split("-")[0]].append((number, word_pattern(word)))
                elif word.endswith("*"):
                    self._stems[word[:-1]].append(number)
                else:
                    self._whole[word].append(number)
        self._shortest = min(map(len, self._stems), default=0)
        self._numbers = lru_cache(maxsize=1 << 15)(self._entries_of)  # the same words come in every text

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Cue[T]]:
        """The words of a stretch of text that are in a list, by entry, then by place; those of one do not overlap."""
        stop = len(text) if end is None else end
        words = _WORD.finditer(text, start, stop)
        found = sorted({found for word in words if self._numbers(word[0]) for found in self._at(text, word, stop)})
        cues: list[Cue[T]] = []
        last, done = -1, 0
        for number, begin, negative in found:
            if number != last or begin >= done:
                last, done = number, -negative
                cues.append(Cue(self._entries[number], begin, done, text[begin:done]))
        return cues

    def _at(self, text: str, word: re.Match[str], stop: int) -> Iterator[tuple[int, int, int]]:
        """Entry, start and negative end of what is found at one word: the longest sorts first."""
        for number, pattern in self._numbers(word[0]):
            if pattern is None:
                yield number, word.start(), -word.end()
            elif whole := pattern.match(text, word.start(), stop):
                yield number, word.start(), -whole.end()

    def _entries_of(self, word: str) -> tuple[tuple[int, re.Pattern[str] | None], ...]:
        """The entries that have a word, with the pattern of the phrase that it may begin."""
        token = word.lower()
        sizes = range(self._shortest, len(token) + 1) if self._stems else ()
        stems = (number for size in sizes for number in self._stems.get(token[:size], ()))
        return (*((number, None) for number in (*self._whole.get(token, ()), *stems)), *self._phrases.get(token, ()))


def word_pattern(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words of a list, as whole words."""
    found = "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words.split())
    return re.compile(rf"\b(?:{found})\b", re.I)
