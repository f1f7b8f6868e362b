"""YAML in, plain nodes with places out: every scalar stays the text that was written, and nothing is executed.

YAML's own surprises (`no` as false, dates, aliases, tags, a key given twice) are either plain text here or a problem.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import yaml

from generator.model import Edit, Place, Problem, Problems
from generator.text import HIDDEN, collapse

MAX_DEPTH = 8
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A scalar (`text`), a list (`items`) or a mapping (`pairs`), where it starts, and where its key does."""

    place: Place
    text: str = ""
    items: tuple[Node, ...] = ()
    pairs: tuple[tuple[str, Node], ...] = ()
    key_place: Place | None = None

    @property
    def named_at(self) -> Place:
        """Where a reader looks for it: at its key, if it has one."""
        return self.key_place or self.place


class _Refused(Exception):
    """Something in the YAML that has no place in a file of this project."""

    def __init__(self, event: yaml.Event, message: str) -> None:
        super().__init__(message)
        self.mark = event.start_mark


def read_mapping(text: str, path: str, first_line: int = 1) -> tuple[Node, Problems]:
    """The mapping that a YAML text holds. `first_line` is the line of the file on which the text starts.

    A text that is not a mapping, is not YAML, or uses aliases or tags gives an empty mapping and one problem.
    """
    empty = Node(Place(path, first_line))
    try:
        events = yaml.parse(text, Loader=_Loader)
        node = _read_document(events, path, first_line)
    except _Refused as refused:
        return empty, (_problem(path, first_line, refused.mark, str(refused)),)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        cause = getattr(error, "problem", None)
        message = f"this is not YAML: {cause}" if cause else "this is not YAML"
        return empty, (_problem(path, first_line, mark, message),)
    return without_hidden(node)


def without_hidden(node: Node) -> tuple[Node, Problems]:
    """The node without the invisible signs that escapes in quoted text can hold, and a problem if there were any."""
    places: list[Place] = []
    clean = _clean(node, places)
    if not places:
        return node, ()
    message = "invisible control characters were taken out of a value"
    return clean, (Problem(places[0], "hidden-characters", message, "delete them in the file"),)


def _clean(node: Node, places: list[Place]) -> Node:
    text = HIDDEN.sub("", _LINE_END.sub("\n", node.text))
    if text != node.text:
        places.append(node.place)
    items = tuple(_clean(item, places) for item in node.items)
    pairs = tuple((HIDDEN.sub("", collapse(key)), _clean(value, places)) for key, value in node.pairs)
    return replace(node, text=text, items=items, pairs=pairs)


def no_mapping(key: str, node: Node, example: str) -> Problem | None:
    """The problem of an entry that is a list or a plain value where `key: value` is meant; none where it is empty."""
    if node.pairs or not (node.items or node.text.strip("~ ") not in ("", "null")):
        return None
    message = f"the entry “{collapse(key)}” is not `key: value`"
    return Problem(node.named_at, "no-mapping", message, f"write it as {example}", len(key))


def unused_key(key: str, node: Node, near: str, known: Iterable[str]) -> Problem:
    """The problem of a key that means nothing: a slip if it is near one that does, with the edit that mends it."""
    place, message = node.named_at, f"the key `{key}` is not used"
    if not near:
        return Problem(place, "unknown-key", message, "known keys: " + ", ".join(known), len(key))
    edit = Edit(place.line, place.column, key, near)
    return Problem(place, "misspelt-key", message, f"did you mean `{near}`?", len(key), (edit,))


def _read_document(events: Iterator[yaml.Event], path: str, first_line: int) -> Node:
    node = Node(Place(path, first_line))
    documents = 0
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                raise _Refused(event, "only one YAML document is read")
        elif isinstance(event, yaml.MappingStartEvent):
            node = _read_node(event, events, path, first_line, 0)
        elif isinstance(event, yaml.NodeEvent):
            if not (isinstance(event, yaml.ScalarEvent) and not event.value):
                raise _Refused(event, "this must be `key: value` lines")
    return node


def _read_node(event: yaml.Event, events: Iterator[yaml.Event], path: str, first_line: int, depth: int) -> Node:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        raise _Refused(event, "YAML anchors and aliases are not read; write the value out, or put it in quotes")
    if getattr(event, "tag", None):
        raise _Refused(event, "YAML tags are not read; put the value in quotes")
    if depth > MAX_DEPTH:
        raise _Refused(event, f"this is nested more than {MAX_DEPTH} deep")
    mark: Any = event.start_mark
    place = Place(path, first_line + mark.line, mark.column + 1)
    if isinstance(event, yaml.ScalarEvent):
        return Node(place, text=event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_read_node(event, events, path, first_line, depth + 1))
        return Node(place, items=tuple(items))
    pairs: dict[str, Node] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _read_node(event, events, path, first_line, depth + 1)
        if key.items or key.pairs:
            raise _Refused(event, "a key must be plain text")
        if key.text in pairs:
            raise _Refused(event, f"the key `{key.text}` is given twice")
        value = _read_node(next(events), events, path, first_line, depth + 1)
        pairs[key.text] = replace(value, key_place=key.place)
    return Node(place, pairs=tuple(pairs.items()))


def _problem(path: str, first_line: int, mark: Any, message: str) -> Problem:
    place = Place(path, first_line + mark.line, mark.column + 1) if mark else Place(path, first_line)
    return Problem(place, "yaml", message, "put text with special signs in quotes")
