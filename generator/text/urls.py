"""A URL as somebody wrote it in, a URL that is safe to link, or its identity, or words made from it out."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

import idna

URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”。，；、！？「」『』（）《》【】]{1,2000}", re.I)
"""A bare web address in running text; `trim_url` takes off what only follows it. Longer ones are none."""

_DOI = re.compile(r"doi:\s*(10\.\d{4,9}/\S+)", re.I)
_HOST = re.compile(r"(?!-)[\w-]{1,63}(?:\.[\w-]{1,63})*\.?$")
_NUMERIC = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.I)  # 127.1, 0x7f.1
_UNSAFE = re.compile(r"[\x00-\x20\x7f-\x9f\\\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\u2100\u2101\u2105\u2106]")
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|yclid|_hs\w+|cmpid|ocid|ref_?(?:src|url)?")
_ID_WORD = re.compile(r"[0-9a-f]{8,}|\d{6,}|index|html?|php|aspx?|amp", re.I)
_SAFE_PATH, _SAFE_QUERY = "/:@!$&'()*+,;=~%-._", "/?:@!$&'()*+,;=~%-._[]"


def safe_url(text: str, mail: bool = False) -> str:
    """The URL, percent-coded where needed, if a link may lead to it; else nothing.

    Only http and https with a proper host and port pass, and plain mail addresses where `mail` says so. A DOI becomes
    its address at doi.org, `www.` gets a scheme. What a browser would read in another way than Python does is refused.
    """
    text = text.strip()
    if doi := _DOI.fullmatch(text):
        text = f"https://doi.org/{doi[1]}"
    if text[:4].casefold() == "www.":
        text = f"https://{text}"
    if mail and text[:7].casefold() == "mailto:" and re.fullmatch(r"mailto:[\w.+-]+@[\w-]+(?:\.[\w-]+)+", text, re.I):
        return text
    if _UNSAFE.search(text.replace(" ", "")) or not re.match(r"https?://[^/]", text, re.I):
        return ""
    try:
        parts = urlsplit(text)
        port = parts.port
        host = parts.hostname or ""
        if ":" in host:
            ipaddress.IPv6Address(host)
        elif not host or host == "www.":
            return ""
        elif not host.isascii():
            host = idna.encode(host, uts46=True).decode()
        if _NUMERIC.search(host):
            ipaddress.IPv4Address(host)  # a browser takes it for one, in whatever form
    except ValueError:  # a bad port, bracket or host name (idna.IDNAError is one too)
        return ""
    if "%" in host or ("[" in parts.netloc) != (":" in host) or not (":" in host or _HOST.match(host)):
        return ""
    netloc = f"[{host}]" if ":" in host else host
    if parts.username is not None or " " in parts.netloc:
        return ""
    netloc += f":{port}" if port is not None else ""
    path, query = quote(parts.path, safe=_SAFE_PATH), quote(parts.query, safe=_SAFE_QUERY)
    return urlunsplit((parts.scheme.lower(), netloc, path, query, quote(parts.fragment, safe=_SAFE_QUERY)))


def trim_url(found: str) -> str:
    """The part of a match of `URL` that is the address: no closing mark of the sentence or bracket around it."""
    if (bracket := found.find("]")) > 0 and found.find("[", 0, bracket) < 0:
        found = found[:bracket]
    spare = found.count(")") - found.count("(")
    end = len(found)
    while end and (found[end - 1] in ".,;:!?'’*|]}" or (found[end - 1] == ")" and spare > 0)):
        spare -= found[end - 1] == ")"
        end -= 1
    return found[:end]


def url_key(url: str) -> str:
    """What two spellings of one address share: no scheme, `www.`, tracking, fragment, final slash or page name."""
    parts = urlsplit(url)
    host = re.sub(r"^(?:www|m|amp|mobile|dx(?=\.doi\.org$))\.", "", (parts.hostname or "").rstrip("."))
    port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    path = re.sub(r"/(?:index|default)\.(?:html?|php|aspx?)$", "/", unquote(parts.path))
    path = re.sub(r"/amp/?$", "/", re.sub(r"/{2,}", "/", path)).rstrip("/")
    pairs = sorted(
        pair for pair in parts.query.split("&") if pair and not _TRACKING.fullmatch(pair.split("=")[0].lower())
    )
    return f"{host}{port}{path}" + ("?" + "&".join(pairs) if pairs else "")


def url_host(url: str) -> str:
    """The host without `www.`: `reuters.com`."""
    return re.sub(r"^www\.", "", urlsplit(url).hostname or "")


def url_words(url: str) -> str:
    """What an address says of its page, as plain words; the host where it says nothing."""
    parts = [part for part in unquote(urlsplit(url).path).split("/") if part]
    for part in reversed(parts):
        words = [word for word in re.split(r"[-_+.\s]+", part) if word and not _ID_WORD.fullmatch(word)]
        if len(words) >= 3:
            return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])
    return "/".join([url_host(url), *parts])
