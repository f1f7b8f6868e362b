"""All articles in, what they say together out: the one place that joins them and resolves slugs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator.knowledge.disagreements import find_disagreements
from generator.knowledge.references import join_citations
from generator.knowledge.related import relate_articles, relate_tags
from generator.knowledge.visits import NO_VISITS, Visits
from generator.model import (
    Article,
    Disagreement,
    Figure,
    Organization,
    Partnership,
    Problem,
    Problems,
    Reference,
    RelatedArticle,
    Tag,
    Term,
    TieEvidence,
)
from generator.text import fold, slug
from generator.text.urls import url_key
from generator.vocabulary import NO_VOCABULARY, Vocabulary


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles, tags and works there are."""

    articles: int
    tags: int
    references: int


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Articles, tags and works, sorted by slug or key, and the look-ups between them.

    `newest` has the articles by date, those without one last, and by title where the dates are the same; `terms` has
    the whole vocabulary, used or not.
    """

    articles: tuple[Article, ...]
    newest: tuple[Article, ...]
    tags: tuple[Tag, ...]
    references: tuple[Reference, ...]
    article: Mapping[str, Article]
    tag: Mapping[str, Tag]
    tags_of: Mapping[str, tuple[Tag, ...]]
    works_of: Mapping[str, Mapping[int, Reference]]
    related: Mapping[str, tuple[RelatedArticle, ...]]
    organizations: tuple[Organization, ...]
    figures: tuple[Figure, ...]
    partnerships: tuple[Partnership, ...]
    disagreements: tuple[Disagreement, ...]
    terms: tuple[Term, ...]

    @property
    def counts(self) -> Counts:
        """How much there is of it."""
        return Counts(len(self.articles), len(self.tags), len(self.references))


def count_knowledge(articles: Sequence[Article], vocabulary: Vocabulary = NO_VOCABULARY) -> Counts:
    """The counts of the knowledge that articles with settled slugs make, without making it."""
    tags = {_tag_key(mention.name, vocabulary) for article in articles for mention in article.tags}
    works = join_citations((article.slug, citation) for article in articles for citation in article.citations)
    return Counts(len(articles), len(tags), len(works))


def build_knowledge(
    read: Iterable[Article], vocabulary: Vocabulary = NO_VOCABULARY, visits: Visits = NO_VISITS
) -> tuple[Knowledge, Problems]:
    """The knowledge of all articles. The order in which they come does not matter.

    Two articles that would get one address are an error that names both; the later file is left out.
    """
    articles, problems = settle_articles(sorted(read, key=lambda article: article.path))
    tags, tags_of = _join_tags(articles, vocabulary)
    works = join_citations((article.slug, citation) for article in articles for citation in article.citations)
    references = tuple(replace(work, visit=visits.get(url_key(work.link))) for work in works) if visits else works
    related = relate_articles(
        {tag.slug: tag.articles for tag in tags},
        {work.key: work.articles for work in references if len(work.articles) > 1},
        {tag.slug: tag.name for tag in tags},
        len(articles),
    )
    figures = join_figures(articles)
    works_of: dict[str, dict[int, Reference]] = defaultdict(dict)
    for work in references:
        for cited in work.cited_by:
            works_of[cited.article][cited.number] = work
    partnerships = join_ties(articles, figures, vocabulary)
    ordered = tuple(sorted(articles, key=lambda article: article.slug))
    by_title = sorted(ordered, key=lambda article: article.title.casefold())
    knowledge = Knowledge(
        articles=ordered,
        newest=tuple(sorted(by_title, key=lambda article: article.date, reverse=True)),
        tags=tags,
        references=references,
        article={article.slug: article for article in ordered},
        tag={tag.slug: tag for tag in tags},
        tags_of=tags_of,
        works_of=works_of,
        related=related,
        organizations=_join_organizations(articles, vocabulary),
        figures=figures,
        partnerships=partnerships,
        disagreements=find_disagreements(figures, partnerships),
        terms=vocabulary.terms,
    )
    return knowledge, problems


def settle_articles(articles: Sequence[Article]) -> tuple[list[Article], Problems]:
    """The articles with ids and slugs that are all different.

    A slug made from a derived title gives way; one that the author chose, and a file name given twice, are an error
    that names both files, and the later file is left out.
    """
    taken: dict[str, Article] = {}
    ids: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in sorted(articles, key=lambda article: article.path):
        if same := ids.get(article.id):
            message = f"the file name {article.id} is already taken by {same.place}"
            problems.append(Problem(article.place, "same-address", message, "rename one"))
            continue
        ids[article.id] = article
    for article in sorted(ids.values(), key=lambda article: (not article.slug_chosen, article.path)):
        if article.slug in taken and article.slug_chosen:
            message = f"the address articles/{article.slug}/ is already taken by {taken[article.slug].place}"
            hint = "give one of them another title, or a `slug:` in the catalog"
            problems.append(Problem(article.place, "same-address", message, hint))
            continue
        wanted, number = article.slug, 1
        while wanted in taken:
            wanted = slug(f"{article.slug} {article.id}" + (f" {number}" if number > 1 else ""))
            number += 1
        taken[wanted] = replace(article, slug=wanted)
    former: dict[str, Article] = {}
    for article in sorted(taken.values(), key=lambda article: article.path):
        for name in article.former_slugs:
            other = taken.get(name) or former.get(name)
            if other and other.path != article.path:
                message = f"the former address articles/{name}/ is that of {other.path}, too"
                problems.append(Problem(article.place, "same-address", message, "remove one of them"))
            former.setdefault(name, article)
    return [_without_shared(article, former) for article in taken.values()], tuple(problems)


def _without_shared(article: Article, former: Mapping[str, Article]) -> Article:
    """The article with those former slugs that lead to it alone."""
    own = tuple(name for name in article.former_slugs if former[name].path == article.path)
    return article if own == article.former_slugs else replace(article, former_slugs=own)


def _join_tags(
    articles: Sequence[Article], vocabulary: Vocabulary
) -> tuple[tuple[Tag, ...], dict[str, tuple[Tag, ...]]]:
    """The tags of the site, and those of each article in its own order; spellings of one term are one tag.

    A tag that the vocabulary knows has the term's name and slug; any other the spelling found first.
    """
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    articles_of: dict[str, dict[str, None]] = defaultdict(dict)
    for article in sorted(articles, key=lambda article: article.path):
        for mention in article.tags:
            spellings[_tag_key(mention.name, vocabulary)][mention.name] = None
            articles_of[_tag_key(mention.name, vocabulary)][article.slug] = None
    tags: dict[str, Tag] = {}
    for key, names in spellings.items():
        term = vocabulary.find(next(iter(names)))
        name = term.name if term else next(iter(names))
        others = sorted({*names, *(term.aliases if term else ())} - {name})
        tags[key] = Tag(
            slug=slug(name),
            name=name,
            kind=term.kind if term else "topic",
            description=term.description if term else "",
            parent=term.parent if term else "",
            spellings=tuple(others),
            articles=tuple(sorted(articles_of[key])),
            related=(),
        )
    related = relate_tags({tag.slug: tag.articles for tag in tags.values()}, len(articles))
    tags = {key: replace(tag, related=related[tag.slug]) for key, tag in tags.items()}
    keys_of = {
        article.slug: dict.fromkeys(_tag_key(mention.name, vocabulary) for mention in article.tags)
        for article in articles
    }
    tags_of = {article: tuple(tags[key] for key in keys) for article, keys in keys_of.items()}
    return tuple(sorted(tags.values(), key=lambda tag: tag.slug)), tags_of


@lru_cache(1 << 14)  # the same tags come in every article
def _tag_key(name: str, vocabulary: Vocabulary) -> str:
    """What spellings of one tag have in common: the folded name of its term, or of itself."""
    term = vocabulary.find(name)
    return fold(term.name) if term else fold(name)


def _join_organizations(articles: Sequence[Article], vocabulary: Vocabulary) -> tuple[Organization, ...]:
    """The organisations that articles name in their text, with where and how often."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for article in articles:
        for evidence in article.evidence:
            for mention in evidence.mentions:
                if mention.kind == "organization":
                    named[mention.term][article.slug] += 1
    return tuple(
        Organization(
            slug=term.slug,
            name=term.name,
            kind=term.kind,
            aliases=term.aliases,
            description=term.description,
            homepage=term.homepage,
            articles=tuple(sorted(named[term.slug])),
            mentions=named[term.slug].total(),
        )
        for term in vocabulary.terms
        if term.slug in named
    )


