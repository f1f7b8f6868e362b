"""A sentence and the vocabulary in, the terms it names and where they stand out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from generator.model import Mention, Term
from generator.vocabulary import Vocabulary

_ARTICLE = re.compile(r"the\s+", re.I)
_NOT_META = re.compile(r"[\s-]+(?:description|analysis|data|tags?|title|keywords?|level)\b", re.I)


class _Automaton:
    """All spellings of a vocabulary in one Aho-Corasick automaton."""

    def __init__(self, terms: Sequence[Term]) -> None:
        spellings: dict[str, tuple[Term, set[str]]] = {}
        for term in terms:
            for name in filter(None, (term.name, *term.aliases)):
                spellings.setdefault(_lower(name), (term, set()))[1].add(name)
        self.entries = [spellings[name] for name in sorted(spellings)]
        self.automaton = AhoCorasick(sorted(spellings))
        self.makers = {name: maker for name in spellings if (maker := _maker(name, spellings))}


def _maker(name: str, spellings: Mapping[str, tuple[Term, set[str]]]) -> Term | None:
    """The organisation with whose name that of a technology or project begins: `Nvidia GB200` names Nvidia, too."""
    if spellings[name][0].kind not in ("technology", "project"):
        return None
    words = name.split()
    heads = (" ".join(words[:size]) for size in range(len(words) - 1, 0, -1))
    found = (spellings[head][0] for head in heads if head in spellings)
    return next((term for term in found if term.kind == "organization"), None)


def find_mentions(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """The mentions in a text, in order; the maker named in a product stands with it, else none is inside another.

    The longest match at a place wins. It starts and ends at a word boundary. A proper name counts only where its first
    letter is a capital, or as the vocabulary writes it; `Meta` the company is told from `meta description`.
    """
    if not vocabulary.terms:
        return ()
    automaton = _automaton(vocabulary)
    mentions: list[Mention] = []
    done = 0
    matches = automaton.automaton.find_matches_as_indexes(_lower(text), overlapping=True)
    for index, start, end in sorted(matches, key=lambda match: (match[1], -match[2])):
        term, spellings = automaton.entries[index]
        if start >= done and _is_whole(text, start, end) and _is_meant(text, start, end, term, spellings):
            done = end
            mentions.append(Mention(term.slug, term.kind, start, end))
            if maker := automaton.makers.get(_lower(text[start:end])):
                mentions.append(Mention(maker.slug, maker.kind, start, end))
    return tuple(mentions)


@lru_cache(maxsize=2)
def _automaton(vocabulary: Vocabulary) -> _Automaton:
    return _Automaton(vocabulary.terms)


def _lower(text: str) -> str:
    """The text in lower case, but for the few letters whose lower case is longer: places must not shift."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(s.lower() if len(s.lower()) == 1 else s for s in text)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    joined = after in ("-", "‑") and text[end + 1 : end + 2].isdigit()
    return not (before.isalnum() or before == "_" or after.isalnum() or after == "_" or joined)


def _is_meant(text: str, start: int, end: int, term: Term, spellings: set[str]) -> bool:
    """Whether the case of the letters is that of the name: plain words such as `oracle` or `arm` are none."""
    found = text[start:end]
    if found == "Meta" and _NOT_META.match(text, end):
        return False
    if found in spellings or term.kind in ("topic", "policy"):
        return True
    if _ARTICLE.match(found):
        return any(_ARTICLE.sub("", found) == _ARTICLE.sub("", name) for name in spellings)
    if " " not in found:
        return len(found) > 3 and (found.isupper() or (found[0].isupper() and any(n[0].isupper() for n in spellings)))
    return any(_has_capitals_of(name, found) for name in spellings)


def _has_capitals_of(name: str, found: str) -> bool:
    """Whether each word that a name capitalises is capitalised: `AI infrastructure partnership` is not that company."""
    pairs = zip(name.split(), found.split(), strict=False)
    return all(word[:1].isupper() or not own[:1].isupper() for own, word in pairs)
