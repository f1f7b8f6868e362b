"""The authors of an article as somebody wrote them in, the name of each out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.text import collapse

_BETWEEN = re.compile(r";|,? (?:and|&) ")  # Ada Example and Ben Sample; Cy Specimen
_LAST_NAME = re.compile(r"(?:[a-z]{1,5}['’ ]){0,3}[^\W\d_a-z][\w'’-]*$")  # Moreau, van der Berg, O'Hara
_GIVEN_NAME = re.compile(r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,2}$")  # Jean, J. P., Jean-Paul Q.
_SUFFIX = re.compile(r"(?:Jr|Sr|I{2,3}|IV|Ph\.?D|M\.?D|Esq|Inc|Ltd|LLC|LLP|Corp|Co|GmbH|S\.?A|AG|PLC)\.?$", re.I)


def split_names(text: str) -> tuple[str, ...]:
    """The names in a text, as written: `Moreau, Jean` is one name, `Ada Example, Ben Sample` are two.

    A comma stands inside a name before a suffix, such as `Jr.` or `Inc.`, and between a single word and given names.
    """
    names: list[str] = []
    for part in (part for line in text.splitlines() for part in _BETWEEN.split(collapse(line))):
        pieces = _with_suffixes([piece.strip() for piece in part.split(",") if piece.strip()])
        inverted = len(pieces) % 2 == 0 and all(
            _LAST_NAME.match(last) and _GIVEN_NAME.match(given)
            for last, given in zip(pieces[::2], pieces[1::2], strict=True)
        )
        pairs = zip(pieces[::2], pieces[1::2], strict=False)
        names += [f"{last}, {given}" for last, given in pairs] if inverted else pieces
    return tuple(dict.fromkeys(names))


def _with_suffixes(pieces: Sequence[str]) -> list[str]:
    """The pieces, with a suffix put back to the name before it: `Acme`, `Inc.` are `Acme, Inc.`."""
    joined: list[str] = []
    for piece in pieces:
        if joined and _SUFFIX.match(piece):
            joined[-1] += f", {piece}"
        else:
            joined.append(piece)
    return joined
