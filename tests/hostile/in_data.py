"""A Case in, what is wrong with the data files out: values changed, signs that must not be there, formats broken."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.text import fold, slug
from hostile import formats
from hostile.articles import one_line
from hostile.cases import Case, essence
from hostile.oracles import oracle

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_HIDDEN = re.compile("[\U000e0000-\U000e007f\ufe00-\ufe0d\U000e0100-\U000e01ef]")
_TEXT_FILES = (".html", ".json", ".csv", ".xml", ".txt", ".bib", ".ris", ".graphml", ".ttl", ".md", ".jsonld", ".atom")


@oracle("no-control-chars")
def no_controls(case: Case) -> Iterator[str]:
    """No file that the build wrote holds a control character."""
    yield from _with_sign(case, _CONTROLS, "\r\n")


@oracle("no-hidden-text")
def nothing_hidden(case: Case) -> Iterator[str]:
    """No file that the build wrote holds invisible tags or variation selectors that vary nothing."""
    yield from _with_sign(case, _HIDDEN, "")


def _with_sign(case: Case, signs: re.Pattern[str], allowed: str) -> Iterator[str]:
    paths = [f"{url}index.html" for url in case.urls]
    for path, data in case.site.files():
        if (path in paths or path.startswith("data/")) and path.endswith(_TEXT_FILES):
            text = data.decode("utf-8")
            if path.endswith((".csv", ".ris")):  # formats whose lines end so
                text = text.replace("\r\n", "\n")
            if found := signs.search(text):
                yield f"{path} holds {found[0]!r} after {text[max(found.start() - 40, 0) : found.start()]!r}"


@oracle("fm-exact", "roundtrip-data")
def data_is_exact(case: Case) -> Iterator[str]:
    """The data files have the value as a text, as it was written but for spaces; or a problem says it is gone."""
    wanted = one_line(case.entry.text)
    for one in case.articles:
        if not one["source"].endswith("-front.txt"):
            continue
        if case.entry.field == "title" and one["title"] != wanted and not case.of_level("error"):
            yield f"the title is {one['title']!r}"
        if case.entry.field == "tags":
            names = {tag["slug"]: [tag["name"], *tag["aliases"]] for tag in case.site.items("tags")}
            found = [name for slug in one["tags"] for name in names[slug]]
            reported = any(wanted in problem["message"] for problem in case.problems)
            if wanted not in found and not reported:
                yield f"the tags are {found}, and nothing says that {wanted!r} is left out"


@oracle("title-exact", "title-from-filename", "single-line")
def title_is_right(case: Case) -> Iterator[str]:
    """The title is on one line, and is the one that the entry gives, or that its file's name gives."""
    if not case.articles:
        yield "no article was published"
    for one in case.articles:
        if one["title"] != one_line(one["title"]):
            yield f"the title is {one['title']!r}"
        if "title-exact" in case.entry.oracles and one["title"] != _first_words(case.entry.data):
            yield f"the title is {one['title']!r}"
        if "title-from-filename" in case.entry.oracles and essence(case.entry.stem).casefold() not in (
            essence(one["title"]).casefold()
        ):
            yield f"the title is {one['title']!r}"


def _first_words(data: bytes) -> str:
    encoding = "utf-16" if data[:2] in (b"\xfe\xff", b"\xff\xfe") else "utf-8"
    return data.decode(encoding).strip().splitlines()[0].strip()


@oracle("dedupe-key")
def is_one_work(case: Case) -> Iterator[str]:
    """Every spelling of the address in the entry's files, and the one without what only tracks, is one work."""
    host = urlsplit(case.entry.text).netloc
    plain = re.sub(r"utm_\w+=[^&]*&?", "", case.entry.text)
    works = [work for work in case.site.items("references") if urlsplit(work["link"] or "").netloc == host]
    found = [work for work in works if work["link"] in (plain, case.entry.text)]
    if len(found) != 1:
        yield f"there are {len(found)} works: {[work['link'] for work in found]}"


@oracle("merge-key")
def is_the_same_tag(case: Case) -> Iterator[str]:
    """The tag is the same as its plain form."""
    kept = "".join(sign for sign in case.entry.text if unicodedata.category(sign) != "Cf")
    plain = unicodedata.normalize("NFKC", kept).casefold()
    if case.entry.field == "tags" and fold(case.entry.text) != fold(plain):
        yield f"{case.entry.text!r} and {plain!r} are two tags"
    yield from case.facts.get("merge-key", ())


@oracle("stable-casefold")
def folds_alike_everywhere(case: Case) -> Iterator[str]:
    """The key of the tag does not depend on a locale: folding asks none, and is what it was when folded again."""
    if fold(case.entry.text) != fold(fold(case.entry.text)) or slug(slug(case.entry.text)) != slug(case.entry.text):
        yield f"{case.entry.text!r} changes when folded again"
    yield from case.facts.get("stable-casefold", ())


@oracle("no-file-read")
def nothing_is_included(case: Case) -> Iterator[str]:
    """Nothing that stands in another file is in the site."""
    for path, data in case.site.files():
        if b"root:x:0:0" in data or b"planted-marker" in data:
            yield f"{path} holds what stands in another file"


@oracle("json-valid", "csv-safe", "xml-valid", "bib-valid", "csl-valid", "ris-valid", "rdf-valid", "skos-valid")
@oracle("no-exec-in-feed")
def files_are_valid(case: Case) -> Iterator[str]:
    """Every file of the site is what its suffix says, for a strict reader."""
    for name in case.entry.oracles:
        if name in formats.READERS:
            yield from formats.complaints(case.site, name)
