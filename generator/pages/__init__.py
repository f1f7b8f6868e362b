"""Knowledge in, the drafts of the site's pages out: one emitter a kind, all with one signature."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.knowledge import Knowledge
from generator.model import DataFile, Problems, Size
from generator.pages.about import plan_about
from generator.pages.articles import plan_article_list, plan_articles
from generator.pages.data import plan_data
from generator.pages.differences import plan_differences
from generator.pages.explore import plan_explore
from generator.pages.figures import plan_figures
from generator.pages.organizations import plan_organization_index, plan_organizations
from generator.pages.overview import plan_overview
from generator.pages.partnerships import plan_partnership_index, plan_partnerships
from generator.pages.problems import plan_problems
from generator.pages.records import Draft, Page
from generator.pages.redirects import plan_redirects
from generator.pages.references import plan_reference_index, plan_references
from generator.pages.search import plan_search
from generator.pages.tags import plan_tag_index, plan_tags
from generator.pages.timeline import plan_timeline
from generator.pages.views import Views
from generator.settings import Settings

EMITTERS: tuple[Callable[[Views], Iterator[Draft]], ...] = (
    plan_overview,
    plan_article_list,
    plan_articles,
    plan_organization_index,
    plan_organizations,
    plan_partnership_index,
    plan_partnerships,
    plan_figures,
    plan_differences,
    plan_timeline,
    plan_explore,
    plan_tag_index,
    plan_tags,
    plan_reference_index,
    plan_references,
    plan_about,
    plan_problems,
    plan_search,
    plan_redirects,
    plan_data,  # the last: it tells how large the data files are, which are made beside the other pages
)


def plan_site(
    knowledge: Knowledge,
    problems: Problems,
    settings: Settings,
    sizes: Callable[[], Sequence[Size]] = tuple,
    schemas: Sequence[DataFile] = (),
) -> tuple[Draft, ...]:
    """Every page of the site, in a fixed order; `sizes` gives those of the data files that `schemas` describe."""
    views = Views(knowledge, problems, settings, sizes, schemas)
    return tuple(draft for emit in EMITTERS for draft in emit(views))


__all__ = ["EMITTERS", "Draft", "Page", "plan_site"]
