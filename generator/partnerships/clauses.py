"""A sentence with its parties in, its clauses out: each with its parties, its subject, and the ties it can make."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Tie, TieType
from generator.partnerships.cues import TieWord, find_tie_words
from generator.partnerships.matters import type_of_matter
from generator.partnerships.party import Party
from generator.partnerships.standing import read_status

MAX_SENTENCE = 1500
"""A longer run of text is no sentence, and ties nobody."""
REACH = 140
"""Characters between the words of a frame and a party of it."""
_PORTION = (
    r" (?:(?:\d|half|a (?:third|quarter|fifth)|one|two|three|some|about|USD|EUR)(?:[^,;:.]|\.\d){0,30} )?"
    r"(?:to|from|for|by|with|on) "
)
_PORTIONS = re.compile(_PORTION)
"""What a verb before a colon still governs: `sold: half to Alpha and half to Beta`."""
APART = re.compile(
    r"\b(?:competitors?|compet\w+|compar(?:ed|es|ing)|predate[sd]?|ranks?|similar to|not counted"
    r"|not (?:to be )?(?:a )?party"
    r"|side by side|without|differ\w*|as did|sued?|lawsuit|poached|regulat\w+|appeals?|damages|patent|struck down"
    r"|investigat\w+|antitrust|index|analysts?|overt\w+|surpass\w*|followed by)\b|;"
    rf"|:(?!{_PORTION})",
)
"""What keeps two parties apart."""
NEAR = re.compile(r"(?:\s+(?!that\b)[^\s,;:()]+){0,6}\s+")
"""A few words without a stop: what may stand between a verb and its object."""
OWNS = re.compile(r"['’]s?(?:\s+[\w.,$€£%-]+){0,6}\s+|(?:\s+(?!and\b|is\b|are\b|as\b)[\w$€£.%-]+){0,3}\s+")
"""What may stand between an owner and what is owned: `Meta's largest`."""
_CLAUSE = re.compile(
    r"; |(?<=\w): |, (?:in which|of which|with which|for which|from which|to which|on which|under which|while"
    r"|whereas|but|although|though|so that|because|which|who|whose"
    r"|and (?:it|they|another|one|the|a|an|that|in \d{4})) "
    r"|, and (?=(?:[A-Za-z][\w&.’']* ){1,3}(?:will|would|was|is|are|has|had|have|bought|took|gave"
    r"|made|may|put|sold|built|lent|held|won|[a-z]+ed|[a-z]+[^s\W]s)\b)"
    r"| (?:while|whereas|because|but|who) "
    r"| (?=(?:in|of|under|with|from|to) which )(?:(?<=company )|(?<=firm )|(?<=deal )|(?<=contract )|(?<=agreement )"
    r"|(?<=lease )|(?<=group )|(?<=start-up ))(?:in|of|under|with|from|to) which "
    r"| \((?:in which|of which|with which|from which|to which|on which|which|who|whose) ",
)
_CONTRAST = re.compile(r"(?:While|Whereas|Although|Though) [^,;]*, (?=(?:the )?[A-Z])")
_CONTRAST_ENDS = re.compile(r", $")
"""`While Alpha declined, Beta agreed`"""
_RELATIVE = (
    "which",
    "who",
    "whose",
    "in which",
    "of which",
    "with which",
    "for which",
    "from which",
    "to which",
    "on which",
    "under which",
)
_RESUMES = re.compile(
    r", (?!(?:and|or|but|which|who|with|an?|the|its|to|in|for|from|by|of|as|on|at|including|while|where|when)\b)[a-z]"
    r"|\) (?!and |or )[a-z]"
)
"""Where the sentence goes on after a relative clause: `AIP, which leads the group, was founded by …`."""
_BARE = re.compile(r"\bthat(?:\s+(?:also|now|then|already|once|still|will|has|had|is|was|would|\w+ly)){0,2}\s+$")
_IT_IS = re.compile(r"\b[Ii]t (?:is|was|were) (?:the )?$")
_FRONTED = re.compile(
    r"\W*(?:[A-Z][a-z]+(?:ed|ing|ght|lt|nt|ld)|To|In|With|Under|As|For|Since|After|Through|On"
    r"|Of)\s+"
)
_DETERMINED = re.compile(r"\s+(?:the\s+|an?\s+)?")
_LINKS = frozenset(
    "and or but that which who while when because as where after before since if whether though although so now then "
    "said says both not only with whose for of in to by from on at until once announced reported expects say".split()
)
_APPOSED = re.compile(
    r"(?:er|or|company|group|firm|start-?up|lab|bank|fund|utility|giant|studio|agency|ministry|university|partners?"
    r"|arm|unit"
    r"|investors?|business|each|companies|the|an?)$"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence with its own verb: its bounds, the parties in it, and who its subject is by default."""

    text: str
    start: int
    end: int
    parties: tuple[Party, ...]
    subject: Party | None
    words_that_tie: tuple[TieWord, ...] = ()
    inside: Party | None = None
    """Whom a clause that begins with `in which` is about."""
    earlier: str = ""
    """The sentence before, whose matter a clause without one is about."""
    relative: bool = False
    """Whether it begins with `which` or `who`, its subject standing before."""

    @property
    def words(self) -> str:
        """Its own text."""
        return self.text[self.start : self.end]

    def subject_at(self, at: int) -> Party | None:
        """Who does what the words at `at` say: the nearest party before them that nothing else governs."""
        if _BARE.search(self.text, max(self.start, at - 30), at):
            return self._cleft(at)
        bare = [p for p in self.parties if p.end <= at and p.use == "name" and not p.lead]
        before = [p for number, p in enumerate(bare) if not self.is_object(p, first=not number)]
        if before and APART.search(self.text, before[-1].end, at):
            return None
        return before[-1] if before else self._fronted(at) or self.subject

    def _cleft(self, at: int) -> Party | None:
        """Who does it in `it is Alpha that pays`."""
        before = next((p for p in reversed(self.parties) if p.end <= at), None)
        cleft = before and self.text.startswith(" that ", before.end) and _IT_IS.search(self.text[: before.start])
        return before if cleft else None

    def is_object(self, party: Party, *, first: bool = False) -> bool:
        """Whether a party is the object of a verb: `Alpha told Beta that …`."""
        if first:
            verbs = [
                one.end for one in self.words_that_tie if not one.noun and self.start + 2 < one.start < party.start
            ]
            return bool(verbs) and bool(_DETERMINED.fullmatch(self.text, max(verbs), party.start))
        word = re.search(r"([\w’'-]+)\s+(?:the\s+|an?\s+)?$", self.text[max(party.start - 40, 0) : party.start])
        if word and word[1].islower() and word[1] not in _LINKS:
            return not _APPOSED.search(word[1])
        near = [one.end for one in self.words_that_tie if party.start - 60 <= one.start and one.end <= party.start]
        return bool(near) and bool(_DIRECT.fullmatch(self.text, max(near), party.start))

    def _fronted(self, at: int) -> Party | None:
        """The subject that follows what stands at the head of a sentence: `Backed by Alpha, Beta …`."""
        if not _FRONTED.match(self.text, self.start, max(at, self.start + 20)):
            return None
        after = (p for p in self.parties if p.start >= at and p.use == "name" and not p.lead)
        return next((p for p in after if re.search(r", (?:the )?$", self.text[at : p.start])), None)


