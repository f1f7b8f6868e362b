"""A verb in, its forms out: what the present, the past, the participle and the -ing form are spelt like."""

from __future__ import annotations

import re
from dataclasses import dataclass

_IRREGULAR = {
    base: (past, participle or past)
    for base, past, participle in (
        ("become", "became", "become"), ("bring", "brought", ""), ("build", "built", ""), ("buy", "bought", ""),
        ("choose", "chose", "chosen"), ("come", "came", "come"), ("draw", "drew", "drawn"), ("feed", "fed", ""),
        ("get", "got", "got"), ("give", "gave", "given"), ("go", "went", "gone"), ("have", "had", ""),
        ("hold", "held", ""), ("keep", "kept", ""), ("lay", "laid", ""), ("lead", "led", ""), ("lend", "lent", ""),
        ("let", "let", ""), ("make", "made", ""), ("overtake", "overtook", "overtaken"), ("pay", "paid", ""),
        ("prepay", "prepaid", ""), ("put", "put", ""), ("repay", "repaid", ""), ("resell", "resold", ""),
        ("rebuild", "rebuilt", ""), ("run", "ran", "run"), ("sell", "sold", ""), ("set", "set", ""),
        ("spend", "spent", ""), ("spin", "spun", ""), ("split", "split", ""), ("sublet", "sublet", ""),
        ("take", "took", "taken"), ("undertake", "undertook", "undertaken"),
        ("underwrite", "underwrote", "underwritten"),
        ("win", "won", ""), ("wind", "wound", ""), ("withdraw", "withdrew", "withdrawn"), ("bind", "bound", ""),
        ("seek", "sought", ""), ("stand", "stood", ""), ("write", "wrote", "written"), ("bid", "bid", ""),
        ("bet", "bet", ""), ("deal", "dealt", ""), ("fall", "fell", "fallen"), ("meet", "met", ""),
        ("offtake", "offtook", "offtaken"), ("strike", "struck", ""), ("fuel", "fuelled", ""),
    )
}  # fmt: skip
_DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]|.*(?:mit|(?<!of)fer|quip|tap|trol|stop|fit|bed|lot|sublet)")
"""`ship`, `tap`, `commit`: the last letter is doubled before an ending."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a verb, with the particle that follows it: `take_over`, `took_over`."""

    present: tuple[str, ...]
    past: str
    participle: str
    ing: str


def inflect(verb: str) -> Forms:
    """The forms of a verb; `_` parts a particle from it."""
    if verb.startswith(("co-", "off-")):
        prefix, _, rest = verb.partition("-")
        bare = inflect(rest)
        present = tuple(f"{prefix}-{form}" for form in bare.present)
        return Forms(present, *(f"{prefix}-{form}" for form in (bare.past, bare.participle, bare.ing)))
    base, _, particle = verb.partition("_")
    end = f"_{particle}" if particle else ""
    stem = base + base[-1] if _DOUBLES.fullmatch(base) else base
    open_y = base.endswith("y") and base[-2] not in "aeiou"
    regular = base[:-1] + "ied" if open_y else base + "d" if base.endswith("e") else stem + "ed"
    past, participle = _IRREGULAR.get(base, (regular, regular))
    third = base[:-1] + "ies" if open_y else base + ("es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s")
    ing = (
        base[:-2] + "y"
        if base.endswith("ie")
        else base[:-1]
        if base.endswith("e") and not base.endswith(("ee", "oe"))
        else stem
    )
    return Forms((base + end, third + end), past + end, participle + end, f"{ing}ing{end}")
