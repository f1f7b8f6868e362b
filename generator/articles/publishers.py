"""The title of a reference in, the title proper and its publisher out; or the key that spellings of a title share."""

from __future__ import annotations

import re

from generator.text import fold
from generator.text.urls import url_host

PUBLISHERS = frozenset(
    fold(name)
    for name in (
        "ABC News, Al Jazeera, AP, AP News, Ars Technica, Associated Press, Axios, Barron's, BBC, BBC News, "
        "Bloomberg, Bloomberg News, Business Insider, Business Standard, Business Wire, CBS News, CNBC, CNET, CNN, "
        "CNN Business, Computer Weekly, Computerworld, CRN, Data Center Dynamics, Data Center Knowledge, "
        "DatacenterDynamics, DCD, Economic Times, EE Times, Engadget, Euronews, Fast Company, Financial Times, "
        "Forbes, Fortune, Fox Business, FT, GeekWire, GlobeNewswire, HPCwire, Hindustan Times, Investing.com, "
        "Investopedia, InfoWorld, Livemint, Los Angeles Times, MarketWatch, MarketScreener, Mint, MIT Technology "
        "Review, Moneycontrol, Nasdaq, NBC News, New York Times, Newsweek, Nikkei Asia, NPR, PC Gamer, PCMag, "
        "Politico, PR Newswire, PYMNTS, Quartz, Reuters, Rest of World, Seeking Alpha, Semafor, SiliconANGLE, Sky "
        "News, South China Morning Post, Tech in Asia, TechCrunch, TechRadar, TechRepublic, TechSpot, The Atlantic, "
        "The Decoder, The Economist, The Economic Times, The Guardian, The Hindu, The Independent, The Information, "
        "The Motley Fool, The New York Times, The Register, The Straits Times, The Telegraph, The Times, The Verge, "
        "The Wall Street Journal, The Washington Post, Time, Times of India, Tom's Hardware, USA Today, VentureBeat, "
        "Wall Street Journal, Washington Post, Wikipedia, Wired, WSJ, Yahoo, Yahoo Finance, Yahoo News, ZDNET"
    ).split(", ")
)
"""Publishers that are told from the end of a title without further evidence."""

EDGES = " \t-–—:;,|•·>"
"""Signs that part a title from what stands around it."""
_DASHES = re.compile(r"[ \t]+(?:[-–—|·•»]|::)[ \t]+")
_DATE_END = re.compile(
    r"[ \t]*[,(.–—-][ \t]*(?:(?:published|updated)[ \t]+)?(?:\d{1,2}[ \t]+[A-Z][a-z]{2,8}\.?[ \t]+\d{4}"
    r"|[A-Z][a-z]{2,8}\.?[ \t]+\d{1,2},[ \t]*\d{4}|\d{4}-\d\d-\d\d)\)?\.?$"
)  # …, 3 May 2026
_ASIDE = re.compile(r"[ \t]+\([^()]{1,40}\)$")  # Newsmax (Reuters)
_YEAR_END = re.compile(r"(?:,[ \t]*|[ \t]+\()((?:19|20)\d\d)\)?$")
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]+?)[.,]?[\"”»][.,]?(?:[ \t]+(.+))?")  # “Stargate Grows,” Reuters
_LEADING = re.compile(r"(.{2,40}?)(?:[ \t]+[-–—|][ \t]+|:[ \t]+)(?=\S)")  # Reuters: Stargate Grows
_WEAK = frozenset(map(fold, ("Time", "Nasdaq", "Mint", "Fortune", "Quartz", "Wired", "AP", "FT", "DCD", "CRN")))
"""Names that are words, too: a host has to agree."""
_NO_NAME = frozenset(
    "part chapter volume episode section first second third fourth fifth quarter half one two three four five six i ii"
    " iii iv v analysis opinion update explained video podcast live review".split()
)
_PUBLISHER_WORDS = 5


def split_date(title: str) -> tuple[str, str]:
    """A title without the date after it, and the date as written: `Stargate Grows, CNBC, 3 May 2026`."""
    found = _DATE_END.search(title)
    head = title[: found.start()].rstrip(EDGES) if found else ""
    return (head, found[0].strip(EDGES + "(). ")) if found and head else (title, "")


