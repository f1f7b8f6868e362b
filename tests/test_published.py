"""The site as machines read it, once its address is known."""

from __future__ import annotations

import json
import re
import struct
import xml.etree.ElementTree as ET
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urljoin

import extruct
import feedparser
import pytest
from conftest import ADDRESS, Run
from markdown_it import MarkdownIt
from rdflib import RDF, Graph, URIRef
from rdflib.namespace import FOAF, SKOS

from generator.text.urls import url_key


class _Head(HTMLParser):
    """The metadata of one HTML file: `<meta>` by name or property, `<link>` by relation."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        if tag == "meta" and (name := values.get("name") or values.get("property")):
            assert name not in self.meta, f"{name} stands twice"
            self.meta[name] = values["content"]
        if tag == "link":
            self.links.append(values)

    @property
    def canonical(self) -> str:
        """The page's one address, or nothing."""
        found = [link["href"] for link in self.links if link["rel"] == "canonical"]
        assert len(found) < 2
        return "".join(found)


def _heads(folder: Path) -> dict[str, _Head]:
    return {path.relative_to(folder).as_posix(): _Head(path) for path in sorted(folder.rglob("*.html"))}


@pytest.fixture(scope="module")
def heads(published: Path) -> dict[str, _Head]:
    return _heads(published)


def _indexable(heads: dict[str, _Head]) -> dict[str, _Head]:
    return {name: head for name, head in heads.items() if head.meta.get("robots") != "noindex"}


def test_every_page_that_search_engines_may_list_has_its_own_address(heads: dict[str, _Head]) -> None:
    for name, head in _indexable(heads).items():
        assert head.canonical == head.meta["og:url"] == ADDRESS + quote(name.removesuffix("index.html"))


def test_only_the_missing_page_the_redirects_and_the_search_are_not_listed(heads: dict[str, _Head]) -> None:
    assert set(heads) - set(_indexable(heads)) <= {"404.html", "articles/old-name/index.html", "search/index.html"}
    assert (
        heads["articles/old-name/index.html"].canonical
        == ADDRESS + "articles/markdown-and-front-matter-every-block-once/"
    )
    assert heads["404.html"].canonical == ""


def test_the_sitemap_is_the_set_of_listed_pages_with_dates_of_articles(
    published: Path, heads: dict[str, _Head]
) -> None:
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    entries = ET.fromstring((published / "sitemap.xml").read_bytes())
    dates = {entry.findtext(f"{space}loc", ""): entry.findtext(f"{space}lastmod", "") for entry in entries}
    assert len(dates) == len(entries)
    assert set(dates) == {head.canonical for head in _indexable(heads).values()}
    articles = json.loads((published / "data" / "articles.json").read_bytes())["items"]
    dated = {ADDRESS + article["url"]: article["date"] for article in articles if article["date"]}
    assert dated
    assert {address: date for address, date in dates.items() if date} == dated
    assert f"Sitemap: {ADDRESS}sitemap.xml" in (published / "robots.txt").read_text(encoding="utf-8")


