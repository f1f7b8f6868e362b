"""A sentence in, the amounts, capacities, quantities and dates that it states out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.facts.periods import find_dates
from generator.model import Fact, FactKind, Hedge

_NUMBER = r"(?:[0-9]{1,3}(?:[,\u00a0\u202f][0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?(?![0-9])"
_SMALL_WORD = r"half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_SCALES = {
    "trillion": 12, "tn": 12, "t": 12, "billion": 9, "bn": 9, "b": 9, "million": 6, "mn": 6, "mm": 6, "m": 6,
    "thousand": 3, "k": 3, "crore": 7, "lakh crore": 12, "lakh": 5,
}  # fmt: skip
_SCALE = (
    r"(?:[ \u00a0-]?(?:lakh crore|trillion|billion|million|thousand|crore|lakh|bn|tn|mn|mm)\b"
    r"|[ ]?(?:[BTK]|MM?|bn|tn|m|k)\b)"
)
_CURRENCIES = {
    "us$": "USD", "usd": "USD", "$": "USD", "€": "EUR", "eur": "EUR", "£": "GBP", "gbp": "GBP", "¥": "JPY",
    "jpy": "JPY", "₹": "INR", "inr": "INR", "rs": "INR", "rs.": "INR", "₩": "KRW", "krw": "KRW", "a$": "AUD",
    "aud": "AUD",
    "c$": "CAD", "ca$": "CAD", "cad": "CAD", "hk$": "HKD", "hkd": "HKD", "s$": "SGD", "sgd": "SGD", "nt$": "TWD",
    "twd": "TWD", "cny": "CNY", "rmb": "CNY", "chf": "CHF", "sek": "SEK", "nok": "NOK", "dkk": "DKK", "aed": "AED",
    "sar": "SAR", "r$": "BRL", "brl": "BRL",
}  # fmt: skip
_WORDED = {
    "us dollar": "USD", "u.s. dollar": "USD", "dollar": "USD", "euro": "EUR", "pound": "GBP", "pounds sterling": "GBP",
    "yen": "JPY", "rupee": "INR", "won": "KRW", "yuan": "CNY", "franc": "CHF", "dirham": "AED", "riyal": "SAR",
    "krona": "SEK", "kroner": "NOK",
}  # fmt: skip
_SIGN = (
    r"(?<![A-Za-z0-9])(?:US\$|A\$|CA?\$|HK\$|S\$|NT\$|R\$|USD|EUR|GBP|JPY|INR|KRW|AUD|CAD|HKD|SGD|TWD|CNY|RMB|CHF|SEK|NOK|DKK|AED|SAR|BRL"
    r"|Rs\.?|[$€£¥₹₩])"
)
_SCALED_WORD = rf"(?:{_SMALL_WORD})(?=[ -](?:trillion|billion|million|thousand|crore|lakh)\b)"
_DIGIT = re.compile(r"\d")
_COUNTS = ("illion", "thousand", "crore", "lakh", "watt", "kw", "mw", "gw", "tw")
"""Every fact has a digit or one of these: most sentences have none, and need no closer look."""
_MONEY = re.compile(rf"(?P<sign>{_SIGN})[ \u00a0]?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?")  # US$14B, USD 24
_MONEY_WORDS = re.compile(
    rf"(?<![\w$€£.,\u00a0])(?P<number>{_NUMBER}|{_SCALED_WORD})(?P<scale>{_SCALE})?"
    r"[ \u00a0-](?P<unit>U\.?S\.? dollars?|dollars?|euros?|pounds sterling|pounds?|yen|rupees?|won|yuan|francs?"
    r"|dirhams?|riyals?|USD|EUR|GBP|JPY|INR|KRW|CNY|CHF|AED)\b",
    re.I,
)  # half a trillion dollars, 3 billion euros
_CAPACITY = re.compile(
    rf"(?<![\w$€£.,\u00a0])(?P<number>{_NUMBER}|{_SMALL_WORD})"
    r"[ \u00a0-]?(?P<unit>GW|MW|kW|TW|gigawatts?|megawatts?|kilowatts?)(?:e|p|dc)?(?![\w]|[ -]hours?)"
)  # 1.2-gigawatt, up to 400 MW
_PERCENT = re.compile(
    rf"(?<![\w$€£.,\u00a0])(?P<number>{_NUMBER})[ \u00a0-]?(?:%|percent\b(?! points?)|per cent\b)"
)  # about 27 percent, a 6% stake
_TO = r"[ \u00a0]*(?:to|and|-|–|—|or)[ \u00a0]*"
_UPPER = re.compile(
    rf"(?P<to>{_TO})(?P<sign>{_SIGN}[ \u00a0]?)?(?P<number>{_NUMBER})(?P<scale>{_SCALE})?"
    r"(?![\w%]|[.,-][0-9]|[ \u00a0-]?(?:GW|MW|kW|percent|per cent|gigawatt|megawatt)\b)"
)  # … to $15 billion
_LOWER = re.compile(
    rf"(?<![\w$€£.,\u00a0-])(?P<number>{_NUMBER})(?P<scale>{_SCALE})?"
    rf"[ -]?(?P<unit>GW|MW|kW|gigawatts?|megawatts?|%|percent|per cent)?(?P<to>{_TO})$"
)  # 5 to …
_UNITS = {
    "gpu": "chips", "tpu": "chips", "chip": "chips", "accelerator": "chips", "processor": "chips", "superchip": "chips",
    "share": "shares", "home": "homes", "household": "homes", "job": "jobs", "worker": "jobs", "acre": "acres",
    "building": "buildings", "server": "servers", "rack": "racks", "data center": "data centers",
    "data centre": "data centers", "employee": "employees", "customer": "customers", "user": "users",
}  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![\w$€£.,\u00a0-])(?P<number>{_NUMBER}|{_SCALED_WORD})(?P<scale>{_SCALE})?"
    r"[ \u00a0-](?:(?!(?:GW|MW|kW|percent|per|gigawatts?|megawatts?|of|and|or|to|in)\b)[A-Za-z][\w/.-]{0,20}[ ]){0,4}?"
    r"(?P<unit>GPUs?|TPUs?|(?:super)?chips?|accelerators?|processors?|shares?|homes?|households?|jobs?|workers?|acres?"
    r"|buildings?|servers?|racks?|data cent(?:er|re)s?|employees?|customers?|users?)\b"
)  # 400,000 Nvidia GB200 GPUs
_SMALL = {
    "half a": "0.5", "half an": "0.5", "a": "1", "an": "1", "one": "1", "two": "2", "three": "3", "four": "4",
    "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10",
}  # fmt: skip
_HEDGES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    (
        "up_to",
        re.compile(
            r"\b(?:up to|as much as|as many as|at most|no more than|a maximum of|maximum of)\s+(?:an? )?$", re.I
        ),
    ),
    ("nearly", re.compile(r"\b(?:nearly|almost|close to|just under|just short of)\s+(?:an? )?$", re.I)),
    (
        "about",
        re.compile(
            r"(?:\b(?:about|around|approximately|approx\.?|roughly|some|circa|an estimated|estimated at|in the order of"
            r"|estimated)\s+|~\s?)(?:an? )?$",
            re.I,
        ),
    ),
    ("at_least", re.compile(r"\b(?:at least|no less than|a minimum of|not less than)\s+(?:an? )?$", re.I)),
    (
        "more_than",
        re.compile(
            r"\b(?:more than|over|above|exceeding|in excess of|upwards of|exceed(?:s|ed)?|pass(?:es|ed)|past)\s+"
            r"(?:an? )?$",
            re.I,
        ),
    ),
)
_AFTER_AT_LEAST = re.compile(r"\s+or more\b(?! than)|\s+and (?:more|up)\b")
_RANGE_LEAD = re.compile(r"\b(?:between|from)\s+$", re.I)


def find_facts(text: str) -> tuple[Fact, ...]:
    """The facts of one sentence in the order of the text, none inside another.

    Numbers in names (GPT-5, MI450, Chapter 11, 24/7) are no facts, nor are durations.
    """
    lowered = text.lower()
    if not _DIGIT.search(text) and not any(word in lowered for word in _COUNTS):
        return ()
    found = [*_find_money(text), *_find_capacity(text), *_find_quantities(text), *find_dates(text)]
    found.sort(key=lambda fact: (fact.start, -fact.end))
    kept: list[Fact] = []
    for fact in found:
        if not kept or fact.start >= kept[-1].end:
            kept.append(fact)
    return tuple(kept)


def _find_money(text: str) -> Iterator[Fact]:
    for found in _MONEY.finditer(text):
        yield _money(text, found, _CURRENCIES[found["sign"].lower()])
    for found in _MONEY_WORDS.finditer(text):
        unit = found["unit"].lower().replace("u.s.", "us")
        currency = _WORDED.get(unit) or _WORDED.get(unit.removesuffix("s")) or _CURRENCIES.get(unit, "USD")
        lower = _lower(text, found.start(), _decimal(found["number"], found["scale"]), found["scale"] or "")
        value = _decimal(found["number"], found["scale"])
        low, start = lower or (value, found.start())
        yield _fact(text, "money", low, value if lower else None, currency, start, found.end())


def _money(text: str, found: re.Match[str], currency: str) -> Fact:
    """An amount with its sign before it, and the upper end of its range, if that follows."""
    value, end = _decimal(found["number"], found["scale"]), found.end()
    upper = _UPPER.match(text, end)
    if not upper or not _is_joint(text, found.start(), upper["to"]):
        return _fact(text, "money", value, None, currency, found.start(), end)
    is_year = not upper["sign"] and not upper["scale"] and _is_year(upper["number"])
    if is_year or (found["scale"] and not upper["scale"] and not upper["sign"]):
        return _fact(text, "money", value, None, currency, found.start(), end)
    high = _decimal(upper["number"], upper["scale"])
    low = value if found["scale"] else _decimal(found["number"], upper["scale"])  # $10 to $15 billion
    if high <= low:
        return _fact(text, "money", value, None, currency, found.start(), end)
    return _fact(text, "money", low, high, currency, found.start(), upper.end())


def _find_capacity(text: str) -> Iterator[Fact]:
    factors = {"k": Decimal("0.001"), "m": Decimal(1), "g": Decimal(1000), "t": Decimal(1_000_000)}
    for found in _CAPACITY.finditer(text):
        factor = factors[found["unit"][0].lower()]
        value = _decimal(found["number"], "") * factor
        lower = _lower(text, found.start(), value / factor, "")
        low, start = (lower[0] * factor, lower[1]) if lower else (value, found.start())
        yield _fact(text, "capacity", low, value if lower else None, "MW", start, found.end())


def _find_quantities(text: str) -> Iterator[Fact]:
    for found in _PERCENT.finditer(text):
        value = _decimal(found["number"], "")
        low, start = _lower(text, found.start(), value, "") or (value, found.start())
        yield _fact(text, "quantity", low, value if low < value else None, "percent", start, found.end())
    for found in _COUNTED.finditer(text):
        unit = found["unit"].lower()
        name = _UNITS[unit if unit in _UNITS else unit.removesuffix("s")]
        if not found["scale"] and _is_year(found["number"]):
            continue  # in 2026 Nvidia chips …
        value = _decimal(found["number"], found["scale"])
        low, start = _lower(text, found.start(), value, found["scale"] or "") or (value, found.start())
        yield _fact(text, "quantity", low, value if low < value else None, name, start, found.end())


def _lower(text: str, start: int, value: Decimal, scale: str) -> tuple[Decimal, int] | None:
    """The lower end of a range that ends with the number at `start`, and where it starts: the 5 of `5 to 10 GW`."""
    offset = max(start - 48, 0)
    found = _LOWER.search(text[offset:start])
    if not found or not _is_joint(text, offset + found.start(), found["to"]):
        return None
    low = _decimal(found["number"], found["scale"] or scale)
    return (low, offset + found.start()) if low < value else None


def _is_joint(text: str, start: int, joint: str) -> bool:
    """Whether two numbers are the ends of a range: `10 to 15`, `10-15`, but `10 and 15` only after `between`."""
    return joint.strip() not in ("and", "or") or bool(_RANGE_LEAD.search(text[max(start - 9, 0) : start]))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and 1990 <= int(number) <= 2100


def _fact(text: str, kind: FactKind, value: Decimal, high: Decimal | None, unit: str, start: int, end: int) -> Fact:
    before = text[max(start - 24, 0) : start]
    hedge: Hedge = next((name for name, pattern in _HEDGES if pattern.search(before)), "none")
    if hedge == "none" and _AFTER_AT_LEAST.match(text, end):
        hedge = "at_least"
    if hedge == "none" and text[end : end + 1] == "+":
        hedge, end = "more_than", end + 1
    return Fact(kind, _plain(value), None if high is None else _plain(high), unit, hedge, start, end)


def _decimal(number: str, scale: str | None) -> Decimal:
    power = _SCALES.get((scale or "").strip(" \u00a0-").lower(), 0)
    plain = _SMALL.get(number.lower(), number)
    return Decimal(re.sub(r"[,\u00a0\u202f]", "", plain)) * Decimal(10) ** power


def _plain(number: Decimal) -> int | float:
    """An int where the number is whole."""
    return int(number) if number == number.to_integral_value() else float(number)
