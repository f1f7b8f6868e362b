"""Drafts of pages and other files in, all of them in a folder out, in several processes; and what the index reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path

from generator.files import write_data
from generator.files.kept import Kept
from generator.model import DataFile, Size
from generator.pages.records import Draft
from generator.plugin.press import Press
from generator.search import FOLDER, Index
from generator.workers import spread

Written = tuple[str, str, bytes, tuple[Size, ...]]
"""Of a page: what the index reads of it, the path of its file, and a digest of what that was made from, if known.
Of other files: how large those are that are made by then."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes a site into a folder. What the last build made of the same values is kept, where `kept` knows of any.

    `sizes` are those of the data files: they are filled in as the files are made, in whatever process.
    """

    folder: Path
    press: Press
    sizes: dict[str, Size]
    kept: Kept | None = None
    index: Index | None = None
    jobs: int = 1
    tick: Callable[[str, int], None] = lambda stage, total: None

    def write(
        self, drafts: Sequence[Draft], others: Sequence[Iterable[DataFile]], found: Iterable[tuple[str, str]] = ()
    ) -> None:
        """Write the page of each draft, the other files, and the full-text index.

        The page that tells how large the data files are comes last. `found` are the addresses of pages that are there
        already, with what the index reads of them.
        """
        drafts = sorted(drafts, key=lambda draft: draft.kind == "data")
        works: list[Callable[[], Written]] = [partial(self._write_files, files) for files in others]
        works += [partial(self._write_page, draft) for draft in drafts if draft.kind != "data"]
        for url, html in found:
            self._add(url, html)
        keys: dict[str, bytes] = {}
        with closing(spread(_do, works, self.jobs, lambda: self.tick("Writing pages", len(works)))) as written:
            for _, _, _, sizes in islice(written, len(others)):
                self.sizes.update((size.path, size) for size in sizes)
            last = (self._write_page(draft) for draft in drafts if draft.kind == "data")
            for draft, (html, path, key, _) in zip(drafts, chain(written, last), strict=True):
                self._add(self.press.url_of(draft), html)
                keys[path] = key
        if self.index:
            self.index.finish(self.folder / FOLDER)
        if self.kept:
            self.kept.note({path: key for path, key in keys.items() if key})

    def _write_page(self, draft: Draft) -> Written:
        page = draft.page()
        path, key = self.press.file_of(page), self.press.key(page) if self.kept else b""
        if not (self.kept and key and self.kept.take(path, key)):
            write_data(self.folder, (self.press.make(page),))
        return self.press.entry(page) if self.index else "", path, key, ()

    def _write_files(self, files: Iterable[DataFile]) -> Written:
        write_data(self.folder, files)
        return "", "", b"", tuple(self.sizes.values())

    def _add(self, url: str, html: str) -> None:
        if self.index:
            self.index.add(url, html)


def _do(work: Callable[[], Written]) -> Written:
    return work()
