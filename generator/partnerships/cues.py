"""A stretch of text in, its words that tie out: each with its frame, and whether it is a noun, active or passive."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.partnerships.inflections import inflect
from generator.partnerships.tiewords import FRAMES, FROM_NOUN, Frame
from generator.text.lexicon import Cue, Lexicon

_HELPERS = re.compile(
    r".*\b(be|been|being|is|are|was|were|has|have|had|having|will|would|to|who|which"
    r"|that)(?:\s+[\w-]+){0,3}\s+$",
    re.I,
)
_BE = ("be", "been", "being", "is", "are", "was", "were")
_BY = re.compile(
    r"(?:\s+(?!and\b|or\b|to\b)[\w-]+){0,5},?\s+by\s+(?!\d|the end|mid|early|late|then|next|(?:January|February"
    r"|March|April|May|June"
    r"|July|August|September|October|November|December)\b)"
)
_BEFORE_NOUN = re.compile(
    r"(?:\b(?:an?|the|its|their|this|these|that|of|under|by|for|in|on|with|from|about|as|into|per|no|any|each|some"
    r"|two"
    r"|three|several|both|all|new|first|second|third|last|more|further|other|such|own|through|after|before|over"
    r"|billion|million|percent|MW|GW|USD|EUR)|[’']s|s’|s'|\d[\w.,]*|-[a-z]+)\s+$",
    re.I,
)
_DETERMINER = re.compile(r"\b(?:an?|the|its|their|this|that|new|first|second|third|each|\d+)\s+$")
_BEFORE_VERB = re.compile(
    r"\b(?:to|will|would|can|could|may|might|should|must|not|also|now|then|has|have|had|is|are|was|were|it|they|who"
    r"|which|be|been|being|we|both|already|jointly|still|never|did|does|do)\s+$",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Sense:
    """A frame and in which form its words stand: as a noun, or as one of the forms of a verb."""

    frame: Frame
    form: str


@dataclass(frozen=True, slots=True)
class TieWord:
    """A word that ties, from `start` to `end`."""

    frame: Frame
    start: int
    end: int
    noun: bool
    passive: bool

    def takes(self, lead: str) -> bool:
        """Whether a party with that preposition can be one of its own."""
        if lead == "at" and self.noun and self.frame.name == "supply":
            return True  # `production at Alpha`
        return lead in _LEADS[FROM_NOUN if self.noun else self.frame.leads] or (lead == "by" and self.passive)


def find_tie_words(text: str, start: int, end: int, names: Mapping[int, int]) -> tuple[TieWord, ...]:
    """The words of frames in a stretch of text, in order; those of one place in the order of the frames.

    `names` are the ends of names by their starts: what stands in a name ties nobody.
    """
    by_place: dict[int, list[Cue[Sense]]] = defaultdict(list)
    for cue in _SENSES.find(text, start, end):
        by_place[cue.start].append(cue)
    found: list[TieWord] = []
    done = start
    for place in sorted(by_place):
        if place < done or any(first <= place < last for first, last in names.items()):
            continue
        stop = max(cue.end for cue in by_place[place])
        longest = [cue for cue in by_place[place] if cue.end == stop]
        done = stop
        noun = _is_noun(text, longest, start)
        if _is_other_noun(text, longest, start):
            continue
        for _, cues in itertools.groupby(longest, key=lambda cue: cue.entry.frame.name):
            same = [cue for cue in cues if (cue.entry.form == "noun") == noun]
            if same:
                passive = same[0].entry.form == "participle" and _is_passive(text, same[0], start)
                found.append(TieWord(same[0].entry.frame, place, stop, noun, passive))
    return tuple(found)


def _lexicon() -> Lexicon[Sense]:
    words: list[tuple[Sense, str]] = []
    for frame in FRAMES:
        forms = [inflect(verb) for verb in frame.verbs.split()]
        participles = {form.participle for form in forms} | {form.past for form in forms}
        words += [
            (
                Sense(frame, "present"),
                " ".join(sorted({word for form in forms for word in form.present} - participles)),
            ),
            (Sense(frame, "participle"), " ".join(sorted(participles))),
            (Sense(frame, "ing"), " ".join(sorted({form.ing for form in forms}))),
            (Sense(frame, "noun"), frame.nouns),
        ]
    return Lexicon(words)


def _is_noun(text: str, cues: list[Cue[Sense]], start: int) -> bool:
    """Whether a word that may be a noun or a verb is a noun where it stands."""
    forms = {cue.entry.form == "noun" for cue in cues}
    if len(forms) == 1:
        return forms.pop()
    before = text[max(start, cues[0].start - 24) : cues[0].start]
    if _BEFORE_VERB.search(before):
        return False
    after = text[cues[0].end : cues[0].end + 8]
    if (
        cues[0].word.endswith("s")
        and re.match(r" (?:[A-Z]|\d|(?:the|its|an?) )", after)
        and re.search(r"[a-z]\s+$", before)
    ):
        return bool(_BEFORE_NOUN.search(before))
    lower = re.search(r"\b(?!(?:and|or|but|that|then|when|as|if)\s)[a-z][\w-]*\s+$", before)
    return bool(_BEFORE_NOUN.search(before) or lower or not before.strip() or before.rstrip().endswith(":"))


def _is_other_noun(text: str, cues: list[Cue[Sense]], start: int) -> bool:
    """Whether a word that ties only as a verb is a noun here: `a ship`, `its design unit`."""
    before = text[max(start, cues[0].start - 24) : cues[0].start]
    if all(cue.entry.form == "ing" for cue in cues):
        return bool(_DETERMINER.search(before))
    if any(cue.entry.form != "present" for cue in cues):
        return False
    if " " in cues[0].word:
        return not FINITE_VERBS.isdisjoint(before.split()[-1:])  # `sells switches to`
    if _BEFORE_VERB.search(before):
        return False
    if cues[0].word.endswith("s") and before.endswith("that "):
        return False
    lower = not cues[0].word.endswith("s") and re.search(r"\b[a-z][\w-]*(?<!s)(?<!ly)\s+$", before)
    if re.search(r"\b(?:its|their|his|our)\s+[a-z][\w-]*\s+$", before):
        return True
    return bool(_BEFORE_NOUN.search(before) and not before.rstrip().endswith("and")) or bool(lower)


def _is_passive(text: str, cue: Cue[Sense], start: int) -> bool:
    if _BY.match(text, cue.end):
        return True
    helper = _HELPERS.match(text, max(cue.start - 40, start), cue.start)
    return helper is not None and helper[1].lower() in _BE


def _finite_verbs() -> frozenset[str]:
    nouns = {noun for frame in FRAMES for noun in frame.nouns.split()}
    verbs = [inflect(verb) for frame in FRAMES for verb in frame.verbs.split() if "_" not in verb]
    forms = {form for verb in verbs for form in (*verb.present, verb.past) if not form.endswith("ed")}
    return frozenset(forms - nouns)


FINITE_VERBS = _finite_verbs()
"""Forms that are those of verbs alone, so that no preposition before them leads what stands after them."""
_LEADS = {leads: frozenset(leads.split()) for leads in (FROM_NOUN, *(frame.leads for frame in FRAMES))}
_SENSES = _lexicon()
