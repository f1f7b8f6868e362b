"""A sentence and whom the text spoke of in, the words that stand for those out: `it`, `the venture`, `the servers`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.partnerships.party import Party
from generator.partnerships.spoken import two_of

_NOUNS = (
    "company|group|firm|start-?up|lab|developer|chip ?maker|chip designer|utility|operator|bank|lender|fund"
    "|investor|provider"
    "|supplier|builder|maker|manufacturer|carmaker|conglomerate|retailer|carrier|giant|business|pair|partners|ministry"
    "|government|university|agency|studio|campus|park|plant operator|carrier|landlord|hospital|software house"
    "|car ?maker|(?:two|three)(?: companies| firms)?"
)
_ANAPHOR = re.compile(
    r"(?:(?:It|They|Both)\b(?: (?:companies|firms|investors|groups|parties))?"
    rf"|(?:The|This|That) (?:[a-z][\w-]* ){{0,2}}?(?:{_NOUNS})\b)(?!['’]s? (?:chief|founder))"
)
_ANAPHOR_LATER = re.compile(
    rf"\b(?:(?:it|they)(?= (?:has|have|had|is|are|was|were|will|would|also|now|then|\w+s|\w+ed)\b)"
    rf"|the (?:{_NOUNS})\b(?!['’]))"
)
_OF_ITS = re.compile(
    r"\b(?:percent|half|quarter|third|fifth|tenth|stake|some|most|all) of (its) (?:shares|stock|equity|capital)\b"
)
_PLURAL = re.compile(r"(?:They|they|Both|[Tt]he (?:two|pair|partners|companies|firms|(?:two|three) \w+))\b")
_OWN_FIRST = re.compile(r"(?:Its|Their)\b")
_THE_COMPANY = re.compile(
    r"\b(the (?:company|group|firm|start-?up|studio|lab|utility|carrier|developer|provider"
    r"|operator|holding|chip ?maker))\b(?!['’]s)"
)
_IT = re.compile(r" (it|them)\b(?! (?:is|was|has|had|will|would|can|could|may|said|says|also|does|did|to be)\b)")
_OF_IT = re.compile(
    r"len[dt]\w*|pa(?:y|ys|id)|g[ai]ves?|given|promis\w*|s[eo]l[dl]s?|suppl\w*|offer\w*|grant\w*|ow(?:es|ed)"
    r"|award\w*|with|from|to|in|into|behind|for|acquir\w*|buys?|bought|back\w*|fund\w*|owns?|owned|us(?:es|ed)"
    r"|operat(?:es|ed)"
    r"|runs?|ran|built|builds?|leas(?:es|ed)|rents?|rented|hosts?|hosted|cool(?:s|ed)|made|makes?|manag(?:es|ed)"
    r"|financ(?:es|ed)|equip(?:s|ped)|serv(?:es|ed)|feeds?|fed|power(?:s|ed)|deliver\w*"
)
"""What stands before `it` where it means a party."""
_OF_SITE = re.compile(r"us|operat|r[ua]n|buil|leas|rent|host|cool|manag|equip|serv|fe|power|(?:in|for|to|from)$")
"""`uses it`, `runs it`: a site or machine rather than who has it."""
_FORMER = re.compile(
    r"\b(?:[Tt]he (former|latter)\b(?![’'])(?! [a-z]+(?:er|or|nt|al)\b)"
    r"|(?<=for |rom |ith |.to |.of )both(?=[.,;]|$| (?:since|until|in|at|by|come|are|is)\b))"
)
_WE = re.compile(r"\b(?:[Ww]e|us|[Oo]ur)\b")
_SAID = re.compile(r"[,”\"] (?:said|says|added|wrote) (?:[^,;“”\"]{0,40} (?:of|at|for) )?(?:the )?$")
_SAYS = re.compile(r"(?:['’]s [\w ]{3,30})? (?:said|says|added|wrote)(?: [\w ]{0,20})?[:,] [“\"]")
_VENTURE = re.compile(
    r"\b(?:[Tt]he|[Tt]his|an?) (?:(?:new|joint|same|whole|first|flagship|planned|[A-Z]\w+) )*"
    r"(?:venture|project|program(?:me)?|initiative|consortium|cluster|site|campus|(?:first|second|third"
    r"|next) phase)\b"
)
_OF_THEM = re.compile(
    r"(?:They|These|Those|(?:(?:All|Both|Most|Some|Half|Much|Many|Part|One|Two|Three|More|Less"
    r"|About) )(?:[a-z]+ ){0,3}?"
    r"of (?:them|it|these|this))\b"
)
"""`Half of them come from Alpha`."""
_CONTRACT = re.compile(
    r"(?:(?:The|A|An|Its|Another|Further|Other|New) )?(?:[a-z-]+ ){0,2}"
    r"(?:contract|deal|agreement|order|partnership|memorandum|talk|letter of intent|licence|lease)s? with (?:the )?",
    re.I,
)
_HEAD = 12
"""Characters in which a sentence begins."""
_SOURCES = ("from", "by", "through", "at")
_PLACED_WITH = re.compile(r"(?:placed|agreed|concluded|arranged|signed|booked) with (?:\w+ including )?(?:the )?$")
_NEW_CLAUSE = re.compile(r"(?:, and|;|, while|, but) (?:the )?(?=[A-Z])")
_DONE_WITH = re.compile(
    r"(?:In [^,;:]{3,20} )?(?:An?|The|Its|In|No|One|Another)\b[^,;:“”]{0,80}\b(?:was|were|is|are|been"
    r"|being) (?:\w+ )?(?:developed|built|announced|presented|launched|agreed"
    r"|signed|concluded|opened|set up|founded|planned|negotiated|tested|created|struck|reached|designed|made|run)"
    r" (?:[^,;:]{0,40} )?(?:together )?with (?:the )?"
)
"""`A version for robots was developed with Beta`"""
_MAKING = re.compile(r"(?:the )?(?:\w+ )?(?:production|manufactur\w+|fabrication|assembly)", re.I)
_THINGS = (
    "power electricity energy heat cooling water gas fuel memory chip chips processor processors accelerator "
    "accelerators gpus server servers "
    "rack racks machine machines hardware equipment system systems switch switches turbine turbines reactor "
    "reactors component components parts "
    "battery batteries cable cables steel glass silicon wafers money capital financing funding loan loans debt "
    "credit bond bonds notes facility "
    "mortgage guarantee grant grants round stake shares investment capacity computing compute cloud cluster "
    "clusters hall halls "
    "expenditure spending purchases costs rent insurance building buildings site sites land campus space "
    "construction production manufacturing assembly work shell software licence contract deal agreement lease order"
)
_THING = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]ost|[Mm]uch|[Aa]ll|[Mm]ore|[Hh]alf|[Oo]ne|[Tt]wo|[Tt]hree"
    r"|[Bb]oth|of|\d+ percent of|[a-z-]+) ){0,6}?"
    rf"(?i:(?:{'|'.join(_THINGS.split()).replace('_', ' ')}))\b(?= (?!and |or )[a-z])"
)


def find_anaphors(
    text: str, at: int, antecedent: tuple[str, ...], named: Sequence[Party], alone: bool, site: tuple[str, ...] = ()
) -> Iterator[Party]:
    """Where a sentence means those that the one before spoke of, and does not name them again."""
    if not antecedent or any(set(party.terms) & set(antecedent) for party in named if party.start >= at):
        return
    plural = len(antecedent) > 1
    first = next((party.start for party in named if party.start >= at), len(text))
    found = (
        _ANAPHOR.match(text, at)
        or _after_first(text, at, named)
        or _ANAPHOR_LATER.search(text, at, min(first, at + 60))
    )
    if found and plural == bool(_PLURAL.match(text, found.start())):
        yield Party(antecedent, found.start(), found.end())
        at = found.end()
    elif (found := _OWN_FIRST.match(text, at)) and not (plural and found[0] == "Its"):
        yield Party(antecedent, found.start(), found.end(), use="owner")
        return
    it = next(_objects(text, max(at, named[0].end)), None) if named else None
    if it and site and site != antecedent and _OF_SITE.match(_word_before(text, it.start())):
        yield Party(site, it.start(1), it.end(1), project=True)
        return
    if plural:
        return
    if (
        (len(named) == 1 and (found := _OF_ITS.search(text, at)))
        or (alone and (found := _THE_COMPANY.search(text, at)))
        or (found := it)
    ):
        yield Party(antecedent, found.start(1), found.end(1))


def _after_first(text: str, at: int, named: Sequence[Party]) -> re.Match[str] | None:
    """The pronoun after a party that a preposition leads: `From Alpha it has ordered turbines`."""
    head = next((party for party in named if party.start >= at), None)
    return _ANAPHOR_LATER.match(text, head.end + 1) if head and head.start - at < _HEAD else None


def _objects(text: str, at: int) -> Iterator[re.Match[str]]:
    """Where somebody does something to `it`, or for `them`."""
    return (one for one in _IT.finditer(text, at) if _OF_IT.fullmatch(_word_before(text, one.start())))


def _word_before(text: str, at: int) -> str:
    return text[max(at - 20, 0) : at].rpartition(" ")[2]


def find_inner(
    text: str, named: Sequence[Party], spoken_of: Sequence[Party], again: Sequence[Party]
) -> Iterator[Party]:
    """Where a sentence means one it has named already, and somebody else since: `Alpha failed, but Beta lent it …`.

    `named` are its parties with what leads them, `spoken_of` those too that stand aside, `again` those of the sentence
    before that it means.
    """
    for found in (*_objects(text, 0), *_OF_ITS.finditer(text)):
        start, end = found.span(1)
        doers = [p for p in named if p.end <= start and not p.lead]
        if not doers or any(p.start < end and start < p.end for p in again):
            continue
        doer = doers[-1]
        others = [p for p in again or spoken_of if p.end <= doer.start and not set(p.terms) & set(doer.terms)]
        if {p.terms for p in others} == {others[0].terms} if others else False:
            if (len(others[0].terms) > 1) == (found[1] == "them"):
                yield Party(others[0].terms, start, end, others[0].project)
                return


def find_former(text: str, named: Sequence[Party], both: tuple[str, ...]) -> Iterator[Party]:
    """Whom `the former`, `the latter` and `for both` mean: the two named before, or `both` of the last sentence."""
    for found in _FORMER.finditer(text):
        two = two_of(party for party in named if party.end <= found.start() and not party.lead) or both
        if len(two) == 2 and not any(p.start <= found.start() < p.end for p in named):
            terms = {"former": two[:1], "latter": two[1:]}.get(found[1] or "", two)
            yield Party(terms, found.start(), found.end())


def find_speaker(text: str, groups: Sequence[Party]) -> Iterator[Party]:
    """Who `we` are: `“We buy from Alpha,” said Beta`, `We at Beta`."""
    if not (found := _WE.search(text)):
        return
    for party in groups:
        before = text[max(party.start - 60, 0) : party.start]
        if _SAID.search(before) or _SAYS.match(text, party.end) or text[found.end() : party.start] == " at ":
            yield Party(party.terms, found.start(), found.end(), use="owner" if found[0] in ("our", "Our") else "name")
            return


def find_ventures(text: str, focus: tuple[str, ...], taken: Sequence[Party]) -> Iterator[Party]:
    """Where a sentence means the project that its article is about: `the venture`."""
    for found in _VENTURE.finditer(text):
        if all(found.end() <= party.start or party.end <= found.start() for party in taken):
            yield Party(focus, found.start(), found.end(), project=True)
            return


def find_implied(
    text: str, at: int, antecedent: tuple[str, ...], named: Sequence[Party], *, is_project: bool, sure: bool
) -> Iterator[Party]:
    """Whose the things are that a sentence begins with: `The servers [of Alpha] come from Beta`.

    Where it is `sure` who is meant, a clause after them may name others.
    """
    if len(antecedent) != 1 or not named or named[0].terms == antecedent:
        return
    stop = new.start() if (new := _NEW_CLAUSE.search(text, named[0].end)) else len(text)
    named = [party for party in named if party.start < stop or not sure]
    if any(p.terms == antecedent for p in named):
        return
    if named[0].lead == "with" and len(named) == 1 and _DONE_WITH.fullmatch(text, at, named[0].start):
        yield Party(antecedent, at, at, project=is_project, lead="of")
        return
    if named[0].lead == "with" and _CONTRACT.fullmatch(text, at, named[0].start) and len(named) == 1:
        yield Party(antecedent, at, at, project=is_project, lead="of")
        return
    placed = _PLACED_WITH.search(text, at, named[0].start)
    if not placed and any(p.lead not in _SOURCES for p in named):
        return
    thing = _THING.match(text, at, named[0].start) or _OF_THEM.match(text, at, named[0].start)
    if thing and (named[0].lead != "at" or _MAKING.match(thing[0])):
        yield Party(antecedent, at, at, project=is_project, lead="of")