def test_a_link_to_a_page_has_a_card(published: Path, heads: dict[str, _Head]) -> None:
    for name, head in _indexable(heads).items():
        meta = head.meta
        assert meta["description"] == meta["og:description"] == meta["twitter:description"], name
        assert meta["og:title"] == meta["twitter:title"] != "", name
        assert meta["og:type"] == ("article" if name.startswith("articles/") and name.count("/") > 1 else "website")
        assert meta["og:site_name"] == "AI Infrastructure Partnerships"
        assert meta["og:locale"] == "en_GB"
        assert meta["twitter:card"] == "summary_large_image"
        assert meta["og:image"] == meta["twitter:image"] == f"{ADDRESS}assets/images/card.png"
        assert meta["og:image:alt"] == meta["twitter:image:alt"] != ""
    overview = heads["index.html"].meta
    picture = (published / "assets" / "images" / "card.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (int(overview["og:image:width"]), int(overview["og:image:height"]))
    assert len(picture) < 50_000


def test_markup_in_a_title_is_text_in_its_card(heads: dict[str, _Head]) -> None:
    meta = heads["articles/markdown-and-front-matter-every-block-once/index.html"].meta
    assert meta["og:title"] == "Markdown & <front matter>: every block once"
    assert meta["og:description"] == 'All blocks & "quotes" <once>.'
    assert meta["article:published_time"] == "2026-05-03"


def _items(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    """The items of a data file by address."""
    return {item["url"]: item for item in json.loads((folder / "data" / f"{name}.json").read_bytes())["items"]}


def _graph(path: Path) -> list[dict[str, Any]]:
    """The nodes of a page's linked data, as another program's reader finds them."""
    (data,) = extruct.extract(path.read_text(encoding="utf-8"), syntaxes=["json-ld"])["json-ld"]
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


def test_linked_data_of_articles_says_what_the_data_file_says(site: Path, published: Path) -> None:
    for folder, root in ((site, "../../"), (published, ADDRESS)):
        tags, works, named = (_items(folder, name) for name in ("tags", "references", "organizations"))
        for url, item in _items(folder, "articles").items():
            node = _graph(folder / url / "index.html")[0]
            assert node["@type"] == "Article"
            assert (node["url"], node["headline"]) == (root + quote(url), item["title"])
            assert (node["description"], node.get("abstract", "")) == (item["description"], item["summary"])
            assert node.get("datePublished") == item["date"]
            assert [author["name"] for author in node.get("author", [])] == item["authors"]
            paths = [_path(term["url"], root) for term in node.get("keywords", [])]
            assert [tags[path]["slug"] for path in paths] == item["tags"]
            assert [tags[path]["name"] for path in paths] == [term["name"] for term in node.get("keywords", [])]
            organizations = [*node.get("about", []), *node.get("mentions", [])]
            slugs = [named[_path(one["@id"], root).partition("#")[0]]["slug"] for one in organizations]
            assert sorted(slugs) == item["organizations"]
            cited = [_path(work["@id"], root).removesuffix("#work") for work in node.get("citation", [])]
            assert list(dict.fromkeys(works[path]["key"] for path in cited)) == item["references"]
            assert all(
                work["name"] in (works[path]["title"], *works[path]["spellings"])
                for path, work in zip(cited, node.get("citation", []), strict=True)
            )


def _path(address: str, root: str) -> str:
    assert address.startswith(root)
    return unquote(address.removeprefix(root))


def test_every_page_has_linked_data_that_cannot_end_its_script(
    shapes_site: Path, published: Path, heads: dict[str, _Head]
) -> None:
    for folder in (shapes_site, published):
        for name in _indexable(heads):
            text = (folder / name).read_text(encoding="utf-8")
            (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
            assert "<" not in script
            assert "BreadcrumbList" in [node["@type"] for node in _graph(folder / name)], name


def test_every_tag_and_organisation_has_feeds_that_say_what_the_data_files_say(published: Path) -> None:
    articles = {item["slug"]: item for item in _items(published, "articles").values()}
    feeds = {"": list(articles)}
    for name in ("tags", "organizations"):
        feeds |= {url: item["articles"] for url, item in _items(published, name).items()}
    for url, slugs in feeds.items():
        atom = feedparser.parse((published / url / "feed.xml").read_bytes(), sanitize_html=False)
        ET.fromstring((published / url / "feed.xml").read_bytes())
        assert not atom.bozo
        assert atom.feed.id == atom.feed.link == ADDRESS + quote(url)
        items = json.loads((published / url / "feed.json").read_bytes())["items"]
        wanted = {articles[slug]["title"]: articles[slug] for slug in slugs}
        assert {entry.title for entry in atom.entries} == set(wanted)
        dates = [wanted[entry.title]["date"] or "" for entry in atom.entries]
        assert dates == sorted(dates, reverse=True)
        for entry, item in zip(atom.entries, items, strict=True):
            article = wanted[entry.title]
            assert entry.id == entry.link == item["id"] == item["url"] == ADDRESS + quote(article["url"])
            assert entry.summary == item["content_text"] == article["description"]
            assert entry.get("published", "")[:10] == item.get("date_published", "")[:10] == (article["date"] or "")
            assert [tag.term for tag in entry.get("tags", [])] == article["tags"]
            assert [author.name for author in entry.get("authors", [])] == article["authors"]


def test_every_page_names_its_feeds(published: Path, heads: dict[str, _Head]) -> None:
    for name, head in _indexable(heads).items():
        links = [link for link in head.links if link["rel"] == "alternate"]
        found = [(published / name).parent / unquote(link["href"]) for link in links]
        assert all(path.is_file() for path in found)
        owner = name.startswith(("tags/", "organizations/")) and name.count("/") > 1
        feeds = [path.resolve().relative_to(published.resolve()).as_posix() for path in found if "feed" in path.name]
        own = [name.replace("index.html", feed) for feed in ("feed.xml", "feed.json") if owner]
        assert feeds == [*own, "feed.xml", "feed.json"]
        assert {link["type"] for link in links} >= {"application/atom+xml", "application/feed+json"}


def test_every_article_has_a_twin_in_markdown(published: Path, heads: dict[str, _Head]) -> None:
    tags, works = _items(published, "tags"), _items(published, "references")
    named = (published / "llms.txt").read_text(encoding="utf-8")
    for url, item in _items(published, "articles").items():
        (link,) = [link for link in heads[f"{url}index.html"].links if link.get("type") == "text/markdown"]
        text = (published / url / link["href"]).read_text(encoding="utf-8")
        assert f"]({urljoin(ADDRESS + quote(url), link['href'])}): " in named
        html = MarkdownIt("commonmark").enable("table").render(text)
        title, description = re.findall(r"<h1>(.*)</h1>\n<p>(.*)</p>", html)[0]
        assert (unescape(title), unescape(description)) == (item["title"], item["description"])
        headings = [unescape(found) for found in re.findall(r"<h[2-6]>(.*)</h[2-6]>", html)]
        assert set(headings) >= {section["title"] for section in item["sections"] if section["title"]}
        links = [unescape(found) for found in re.findall(r'<a href="([^"]*)"', html)]
        assert set(links) >= {ADDRESS + quote(path) for path, tag in tags.items() if tag["slug"] in item["tags"]}
        cited = [work["link"] for work in works.values() if work["key"] in item["references"] and work["link"]]
        assert {url_key(link) for link in links} >= {url_key(link) for link in cited}


def test_the_list_for_language_models_names_files_that_are_there(published: Path) -> None:
    text = (published / "llms.txt").read_text(encoding="utf-8")
    found = [_path(link, ADDRESS) for link in re.findall(r"\]\((.*?)\)", text)]
    assert len(found) >= 10
    assert [path for path in found if not (published / path).is_file()] == []


def test_tags_in_linked_data_are_concepts_of_the_vocabulary(published: Path) -> None:
    text = (published / "data" / "vocabulary.ttl").read_bytes()
    graph = Graph().parse(data=text, format="turtle")
    (terms,) = [node["mainEntity"] for node in _graph(published / "tags" / "index.html") if "mainEntity" in node]
    assert URIRef(terms["@id"]) == next(graph.subjects(RDF.type, SKOS.ConceptScheme))
    for term in terms["hasDefinedTerm"]:
        assert str(graph.value(URIRef(term["@id"]), SKOS.prefLabel)) == term["name"]
        assert (URIRef(term["@id"]), FOAF.page, URIRef(term["url"])) in graph


def test_every_download_that_linked_data_names_is_there(published: Path) -> None:
    dataset = _graph(published / "data" / "index.html")[0]["mainEntity"]
    assert dataset["@type"] == "Dataset"
    for one in dataset["distribution"]:
        assert (published / _path(one["contentUrl"], ADDRESS)).is_file()
    listed = {one["name"] for one in dataset["distribution"]}
    found = {path.name for path in (published / "data").iterdir() if path.is_file()}
    assert listed == {name for name in found if not name.endswith((".html", ".js"))}


def test_a_site_whose_address_nobody_knows_names_none(shapes_site: Path) -> None:
    for head in _heads(shapes_site).values():
        assert head.canonical == ""
        assert not {"og:url", "og:image", "twitter:image"} & set(head.meta)
    assert not (shapes_site / "sitemap.xml").exists()
    assert not (shapes_site / "robots.txt").exists()


def test_what_the_owner_says_and_wrote_wins_and_pages_may_be_files(project: Path, run: Run) -> None:
    (project / "docs" / "robots.txt").write_text("User-agent: *\nDisallow: /\n", encoding="utf-8")
    (project / "docs" / "llms.txt").write_text("# Mine\n", encoding="utf-8")
    (project / "docs" / "more.md").write_text("# More\n\nWords.\n", encoding="utf-8")
    card = "{image: own.png, width: 10, height: 5, alt: Mine, locale: de_DE}"
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    config = config.replace("theme: seedbed", f"theme: {{name: seedbed, card: {card}}}")
    config += f"site_url: {ADDRESS}\nuse_directory_urls: false\n"
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    done = run("seedbed", "build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "Disallow: /\n" in (project / "site" / "robots.txt").read_text(encoding="utf-8")
    assert (project / "site" / "llms.txt").read_text(encoding="utf-8") == "# Mine\n"
    heads = _indexable(_heads(project / "site"))
    assert {name: head.canonical for name, head in heads.items()} == {name: ADDRESS + quote(name) for name in heads}
    assert "more.html" in heads
    meta = heads["more.html"].meta
    assert [meta[f"og:{name}"] for name in ("image", "image:alt", "locale")] == [f"{ADDRESS}own.png", "Mine", "de_DE"]
