"""The vocabulary and the tags in, a SKOS concept scheme out: as Turtle, and as JSON-LD, both saying the same.

A concept is named after its slug, below the address of the Turtle file. What the vocabulary calls an alias is an
alternative label; any other spelling that articles use is a hidden one. Labels name no language: nobody has said which.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from generator.exports.datafiles import VERSION, json_list
from generator.knowledge import Knowledge
from generator.model import DataFile, Tag, Term
from generator.paths import VOCABULARY, base_url, canonical_url, concept_path, organization_path, relative_url, tag_path
from generator.settings import Settings
from generator.text import xml_text

Node = dict[str, Any]

VOCABULARY_JSON = "data/vocabulary.jsonld"

_WORDS = {"id": "@id", "type": "@type", "items": "@graph", "schema": None}
_SPACES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
}
_TEXTS = {
    "title": "dct:title",
    "prefLabel": "skos:prefLabel",
    "altLabel": "skos:altLabel",
    "hiddenLabel": "skos:hiddenLabel",
    "definition": "skos:definition",
    "kind": "dct:type",
}
_LINKS = {
    "broader": "skos:broader",
    "narrower": "skos:narrower",
    "inScheme": "skos:inScheme",
    "topConceptOf": "skos:topConceptOf",
    "hasTopConcept": "skos:hasTopConcept",
    "page": "foaf:page",
    "homepage": "rdfs:seeAlso",
}
"""What the properties of a node are in RDF: those that hold text, and those that hold addresses."""
FIELDS = ("id", "type", *_TEXTS, *_LINKS)


def export_skos(knowledge: Knowledge, settings: Settings) -> tuple[DataFile, DataFile]:
    """`data/vocabulary.jsonld` and `data/vocabulary.ttl`, concepts sorted by slug.

    To whom JSON-LD is news, the first is a data file like the others: a version and a list of items.
    """
    base = canonical_url(VOCABULARY, settings)
    nodes = _nodes(knowledge, settings)
    links = {name: {"@id": meaning, "@type": "@id"} for name, meaning in _LINKS.items()}
    context = {"@base": base or VOCABULARY.rpartition("/")[2], **_WORDS, **_SPACES, **_TEXTS, **links}
    text = f'{{"@context": {json.dumps(context)}, "schema": {VERSION}, "items": {json_list(nodes)}}}\n'
    return (
        DataFile(VOCABULARY_JSON, text.encode(), len(nodes)),
        DataFile(VOCABULARY, _turtle(nodes, base).encode(), len(nodes)),
    )


def _nodes(knowledge: Knowledge, settings: Settings) -> list[Node]:
    """The scheme, then a concept for each term of the vocabulary and each tag, whether articles use it or not."""
    terms = {term.slug: term for term in knowledge.terms}
    organizations = {one.slug for one in knowledge.organizations}
    narrower: dict[str, list[str]] = defaultdict(list)
    for term in knowledge.terms:
        narrower[term.parent].append(_name(term.slug))
    root = base_url(VOCABULARY, settings)
    concepts: list[Node] = []
    for slug in sorted({*terms, *knowledge.tag}):
        pages = [tag_path(slug)] if slug in knowledge.tag else []
        pages += [organization_path(slug)] if slug in organizations else []
        concept = _concept(terms.get(slug), knowledge.tag.get(slug))
        more = {"narrower": narrower[slug], "page": [relative_url(page, root, settings.index) for page in pages]}
        concepts.append(_filled(concept | more))
    scheme = {
        "id": "",
        "type": "skos:ConceptScheme",
        "title": xml_text(f"Vocabulary of {settings.site_name}"),
        "hasTopConcept": [concept["id"] for concept in concepts if "topConceptOf" in concept],
    }
    return [_filled(scheme), *concepts]


def _concept(term: Term | None, tag: Tag | None) -> Node:
    """What the vocabulary says of a term, and the articles of a tag; at least one of the two is there."""
    said = term or tag
    assert said
    aliases = {*(term.aliases if term else ())} - {said.name}
    found = {*(tag.spellings if tag else ())} - aliases - {said.name}
    return {
        "id": _name(said.slug),
        "type": "skos:Concept",
        "prefLabel": xml_text(said.name),
        "altLabel": [xml_text(name) for name in sorted(aliases)],
        "hiddenLabel": [xml_text(name) for name in sorted(found)],
        "definition": xml_text(said.description),
        "kind": said.kind,
        "inScheme": "",
        "topConceptOf": None if said.parent else "",
        "broader": _name(said.parent) if said.parent else None,
        "homepage": term.homepage or None if term else None,
    }


def _filled(node: Node) -> Node:
    """The node without what nothing is known of; an empty address is that of the scheme."""
    return {name: value for name, value in node.items() if value or (value == "" and name not in _TEXTS)}


def _name(slug: str) -> str:
    """A concept as the file itself names it: `#openai`."""
    return relative_url(concept_path(slug), "").removeprefix(VOCABULARY)


def _turtle(nodes: Sequence[Node], base: str) -> str:
    """The nodes in Turtle. What JSON writes for a text is what Turtle does."""
    lines = [f"@base <{base}> ."] if base else []
    lines += [f"@prefix {name}: <{space}> ." for name, space in _SPACES.items()]
    for node in nodes:
        said = [f"a {node['type']}"]
        for name, value in node.items():
            values = value if isinstance(value, list) else [value]
            if name in _LINKS:
                said.append(f"{_LINKS[name]} {', '.join(f'<{link}>' for link in values)}")
            elif name in _TEXTS:
                said.append(f"{_TEXTS[name]} {', '.join(json.dumps(text, ensure_ascii=False) for text in values)}")
        lines.append(f"\n<{node['id']}> " + " ;\n  ".join(said) + " .")
    return "\n".join(lines) + "\n"
