"""The parties and ties of a sentence in, whom the sentences after it can mean out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Tie
from generator.partnerships.party import Party

_FRONT = 15
"""Characters in which a phrase before the subject begins: `From Alpha it bought …`."""
_HEAD = 5
"""Characters in which a sentence begins."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Whom a text has spoken of, as terms: what `it`, `the two`, `the site` can mean."""

    topic: tuple[str, ...] = ()
    """Whom the section is about."""
    focus: tuple[str, ...] = ()
    """The project that the article is about."""
    before: tuple[str, ...] = ()
    """The subject of the last sentence."""
    alone: bool = True
    """Whether the last sentence named nobody else."""
    one: tuple[str, ...] = ()
    """The last subject that was a single one."""
    both: tuple[str, ...] = ()
    """The two that the last sentence named, if they were two."""
    site: tuple[str, ...] = ()
    """The last project that it named."""
    doers: tuple[str, ...] = ()
    """The first that no preposition led."""
    text: str = ""
    """The last sentence."""
    ties: tuple[Tie, ...] = ()
    """Its ties."""

    def after_gap(self) -> Spoken:
        """What is left where sentences that name nobody stand between."""
        return Spoken(self.topic, self.focus, self.topic, self.alone, self.topic, doers=self.topic)

    def after(self, text: str, parties: Sequence[Party], ties: tuple[Tie, ...]) -> Spoken:
        """Whom the next sentence can mean."""
        before = _subject(parties, self.before)
        named = two_of(parties)
        return Spoken(
            self.topic,
            self.focus,
            before,
            len(parties) < 2 if parties else self.alone,
            before if len(before) == 1 else self.one,
            named,
            next((party.terms for party in reversed(parties) if party.project), ()),
            next((party.terms for party in parties if not party.lead and party.use == "name"), before),
            text,
            ties,
        )


def two_of(parties: Iterable[Party]) -> tuple[str, ...]:
    """The two that parties are, in order, or none."""
    named = dict.fromkeys(term for p in parties if p.use in ("name", "owner") and not p.project for term in p.terms)
    return tuple(named) if len(named) == 2 else ()


def _subject(parties: Sequence[Party], before: tuple[str, ...]) -> tuple[str, ...]:
    """The terms that the next sentence means by `it`: the label, or the first party that no preposition leads.

    Where all are led by one, the talk is still of those that it was of `before`.
    """
    heads = [party for party in parties if not (party.lead and party.start < _FRONT)][:1] or parties[:1]
    subject = next(
        (p for p in heads if not p.lead and (p.use == "name" or (p.use == "owner" and p.start < _HEAD))), None
    )
    return subject.terms if subject else before or (parties[0].terms if parties else ())
