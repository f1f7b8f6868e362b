"""A sentence and a name in it in, how the name only stands aside out: as a source, a person's employer, a rival …."""

from __future__ import annotations

import re

_OF = r"(?:(?:that|those|the one|the ones|one|some)\s+(?:of|by|at|from|that)\s+)?(?:the\s+|an?\s+)?$"
_BESIDE = re.compile(
    r"\b(?:demand|criticism|news|letter|pressure) from $|"
    r"\b(?:unlike|like|than|versus|vs\.?|besides|instead of|rather than|not|nor|according to"
    r"|citing"
    r"|quoting|compared (?:with|to)|in contrast to|contrary to|ahead of|behind|away from"
    r"|other than|apart from|similar to|seen by|told|tells|report(?:s|ed) (?:by|in)|advised by|asked by"
    r"|rivals?"
    r"|competitors?|overt[ao]\w+|surpass\w*|outsold|outbid|beats?|passed|challeng\w+|replac\w+|rivals such as"
    r"|alternatives? to|interview with|pressure from|compet\w+ (?:with|against)|(?:as|so) \w+ as|column in"
    r"|joined from"
    r"|(?:he|she|who) came from|index of|(?:customers?|clients?|tenants|demand|criticism|letter|news"
    r"|questions"
    r"|competition) (?:away )?from|(?:staff|source) (?:at|of|from)|copy of|(?:listed|list|listing|floated?"
    r"|quoted) (?:\w+ ){0,2}on|trades? on|report in|adviser of|advisers of|listing on|exclud\w+|sued?|suing"
    r"|(?:suit|complaint|case|damages|lawsuit) (?:against|by|from)|against|differs? from|in front of|next to"
    r"|opposite)\s+" + _OF
)
_THOSE = re.compile(
    r"(?<!makes )(?<!made )(?<!make )(?<!uses )(?<!buys )(?<!sells )(?<!and )\b(?:that|those"
    r"|(?:the )?ones?) (?:of|by|at|from)\s+(?:the\s+)?$"
)
_CHOSEN_OVER = re.compile(r"\b(?:cho[so]e\w*|pick\w*|prefer\w*|select\w*)\b[^,;]*\bover\s+(?:the\s+)?$")
_PERSON = re.compile(
    r"\b(?:analysts?|engineers?|executives?|employees?|founders?|co-founders?|heads?|chiefs?|directors?|managers?"
    r"|spokes\w+|staff|researchers?|presidents?|chair\w*|scientists?|lawyers?|alumn\w+|veterans?|(?<!on )boards?|boss"
    r"|officials?"
    r"|offices?|workers?|residents?|manager|designer|neighbours?|members?|chemist|price target|target price"
    r"|students?|nurses?|reporters?|journalists?|sources?|columnists?|worked(?= at| for)|years(?= at| for))"
    r"\s+(?:(?:who|that)\s+)?(?:(?:had|has)\s+)?(?:\w+\s+)?(?:of|at|from|for|with|by)\s+(?:the\s+)?$",
)
_KIN = re.compile(
    r"\b(?:suppliers?|customers?|clients?|tenants?|lenders?|investors?|backers?|buyers?|partners?|vendors?"
    r"|landlords?)"
    r"\s+(?:of|to|in|for)\s+(?:the\s+)?$",
)
_MARKET = re.compile(
    r"\b(?:shares|stock|bonds|shareholders|market value|price|prices|revenue|sales|profit|valuation)\s+(?:of|at"
    r"|in)\s+"
    r"(?:the\s+)?$",
)
_MOVES = re.compile(
    r"(?:\s+\w+){0,2}?\s+(?:rose|fell|gained|lost|climbed|dropped|jumped|slipped|soared|sank|trade[sd]?|have traded"
    r"|to an?"
    r"|grew|slid|tumbled|rall\w+|doubled|up|down|are listed)\b"
)
_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:as (?:its |an? )?(?:\w+ )?advis[eo]rs?|(?:has|had|have) (?!been )(?:\w+ )?(?:cleared|approved"
    r"|prohibited|blocked"
    r"|fined|licensed|opened an inquiry)|(?:cleared|approved|prohibited|blocked|examin\w+|fined|investigat\w+"
    r"|review\w+"
    r"|regulat\w+|rates|ranks|thinks|believes|doubts|expects that|advised|audited|examined"
    r"|is (?:reviewing|examining|investigating))\b|shares? (?:rose|fell"
    r"|trade|gained|lost|price)|market value|stock (?:rose|fell|gained|lost)|rivals?\b|competitors?\b|(?:report"
    r"|story|stories|account(?! for\b)|article|copy|survey|poll|page|study|note|interview|review|analysis"
    r"|sources (?:said"
    r"|say|told))s?\b"
    r"|(?:suspended|halted|resumed) trading|(?:expects|sees) (?:sales|revenue|profit|earnings|shares|demand|prices))"
)
_REPORTS = re.compile(
    r"(?:['’]s)?(?: and other \w+)?\s+(?:reported(?! (?:record|sales|revenues?"
    r"|orders|earnings|profits?|loss|losses|results|a (?:net |record )?(?:loss|profit)|higher|lower|quarterly))|wrote"
    r"|notes?|g[ai]ves? (?=\d|USD|EUR|(?:the|an?|no) (?:sum|figure|date|value|price|size|number))"
    r"|puts (?:it|the)"
    r"|describes?|identif\w+|(?:put|sent|had) questions|obtained|learned|has seen|saw"
    r"|described|quot\w+|treats?|estimat\w+|argued?|commented|found (?:that|no)|carries|carried|called|calls)\b"
)


def stands_aside(text: str, start: int, end: int) -> bool:
    """Whether a name is that of a source, a rival, a regulator or of somebody's employer, and no party."""
    before = text[max(start - 70, 0) : start].lower()
    if (
        _BESIDE.search(before)
        or _THOSE.search(before)
        or _PERSON.search(before)
        or _AFTER.match(text, end)
        or _REPORTS.match(text, end)
    ):
        return True
    if _MARKET.search(before) and _MOVES.match(text, end):
        return True
    if before.endswith(", from ") and re.match(r" to [A-Z]", text[end : end + 6]):
        return True  # `any cloud, from Alpha to Beta`
    return " over " in before and bool(_CHOSEN_OVER.search(before))


def is_anothers(text: str, start: int) -> bool:
    """Whether a name only tells whose customer, supplier or partner somebody is."""
    return bool(_KIN.search(text[max(start - 40, 0) : start].lower()))
