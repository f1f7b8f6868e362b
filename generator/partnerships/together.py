"""A clause in, the ties of those who stand beside each other in it out: `A and B signed a contract`, `A-backed B`."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from generator.model import Tie, TieType
from generator.partnerships.clauses import APART, REACH, Clause, make_ties, read_matter, tie_each_other
from generator.partnerships.cues import find_tie_words
from generator.partnerships.party import Party
from generator.text.lexicon import word_pattern

_PART = word_pattern(
    "take_part takes_part taking_part took_part part_of participat* join joins joined joining build* built "
    "operat* present* announc* unveil*"
    " back backs backed backing fund* lead leads leading led develop* suppl* provid* partner* invest* commit* "
    "host* financ* contribut*"
    " deliver* share stake involvement member* founded founder* formed venture owns owned hold holds tenant* "
    "leas* equipped including"
    " letter_of_intent start started starts run runs lay create* guarante* agree*"
)
"""What ties a party to a project beside it."""
_COOPERATION = re.compile(
    r"\b(?:collaborat|cooperat|alliance|memorand|teamed? up|teams up|letters? of intent|join\w* forces|work\w* with)",
    re.I,
)
_RENT = re.compile(r"\b(?:leas|rent|tenan|landlord|coloc)", re.I)
_SHARED = re.compile(
    r"\W+(?:each |both |jointly )?(?:own|hold|take)s? (?:half|equal|50)|\W+(?:\w+ly )?(?:(?:plan|will|are to|aim"
    r"|intend)(?:s|ned)? (?:to )?(?:jointly |together )?(?:build|reach|develop|deploy|create|offer|bring|open"
    r"|launch|install|run|set up|construct)\b"
    r"|plan(?:s|ned)? (?:a|an|at least|up to|about|\d)"
    r"|(?:are|will|have|had|were) (?:been |be |now )?jointly\b|(?!(?:put|pay|paid|rais|invest|len[dt]|contribut"
    r"|spen|provid)\w*)[^;,]{8,60}\b(?:each other|one another|together)\b"
    r"|(?!both\b|each\b|all\b)[^;]{0,60}?\b(?:announced|signed|agreed|have|had|maintained|maintain|enlarged|extended"
    r"|amended|expanded|struck|reached|formed|launch\w*|registered|settled"
    r"|ended|are (?:\w+ing)|closed|entered|plan|concluded|renewed|set up|created|established|share|exchange|visit)\b"
    r"(?![^;]*\b(?:each|both|separate(?:ly)?|respective(?:ly)?)\b)"
    r"[^;]{0,80}?\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|terms|pact"
    r"|exclusivity|licen[cs]e|memorandum|letter of intent|together|jointly|runtime|arrangement|joint|sites?|campus"
    r"|company|pool)\b)",
    re.I,
)
"""What two parties do in one breath ties them to each other: `A and B signed a contract`."""
_DEAL_THAT = re.compile(
    r"\b(?:agreement|contract|deal|partnership|collaboration|alliance|memorandum|pact|terms|company"
    r"|venture)\b[^.;]{0,40}?"
    r" (?:that|which) (?:the )?$",
    re.I,
)
"""`a memorandum that A and B concluded`."""
_TEAM = re.compile(r"\b(?:consortium|alliance|team|joint [a-z]+(?<!venture)(?<!company)) of (?:the )?$")
_OTHER_CLAUSE = re.compile(r"\w{3,}.{20,} and (?:the )?(?:\w+ ){0,2}$")
_WHEN = re.compile(r"\W*(?:When|After|Since|While|As|Before|Although|Because) ")
_JOINT = re.compile(
    r"\bventures?\b|\bjoint \w+ ?compan|\b(?:joint|common|new|own) (?:\w+ )?(?:company|firm)\b|fifty-fifty"
    r"|in equal (?:parts|halves)"
    r"|\bjointly (?:own|held|hold)|\b(?:own|held|hold|owned|founded|split)\b[^;]{0,40}\b(?:jointly|together|half"
    r"|equal|50)\b"
    r"|\b(?:own|hold|take)s? (?:half|equal|50)|\b(?:registered|founded) (?:a|the) (?:company|firm)|compan(?:y"
    r"|ies) that \w* ?founded"
    r"|\bjointly held by|equal halves",
)
_THE_TWO = re.compile(
    r"\b(?:the (?:two|pair)|both)(?: (?:companies|firms|groups|partners|sides|parties))?\b[^;.]{0,60}?\b(?:together"
    r"|jointly|share|split"
    r"|agree\w*|sign\w*|found\w*|partner\w*|contract|venture|exchange|joint)\b",
)
"""`… and the two founded a company`."""
_AS_BACKER: dict[str, TieType] = {
    "hoste": "compute_purchase", "finan": "financing", "power": "supply", "suppl": "supply", "built": "supply",
}  # fmt: skip
_COMPOUND = re.compile(
    r"(?:['’]s?)? (?:[\w-]+ ){0,2}?(?:deals?|agreements?|contracts?|partnership|alliance|tie-up|pact|arrangement"
    r"|lease|loan"
    r"|merger|takeover|collaboration|(?:joint )?venture|relationship|memorandum|transaction)\b"
)
"""`the Alpha-Beta deal`"""
_PART_OF = (
    r"(?:half|all|\d[\d.]* percent|an? (?:third|quarter|fifth|tenth|majority)) of (?:the|a|this|their) "
    r"[a-zA-Z][\w -]{2,30}?"
)
_OWNS_PART = re.compile(
    rf"(?: [\w ]{{2,16}}?)? (?:owns?|holds?|keeps?|has|have|controls?|take|takes) {_PART_OF},? (?:and "
    rf"|while )?(?:the )?"
)
_PART_HELD = re.compile(rf"(?i:{_PART_OF}) (?:is|are|was|were|will be) (?:held|owned|taken) by (?:the )?$")
_PART_BY = re.compile(r",? (?:and )?(?:half|the (?:rest|balance|remainder|other \w+)|\d[\d.]* percent) by (?:the )?")
_REST = re.compile(
    r"(?: (?:owns?|holds?|has|have))? (?:the (?:rest|balance|remainder|other)|half|\d[\d.]* percent"
    r"|an? (?:third|quarter|fifth|tenth))\b|[.,;]"
)
_OWN = re.compile(r"\b(?:its|their)\b")


def find_together(clause: Clause) -> Iterator[Tie]:
    """The ties of those who do something together, and those of neighbours."""
    yield from _shared(clause)
    yield from _beside(clause)


def find_the_two(text: str, parties: Sequence[Party], before: tuple[str, ...]) -> Iterator[Tie]:
    """The tie of the two that a sentence, or the one before it, speaks of: `the two founded a company together`."""
    words = text.lower()
    found = _THE_TWO.search(words) if any(two in words for two in ("the two", "the pair", "both")) else None
    if not found:
        return
    named = tuple(
        dict.fromkeys(
            term for p in parties if p.end <= found.start() and p.use in ("name", "owner") for term in p.terms
        )
    )
    two = named or before
    if len(two) == 2:
        clause = Clause(text, found.start(), len(text), (), None)
        joint = _JOINT.search(words, found.start())
        yield from tie_each_other(clause, Party(two, 0, 0), "joint_venture" if joint else "partnership")


def find_sharers(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The tie of those who own one thing together: `Alpha owns 51 percent of the venture and Beta the rest`."""
    for one, other in itertools.pairwise(parties):
        if one.project or other.project or not _REST.match(text, other.end):
            continue
        active = not one.lead and not other.lead and _OWNS_PART.fullmatch(text, one.end, other.start)
        passive = one.lead == other.lead == "by" and _PART_BY.fullmatch(text, one.end, other.start)
        if active or (passive and _PART_HELD.search(text, 0, one.start)):
            clause = Clause(text, one.start, len(text), (), None)
            yield from make_ties(clause, "joint_venture", one, other)


