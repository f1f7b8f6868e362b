"""Plain text in, plain text out: folding, slugs, shortening and counting, used by every floor above."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

SLUG_BYTES = 80
"""Longest slug: a path part stays portable, with room for a suffix."""

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")  # device names on Windows
_APOSTROPHES = re.compile(r"['‘’ʼ`´]")  # People's -> peoples
_LEADING_DOT = re.compile(r"(?:^|(?<=[\s,(]))\.(?=\w)")  # .NET -> dot net
_PLUS_OR_SHARP = re.compile(r"(?<=[^\W_])([+#]+)")  # C++, C#, F#
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|(?:(?![\u3040-\u30ff\u3400-\u9fff])[^\W_])+(?:['’.\-][^\W_]+)*")
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGN_NAMES = {"+": " plus", "#": " sharp", "&": " and ", "%": " percent ", "@": " at "}
_ASCII_SIGNS = {code: "-" for code in range(128) if not chr(code).isalnum()}
"""What `_path_signs` does with text in ASCII, at once."""
_IGNORED = "\u00ad\u200b\u200c\u200d\u2060\ufeff"

HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls but tab and the line ends
    "\u202a-\u202e\u2066-\u2069"  # overrides of writing direction
    "\ufdd0-\ufdef\ufff9-\ufffb\ufeff"  # non-characters, annotations, a mark of byte order inside the text
    "\U000e0000-\U000e007f"  # invisible tags
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
    "|(?<![\u2190-\u2bff\u3030\u303d\u3297\u3299\u00a9\u00ae#*0-9\U0001f000-\U0001faff])[\ufe0e\ufe0f]"  # not an emoji
    "|[\ufe00-\ufe0d]|(?<![\u3400-\u9fff\U00020000-\U0003ffff])[\U000e0100-\U000e01ef]"  # not a variant of a Han sign
)
"""Signs that must not reach a page: nobody sees them, and some change how the rest reads."""


def collapse(text: str) -> str:
    """The text on one line: every run of white space is one space, none at the ends."""
    return " ".join(text.split())


def xml_text(text: str) -> str:
    """The text without the signs that XML has no way to write."""
    return _NOT_XML.sub("", text)


def count_words(text: str) -> int:
    """The number of words; `OpenAI's`, `co-founder` and `1.2` are one each."""
    return len(_WORD.findall(text))


@lru_cache(maxsize=1 << 16)  # the same tags and headings come in every article
def slug(name: str) -> str:
    """A path part for a name: lower case, letters and digits of any script, joined by hyphens.

    `C`, `C++` and `C#` give `c`, `c-plus-plus` and `c-sharp`. Never empty, at most SLUG_BYTES bytes of UTF-8, no
    device name, and unchanged when applied again.
    """
    folded = collapse(unicodedata.normalize("NFKC", name).casefold())
    folded = _APOSTROPHES.sub("", folded)
    folded = _LEADING_DOT.sub("dot ", folded)
    folded = _PLUS_OR_SHARP.sub(lambda run: "".join(_SIGN_NAMES[sign] for sign in run[1]) + " ", folded)
    folded = "".join(_SIGN_NAMES[sign] if sign in "&%@" else sign for sign in folded)
    if folded.isascii():
        plain = folded.translate(_ASCII_SIGNS)
    else:
        plain = "".join(_path_signs(unicodedata.normalize("NFKD", folded)))
    parts = [part for part in unicodedata.normalize("NFC", plain).split("-") if part]
    found = "-".join(parts) or "u" + "-".join(f"{ord(sign):x}" for sign in folded.strip() or "\0")
    if len(found.encode()) > SLUG_BYTES:
        digest = hashlib.sha256(found.encode()).hexdigest()[:8]
        found = found.encode()[: SLUG_BYTES - 9].decode(errors="ignore").rstrip("-") + "-" + digest
    return found + "-x" if _RESERVED.fullmatch(found) else found


def fold(name: str) -> str:
    """The key under which spellings of one name meet: case, accents, spaces, hyphens and dots do not count."""
    return slug(name).replace("-", "")


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters: whole if it fits, else cut after a sentence, or after a word with an ellipsis."""
    text = collapse(text)
    if len(text) <= limit:
        return text
    cut = text[: limit + 1]
    end = max((mark.end() for mark in re.finditer(r"[.!?](?=\s)", cut)), default=0)
    if end > limit // 2:
        return text[:end]
    word = cut[:limit].rfind(" ")
    return cut[: word if word > limit // 2 else limit - 1].rstrip(" ,;:–—-") + "…"


def unique(name: str, used: dict[str, int]) -> str:
    """The name, or the name with the first free number after it; `used` remembers every name given."""
    used[name] = used.get(name, 0) + 1
    if used[name] == 1:
        return name
    number = used[name]
    while f"{name}-{number}" in used:
        number += 1
    used[f"{name}-{number}"] = 1
    return f"{name}-{number}"


def unquote(text: str) -> str:
    """The text without quotation marks, if one pair stands around the whole of it."""
    for opening, closing in ('""', "“”", "«»"):
        inside = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and len(text) > 2 and not {opening, closing} & set(inside):
            return inside.strip()
    return text


def count(number: int, noun: str) -> str:
    """`1 article`, `2 articles`, `2 entries`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1]}ies" if noun.endswith("y") else f"{number:,} {noun}s"


def _path_signs(decomposed: str) -> list[str]:
    """Letters and digits as they are, accents dropped from Latin letters, hyphens for all else."""
    signs: list[str] = []
    latin = False
    for sign in decomposed:
        category = unicodedata.category(sign)
        if category[0] in "LN":
            latin = sign < "\u0250"
            signs.append(sign)
        elif category[0] == "M":
            if not latin:
                signs.append(sign)
        elif sign not in _IGNORED:
            latin = False
            signs.append("-")
    return signs
