"""A Case in, what is wrong with its pages out, as a reader and a browser have them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from hostile.articles import mark, one_line
from hostile.built import Html
from hostile.cases import Case, essence, essence_signs, is_shown
from hostile.entries import TEXT_FIELDS
from hostile.oracles import oracle

_ACTIVE = (
    "href",
    "src",
    "action",
    "formaction",
    "xlink:href",
    "cite",
    "poster",
    "data",
    "srcdoc",
    "background",
    "ping",
)
_CITATION = re.compile(r"data:application/(?:x-bibtex|x-research-info-systems|vnd\.citationstyles\.csl\+json);")
_NAMES = re.compile(r"[,;]|\s(?:and|&)\s")
"""What divides the names of authors."""
_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.I)


@oracle("no-exec", "no-eval")
def nothing_runs(case: Case) -> Iterator[str]:
    """Neither a browser nor a template runs anything of it."""
    yield from (f"{url}: {one}" for url, seen in case.seen() for one in seen.executions)
    yield from _static_code(case)
    if "7*7" in case.entry.text.replace(" ", ""):
        for url in case.urls:
            if re.search(r"(?<!\d)49(?!\d)", case.site.html(url).text):
                yield f"{url} shows 49"


def _static_code(case: Case) -> Iterator[str]:
    """Elements and attributes that the program's templates never make."""
    for url in case.urls:
        page = case.site.html(url)
        for tag, attributes in page.elements:
            if tag in ("iframe", "object", "embed", "base", "applet", "frame", "math", "plaintext", "xmp", "noembed"):
                yield f"{url} has an element {tag}"
            yield from (f"{url} has {key} on {tag}" for key in attributes if key.startswith("on"))
        yield from (
            f"{url} calls pwn in a script" for kind, text in page.scripts if "pwn(" in text and "json" not in kind
        )


@oracle("no-active-url")
def no_active_address(case: Case) -> Iterator[str]:
    """No address on its pages has a scheme that a page may not link to."""
    for url in case.urls:
        for tag, attributes in case.site.html(url).elements:
            for key in _ACTIVE:
                scheme = _SCHEME.match(re.sub(r"[\x00-\x20]", "", attributes.get(key, "")))
                if scheme and scheme[1].lower() not in ("http", "https", "mailto") and not is_download(attributes):
                    yield f"{url}: {tag} {key}={attributes[key]}"
                if attributes.get(key, "").lstrip().startswith(("//", "\\", "/\\")):
                    yield f"{url}: {tag} {key}={attributes[key]}"


def is_download(attributes: Mapping[str, str]) -> bool:
    """Whether a link holds the file that it saves: a citation, of a kind that no browser opens."""
    return "download" in attributes and bool(_CITATION.match(attributes.get("href", "")))


@oracle("no-foreign-request")
def nothing_foreign(case: Case) -> Iterator[str]:
    """Its pages ask no other host for anything."""
    yield from (f"{url} asks {one}" for url, seen in case.seen() for one in seen.foreign)


@oracle("visible")
def is_visible(case: Case) -> Iterator[str]:
    """A reader sees the text, and the data files have it."""
    wanted = one_line(case.entry.text)
    if case.entry.field == "article":
        wanted = max(case.entry.text.splitlines(), key=len)
    if not case.articles:
        yield "no article of it was published"
    for one in case.articles:
        page = case.site.html(one["url"])
        said = " ".join(problem["message"] for problem in case.problems)
        if not is_shown(wanted, page.text + page.meta.get("description", "")) and not is_shown(wanted, said):
            yield f"{one['url']} does not show {wanted}"
        for name in TEXT_FIELDS:
            part = _between(page, name)
            if part is not None and not is_shown(wanted, part):
                yield f"{one['url']}: {name} shows {part!r}"
        yield from _missing_in_data(case, one)


def _between(page: Html, name: str) -> str | None:
    found = re.search(f"{mark(name)}(.*?){mark(name, end=True)}", page.text, re.S)
    return found[1] if found else None


def _missing_in_data(case: Case, one: dict[str, object]) -> Iterator[str]:
    """The fields that front matter gives are in the data as they were written, but for marks and spaces."""
    if not str(one["source"]).endswith("-front.txt"):
        return
    values = {"title": "title", "summary": "summary", "meta_description": "description", "author": "authors"}
    for name in set(case.entry.fields) & set(values):
        value = one[values[name]]
        missing = not is_shown(one_line(case.entry.text), str(value))
        if isinstance(value, list):
            missing = any(part and not is_shown(part, str(value)) for part in _NAMES.split(case.entry.text))
        if missing:
            yield f"{one['source']}: {name} is {value!r} in the data"


@oracle("no-double-decode")
def decoded_once(case: Case) -> Iterator[str]:
    """The text is shown as it is written, or decoded once."""
    allowed = {essence_signs(case.entry.text), essence_signs(html.unescape(case.entry.text))}
    for one in case.articles:
        part = _between(case.site.html(one["url"]), "table_cell")
        if part is not None and essence_signs(part) not in allowed:
            yield f"{one['url']} shows {part!r}"


@oracle("meta-exact")
def meta_is_exact(case: Case) -> Iterator[str]:
    """The description in the page's head is the text."""
    for one in case.articles:
        found = case.site.html(one["url"]).meta.get("description", "")
        if essence_signs(found) != essence_signs(html.unescape(case.entry.text)):
            yield f"{one['url']}: the description is {found!r}"


