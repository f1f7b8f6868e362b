"""The sentences of an article with the parties they name in, the ties between those parties out.

A tie needs words that make it (invest in, contract with, supplied by …) between two parties of one clause, or a party
and the project that the sentence before spoke of. Lists of names, rivals and comparisons make none; a tie that is
denied is kept as denied.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.entities import find_mentions
from generator.model import Evidence, Mention, Status, Tie, TieType
from generator.vocabulary import Vocabulary

_CUES: tuple[tuple[TieType, str, bool], ...] = (
    # what ties, by which words, and whether the party before them gives (money, chips, space) and the one after takes
    (
        "acquisition",
        r"acquir\w+|buy(?:s|ing)? (?:the )?(?:company|firm)|takeover|buyout|bought (?!\w* ?(?:power|chips|capacity"
        r"|computing))|sold its (?:\w+ )?(?:plant|stake|business)",
        True,
    ),
    (
        "investment",
        r"invest(?:s|ed|ing|ments?|or|ors)?\b|stake|sharehold\w+|shares|equity|back(?:s|ed|ing|ers?)\b|funders?"
        r"|funding|fund(?:s|ed)\b"
        r"|owns?\b|owned|holds?\b|held|tranche|valuation|percent of|commit\w* (?:up to |about |another )?(?:USD"
        r"|\$)|contribut\w+|warrants?"
        r"|put (?:USD|\$)|billion (?:in|into|to)",
        True,
    ),
    (
        "financing",
        r"loans?\b|lend\w*|lent\b|debt|bonds?\b|credit|bridge|financ(?:e|es|ed|ing|ier|iers)\b|guarantee\w*|backstop|underw\w+"
        r"|banks?\b",
        True,
    ),
    ("lease", r"leas(?:e|es|ed|ing)\b|tenants?|landlord|rents? (?:the |a )?(?:site|campus|space|building)", True),
    (
        "compute_purchase",
        r"comput\w+|cloud|capacity|gpus?\b|azure|tpus?\b|rent\w*|customers?|buyers?|host(?:s|ed)?\b|consume\w*"
        r"|trainium|bedrock|services|backlog|revenue",
        False,
    ),
    (
        "supply",
        r"suppl\w+|deliver\w*|provid\w+|manufactur\w*|design\w*|ship\w*|equip\w*|power\b|electricity|energy|output"
        r"|chips?\b|reactors?|plant\b"
        r"|racks?|systems?|servers?|accelerators?|hardware|sells?\b|sold\b|co-develop\w*|build(?:s|er|ing)?\b|built"
        r"|licen[cs]\w+",
        True,
    ),
    ("joint_venture", r"joint[- ]venture|jointly|co-own\w*", True),
    (
        "partnership",
        r"partner\w*|agree\w*|contract\w*|deals?\b|alliance|collaborat\w+|cooperat\w+|teams? up|together|memorand\w+"
        r"|letter of intent|join\w*"
        r"|signed|ties?\b|tied|relationship|exclusiv\w+|terms|commitments?|order\w*|clients?|arrangement|developing"
        r"|work\w* with",
        True,
    ),
)
_PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})", re.I), gives) for kind, words, gives in _CUES)
_STRONG = re.compile(
    r"\b(?:contract\w*|agree\w*|deals?|partner\w*|invest\w*|stakes?|acquir\w+|bought|buys?|buying|purchas\w+"
    r"|rent\w*|leas\w+|suppl\w+|deliver\w*"
    r"|provid\w+|signed|sold|sells?|loans?|lend\w*|lent|financ\w+|backed|backs|backing|owns?|owned|holds|held"
    r"|joint[- ]venture|order\w*|commit\w*"
    r"|customers?|tenants?|co-develop\w*|memorand\w+|letter of intent|joined|fund\w*|licen[cs]\w+|exclusiv\w+"
    r"|consume\w*|host\w*|built (?:by|for)"
    r"|builds? (?:\w+ ){0,4}for|use[sd]? (?:of )?|uses|using|reliance|dependence|relationship|guarantee\w*"
    r"|contribut\w+|pays?|paid|share of|percent of|runs?|earn\w*|revenue|deploy\w*|arrangement|chose|serves?)\b",
    re.I,
)
_TAKES_PART = re.compile(
    r"\b(?:take part|takes part|part of|participat\w+|join\w*|build\w*|built|operat\w+|present\w*|announc\w+"
    r"|unveil\w*|back\w*|fund\w*|lead\w*|develop\w*"
    r"|suppl\w+|provid\w+|partner\w*|invest\w*|commit\w*|host\w*|financ\w+|contribut\w+|deliver\w*|share\b"
    r"|stake|involvement|member\w*|founded|venture"
    r"|make\w*|owns?|tenant|leas\w+|equipped|including)\b",
    re.I,
)
_VENTURE = re.compile(
    r"\b(?:the (?:venture|project|program(?:me)?|initiative|consortium|company|cluster|site|campus)"
    r"|technology partners?|equity funders?|partners)\b",
    re.I,
)
_JOINT = re.compile(
    r"(?:,? (?:and|&|as well as|or|along with|together with) (?:the |its )?(?:[\w-]+-based )?|, (?:and )?(?:the )?|/)",
    re.I,
)
_APART = re.compile(
    r"\b(?:rival\w*|competit\w+|compet\w+|compared|unlike|versus|vs|rather than|instead of|than|alongside|outside"
    r"|besides|other than|apart from"
    r"|citing|according to|report(?:s|ed) by|ahead of|predate|whose|ranks?|like|such as|similar|not counted"
    r"|not (?:to be )?(?:a )?party|side by side|without|differ\w*|away from)\b|[;:]",
    re.I,
)
_CLAUSE = re.compile(
    r"; |: |, (?:while|whereas|but|although|though|so that|because|which|who|and (?:it|they|another|one|the"
    r"|a|an|that)) "
    r"|, and (?=(?:[A-Z][\w&.’']* ){1,3}(?:agreed|will|would|said|plans?|was|is|has|had|announced|signed|bought"
    r"|took|gave|made|expects?|may)\b)"
    r"| (?:while|whereas|because) ",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|collaps\w+|fell through|called off|walked away|reject\w*|abandon\w*|scrapp\w+|ended talks"
    r"|no plans?|withdr[ae]w\w*"
    r"|cancel\w*|never (?:signed|finali[sz]ed|completed|been)|did not (?:sign|reach|agree)|no deal|dropped)\b",
    re.I,
)
_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("rumoured", re.compile(r"\b(?:in talks|rumou?r\w*|consider(?:s|ed|ing)|explor\w*|discuss\w*|weigh\w*)\b", re.I)),
    (
        "completed",
        re.compile(
            r"\b(?:complet\w+|closed|acquired|bought|sold|invested|investing|paid|holds|owns|owned|held)\b", re.I
        ),
    ),
    (
        "announced",
        re.compile(r"\b(?:announc\w*|said|agreed|signed|unveil\w*|disclos\w*|fil(?:ed|ing)|enlarged|expanded)\b", re.I),
    ),
    ("planned", re.compile(r"\b(?:plan\w*|will|would|aims?|intend\w*|expect\w*|by 20\d\d|scheduled|due)\b", re.I)),
    ("reported", re.compile(r"\b(?:report\w*|according to|sources?)\b", re.I)),
)
_REPORTS = re.compile(
    r"(?:['’]s)? (?:reported|wrote|notes?|noted|gives?|gave|counts?|puts|describes?|quot\w+|names|calls|treats?"
    r"|estimat\w+)\b",
    re.I,
)
_PREPOSITION = re.compile(r"\b(from|with|to|in|into|by|of|for)\s+(?:the\s+)?$", re.I)
_OWN = re.compile(r"\b(?:its|their)\b")
_LABEL = re.compile(r"[^:]{2,40}: ")
_LAST_LEAD = re.compile(r"\b(by|from|to)\b\W*(?:[\w-]+\W+){0,2}$", re.I)  # backed by SoftBank
_EQUIPPED = re.compile(r"\b(?:equipped|including|uses|using)\b", re.I)  # equipped with Nvidia chips
MAX_SENTENCE = 1500
"""A longer run of text is no sentence, and ties nobody."""
_REACH = 150
"""Characters between the two parties of a tie."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Parties named in one breath: `SoftBank, Oracle and MGX`."""

    parties: tuple[Mention, ...]
    start: int
    end: int

    @property
    def is_project(self) -> bool:
        return len(self.parties) == 1 and self.parties[0].kind == "project"


