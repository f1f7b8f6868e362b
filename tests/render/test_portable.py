"""An exported page is the same page, whoever of MkDocs's kin builds it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
import yaml
from conftest import Run
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown
from markupsafe import Markup, escape

from generator.files import TEMPLATES
from generator.files.folders import read_theme
from generator.markup import render_blocks
from generator.model import Document, Line
from generator.render.portable import SCRIPTS, STYLES, portable_files
from generator.settings import Settings

EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "md_in_html", "pymdownx.superfences", "pymdownx.tilde")
NASTY = """Text with `code`, {{ config }} and {% raw %}, &amp; and <script>alert(1)</script>.

```text
a\tb

SPACES
~~~
# no heading
    {# no comment #}
{: .x }
```

| a | b |
|---|--:|
| ~~c~~ | [d](https://www.iso.org/~e?f=`g`) |
""".replace("SPACES", "   ")


def _exported(document: Document) -> tuple[dict[str, object], str]:
    """The front matter and the Markdown of an exported page."""
    text = portable_files([document], [], Settings())[1].data.decode()
    _, block, body = text.split("---\n", 2)
    return yaml.safe_load(block), body


def _tree(html: str) -> str:
    return str(html5lib.serialize(html5lib.parseFragment(html), quote_attr_values="always", omit_optional_tags=False))


def _assert_kept(html: Markup) -> None:
    body = _exported(Document("a/", "article", "A", "B", html))[1]
    assert "\n\n" not in body.strip()
    assert _tree(markdown(body, extensions=EXTENSIONS)) == _tree(f"<div>\n{html}\n</div>")


def test_markdown_leaves_a_page_as_it_is() -> None:
    lines = [Line(number, text) for number, text in enumerate(NASTY.splitlines(), 1)]
    html = Markup("").join(block.html for block in render_blocks(lines))
    assert "<pre>" in html
    assert "{{ config }}" in html
    _assert_kept(html)


@given(st.text(st.sampled_from("ab \n\t`~{}%#|-*_[]()<>&\\:.1"), max_size=80))
def test_markdown_leaves_any_text_as_it_is(text: str) -> None:
    _assert_kept(Markup("<h1>A</h1>\n<pre><code>x{}</code></pre>\n<p>{}</p>").format(text, text))


def test_no_macro_finds_anything_to_do() -> None:
    body = _exported(Document("a/", "article", "A", "B", escape("{{ x }} {% y %} {# z #} {a}")))[1]
    assert not [mark for mark in ("{{", "{%", "{#") if mark in body]
    assert "{a}" in body


@pytest.mark.parametrize("text", ['A "B" & <b>C</b>', "2026-11-20", "a: b #c", "{{ x }}", "'"])
def test_titles_and_descriptions_read_back_and_are_safe_in_html(text: str) -> None:
    values, _ = _exported(Document("a/", "article", text, text, Markup("")))
    for name in ("title", "description"):
        value = str(values[name])
        assert Markup(value).unescape() == text
        assert not set('<>"') & set(value)


def test_the_configuration_names_files_that_are_exported() -> None:
    (configuration,) = portable_files([], ["index.md"], Settings(site_name="A", site_url="https://a.example/"))
    values = yaml.safe_load(configuration.data)
    assert values["nav"] == ["index.md"]
    assert values["site_url"] == "https://a.example/"
    assert [file.path for file in read_theme(values["extra_css"])] == list(STYLES)


def test_the_scripts_are_those_that_pages_run() -> None:
    text = (TEMPLATES / "pages" / "explore.html").read_text(encoding="utf-8")
    assert [path for path in SCRIPTS if path in text] == list(SCRIPTS)


class _Page(HTMLParser):
    """What a page says of itself, and the links and ids in its content."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.title = self.description = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self._inside = False
        self._in_title = False
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self._in_title = tag == "title" and not self.title
        if values.get("name") == "description":
            self.description = values["content"]
        if "md-content__inner" in values.get("class", ""):
            self._inside = True
        if self._inside:
            self.links += [values["href"]] if tag == "a" and "href" in values else []
            self.ids += [values["id"]] if not values.get("id", "__").startswith("__") else []  # `__skip` is a frame's

    def handle_endtag(self, tag: str) -> None:
        self._in_title = False
        self._inside = self._inside and tag != "article"

    def handle_data(self, data: str) -> None:
        self.title += data if self._in_title else ""


def _pages(folder: Path) -> dict[str, _Page]:
    paths = (path for path in sorted(folder.rglob("*.html")) if path.name != "404.html")
    return {path.relative_to(folder).as_posix(): _Page(path) for path in paths}


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    folder = tmp_path_factory.mktemp("exported") / "kb"
    done = run("seedbed", "export", str(folder))
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("renderer", ["mkdocs", "properdocs", "zensical"])
def test_every_renderer_builds_the_pages_that_the_plugin_builds(
    exported: Path, site: Path, tmp_path: Path, renderer: str
) -> None:
    if importlib.util.find_spec(renderer) is None:
        assert not os.environ.get("REQUIRE_ALL"), f"{renderer} is missing"
        pytest.skip(f"the export is not tried with {renderer}: it is missing")
    base = shutil.copytree(exported, tmp_path / "kb")
    assert "seedbed" not in (base / "mkdocs.yml").read_text(encoding="utf-8").replace(
        "assets/stylesheets/seedbed.css", ""
    )
    command = [str(Path(sys.executable).parent / renderer), "build", "-f", "mkdocs.yml", "--strict"]
    done = subprocess.run(command, cwd=base, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    ours, theirs = _pages(site), _pages(base / "site")
    assert theirs.keys() == ours.keys()
    files = {name: base / "docs" / name.replace("index.html", "index.md") for name in ours}
    generated = [name for name, file in files.items() if file.is_file() and not name.startswith("guide/")]
    assert len(generated) > 400
    for name in generated:
        mine, page = ours[name], theirs[name]
        assert page.description == mine.description, name
        assert page.links == mine.links, name
        assert page.ids == mine.ids, name
        if name != "index.html":
            assert page.title == mine.title, name
    assert _broken(base / "site", theirs) == []


def _broken(folder: Path, pages: dict[str, _Page]) -> list[tuple[str, str]]:
    """The links within the site that lead nowhere."""
    broken = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            target = (folder / name).parent / unquote(parts.path)
            if not (target / "index.html" if target.is_dir() else target).is_file():
                broken.append((name, link))
    return broken
