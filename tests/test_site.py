"""The built site, as a reader's browser or another program gets it."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import jsonschema
import pytest
from conftest import ROOT, Run

from generator.exports import COLUMNS

OWNER = "articles/openai-is-reducing-its-dependence-on-microsofts-azure-cloud-services/index.html"
VALIDATOR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


class _Page(HTMLParser):
    """The ids, links, metadata, headings and text of one HTML file."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.meta: dict[str, str] = {}
        self.text = ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in ("link", "script", "img", "iframe", "source"):
            self.loaded += [
                values[key] for key in ("href", "src") if key in values and values.get("rel") != "canonical"
            ]
        if tag == "meta" and "name" in values:
            self.meta[values["name"]] = values["content"]

    def handle_data(self, data: str) -> None:
        self.text += data


def _pages(folder: Path) -> dict[str, _Page]:
    return {path.relative_to(folder).as_posix(): _Page(path) for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def pages(shapes_site: Path) -> dict[str, _Page]:
    return _pages(shapes_site)


def _items(site: Path, name: str) -> list[dict[str, object]]:
    data = json.loads((site / "data" / f"{name}.json").read_text(encoding="utf-8"))
    assert data["schema"] == 1
    items: list[dict[str, object]] = data["items"]
    return items


def test_owner_article_has_everything_its_file_has(site: Path) -> None:
    (article,) = (item for item in _items(site, "articles") if item["id"] == "000_6cd0321a82760617")
    sections = article["sections"]
    assert isinstance(sections, list)
    assert [section["title"] for section in sections] == [
        "Introduction",
        "Background",
        "The Shift Towards Independence",
        "Implications and Impact",
        "Technical Details",
        "Conclusion",
    ]
    assert article["title_derived"] is True
    assert article["title"] == "OpenAI is reducing its dependence on Microsoft's Azure cloud services"
    text = (ROOT / str(article["source"])).read_text(encoding="utf-8")
    assert article["description"] == re.findall(r"Meta Description\n(.+)", text)[0]
    assert article["summary"] == re.findall(r"\nSummary\n(.+)", text)[0]
    tags, references = article["tags"], article["references"]
    assert isinstance(tags, list)
    assert isinstance(references, list)
    assert len(tags) == 10
    assert len(references) == 5
    assert all((site / "tags" / tag / "index.html").is_file() for tag in tags)


def test_owner_article_page_carries_its_description_tags_and_derived_mark(site: Path) -> None:
    page = _Page(site / OWNER)
    text = (ROOT / "seeds" / "000_6cd0321a82760617.txt").read_text(encoding="utf-8")
    assert page.meta["description"] == re.findall(r"Meta Description\n(.+)", text)[0]
    assert "derived title" in page.text
    assert sum("/tags/" in link for link in page.links) >= 10


def test_meta_description_is_the_articles_own_and_escaped(shapes_site: Path, pages: dict[str, _Page]) -> None:
    for article in _items(shapes_site, "articles"):
        assert pages[f"{article['url']}index.html"].meta["description"] == article["description"]
    assert 'All blocks & "quotes" <once>.' in [article["description"] for article in _items(shapes_site, "articles")]


@pytest.mark.parametrize("name", COLUMNS)
def test_data_file_keeps_its_schema(shapes_site: Path, name: str) -> None:
    schema = json.loads((shapes_site / "data" / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads((shapes_site / "data" / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.validate(data, schema, format_checker=jsonschema.FormatChecker())
    assert data["items"]


def test_data_items_are_sorted_and_agree_with_each_other(shapes_site: Path) -> None:
    articles, tags, works = (_items(shapes_site, name) for name in ("articles", "tags", "references"))
    for items, key in ((articles, "slug"), (tags, "slug"), (works, "key")):
        keys = [item[key] for item in items]
        assert keys == sorted(set(map(str, keys)))
    by_article = {(a["slug"], tag) for a in articles for tag in a["tags"]}  # type: ignore[attr-defined]
    assert by_article == {(slug, tag["slug"]) for tag in tags for slug in tag["articles"]}  # type: ignore[attr-defined]
    cites = {(a["slug"], key) for a in articles for key in a["references"]}  # type: ignore[attr-defined]
    assert cites == {(by["article"], work["key"]) for work in works for by in work["cited_by"]}  # type: ignore[attr-defined]


def test_tags_fold_and_keep_their_first_spelling(shapes_site: Path) -> None:
    tags = {str(tag["name"]): tag for tag in _items(shapes_site, "tags")}
    assert {"C", "C++", "C#"} <= set(tags)
    assert len({tags[name]["slug"] for name in ("C", "C++", "C#")}) == 3
    assert tags["Cloud Computing"]["aliases"] == ["Cloud-Computing", "cloud computing"]
    assert len(tags["Cloud Computing"]["articles"]) == 3  # type: ignore[arg-type]


def test_references_to_one_work_are_one_and_others_stay_apart(shapes_site: Path) -> None:
    works = {str(work["title"]): work for work in _items(shapes_site, "references")}
    assert works["A Site for Two Companies"]["spellings"] == ["A Site for Two Companies", "A site for two companies"]
    assert len(works["Third Work"]["cited_by"] if "Third Work" in works else works["Third work"]["cited_by"]) == 2  # type: ignore[arg-type]
    assert len(works) == 4


@pytest.mark.parametrize("name", ["site", "shapes_site"])
def test_no_link_or_anchor_is_broken(name: str, request: pytest.FixtureRequest) -> None:
    folder: Path = request.getfixturevalue(name)
    pages = _pages(folder)
    broken = []
    for page_name, page in pages.items():
        for link in (*page.links, *page.loaded):
            parts = urlsplit(link)
            if parts.scheme or parts.netloc or page_name == "404.html":
                continue
            target = (
                (folder / Path(page_name).parent / unquote(parts.path)).resolve() if parts.path else folder / page_name
            )
            target = target / "index.html" if target.is_dir() else target
            if not target.is_file():
                broken.append(f"{page_name}: {link}")
            elif parts.fragment and target.suffix == ".html":
                if unquote(parts.fragment) not in pages[target.relative_to(folder.resolve()).as_posix()].ids:
                    broken.append(f"{page_name}: {link}")
    assert broken == []
    assert sum(len(page.links) for page in pages.values()) > 300


def test_no_page_has_an_id_twice_or_loads_from_another_host(pages: dict[str, _Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert not [link for link in page.loaded if urlsplit(link).netloc], name


def test_article_cannot_put_markup_on_a_page(shapes_site: Path) -> None:
    html = (shapes_site / "articles/markdown-and-front-matter-every-block-once/index.html").read_text(encoding="utf-8")
    assert "&lt;b onclick=" in html
    assert "<b onclick=" not in html
    assert 'href="javascript:' not in html
    assert "<title>Markdown &amp; &lt;front matter&gt;: every block once - AI" in html
    assert "<img" not in html.split("<article", 1)[1]


def test_every_kind_of_block_is_on_the_page(shapes_site: Path) -> None:
    (article,) = (a for a in _items(shapes_site, "articles") if a["id"] == "markdown")
    assert article["sections"][0]["blocks"] == ["table", "quote", "code", "list"]  # type: ignore[index]
    html = (shapes_site / str(article["url"]) / "index.html").read_text(encoding="utf-8")
    assert "one cell too many" in html
    assert re.search(r'<td class="sb-right"><span id="t-[0-9a-f]{8}">38</span></td>', html)


def test_every_page_is_valid_html(shapes_site: Path, site: Path, published: Path) -> None:
    if not shutil.which("java") or not VALIDATOR.exists():
        assert not os.environ.get("REQUIRE_ALL"), "java, or the HTML checker from npm, is missing"
        pytest.skip("HTML is not validated: java, or the checker from npm, is missing")
    files = [str(path) for folder in (shapes_site, site, published) for path in folder.rglob("*.html")]
    done = subprocess.run(
        ["java", "-jar", str(VALIDATOR), "--errors-only", "--format", "json", *files],
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    messages = [message for message in json.loads(done.stderr)["messages"] if message["type"] == "error"]
    assert [f"{Path(m['url']).parent.name}:{m.get('lastLine')}: {m['message']}" for m in messages] == []


def test_mkdocs_strict_gives_the_same_site_and_no_foreign_banner(site: Path, tmp_path: Path, run: Run) -> None:
    done = run("mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    assert "Zensical" not in done.stdout + done.stderr
    assert "end of life" not in done.stdout + done.stderr
    assert "MkDocs 2" not in done.stdout + done.stderr
    assert _tree(tmp_path / "site") == _tree(site)


@pytest.mark.parametrize("directories", ["true", "false"])
def test_a_page_is_cited_under_the_address_that_it_calls_its_own(project: Path, run: Run, directories: str) -> None:
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(f"site_url: https://a.example/base\nuse_directory_urls: {directories}\n")
    done = run("seedbed", "build", "--no-search", cwd=project)
    assert done.returncode == 0, done.stderr
    cited = json.loads((project / "site" / "data" / "articles.csl.json").read_text(encoding="utf-8"))
    for entry, article in zip(cited, _items(project / "site", "articles"), strict=True):
        html = (project / "site" / str(article["url"]) / "index.html").read_text(encoding="utf-8")
        assert re.findall(r'<link rel="canonical" href="([^"]+)"', html) == [entry["URL"]]
        assert html.split('<section class="sb-cite"')[1].count(entry["URL"]) >= 4


def test_another_hash_seed_time_zone_and_file_order_give_the_same_bytes(tmp_path: Path, run: Run) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for path in sorted((ROOT / "tests" / "shapes").iterdir(), reverse=True):
        shutil.copy(path, seeds / path.name)
    trees = []
    for number, (folder, seed, zone) in enumerate([("a", "1", "Etc/GMT+12"), ("b/c", "2", "Pacific/Kiritimati")]):
        target = tmp_path / folder / "site"
        done = run(
            "seedbed",
            "build",
            "--seeds",
            str(seeds),
            "-d",
            str(target),
            "-j",
            str(number + 1),
            PYTHONHASHSEED=seed,
            TZ=zone,
        )
        assert done.returncode == 0, done.stderr
        trees.append(_tree(target))
    assert trees[0] == trees[1]
    assert not any(str(tmp_path).encode() in data for data in trees[0].values())


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_mark_of_a_picture_is_a_link_with_words_and_needs_no_inline_style(site: Path) -> None:
    pages = ("", "timeline/", "timeline/2026/", "figures/", "organizations/openai/", "partnerships/microsoft--openai/")
    linked = 0
    for name in pages:
        text = (site / name / "index.html").read_text(encoding="utf-8").split("<main", 1)[1].split("</main>", 1)[0]
        assert "style=" not in text
        content = html5lib.parseFragment(text, namespaceHTMLElements=False)
        parents = {child: parent for parent in content.iter() for child in parent}
        for mark in content.iter():
            if not re.search(r"\bsb-(?:fill|tie|spot|span)\b", str(mark.get("class"))):
                continue
            around = mark
            while around.tag.rpartition("}")[2] not in ("a", "g"):  # a party without a page of its own is a group
                around = parents[around]
            assert around.get("aria-label") or "".join(around.itertext()).strip(), (name, mark.attrib)
            linked += bool(around.get("href"))
    assert linked > 200
