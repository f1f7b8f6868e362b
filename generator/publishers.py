"""The title of a reference in, the title proper and its publisher out; or the key that spellings of a title share."""

from __future__ import annotations

import re

from generator.text import fold
from generator.urls import url_host

PUBLISHERS = frozenset(
    fold(name)
    for name in (
        "ABC News, Al Jazeera, AP, AP News, Ars Technica, Associated Press, Axios, Barron's, BBC, BBC News, Bloomberg,"
        " Bloomberg News, Business Insider, Business Standard, Business Wire, CBS News, CNBC, CNET, CNN, CNN Business,"
        " Computer Weekly, Computerworld, CRN, Data Center Dynamics, Data Center Knowledge, DatacenterDynamics, DCD,"
        " Economic Times, EE Times, Engadget, Euronews, Fast Company, Financial Times, Forbes, Fortune, Fox Business,"
        " FT, GeekWire, GlobeNewswire, HPCwire, Hindustan Times, Investing.com, Investopedia, InfoWorld, Livemint,"
        " Los Angeles Times, MarketWatch, MarketScreener, Mint, MIT Technology Review, Moneycontrol, Nasdaq,"
        " NBC News, New York Times, Newsweek, Nikkei Asia, NPR, PC Gamer, PCMag, Politico, PR Newswire, PYMNTS,"
        " Quartz, Reuters, Rest of World, Seeking Alpha, Semafor, SiliconANGLE, Sky News, South China Morning Post,"
        " Tech in Asia, TechCrunch, TechRadar, TechRepublic, TechSpot, The Atlantic, The Decoder, The Economist,"
        " The Economic Times, The Guardian, The Hindu, The Independent, The Information, The Motley Fool,"
        " The New York Times, The Register, The Straits Times, The Telegraph, The Times, The Verge,"
        " The Wall Street Journal, The Washington Post, Time, Times of India, Tom's Hardware, USA Today, VentureBeat,"
        " Wall Street Journal, Washington Post, Wikipedia, Wired, WSJ, Yahoo, Yahoo Finance, Yahoo News, ZDNET"
    ).split(", ")
)
"""Publishers that are told from the end of a title without further evidence."""

EDGES = " \t-–—:;,|•·>"
"""Signs that part a title from what stands around it."""
_DASHES = re.compile(r"[ \t]+(?:[-–—|·•»]|::)[ \t]+")
_DATE_END = re.compile(
    r"[,(]?[ \t]*(?:(?:published|updated|accessed)[ \t]+)?(?:\d{1,2}[ \t]+[A-Z][a-z]{2,8}\.?[ \t]+\d{4}|[A-Z][a-z]{2,8}\.?[ \t]+\d{1,2},[ \t]*\d{4}"
    r"|\d{4}-\d\d-\d\d)\)?$"
)
_PUBLISHER_WORDS = 5


def split_publisher(title: str, url: str = "") -> tuple[str, str]:
    """A title without the publisher after it, and the publisher: `Stargate grows - Reuters`, `Stargate grows, CNBC`.

    A name after a dash or bar is a publisher if it is a known one, or the host of the URL says the same; after a comma
    likewise. Anything else stays in the title.
    """
    title = _DATE_END.sub("", title).rstrip(EDGES) or title
    pieces = list(_DASHES.finditer(title))
    if pieces:
        head, tail = title[: pieces[-1].start()], title[pieces[-1].end() :]
        if _is_publisher(tail, url) and len(head.split()) >= 2:
            return head.strip(EDGES), tail.strip()
    for opening, closing in (("(", ")"), ("[", "]")):
        if title.endswith(closing) and opening in title:
            head, tail = title[:-1].rsplit(opening, 1)
            if _is_publisher(tail, url) and head.strip():
                return head.strip(EDGES), tail.strip()
    cut = len(title)
    while (cut := title.rfind(", ", 0, cut)) > 0:
        if _is_publisher(title[cut + 2 :], url):
            return title[:cut].strip(EDGES), title[cut + 2 :].strip()
        if len(title[cut + 2 :].split()) > _PUBLISHER_WORDS:
            break
    return title, ""


def title_key(title: str) -> str:
    """What the spellings of one title share: letters and digits, without a publisher that a dash or bar sets off."""
    head = title
    pieces = list(_DASHES.finditer(title))
    if pieces:
        tail = title[pieces[-1].end() :]
        head = title[: pieces[-1].start()]
        if not _looks_like_name(tail) or len(head.split()) < 4:
            head = title
    return fold(head[:600]) if head.strip() else ""


def _is_publisher(name: str, url: str) -> bool:
    """Whether a name is a known publisher, or the host of the URL is called so."""
    name = name.strip(" .")
    if not name or len(name.split()) > _PUBLISHER_WORDS:
        return False
    key = fold(name)
    if key in PUBLISHERS:
        return True
    if not url:
        return False
    labels = [fold(label) for label in url_host(url).split(".")[:-1]]
    bare = key.removeprefix("the")
    initials = "".join(word[0] for word in re.findall(r"\w+", name)).casefold()
    return any(
        label in (key, bare, initials, initials.removeprefix("t")) or (len(bare) >= 4 and (bare in label or label in bare))
        for label in labels
        if len(label) >= 2
    )


def _looks_like_name(text: str) -> bool:
    """Whether the words could be a publisher's name: a few, all capitalised, no figures."""
    words = text.split()
    return 0 < len(words) <= _PUBLISHER_WORDS - 1 and all(
        word[:1].isupper() or word.casefold() in ("of", "the", "and", "&", "in", "for") or "." in word for word in words
    )
