"""Knowledge in, the links, cards and rows that pages of several kinds show of it out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import combinations
from typing import Any

from generator.knowledge import Knowledge
from generator.knowledge.claims import Claim, join_claims
from generator.model import (
    Article,
    DataFile,
    Disagreement,
    FactKind,
    Figure,
    Organization,
    Partnership,
    Problem,
    Problems,
    Reference,
    Size,
    Tag,
)
from generator.pages.records import Card, Draft, Link, Row, Work
from generator.paths import (
    PER_PAGE,
    article_path,
    list_path,
    organization_path,
    reference_anchor,
    reference_paths,
    tag_path,
)
from generator.settings import Settings
from generator.text import collapse
from generator.values import show_value, show_visit

TAGS_ON_CARD = 5
Fill = Callable[[], Mapping[str, Any]]
"""Gives the values of a page, or those of its list."""


class Views:
    """The knowledge of a site, and what several kinds of page need of it."""

    def __init__(
        self,
        knowledge: Knowledge,
        problems: Problems,
        settings: Settings,
        sizes: Callable[[], Sequence[Size]] = tuple,
        schemas: Sequence[DataFile] = (),
    ) -> None:
        self.knowledge = knowledge
        self.problems = problems
        self.settings = settings
        self.sizes, self.schemas = sizes, schemas
        self.reference_paths = reference_paths(knowledge.references)
        self.citing = {work.key: len(work.articles) for work in knowledge.references}
        self.newest = knowledge.newest
        self.organizations = {organization.slug: organization for organization in knowledge.organizations}
        self._wrong: dict[str, list[Problem]] = defaultdict(list)
        for problem in problems:
            self._wrong[problem.place.path].append(problem)
        self._of_article: dict[str, list[Figure]] = defaultdict(list)
        self._with: dict[str, list[Figure]] = defaultdict(list)
        self._largest: dict[FactKind, list[Figure]] = defaultdict(list)
        for figure in knowledge.figures:
            self._of_article[figure.article].append(figure)
            self._largest[figure.fact.kind].append(figure)
            for slug in figure.parties:
                self._with[slug].append(figure)
        for kind in ("money", "capacity", "quantity"):
            self._largest[kind].sort(key=largest_first)
        self.figure = {figure.id: figure for figure in knowledge.figures}
        self.pair = {pair.id: pair for pair in knowledge.partnerships}
        self._pairs_of: dict[str, list[Partnership]] = defaultdict(list)
        for pair in knowledge.partnerships:
            self._pairs_of[pair.a].append(pair)
            self._pairs_of[pair.b].append(pair)
        self._differing: dict[str, list[Disagreement]] = defaultdict(list)
        for one in knowledge.disagreements:
            parties = sorted(self.figure[one.figures[0]].parties)
            for key in [one.pair] if one.pair else ("--".join(both) for both in combinations(parties, 2)):
                self._differing[key].append(one)
        currencies = Counter(figure.fact.unit for figure in self._largest["money"])
        self.currency = min(currencies, key=lambda unit: (-currencies[unit], unit), default="")
        # A build knows no clock: the date of the newest article stands for today.
        self.today = self.newest[0].date if self.newest else ""
        self.names = {slug: organization.name for slug, organization in self.organizations.items()}
        for pair in knowledge.partnerships:
            self.names |= {pair.a: pair.names[0], pair.b: pair.names[1]}
        self._cards: dict[str, Card] = {}
        self._tag_links: dict[str, Link] = {}
        self._tagged: dict[str, frozenset[str]] = {}
        self._rank = {article.slug: rank for rank, article in enumerate(self.newest)}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """What is stated between parties, each once; not needed for the page of an article."""
        return join_claims(self.knowledge)

    @cached_property
    def _claims_of(self) -> Mapping[str, list[Claim]]:
        found: dict[str, list[Claim]] = defaultdict(list)
        for claim in self.claims:
            for slug in claim.parties:
                found[slug].append(claim)
        return found

    @cached_property
    def _claims_between(self) -> Mapping[tuple[str, str], list[Claim]]:
        found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in self.claims:
            for both in combinations(sorted(claim.parties), 2):
                found[both].append(claim)
        return found

    def newest_of(self, slugs: Sequence[str]) -> list[Article]:
        """The articles of these slugs, newest first."""
        return [self.knowledge.article[slug] for slug in sorted(slugs, key=self._rank.__getitem__)]

    def card(self, article: Article) -> Card:
        """An article in a list. It stands in as many as it has tags, organisations and works."""
        if article.slug not in self._cards:
            tags = tuple(self._tag_link(tag) for tag in self.knowledge.tags_of[article.slug][:TAGS_ON_CARD])
            card = Card(article.title, article_path(article.slug), article.description, article.date, tags)
            self._cards[article.slug] = card
        return self._cards[article.slug]

    def _tag_link(self, tag: Tag) -> Link:
        if tag.slug not in self._tag_links:
            self._tag_links[tag.slug] = tag_link(tag)
        return self._tag_links[tag.slug]

    def tagged(self, tag: Tag) -> frozenset[str]:
        """The slugs of the articles with a tag."""
        if tag.slug not in self._tagged:
            self._tagged[tag.slug] = frozenset(tag.articles)
        return self._tagged[tag.slug]

    def work(self, work: Reference) -> Work:
        """A reference in a list, with the places that cite it."""
        path = self.reference_paths[work.key]
        cited_by = tuple(
            Link(
                self.knowledge.article[cited.article].title,
                f"{article_path(cited.article)}#ref-{cited.number}",
                cited.section,
            )
            for cited in work.cited_by
        )
        return Work(
            title=work.title,
            publisher=work.publisher,
            link=work.link,
            number=len(work.articles),
            anchor=reference_anchor(work),
            page="" if "#" in path else path,
            spellings=tuple(title for title in work.spellings if title != work.title),
            cited_by=cited_by,
            visit=show_visit(work.visit),
        )

    def row(self, figure: Figure) -> Row:
        """A figure in a list, with its sentence and who is named in that."""
        fact, text = figure.fact, figure.sentence
        path = f"{article_path(figure.article)}#{figure.anchor}"
        return Row(
            value=show_value(fact),
            before=text[: fact.start],
            quote=text[fact.start : fact.end],
            after=text[fact.end :],
            link=Link(self.knowledge.article[figure.article].title, path, figure.section),
            parties=tuple(organization_link(self.organizations[slug]) for slug in figure.parties),
            order=str(fact.value),
        )

    def largest(self, kind: FactKind, most: int | None = None) -> list[Figure]:
        """The figures of one kind, largest first; amounts of money in US dollars before those in other currencies."""
        return self._largest[kind][:most]

    def problems_of(self, path: str) -> list[Problem]:
        """What is wrong with the file at a path, in the order of its lines, for a preview."""
        return self._wrong[path] if self.settings.preview else []

    def figures_of(self, article: str) -> list[Figure]:
        """The figures of an article, in the order of its text."""
        return self._of_article.get(article, [])

    def figures_with(self, organization: str) -> list[Figure]:
        """The figures in sentences that name an organisation, in the order of articles."""
        return self._with.get(organization, [])

    def figures_naming(self, tag: Tag, most: int) -> list[Figure]:
        """The largest amounts and capacities in sentences that name a tag, each value once."""
        names = [name.casefold() for name in (tag.name, *tag.spellings) if len(name) > 2]
        found = [
            figure
            for article in tag.articles
            for figure in self.figures_of(article)
            if figure.fact.kind in ("money", "capacity")
            and (tag.slug in figure.parties or any(name in figure.sentence.casefold() for name in names))
        ]
        values: dict[tuple[object, ...], Figure] = {}
        for figure in sorted(found, key=largest_first):
            values.setdefault((figure.fact.unit, figure.fact.value, figure.fact.high), figure)
        return list(values.values())[:most]

    def organizations_of(self, article: str) -> list[Organization]:
        """The organisations that an article names, those it names most often first."""
        named: Counter[str] = Counter(
            mention.term
            for evidence in self.knowledge.article[article].evidence
            for mention in evidence.mentions
            if mention.kind == "organization"
        )
        return [self.organizations[slug] for slug in sorted(named, key=lambda slug: (-named[slug], slug))]

    def figures_in(self, pair: Partnership) -> list[Figure]:
        """The figures in the sentences that tie a pair."""
        return [self.figure[found] for found in pair.facts]

    def disagreements_of(self, pair: Partnership) -> list[Disagreement]:
        """The disagreements between articles about a pair, and those of a sentence that names both."""
        return self._differing.get(pair.id, [])

    def claims_of(self, party: str) -> list[Claim]:
        """The claims of which a party is one, by the ids of their figures."""
        return self._claims_of.get(party, [])

    def claims_between(self, pair: Partnership) -> list[Claim]:
        """The claims of which both parties of a pair are some, in the same order."""
        return self._claims_between.get((min(pair.a, pair.b), max(pair.a, pair.b)), [])

    def partnerships_of(self, organization: str) -> list[Partnership]:
        """The pairs of which an organisation is one, those with most articles first."""
        return sorted(
            self._pairs_of.get(organization, ()), key=lambda pair: (-len(pair.articles), -len(pair.evidence), pair.id)
        )

    def party_link(self, slug: str, name: str) -> Link:
        """The page of a party: that of the organisation, or of the tag; a project without either has none."""
        if slug in self.organizations:
            return organization_link(self.organizations[slug])
        tag = self.knowledge.tag.get(slug)
        return tag_link(tag) if tag else Link(name, "")

    def organization_of(self, slug: str) -> Link | None:
        """The page of the organisation with that slug, if articles name it."""
        found = self.organizations.get(slug)
        return organization_link(found) if found else None

    def drafts_of(
        self, base: str, kind: str, title: str, description: str, slugs: Sequence[str], beside: Fill
    ) -> Iterator[Draft]:
        """A list of the articles of these slugs, newest first, a hundred to a page, with other values beside it."""

        def fill(part: Sequence[str]) -> Mapping[str, Any]:
            cards = [self.card(self.knowledge.article[slug]) for slug in part]
            return {**beside(), "articles": cards, "total": len(slugs)}

        parts = divide(sorted(slugs, key=self._rank.__getitem__), PER_PAGE)
        for number, part in enumerate(parts, 1):
            yield numbered(base, kind, title, description, number, len(parts), partial(fill, part))


def largest_first(figure: Figure) -> tuple[int, bool, float, str]:
    """A sort key: by kind, US dollars before other currencies, then by value, then by id."""
    fact = figure.fact
    assert not isinstance(fact.value, str)
    kinds: tuple[FactKind, ...] = ("money", "capacity", "quantity")
    return kinds.index(fact.kind), fact.unit != "USD", -float(fact.high or fact.value), figure.id


def divide(items: Sequence[Any], size: int) -> list[Sequence[Any]]:
    """The items in parts of one size; one empty part where there are none."""
    return [items[start : start + size] for start in range(0, len(items), size)] or [()]


def numbered(base: str, kind: str, title: str, description: str, number: int, last: int, fill: Fill) -> Draft:
    """One page of a list, with the links to those around it; the first links to all, so that none is far away."""

    def fill_paged() -> Mapping[str, Any]:
        return {**fill(), **_pager(base, number, last)}

    named = title if number == 1 else f"{title}, page {number}"
    described = description if number == 1 else collapse(f"{description} Page {number} of {last}.")
    return Draft(list_path(base, number), kind, named, described, fill_paged)


def _pager(base: str, number: int, last: int) -> Mapping[str, Any]:
    return {
        "further": [Link(str(other), list_path(base, other)) for other in range(2, last + 1)] if number == 1 else [],
        "number": number,
        "last": last,
        "previous": list_path(base, number - 1) if number > 1 else None,
        "next": list_path(base, number + 1) if number < last else None,
    }


def tag_link(tag: Tag) -> Link:
    """A tag with the number of its articles."""
    return Link(tag.name, tag_path(tag.slug), number=len(tag.articles))


def organization_link(organization: Organization) -> Link:
    """An organisation with the number of its articles."""
    return Link(organization.name, organization_path(organization.slug), number=len(organization.articles))


def by_count(tags: Sequence[Tag]) -> list[Link]:
    """Tags with most articles first."""
    return [tag_link(tag) for tag in sorted(tags, key=lambda tag: (-len(tag.articles), tag.slug))]


def letter_of(name: str) -> str:
    """The letter under which a name stands in an index; all digits stand together."""
    first = next((sign for sign in name if sign.isalnum()), "#").upper()
    return first[0] if first[0].isalpha() else "0–9"


def letter_order(name: str, slug: str) -> tuple[bool, str, str]:
    """A sort key: digits first, then by letter, then by slug."""
    letter = letter_of(name)
    return letter != "0–9", letter, slug


def listed(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]


def noun(number: int, word: str) -> str:
    """The word alone, in the number: `article`, `articles`."""
    return word if number == 1 else f"{word}s"
