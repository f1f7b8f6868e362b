"""All articles in, what they say together out: the one place that joins them and resolves slugs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Article, Problem, Problems, Reference, RelatedArticle, Tag
from generator.references import join_citations
from generator.related import relate_articles, relate_tags
from generator.text import fold, slug


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Articles, tags and works, sorted by slug or key, and the look-ups between them."""

    articles: tuple[Article, ...]
    tags: tuple[Tag, ...]
    references: tuple[Reference, ...]
    article: Mapping[str, Article]
    tag: Mapping[str, Tag]
    tags_of: Mapping[str, tuple[Tag, ...]]
    works_of: Mapping[str, Mapping[int, Reference]]
    related: Mapping[str, tuple[RelatedArticle, ...]]


def build_knowledge(read: Iterable[Article]) -> tuple[Knowledge, Problems]:
    """The knowledge of all articles. The order in which they come does not matter.

    Two articles that would get one address are an error that names both; the later file is left out.
    """
    articles, problems = _with_slugs(sorted(read, key=lambda article: article.path))
    tags, tags_of = _join_tags(articles)
    references = join_citations((article.slug, citation) for article in articles for citation in article.citations)
    related = relate_articles(
        {tag.slug: tag.articles for tag in tags},
        {work.key: work.articles for work in references if len(work.articles) > 1},
        {tag.slug: tag.name for tag in tags},
        len(articles),
    )
    works_of: dict[str, dict[int, Reference]] = defaultdict(dict)
    for work in references:
        for cited in work.cited_by:
            works_of[cited.article][cited.number] = work
    ordered = tuple(sorted(articles, key=lambda article: article.slug))
    knowledge = Knowledge(
        articles=ordered,
        tags=tags,
        references=references,
        article={article.slug: article for article in ordered},
        tag={tag.slug: tag for tag in tags},
        tags_of=tags_of,
        works_of=works_of,
        related=related,
    )
    return knowledge, problems


def _with_slugs(articles: Sequence[Article]) -> tuple[list[Article], Problems]:
    """The articles with slugs that are all different: a derived one gives way, a chosen one is an error."""
    taken: dict[str, Article] = {}
    ids: dict[str, Article] = {}
    problems: list[Problem] = []
    for article in sorted(articles, key=lambda article: (not article.slug_chosen, article.path)):
        same = ids.get(article.id) or (taken.get(article.slug) if article.slug_chosen else None)
        if same:
            what = f"the address articles/{article.slug}/" if article.id not in ids else f"the file name {article.id}"
            message = f"{what} is already taken by {same.path}"
            hint = (
                "give one of them another title, or a `slug:` in the catalog" if article.id not in ids else "rename one"
            )
            problems.append(Problem(article.place, "same-address", "error", message, hint))
            continue
        if article.slug in taken:
            article = replace(article, slug=slug(f"{article.slug} {article.id}"))
        ids[article.id] = article
        taken[article.slug] = article
    return list(taken.values()), tuple(problems)


def _join_tags(articles: Sequence[Article]) -> tuple[tuple[Tag, ...], dict[str, tuple[Tag, ...]]]:
    """The tags of the site, and those of each article in its own order; spellings that fold alike are one tag."""
    spellings: dict[str, dict[str, None]] = defaultdict(dict)
    articles_of: dict[str, dict[str, None]] = defaultdict(dict)
    for article in sorted(articles, key=lambda article: article.path):
        for mention in article.tags:
            spellings[fold(mention.name)][mention.name] = None
            articles_of[fold(mention.name)][article.slug] = None
    slugs = {key: slug(next(iter(names))) for key, names in spellings.items()}
    related = relate_tags({slugs[key]: sorted(found) for key, found in articles_of.items()}, len(articles))
    tags: dict[str, Tag] = {}
    for key, names in spellings.items():
        name, *others = names
        found = tuple(sorted(articles_of[key]))
        tags[key] = Tag(slugs[key], name, tuple(sorted(others)), found, related[slugs[key]])
    tags_of = {article.slug: tuple(tags[fold(mention.name)] for mention in article.tags) for article in articles}
    return tuple(sorted(tags.values(), key=lambda tag: tag.slug)), tags_of
