"""Without a script, every article, tag, organisation and reference is three clicks away at most; no page is lost."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from conftest import Run

CLICKS = 3
MANY = 430
"""Articles of a site whose lists go on over several pages."""


class _Links(HTMLParser):
    """Where the links of a page lead."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag == "a" and values.get("href"):
            self.found.append(str(values["href"]))


@pytest.fixture(scope="module")
def many_site(tmp_path_factory: pytest.TempPathFactory, run: Run) -> Path:
    """A site of many small articles under one tag and one organisation, each with a reference of its own."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "vocabulary.yml").write_text("OpenAI: {kind: organization}\n", encoding="utf-8")
    for number in range(MANY):
        text = (
            f"Article {number}\n\nIntroduction\nOpenAI is named in number {number}.\n\nTags\nAI\n\n"
            f"Reference Links\n- Work {number} - https://example.org/{number}\n"
        )
        (folder / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    done = run("seedbed", "build", "--seeds", str(folder / "seeds"), "--site-dir", str(folder / "site"))
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize("name", ["site", "shapes_site", "many_site"])
def test_everything_is_three_clicks_away_and_no_page_is_lost(name: str, request: pytest.FixtureRequest) -> None:
    site: Path = request.getfixturevalue(name)
    clicks = _clicks(site)
    for kind in ("articles", "tags", "organizations", "references"):
        items = json.loads((site / "data" / f"{kind}.json").read_text(encoding="utf-8"))["items"]
        assert items, kind
        paths = {str(item["url"]).partition("#")[0] for item in items}
        assert {path: clicks.get(path) for path in paths if clicks.get(path, CLICKS + 1) > CLICKS} == {}, kind
    assert _pages(site) - set(clicks) == set()


def _pages(site: Path) -> set[str]:
    """The paths of all pages but those at former addresses."""
    return {
        file.relative_to(site).as_posix().removesuffix("index.html")
        for file in site.rglob("index.html")
        if 'http-equiv="refresh"' not in file.read_text(encoding="utf-8")
    }


def _clicks(site: Path) -> dict[str, int]:
    """How many clicks away from the start page each page is."""
    clicks = {"": 0}
    near = [""]
    while near:
        next_ones: list[str] = []
        for path in near:
            for link in _Links((site / path / "index.html").read_text(encoding="utf-8")).found:
                parts = urlsplit(link)
                target = normpath(join("/", path, unquote(parts.path))).strip("/")
                target = f"{target}/" if target else ""
                if not parts.netloc and target not in clicks and (site / target / "index.html").is_file():
                    clicks[target] = clicks[path] + 1
                    next_ones.append(target)
        near = next_ones
    return clicks
