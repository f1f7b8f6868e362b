"""The words of a clause in, how far a tie has come out: denied, rumoured, planned, completed …."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.model import Status

_BUT = re.compile(
    r"(?:,(?= (?:was|were|has been|have been|pulled|withdrew|backed|walked|dropped|declined|refused) )|,? but"
    r"|, which) (?:(?:it|they|both|the|two|companies"
    r"|then|later|has|had|have) ){0,3}"
)
_SUPPOSED = re.compile(
    r"\b(?:suggest\w*|recommend\w*|should|ought to|imagine|hopes? that|if\b[^,]{0,60}\bever"
    r"|if [^.;]{2,80}, [^.;]{2,60} would|would make sense|could one day|might|natural (?:buyer|partner)"
    r"|wonder\w*|speculat\w*|looked as if|as if|whether|only if|if [^,;]{2,60} (?:were|was) to|would be (?:a|an|the)"
    r"|would have|urg(?:ed|es))\b|\?\W*$"
)
"""A tie that somebody only imagines."""
_INVERTED = re.compile(r"(?:^|\W)(?:Had|Should|Were|Could|Would) [A-Z]")
"""`Should Alpha buy Beta, …`"""
_DENIED = re.compile(
    r"\b(?:reports? [^.;]{0,80} (?:was|were) not confirmed|den(?:y|ies|ied)|collaps\w+|shelv\w+|broke down"
    r"|dismiss\w+|abort\w+|in vain|without success"
    r"|(?:did not|declined)(?=[.,;]|$)|fell through|called off|walked away|reject\w*|abandon\w*|scrapp\w+"
    r"|ended (?:\w+ )?talks"
    r"|talks (?:\w+ )?ended|no plans?|withdr[ae]w\w*|turned down|declined (?:an|the|to (?:invest|buy|sign|join"
    r"|fund|lend|supply))|decided (?:[^,;.]{1,30} )?against|rul\w+ out"
    r"|will not(?! [^.;]{0,40}(?:before|until))|contrary to"
    r"|pulled out|backed out|cancel\w*|broke[n]? off|came to nothing|came to naught|refus(?:e[sd]?|ing)\b"
    r"|declin\w+ to(?! (?:comment|say|disclose|name|confirm|give|discuss|specify|answer))"
    r"|had hoped to|invention|hoax|never (?:\w+ly )?(?:came|arrived|signed|finali[sz]ed|completed|been|bought"
    r"|invested|agreed|closed|supplied|sold|lent|had|held|owned"
    r"|rented|leased|placed|paid|worked|backed|funded|used|met|dealt)"
    r"|(?:terminat|suspend|broken off|broke off|pull)\w* (?:\w+ )?(?:talks|negotiations)|talks (?:\w+ )?(?:failed"
    r"|broke)"
    r"|(?:ended|end) without|did not materiali[sz]e|changed its mind|decided not|opted not|clarified that it had not"
    r"|(?:did|does|do|has|have|had|will|would|is|are|was|were) not (?:\w+ )?(?:sign|reach|agree|buy|bought|invest"
    r"|rent|own|hold|supply|sell|suppl\w+|customer|lease"
    r"|back|fund|part|tied|involved|partner)\w*|(?:buys?|sells?|holds?|owns?|has|have|had) no"
    r"|no (?:longer (?!exclusive|the|only|sole)|sales? of|deal"
    r"|contract|agreement|stake|tie|commercial)|neither (?!side|party|company|firm)|stalled|were ended|unfounded"
    r"|without foundation|(?:has|have) yet to|(?:is|are|was|were) (?:false|untrue|wrong)|\blapse[sd]?\b|prohibit\w*"
    r"|block(?:s|ed)|but (?:both|the two|it|they|neither) (?:\w+ )?den(?:y|ied)"
    r"|dropped (?:its|the|a|all|any|plans?|talks))\b"
)

_NEXT = 200
"""Characters in which what comes after a clause can deny it."""
_STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "rumoured",
        re.compile(r"\b(?:in (?:\w+ )?talks|rumou?r\w*|consider(?:s|ed|ing)|explor\w*|discuss\w*|weigh\w*)\b"),
    ),
    (
        "completed",
        re.compile(r"\b(?:complet\w+|closed|acquired|bought|sold|invested|investing|paid|holds|owns|owned|held)\b"),
    ),
    (
        "announced",
        re.compile(
            r"\b(?:announc\w*|said|agreed|signed|unveil\w*|disclos\w*|fil(?:ed|ing)|enlarged"
            r"|expanded)\b"
        ),
    ),
    ("planned", re.compile(r"\b(?:plan\w*|will|would|aims?|intend\w*|expect\w*|by 20\d\d|scheduled|due)\b")),
    ("reported", re.compile(r"\b(?:report\w*|according to|sources?)\b")),
)


@lru_cache(64)  # a clause that ties many is asked for each two of them
def read_status(clause: str, rest: str = "") -> Status | None:
    """How far a tie has come as its clause, or a `but` after it, tells; nothing where it is only imagined."""
    words, after = clause.lower(), rest[:_NEXT].lower()
    but = _BUT.match(after)
    if _DENIED.search(words) or (but and _DENIED.match(after, but.end())):
        return "denied"
    if _SUPPOSED.search(words) or _INVERTED.search(clause):
        return None
    return next((status for status, pattern in _STATUSES if pattern.search(words)), "reported")
