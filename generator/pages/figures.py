"""The pages of figures: every amount, capacity and quantity with its sentence and source, largest first."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import FactKind
from generator.pages.differences import DIFFERENCES
from generator.pages.highlights import pick_largest
from generator.pages.pictures import show_bars
from generator.pages.records import Link, Page
from generator.pages.views import Views, divide, numbered_page
from generator.text import count

PER_PAGE, BARS = 100, 15
KINDS: tuple[tuple[FactKind, str, str], ...] = (
    ("money", "Money", "figures/"),
    ("capacity", "Capacity", "figures/capacity/"),
    ("quantity", "Quantities", "figures/quantities/"),
)


def plan_figures(views: Views) -> Iterator[Page]:
    """A list for each kind of figure, a hundred to a page; the first stands at `figures/`."""
    for kind, name, base in KINDS:
        figures = views.largest(kind)
        parts = divide(figures, PER_PAGE)
        unit = views.currency if kind == "money" else "MW"
        bars = show_bars(views, pick_largest(views.claims, kind, unit)[:BARS])
        others = [Link(other, path, number=len(views.largest(one))) for one, other, path in KINDS]
        if views.knowledge.disagreements:
            others.append(Link("Where reports differ", DIFFERENCES, number=len(views.knowledge.disagreements)))
        description = f"{name} in the articles: {count(len(figures), 'figure')}, each with its sentence and source."
        for number, part in enumerate(parts, 1):
            rows = [views.row(figure) for figure in part]
            values = {"name": name, "kinds": others, "rows_shown": rows, "total": len(figures)}
            values |= {
                "bars": bars if number == 1 else (),
                "unit": unit,
                "in_unit": sum(f.fact.unit == unit for f in figures),
            }
            title = "Figures" if kind == "money" else f"Figures: {name.lower()}"
            yield numbered_page(base, "figures", title, description, number, len(parts), values)
