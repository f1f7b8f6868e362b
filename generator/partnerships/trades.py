"""A word that ties and two parties in their places in, the type of their tie and who of them gives out."""

from __future__ import annotations

import re

from generator.model import TieType
from generator.partnerships.clauses import Clause, read_matter
from generator.partnerships.cues import TieWord
from generator.partnerships.matters import type_of_goods, type_of_seller
from generator.partnerships.places import Placed

_SHARE = re.compile(
    r"\b(?:stake|shares?(?<!\ba share)|percent|equity|interest|warrants|(?:quarter|third|fifth|tenth|half) of)\b"
)
_PART_OF = re.compile(
    r"\b(?:percent|quarter|third|fifth|tenth|half|share) of (?:the |its |their |what )?(?:\w+ )?(?:output"
    r"|electricity|power"
    r"|load|energy|gas|hours|them|capacity|time|processor|computing|production|wafers|chips|what|space)"
)
"""A part of what somebody makes, and no share of him."""
_ALL = re.compile(r"\ball (?:the |of the |its )?(?:equity|shares)\b|\b100 percent\b")
_REVENUE = re.compile(r"(?:[’']s?)? (?:\d{4} |annual |total )?(?:revenue|sales|turnover)\b")
_OF_REVENUE = re.compile(r" of its (?:revenue|sales|turnover)\b")
_FOR_REVENUE = re.compile(r" for [^,;]{2,40}\b(?:revenue|sales|income|business)\b")
_SOLD = ("buy", "rely", "revenue", "win", "supply")
"""Frames whose type the name of who sells tells, where no goods are named."""
_PRIVATE = re.compile(r" private\b(?! (?:cloud|capacity|notes|placement|network))")
"""`took Alpha private`"""
_MONEY = re.compile(r"(?:USD|EUR|GBP|[$€£])\s?\d")
_WARRANTS = re.compile(r" (?:(?:\d[\d.,]*|million|percent|new|a|of) ){0,3}(?:warrants?|shares|stake|options)\b")
_BARE = ("deal", "sign", "spend", "bind")
"""Frames whose words tell nothing of what is traded: it may stand in the sentence before."""
_LOAN = re.compile(
    r"\b(?:borrow\w*|loans?|lend\w*|lent|debt|credit|bonds?|notes|facility|mortgage"
    r"|syndicate)\b",
    re.I,
)
_ROUND = re.compile(r"\b(?:rounds?|Series|equity|shares?|stakes?|invest\w*|raised)\b", re.I)
_SELL = re.compile(r"s[eo]l[ld]", re.I)
_ROOM = re.compile(r"(?:rent|mov)\w* (?!\w* ?(?:capacity|compute|computing|gpu|server|chip|processor))", re.I)
_LONGEST_LABEL = 60


def find_type(clause: Clause, word: TieWord, one: Placed, other: Placed) -> TieType:
    """The type of a tie: that of its frame, unless what is traded tells more."""
    frame, text = word.frame, clause.text
    reach = 110 if frame.name == "spend" else 50
    end = min(max(one[1].end, other[1].end, word.end) + reach, clause.end)
    if frame.name in ("found", "own") and other[0] == "with":
        return "joint_venture"
    if frame.name in ("buy", "acquire", "dispose") or _SELL.match(text, word.start):
        if kind := _ownership(clause, word, one, other, end):
            return kind
    if frame.name == "reserve" and _PRIVATE.search(text, word.end, end):
        return "acquisition"
    if frame.name == "stake" and (_REVENUE.match(text, other[1].end) or _OF_REVENUE.match(text, word.end)):
        kind = type_of_seller(other[1].terms, type_of_goods(clause.earlier, "partnership"))
        return read_matter(clause, clause.start, clause.end, kind, word.start)
    if frame.name in ("build", "together") and other[0] == "with":
        return "partnership"
    near = text[max(word.start - 70, clause.start) : word.start]
    if frame.name == "round" and _LOAN.search(near) and not _ROUND.search(near):
        return "financing"  # `borrowed from a group led by Alpha`
    if frame.fixed and not (frame.name == "stake" and _PART_OF.search(text, max(word.start - 3, 0), end)):
        return frame.type
    if frame.name == "use" and other[1].project and _ROOM.match(text, word.start):
        return "lease"
    if one[0] == "from" and not word.noun:  # `a loan from Alpha pays for …`
        return read_matter(clause, clause.start, word.start, frame.type, one[1].start)
    labelled = 0 < clause.start < _LONGEST_LABEL and text[: clause.start].rstrip().endswith(":")
    start = (
        0 if labelled else clause.start if word.passive else max(word.start - 40, clause.start)
    )  # `Racks: Alpha has chosen Beta`
    chips = "supply" if other[1].use == "maker" else frame.chips
    otherwise = frame.type
    if frame.name in _SOLD:
        otherwise = type_of_seller((one if frame.gives or _turns(clause, word) else other)[1].terms, frame.type)
    kind = read_matter(clause, start, end, otherwise, word.start, space=frame.space, whole=frame.parts, chips=chips)
    if frame.name == "award" and kind == "partnership" and _MONEY.search(text, word.end, end):
        return "financing"  # `granted Alpha USD 2 billion`
    if frame.name in _BARE and kind == "partnership" and clause.earlier:
        kind = type_of_goods(clause.earlier, kind)
    return kind if not frame.kinds or kind in frame.kinds.split() else frame.type


def _turns(clause: Clause, word: TieWord) -> bool:
    """Whether who depends is the one who sells: `depends on Alpha for half of its revenue`."""
    return word.frame.name == "rely" and bool(_FOR_REVENUE.search(clause.text, word.end, clause.end))


def _ownership(clause: Clause, word: TieWord, one: Placed, other: Placed, end: int) -> TieType | None:
    """Whether shares of a party, or the party itself, are bought and sold."""
    trade = clause.text[max(word.start - 50, clause.start) : end]
    if _SHARE.search(trade) and not _PART_OF.search(trade) and not _ALL.search(trade):
        return "investment"
    if word.frame.name == "buy" and (other[0] == "into"):
        return "investment"
    if word.frame.fixed:
        return None
    if word.noun:
        return "acquisition" if other[0] == "of" else None
    places = dict((one, other))
    thing = places.get("subject" if word.passive else "object")
    if thing is None or thing.use != "name" or thing.lead:
        return None
    return "acquisition" if word.frame.name == "buy" or "to" in places or (word.passive and "by" in places) else None


def is_given(clause: Clause, word: TieWord, one: Placed, other: Placed, kind: TieType) -> bool:
    """Whether the first of two is the giver."""
    turned = word.frame.turned
    if _turns(clause, word):
        return True
    if word.frame.name == "award" and kind == "investment" and _WARRANTS.match(clause.text, other[1].end):
        return False  # who is granted shares has invested
    for place, first in ((other[0], False), (one[0], True)):
        if place == "from":
            return turned != first
        if place == "to":
            return turned == first
        if place == "into":
            return not first
    if one[0] == "subject" and word.passive:
        return not word.frame.gives
    return word.frame.gives or kind == "acquisition"
