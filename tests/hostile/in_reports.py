"""A Case in, what is wrong with what the program said of it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.articles import read_article
from generator.model import Source
from hostile.articles import one_line
from hostile.cases import Case, NotJudged
from hostile.oracles import oracle

MEASURED_PAGE = 200_000
"""The heaviest page, compressed, in bytes."""


@oracle("error-located")
def is_an_error(case: Case) -> Iterator[str]:
    """An error names the place and says what would be right, and the exit code tells of it."""
    errors = case.of_level("error")
    if not errors:
        yield f"there is no error, only {[one['code'] for one in case.problems]}"
    for one in errors:
        if not (one["path"] and one["line"] >= 1 and one["column"] >= 1 and one["message"] and one["hint"]):
            yield f"the error is not told in full: {one}"
    if case.site.returncode not in (1, 2, 3):
        yield f"the exit code is {case.site.returncode}"
    yield from no_traceback(case)


@oracle("warn-located", "warn")
def is_a_warning(case: Case) -> Iterator[str]:
    """A warning, or an error, names the place."""
    if all(_beside_the_point(one, case) for one in case.of_level("warning", "error")):
        yield f"nothing warns of it, there are only {[one['code'] for one in case.problems]}"


MISSING = {"no-description": "Description", "no-summary": "Summary", "no-tags": "Tags"}
"""What is said of many an article here, whatever the entry is about; and the name by which an entry is about it."""


def _beside_the_point(problem: dict[str, Any], case: Case) -> bool:
    return problem["code"] in MISSING and MISSING[problem["code"]] not in case.entry.text


@oracle("no-warning")
def is_no_warning(case: Case) -> Iterator[str]:
    """Nothing is said against it."""
    found = [one for one in case.of_level("warning", "error") if not _beside_the_point(one, case)]
    yield from (f"{one['code']}: {one['message']}" for one in found if one["path"].endswith("-text.txt"))


@oracle("hint")
def has_a_hint(case: Case) -> Iterator[str]:
    """Each error has a hint of one line."""
    if not case.of_level("error") or not all(one["hint"] for one in case.of_level("error")):
        yield "there is no hint"


@oracle("no-traceback")
def no_traceback(case: Case) -> Iterator[str]:
    """No traceback of Python's is shown."""
    if "Traceback (most recent call last)" in case.site.said:
        yield case.site.said[case.site.said.index("Traceback") :][:2000]


@oracle("no-network-at-build")
def asks_no_host(case: Case) -> Iterator[str]:
    """The build opens no connection and looks no name up."""
    yield from case.site.connections


@oracle("no-side-file")
def leaves_nothing_behind(case: Case) -> Iterator[str]:
    """Beside the site and the cache there is nothing that was not there before."""
    known = {"mkdocs.yml", "docs", "seeds", "site", ".cache"}
    yield from sorted({path.name for path in case.site.folder.parent.iterdir()} - known)
    yield from (path.name for path in case.site.folder.parent.rglob("pwned*"))


@oracle("no-build-abort")
def rest_is_built(case: Case) -> Iterator[str]:
    """The rest of the site is built."""
    if len(case.site.articles) < 2 or not (case.site.folder / "index.html").is_file():
        yield "the site is not there"


@oracle("both-locations")
def names_both(case: Case) -> Iterator[str]:
    """An error names both places with their lines."""
    pattern = re.compile(r"line \d+|\.(?:txt|md):\d+")
    if not any(pattern.search(f"{one['message']} {one['hint']}") for one in case.of_level("error")):
        yield f"no error names two places: {[one['message'] for one in case.of_level('error')]}"


@oracle("terminal-safe")
def is_safe_to_print(case: Case) -> Iterator[str]:
    """What is said has no control characters, and a problem's text stays on its own lines."""
    if found := re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", case.site.said.replace("\r\n", "\n")):
        yield f"the output holds {found[0]!r}"
    for line in case.site.said.splitlines():
        if re.match(r"\s*INFO - 0 errors", line):
            yield f"a line is forged: {line}"


@oracle("warn-confusable")
def warns_of_look_alikes(case: Case) -> Iterator[str]:
    """A warning names the tag whose letters are of a script that they are not taken for."""
    wanted = one_line(case.entry.text)
    if not any("script" in one["message"] and wanted in one["message"] for one in case.of_level("warning")):
        yield f"nothing warns of {wanted!r}: {[one['code'] for one in case.problems]}"


@oracle("site-kept")
def site_is_kept(case: Case) -> Iterator[str]:
    """Under --strict, or where the build failed, the site published before stays as it is."""
    if case.facts.get("before") != case.facts.get("after"):
        yield "the site published before has changed"
    if "before" not in case.facts:
        raise NotJudged("no site was published before")


@oracle("page-weight")
def page_is_light(case: Case) -> Iterator[str]:
    """The page is light enough when compressed, or the article is refused, and it is said that it is long."""
    if case.facts["compressed"] > MEASURED_PAGE:
        yield f"the page has {case.facts['compressed']:,} bytes compressed"
    if not any(code in case.facts["codes"] for code in ("too-large", "heavy-article")):
        yield f"nothing says that it is long: {case.facts['codes']}"


@oracle("line-numbers-true", "same-output-as-lf")
def line_ends_do_not_matter(case: Case) -> Iterator[str]:
    """The file reads as with plain line ends, and its problems stand where they stand there."""
    plain = re.sub(rb"\r\n|\r", b"\n", case.entry.data).removesuffix(b"\n") + b"\n"
    if read_article(Source("a.txt", case.entry.data)) != read_article(Source("a.txt", plain)):
        yield "the article, or its problems, are not those of the file with plain line ends"
