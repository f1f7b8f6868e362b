"""A folder beside the site in, in which the next one is built; the site out, replaced in one step.

Builds do not wait for each other: each has a folder of its own, and the last to be ready is the one that stays. A build
holds a lock on its folder, which the system takes from it when it ends, however it ends. So a folder without a lock is
what a dead build left, whoever has its process number by now, and a folder with one is never touched.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import re
import secrets
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.files import SiteError

if sys.platform != "win32":
    import fcntl

_OURS = "data/articles.json"
"""The file by which a folder is known to be a site that this program made."""
_ATTEMPTS = 100
"""So many other builds may publish in the very moment in which this one does."""


class Staging:
    """A folder beside the site, on the same disk, in which the next one is built."""

    def __init__(self, site: Path) -> None:
        self._site = site
        self._handle: int | None = None
        self.folder = site.parent / f".{site.name}.{secrets.token_hex(4)}.next"

    def make(self) -> None:
        """Make it, empty, and remove what dead builds left.

        Raises SiteError where the site's folder holds files that no build of this program wrote: publishing would
        delete them.
        """
        site = self._site
        if site.is_symlink() or (site.exists() and not site.is_dir()):
            raise SiteError(f"{site.name} is not a folder; remove it, or choose another --site-dir")
        if site.is_dir() and any(site.iterdir()) and not (site / _OURS).is_file():
            raise SiteError(
                f"{site.name}/ holds files that Seedbed did not write; empty it, or choose another --site-dir"
            )
        site.parent.mkdir(parents=True, exist_ok=True)
        os.umask(0o022)  # a site is for everybody to read, whoever builds it
        _clean(site)
        while not self.folder.is_dir():  # another build may take it for a dead one's before it is locked
            self.folder.mkdir()
            self._handle = _lock(self.folder, wait=True)

    def publish(self) -> None:
        """Put the folder in the place of the site by renaming: readers see the old one or the new one.

        Raises OSError where that fails; the site is then the old one.
        """
        for _ in range(_ATTEMPTS):
            if self._replace():
                break
        else:
            raise OSError(errno.EBUSY, "other builds publish all the time", str(self._site))
        self.discard()

    def discard(self) -> None:
        """Remove what is left of the folder."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _replace(self) -> bool:
        """Whether the folder has taken the site's place; if not, another build has done so at this moment."""
        if _exchange(self.folder, self._site):
            return True
        old = self.folder.with_suffix(".old")
        with _held(self._site):
            with suppress(FileNotFoundError):
                self._site.rename(old)
            try:
                self.folder.rename(self._site)
            except OSError as error:
                if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                    shutil.rmtree(old, ignore_errors=True)
                    return False
                with suppress(OSError):  # where this fails too, the next build does it
                    old.rename(self._site)
                raise
            shutil.rmtree(old, ignore_errors=True)
        return True


def keep_apart(site: Path, seeds: Path) -> None:
    """Raises SiteError where the site would be part of the folder of articles, or would take its place."""
    one, other = site.resolve(), seeds.resolve()
    if one.is_relative_to(other) or other.is_relative_to(one):
        raise SiteError(
            f"{site.name}/ and the articles in {seeds.name}/ would be in one place; choose another --site-dir"
        )


def keep_articles(site: Path, number: int) -> None:
    """Raises SiteError where a site without articles would take the place of one that has some."""
    if not number and _has_articles(site / _OURS):
        raise SiteError(f"no article is left; {site.name}/ is kept. Delete it first, if that is meant")


def _has_articles(path: Path) -> bool:
    """Whether a list of articles names any; one that cannot be read may have named some."""
    try:
        return path.is_file() and bool(json.loads(path.read_bytes()).get("items"))
    except (ValueError, AttributeError, RecursionError):
        return True


def _clean(site: Path) -> None:
    """Remove the folders of dead builds; where one died between its two renames, the site takes its place again."""
    ours = re.compile(rf"\.{re.escape(site.name)}\.[0-9a-f]+\.(next|old)")
    for left in sorted(site.parent.iterdir()):
        if not (named := ours.fullmatch(left.name)):
            continue
        handle = _lock(left)
        if handle is None:
            continue
        try:
            if named[1] == "old" and not site.exists():
                with suppress(OSError):  # another build has published its own at this moment
                    left.rename(site)
            else:
                shutil.rmtree(left, ignore_errors=True)
        finally:
            os.close(handle)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """While this runs no other build takes the folder for a dead one's."""
    handle = _lock(folder, alone=False)
    try:
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _lock(folder: Path, *, wait: bool = False, alone: bool = True) -> int | None:
    """A handle that locks a folder until it is closed or its process ends.

    None where another process has it, where it is no folder any more, and where the system cannot lock folders.
    """
    if sys.platform == "win32":
        return None
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    with suppress(OSError):
        fcntl.flock(handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | (0 if wait else fcntl.LOCK_NB))
        if os.path.samestat(os.fstat(handle), os.lstat(folder)):  # and not one that was renamed meanwhile
            return handle
    os.close(handle)
    return None


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step where the system can (Linux renameat2, macOS renamex_np); else do nothing."""
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform.startswith("linux") and hasattr(library, "renameat2"):
        return bool(library.renameat2(-100, names[0], -100, names[1], 2) == 0)  # AT_FDCWD, RENAME_EXCHANGE
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(names[0], names[1], 2) == 0)  # RENAME_SWAP
    return False
