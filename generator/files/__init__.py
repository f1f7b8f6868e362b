"""The files of a folder out, files into a folder: what reads articles from the disk, and writes a site to it."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from generator.model import NO_EXTRAS, DataFile, Extras, Place, Problem, Problems, Source
from generator.sources.decoding import LINE_END, MAX_BYTES
from generator.text.excerpts import printable

TEMPLATES = Path(__file__).resolve().parents[2] / "site_templates"
"""The templates, beside this package both in the repository and where it is installed."""

ARTICLE_SUFFIXES = (".txt", ".md", ".markdown", ".text")
_ACTIVE_SUFFIXES = frozenset(
    ".html .htm .xhtml .xht .shtml .mhtml .svg .svgz .xml .xsl .xslt .js .mjs .swf .hta".split()
)
EXTRAS = ("catalog.yml", "ledger.yml", "links.yml", "vocabulary.yml")
_OWNERS = ("robots.txt", "llms.txt")


class SiteError(Exception):
    """Something about the folders that only the owner of the site can put right."""


def read_sources(folder: Path, shown: str = "") -> tuple[list[Source], Extras, Problems]:
    """The articles of a folder and its subfolders, sorted by path, and the files beside them.

    Every other file is a problem. Only regular files are opened; links, pipes and devices are refused. Hidden files are
    passed over. Paths in the result start with `shown`, or the folder's name. Raises SiteError without that folder.
    """
    if not folder.is_dir():
        raise SiteError(f"there is no folder {folder.name}/ for the articles; create it, or set `seeds` in mkdocs.yml")
    sources: list[Source] = []
    extras = NO_EXTRAS
    problems: list[Problem] = []
    for path in sorted(_walk(folder), key=lambda path: path.as_posix()):
        name = _shown(f"{shown or folder.name}/{path.relative_to(folder).as_posix()}")
        if LINE_END.search(path.name):
            problems.append(_unnamed(name))
            continue
        is_extra = path.parent == folder and path.name in EXTRAS
        if not is_extra and path.suffix.lower() not in ARTICLE_SUFFIXES and not path.is_symlink():
            problems.append(_other_file(name, path.suffix.lower()))
            continue
        try:
            source = Source(name, _read_regular(path))
        except OSError as error:
            message = f"the file cannot be read: {_reason(error)}"
            problems.append(Problem(Place(name), "unreadable", message, "put a regular, readable file there"))
            continue
        if is_extra:
            extras = replace(extras, **{path.stem: source})
        else:
            sources.append(source)
    return sources, extras, tuple(problems)


def _other_file(name: str, suffix: str) -> Problem:
    """The problem of a file that is no article: an error where a browser would run what is in it."""
    hint = f"articles end in {', '.join(ARTICLE_SUFFIXES)}"
    if suffix in _ACTIVE_SUFFIXES:
        message = "a browser would run what this file holds; it is not read, and not part of the site"
        return Problem(Place(name), "active-file", message, f"take it away; {hint}")
    return Problem(Place(name), "not-an-article", "this file is not read", hint)


def _unnamed(name: str) -> Problem:
    message, hint = "the name of the file has a line end in it, so it is not read", "give the file another name"
    return Problem(Place(name), "file-name", message, hint)


def read_paths(paths: list[Path]) -> tuple[list[Source], Extras, Problems]:
    """Articles named one by one, or by folder; as `read_sources`."""
    sources: list[Source] = []
    extras = NO_EXTRAS
    problems: Problems = ()
    for path in paths:
        if path.is_dir():
            found, extras, more = read_sources(path, path.as_posix())
            sources += found
            problems += more
        elif path.exists():
            try:
                sources.append(Source(_shown(path.as_posix()), _read_regular(path)))
            except OSError as error:
                message = f"the file cannot be read: {_reason(error)}"
                hint = "put a regular, readable file there"
                problems += (Problem(Place(_shown(path.as_posix())), "unreadable", message, hint),)
        else:
            raise SiteError(f"there is no file or folder {path}")
    return list(dict.fromkeys(sources)), extras, problems


def read_schemas() -> tuple[DataFile, ...]:
    """The JSON Schemas of the data files, as files of the site."""
    folder = TEMPLATES / "schemas"
    return tuple(DataFile(f"data/schema/{path.name}", path.read_bytes()) for path in sorted(folder.glob("*.json")))


def read_quality() -> bytes:
    """How well the finders do, as `make quality` keeps it."""
    return (TEMPLATES / "quality.json").read_bytes()


def read_templates() -> bytes:
    """A digest of the templates and of all that stands beside them."""
    found = blake2b(digest_size=16)
    for path in sorted(path for path in TEMPLATES.rglob("*") if path.is_file() and "__pycache__" not in path.parts):
        found.update(repr((path.relative_to(TEMPLATES).as_posix(), path.read_bytes())).encode())
    return found.digest()


def write_data(folder: Path, files: Iterable[DataFile]) -> None:
    """Write generated files below a folder. A robots.txt or llms.txt that the owner wrote stays."""
    made = set()
    for file in files:
        target = f"{folder}/{file.path}"  # a Path for each of a hundred thousand files takes longer than to write them
        above = os.path.dirname(target)
        if file.path in _OWNERS and os.path.exists(target):
            continue
        if above not in made:
            os.makedirs(above, exist_ok=True)
            made.add(above)
        with open(target, "wb") as opened:
            opened.write(file.data)


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Put new content in the place of the old, in one step, with the same permissions.

    Raises OSError where the path is a link or no regular file, or where the file is no longer what was read.
    """
    if _read_regular(path) != old:
        raise OSError(errno.EBUSY, "it was changed meanwhile", str(path))
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(new)
            file.flush()
            os.fchmod(file.fileno(), stat.S_IMODE(path.lstat().st_mode))
            os.fsync(file.fileno())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _walk(folder: Path) -> Iterator[Path]:
    """Every file below a folder that is not hidden, and folders that are links or are named as articles are.

    Neither of these is entered.
    """
    for base, folders, names in os.walk(folder, onerror=_raise, followlinks=False):
        links = [name for name in folders if Path(base, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        named = [name for name in folders if Path(name).suffix.lower() in ARTICLE_SUFFIXES]  # to be told, and refused
        folders[:] = [name for name in folders if name not in named]
        yield from (Path(base, name) for name in [*names, *links, *named] if not name.startswith("."))


def _raise(error: OSError) -> None:
    raise error


def _read_regular(path: Path) -> bytes:
    """The bytes of a regular file, at most one more than an article may have. Raises OSError for anything else."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags)
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(0, "it is not a regular file")
        return file.read(MAX_BYTES + 1)


def _reason(error: OSError) -> str:
    return "it is a link to another file" if error.errno == errno.ELOOP else str(error.strerror or error)


def _shown(name: str) -> str:
    """A file's name as text: bytes that are not UTF-8, and signs that cannot be printed, are shown as escapes."""
    return printable(name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))


def explain(error: Exception) -> str:
    """A failure of the disk as one line that says what to do."""
    if not isinstance(error, OSError):
        return str(error)
    advice = {
        errno.ENOSPC: "free some space, then try again",
        errno.EDQUOT: "free some space, then try again",
        errno.EBUSY: "try again",
        errno.EACCES: "allow writing there, or choose another folder",
        errno.EPERM: "allow writing there, or choose another folder",
        errno.EROFS: "choose a folder on a disk that can be written",
    }.get(error.errno or 0, "what was published before is as it was")
    where = f"{Path(error.filename).name}: " if error.filename else ""
    return f"{where}{error.strerror or error}; {advice}"
