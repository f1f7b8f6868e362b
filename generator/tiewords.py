"""The words that tie two parties, keep them apart, or tell how far a tie has come: what `partnerships` reads by.

A frame says which words make a tie, of what type, and where its giver and taker stand: as subject or object of those
words, as owner before them (`Meta's stake`), as maker of what they speak of (`buys Nvidia chips`), or after one of the
prepositions named. The giver gives what the type names (money, goods, capacity, premises); an acquisition's is the
buyer. In a list of words, `*` stands for any ending and `_` for a space.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick

from generator.model import Status, TieType


@dataclass(frozen=True, slots=True)
class Frame:
    """Words, the type of tie they make, and the places of the two parties."""

    name: str
    type: TieType
    words: str
    giver: str
    taker: str
    fixed: bool = False
    """Whether the words alone tell the type, whatever is traded."""
    noun: bool = False
    """Whether the words are nouns, which have no passive."""
    turned: tuple[str, str] = ("", "")
    """The places of giver and taker when the words are used the other way round: `leased from`."""
    together: bool = False
    """Whether those who give are tied to each other, too, as founders are."""


COOPERATION = (
    "collaborat* cooperat* team_up teams_up teamed_up alliance* memorand* letter_of_intent letters_of_intent "
    "joined_forces joins_forces"
    " work_with works_with worked_with working_with co-develop* codevelop*"
)
FRAMES = (
    Frame(
        "belong", "investment", "belong belongs belonged lies_with lie_with sits_with", "to with", "subject of", True
    ),
    Frame(
        "interest",
        "investment",
        "interest position invested round capital_increase fundraising",
        "subject by from",
        "in of",
        True,
        True,
    ),
    Frame(
        "borrow",
        "financing",
        "borrow borrows borrowed borrowing owes owe owed repaid repays drew_down",
        "from object to",
        "subject",
        True,
    ),
    Frame(
        "surety",
        "financing",
        "surety grant grants guarantee credit_line overdraft facility",
        "subject from by of",
        "for to object",
        True,
        True,
    ),
    Frame("award", "supply", "awarded awards allotted gives gave", "subject", "object to"),
    Frame(
        "engage",
        "supply",
        "hire hires hired lined_up lines_up line_up rope_in ropes_in roped_in tap taps tapped commission "
        "commissions commissioned retain retains"
        " retained enlist* engag* picked picks pick chose choose chooses chosen select selects selected named "
        "names appoint* recruit* signed_up"
        " signs_up snap* settled_on mandat*",
        "object from by",
        "subject",
    ),
    Frame(
        "outsource",
        "supply",
        "outsourc* farm farms farmed hand_over hands_over handed entrust* delegat* subcontract*",
        "to object",
        "subject",
    ),
    Frame(
        "reserve",
        "supply",
        "reserve reserves reserved earmark* allocat* set_aside sets_aside keeps kept dedicat*",
        "subject at in",
        "for to",
    ),
    Frame("let", "lease", "lets let rent_out rented_out rents_out", "subject", "to", True),
    Frame(
        "sell_unit",
        "acquisition",
        "sold_its sells_its sell_its sale_of spun_off spins_off",
        "to by",
        "subject of",
        True,
    ),
    Frame(
        "come",
        "supply",
        "come comes came go goes went flow flows flowed runs_on run_on sourced bought_in piped trucked moved_into",
        "from by on",
        "subject for to",
        False,
        False,
    ),
    Frame("invest", "investment", "invest invests invested investing reinvest*", "subject through", "in into", True),
    Frame(
        "stake",
        "investment",
        "investment investments stake stakes shareholding* holding holdings equity shares warrants percent "
        "tranche* instalment*",
        "subject owner by from through",
        "in into of maker",
        True,
        True,
    ),
    Frame(
        "put",
        "investment",
        "put puts putting pour* pump* pledg* commit* inject* contribut* promis* subscrib*",
        "subject through",
        "in into to object maker",
    ),
    Frame(
        "back",
        "investment",
        "back backs backed backing fund funds funded funding support supports supported",
        "subject",
        "object of",
    ),
    Frame("raise", "investment", "raise raises raised raising secured drew", "from with by", "subject"),
    Frame(
        "found",
        "investment",
        "founded co-founded founds formed set_up sets_up created establish* launched",
        "subject",
        "object",
        True,
        False,
        ("", ""),
        True,
    ),
    Frame(
        "round",
        "investment",
        "contributed contributes co-invested participated anchored joined",
        "subject",
        "last",
        True,
    ),
    Frame("lead", "investment", "led leads co-led", "subject", "in of"),
    Frame("own", "investment", "own owns owned owning hold holds held holding", "subject", "object of in maker", True),
    Frame("grant", "investment", "grant grants granted issue issues issued", "object to", "subject"),
    Frame(
        "acquire",
        "acquisition",
        "acquir* acquisition takeover buyout took_over take_over takes_over taken_over taking_over merged merger "
        "buys_out bought_out",
        "subject owner by",
        "object of with from maker owned",
        True,
    ),
    Frame("buyout", "acquisition", "buy buys buying bought purchas*", "subject", "object", True),
    Frame(
        "lend",
        "financing",
        "lend lends lent lending guarantee* guaranteed backstop* underwr* bankroll*",
        "subject",
        "object to for of",
        True,
    ),
    Frame(
        "loan",
        "financing",
        "loan loans credit bridge bonds debt financing mortgage",
        "from by subject owner",
        "to for of",
        True,
        True,
        ("from by with", "subject owner"),
    ),
    Frame("finance", "financing", "finance finances financed", "subject through", "object of"),
    Frame(
        "lease",
        "lease",
        "lease leases leased leasing sublet* sublease*",
        "subject owner",
        "to for",
        True,
        False,
        ("from with object owned", "subject owner"),
    ),
    Frame(
        "tenancy",
        "lease",
        "rent_space move_into moved_into occup* tenancy",
        "from of with object owned in at",
        "subject",
        True,
    ),
    Frame(
        "rent",
        "compute_purchase",
        "rent rents rented renting rental",
        "from of maker object owned with",
        "subject owner",
        turned=("subject", "to"),
    ),
    Frame(
        "buy",
        "supply",
        "buy buys buying bought purchas* order orders ordered ordering procur* sourc* consum* receiv* takes "
        "taking take took equipped draws"
        " drawing drew_on got gets book books booked reserv* contracted stock",
        "from of maker owned with at including",
        "subject by",
    ),
    Frame(
        "use",
        "supply",
        "use uses used using add adds added adopt* train trains trained training run runs running ran chose "
        "chosen choose chooses selected"
        " picked tap tapped",
        "from of at",
        "subject",
    ),
    Frame(
        "rely",
        "compute_purchase",
        "rely relies relied relying reliance depend depends depended dependence depending spend spends spending "
        "spent bets hosted outlay runs"
        " moved moves migrat*",
        "on upon to",
        "subject owner",
    ),
    Frame(
        "supply",
        "supply",
        "suppl* provid* deliver* ship ships shipped shipping shipment* furnish* sell sells sold selling offer "
        "offers offered offering"
        " manufactur* make makes made making design designs designed equip equips host hosts hosting hosted "
        "serve serves served power powers"
        " powered cool cools won win wins fabricat* assembl* produc* feed feeds fed route routes",
        "subject owner",
        "to for object",
    ),
    Frame(
        "build",
        "supply",
        "build builds building built develop develops developed developing construct* operat* manag* erect* "
        "deploy deploys deployed deploying"
        " install* bring_up switched_on run runs",
        "subject",
        "for object",
    ),
    Frame(
        "licence",
        "partnership",
        "licence licences license licenses licensed licensing",
        "to from of maker",
        "subject",
        False,
        True,
        ("subject", "to"),
    ),
    Frame("pay", "partnership", "pay pays paying paid payments", "subject owner", "object to"),
    Frame(
        "venture",
        "joint_venture",
        "joint_venture* joint-venture* jointly_own* co-own* venture",
        "subject owner",
        "with of between",
        True,
        True,
    ),
    Frame(
        "deal",
        "partnership",
        "agree agrees agreed agreeing agreement* contract contracts deal deals partner partners partnered "
        "partnering partnership* pact pacts"
        " relationship* arrangement* struck tie-up* ties tied talks negotiat* discuss* pair pairs paired "
        "concluded plan plans planned terms"
        " option order project together jointly",
        "with between",
        "subject owner",
    ),
    Frame("cooperate", "partnership", COOPERATION, "subject owner", "with between", True),
    Frame("sign", "partnership", "sign signs signed signing", "subject", "with object"),
    Frame(
        "award",
        "partnership",
        "contract deal order lease agreement",
        "subject owner",
        "to for",
        turned=("from", "subject owner"),
        noun=True,
    ),
)
"""What ties."""
PART = (
    "take_part takes_part taking_part took_part part_of participat* join joins joined joining build* built "
    "operat* present* announc* unveil*"
    " back backs backed backing fund* lead leads leading led develop* suppl* provid* partner* invest* commit* "
    "host* financ* contribut*"
    " deliver* share stake involvement member* founded founder* formed venture own owns owned hold holds tenant* "
    "leas* equipped including"
    " start started starts run runs lay create* guarante* agree*"
)
"""What ties a party to a project beside it."""


@dataclass(frozen=True, slots=True)
class Role:
    """A noun for what one party is to another: `a customer of Oracle`, `Oracle's customers include OpenAI`."""

    name: str
    type: TieType
    words: str
    gives: bool
    """Whether who has the role gives, as an investor does and a customer does not."""


ROLES = (
    Role(
        "investor",
        "investment",
        "investor investors co-investor* backer* shareholder* owner owners equity_partner* equity_funder* funder*",
        True,
    ),
    Role("lender", "financing", "lender* creditor* banks bookrunner* arranger* financier* guarantor*", True),
    Role(
        "founder",
        "investment",
        "founder founders co-founder* founding_partner* founding_member* member members participant* parent",
        True,
    ),
    Role("tenant", "lease", "tenant* lessee*", False),
    Role("landlord", "lease", "landlord* lessor*", True),
    Role(
        "customer",
        "compute_purchase",
        "customer* client clients user users buyer buyers purchaser* off-taker* offtaker*",
        False,
    ),
    Role(
        "supplier",
        "supply",
        "supplier* provider* vendor* seller sellers distributor* host supply_partner* supplier_partner* contractor*",
        True,
    ),
    Role("partner", "partnership", "partner partners ally allies", True),
)

MATTERS: tuple[tuple[TieType, str], ...] = (
    ("acquisition", "its_plant its_factory its_business whole_company plant_in business_unit"),
    ("financing", "loan loans lend* credit debt bonds bridge mortgage guarant* backstop* grants facility"),
    ("investment", "invest* stake stakes equity shares warrants funding_round* tranche*"),
    ("lease", "leas* tenan* landlord"),
    (
        "compute_purchase",
        "comput* cloud azure bedrock capacity clusters cluster instances rent* hosting hosted workload*",
    ),
    (
        "supply",
        "chip chips gpu gpus tpu tpus cpu cpus accelerator* rack racks system systems server servers hardware "
        "power electricity energy"
        " reactor* output fuel turbine* component* module* memory equipment plant model models silicon "
        "processor* machine machines batter*"
        " cells laser* switches mw gw mwh megawatt* gigawatt* engines parts sensors cable cables fibre fiber",
    ),
)
"""What a trade is about tells its type: the first of these that is named."""


def compiled(words: str) -> re.Pattern[str]:
    """A pattern that finds any of the words of a list, as whole words."""
    found = "|".join(re.escape(word).replace(r"\*", r"\w*").replace("_", r"\s+") for word in words.split())
    return re.compile(rf"\b(?:{found})\b", re.I)


def beginnings(words: str) -> set[str]:
    """How the words of a list begin, up to a `*` or a `_`: a text without any of these has none of the words."""
    return {re.split(r"[*_]", word)[0].casefold() for word in words.split()}


_BEGINNINGS = sorted(set().union(*(beginnings(frame.words) for frame in FRAMES)))
_FRAMES_OF = [[at for at, frame in enumerate(FRAMES) if word in beginnings(frame.words)] for word in _BEGINNINGS]
_AUTOMATON = AhoCorasick(_BEGINNINGS)


def frames_heard(text: str) -> list[int]:
    """The numbers of the frames whose words a text may have: all of them whose words it has, and few others.

    Looking for every word at once takes a small part of the time that their patterns take.
    """
    matches = _AUTOMATON.find_matches_as_indexes(text.casefold(), overlapping=True)
    return sorted({frame for word in {match[0] for match in matches} for frame in _FRAMES_OF[word]})


POWER = compiled(
    "power electricity energy reactor* nuclear plant plants solar wind gas grid turbine* uprate* utility generator*"
)
COMPUTE = compiled(
    "comput* cloud gpu gpus tpu tpus azure server servers trainium cluster* data_cent* training inference ai"
)
"""Capacity is that of computers, unless the words speak of power alone."""

APART = re.compile(
    r"\b(?:rival\w*|competit\w+|compet\w+|compared|unlike|versus|vs|rather than|instead of|than|outside"
    r"|besides|other than|apart from|citing|according to|report(?:s|ed) by|ahead of|predate[sd]?|whose|ranks?|like"
    r"|similar|not counted"
    r"|not (?:to be )?(?:a )?party|side by side|without|differ\w*|away from|as did|nor|sued?|lawsuit|former"
    r"|formerly|hired|poached|regulat\w+"
    r"|investigat\w+|antitrust|index|analysts?|overt\w+|surpass\w*|passed|replac\w+|followed by)\b|[;:]",
    re.I,
)
CLAUSE = re.compile(
    r"; |(?<=\w): |, (?:in which|of which|while|whereas|but|although|though|so that|because|which|who|and (?:it"
    r"|they|another|one|the"
    r"|a|an|that)) "
    r"|, and (?=(?:[A-Z][\w&.’']* ){1,3}(?:agreed|will|would|said|plans?|was|is|has|had|announced|signed|bought"
    r"|took|gave|made|expects?|may|supports?|operates?|provides?|leases?|holds?|owns?)\b)"
    r"| (?:while|whereas|because) ",
    re.I,
)
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied)|collaps\w+|fell through|called off|walked away|reject\w*|abandon\w*|scrapp\w+"
    r"|ended (?:\w+ )?talks"
    r"|talks (?:\w+ )?ended|no plans?|withdr[ae]w\w*|turned down|declined (?:an|the|to (?:invest|buy|sign|join"
    r"|fund|lend|supply))|decided against|rul\w+ out|\bif\b[^,]{0,60}\bever\b|ought to|imagine|hopes? that"
    r"|will not|contrary to"
    r"|pulled out|backed out|cancel\w*|broke[n]? off|came to nothing|came to naught|refus\w+|declin\w+ to"
    r"|had hoped to|invention|hoax|never (?:signed|finali[sz]ed|completed|been|bought|invested|agreed|closed)"
    r"|(?:did|does|do|has|have|had|will|would|is|are|was|were) not (?:\w+ )?(?:sign|reach|agree|buy|bought|invest"
    r"|rent|own|hold|supply|sell|suppl\w+|customer|lease"
    r"|back|fund|part|tied|involved|partner)\w*|(?:buys?|sells?|holds?|owns?|has|have|had) no|no (?:longer|deal"
    r"|contract|agreement|stake|tie|commercial)|neither"
    r"|dropped)\b",
    re.I,
)
STATUSES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    (
        "rumoured",
        re.compile(r"\b(?:in (?:\w+ )?talks|rumou?r\w*|consider(?:s|ed|ing)|explor\w*|discuss\w*|weigh\w*)\b", re.I),
    ),
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
SHARED = re.compile(
    r"\W+(?:each |both |jointly )?(?:own|hold|take)s? (?:half|equal|50)|\W+(?:\w+ly )?(?:(?:plan|will|are to|aim"
    r"|intend)(?:s|ned)? (?:to )?(?:jointly |together )?(?:build|reach|develop|deploy|create|offer)\b"
    r"|(?!both\b|each\b)[^;]{0,60}?\b(?:announced|signed|agreed|have|had|maintained|maintain|enlarged|extended"
    r"|amended|expanded|struck|reached|formed"
    r"|ended|are developing|closed|entered|plan|concluded|renewed|set up|created|established)\b"
    r"(?![^;]*\b(?:each|both|separate(?:ly)?|respective(?:ly)?)\b)"
    r"[^;]{0,80}?\b(?:agreement|contract|deal|partnership|collaboration|alliance|relationship|venture|terms|pact"
    r"|exclusivity"
    r"|memorandum|together|jointly|runtime|arrangement|joint|sites?|campus|company)\b)",
    re.I,
)
"""What two parties do in one breath ties them to each other: `A and B signed a contract`."""
DEAL_THAT = re.compile(
    r"\b(?:agreement|contract|deal|partnership|collaboration|alliance|memorandum|pact|terms)\b[^.;]{0,40}? (?:that"
    r"|which)"
    r" (?:the )?$",
    re.I,
)
"""`a memorandum that A and B concluded`."""
MAX_SENTENCE = 1500
"""A longer run of text is no sentence, and ties nobody."""
REACH = 140
"""Characters between the words of a frame and a party of it."""
