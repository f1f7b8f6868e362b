"""The vocabulary in (`seeds/vocabulary.yml`: name -> kind, aliases, parent, description), its terms out."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import cast

from generator.model import KINDS, Kind, Problem, Problems, Source, Term
from generator.sources.decoding import read_lines
from generator.sources.mappings import Node, no_mapping, read_mapping, unused_key
from generator.text import collapse, fold, slug
from generator.text.nearest import Speller
from generator.text.urls import safe_url

_KEYS = ("kind", "aliases", "parent", "description", "homepage")
_SPELLER = Speller(_KEYS)


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The terms, sorted by slug, and the look-up from any folded spelling to its term.

    Two are equal only if they are one: what is made of a vocabulary is kept with it, and looked up for each sentence.
    """

    terms: tuple[Term, ...] = ()
    by_key: dict[str, Term] = field(default_factory=dict)
    digest: bytes = b""
    """Of the file: what was read with the same vocabulary need not be read again."""

    def find(self, name: str) -> Term | None:
        """The term of which a name is a spelling."""
        return self.by_key.get(fold(name))


NO_VOCABULARY = Vocabulary()


def read_vocabulary(source: Source | None) -> tuple[Vocabulary, Problems]:
    """The vocabulary of a file; what is wrong in an entry is a problem, and the rest of it counts."""
    if source is None:
        return NO_VOCABULARY, ()
    lines, problems = read_lines(source)
    if lines is None:
        return NO_VOCABULARY, problems
    mapping, found = read_mapping("\n".join(line.text for line in lines), source.path)
    problems += found
    terms: dict[str, Term] = {}
    by_key: dict[str, Term] = {}
    for name, node in mapping.pairs:
        term, found = _read_term(name, node)
        problems += found
        if fold(name) in by_key:
            message = f"“{name}” is already a spelling of “{by_key[fold(name)].name}”"
            problems += (Problem(node.named_at, "same-term", message, "keep one of them", len(name)),)
            continue
        terms[fold(name)] = term
        by_key[fold(name)] = term
    for term in terms.values():
        for alias in term.aliases:
            other = by_key.setdefault(fold(alias), term)
            if other is not term:
                message = f"“{alias}” is an alias of “{term.name}”, and a spelling of “{other.name}”"
                problems += (Problem(term.place, "same-term", message, "keep one of them", len(term.name)),)
    linked, found = _with_parents(terms, by_key)
    ordered = tuple(sorted(linked.values(), key=lambda term: term.slug))
    digest = blake2b(source.data, digest_size=16).digest()
    return Vocabulary(ordered, {key: linked[fold(term.name)] for key, term in by_key.items()}, digest), problems + found


def _read_term(name: str, node: Node) -> tuple[Term, Problems]:
    values = dict(node.pairs)
    wrong = no_mapping(name, node, "{kind: topic}")
    problems: list[Problem] = [wrong] if wrong else []
    for key, value in values.items():
        if key not in _KEYS:
            problems.append(unused_key(key, value, _SPELLER.nearest(key), _KEYS))
    kind = values["kind"].text if "kind" in values else "topic"
    if kind not in KINDS:
        hint = "kinds: " + ", ".join(KINDS)
        problem = Problem(values["kind"].place, "unknown-kind", f"“{kind}” is not a kind", hint, len(kind))
        problems.append(problem)
        kind = "topic"
    aliases = values.get("aliases", Node(node.place))
    spellings = tuple(collapse(item.text) for item in aliases.items) or ((aliases.text,) if aliases.text else ())
    address = values.get("homepage", Node(node.place))
    homepage = safe_url(address.text) if address.text else ""
    if address.text and not homepage:
        message = f"“{address.text}” is not an address that a page may link to"
        problems.append(
            Problem(address.place, "unsafe-url", message, "give an http or https address", len(address.text))
        )
    term = Term(
        slug=slug(name),
        name=collapse(name),
        kind=cast(Kind, kind),
        aliases=tuple(alias for alias in spellings if alias),
        parent=values.get("parent", Node(node.place)).text,
        description=collapse(values.get("description", Node(node.place)).text),
        homepage=homepage,
        place=node.named_at,
    )
    return term, tuple(problems)


def _with_parents(terms: dict[str, Term], by_key: dict[str, Term]) -> tuple[dict[str, Term], Problems]:
    """The terms with the slug of their parent; one that is not there, or that leads back, is an error."""
    problems: list[Problem] = []
    linked: dict[str, Term] = {}
    for key, term in terms.items():
        seen = {term.slug}
        above = by_key.get(fold(term.parent)) if term.parent else None
        parent = above.slug if above else ""
        while above and above.slug not in seen:
            seen.add(above.slug)
            above = by_key.get(fold(above.parent)) if above.parent else None
        if term.parent and not parent:
            message = f"the parent “{term.parent}” is not a term"
            problems.append(
                Problem(term.place, "unknown-parent", message, "add it, or remove `parent`", len(term.name))
            )
        elif above:
            message = f"“{term.name}” is its own parent by way of “{term.parent}”"
            problems.append(Problem(term.place, "circular-parent", message, "remove one `parent`", len(term.name)))
            parent = ""
        linked[key] = term.with_parent(parent)
    return linked, tuple(problems)
