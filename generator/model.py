"""The records that flow from stage to stage: no behaviour beyond what follows from their own fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, get_args

from markupsafe import Markup

from generator.codes import CODES, Level

Role = Literal["body", "title", "summary", "description", "tags", "references", "authors", "date"]
BlockKind = Literal["paragraph", "list", "table", "quote", "code"]
Kind = Literal["organization", "project", "place", "technology", "topic", "person", "policy"]
KINDS: tuple[Kind, ...] = get_args(Kind)
FactKind = Literal["money", "capacity", "quantity", "date"]
TieType = Literal[
    "investment", "supply", "compute_purchase", "joint_venture", "lease", "acquisition", "financing", "partnership"
]
Status = Literal["rumoured", "reported", "announced", "planned", "completed", "denied"]
Hedge = Literal["up_to", "nearly", "about", "more_than", "at_least", "none"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a source file: path as the author knows it, line and column counted from 1 in characters."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A change of one span of a file: what stands there from a line and column on, and what is to stand there.

    A line end in them is a line feed, whatever it is in the file.
    """

    line: int
    column: int
    old: str
    new: str


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong at one place, for the person who wrote it, and what would be right.

    `width` is how many characters are meant, 0 for the rest of the line; `edits` put it right where that is certain.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    width: int = 0
    edits: tuple[Edit, ...] = ()

    @property
    def level(self) -> Level:
        """How bad it is, which its code says."""
        return CODES[self.code].level


Problems = tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One file as the disk has it."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Extras:
    """The files beside the articles, where there are such: catalog, vocabulary, what links led to, and the ledger."""

    catalog: Source | None = None
    vocabulary: Source | None = None
    links: Source | None = None
    ledger: Source | None = None

    @property
    def named(self) -> dict[str, Source]:
        """Those that there are, by the names they have here."""
        known = {"catalog": self.catalog, "vocabulary": self.vocabulary, "links": self.links, "ledger": self.ledger}
        return {name: source for name, source in known.items() if source}

    @property
    def sources(self) -> tuple[Source, ...]:
        """Those that there are."""
        return tuple(self.named.values())


NO_EXTRAS = Extras()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, or the rest of one: `column` is where `text` starts in the author's file."""

    number: int
    text: str
    column: int = 1


@dataclass(frozen=True, slots=True)
class Field:
    """One value that front matter or the catalog gives, as text: `tags: [a, b]` makes two, both named `tags`."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Seed:
    """One article as text: decoded, line ends unified, wrappers (front matter, fence, chat) taken off."""

    path: str
    lines: tuple[Line, ...]
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the lines below it. `level` is 2 for a section, 3 and more for one inside another."""

    role: Role
    title: str
    level: int
    place: Place
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of the vocabulary. `parent` is the slug of the broader term, or empty."""

    slug: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    parent: str
    description: str
    homepage: str
    place: Place

    def with_parent(self, parent: str) -> Term:
        """The same term below another."""
        return replace(self, parent=parent)


@dataclass(frozen=True, slots=True)
class Mention:
    """A term named in a sentence, from character `start` to `end`."""

    term: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """An amount, capacity, quantity or date in a sentence, from character `start` to `end`.

    `value` is in whole units (14000000000; MW for capacity) or an ISO date or interval; `high` is the upper end of a
    range, `unit` an ISO 4217 code, `MW`, `percent`, a plural noun, or how exact a date is (day, month, year …).
    """

    kind: FactKind
    value: int | float | str
    high: int | float | None
    unit: str
    hedge: Hedge
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a block, and the id under which its page shows it."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Tie:
    """What ties two parties, as one sentence states it; where it has no direction, the two stand as in the text."""

    type: TieType
    giver: str
    taker: str
    directed: bool
    status: Status


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence that states something: the section and id by which it is found, its facts, terms and ties.

    `line` is that on which its block starts.
    """

    section: str
    anchor: str
    text: str
    facts: tuple[Fact, ...]
    mentions: tuple[Mention, ...]
    ties: tuple[Tie, ...] = ()
    line: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list, table, quote or code block: safe HTML, the words a reader sees, and its first line.

    `sentences` are those of its running text and cells, each with the id that the HTML gives it. An article that is
    read has none: what they state is its evidence, and all of it together is as large as the text.
    """

    kind: BlockKind
    html: Markup
    text: str
    line: int
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class BodySection:
    """A section as its page shows it. An empty title means text that stands before any heading."""

    title: str
    anchor: str
    level: int
    blocks: tuple[Block, ...]
    words: int
    place: Place


@dataclass(frozen=True, slots=True)
class TagMention:
    """A tag as an article spells it."""

    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Citation:
    """One entry of an article's reference list. `url` is vetted, or empty; `number` is 1 for the first.

    `note` is what else the entry says: its date, or the day somebody looked.
    """

    number: int
    title: str
    url: str
    publisher: str
    note: str
    section: str
    place: Place


@dataclass(frozen=True, slots=True)
class Article:
    """Everything one file says, read without looking at any other file."""

    id: str
    path: str
    title: str
    title_derived: bool
    slug: str
    slug_chosen: bool
    description: str
    summary: tuple[Block, ...]
    date: str
    authors: tuple[str, ...]
    tags: tuple[TagMention, ...]
    citations: tuple[Citation, ...]
    sections: tuple[BodySection, ...]
    former_slugs: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    place: Place
    sketch: tuple[int, ...] = ()
    """Check sums by which a text that is almost the same is found."""

    @property
    def words(self) -> int:
        """The number of words in the body sections."""
        return sum(section.words for section in self.sections)


@dataclass(frozen=True, slots=True)
class Figure:
    """One fact of the site with its place: the article's slug, the section, the sentence, and who is named in it."""

    id: str
    fact: Fact
    article: str
    section: str
    anchor: str
    sentence: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TieEvidence:
    """One sentence that ties a pair: where it stands, and what it says of the tie."""

    article: str
    section: str
    anchor: str
    sentence: str
    tie: Tie


