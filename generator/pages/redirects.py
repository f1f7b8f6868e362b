"""The pages at addresses where something else was before: each leads on, or says that what was there is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.knowledge import Knowledge
from generator.ledger import Record, find_former, is_article
from generator.pages.records import Draft
from generator.pages.views import Views
from generator.paths import article_path, organization_path, tag_path
from generator.text import slug


def plan_redirects(views: Views) -> Iterator[Draft]:
    """One page for each former slug that no article has now."""
    for article in views.knowledge.articles:
        for former in article.former_slugs:
            if former not in views.knowledge.article:
                yield _redirect(article_path(former), article_path(article.slug), article.title)


def plan_former(pages: Sequence[Draft], records: Iterable[Record], knowledge: Knowledge) -> Iterator[Draft]:
    """One page for each address of the ledger at which there is none among `pages`."""
    titles = {draft.path: draft.title for draft in pages}
    targets = {draft.path: draft.fill()["target"] for draft in pages if draft.kind == "redirect"}
    for former in find_former(records, knowledge.articles, titles, dict(_spellings(knowledge))):
        if former.target:
            yield _redirect(former.path, targets.get(former.target, former.target), titles[former.target])
        else:
            what = "This article was withdrawn" if is_article(former.path) else "This page is no more"
            yield Draft(former.path, "gone", what, f"{what}. What there is now is in the lists.", dict)


def _spellings(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Where the pages of other spellings of a name would be, and where its own is."""
    for tag in knowledge.tags:
        yield from ((tag_path(slug(name)), tag_path(tag.slug)) for name in tag.spellings)
    for term in knowledge.terms:
        yield from ((tag_path(slug(name)), tag_path(term.slug)) for name in term.aliases)
    for organization in knowledge.organizations:
        own = organization_path(organization.slug)
        yield from ((organization_path(slug(name)), own) for name in organization.aliases)


def _redirect(path: str, target: str, title: str) -> Draft:
    return Draft(path, "redirect", title, f"This page is now at {target}", partial(_fill, target))


def _fill(target: str) -> Mapping[str, Any]:
    return {"target": target}
