"""The sections of an article in, what is wrong with their headings out: empty ones, and names with a slip."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from generator.articles.dress import undress
from generator.articles.names import nearest_name, role_of
from generator.markup.lines import is_terminated
from generator.model import Edit, Line, Place, Problem, Problems, Section

_LONGEST = 60
"""A name with its marks is shorter; `Tagss: a, b, c` is looked at up to its colon."""


def check_outline(sections: Sequence[Section], lines: Sequence[Line]) -> Problems:
    """Sections without text, and lines that are one slip away from a name that means something.

    A heading with such a slip is named in any case; a line that was read as text only where the article has no section
    of the kind that it may mean.
    """
    return (*_empty(sections), *_misspelt(sections, lines))


def _empty(sections: Sequence[Section]) -> Iterator[Problem]:
    for section, following in zip_longest(sections, sections[1:]):
        if not section.lines and not (following and following.level > section.level):
            message = f"the section “{section.title}” is empty"
            yield Problem(section.place, "empty-section", message, "write it, or delete the heading")


def _misspelt(sections: Sequence[Section], lines: Sequence[Line]) -> Iterator[Problem]:
    path = sections[0].place.path if sections else ""
    titles = {section.place.line: section.title for section in sections if section.role == "body" and section.title}
    roles = {section.role for section in sections if section.lines}
    for line in lines:
        title = titles.get(line.number, "")
        meant = nearest_name(title) if title else ""
        if not meant and len(line.text.partition(":")[0]) <= _LONGEST:
            title = undress(line.text).title.partition(":")[0].strip(" *_")
            meant = "" if is_terminated(title) else nearest_name(title, strict=True)
            meant = "" if role_of(meant) in roles else meant
        if meant:
            yield _slip(line, title, meant, path)


def _slip(line: Line, title: str, meant: str, path: str) -> Problem:
    """The problem of a line that is almost a name, with the edit that makes it one, in capitals if it was."""
    message, hint = f"“{title}” is read as text, and not as a section of its kind", f"did you mean “{meant}”?"
    at = line.text.find(title)
    if at < 0:
        return Problem(Place(path, line.number), "misspelt-section", message, hint)
    right = meant.upper() if title.isupper() else meant.lower() if title.islower() else meant
    place = Place(path, line.number, line.column + at)
    edit = Edit(place.line, place.column, title, right)
    return Problem(place, "misspelt-section", message, hint, len(title), (edit,))
