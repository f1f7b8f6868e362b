"""Works and articles in, what cites them out: BibTeX, CSL-JSON, RIS, and a line in the style of the APA."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from generator.exports.datafiles import json_list
from generator.model import Article, Reference
from generator.paths import article_path, canonical_url
from generator.settings import Settings
from generator.text import collapse
from generator.text.dates import MONTHS

EntryKind = Literal["work", "page"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing to cite; what is not known is empty, and no format says anything of it.

    A `work` is whatever articles cite, a `page` is one of this site; `date` is an ISO date, `site` the name of a site.
    """

    key: str
    title: str
    kind: EntryKind = "work"
    authors: tuple[str, ...] = ()
    site: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Format:
    """A format that programs for literature read: its name, suffix and media type, and what writes entries in it."""

    name: str
    suffix: str
    media: str
    write: Callable[[Sequence[Entry]], str]


@dataclass(frozen=True, slots=True)
class Apa:
    """A citation for a person; the title stands apart because it is set in italics."""

    before: str
    title: str
    after: str


_NOT_TEXT = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")  # controls, and surrogates that UTF-8 cannot write
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",  # `\{` would count as a brace when BibTeX looks for the end of a value
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "$&#%_"},
    }
)
_LIGATURE = re.compile(r"(?<=[-'`,<>!?])(?=[-'`,<>])")  # TeX makes one sign of `--`, ''', `` or ?`
_ALL_NAMED = 20
"""The APA names so many authors; of more, the first nineteen and the last."""


def work_entry(work: Reference) -> Entry:
    """What is known of a work that articles cite."""
    return Entry(work.key, _plain(work.title), publisher=_plain(work.publisher), url=work.link)


def article_entry(article: Article, settings: Settings) -> Entry:
    """An article as a page of the site; without the site's address it has none of its own."""
    return Entry(
        key=article.slug,
        title=_plain(article.title),
        kind="page",
        authors=tuple(_plain(name) for name in article.authors),
        site=_plain(settings.site_name),
        date=article.date,
        url=canonical_url(article_path(article.slug), settings),
    )


def as_bibtex(entries: Iterable[Entry]) -> str:
    """BibTeX in UTF-8. Names and titles stand in braces of their own: no style may take them apart or lower them."""
    return "\n".join(_bibtex_entry(entry) for entry in entries)


def as_csl_json(entries: Iterable[Entry]) -> str:
    """CSL-JSON: a list of items, one a line."""
    return json_list([_csl_item(entry) for entry in entries]) + "\n"


def as_ris(entries: Iterable[Entry]) -> str:
    """RIS, its lines ending as that format wants."""
    return "".join(f"{tag}  - {value}\r\n" for entry in entries for tag, value in _ris_lines(entry))


def as_apa(entry: Entry) -> Apa:
    """The entry as the seventh edition of the APA's manual has a web page, with names as the author wrote them."""
    end = _ended(entry.title)[len(entry.title) :]
    date = f"({_apa_date(entry.date)})."
    rest = " ".join(part for part in (_ended(entry.site), entry.url) if part)
    if entry.authors:
        return Apa(f"{_ended(_apa_names(entry.authors))} {date} ", entry.title, f"{end} {rest}".rstrip())
    return Apa("", entry.title, f"{end} {date} {rest}".rstrip())


FORMATS = (
    Format("BibTeX", "bib", "application/x-bibtex", as_bibtex),
    Format("CSL-JSON", "csl.json", "application/vnd.citationstyles.csl+json", as_csl_json),
    Format("RIS", "ris", "application/x-research-info-systems", as_ris),
)

OTHER_NAMES = {
    "id": ("the key", "ID"),
    "type": ("the type", "TY"),
    "author[]": ("author", "AU"),
    "title": ("title", "TI"),
    "container-title": ("howpublished", "T2"),
    "publisher": ("publisher", "PB"),
    "issued": ("year, month, day", "PY, DA"),
    "URL": ("url", "UR"),
}
"""What BibTeX and RIS call a field of CSL-JSON."""


def _plain(text: str) -> str:
    """The text on one line, in signs that every format can hold."""
    return _NOT_TEXT.sub("\ufffd", collapse(text))


def _bibtex_entry(entry: Entry) -> str:
    year, month, day = entry.date.split("-") if entry.date else ("", "", "")
    fields = {
        "author": " and ".join(_literal(name) for name in entry.authors),
        "title": _literal(entry.title),
        "howpublished": _literal(entry.site),
        "publisher": _literal(entry.publisher),
        "year": year,
        "month": month and MONTHS[int(month) - 1][:3],
        "day": day.lstrip("0"),
        "url": entry.url,
    }
    # the name of a month is one of BibTeX's own, and stands without braces
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{entry.key},", *lines, "}\n"])


def _literal(text: str) -> str:
    """The text in braces, as TeX has to be told it."""
    return f"{{{_LIGATURE.sub('{}', text.translate(_TEX))}}}" if text else ""


def _csl_item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.key,
        "type": {"work": "document", "page": "webpage"}[entry.kind],
        "author": [{"literal": name} for name in entry.authors],
        "title": entry.title,
        "container-title": entry.site,
        "publisher": entry.publisher,
        "issued": {"date-parts": [[int(part) for part in entry.date.split("-")]]} if entry.date else None,
        "URL": entry.url,
    }
    return {name: value for name, value in item.items() if value}


def _ris_lines(entry: Entry) -> list[tuple[str, str]]:
    fields = [
        *(("AU", name) for name in entry.authors),
        ("TI", entry.title),
        ("T2", entry.site),
        ("PB", entry.publisher),
        ("PY", entry.date[:4]),
        ("DA", entry.date.replace("-", "/")),
        ("UR", entry.url),
    ]
    kind = {"work": "GEN", "page": "ELEC"}[entry.kind]
    return [("TY", kind), ("ID", entry.key), *((tag, value) for tag, value in fields if value), ("ER", "")]


def _apa_names(names: Sequence[str]) -> str:
    if len(names) > _ALL_NAMED:
        return ", ".join([*names[: _ALL_NAMED - 1], f". . . {names[-1]}"])
    if len(names) > 1:
        return ", ".join([*names[:-1], f"& {names[-1]}"])
    return names[0]


def _apa_date(date: str) -> str:
    if not date:
        return "n.d."
    year, month, day = date.split("-")
    return f"{year}, {MONTHS[int(month) - 1].capitalize()} {int(day)}"


def _ended(text: str) -> str:
    """The text with a full stop, unless it has an end of its own."""
    return text if not text or text[-1] in ".!?…。！？" else f"{text}."
