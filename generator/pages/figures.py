"""The pages of figures: every amount, capacity and quantity with its sentence and source, largest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.model import FactKind, Figure
from generator.pages.differences import DIFFERENCES
from generator.pages.highlights import pick_largest
from generator.pages.pictures import show_bars
from generator.pages.records import Draft, Link
from generator.pages.views import Views, divide, numbered
from generator.text import count

PER_PAGE, BARS = 100, 15
KINDS: tuple[tuple[FactKind, str, str], ...] = (
    ("money", "Money", "figures/"),
    ("capacity", "Capacity", "figures/capacity/"),
    ("quantity", "Quantities", "figures/quantities/"),
)


def plan_figures(views: Views) -> Iterator[Draft]:
    """A list for each kind of figure, a hundred to a page; the first stands at `figures/`."""
    for kind, name, base in KINDS:
        figures = views.largest(kind)
        parts = divide(figures, PER_PAGE)
        description = f"{name} in the articles: {count(len(figures), 'figure')}, each with its sentence and source."
        for number, part in enumerate(parts, 1):
            title = "Figures" if kind == "money" else f"Figures: {name.lower()}"
            fill = partial(_fill_list, views, kind, name, part, number)
            yield numbered(base, "figures", title, description, number, len(parts), fill)


def _fill_list(views: Views, kind: FactKind, name: str, part: Sequence[Figure], number: int) -> Mapping[str, Any]:
    """The figures on one page of a list; the first has the largest as bars, too."""
    unit = views.currency if kind == "money" else "MW"
    others = [Link(other, path, number=len(views.largest(one))) for one, other, path in KINDS]
    if views.knowledge.disagreements:
        others.append(Link("Where reports differ", DIFFERENCES, number=len(views.knowledge.disagreements)))
    figures = views.largest(kind)
    return {
        "name": name,
        "kinds": others,
        "rows_shown": [views.row(figure) for figure in part],
        "total": len(figures),
        "bars": show_bars(views, pick_largest(views.claims, kind, unit)[:BARS]) if number == 1 else (),
        "unit": unit,
        "in_unit": sum(figure.fact.unit == unit for figure in figures) if number == 1 else 0,  # it stands by the bars
    }
