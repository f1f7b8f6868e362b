"""The tree of a hand-written page in, the same without inline styles out, its tables in regions that scroll."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_ALIGNED = re.compile(r"text-align: (\w+);")
"""`text-align: right;`, as Markdown writes it."""


class Prose(Extension):
    """What Markdown needs to write pages that keep the site's policy."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 # Markdown's own name
        """Look at the tables after everything else has been made."""
        md.treeprocessors.register(_Tables(md), "seedbed-tables", 0)


class _Tables(Treeprocessor):
    """Cells are aligned by a class, because a page allows no inline style; a wide table scrolls on its own."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for place, child in enumerate(parent):
                if child.tag == "table":
                    parent[place] = _region(child)
        for cell in [*root.iter("th"), *root.iter("td")]:
            if found := _ALIGNED.fullmatch(cell.get("style", "")):
                del cell.attrib["style"]
                cell.set("class", f"sb-{found[1]}")
            if not "".join(cell.itertext()).strip():
                cell.tag = "td"  # a cell without words is no head of a column


def _region(table: Element) -> Element:
    names = ", ".join(filter(None, ("".join(cell.itertext()).strip() for cell in table.iter("th"))))
    label = f"Table: {names}" if names else "Table"
    region = Element("div", {"class": "sb-scroll", "role": "group", "aria-label": label, "tabindex": "0"})
    region.append(table)
    region.tail, table.tail = table.tail, None
    return region
