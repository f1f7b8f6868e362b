"""A word and the names it may stand for in, the name that is a slip of the hand away out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

_LONG = 8
"""From this many letters on a word may have two slips; below it one, and below four none."""


class Speller:
    """Names, ready to be found by a word that is at most so many slips away from one of them."""

    def __init__(self, names: Iterable[str], most: int = 2) -> None:
        self._most = most
        self._names: dict[str, list[str]] = defaultdict(list)
        self._longest = 0
        for name in sorted(set(names)):
            self._longest = max(self._longest, len(name))
            for rest in _rests(name, min(_limit(name), most)):
                self._names[rest].append(name)

    def nearest(self, word: str) -> str:
        """The name with the fewest slips from the word, or nothing; a name itself has none."""
        return next(iter(self.near(word)), "")

    def near(self, word: str) -> tuple[str, ...]:
        """The names few enough slips from the word, those with the fewest first.

        A slip is a letter too many, too few, another one, or two changed about. Where several names are as near, one
        that begins alike comes first, then one of the same length.
        """
        limit = min(_limit(word + " "), self._most)  # a name may be one letter longer
        if len(word) > self._longest + limit:
            return ()
        found = {name for rest in _rests(word, limit) for name in self._names.get(rest, ())}
        near = [
            (distance, name[:1] != word[:1], abs(len(name) - len(word)), name)
            for name in found
            if (distance := slips(word, name)) <= min(limit, _limit(name))
        ]
        return tuple(name for *_, name in sorted(near))


def slips(one: str, other: str) -> int:
    """How many slips lead from one word to the other."""
    one, other = _without_same_ends(one, other)
    older: list[int] = []
    old = list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        new = [row]
        for column, wanted in enumerate(other, 1):
            cost = min(old[column] + 1, new[column - 1] + 1, old[column - 1] + (sign != wanted))
            if row > 1 and column > 1 and sign == other[column - 2] and one[row - 2] == wanted:
                cost = min(cost, older[column - 2] + 1)
            new.append(cost)
        older, old = old, new
    return old[-1]


def _without_same_ends(one: str, other: str) -> tuple[str, str]:
    """What is left of two words without the letters with which both begin and end."""
    least = min(len(one), len(other))
    start = next((at for at in range(least) if one[at] != other[at]), least)
    one, other = one[start:], other[start:]
    least -= start
    end = next((at for at in range(least) if one[-1 - at] != other[-1 - at]), least)
    return one[: len(one) - end], other[: len(other) - end]


def _limit(word: str) -> int:
    return 0 if len(word) < 4 else 1 if len(word) < _LONG else 2


def _rests(word: str, limit: int) -> set[str]:
    """The word, and what is left of it without up to `limit` of its letters: two words a slip apart share one."""
    rests = {word}
    edge = rests
    for _ in range(limit):
        edge = {rest[:at] + rest[at + 1 :] for rest in edge for at in range(len(rest))}
        rests = rests | edge
    return rests
