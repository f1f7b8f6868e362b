"""The words that tie two parties: what `frames` reads by.

A frame is a family of verbs and nouns for one thing that parties do. Every verb is listed once; its forms, its passive
and its participles follow from it. In a list of nouns, `*` stands for any ending and `_` for a space.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import TieType

FROM_NOUN = "from towards by of to for in into with between among on"
"""What leads the parties of a noun: `a loan from A to B`."""
TO = "to for in into with of at"
"""What leads those to whom somebody gives."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Verbs and nouns, the type of tie they make, and where its parties stand."""

    name: str
    type: TieType
    gives: bool
    """Whether who does it gives what the type names."""
    verbs: str = ""
    nouns: str = ""
    leads: str = ""
    """The prepositions before the other party of the verbs."""
    fixed: bool = False
    """Whether the words alone tell the type, whatever is traded."""
    turned: bool = False
    """Whether what is handed to somebody is the giver's part: who gets shares has invested."""
    direct: bool = True
    """Whether the other party may be the verbs' object."""
    chips: TieType | None = None
    """The type if chips and the like are traded."""
    space: bool = False
    """Whether premises may be traded."""
    parts: bool = False
    """Whether parts of a company may be traded."""
    kinds: str = ""
    """The types that what is traded may tell, where not all."""


