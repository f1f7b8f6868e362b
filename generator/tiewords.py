"""The words that tie two parties, keep them apart, or tell how far a tie has come: what `partnerships` reads by."""

from __future__ import annotations

import re

from generator.model import Status, TieType

CUES: tuple[tuple[TieType, str, bool], ...] = (
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
PATTERNS = tuple((kind, re.compile(rf"\b(?:{words})", re.I), gives) for kind, words, gives in CUES)
STRONG = re.compile(
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
TAKES_PART = re.compile(
    r"\b(?:take part|takes part|part of|participat\w+|join\w*|build\w*|built|operat\w+|present\w*|announc\w+"
    r"|unveil\w*|back\w*|fund\w*|lead\w*|develop\w*"
    r"|suppl\w+|provid\w+|partner\w*|invest\w*|commit\w*|host\w*|financ\w+|contribut\w+|deliver\w*|share\b"
    r"|stake|involvement|member\w*|founded|venture"
    r"|make\w*|owns?|tenant|leas\w+|equipped|including)\b",
    re.I,
)
VENTURE = re.compile(
    r"\b(?:the (?:venture|project|program(?:me)?|initiative|consortium|company|cluster|site|campus)"
    r"|technology partners?|equity funders?|partners)\b",
    re.I,
)
JOINT = re.compile(
    r"(?:,? (?:and|&|as well as|or|along with|together with) (?:the |its )?(?:[\w-]+-based )?|, (?:and )?(?:the )?|/)",
    re.I,
)
APART = re.compile(
    r"\b(?:rival\w*|competit\w+|compet\w+|compared|unlike|versus|vs|rather than|instead of|than|alongside|outside"
    r"|besides|other than|apart from"
    r"|citing|according to|report(?:s|ed) by|ahead of|predate|whose|ranks?|like|such as|similar|not counted"
    r"|not (?:to be )?(?:a )?party|side by side|without|differ\w*|away from)\b|[;:]",
    re.I,
)
CLAUSE = re.compile(
    r"; |: |, (?:while|whereas|but|although|though|so that|because|which|who|and (?:it|they|another|one|the"
    r"|a|an|that)) "
    r"|, and (?=(?:[A-Z][\w&.’']* ){1,3}(?:agreed|will|would|said|plans?|was|is|has|had|announced|signed|bought"
    r"|took|gave|made|expects?|may)\b)"
    r"| (?:while|whereas|because) ",
    re.I,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|collaps\w+|fell through|called off|walked away|reject\w*|abandon\w*|scrapp\w+|ended talks"
    r"|no plans?|withdr[ae]w\w*"
    r"|cancel\w*|never (?:signed|finali[sz]ed|completed|been)|did not (?:sign|reach|agree)|no deal|dropped)\b",
    re.I,
)
STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
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
REPORTS = re.compile(
    r"(?:['’]s)? (?:reported|wrote|notes?|noted|gives?|gave|counts?|puts|describes?|quot\w+|names|calls|treats?"
    r"|estimat\w+)\b",
    re.I,
)
PREPOSITION = re.compile(r"\b(from|with|to|in|into|by|of|for)\s+(?:the\s+)?$", re.I)
OWN = re.compile(r"\b(?:its|their)\b")
LABEL = re.compile(r"[^:]{2,40}: ")
LAST_LEAD = re.compile(r"\b(by|from|to)\b\W*(?:[\w-]+\W+){0,2}$", re.I)  # backed by SoftBank
EQUIPPED = re.compile(r"\b(?:equipped|including|uses|using)\b", re.I)  # equipped with Nvidia chips
MAX_SENTENCE = 1500
"""A longer run of text is no sentence, and ties nobody."""
REACH = 150
"""Characters between the two parties of a tie."""
BOTH = re.compile(
    r" (?:plan|will|are to|aim|intend) (?:to )?(?:jointly |together )?(?:build|reach|develop|deploy|create"
    r"|offer)\b|[^;]{0,60}?\b(?:announced|signed|agreed|have|maintained|enlarged|expanded|struck|reached|formed"
    r"|are developing|closed|entered)\b"
    r"[^;]{0,80}?\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|terms"
    r"|memorandum|together|runtime|arrangement)\b",
    re.I,
)
BETWEEN = re.compile(
    r"\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|tie|ties)\b[^;]{0,40}\b(?:between"
    r"|of)\W*$",
    re.I,
)
