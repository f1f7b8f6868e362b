"""A clause that names one party in, its tie to whom the text speaks of out: `Alpha has leased the first two buildings`.

What it takes up must be known from before: the rest, the debt, the second building; or a share that is nobody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Tie, TieType
from generator.partnerships.clauses import APART, Clause, make_ties, read_matter
from generator.partnerships.cues import TieWord
from generator.partnerships.party import Party

_FRAMES = (
    "lend",
    "put",
    "invest",
    "back",
    "lease",
    "occupy",
    "let",
    "build",
    "supply",
    "own",
    "reserve",
    "buy",
    "use",
    "acquire",
    "round",
)
_KNOWN = re.compile(
    r"\b(?:the|that|both|all|half of the|a (?:third|quarter|part) of (?:the|it|that)) (?:(?:\w+ )?(?:first|second"
    r"|third|fourth|fifth|last|other|two|three|four|largest|whole|entire|same) )*"
    r"(?:rest|remainder|balance|amount|sum|cost|costs|bill|debt|construction|work|works|buildings?|halls?"
    r"|land|plot"
    r"|cooling|roof|walls|shells?|foundations|racks|servers|machines|processors|power|electricity|heat|output"
    r"|capacity"
    r"|(?:first|second|third|fourth|fifth|sixth)(?=[.,;]|$| and )|equity|shares|bonds|notes|loan)\b(?! (?:of|for"
    r"|by|from|at) )"
)
_THINGS = re.compile(
    r"\b(?:the|its(?! own)|all|both|two|three|four|five|six|most of its|some of its|half of its"
    r"|\d[\d.,]*(?: percent of)?"
    r"|(?:billion|million) (?:of|in)) (?:[a-z-]+ ){0,2}?"
    r"(?:buildings?|halls?|campus|site|land|plot|cooling|roof|walls|shells?|racks|servers|machines|processors"
    r"|first \d[\d.,]* [MG]W|chips|switches|turbines|vessels|lasers"
    r"|power|electricity|heat|output|capacity|debt|equity|bonds|notes|loans?|round|construction|pumps|cables?|fuel"
    r"|core|memory|software|models?|service|design)\b"
    r"(?! (?:of|for|by|from|to|at|in) (?:the )?[A-Z])"
)
"""What is the topic's where a text speaks of one: `Alpha occupies two buildings`."""
_MONEY = re.compile(r"debt|equity|bonds|notes|loan|round")
_SHARE = re.compile(
    r"\b(?:\d[\d.]* percent|an? (?:\w+ )?(?:stake|share|quarter|third|fifth|tenth))(?=[.,;]|$"
    r"| (?:in|since|for) (?:the listing|\d|[A-Z][a-z]+ \d))"
)
_PAYS = ("put", "invest", "round")
_RAISED = re.compile(
    r"\b(?:raised|closed|secured|collected|took in|announced) [^.;]{0,40}\b(?:round|capital"
    r"|equity|million|billion)\b"
)
_ROUND = re.compile(r"\b(?:round|Series [A-H])\b")
_SHARED = ("own", "buy", "acquire", "reserve")


def find_resumed(
    clause: Clause, spoken_of: tuple[str, ...], *, project: bool, topic: bool, things: bool
) -> Iterator[Tie]:
    """The ties of those of a clause who do something alone to the one that the text speaks of."""
    others = tuple(party for party in clause.parties if party.terms != spoken_of)
    others = others or ((clause.subject,) if clause.subject and not clause.parties else ())
    if len(spoken_of) != 1 or APART.search(clause.words):
        return
    if any(p.use != "name" or p.lead not in ("", "by") or p.project or spoken_of[0] in p.terms for p in others):
        return
    for number, party in enumerate(others):
        stop = others[number + 1].start if number + 1 < len(others) else clause.end
        start = others[number - 1].end if number else clause.start
        for word in clause.words_that_tie:
            if word.noun or word.frame.name not in _FRAMES or (party.lead == "by") != word.passive:
                continue
            inside = start <= word.start < party.start if word.passive else party.end <= word.start < stop
            if (inside or party not in clause.parties) and (
                kind := _taken_up(clause, word, start, stop, topic=topic, things=things)
            ):
                other = Party(spoken_of, 0, 0, project)
                gives = word.frame.gives or (kind == "investment" and word.frame.name in _SHARED)
                giver, taker = (party, other) if gives else (other, party)
                yield from make_ties(clause, kind, giver, taker)
                break


def _taken_up(clause: Clause, word: TieWord, start: int, stop: int, *, topic: bool, things: bool) -> TieType | None:
    """The type of what a verb takes up, if that must be known from before."""
    text = clause.text
    comma = text.find(",", word.end, stop)
    where = (start, word.start) if word.passive else (word.end, comma if comma >= 0 else stop)
    if word.frame.name in _SHARED and _SHARE.search(text, word.end, stop):
        return "investment"
    thing = _THINGS.search(text, *where) if things else None
    known = _KNOWN.search(text, *where) or (thing and (topic or not _MONEY.search(thing[0])))
    paid = word.frame.name in _PAYS and (_RAISED.search(clause.earlier) or (topic and _ROUND.search(clause.words)))
    if not (known or paid):
        return None
    return (
        word.frame.type
        if word.frame.fixed
        else read_matter(clause, word.start, stop, word.frame.type, word.start, space=True)
    )