_DIRECT = re.compile(
    r"(?:\s+(?!(?:that|and|or|but|which|who|by|as|than|after|before|when|while|where|if|because|of|in|on|at|to|for"
    r"|from|with"
    r"|until|over|under)\b)[^\s,;:()]+){0,5}\s+"
)
"""What may stand between a verb and its object."""


def is_direct(text: str, start: int, end: int) -> bool:
    """Whether the words between a verb and a party leave the party its object."""
    return bool(_DIRECT.fullmatch(text, start, end))


def split_clauses(text: str, parties: Sequence[Party], earlier: str = "") -> Iterator[Clause]:
    """The clauses of a sentence in order; none where it has no party."""
    if not parties:
        return
    main: Party | None = None  # the subject of the sentence, which a relative clause interrupts
    subject: Party | None = None
    about: Party | None = None
    start, opening = 0, ""
    contrast = _CONTRAST.match(text)
    cuts = [
        cut
        for cut in itertools.chain(
            _CONTRAST_ENDS.finditer(text, 0, contrast.end()) if contrast else (), _CLAUSE.finditer(text)
        )
        if not any(p.start < cut.start() < p.end for p in parties)
        and not (cut[0] == ": " and _PORTIONS.match(text, cut.start() + 1))
    ]
    for cut in (*cuts, None):
        stop = cut.start() if cut else len(text)
        resumed = _RESUMES.search(text, start, stop) if opening in _RELATIVE else None
        for begin, end in ((start, resumed.start()), (resumed.end() - 1, stop)) if resumed else ((start, stop),):
            inside = tuple(party for party in parties if begin <= party.start and party.end <= end)
            named = {party.start: party.end for party in inside}
            words = find_tie_words(text, begin, end, named) if inside or len(parties) == 1 else ()
            yield Clause(
                text,
                begin,
                end,
                inside,
                subject,
                words,
                about,
                earlier,
                opening in ("which", "who", "whose") and begin == start,
            )
            bare = [party for party in inside if party.use == "name" and not party.lead]
            if opening in _RELATIVE:
                subject, about = main or subject, None
            elif bare:
                main = subject = bare[0]
            opening = "" if resumed else opening
        if cut:
            start, opening = cut.end(), cut[0].strip(", (").lower()
            if opening in ("of which", "in which") and not inside:
                about = main
            elif opening in _RELATIVE and inside:
                near = inside[-1] if stop - inside[-1].end < (3 if opening == "who" else 30) else None
                if opening in ("which", "who", "whose"):
                    subject, about = near or (main if opening == "which" else None), None
                elif opening == "in which" and near and near.lead == "by":
                    about = main  # `a round led by Alpha, in which Beta took part`
                else:
                    about = near or (main if opening not in ("on which", "to which", "for which") else None)


def make_ties(clause: Clause, kind: TieType, giver: Party, taker: Party) -> Iterator[Tie]:
    """A tie of each of one party with each of the other, unless they share a term."""
    if set(giver.terms) & set(taker.terms):
        return
    if status := read_status(clause.words, clause.text[clause.end :]):
        for one, other in itertools.product(giver.terms, taker.terms):
            yield Tie(kind, one, other, kind not in ("joint_venture", "partnership"), status)


def tie_each_other(clause: Clause, party: Party, kind: TieType = "joint_venture") -> Iterator[Tie]:
    """A tie between any two of the terms of one party."""
    for one, other in itertools.combinations(party.terms, 2):
        yield from make_ties(clause, kind, Party((one,), 0, 0), Party((other,), 0, 0))


def read_matter(
    clause: Clause,
    start: int,
    end: int,
    otherwise: TieType,
    at: int = 0,
    *,
    space: bool = False,
    whole: bool = False,
    chips: TieType | None = None,
) -> TieType:
    """The type that the words between two places tell, names left out: Alpha Cloud may sell power."""
    words = list(clause.text[start:end])
    for first, last in ((party.start, party.end) for party in clause.parties):
        for place in range(max(first, start), min(last, end)):
            words[place - start] = "_"
    return type_of_matter("".join(words), max(at - start, 0), otherwise, space=space, whole=whole, chips=chips)
