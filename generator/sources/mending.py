"""A file and edits in, the file with the edits made out: every byte outside their spans stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.model import Edit, Source
from generator.sources.decoding import LINE_END, encoding_of, read_lines


def mend(source: Source, edits: Iterable[Edit]) -> tuple[Source, int]:
    """The mended file, and how many edits were made.

    An edit is made where the file has, letter for letter, what it names; of two that overlap the first one is. A line
    with invisible signs is left alone, since its columns are not those of the file.
    """
    lines, _ = read_lines(source)
    if lines is None:
        return source, 0
    mark, encoding = encoding_of(source)
    text = source.data[len(mark) :].decode(encoding)
    starts = [0, *(found.end() for found in LINE_END.finditer(text))]
    raw = LINE_END.split(text)
    pieces: list[str] = []
    done = made = 0
    for edit in sorted(edits):
        if not (0 < edit.line <= len(raw) and raw[edit.line - 1] == lines[edit.line - 1].text):
            continue
        start = starts[edit.line - 1] + edit.column - 1
        found = _pattern(edit.old).match(text, start)
        if found and start >= done:
            pieces += [text[done:start], edit.new]
            done = found.end()
            made += 1
    mended = "".join((*pieces, text[done:]))
    return replace(source, data=mark + mended.encode(encoding)), made


def _pattern(old: str) -> re.Pattern[str]:
    """What an edit takes out; a line feed stands for any line end."""
    return re.compile(f"(?:{LINE_END.pattern})".join(re.escape(line) for line in old.split("\n")))
