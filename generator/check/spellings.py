"""The tags of all articles and the vocabulary in, what is wrong with how they are spelt out."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.model import Article, Problem, Problems, TagMention, Term
from generator.text import count, fold, slug
from generator.text.nearest import Speller
from generator.text.scripts import latin_form, mixes_scripts, other_script
from generator.vocabulary import Vocabulary

_PLAIN = re.compile(r"[^\W_](?:[\w .&/+'’-]*[\w.+'’])?")
_PLURALS = (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("s", ""))
_NO_PLURALS = ("ss", "us", "is")
_STEM = 4
_LEAST = 6
"""In a shorter name one letter makes another word: `Meta` and `Beta`."""


def check_spellings(articles: Iterable[Article], vocabulary: Vocabulary) -> Problems:
    """For each tag that is no term, one problem where it stands first: like another, spelt in two ways, or unknown."""
    mentions: dict[str, list[TagMention]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.path):
        for mention in article.tags:
            if not vocabulary.find(mention.name):
                mentions[fold(mention.name)].append(mention)
    return tuple(_Desk(mentions, vocabulary).check())


def entry(name: str, kind: str = "topic", aliases: Sequence[str] = (), term: Term | None = None) -> str:
    """The line of the vocabulary that says all this: `Data Center: {kind: topic, aliases: [Data Centers]}`."""
    parts = [f"kind: {kind}"]
    parts += [f"aliases: [{', '.join(map(_quoted, aliases))}]"] * bool(aliases)
    if term:
        others = (("parent", term.parent), ("description", term.description), ("homepage", term.homepage))
        parts += [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in others if value]
    return f"{_quoted(name)}: {{{', '.join(parts)}}}"


class _Desk:
    """The tags that are no terms, by their folded names, and what they are held against."""

    def __init__(self, mentions: Mapping[str, Sequence[TagMention]], vocabulary: Vocabulary) -> None:
        self.mentions = mentions
        self.vocabulary = vocabulary
        self.speller = Speller({*vocabulary.by_key, *mentions}, most=1)
        self.stems: dict[str, list[str]] = defaultdict(list)
        names = [(key, mentions[key][0].name) for key in mentions]
        names += [(fold(name), name) for term in vocabulary.terms for name in (term.name, *term.aliases)]
        for key, name in sorted(set(names)):
            self.stems[_stem(name)].append(key)

    def check(self) -> Iterator[Problem]:
        """The problems, in no particular order."""
        others = {key: other for key in self.mentions if (other := self._other(key))}
        for key, mentions in self.mentions.items():
            if look_alike := self._look_alike(mentions):
                yield look_alike
            elif key in others:
                yield self._similar(mentions, others[key])
            elif len(names := Counter(mention.name for mention in mentions)) > 1:
                yield _several(mentions, list(names))
            elif self.vocabulary.terms and key not in others.values():
                yield self._unknown(key, mentions)

    def _look_alike(self, mentions: Sequence[TagMention]) -> Problem | None:
        """The problem of a tag with letters of another script that a reader takes for Latin ones."""
        name = mentions[0].name
        latin = latin_form(name)
        is_there = bool(latin) and (fold(latin) in self.mentions or fold(latin) in self.vocabulary.by_key)
        if not is_there and not mixes_scripts(name):
            return None
        message = f"the tag “{name}” has letters of the {other_script(name)} script that look Latin"
        message += f"; “{latin}” is another tag" if is_there else ""
        hint = f"write “{latin}” in Latin letters, if that is meant"
        return Problem(mentions[0].place, "look-alike-tag", message, hint, len(name))

    def _other(self, key: str) -> str:
        """The tag or term that this one is almost: one that is used more, or by an earlier article."""
        name = self.mentions[key][0].name
        alike = [other for other in self.stems[_stem(name)] if other != key]
        if len(key) >= _LEAST:
            slips = (other for other in self.speller.near(key) if other != key)
            alike += [other for other in slips if other[0] == key[0] and _digits(other) == _digits(key)]
        return next((other for other in alike if self._weight(other) > self._weight(key)), "")

    def _weight(self, key: str) -> tuple[bool, int, str]:
        return key in self.vocabulary.by_key, len(self.mentions.get(key, ())), key

    def _similar(self, mentions: Sequence[TagMention], other: str) -> Problem:
        mention, term = mentions[0], self.vocabulary.by_key.get(other)
        if term:
            meant = term.name
            line = entry(meant, term.kind, (*term.aliases, mention.name), term)
        else:
            meant = self.mentions[other][0].name
            line = entry(meant, aliases=(mention.name,))
        message = f"the tag “{mention.name}” is almost “{meant}”"
        hint = f"write “{meant}”, or make them one in the vocabulary: {line}"
        return Problem(mention.place, "similar-tag", message, hint, len(mention.name))

    def _unknown(self, key: str, mentions: Sequence[TagMention]) -> Problem:
        mention = mentions[0]
        times = f", as in {count(len(mentions) - 1, 'other article')}" if len(mentions) > 1 else ""
        near = next((name for name in self.speller.near(key) if name in self.vocabulary.by_key), "")
        asked = f"did you mean “{self.vocabulary.by_key[near].name}”? Else " if near else ""
        hint = f"{asked}add it to the vocabulary: {entry(mention.name)}"
        message = f"the tag “{mention.name}” is not in the vocabulary{times}"
        return Problem(mention.place, "unknown-tag", message, hint, len(mention.name))


def _several(mentions: Sequence[TagMention], names: Sequence[str]) -> Problem:
    mention = next(mention for mention in mentions if mention.name != names[0])
    message = f"the tag “{mention.name}” is also written “{names[0]}”"
    hint = f"write one of them; the vocabulary can say which: {entry(names[0])}"
    return Problem(mention.place, "tag-spellings", message, hint, len(mention.name))


def _stem(name: str) -> str:
    """The folded name without the plural of its last word."""
    *before, last = slug(name).split("-")
    if not last.endswith(_NO_PLURALS):
        for plural, singular in _PLURALS:
            stem = last.removesuffix(plural) + singular
            if last.endswith(plural) and len(stem) >= _STEM:
                last = stem
                break
    return "".join((*before, last))


def _digits(key: str) -> str:
    return "".join(sign for sign in key if sign.isdecimal())


def _quoted(name: str) -> str:
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)