FRAMES = (
    Frame(
        "invest", "investment", gives=True, fixed=True,
        verbs="invest reinvest co-invest bankroll seed recapitalise recapitalize",
        nouns="investment investments money injection injections infusion infusions",
        leads="in into to of with through",
    ),
    Frame(
        "back", "investment", gives=True, kinds="investment financing",
        verbs="back fund support sponsor co-fund",
        nouns="backing funding",
        leads="of for in",
    ),
    Frame(
        "put", "investment", gives=True, direct=False, kinds="investment financing",
        verbs="put pour pump inject commit contribute pledge wire pay_in plough subscribe earmark channel",
        leads="in into to for of",
    ),
    Frame(
        "stake", "investment", gives=True, fixed=True, turned=True, kinds="investment supply compute_purchase lease",
        nouns=(
            "stake stakes shareholding shareholdings holding holdings equity share shares percent warrant "
            "warrants interest position quarter third fifth tenth half majority instalment "
            "instalments"
        ),
    ),
    Frame("own", "investment", gives=True, fixed=True, verbs="own hold control", leads="of in"),
    Frame(
        "belong", "investment", gives=False, fixed=True, turned=True, direct=False,
        verbs="belong lie",
        leads="to with",
    ),
    Frame(
        "raise", "investment", gives=False, direct=False,
        verbs="raise collect secure obtain take_in land",
        leads="from with by through",
    ),
    Frame(
        "round", "investment", gives=True, fixed=True, turned=True, direct=False,
        verbs="lead co-lead anchor join participate take_part",
        nouns="round rounds fundraising participation capital_increase Series cheque",
        leads="in of",
    ),
    Frame(
        "found", "investment", gives=True, fixed=True,
        verbs="found co-found form set_up create establish launch start",
        leads="with for",
    ),
    Frame(
        "lend", "financing", gives=True, fixed=True,
        verbs="lend loan finance refinance guarantee backstop underwrite co-finance prefinance",
        nouns=(
            "loan loans credit credits bond bonds debt financing financings mortgage guarantee guarantees surety "
            "grant grants overdraft facility facilities notes backstop backstops credit_line credit_lines subsidy "
            "subsidies"
        ),
        leads=TO,
    ),
    Frame(
        "borrow", "financing", gives=False, space=True, kinds="financing lease",
        verbs="borrow owe repay draw_down",
        leads="from to of",
    ),
    Frame(
        "supply", "supply", gives=True, parts=True,
        verbs=(
            "supply provide deliver ship furnish sell power equip cool manufacture make produce fabricate "
            "assemble forge etch feed dispatch fuel export energise energize design carry serve meet cover outfit "
            "pipe truck"
        ),
        nouns=(
            "supply supplies delivery deliveries shipment shipments supply_agreement supply_agreements "
            "supply_contract supply_contracts production manufacture manufacturing"
        ),
        leads=TO,
    ),
    Frame("offer", "supply", gives=True, space=True, verbs="offer promise", leads="to with"),
    Frame(
        "resell", "partnership", gives=True, fixed=True,
        verbs="resell distribute market preinstall embed integrate white-label",
        nouns="distribution",
        leads="of for to from",
    ),
    Frame(
        "buy", "supply", gives=False, parts=True,
        verbs=(
            "buy purchase order procure source receive obtain get import consume draw burn off-take offtake "
            "prepay fill stock snap_up pick_up equip_with fit_out"
        ),
        nouns="order orders purchase purchases procurement offtake",
        leads="from of at through including into on",
    ),
    Frame("come", "supply", gives=False, verbs="come go flow reach", leads="from by to of"),
    Frame(
        "use", "compute_purchase", gives=False, chips="compute_purchase", space=True,
        kinds="compute_purchase supply lease",
        verbs=(
            "use train_on run_on bet_on turn_to move_to move_into migrate_to switch_to rent access deploy train "
            "run host_with host_at spend_on"
        ),
        nouns="use usage migration access rental",
        leads="from of on at through upon with to in into",
    ),
    Frame(
        "price", "acquisition", gives=True, fixed=True, direct=False,
        verbs="pay offer bid",
        leads="for",
    ),
    Frame(
        "spend", "partnership", gives=False, chips="supply", space=True,
        verbs="spend pay prepay bet",
        nouns="spending spend outlay outlays payment payments",
        leads="on with to upon from of",
    ),
    Frame("move", "compute_purchase", gives=False, direct=False, space=True, verbs="move migrate", leads="to into"),
    Frame(
        "rely", "supply", gives=False,
        verbs="rely depend lean count_on draw_on bank_on",
        nouns="reliance dependence",
        leads="on upon",
    ),
    Frame(
        "host", "compute_purchase", gives=True, chips="compute_purchase", space=True,
        verbs="host rent_out house accommodate",
        nouns="hosting",
        leads=TO,
    ),
    Frame(
        "reserve", "compute_purchase", gives=False, space=True,
        verbs="reserve book contract take adopt add",
        nouns="reservation reservations",
        leads="from of on at with for including",
    ),
    Frame(
        "engage", "partnership", gives=False,
        verbs=(
            "hire pick choose select tap engage retain commission appoint recruit enlist mandate contract name "
            "sign_up line_up rope_in settle_on opt_for go_with decide_on decide_for"
        ),
        leads="from for",
    ),
    Frame(
        "outsource", "partnership", gives=False, direct=False,
        verbs="outsource farm_out hand_over entrust subcontract delegate",
        leads="to of",
    ),
    Frame(
        "revenue", "supply", gives=True, turned=True,
        verbs="earn",
        nouns="revenue revenues sales",
        leads="with from",
    ),
    Frame(
        "award", "partnership", gives=True,
        verbs="award allot grant give hand assign allocate issue",
        leads="to on of",
    ),
    Frame("win", "partnership", gives=True, verbs="win", leads="from for"),
    Frame(
        "lease", "lease", gives=False, chips="compute_purchase", space=True, kinds="lease compute_purchase",
        verbs="lease pre-lease prelease sublease",
        nouns="lease leases tenancy sublease subleases leaseback pre-lease pre-leases rent rents",
        leads="from of at in with on to for by",
    ),
    Frame("occupy", "lease", gives=False, fixed=True, verbs="occupy colocate", leads="of at in with on"),
    Frame("let", "lease", gives=True, direct=False, space=True, kinds="lease", verbs="let sublet", leads="to"),
    Frame(
        "acquire", "acquisition", gives=True, fixed=True, turned=True,
        verbs="acquire take_over swallow absorb merge_with buy_out merge bid scoop_up buy_up",
        nouns="acquisition acquisitions takeover takeovers buyout merger bid bids",
        leads="of for with from",
    ),
    Frame(
        "merge_into", "acquisition", gives=False, fixed=True, turned=True, direct=False,
        verbs="become_part pass fall",
        leads="of to",
    ),
    Frame("tender", "acquisition", gives=True, fixed=True, nouns="offer offers takeover_offer"),
    Frame(
        "dispose", "acquisition", gives=True, fixed=True, turned=True, parts=True,
        verbs="offload divest spin_off",
        nouns="sale",
        leads="to of by",
    ),
    Frame(
        "build", "partnership", gives=True, kinds="partnership supply",
        verbs=(
            "build develop construct deploy operate manage maintain install connect convert erect rebuild "
            "renovate run service lay present carry_out insure guard inspect staff supervise write"
        ),
        nouns="construction development operation maintenance management",
        leads="for of at in with",
    ),
    Frame(
        "licence", "partnership", gives=True, fixed=True,
        verbs="license licence",
        nouns="licence licences license licenses",
        leads="to from of with",
    ),
    Frame(
        "venture", "joint_venture", gives=True, fixed=True,
        verbs="co-own",
        nouns="joint_venture joint_ventures joint-venture joint-ventures venture consortium",
        leads="with",
    ),
    Frame(
        "deal", "partnership", gives=False, direct=False, space=True,
        verbs="agree partner negotiate talk deal team pair conclude strike discuss",
        nouns=(
            "agreement agreements contract contracts deal deals pact pacts arrangement arrangements relationship "
            "relationships talks negotiations partnership partnerships tie-up tie-ups ties terms option project "
            "order"
        ),
        leads="with between among to from",
    ),
    Frame(
        "cooperate", "partnership", gives=False, fixed=True,
        verbs="collaborate cooperate team_up work work_with co-develop codevelop ally",
        nouns=(
            "collaboration collaborations cooperation alliance alliances memorandum memoranda letter_of_intent "
            "letters_of_intent joint_development together conjunction tandem"
        ),
        leads="with between for",
    ),
    Frame(
        "together", "partnership", gives=False, direct=False,
        verbs="plan announce unveil open test pursue prepare",
        leads="with",
    ),
    Frame("sign", "partnership", gives=False, space=True, verbs="sign", leads="with to for at in"),
    Frame(
        "bind", "partnership", gives=False,
        verbs="tie bind link connect oblige commit",
        nouns="obligation obligations commitment commitments",
        leads="to towards with of from",
    ),
)  # fmt: skip
"""What ties."""