@dataclass(frozen=True, slots=True)
class Partnership:
    """A pair of parties that sentences tie, by the slugs of their terms in order. `facts` are ids of figures there."""

    id: str
    a: str
    b: str
    names: tuple[str, str]
    types: tuple[TieType, ...]
    evidence: tuple[TieEvidence, ...]
    facts: tuple[str, ...]

    @property
    def articles(self) -> tuple[str, ...]:
        """The slugs of the articles that state it, each once."""
        return tuple(dict.fromkeys(one.article for one in self.evidence))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that cannot all be right, by their ids: of a pair and a date, or (both empty) as one sentence says."""

    pair: str
    date: str
    kind: FactKind
    unit: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organization:
    """A company or public body that articles name. `articles` are slugs, `mentions` counts the places."""

    slug: str
    name: str
    kind: Kind
    aliases: tuple[str, ...]
    description: str
    homepage: str
    articles: tuple[str, ...]
    mentions: int


@dataclass(frozen=True, slots=True)
class RelatedTag:
    """A tag that shares articles with another: how many, and how much more often than chance (lift)."""

    slug: str
    together: int
    lift: float


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of the site: every spelling folded together. `articles` are slugs in the order of the site."""

    slug: str
    name: str
    kind: Kind
    description: str
    parent: str
    spellings: tuple[str, ...]
    articles: tuple[str, ...]
    related: tuple[RelatedTag, ...]


@dataclass(frozen=True, slots=True, order=True)
class CitedBy:
    """Where a reference is named: the article's slug, the title of the section, the number in its list."""

    article: str
    section: str
    number: int


@dataclass(frozen=True, slots=True)
class Visit:
    """When an address was last seen alive, found gone, or tried without an answer that says either; `why` in words.

    Dates are ISO, or empty. Of `gone` and `tried` there is at most one, and it is later than `seen`.
    """

    url: str
    seen: str = ""
    gone: str = ""
    tried: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """One work, however many articles cite it. `link` is a vetted URL or empty.

    `visit` says what that answered, if anybody asked.
    """

    key: str
    title: str
    spellings: tuple[str, ...]
    link: str
    publisher: str
    cited_by: tuple[CitedBy, ...]
    visit: Visit | None = None

    @property
    def articles(self) -> tuple[str, ...]:
        """The slugs of the articles that cite it, each once."""
        return tuple(dict.fromkeys(cited.article for cited in self.cited_by))


@dataclass(frozen=True, slots=True)
class RelatedArticle:
    """An article that shares tags or references with another, and the reason in words."""

    slug: str
    score: float
    because: str


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading on a page: plain text, the id it carries, and the headings below it."""

    title: str
    anchor: str
    children: tuple[TocEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One finished page, before a renderer puts its frame around it.

    `path` is relative to the site and ends in `/` (the overview's is empty); `html` is safe as it stands.
    """

    path: str
    kind: str
    title: str
    description: str
    html: Markup
    toc: tuple[TocEntry, ...] = ()
    date: str = ""


@dataclass(frozen=True, slots=True)
class Size:
    """How large a generated file is, and how many items it holds."""

    path: str
    bytes: int
    items: int


@dataclass(frozen=True, slots=True)
class DataFile:
    """One generated file that is not a page: path relative to the site, its bytes, and how many items they hold."""

    path: str
    data: bytes
    items: int = 0
