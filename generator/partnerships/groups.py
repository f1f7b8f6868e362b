"""The mentions of a sentence in, its parties out: those named in one breath are one, `Alpha, Beta and Gamma`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.model import Evidence, Mention
from generator.partnerships.party import Party

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
_INTERRUPTED = re.compile(r", (?:which|who|whose) [^,;:.]{3,80}, and (?:the )?")
_COMMA = re.compile(r"(?:\s*\([^()]{1,20}\))?, .*")
_LAST = re.compile(rf"(?:\s*\([^()]{{1,20}}\))?, (?:and|or) (?:{_MORE})")
_UNIT = re.compile(r" (?:unit|subsidiary|affiliate|spin-off)\b")


def is_party(mention: Mention, sentence: Evidence) -> bool:
    """Whether a mention can be a party: no name again in brackets."""
    again = any(
        other.term == mention.term and sentence.text[other.end : mention.start] == " (" for other in sentence.mentions
    )
    kind = mention.kind in ("organization", "project")
    return kind and not again and not _UNIT.match(sentence.text, mention.end)


def group_mentions(text: str, mentions: Sequence[Mention]) -> list[Party]:
    """The parties that the mentions of a sentence make; those of one breath are one."""
    groups: list[Party] = []
    ended = False
    for number, mention in enumerate(mentions):
        project = mention.kind == "project"
        last = groups[-1] if groups else None
        between = text[last.end : mention.start] if last else ""
        apart = last is not None and _is_interrupted(text, between, mention)
        joined = apart or _AND.fullmatch(between) or (last and len(last.terms) > 1 and _LAST.fullmatch(between))
        if (
            last
            and joined
            and project == last.project
            and mention.term not in last.terms
            and (apart or not (ended and between.startswith(", ")))
            and not _is_set_apart(text, last)
            and not _LEFT_OVER.match(text, mention.end)
            and (apart or not _COMMA.fullmatch(between) or len(last.terms) > 1 or _goes_on(text, mentions[number:]))
        ):
            groups[-1] = replace(last, terms=(*last.terms, mention.term), end=mention.end)
            ended = " and " in between
        else:
            ended = False
            groups.append(Party((mention.term,), mention.start, mention.end, project))
    return groups


def _is_interrupted(text: str, between: str, mention: Mention) -> bool:
    """Whether a clause stands between the names of a list: `hired Alpha, which makes chips, and Beta`."""
    return bool(_INTERRUPTED.fullmatch(between)) and text[mention.end : mention.end + 1] in ",.;"


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
