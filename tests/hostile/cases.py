"""What an oracle looks at: one bad input, what was built of it, and what a browser saw; and how an oracle answers."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from hostile.built import Built
from hostile.entries import Entry
from hostile.walk import Seen

_ASKED = ("", "search/", "explore/", "figures/", "tags/", "references/", "articles/")
"""Pages that get what an address says after `?` or `#`."""


class NotJudged(Exception):
    """No program can tell here; the message says why."""


@dataclass(frozen=True)
class Case:
    """One entry after the build. `facts` is what a scenario found out beside the site and the messages."""

    entry: Entry
    site: Built
    facts: Mapping[str, Any] = field(default_factory=dict)
    whole: bool = False
    look: Callable[[str], Seen] = lambda url: Seen()
    search: Callable[[str], Seen] = lambda words: Seen()

    @property
    def problems(self) -> list[dict[str, Any]]:
        """The problems of the entry's own files, or all where a scenario has a folder to itself."""
        return [one for one in self.site.problems if self.whole or self._is_own(one["path"])]

    @property
    def articles(self) -> list[dict[str, Any]]:
        """What became of the entry's files, as the data files have it."""
        return [one for source, one in sorted(self.site.articles.items()) if self.whole or self._is_own(source)]

    @property
    def urls(self) -> list[str]:
        """The pages on which the entry may show: its articles, their tags, organisations and works.

        What goes into an address goes into that of each page which reads it, or might.
        """
        if self.entry.field.startswith("url:"):
            start = self.entry.field.removeprefix("url:")
            return [f"{page}{start}{quote(self.entry.text.removeprefix(start))}" for page in _ASKED]
        works = {work["key"]: work["url"].split("#")[0] for work in self.site.items("references")}
        found: dict[str, None] = {}
        for one in self.articles:
            found |= dict.fromkeys(
                [
                    one["url"],
                    *(f"tags/{slug}/" for slug in one["tags"]),
                    *(f"organizations/{slug}/" for slug in one["organizations"]),
                    *(works[key] for key in one["references"]),
                ]
            )
        return list(found)

    def seen(self) -> Iterator[tuple[str, Seen]]:
        """What a browser saw on each of these pages."""
        for url in self.urls:
            yield url, self.look(url)

    def of_level(self, *levels: str) -> list[dict[str, Any]]:
        """The problems of the entry's files of some level."""
        return [one for one in self.problems if one["level"] in levels]

    def _is_own(self, path: str) -> bool:
        return bool(re.match(rf"seeds/{re.escape(self.entry.stem)}(?=[-./])", path))


def essence(text: str) -> str:
    """What must be left of a text, whatever was taken as a mark, space or quote: letters, digits, signs of HTML."""
    plain = unicodedata.normalize("NFC", text)
    return "".join(sign for sign in plain if sign.isalnum() or sign in "<>=&$%" or ord(sign) > 0x2BFF)


def is_shown(text: str, shown: str) -> bool:
    """Whether a text is in what is shown as it is written, or with its references decoded, once."""
    return any(essence(form) in essence(shown) for form in (text, html.unescape(text)))


def essence_signs(text: str) -> str:
    """The text without spaces."""
    return "".join(text.split())
