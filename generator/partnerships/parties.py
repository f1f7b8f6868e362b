"""A sentence with the terms it names in, its parties and the part that each plays in the sentence out.

Parties named in one breath are one party with several terms. `The company` or `It` at the head of a sentence stands for
whoever the sentence before spoke of, the label before an item's colon for the item, `the venture` for the project that
the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Evidence
from generator.partnerships.asides import is_anothers, stands_aside
from generator.partnerships.cues import FINITE_VERBS
from generator.partnerships.groups import group_mentions, is_party
from generator.partnerships.party import Party, Use
from generator.partnerships.spoken import Spoken
from generator.partnerships.standins import (
    find_anaphors,
    find_former,
    find_implied,
    find_inner,
    find_speaker,
    find_ventures,
)

_PREPOSITIONS = (
    "from|towards|with|to|into|in|by|of|for|on|at|between|among|through|via|way "
    "of|as|than|over|under|like|alongside|against"
    "|including|namely|include|includes|included|such as|outside|beyond|except|next to|besides|after|before|within"
    "|inside"
)
_NO_LEAD = (
    f"{_PREPOSITIONS}|that|which|who|and|or|but|while|because|if|when|where|said|is|was|were|are|has|had|will|would"
)
_TIMES = "year|month|quarter|week|day|morning|evening|night|spring|summer|autumn|winter|end|meantime|past"
_DETERMINED = r"(?:the|an?|its|their|some|several|other|both)\b|[A-Z\d]|$"
_LEAD = re.compile(
    rf"\b({_PREPOSITIONS})(?:(?<!\bto)|(?=\s+(?:{_DETERMINED})))\s+"  # `to` before a verb leads nobody
    rf"(?:the\s+|an?\s+)?(?:(?!(?:{_NO_LEAD}|the|an?|{_TIMES})\b)(?:[a-z][\w-]*|[A-Z]{{2,3}}(?:-[\w-]+)?"
    rf"|[\w-]+[’']s|\d[\w.]*)\s+){{0,4}}$"
)
_UNDER = re.compile(r"\bunder (?:an?|the) [\w -]{0,30}(?:contract|agreement|deal|lease) (?:that|which) (?:the )?$")
"""`under a contract that Alpha signed`"""
_FIRST = re.compile(r"(?:^|: )(To|From|With) (?:the )?$")
_CLAUSAL = ("as", "after", "before")
_DOES = re.compile(
    r" (?:(?:has|have|had|will|would|is|are|was|were|[a-z]+ed|[a-z]+[^s\W]s|join|launch"
    r"|form|plan|sign|agree|bought|sold|took|made)\b)"
)
_APPOSED = re.compile(
    r"\b(from|with|to|by|for) (?:its|their|the|an?) (?:[a-z-]+ ){0,2}(?:[a-z]+er|[a-z]+or|firm|company|group"
    r"|bank|start-up|lab|fund"
    r"|landlord|tenant|giant), (?:the )?$"
)
"""`back to their maker, Alpha`"""
_SUCH_AS = ("including", "such as", "namely")
_KIND = re.compile(r"\b(from|with|to|by|for|of) (?:[a-z-]+ ){0,4}[a-z]+s,? $")
_SAME = {"via": "through", "way of": "through"}
_PEOPLE = (
    "founders?|co-?founders?|chief|CEO|CFO|president|chair\\w*|executives?|engineers?|analysts?|employees?"
    "|staff|spokes\\w+"
    "|unit|subsidiary|affiliate|division|alumni|column|head of|director|boss|researchers?|veterans?"
    "|lawyers?"
)
_PERSON = re.compile(rf"(?:['’]s?)? (?:{_PEOPLE})\b")
_ARM = re.compile(r"['’]s? (?:[\w-]+ )?(?:arm|unit|subsidiary|division|affiliate)\b")
_BACKER = re.compile(r"-(?:backed|owned|funded|led|controlled|supported|financed|hosted|powered|supplied|built)\b")
_OWNER = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_PRODUCTS = (
    "shares?(?! (?:an?|the|its|their)\\b)|stock|chips?|gpus?|GPUs?|TPUs?|CPUs?|systems?|servers?|hardware"
    "|accelerators?|racks?|processors?|silicon"
    "|warrants?|bonds?|models?|technology|products?|equipment|reactors?|turbines?|platforms?|capacity|switch\\w*|optics"
    "|software|cards?|machines|cloud"
)
_OF_OTHERS = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?:data centers?|sites?|halls?|campus(?:es)?|buildings?|facilities) (?:of|by) (?:the )?[A-Z]"
)
"""`loans for Alpha data centers of Beta`: they are named after who uses them."""
_MAKER = re.compile(
    r"(?: [A-Z0-9][\w-]*){0,3} (?:(?!(?:and|or|in|to|for|from|with|is|as|will|the|an?|its|more"
    r"|no)\b)([a-z-]+)(?<!ed)(?<!s) )?"
    rf"(?:{_PRODUCTS})\b"
)
_SPOKEN_OF = re.compile(r", (?:an? (?:[\w-]+ )?[\w-]+ )?(?:(?:in|of|from|to|with) which|whose) ")
_RIVAL = re.compile(r"\b[Ii]ts (?:\w+ )?(?:rival|competitor) $")
"""`Its rival Alpha said that it …`: whom later words mean."""
_LABEL = re.compile(r"([^:.]{2,60}): ")


def read_parties(sentence: Evidence, spoken: Spoken) -> tuple[Party, ...]:
    """The parties of a sentence in order. `spoken` tells whom the text before has spoken of."""
    text = sentence.text
    groups = group_mentions(text, [mention for mention in sentence.mentions if is_party(mention, sentence)])
    named = list(_unless_aside(text, groups))
    label = _LABEL.match(text)
    heads = [party for party in named if label and party.end <= label.end()]
    antecedent = tuple(term for party in heads for term in party.terms) or spoken.before
    at = label.end() if label else 0
    again = list(find_anaphors(text, at, antecedent, named, spoken.alone, spoken.site))
    if not again and not heads:
        again = next(filter(None, _else_meant(text, at, named, spoken)), [])
    if rival := next((p for p in groups if p not in named and _RIVAL.search(text, 0, p.start)), None):
        again = [replace(p, terms=rival.terms) if rival.end < p.start else p for p in again]
    found = [*named, *again, *find_speaker(text, groups)]
    if spoken.focus and all(not set(spoken.focus) & set(party.terms) for party in named):
        found += find_ventures(text, spoken.focus, found)
    if " it" in text or " them" in text or " both" in text or "he former" in text or "he latter" in text:
        led = [replace(party, lead=_lead(text, party)) for party in named]
        found += find_inner(text, led, groups, again)
        found += find_former(text, led, spoken.both)
    makers = _makers(sentence)
    placed = [_in_place(text, party, (party.start, party.end) in makers) for party in found]
    own = bool(spoken.focus) and not spoken.topic
    about = spoken.focus if own else spoken.topic or antecedent
    placed += find_implied(text, at, about, placed, is_project=own, sure=own or bool(spoken.topic))
    return tuple(sorted(placed, key=lambda party: (party.start, party.project)))


def _else_meant(text: str, at: int, named: Sequence[Party], spoken: Spoken) -> Iterator[list[Party]]:
    """The words that mean no subject of the last sentence, as readings from the likeliest on."""
    if len(spoken.before) < 2:
        yield list(find_anaphors(text, at, spoken.both, named, spoken.alone))
    elif not spoken.topic:
        yield list(find_anaphors(text, at, spoken.one, named, spoken.alone))
    if spoken.topic != spoken.before:
        yield list(find_anaphors(text, at, spoken.topic, named, alone=True))


def _unless_aside(text: str, groups: Sequence[Party]) -> Iterator[Party]:
    """The parties without those that stand aside, unless a clause about them follows: `rivals of Alpha, in which …`."""
    for party in groups:
        if not stands_aside(text, party.start, party.end):
            yield party
        elif _SPOKEN_OF.match(text, party.end):
            yield replace(party, use="aside")


def _makers(sentence: Evidence) -> set[tuple[int, int]]:
    """The places where a maker's name is only the first word of a product's: `Nvidia GB200`."""
    return {(m.start, m.end) for m in sentence.mentions if m.kind in ("project", "technology")}


def _in_place(text: str, party: Party, is_maker: bool) -> Party:
    if _UNDER.search(text, max(party.start - 60, 0), party.start):
        return replace(party, lead="with", use=_use(text, party.end))
    if is_anothers(text, party.start):
        return replace(party, lead="of", use="aside")
    if text[party.start : party.end] in ("it", "them"):
        return replace(party, lead=_lead(text, party))  # `sold it chips`
    use = party.use if party.use != "name" else "maker" if is_maker and not party.project else _use(text, party.end)
    return replace(party, lead=_lead(text, party), use=use)


def _lead(text: str, party: Party) -> str:
    """The preposition before a party, or nothing."""
    lead = _LEAD.search(text, max(party.start - 60, 0), party.start)
    if lead and not FINITE_VERBS.isdisjoint(lead[0].lower().split()[1:]):
        lead = None  # `in turn buys Alpha`
    if lead and lead[1] in _CLAUSAL and _DOES.match(text, party.end):
        lead = None  # `as Alpha buys Beta`
    if lead and lead[1] in _SUCH_AS and (of := _KIND.search(text, max(lead.start() - 50, 0), lead.start())):
        lead = of  # `notes placed with insurers including Alpha`
    if not lead and text[party.end : party.end + 1] in (",", ".", ";"):
        lead = _APPOSED.search(text, max(party.start - 60, 0), party.start)
    lead = lead or _FIRST.search(text, 0, party.start)
    return _SAME.get(lead[1].lower(), lead[1].lower()) if lead else ""


def _use(text: str, end: int) -> Use:
    if _PERSON.match(text, end):
        return "person"
    if _BACKER.match(text, end):
        return "backer"
    if _ARM.match(text, end):
        return "name"
    if _OWNER.match(text, end):
        return "owner"
    if _OF_OTHERS.match(text, end):
        return "aside"
    product = _MAKER.match(text, end)
    return "maker" if product and product[1] not in FINITE_VERBS else "name"  # but `Alpha sold chips`