def find_ties(evidence: Sequence[Evidence], focus: str = "") -> tuple[tuple[Tie, ...], ...]:
    """For each sentence the ties it states, each pair and type once. `focus` is the project the article is about."""
    found: list[tuple[Tie, ...]] = []
    for sentence in evidence:
        parties = _parties(sentence) if len(sentence.text) <= MAX_SENTENCE else []
        ties: dict[tuple[str, str, TieType], Tie] = {}
        for start, end in _clauses(sentence.text):
            inside = [mention for mention in parties if start <= mention.start and mention.end <= end]
            named = focus in {mention.term for mention in parties}
            for tie in _ties_in(sentence.text, start, end, _groups(sentence.text, inside), focus, named):
                first, second = sorted((tie.giver, tie.taker))
                ties.setdefault((first, second, tie.type), tie)
        for tie in _labelled(sentence.text, parties):
            first, second = sorted((tie.giver, tie.taker))
            ties.setdefault((first, second, tie.type), tie)
        found.append(tuple(ties.values()))
    return tuple(found)


def _labelled(text: str, parties: Sequence[Mention]) -> Iterator[Tie]:
    """The ties of a list item whose label is a party: `Constellation Energy: Meta has a 1.1 GW arrangement.`."""
    label = _LABEL.match(text)
    inside = [mention for mention in parties if label and mention.end <= label.end()]
    after = _groups(text, [mention for mention in parties if label and mention.start >= label.end()])
    if label and len(inside) == 1 and after and inside[0].end >= label.end() - 3:
        clause = text[label.end() :]
        if _STRONG.search(clause) and not _APART.search(clause):
            yield from _make(clause, clause, _Group((inside[0],), inside[0].start, inside[0].end), after[0])


