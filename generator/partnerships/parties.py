"""A sentence with the terms it names in, its parties and the part that each plays in the sentence out.

Parties named in one breath are one party with several terms. `The company` or `It` at the head of a sentence stands for
whoever the sentence before spoke of, the label before an item's colon for the item, `the venture` for the project that
the article is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Evidence, Mention
from generator.partnerships.asides import is_anothers, stands_aside
from generator.partnerships.cues import FINITE_VERBS
from generator.partnerships.party import Party, Use
from generator.partnerships.standins import find_anaphors, find_implied, find_inner, find_ventures

_MORE = (
    r"(?:the |its |an? )?(?:[\w-]+-based )?"
    r"|(?:the|its|an?) (?:(?!(?:of|in|by|to|from|for|with|on|at|is|was)\b)[\w-]+ ){1,5}"
)
_AND = re.compile(
    rf"(?:\s*\([^()]{{1,20}}\))?(?: (?:and|&|as well as|or|along with|together with) (?:{_MORE})|, (?:{_MORE})|[/–-])"
)
_LEFT_OVER = re.compile(r" (?:the|an?|another|half|\d[\d.]*) \w+")
"""`… of Alpha and Beta the remainder`: Beta stands for a clause without its verb."""
_OTHERS = re.compile(r",? (?:and|or) (?:others?|several|some|many|a (?:third|fourth|number))\b")
_COMMA = re.compile(r"(?:\s*\([^()]{1,20}\))?, .*")
_LAST = re.compile(rf"(?:\s*\([^()]{{1,20}}\))?, (?:and|or) (?:{_MORE})")
_PREPOSITIONS = (
    "from|towards|with|to|into|in|by|of|for|on|at|between|among|through|via|way "
    "of|as|than|over|under|like|alongside|against"
    "|including|namely|include|includes|included|such as|outside|beyond|except|next to|besides|after|before|within"
    "|inside"
)
_NO_LEAD = (
    f"{_PREPOSITIONS}|that|which|who|and|or|but|while|because|if|when|where|said|is|was|were|are|has|had|will|would"
)
_DETERMINED = r"(?:the|an?|its|their|some|several|other|both)\b|[A-Z\d]|$"
_LEAD = re.compile(
    rf"\b({_PREPOSITIONS})(?:(?<!\bto)|(?=\s+(?:{_DETERMINED})))\s+"  # `to` before a verb leads nobody
    rf"(?:(?!(?:{_NO_LEAD})\b)(?:[a-z][\w-]*|[A-Z]{{2,3}}(?:-[\w-]+)?|[\w-]+[’']s|\d[\w.]*)\s+){{0,4}}$"
)
_UNDER = re.compile(r"\bunder (?:an?|the) [\w -]{0,30}(?:contract|agreement|deal|lease) (?:that|which) (?:the )?$")
"""`under a contract that Alpha signed`"""
_FIRST = re.compile(r"(?:^|: )(To|From|With) (?:the )?$")
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
_UNIT = re.compile(r" (?:unit|subsidiary|affiliate|spin-off)\b")
_BACKER = re.compile(r"-(?:backed|owned|funded|led|controlled|supported|financed|hosted|powered|supplied|built)\b")
_OWNER = re.compile(r"['’]s\b|(?<=s)['’](?=\s)")
_PRODUCTS = (
    "shares?(?! (?:an?|the|its|their)\\b)|stock|chips?|gpus?|GPUs?|TPUs?|CPUs?|systems?|servers?|hardware|accelerators?|racks?|processors?|silicon"
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
_FRONT = 15
"""Characters in which a phrase before the subject begins: `From Alpha it bought …`."""
_HEAD = 5
"""Characters in which a sentence begins."""
_LABEL = re.compile(r"([^:.]{2,60}): ")


def read_parties(
    sentence: Evidence, before: Sequence[str] = (), focus: str = "", *, topic: Sequence[str] = (), alone: bool = True,
    one: Sequence[str] = (), site: Sequence[str] = (), both: Sequence[str] = (),
) -> tuple[Party, ...]:
    """The parties of a sentence in order.

    `before` are the terms that the last sentence spoke of, and `alone` tells whether it named nobody else; `one` is the
    last single one that was spoken of, `site` the last sentence's project, `both`
    the two that it named.
    """
    text = sentence.text
    groups = _grouped(text, [mention for mention in sentence.mentions if _is_party(mention, sentence)])
    named = list(_unless_aside(text, groups))
    label = _LABEL.match(text)
    heads = [party for party in named if label and party.end <= label.end()]
    antecedent = tuple(term for party in heads for term in party.terms) or tuple(before)
    at = label.end() if label else 0
    again = list(find_anaphors(text, at, antecedent, named, alone, tuple(site)))
    if not again and not heads and both and len(antecedent) < 2:
        again = list(find_anaphors(text, at, tuple(both), named, alone))
    if not again and not heads and not topic and len(antecedent) > 1 and one:
        again = list(find_anaphors(text, at, tuple(one), named, alone))
    if not again and topic and not heads and tuple(topic) != antecedent:
        again = list(find_anaphors(text, at, tuple(topic), named, alone=True))
    if rival := next((p for p in groups if p not in named and _RIVAL.search(text, 0, p.start)), None):
        again = [replace(p, terms=rival.terms) if rival.end < p.start else p for p in again]
    found = [*named, *again]
    if focus and all(focus not in party.terms for party in named):
        found += find_ventures(text, focus, found)
    found += find_inner(text, [replace(p, lead=_lead(text, p)) for p in named], groups, again)
    makers = _makers(sentence)
    placed = [_in_place(text, party, (party.start, party.end) in makers) for party in found]
    own = bool(focus) and not topic
    placed += find_implied(
        text, label.end() if label else 0, (focus,) if own else tuple(topic) or antecedent, placed, is_project=own
    )
    return tuple(sorted(placed, key=lambda party: (party.start, party.project)))


def subject_terms(parties: Sequence[Party], before: tuple[str, ...]) -> tuple[str, ...]:
    """The terms that the next sentence means by `it`: the label, or the first party that no preposition leads.

    Where all are led by one, the talk is still of those that it was of `before`.
    """
    heads = [party for party in parties if not (party.lead and party.start < _FRONT)][:1] or parties[:1]
    subject = next(
        (p for p in heads if not p.lead and (p.use == "name" or (p.use == "owner" and p.start < _HEAD))), None
    )
    return subject.terms if subject else before or (parties[0].terms if parties else ())


def _unless_aside(text: str, groups: Sequence[Party]) -> Iterator[Party]:
    """The parties without those that stand aside, unless a clause about them follows: `rivals of Alpha, in which …`."""
    for party in groups:
        if not stands_aside(text, party.start, party.end):
            yield party
        elif _SPOKEN_OF.match(text, party.end):
            yield replace(party, use="aside")


def _is_party(mention: Mention, sentence: Evidence) -> bool:
    """Whether a mention can be a party: no name again in brackets."""
    again = any(
        other.term == mention.term and sentence.text[other.end : mention.start] == " (" for other in sentence.mentions
    )
    kind = mention.kind in ("organization", "project")
    return kind and not again and not _UNIT.match(sentence.text, mention.end)


def _makers(sentence: Evidence) -> set[tuple[int, int]]:
    """The places where a maker's name is only the first word of a product's: `Nvidia GB200`."""
    return {(m.start, m.end) for m in sentence.mentions if m.kind in ("project", "technology")}


def _grouped(text: str, mentions: Sequence[Mention]) -> list[Party]:
    groups: list[Party] = []
    ended = False
    for number, mention in enumerate(mentions):
        project = mention.kind == "project"
        last = groups[-1] if groups else None
        between = text[last.end : mention.start] if last else ""
        joined = _AND.fullmatch(between) or (last and len(last.terms) > 1 and _LAST.fullmatch(between))
        if (
            last
            and joined
            and project == last.project
            and mention.term not in last.terms
            and not (ended and between.startswith(", "))
            and not _is_set_apart(text, last)
            and not _LEFT_OVER.match(text, mention.end)
            and (not _COMMA.fullmatch(between) or len(last.terms) > 1 or _goes_on(text, mentions[number:]))
        ):
            groups[-1] = replace(last, terms=(*last.terms, mention.term), end=mention.end)
            ended = " and " in between
        else:
            ended = False
            groups.append(Party((mention.term,), mention.start, mention.end, project))
    return groups


def _goes_on(text: str, rest: Sequence[Mention]) -> bool:
    """Whether a name after a comma is one of a list: another follows it in the same way, or after `and`."""
    if _OTHERS.match(text, rest[0].end):
        return True
    if len(rest) < 2:
        return False
    between = text[rest[0].end : rest[1].start]
    return bool(_AND.fullmatch(between) or _LAST.fullmatch(between))


def _is_set_apart(text: str, party: Party) -> bool:
    """Whether a party stands before a comma that ends its phrase: `Unlike Alpha, Beta …`."""
    return text[: party.start].rstrip().endswith(("Unlike", "unlike", "Like", "Besides", "than"))


def _in_place(text: str, party: Party, is_maker: bool) -> Party:
    if _UNDER.search(text, max(party.start - 60, 0), party.start):
        return replace(party, lead="with", use=_use(text, party.end))
    if is_anothers(text, party.start):
        return replace(party, lead="of", use="aside")
    use = party.use if party.use != "name" else "maker" if is_maker and not party.project else _use(text, party.end)
    return replace(party, lead=_lead(text, party), use=use)


def _lead(text: str, party: Party) -> str:
    """The preposition before a party, or nothing."""
    lead = _LEAD.search(text, max(party.start - 60, 0), party.start)
    if lead and not FINITE_VERBS.isdisjoint(lead[0].lower().split()[1:]):
        lead = None  # `in turn buys Alpha`
    if lead and lead[1] in _SUCH_AS and (of := _KIND.search(text, max(lead.start() - 50, 0), lead.start())):
        lead = of  # `notes placed with insurers including Alpha`
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