def find_labelled(text: str, parties: Sequence[Party]) -> Iterator[Tie]:
    """The tie of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    if len(parties) >= 2 and re.match(r"\W{0,2}: ", text[parties[0].end : parties[0].end + 4]) and parties[0].end < 60:
        start = parties[0].end + 2
        clause = Clause(text, start, len(text), tuple(parties[1:]), None, find_tie_words(text, start, len(text), {}))
        other = parties[1]
        if (
            parties[0].terms != other.terms
            and not other.lead
            and clause.words_that_tie
            and not APART.search(clause.words)
        ):
            yield from make_ties(
                clause, read_matter(clause, clause.start, clause.end, "partnership"), parties[0], other
            )


def _shared(clause: Clause) -> Iterator[Tie]:
    """The ties of two or three that do something together: `A and B signed a contract`, `a deal between A and B`."""
    several = [
        party
        for party in clause.parties
        if 2 <= len(party.terms) <= 3 and not party.project and party.use not in ("person", "aside")
    ]
    joint = several and _JOINT.search(clause.words.lower())
    for party in several:
        alone = all(other is party or other.project or other.use != "name" for other in clause.parties)
        that = _DEAL_THAT.search(clause.text, clause.start, party.start)
        together = not party.lead and (that or (alone and _SHARED.match(clause.text, party.end, clause.end)))
        own = (
            joint
            and alone
            and (
                party.lead in ("by", "of", "to", "between") or (not party.lead and _OWNED.match(clause.text, party.end))
            )
        )
        signed = party.lead == "by" and _SIGNED.search(clause.text, clause.start, party.start)
        between = (
            party.lead in ("between", "among")
            and not APART.search(clause.text, clause.start, party.start)
            and not _CHOICE.search(clause.text, clause.start, party.start)
        )
        team = party.lead == "of" and _TEAM.search(clause.text, clause.start, party.start)
        compound = _HYPHEN.search(clause.text, party.start, party.end) and _COMPOUND.match(clause.text, party.end)
        if compound or between or together or own or signed or team:
            yield from tie_each_other(clause, party, "joint_venture" if joint else _shared_type(clause, party))


_CHOICE = re.compile(
    r"\b(?:cho(?:ice|os)|differ|distinguish|gap|race|rival|competi|contest|stand|lie|switch|divid"
    r"|spread|split)\w* ",
    re.I,
)
"""`customers choose between A and B`"""
_HYPHEN = re.compile(r"[^\s-][/–-][A-Z]")
_OWNED = re.compile(r"\W+(?:\w+ ){0,3}?(?:own|hold|found|set up|form|create|launch|establish|register|split)")
_SIGNED = re.compile(
    r"\b(?:memorandum|agreement|contract|deal|pact|letter|treaty)\b[^;]*\b(?:signed|concluded|agreed)\b[^;]{0,20}$",
    re.I,
)


def _shared_type(clause: Clause, party: Party) -> TieType:
    if _COOPERATION.search(clause.words):
        return "partnership"
    rents = _RENT.search(clause.words) is not None  # who announce halls together build them; none rents from the other
    return read_matter(clause, clause.start, clause.end, "partnership", party.end, space=rents)


def _beside(clause: Clause) -> Iterator[Tie]:
    """The ties of neighbours: `SoftBank-backed OpenAI`, and a party and a project with any word for taking part."""
    for one, other in itertools.pairwise(clause.parties):
        between = clause.text[one.end : other.start]
        if one.use == "backer" and len(between) < 40:
            yield from make_ties(
                clause, _AS_BACKER.get(clause.text[one.end + 1 : one.end + 6], "investment"), one, other
            )
        if one.project == other.project or "person" in (one.use, other.use) or len(between) > REACH:
            continue
        until = min(other.end + 40, clause.end)
        if _OTHER_CLAUSE.search(between) or ("," in between and _WHEN.match(clause.text, clause.start)):
            continue
        takes_part = _PART.search(between) or _PART.search(clause.text, other.end, until)
        if not takes_part or APART.search(between) or ", and " in between:
            continue
        if _OWN.search(between):
            one = clause.subject_at(one.start) or one
        party, project = (other, one) if one.project else (one, other)
        yield from make_ties(clause, read_matter(clause, one.end, until, "partnership", one.end), party, project)
