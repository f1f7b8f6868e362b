"""Texts nested as deep as they can be: nothing that reads or writes the article goes down without end."""

from __future__ import annotations

import pytest

from generator.build import build_site, other_files
from generator.model import Source
from generator.plugin import page_renderer
from generator.settings import DEFAULTS

DEEP = {
    "stress": "*" * 3000 + "a" + "*" * 3000,
    "opened stress": "*a " * 2000 + "*" * 2000,
    "stress of two kinds": "*_" * 1000 + "a" + "_*" * 1000,
    "stress of three kinds": "**_~~" * 700 + "a" + "~~_**" * 700,
    "links": "[" * 500 + "a" + "](http://a.b)" * 500,
    "pictures": "![" * 500 + "a" + "](http://a.b)" * 500,
    "stressed links": "[*" * 500 + "a" + "*](http://a.b)" * 500,
    "quotes": "> " * 3000 + "a",
    "items": "- " * 3000 + "a",
    "quoted items": "> - " * 2000 + "a",
    "list": "\n".join("  " * level + "- a" for level in range(800)),
}
PLACES = {
    "body": "A Title\n\n## Introduction\n\n{}\n\n## Summary\n\nx\n",
    "heading": "A Title\n\n## {}\n\nx\n",
    "item": "A Title\n\n## Introduction\n\n- {}\n- b\n",
    "cell": "A Title\n\n## Introduction\n\n| a |\n|---|\n| {} |\n",
    "reference": "A Title\n\n## Introduction\n\nx\n\n## Reference Links\n\n- {}\n",
    "front matter": "---\ntitle: '{}'\nsummary: '{}'\n---\n\n## Introduction\n\nx\n",
    "description and tags": "A Title\n\n## Introduction\n\nx\n\n## Meta Description\n\n{}\n\n## Tags\n\n{}\n",
}


@pytest.mark.parametrize("kind", DEEP)
def test_what_is_nested_deep_is_written_in_every_form(kind: str) -> None:
    renderer = page_renderer(DEFAULTS)
    for place in PLACES.values():
        site = build_site([Source("seeds/a.txt", place.replace("{}", DEEP[kind]).encode())])
        assert [renderer.render_page(draft.page()) for draft in site.pages]
        assert list(site.data())
        assert list(other_files(site, DEFAULTS, renderer))
