"""A sentence in, the amounts, capacities, quantities and dates that it states out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.model import Fact, Hedge
from generator.periods import find_dates

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALES = {
    "trillion": 12, "tn": 12, "t": 12, "billion": 9, "bn": 9, "b": 9, "million": 6, "mn": 6, "mm": 6, "m": 6,
    "thousand": 3, "k": 3, "crore": 7, "lakh crore": 12, "lakh": 5,
}  # fmt: skip
_SCALE = (
    r"(?:[ \u00a0-]?(?:lakh crore|trillion|billion|million|thousand|crore|lakh|bn|tn|mn|mm)\b"
    r"|[ ]?(?:[BMTK]|bn|tn|m|k)\b)"
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
_TO = r"[ \u00a0]*(?:to|and|-|–|—|or)[ \u00a0]*"
_MONEY = re.compile(
    rf"(?P<sign>{_SIGN})[ \u00a0]?(?P<low>{_NUMBER})(?P<lowscale>{_SCALE})?"
    rf"(?:(?P<to>{_TO})(?:{_SIGN}[ \u00a0]?)?(?P<high>{_NUMBER})(?P<highscale>{_SCALE})?(?![\w%]))?"
)  # $10 billion to $15 billion, US$14B, USD 24-27.60
_MONEY_WORDS = re.compile(
    rf"(?<![\w$€£.])(?P<low>{_NUMBER}|half a|an?|one|two|three|several)(?P<lowscale>{_SCALE})?"
    rf"(?:(?P<to>{_TO})(?P<high>{_NUMBER})(?P<highscale>{_SCALE})?)?"
    r"[ \u00a0-](?P<unit>U\.?S\.? dollars?|dollars?|euros?|pounds sterling|pounds?|yen|rupees?|won|yuan|francs?"
    r"|dirhams?|riyals?)\b",
    re.I,
)  # half a trillion dollars, 3 billion euros
_CAPACITY = re.compile(
    rf"(?<![\w$€£.,])(?P<low>{_NUMBER}|half an?|an?|one|two|three|four|five|six|seven|eight|nine|ten)"
    rf"(?:[ -]?(?:GW|MW|kW|gigawatts?|megawatts?))?(?:(?P<to>{_TO})(?P<high>{_NUMBER}))?"
    r"[ \u00a0-]?(?P<unit>GW|MW|kW|TW|gigawatts?|megawatts?|kilowatts?)(?:e|p|dc)?(?![\w]|[ -]hours?)"
)  # 1.2-gigawatt, up to 400 MW, 5 to 10 GW
_PERCENT = re.compile(
    rf"(?<![\w$€£.,])(?P<low>{_NUMBER})(?:[ ]?(?:%|percent|per cent))?(?:(?P<to>{_TO})(?P<high>{_NUMBER}))?"
    r"[ \u00a0-]?(?:%|percent\b(?! points?)|per cent\b)"
)  # about 27 percent, a 6% stake
_UNITS = {
    "gpu": "chips", "tpu": "chips", "chip": "chips", "accelerator": "chips", "processor": "chips", "superchip": "chips",
    "share": "shares", "home": "homes", "household": "homes", "job": "jobs", "worker": "jobs", "acre": "acres",
    "building": "buildings", "server": "servers", "rack": "racks", "data center": "data centers",
    "data centre": "data centers", "employee": "employees", "customer": "customers", "user": "users",
}  # fmt: skip
_COUNTED = re.compile(
    rf"(?<![\w$€£.,-])(?P<low>{_NUMBER})(?P<lowscale>{_SCALE})?(?:(?P<to>{_TO})(?P<high>{_NUMBER})(?P<highscale>{_SCALE})?)?"
    r"[ \u00a0-](?:(?!(?:GW|MW|kW|percent|per|gigawatts?|megawatts?|of|and|to)\b)[A-Za-z][\w/.-]*[ ]){0,4}?"
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
_AFTER_AT_LEAST = re.compile(r"\s+or more\b|\s+and (?:more|up)\b")
_RANGE_LEAD = re.compile(r"\b(?:between|from)\s+$", re.I)


def find_facts(text: str) -> tuple[Fact, ...]:
    """The facts of one sentence in the order of the text, none inside another.

    Numbers in names (GPT-5, MI450, Chapter 11, 24/7) are no facts, nor are durations.
    """
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
        if not (found["low"].lower() in ("a", "an", "one", "two", "three", "several") and not found["lowscale"]):
            if found["low"].lower() != "several":
                unit = found["unit"].lower().replace("u.s.", "us").rstrip("s")
                yield _money(text, found, _WORDED.get(unit, _WORDED.get(unit + "s", "USD")))


def _money(text: str, found: re.Match[str], currency: str) -> Fact:
    high = found["high"]
    end = found.end()
    if high and not _is_range(text, found):
        high, end = None, found.end("lowscale") if found["lowscale"] else found.end("low")
    scale = found["lowscale"] or (found["highscale"] if high else "") or ""
    value = _value(found["low"], scale)
    upper = _value(high, found["highscale"] or scale) if high else None
    if upper is not None and upper <= value:
        upper, end = None, found.end("lowscale") if found["lowscale"] else found.end("low")
    return _fact(text, "money", value, upper, currency, found.start(), end)


def _find_capacity(text: str) -> Iterator[Fact]:
    factors = {"k": Decimal("0.001"), "m": Decimal(1), "g": Decimal(1000), "t": Decimal(1_000_000)}
    for found in _CAPACITY.finditer(text):
        factor = factors[found["unit"][0].lower()]
        high = found["high"] if found["high"] and _is_range(text, found) else None
        if found["high"] and not high:
            continue
        low = _SMALL.get(found["low"].lower(), found["low"])
        value = _plain(Decimal(low.replace(",", "")) * factor)
        upper = _plain(Decimal(high.replace(",", "")) * factor) if high else None
        yield _fact(text, "capacity", value, upper, "MW", found.start(), found.end())


def _find_quantities(text: str) -> Iterator[Fact]:
    for found in _PERCENT.finditer(text):
        high = found["high"] if found["high"] and _is_range(text, found) else None
        start = found.start() if high or not found["high"] else found.start("high")
        low = found["low"] if high or not found["high"] else found["high"]
        yield _fact(
            text, "quantity", _value(low, ""), _value(high, "") if high else None, "percent", start, found.end()
        )
    for found in _COUNTED.finditer(text):
        unit = found["unit"].lower()
        name = _UNITS[unit if unit in _UNITS else unit.removesuffix("s")]
        value = _value(found["low"], found["lowscale"] or found["highscale"] or "")
        high = _value(found["high"], found["highscale"] or found["lowscale"] or "") if found["high"] else None
        if not found["lowscale"] and found["low"].isdigit() and 1990 <= int(found["low"]) <= 2100:
            continue  # in 2026 Nvidia chips …
        if high is None or high > value:
            yield _fact(text, "quantity", value, high, name, found.start(), found.end())


def _is_range(text: str, found: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range: `10 to 15`, `10-15`, but `10 and 15` only after `between`."""
    joint = found["to"].strip()
    return joint not in ("and", "or") or bool(_RANGE_LEAD.search(text[max(found.start() - 9, 0) : found.start()]))


def _fact(text: str, kind: str, value: int | float, high: int | float | None, unit: str, start: int, end: int) -> Fact:
    before = text[max(start - 24, 0) : start]
    hedge: Hedge = next((name for name, pattern in _HEDGES if pattern.search(before)), "none")
    if hedge == "none" and _AFTER_AT_LEAST.match(text, end):
        hedge = "at_least"
    if hedge == "none" and text[end : end + 1] == "+":
        hedge, end = "more_than", end + 1
    return Fact(kind, value, high, unit, hedge, start, end)  # type: ignore[arg-type]


def _value(number: str, scale: str) -> int | float:
    power = _SCALES.get(scale.strip(" \u00a0-").lower(), 0)
    plain = _SMALL.get(number.lower(), number)
    return _plain(Decimal(re.sub(r"[,\u00a0\u202f]", "", plain)) * 10**power)


def _plain(number: Decimal) -> int | float:
    """An int where the number is whole."""
    return int(number) if number == number.to_integral_value() else float(number)
