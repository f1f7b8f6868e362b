"""One line in, whether it looks like a heading, a headline or a sentence out."""

from __future__ import annotations

import re

_SMALL_WORDS = frozenset(
    "a an and as at but by for from how in into is it its nor of off on onto or over per s so than that the to under up"
    " upon v via vs was what when where which who why will with are be been has have can their our your this".split()
)
_HANGING = frozenset("a an and as at by for from in into its of on or per than that the their to via with".split())
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|does|did|do|says|said|may|might|must)\b", re.I
)
_QUESTION = re.compile(r"(?:how|why|what|when|where|who|which)\b", re.I)
_CAPTION = re.compile(r"(?:figure|fig\.|table|chart|exhibit|image|photo|box)[ \t]*\d*[a-z]?[ \t]*[:.–—-]", re.I)
_WORD = re.compile(r"[^\W_][\w’'&./+-]*")
_URL = re.compile(r"https?://|www\.", re.I)
MAX_WORDS, MAX_LENGTH = 14, 110
"""The longest heading that only its looks tell."""


def is_shaped(text: str) -> bool:
    """Whether a line could be a heading by its looks alone: short, begun like one, not ended like a sentence."""
    words = text.split()
    if not words or len(words) > MAX_WORDS or len(text) > MAX_LENGTH or _URL.search(text):
        return False
    first = text.lstrip("\"'“‘«(*_[")[:1]
    return (
        bool(first)
        and not first.islower()
        and (first.isalnum() or first in "$€£¥₹")
        and text.rstrip("\"'”’»)")[-1:] not in tuple(".,;:!…")
    )


def is_title_case(text: str) -> bool:
    """Whether every word that a headline capitalises is capitalised, as in `The Shift Towards Independence`."""
    words = [word for word in _WORD.findall(text) if word.casefold() not in _SMALL_WORDS]
    return bool(words) and all(not word[0].islower() or any(sign.isupper() for sign in word) for word in words)


def is_headline(text: str) -> bool:
    """Whether the words are those of a headline: in title case, a question, or without a finite verb."""
    return is_title_case(text) or bool(_QUESTION.match(text)) or text.endswith("?") or not _FINITE.search(text)


def is_caption(text: str) -> bool:
    """Whether a line names a figure or table: `Figure 1: The sites`."""
    return bool(_CAPTION.match(text))


def is_hanging(text: str) -> bool:
    """Whether a line ends in a small word that the next line must go on from: `works together with`."""
    return text.rsplit(maxsplit=1)[-1] in _HANGING
