"""The page for authors: every problem that an article can have, and how it is mended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.codes import CODES
from generator.model import TocEntry
from generator.pages.records import Draft
from generator.pages.views import Views
from generator.reports.manual import example_lines, file_label


def plan_problems(views: Views) -> Iterator[Draft]:
    """Every code with its explanation and example."""
    codes = [
        {
            "code": code,
            "anchor": f"p-{code.code}",
            "examples": [
                (label, [(file_label(file), "\n".join(example_lines(file))) for file in files])
                for label, files in (("For example", code.wrong), ("Mended", code.right))
            ],
        }
        for code in CODES.values()
    ]
    toc = tuple(TocEntry(name, f"p-{name}") for name in CODES)
    description = "What the articles are checked for, with an example of each problem, and how it reads when mended."
    yield Draft("about/problems/", "problems", "Problems", description, lambda: {"codes": codes}, lambda values: toc)
