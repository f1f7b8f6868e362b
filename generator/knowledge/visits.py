"""What addresses answered (`seeds/links.yml`) in, when each was last seen out; and the file, written anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from generator.model import Problem, Problems, Source, Visit
from generator.sources.decoding import read_lines
from generator.sources.frontmatter import as_yaml
from generator.sources.mappings import Node, read_mapping, unused_key
from generator.text.dates import read_date
from generator.text.nearest import Speller
from generator.text.urls import safe_url, url_key

Visits = Mapping[str, Visit]
"""By what the spellings of an address share."""

State = Literal["seen", "gone", "tried"]
"""What an answer says of a page: it is there, it is not, or neither."""

NO_VISITS: Visits = {}
_DATES = ("seen", "gone", "tried")
_KEYS = (*_DATES, "why")
_SPELLER = Speller(_KEYS)
_HEAD = """\
# Written by `seedbed check-links`: the day on which an address was last seen alive, found gone, or tried in vain.
# Keep it with the articles; the site says beside each reference what is in here.
"""


def read_visits(source: Source | None) -> tuple[Visits, Problems]:
    """The visits that a file tells of; what is wrong in an entry is a problem, and the rest of it counts."""
    if source is None:
        return NO_VISITS, ()
    lines, problems = read_lines(source)
    mapping, found = read_mapping("\n".join(line.text for line in lines or ()), source.path)
    problems += found
    visits: dict[str, Visit] = {}
    for name, node in mapping.pairs:
        url = safe_url(name)
        if not url:
            message = f"“{name}” is not an address that a page may link to"
            problems += (Problem(node.named_at, "unsafe-url", message, "remove the entry", len(name)),)
            continue
        visits[url_key(url)], found = _read_visit(url, node)
        problems += found
    return visits, problems


def write_visits(visits: Iterable[Visit]) -> bytes:
    """The file that tells of visits, sorted by address."""
    rows = []
    for visit in sorted(visits, key=lambda visit: visit.url):
        if given := {key: value for key in _KEYS if (value := getattr(visit, key))}:
            rows.append(as_yaml({visit.url: given}))
    return (_HEAD + "".join(rows)).encode()


def renew_visit(visit: Visit, state: State, why: str, today: str) -> Visit:
    """What is known of an address after another answer."""
    if state == "seen":
        return Visit(visit.url, seen=today)
    return Visit(visit.url, seen=visit.seen, why=why, **{state: today})


def is_due(visit: Visit, today: str, days: int) -> bool:
    """Whether nobody has asked for an address on one of the last so many days."""
    last = max(visit.seen, visit.gone, visit.tried)
    return not last or (date.fromisoformat(today) - date.fromisoformat(last)).days >= days


def _read_visit(url: str, node: Node) -> tuple[Visit, Problems]:
    problems: list[Problem] = []
    given: dict[str, str] = {}
    for key, value in node.pairs:
        if key not in _KEYS:
            problems.append(unused_key(key, value, _SPELLER.nearest(key), _KEYS))
            continue
        given[key] = read_date(value.text) if key in _DATES else value.text
        if not given[key] and value.text:
            message = f"“{value.text}” is not a date"
            problems.append(Problem(value.place, "bad-date", message, "write it as 2026-05-03", len(value.text)))
    return Visit(url, **given), tuple(problems)
