"""The pages of the timeline: the years that articles speak of, and every dated sentence of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from generator.charts.lanes import end_of
from generator.model import Figure
from generator.pages.pictures import Columns, show_ahead, show_columns
from generator.pages.records import Draft, Row
from generator.pages.views import Views, divide, numbered
from generator.paths import list_path, year_path
from generator.text import count
from generator.text.dates import MONTHS
from generator.values import show_date

PER_PAGE = 150
LANES_SHOWN = 40


def plan_timeline(views: Views) -> Iterator[Draft]:
    """The years as columns, the periods still ahead, and for each year its dates in order with their sentences."""
    years = _by_year(views)
    columns = _columns(years)
    total = count(sum(len(dated) for dated in years.values()), "date")
    description = f"{total} from the articles, by year, each with its sentence and source."
    yield Draft("timeline/", "timeline", "Timeline", description, partial(_fill_start, views, columns))
    for year, dated in years.items():
        yield from _plan_year(views, year, dated, columns)


def _fill_start(views: Views, columns: Columns) -> Mapping[str, Any]:
    return {
        "years": columns,
        "today": show_date(views.today) if views.today else "",
        "ahead": show_ahead(views, views.claims, LANES_SHOWN),
    }


def columns_of_years(views: Views) -> Columns:
    """A column for each year, as high as it has dates."""
    return _columns(_by_year(views))


def _columns(years: Mapping[str, Sequence[Figure]]) -> Columns:
    numbers = {int(year): len(dated) for year, dated in years.items()}
    span = (min(numbers), max(numbers)) if numbers else (0, 0)
    return show_columns(numbers, span, lambda year: year_path(str(year)), str)


def _plan_year(views: Views, year: str, dated: Sequence[Figure], columns: Columns) -> Iterator[Draft]:
    """The dates of a year by month, with a column for each month that leads to its first date."""
    base, parts = year_path(year), divide(dated, PER_PAGE)
    firsts: dict[int, str] = {}
    for index, figure in enumerate(dated):
        if month := _month(figure):
            firsts.setdefault(month, f"{list_path(base, index // PER_PAGE + 1)}#{_anchor(month)}")
    numbers = Counter(month for figure in dated if (month := _month(figure)))
    months = show_columns(
        dict(numbers), (1, len(MONTHS)), firsts.__getitem__, lambda month: MONTHS[month - 1][:3].capitalize()
    )
    said = f"What the articles date to {year}: {count(len(dated), 'date')}, each with its sentence and source."

    def fill(part: Sequence[Figure]) -> Mapping[str, Any]:
        groups: list[tuple[str, str, list[Row]]] = []
        for month, figures in groupby(part, _month):
            name = show_date(f"{year}-{month:02}") if month else f"{year}, without a month"
            groups.append((_anchor(month), name, [views.row(figure) for figure in figures]))
        return {"year": year, "years": columns, "months": months, "groups": groups}

    for number, part in enumerate(parts, 1):
        yield numbered(base, "year", f"Timeline: {year}", said, number, len(parts), partial(fill, part))


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
    return end_of(str(figure.fact.value))


def _month(figure: Figure) -> int:
    """The month of a date, or 0 where only the year is named."""
    return int(_point(figure)[5:7] or 0)


def _anchor(month: int) -> str:
    return f"month-{month}" if month else "year"
