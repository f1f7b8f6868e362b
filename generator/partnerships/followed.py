"""A sentence and whom the text spoke of in, the ties of who does as the one before out: `Alpha followed`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import Tie
from generator.partnerships.party import Party
from generator.partnerships.spoken import Spoken

_FOLLOWED = re.compile(
    r" (?:(?:has|have|had|then|later|soon|also|both|each) ){0,2}"
    r"(?:followed(?! by)|did (?:so|the same|likewise)|took part(?= (?:in th[ae]t|too|as well|again))|came in"
    r"|joined (?:it|them|in|later|too))"
    r"(?= (?:in|with|at|on|too|as|later|again|last|that)\b"
    r"| (?:a|two|three|six) (?:year|month|week|day|quarter)|[.,;])"
)
_SO_DID = re.compile(r"(?:\bas|\b[Ss]o|\band so) (?:did|does|do|has|have|had|was|is|were|are|will) (?:the )?$")
_AS = re.compile(r"\bas (?:the )?$")
_AS_TOO = re.compile(r" (?:does|did|do|has|have|will)\b(?:[,.;]|$| (?:in|since|for) )")
_NOT = re.compile(r"\b(?:not|never|no|nor|neither|suit)\b")
_MONEY = ("investment", "financing")


def find_followed(text: str, parties: Sequence[Party], spoken: Spoken, now: Sequence[Tie]) -> Iterator[Tie]:
    """The ties of the last sentence, or those of this one found by `now`, as those of who followed."""
    known = list(now)
    for party in parties:
        if party.use != "name" or party.project:
            continue
        so = _SO_DID.search(text, max(party.start - 16, 0), party.start)
        so = so or (_AS_TOO.match(text, party.end) and _AS.search(text, max(party.start - 8, 0), party.start))
        if not so and (party.lead or not _FOLLOWED.match(text, party.end)):
            continue
        if _NOT.search(text) or (so and so.start() > 2 and not known):
            continue
        doer = next((p.terms for p in parties if so and known and p.end <= so.start() and not p.lead), spoken.doers)
        found = tuple(_as_well(known or spoken.ties, doer, party))
        known += found
        yield from found


def _as_well(ties: Sequence[Tie], subject: tuple[str, ...], party: Party) -> Iterator[Tie]:
    """The ties with a party in the place of who invests or lends, or else of the subject."""
    for tie in ties:
        for term in party.terms:
            if term in (tie.giver, tie.taker):
                continue
            if tie.type in _MONEY or tie.giver in subject:
                yield replace(tie, giver=term)
            elif tie.taker in subject:
                yield replace(tie, taker=term)
