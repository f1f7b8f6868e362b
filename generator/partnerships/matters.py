"""What a trade is about in, the type of tie out: chips are supplied, their hours are bought, halls are leased."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import TieType
from generator.text.lexicon import Lexicon, word_pattern

_MATTERS: tuple[tuple[TieType, str], ...] = (
    (
        "acquisition",
        "plant plants factory business businesses division unit arm subsidiary mill brand whole_company "
        "all_the_equity "
        "laundries",
    ),
    (
        "financing",
        "loan loans working-capital* lend* credit debt bonds bridge mortgage guarant* backstop* grant grants "
        "facility subsid* "
        "collateral lease_obligations lease_payments credit_line",
    ),
    (
        "investment",
        "invest invested investing investment investments money capital stake stakes equity shares warrants "
        "funding_round round shareholder* valuation",
    ),
    (
        "lease",
        "leas* tenan* landlord rent hall halls campus campuses building buildings land site sites space acres "
        "floor wing "
        "office warehouse* colocat*",
    ),
    (
        "compute_purchase",
        "comput* gpu_capacity gpu_cluster* gpu_services gpu_hours cloud azure bedrock capacity cluster clusters "
        "instances hosted workload* "
        "processor_time processor_hours computing_time hours time inference data_processing",
    ),
    (
        "supply",
        "chip chips gpu gpus tpu tpus cpu cpus accelerator* rack racks system systems server servers hardware "
        "power electricity energy reactor* output fuel turbine* component* module* memory equipment plant silicon "
        "processor* machine machines batter* cells laser* switches switch switchgear mw gw mwh gwh megawatt* "
        "gigawatt* "
        "engines parts sensor* cable cables fibre fiber wafer* gas water heat steel coolant cooling vessel* supply "
        "transformer* optics lens* packaging uranium robot* pump*",
    ),
    (
        "partnership",
        "licen* collaborat* cooperat* alliance memorand* distribut* software model models research archive network "
        "maintenance partnership",
    ),
)
"""What a trade is about tells its type: the nearest of these that is named."""
_GOODS: tuple[TieType, ...] = ("financing", "lease", "compute_purchase", "supply")
_POWER = word_pattern(
    "power electricity energy reactor* nuclear plant plants solar wind gas grid turbine* uprate* utility "
    "generator* steam"
)
_COMPUTE = word_pattern(
    "comput* cloud gpu* tpu* azure server servers trainium cluster* training inference accelerator*"
)
_SELLERS: tuple[tuple[TieType, frozenset[str]], ...] = (
    (
        "supply",
        frozenset(
            "chips semiconductor semiconductors foundry microdevices microsystems devices silicon forge optics"
            " photonics "
            "power energy grid electric nuclear gas fuels steel networks robotics materials turbines".split()
        ),
    ),
    ("compute_purchase", frozenset("cloud compute computing".split())),
)
"""Words of names that tell what their owners sell."""
_LEXICON = Lexicon([(kind, words) for kind, words in _MATTERS])
_SIZE = word_pattern("mw gw megawatt* gigawatt*")
_CHIPS = word_pattern("chip* gpu* tpu* cpu* accelerator* rack* server* processor* machine machines system systems")


def type_of_matter(
    words: str, at: int, otherwise: TieType, *, space: bool = False, whole: bool = False, chips: TieType | None = None
) -> TieType:
    """The type that the matter nearest to place `at` of the words tells, or else `otherwise`.

    Premises count only where `space` says so, parts of a company where `whole` does; `chips` is the type if chips and
    the like are what is nearest.
    """
    shut = {kind for kind, wanted in (("lease", space), ("acquisition", whole)) if not wanted}
    found = [cue for cue in _LEXICON.find(words) if cue.entry not in shut and cue.start != at]
    if not found:
        return otherwise
    nearest = min(found, key=lambda cue: (cue.start - at if cue.start >= at else (at - cue.end) * 2 + 1, cue.entry))
    if whole and any(cue.entry == "acquisition" and 0 < cue.start - nearest.start < 16 for cue in found):
        return "acquisition"  # `its gas business`
    if space and _SIZE.match(nearest.word) and any(cue.entry == "lease" for cue in found):
        return "lease"
    if _SIZE.match(nearest.word):  # `500 MW of rented capacity`
        nearest = next(
            (c for c in found if c.entry == "compute_purchase" and 0 < c.start - nearest.start < 30), nearest
        )
    if nearest.entry == "compute_purchase" and _POWER.search(words) and not _COMPUTE.search(words):
        return "supply"
    if nearest.entry == "supply" and chips and _CHIPS.match(nearest.word):
        return chips
    return nearest.entry


def type_of_goods(earlier: str, otherwise: TieType) -> TieType:
    """The type that the goods last named in the sentence before tell, or else `otherwise`."""
    goods = [cue for cue in _LEXICON.find(earlier) if cue.entry in _GOODS]
    return max(goods, key=lambda cue: (cue.end, cue.entry)).entry if goods else otherwise


def type_of_seller(terms: Iterable[str], otherwise: TieType) -> TieType:
    """The type that a seller's name tells where nothing else does: `Alpha Chips` sells chips."""
    sold = {kind for term in terms for word in term.split("-") for kind, words in _SELLERS if word in words}
    return sold.pop() if len(sold) == 1 else otherwise
