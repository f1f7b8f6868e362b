"""A name in, the name it is taken for out: letters of Cyrillic and Greek that look like Latin ones."""

from __future__ import annotations

import re

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХҮԚԜаеѕіјорсухһԛԝ", "ABESIJKMHOPCTYXYQWaesijopcyxhqw", strict=True))
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϳ", "ABEZHIKMNOPTYXoj", strict=True))
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")


def latin_form(name: str) -> str:
    """The name with every look-alike as the Latin letter it looks like; nothing where it has none."""
    found = "".join(_CYRILLIC.get(sign) or _GREEK.get(sign, sign) for sign in name)
    return found if found != name else ""


def other_script(name: str) -> str:
    """The script of the first look-alike: `Cyrillic` or `Greek`."""
    return next(
        ("Cyrillic" if sign in _CYRILLIC else "Greek" for sign in name if sign in _CYRILLIC or sign in _GREEK), ""
    )


def mixes_scripts(name: str) -> bool:
    """Whether a word of it has Latin letters and others that only look so."""
    return any(_LATIN.search(word) and latin_form(word) for word in _WORD.findall(name))