def join_figures(articles: Sequence[Article]) -> tuple[Figure, ...]:
    """Every fact of every article, sorted by article and place; its id is made of article, sentence and order."""
    figures: list[Figure] = []
    for article in sorted(articles, key=lambda article: article.slug):
        for evidence in article.evidence:
            parties = dict.fromkeys(m.term for m in evidence.mentions if m.kind == "organization")
            for number, fact in enumerate(evidence.facts, 1):
                figures.append(
                    Figure(
                        id=f"{article.slug}--{evidence.anchor}-{number}",
                        fact=fact,
                        article=article.slug,
                        section=evidence.section,
                        anchor=evidence.anchor,
                        sentence=evidence.text,
                        parties=tuple(parties),
                    )
                )
    return tuple(figures)


def join_ties(
    articles: Sequence[Article], figures: Sequence[Figure], vocabulary: Vocabulary
) -> tuple[Partnership, ...]:
    """Every pair that sentences tie, sorted by id, with those sentences in the order of articles."""
    names = {term.slug: term.name for term in vocabulary.terms}
    stated: dict[tuple[str, str], list[TieEvidence]] = defaultdict(list)
    for article in sorted(articles, key=lambda article: article.slug):
        for one in article.evidence:
            for tie in one.ties:
                first, second = sorted((tie.giver, tie.taker))
                stated[first, second].append(TieEvidence(article.slug, one.section, one.anchor, one.text, tie))
    ids: dict[tuple[str, str], list[str]] = defaultdict(list)
    for figure in figures:
        ids[figure.article, figure.anchor].append(figure.id)
    partnerships: list[Partnership] = []
    for (first, second), evidence in sorted(stated.items()):
        types = Counter(one.tie.type for one in evidence)
        places = dict.fromkeys((one.article, one.anchor) for one in evidence)
        partnerships.append(
            Partnership(
                id=f"{first}--{second}",
                a=first,
                b=second,
                names=(names[first], names[second]),
                types=tuple(sorted(types, key=lambda kind: (-types[kind], kind))),
                evidence=tuple(evidence),
                facts=tuple(found for place in places for found in ids[place]),
            )
        )
    return tuple(partnerships)