@oracle("meta-plain")
def meta_is_plain(case: Case) -> Iterator[str]:
    """The description has no marks of Markdown in it."""
    for one in case.articles:
        metas = case.site.html(one["url"]).meta
        for name in ("description", "og:description", "twitter:description"):
            if re.search(r"\*\*|\]\(|`|\\", metas.get(name, "")):
                yield f"{one['url']}: {name} is {metas[name]!r}"


@oracle("dir-auto")
def has_its_direction(case: Case) -> Iterator[str]:
    """The element that shows it lets the text decide in which direction it runs."""
    for one in case.articles:
        headings = [attributes for tag, attributes in case.site.html(one["url"]).elements if tag == "h1"]
        if not headings or any(attributes.get("dir") != "auto" for attributes in headings):
            yield f"{one['url']}: the heading has no dir=auto"


@oracle("unique-ids")
def ids_are_unique(case: Case) -> Iterator[str]:
    """No page has an id twice."""
    for url in case.urls:
        ids = case.site.html(url).ids
        yield from (f"{url} has the id {one} twice" for one in {one for one in ids if ids.count(one) > 1})


@oracle("no-clobber")
def theme_keeps_its_names(case: Case) -> Iterator[str]:
    """No id or name from the article is one that the theme, or a browser's document, uses."""
    yield from ids_are_unique(case)
    for url, seen in case.seen():
        yield from (f"{url}: {one} is shadowed" for one in seen.page.get("shadowing", ()))
        yield from (f"{url}: {one}" for one in seen.executions)


@oracle("no-pollution")
def objects_are_clean(case: Case) -> Iterator[str]:
    """What is on a page changes no prototype."""
    for url, seen in case.seen():
        yield from (f"{url}: Object.prototype has {one}" for one in seen.page.get("polluted", ()))
        yield from (f"{url}: {one}" for one in seen.executions)


@oracle("theme-works", "no-console-error")
def theme_works(case: Case) -> Iterator[str]:
    """The page's own scripts run without an error."""
    for url, seen in case.seen():
        yield from (f"{url}: {one}" for one in (*seen.errors, *seen.console))


@oracle("no-layout-takeover")
def stays_in_its_place(case: Case) -> Iterator[str]:
    """No element of the article is fixed, none has a style of its own, and a narrow page does not scroll sideways."""
    for url, seen in case.seen():
        yield from (f"{url}: {one[:200]} floats" for one in seen.page.get("floating", ()))
        if seen.page.get("wide"):
            yield f"{url} scrolls sideways"
    for one in case.articles:
        styled = [tag for tag, attributes in case.site.html(one["url"]).elements if "style" in attributes]
        yield from (f"{one['url']}: {tag} has a style" for tag in styled)


@oracle("href-exact")
def address_is_exact(case: Case) -> Iterator[str]:
    """A link leads to the address as a browser reads it."""
    wanted = unquote(expected_address(case.entry.text))
    if not case.articles:
        yield "no article was published"
    for one in case.articles:
        hrefs = [unquote(href) for href in case.look(one["url"]).page.get("hrefs", [])]
        if wanted not in hrefs:
            near = [href for href in hrefs if urlsplit(href).netloc == urlsplit(wanted).netloc]
            yield f"{one['url']} has no link to {wanted}, only {near}"


def expected_address(text: str) -> str:
    """The address that is meant: a DOI is one at doi.org; a closing bracket that nothing opened is no part of it."""
    if text.casefold().startswith("doi:"):
        text = f"https://doi.org/{text[4:].strip()}"
    while text.endswith(")") and text.count(")") > text.count("("):
        text = text[:-1]
    return text


@oracle("citations-linked")
def citations_lead_to_their_works(case: Case) -> Iterator[str]:
    """`[n]` leads to work n, where there is one."""
    for one in case.articles:
        page = case.site.html(one["url"])
        links = [attributes.get("href", "") for tag, attributes in page.elements if tag == "a"]
        for number in re.findall(r"^\[(\d+)\]", case.entry.text, re.M):
            if f"#ref-{number}" not in links or f"ref-{number}" not in page.ids:
                yield f"{one['url']}: [{number}] leads nowhere"


@oracle("sections-kept")
def sections_are_kept(case: Case) -> Iterator[str]:
    """No section swallows the next one: what stands below Summary is the summary."""
    if not case.articles:
        yield "no article was published"
    for one in case.articles:
        found = re.findall(r"Summary\n+(?!Tags)(.+?)\n*(?:\n\n|$)", case.entry.text, re.S)
        wanted = found[-1] if found else "A summary stands here."
        if essence(wanted.split("\n\n")[0]) not in essence(one["summary"]):
            yield f"{one['url']}: the summary is {one['summary']!r}"


@oracle("no-definition-leak")
def definitions_stay_home(case: Case) -> Iterator[str]:
    """No other page links to the address that the entry defines."""
    for address in re.findall(r"https?://[\w.-]+", case.entry.text):
        for path, page in case.site.pages():
            links = [attributes.get("href", "") for tag, attributes in page.elements if tag == "a"]
            if path.removesuffix("index.html") not in case.urls and any(link.startswith(address) for link in links):
                own = [one["link"] for one in case.site.items("references")]
                if address not in str(own):
                    yield f"{path} links to {address}"
