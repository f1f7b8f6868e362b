"""The records that templates show: a page, and the links, cards and rows on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from generator.model import TocEntry

PARTS = {
    "articles/": "Articles",
    "figures/": "Figures",
    "organizations/": "Organisations",
    "partnerships/": "Partnerships",
    "references/": "References",
    "tags/": "Tags",
    "timeline/": "Timeline",
    "about/": "About",
}
"""The parts of the site that have pages below their own, and the titles of those."""


def no_contents(values: Mapping[str, Any]) -> tuple[TocEntry, ...]:
    """The table of contents of a page that has none."""
    return ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A page that is still to be filled in.

    `fill` gives its values when its turn comes, and `contents` makes its table of contents of them: the values of all
    pages together are many times as large as what they are made from.
    """

    path: str
    kind: str
    title: str
    description: str
    fill: Callable[[], Mapping[str, Any]]
    contents: Callable[[Mapping[str, Any]], tuple[TocEntry, ...]] = no_contents
    date: str = ""

    def page(self) -> Page:
        """The page, filled in."""
        values = self.fill()
        return Page(self.path, self.kind, self.title, self.description, values, self.contents(values), self.date)


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered: `kind` names its template, `values` is what that shows."""

    path: str
    kind: str
    title: str
    description: str
    values: Mapping[str, Any]
    toc: tuple[TocEntry, ...] = ()
    date: str = ""

    @property
    def trail(self) -> tuple[Link, ...]:
        """The way to the page: the overview, then the page of its part of the site."""
        part = self.path.partition("/")[0] + "/"
        above = (Link(PARTS[part], part),) if part in PARTS and part != self.path else ()
        return (Link("Overview", ""), *above) if self.path else ()


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a page: `path` within the site, `note` a few words beside it, `number` a count."""

    text: str
    path: str
    note: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    title: str
    path: str
    description: str
    date: str
    tags: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Work:
    """A reference in a list: its anchor there, its own page if it has one, and the articles that cite it.

    In an article's own list the number of the others that do so is enough.
    """

    title: str
    publisher: str
    link: str
    number: int
    anchor: str
    page: str
    spellings: tuple[str, ...]
    cited_by: tuple[Link, ...]
    note: str = ""
    visit: str = ""
    cited_elsewhere: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A figure in a list: its value in words, the sentence around it, and the link that lands on that sentence.

    `before`, `quote` and `after` are the sentence, divided so that the figure can be marked. `order` sorts by value.
    """

    value: str
    before: str
    quote: str
    after: str
    link: Link
    parties: tuple[Link, ...]
    order: str


@dataclass(frozen=True, slots=True)
class Download:
    """A text to copy, or to save as `file`."""

    name: str
    file: str
    media: str
    text: str

    @property
    def shown(self) -> str:
        """The text with the line ends of a page."""
        return self.text.replace("\r\n", "\n")

    @property
    def link(self) -> str:
        """An address that holds the text itself, so that ten thousand articles need no thirty thousand files more."""
        return f"data:{self.media};charset=utf-8,{quote(self.text)}"


@dataclass(frozen=True, slots=True)
class DataField:
    """A field of a data file: `others` says what stands for it in other formats, a cell each."""

    name: str
    type: str
    meaning: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DataTable:
    """The fields of a data file, and what heads the columns of `others`."""

    title: str
    heads: tuple[str, ...]
    fields: tuple[DataField, ...]


@dataclass(frozen=True, slots=True)
class DataSet:
    """The data files about one thing; `number` counts their items."""

    title: str
    anchor: str
    description: str
    number: int
    files: tuple[Link, ...]
    schemas: tuple[Link, ...]
    tables: tuple[DataTable, ...]
