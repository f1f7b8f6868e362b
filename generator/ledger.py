"""The ledger in (`seeds/ledger.yml`: address -> the file it was made from), what stands at an address no more out."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import PurePosixPath

from generator.model import Article, Place, Problem, Problems, Source
from generator.paths import article_path
from generator.sources.decoding import read_lines
from generator.sources.mappings import read_mapping

GONE = "gone"
"""What stands for an address whose page was taken down on purpose."""
_TO = "-> "
_PLAIN = re.compile(r"[\w][\w./ -]*[\w./]|\w|-> [\w./-]+")
_PATH = re.compile(r"(?:[^\s/\\:*?\"<>|#]+/)*")
_NONE: Mapping[str, str] = {}
_HEAD = """\
# Every address that was ever published, and for those of articles the file. Written by `seedbed record`; commit it.
# Of one that is gone, say where it leads (`-> articles/new-title/`), or that this is meant (`gone`).
"""


@dataclass(frozen=True, slots=True)
class Record:
    """One address: of what file it is, where it leads if that is said, or that it is gone on purpose."""

    path: str
    file: str
    target: str
    is_gone: bool
    place: Place


@dataclass(frozen=True, slots=True)
class Former:
    """An address that was published and is no more: `target` is where it leads, or empty."""

    path: str
    target: str
    record: Record


@lru_cache(maxsize=1)  # once for problems, and once for pages
def read_ledger(source: Source | None) -> tuple[tuple[Record, ...], Problems]:
    """The records of a ledger; one that is no path of a page is a problem, and the rest of them count."""
    if source is None:
        return (), ()
    lines, problems = read_lines(source)
    mapping, found = read_mapping("\n".join(line.text for line in lines or ()), source.path)
    problems += found
    folder = PurePosixPath(source.path).parent
    records: list[Record] = []
    for path, node in mapping.pairs:
        target = node.text.removeprefix(_TO).strip() if node.text.startswith(_TO) else ""
        if not all(_is_path(one) for one in (path, target)):
            message, hint = f"“{path}” is not the address of a page", "write it as articles/a-title/"
            problems += (Problem(node.named_at, "no-address-of-page", message, hint, len(path)),)
            continue
        is_file = bool(node.text) and not target and node.text != GONE
        file = (folder / node.text).as_posix() if is_file else ""
        records.append(Record(path, file, target, node.text == GONE, node.named_at))
    return tuple(records), problems


def find_former(
    records: Iterable[Record], articles: Iterable[Article], paths: Container[str], renamed: Mapping[str, str] = _NONE
) -> tuple[Former, ...]:
    """The addresses that none of the `paths` of pages is, sorted, each with the page to which it leads.

    A record says where, or names the file whose article has another address now; `renamed` are those that others have
    whatever the ledger says. All lead there in one step.
    """
    by_path = {record.path: record for record in records}
    now = {article.path: article_path(article.slug) for article in articles}
    former: list[Former] = []
    for path, record in sorted(by_path.items()):
        if path in paths:
            continue
        target, seen = path, {path}
        while target and target not in paths:
            left = by_path.get(target)
            target = (left.target or now.get(left.file, "")) if left else ""
            target = target or renamed.get(path, "")
            if target in seen:
                break
            seen.add(target)
        former.append(Former(path, target if target in paths else "", record))
    return tuple(former)


def check_ledger(records: Sequence[Record], articles: Sequence[Article]) -> Problems:
    """A warning for each address of an article that leads nowhere, though nobody said that it is gone."""
    now = {article_path(slug) for article in articles for slug in (article.slug, *article.former_slugs)}
    problems = []
    for former in find_former([one for one in records if is_article(one.path)], articles, now):
        record = former.record
        leads = former.target or (record.target and not is_article(record.target))
        if not leads and not record.is_gone:
            message = f"the article at {former.path} is gone; the page there says so"
            hint = "say in the ledger where it leads (`-> articles/new-title/`), or `gone`, if that is meant"
            problems.append(Problem(record.place, "gone-article", message, hint, len(former.path)))
    return tuple(problems)


def write_ledger(records: Iterable[Record], pages: Iterable[str], articles: Iterable[Article], folder: str) -> bytes:
    """The ledger with every page there is now, and every one that there was, sorted by address."""
    files = {article_path(article.slug): article.path.removeprefix(f"{folder}/") for article in articles}
    known = {record.path: record for record in records}
    rows = {path: _said(record, folder) for path, record in known.items()}
    rows |= {path: files.get(path, "") for path in pages if path}
    lines = [f"{_quoted(path)}: {_quoted(said)}".rstrip() for path, said in sorted(rows.items())]
    return (_HEAD + "".join(f"{line}\n" for line in lines)).encode()


def is_article(path: str) -> bool:
    """Whether an address is that of an article."""
    return path.startswith("articles/") and path.count("/") == 2


def _said(record: Record, folder: str) -> str:
    if record.target:
        return f"{_TO}{record.target}"
    return GONE if record.is_gone else record.file.removeprefix(f"{folder}/")


def _quoted(text: str) -> str:
    plain = not text or _PLAIN.fullmatch(text)
    return text if plain else json.dumps(text, ensure_ascii=False)


def _is_path(path: str) -> bool:
    """Whether a path is one that a page can have: within the site, and not a file of another kind."""
    parts = path.split("/")
    return bool(_PATH.fullmatch(path)) and not any(part.startswith(".") for part in parts)
