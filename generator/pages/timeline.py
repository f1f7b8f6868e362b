"""The pages of the timeline: the years that articles speak of, and every dated sentence of each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.model import Figure
from generator.pages.records import Link, Page
from generator.pages.views import Views, divide, numbered_page
from generator.text import count

PER_PAGE = 150


def plan_timeline(views: Views) -> Iterator[Page]:
    """An index of the years, and for each year its dates in order, each with its sentence."""
    years = _by_year(views)
    strip = strip_of(views)
    total = count(sum(len(dated) for dated in years.values()), "date")
    description = f"{total} from the articles, by year, each with its sentence and source."
    yield Page("timeline/", "timeline", "Timeline", description, {"years_strip": strip, "total": total})
    for year, dated in years.items():
        parts = divide(dated, PER_PAGE)
        said = f"What the articles date to {year}: {count(len(dated), 'date')}, each with its sentence and source."
        for number, part in enumerate(parts, 1):
            values = {"year": year, "years_strip": strip, "rows_shown": [views.row(figure) for figure in part]}
            yield numbered_page(f"timeline/{year}/", "year", f"Timeline: {year}", said, number, len(parts), values)


def strip_of(views: Views) -> list[tuple[Link, int]]:
    """The years with the number of their dates, and that number in percent of the largest."""
    years = _by_year(views)
    most = max((len(dated) for dated in years.values()), default=1)
    return [
        (Link(year, f"timeline/{year}/", number=len(dated)), round(100 * len(dated) / most))
        for year, dated in years.items()
    ]


def _by_year(views: Views) -> dict[str, list[Figure]]:
    """The dated sentences of each year, in order; a period stands in the year in which it ends, or began if open."""
    years: dict[str, list[Figure]] = defaultdict(list)
    for figure in views.knowledge.figures:
        if figure.fact.kind == "date":
            years[_point(figure)[:4]].append(figure)
    for dated in years.values():
        dated.sort(key=lambda figure: (_point(figure), figure.id))
    return dict(sorted(years.items()))


def _point(figure: Figure) -> str:
    start, _, end = str(figure.fact.value).partition("/")
    return start if not end or end == ".." else end
