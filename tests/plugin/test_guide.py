"""The guide and the other documents: every example is read, every list is right, every command runs."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import guide
import pytest
import yaml
from conftest import ROOT, Run
from reading import seen

from generator import files
from generator.articles import fields, read_article
from generator.articles.catalog import read_catalog
from generator.knowledge.visits import read_visits
from generator.model import Source
from generator.plugin.guide import GUIDE
from generator.plugin.options import MEANINGS, SeedbedConfig
from generator.vocabulary import read_vocabulary

PAGES = sorted(guide.FOLDER.glob("*.md"))
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VARIABLE = re.compile(r"--sb-[a-z-]+")
README = (ROOT / "README.md").read_text("utf-8")


def _blocks(kind: str, *pages: Path) -> list[str]:
    return [text for page in pages or PAGES for name, text in BLOCK.findall(page.read_text("utf-8")) if name == kind]


def test_the_guide_is_the_pages_of_its_folder() -> None:
    assert sorted(GUIDE) == [f"guide/{page.name}" for page in PAGES]


def test_every_example_is_of_a_kind_that_is_tried() -> None:
    kinds = {name for page in PAGES for name, _ in BLOCK.findall(page.read_text("utf-8"))}
    assert kinds == {"text", "yaml", "catalog", "links", "vocabulary", "mkdocs", "css", "sh"}


def _examples() -> list[tuple[str, str]]:
    """Articles, each with what the guide says is read in it."""
    blocks = BLOCK.findall((guide.FOLDER / "articles.md").read_text("utf-8"))
    named = [(name, text) for name, text in blocks if name in ("text", "yaml")]
    assert [name for name, _ in named] == ["text", "yaml"] * (len(named) // 2)
    return [(one[1], other[1]) for one, other in zip(named[::2], named[1::2], strict=True)]


@pytest.mark.parametrize(("text", "wanted"), _examples())
def test_an_article_is_read_as_the_guide_says(text: str, wanted: str) -> None:
    expected: dict[str, Any] = yaml.safe_load(wanted)
    article, problems = read_article(Source("seeds/case.txt", text.encode()))
    assert seen(article, problems, expected) == expected


def test_the_files_beside_the_articles_are_read_without_a_problem() -> None:
    (catalog,), (vocabulary,), (links,) = _blocks("catalog"), _blocks("vocabulary"), _blocks("links")
    paths = ["seeds/000_6cd0321a82760617.txt", "seeds/power-notes.txt"]
    found, problems = read_catalog(Source("seeds/catalog.yml", catalog.encode()), paths)
    assert (sorted(found), problems) == (paths, ())
    terms, problems = read_vocabulary(Source("seeds/vocabulary.yml", vocabulary.encode()))
    assert (len(terms.terms), problems) == (3, ())
    visits, problems = read_visits(Source("seeds/links.yml", links.encode()))
    assert (len(visits), problems) == (3, ())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_list_is_what_the_program_has(page: Path) -> None:
    assert page.read_text("utf-8") == guide.written().get(page.name, page.read_text("utf-8"))


def test_every_option_has_a_meaning_and_every_key_a_row() -> None:
    assert list(MEANINGS) == [name for name, _ in SeedbedConfig._schema]
    text = (guide.FOLDER / "articles.md").read_text("utf-8").partition("## Keys of front matter")[2]
    assert sorted(re.findall(r"^\| `(\w+)`", text, re.MULTILINE)) == sorted(fields.FIELD_NAMES)


def _configurations() -> list[str]:
    """Those of the guide, and that of the README."""
    indented = [textwrap.dedent(text) for text in re.findall(r"(?:^    .*\n)+", README, re.MULTILINE)]
    return [*_blocks("mkdocs"), *(text for text in indented if "site_name:" in text)]


@pytest.mark.parametrize("text", _configurations())
def test_a_configuration_builds_a_site_without_the_guide(text: str, tmp_path: Path, run: Run) -> None:
    assert run("seedbed", "init", "kb", cwd=tmp_path).returncode == 0
    folder = tmp_path / "kb"
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    (folder / "docs" / "own.css").write_text(_blocks("css")[0], encoding="utf-8")
    if "seeds: articles" in text:
        (folder / "seeds").rename(folder / "articles")
    done = run("seedbed", "build", cwd=folder)
    assert (done.returncode, done.stderr.count("\n")) == (0, 1), done.stderr
    start = folder / ("public" if "site_dir" in text else "site") / "index.html"
    assert ("own.css" in start.read_text(encoding="utf-8")) == ("own.css" in text)
    assert not (start.parent / "guide").exists()


def test_a_page_that_the_owner_writes_takes_the_place_of_one_of_the_guide(project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text(_WITH_GUIDE, encoding="utf-8")
    (project / "docs" / "guide").mkdir()
    (project / "docs" / "guide" / "look.md").write_text("# Our look\n", encoding="utf-8")
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    pages = {
        path.parent.name: path.read_text(encoding="utf-8") for path in (project / "site" / "guide").glob("*/*.html")
    }
    assert sorted(pages) == sorted(page.stem for page in PAGES if page.stem != "index")
    assert '<h1 id="our-look">' in pages["look"]
    assert pages["limits"].count(">Our look</a>") == 1


_WITH_GUIDE = "site_name: A\ntheme: seedbed\nplugins:\n  - seedbed: {guide: true}\n"


def test_the_variables_of_the_look_are_those_of_the_theme() -> None:
    style = (files.TEMPLATES / "theme" / "assets" / "stylesheets" / "colours.css").read_text("utf-8")
    named = set(VARIABLE.findall((guide.FOLDER / "look.md").read_text("utf-8")))
    assert named == set(re.findall(r"^ +(--sb-[a-z-]+):", style, re.MULTILINE))