def project_of(title: str, vocabulary: Vocabulary) -> str:
    """The slug of the project that an article's title names first, or nothing."""
    return next((m.term for m in find_mentions(title, vocabulary) if m.kind == "project"), "")


def _parties(sentence: Evidence) -> list[Mention]:
    """The organisations and projects that a sentence speaks of, without makers of products and those who report."""
    return [
        mention
        for mention in sentence.mentions
        if mention.kind in ("organization", "project")
        and not _is_shadowed(mention, sentence.mentions)
        and not _REPORTS.match(sentence.text, mention.end)
    ]


def _is_shadowed(mention: Mention, others: Sequence[Mention]) -> bool:
    """Whether a mention is only the maker's name inside that of a product or project: `Nvidia GB200`."""
    span = mention.start, mention.end
    return any(o.kind in ("project", "technology") and (o.start, o.end) == span and o is not mention for o in others)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cut in _CLAUSE.finditer(text):
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


def _groups(text: str, mentions: Sequence[Mention]) -> list[_Group]:
    groups: list[_Group] = []
    for mention in mentions:
        last = groups[-1] if groups else None
        if last and mention.kind == last.parties[-1].kind and _JOINT.fullmatch(text[last.end : mention.start]):
            groups[-1] = _Group((*last.parties, mention), last.start, mention.end)
        else:
            groups.append(_Group((mention,), mention.start, mention.end))
    return groups


