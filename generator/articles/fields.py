"""A mapping from front matter or the catalog in, the fields of an article out, under the names this project uses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from urllib.parse import quote

from generator.articles.names import ROLE_NAMES, WORDS_OF_THEIR_OWN, normal_name, role_of
from generator.model import Field, Line, Place, Problem, Problems
from generator.sources.mappings import Node, read_mapping, unused_key, without_hidden
from generator.text.nearest import Speller

FIELD_NAMES = ("title", "slug", "date", "description", "summary", "authors", "tags", "references", "former_slugs")

_OTHER_KEYS = {
    "slug": "slug",
    "description": "description",
    "aliases": "former_slugs",
    "former slugs": "former_slugs",
    "former slug": "former_slugs",
    "redirect from": "former_slugs",
    "redirects": "former_slugs",
}
_SPELLER = Speller((*_OTHER_KEYS, *(name for names in ROLE_NAMES.values() for name in names)))
_WORK_KEYS = {"title": 0, "name": 0, "headline": 0, "url": 2, "link": 2, "href": 2, "doi": 2, "date": 3}
_NOTHING = {"null", "~", ""}
_KEY_LINE = re.compile(r"([A-Za-z][\w \-]{0,40}):(?:[ \t]+(.*))?$")  # title: Stargate: a survey
_ITEM_LINE = re.compile(r"[ \t]*-[ \t]+(.+)$")  # - OpenAI
_ANCHOR = re.compile(r"[:\[,-][ \t]+&(\w+)")  # a: &x
_ALIAS = re.compile(r"[:\[,-][ \t]*\*(\w+)\b")  # b: *x
_WEB = re.compile(r"https?://\S", re.I)
_ENDS_ADDRESS = re.compile(r"[\s<>\"“”]")
_QUOTED = re.compile(r"""^(["'])(.*)\1$""")


def read_front_matter(lines: tuple[Line, ...], path: str) -> tuple[tuple[Field, ...], Problems]:
    """The fields of a front matter block, given the lines between its marks.

    Where the block is not YAML because a value has a colon or another special sign, the lines are read as they stand.
    """
    text = "\n".join(line.text for line in lines)
    mapping, problems = read_mapping(text, path, lines[0].number if lines else 1)
    if problems:
        plain = None if _is_aliased(text) else _read_plain(lines, path)
        if plain is None:
            return (), problems
        mapping = plain
        problems = tuple(Problem(p.place, "front-matter-yaml", p.message, p.hint) for p in problems)
    fields, found = read_fields(mapping, path)
    return fields, problems + found


def read_toml_front_matter(lines: tuple[Line, ...], path: str) -> tuple[tuple[Field, ...], Problems]:
    """The fields of a front matter block in TOML, given the lines between its `+++` marks."""
    first = lines[0].number if lines else 1
    try:
        values = tomllib.loads("\n".join(line.text for line in lines))
    except tomllib.TOMLDecodeError as error:
        hint = "correct it, or write the front matter as `key: value` lines between `---`"
        return (), (Problem(Place(path, first), "toml", f"the front matter is not TOML: {error}", hint),)
    starts = {line.text.split("=")[0].strip(" \"'"): line.number for line in reversed(lines) if "=" in line.text}
    pairs = tuple((key, _toml_node(value, Place(path, starts.get(key, first)))) for key, value in values.items())
    mapping, problems = without_hidden(Node(Place(path, first), pairs=pairs))
    fields, found = read_fields(mapping, path)
    return fields, problems + found


def _toml_node(value: object, place: Place) -> Node:
    if isinstance(value, dict):
        return Node(place, pairs=tuple((key, _toml_node(item, place)) for key, item in value.items()))
    if isinstance(value, list):
        return Node(place, items=tuple(_toml_node(item, place) for item in value))
    return Node(place, text=str(value))


def read_fields(mapping: Node, path: str) -> tuple[tuple[Field, ...], Problems]:
    """The fields of one mapping; a key that means nothing here is a problem that names the ones that do."""
    fields: list[Field] = []
    problems: list[Problem] = []
    for key, node in mapping.pairs:
        name = field_name(key)
        if not name:
            near = "" if normal_name(key) in WORDS_OF_THEIR_OWN else _SPELLER.nearest(normal_name(key))
            problems.append(unused_key(key, node, near.replace(" ", "_"), FIELD_NAMES))
        elif node.items:
            values = [(_flatten(item), item.place) for item in node.items]
            fields += [Field(name, value, place) for value, place in values if value]
        elif node.text not in _NOTHING or node.pairs:
            fields.append(Field(name, _flatten(node), node.place))
    return tuple(fields), tuple(problems)


def field_name(key: str) -> str:
    """The field a key stands for, or nothing: `Keywords`, `meta_keywords` and `tags` are all `tags`."""
    name = normal_name(key)
    role = role_of(key)
    return _OTHER_KEYS.get(name, role if role in ROLE_NAMES else "")


def first_field(fields: Iterable[Field], name: str) -> Field | None:
    """The first field of that name, if there is one."""
    return next((field for field in fields if field.name == name), None)


def _flatten(node: Node) -> str:
    """A scalar's text; the values of a mapping joined, title first: `{url: U, title: T}` gives `T - U`."""
    ordered = sorted(node.pairs, key=lambda pair: _WORK_KEYS.get(normal_name(pair[0]), 1))
    parts = [_whole_address(_flatten(value)) for _, value in ordered] or [_flatten(item) for item in node.items]
    return " - ".join(part for part in parts if part) if parts else node.text.strip()


def _whole_address(text: str) -> str:
    """An address with signs at which one in running text would end, as one that does not: `<https://x.org/a%20b>`."""
    if not _WEB.match(text) or not _ENDS_ADDRESS.search(text):
        return text
    return f"<{_ENDS_ADDRESS.sub(lambda found: quote(found[0]), text)}>"


def _read_plain(lines: tuple[Line, ...], path: str) -> Node | None:
    """`key: rest of the line` and `- item` lines read literally, or None if there are others."""
    pairs: dict[str, Node] = {}
    items: dict[str, list[Node]] = {}
    key = ""
    for line in lines:
        if not line.text.strip() or line.text.lstrip().startswith("#"):
            continue
        place = Place(path, line.number, 1)
        if found := _KEY_LINE.match(line.text):
            key = found[1].strip()
            if key in pairs:
                return None
            pairs[key] = Node(place, text=_unquote(found[2] or ""))
        elif (found := _ITEM_LINE.match(line.text)) and key and not pairs[key].text:
            items.setdefault(key, []).append(Node(place, text=_unquote(found[1])))
        else:
            return None
    listed = {key: Node(node.place, node.text, tuple(items.get(key, ()))) for key, node in pairs.items()}
    return Node(Place(path), pairs=tuple(listed.items()))


def _is_aliased(text: str) -> bool:
    """Whether a text names a value with `&` and repeats it with `*`, and so means YAML by them."""
    return not {found[1] for found in _ANCHOR.finditer(text)}.isdisjoint(found[1] for found in _ALIAS.finditer(text))


def _unquote(text: str) -> str:
    found = _QUOTED.match(text.strip())
    return found[2] if found else text.strip()
