"""A word in, the word with one slip of the hand out: the same slip for the same number, on any machine."""

from __future__ import annotations

import random

TYPOS = ("missing", "doubled", "neighbour", "swapped")
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890")
_NEAR = {
    sign: row[max(at - 1, 0) : at] + row[at + 1 : at + 2] for row in _ROWS for at, sign in enumerate(row)
}  # the keys beside each key


def typo(word: str, kind: str, seed: int) -> str:
    """The word with a letter left out, struck twice, a key beside the right one, or two letters changed about."""
    chance = random.Random(seed)
    places = [at for at, sign in enumerate(word) if sign.isalnum()] or [0]
    at = chance.choice(places)
    if kind == "missing":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[: at + 1] + word[at:]
    if kind == "neighbour":
        return word[:at] + chance.choice(_NEAR.get(word[at].casefold(), "x")) + word[at + 1 :]
    pairs = [at for at in range(len(word) - 1) if word[at] != word[at + 1]] or [0]
    at = chance.choice(pairs)
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]