def _ties_in(text: str, start: int, end: int, groups: Sequence[_Group], focus: str, named: bool) -> Iterator[Tie]:
    """The ties that the words of one clause make between its groups, or between one and the project in focus."""
    clause = text[start:end]
    for index, (near, other) in enumerate(itertools.pairwise(groups)):
        one = near
        if index and (_leads(text, other) == _leads(text, near) != "" or _OWN.search(text[near.end : other.start])):
            one = groups[0]  # bought from A, from B and from C; relies on A through its part in B
        between = text[near.end : other.start]
        if len(between) > _REACH or _APART.search(between):
            continue
        if one.is_project or other.is_project:
            if _TAKES_PART.search(between) or _TAKES_PART.search(text[other.end : min(other.end + 40, end)]):
                yield from _make(clause, between, one, other)
        elif _STRONG.search(between) or (
            _STRONG.search(text[start : near.start])
            and (one is not near or re.search(r"\b(?:with|to|from)\b", between))
        ):
            yield from _make(clause, text[max(start, one.start - 40) : other.start], one, other)
        elif re.fullmatch(
            r"\W*(?:and|to|with|in|into|from|for|by|is|was|as|remains|became|becomes)\W*(?:s\W)?", between
        ) and _STRONG.search(text[other.end : end]):
            yield from _make(clause, text[other.end : end], one, other)
    for group in groups:
        if len(group.parties) == 2 and len(groups) == 1:
            rest = text[group.end : end]
            before = text[start : group.start]
            if _BOTH.match(rest) or _BETWEEN.search(before):
                single = [_Group((party,), party.start, party.end) for party in group.parties]
                yield from _make(clause, clause, single[0], single[1])
    if (
        focus
        and groups
        and not any(p.term == focus for g in groups for p in g.parties)
        and (named or _VENTURE.search(clause))
    ):
        target = Mention(focus, "project", end, end)
        for group in groups[:1]:
            if _TAKES_PART.search(clause) and not _APART.search(text[group.end : end]):
                yield from _make(clause, clause, group, _Group((target,), end, end))


_BOTH = re.compile(
    r" (?:plan|will|are to|aim|intend) (?:to )?(?:jointly |together )?(?:build|reach|develop|deploy|create"
    r"|offer)\b|[^;]{0,60}?\b(?:announced|signed|agreed|have|maintained|enlarged|expanded|struck|reached|formed"
    r"|are developing|closed|entered)\b"
    r"[^;]{0,80}?\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|terms"
    r"|memorandum|together|runtime|arrangement)\b",
    re.I,
)
_BETWEEN = re.compile(
    r"\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|tie|ties)\b[^;]{0,40}\b(?:between"
    r"|of)\W*$",
    re.I,
)


def _leads(text: str, group: _Group) -> str:
    """The preposition right before a group, or nothing."""
    found = _PREPOSITION.search(text[max(group.start - 12, 0) : group.start])
    return found[1].lower() if found else ""


def _make(clause: str, words: str, one: _Group, other: _Group) -> Iterator[Tie]:
    """A tie for each pair of the two groups, of the type that the words between them say first in order of types."""
    kind, gives = next(
        ((kind, gives) for kind, pattern, gives in _PATTERNS if pattern.search(words)), ("partnership", True)
    )
    first_gives = _first_gives(kind, gives, words)
    status = _status(clause)
    for a in one.parties:
        for b in other.parties:
            if a.term != b.term:
                giver, taker = (a.term, b.term) if first_gives else (b.term, a.term)
                yield Tie(kind, giver, taker, kind not in ("joint_venture", "partnership"), status)


def _first_gives(kind: TieType, gives: bool, words: str) -> bool:
    """Whether the party before the words gives: as is usual for the type, unless a preposition says otherwise."""
    lead = _LAST_LEAD.search(words)
    if lead and lead[1].lower() == "to":
        return True
    if lead and lead[1].lower() == "from":
        return False
    if lead:  # backed by SoftBank gives the other way round
        return not gives
    return gives and not (kind == "supply" and _EQUIPPED.search(words))


def _status(clause: str) -> Status:
    if _DENIED.search(clause):
        return "denied"
    return next((status for status, pattern in _STATUSES if pattern.search(clause)), "reported")
