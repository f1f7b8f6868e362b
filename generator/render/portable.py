"""Documents in, the files out from which MkDocs and its kin build the same pages without the plugin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup, escape

from generator.model import DataFile, Document
from generator.settings import Settings
from generator.sources.frontmatter import as_yaml, front_matter

STYLES = tuple(f"assets/stylesheets/{name}.css" for name in ("colours", "seedbed", "pictures", "explore"))
"""What the pages need of the theme's own style; how the frame looks is the renderer's."""
SCRIPTS = tuple(f"assets/javascripts/{name}.js" for name in ("explore-query", "explore"))
"""What a page of the site runs itself."""

_SPECIAL = re.compile(r"[`~\t\r]|\{(?=[{%#])|\n(?=[ ]*\n)")
"""Characters that Markdown, a line's end or a macro would read: fences, tabs, `{{`, and the ends of empty lines."""


def portable_files(documents: Iterable[Document], navigation: Sequence[str], settings: Settings) -> list[DataFile]:
    """The pages as front matter and a block of HTML, and the configuration by which a stock renderer builds them."""
    pages = [DataFile(f"docs/{document.path}index.md", _page(document).encode()) for document in documents]
    return [DataFile("mkdocs.yml", _configuration(navigation, settings).encode()), *pages]


def _page(document: Document) -> str:
    """One page. Its title and description are HTML, too: no theme of these renderers escapes them."""
    values: dict[str, Any] = {
        "title": str(escape(document.title)),
        "description": str(escape(document.description)),
        "hide": ["toc"],
    }
    if document.kind == "redirect":
        values["search"] = {"exclude": True}
    block = _coded(Markup("<div>\n{}\n</div>\n").format(document.html))
    return f"{front_matter(values)}\n{block}"


def _coded(html: str) -> str:
    """The same HTML as one block without an empty line, in which Markdown finds nothing to read."""
    return _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", html.strip()) + "\n"


def _configuration(navigation: Sequence[str], settings: Settings) -> str:
    values = {
        "site_name": str(escape(settings.site_name)),
        "site_description": str(escape(settings.site_description)),
        "site_url": settings.site_url,
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
        "extra_css": list(STYLES),
        "nav": list(navigation),
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    return as_yaml({key: value for key, value in values.items() if value})