def split_year(title: str, url: str = "") -> tuple[str, str, str]:
    """A title, its publisher, and the year after that: `Oracle Builds, Reuters, 2024`, `Oracle Builds, CNBC (2024)`."""
    dated = _YEAR_END.search(title)
    if dated:
        head, publisher = split_publisher(title[: dated.start()], url)
        if publisher:
            return head, publisher, dated[1]
    return (*split_publisher(title, url), "")


def split_publisher(title: str, url: str = "") -> tuple[str, str]:
    """A title without the publisher after it, and the publisher: `Stargate grows - Reuters`, `Stargate grows, CNBC`.

    A name after a dash or bar is a publisher if it is a known one, or the host of the URL says the same; after a comma
    likewise. Anything else stays in the title.
    """
    if quoted := _QUOTED.fullmatch(title):
        tail = (quoted[2] or "").strip(EDGES + "()")
        if not tail or _is_publisher(tail, url) or _looks_like_name(tail):
            return quoted[1].strip(EDGES), tail
    head, tail = _split_tail(title, url)
    if quoted := _QUOTED.fullmatch(head):
        head = head if quoted[2] else quoted[1]
    return head, tail


def _split_tail(title: str, url: str) -> tuple[str, str]:
    """The title and the publisher: the last piece after a dash, in brackets, after a stop or comma, or the first."""
    pieces = list(_DASHES.finditer(title))
    if pieces:
        head, tail = title[: pieces[-1].start()], title[pieces[-1].end() :]
        if _is_publisher(tail, url) and len(head.split()) >= 2:
            return head.strip(EDGES), tail.strip()
    for sign in (". ", ", "):
        head, found, tail = title.rpartition(sign)
        if found and _is_publisher(tail, url, strict=sign == ", "):
            return head.strip(EDGES), tail.strip(" .")
    for opening, closing in (("(", ")"), ("[", "]")):
        if title.endswith(closing) and opening in title:
            head, tail = title[:-1].rsplit(opening, 1)
            tail = re.sub(r",[ \t]*(?:19|20)\d\d$", "", tail)
            if _is_publisher(tail, url) and head.strip():
                return head.strip(EDGES), tail.strip()
    first = _LEADING.match(title)
    if first and _is_publisher(first[1], url, strict=True):
        return title[first.end() :].strip(EDGES), first[1].strip()
    return title, ""


def title_key(title: str) -> str:
    """What the spellings of one title share: letters and digits, without a publisher that a dash or bar sets off."""
    head = title
    pieces = list(_DASHES.finditer(title))
    if pieces:
        before, tail = title[: pieces[-1].start()], title[pieces[-1].end() :]
        if fold(tail) in PUBLISHERS or (_looks_like_name(tail) and len(before.split()) >= 4):
            head = before
    return fold(head[:600]) if head.strip() else ""


def _is_publisher(name: str, url: str, strict: bool = False) -> bool:
    """Whether a name is a known publisher, or the host of the URL is called so; `strict` doubts words."""
    name = _ASIDE.sub("", name).strip(" .")
    if not name[:1].isalnum() or len(name.split()) > _PUBLISHER_WORDS:
        return False
    key = fold(name)
    if key in PUBLISHERS and not (strict and key in _WEAK):
        return True
    if not url:
        return False
    labels = [fold(label) for label in url_host(url).split(".")[:-1]]
    bare = key.removeprefix("the")
    initials = "".join(word[0] for word in re.findall(r"\w+", name)).casefold()
    return any(
        label in (key, bare, initials, initials.removeprefix("t"))
        or (len(bare) >= 4 and (bare in label or label in bare))
        for label in labels
        if len(label) >= 2
    )


def _looks_like_name(text: str) -> bool:
    """Whether the words could be a publisher's name: a few, all capitalised, no figures."""
    words = text.split()
    if any(word.casefold() in _NO_NAME or word.isdigit() for word in words):
        return False
    return 0 < len(words) <= _PUBLISHER_WORDS - 1 and all(
        word[:1].isupper() or word.casefold() in ("of", "the", "and", "&", "in", "for") or "." in word for word in words
    )
