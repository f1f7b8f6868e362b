"""Partnerships in, the graph of who is tied to whom out: as JSON, and as GraphML for graph programs."""

from __future__ import annotations

import xml.etree.ElementTree as ET  # it only writes here
from typing import Any

from generator.exports.datafiles import json_file
from generator.knowledge import Knowledge
from generator.model import DataFile, Partnership
from generator.paths import partnership_path

_NODE_KEYS = {"name": "string", "kind": "string", "articles": "int"}
_EDGE_KEYS = {"types": "string", "articles": "int", "sentences": "int", "url": "string"}

GRAPHML_FIELDS = (
    *(f"nodes[].{name}" for name in ("id", *_NODE_KEYS)),
    *(f"edges[].{name}" for name in ("id", "source", "target", *_EDGE_KEYS)),
)
"""The fields of `graph.json` that are in `graph.graphml` too, as keys or as attributes."""


def export_graph(knowledge: Knowledge) -> tuple[DataFile, ...]:
    """`graph.json` and `graph.graphml`: a node for each party of a tie, an edge for each pair, sorted by id."""
    nodes, edges = _nodes(knowledge), [_edge(pair) for pair in knowledge.partnerships]
    return (
        DataFile("data/graph.graphml", _graphml(nodes, edges), len(nodes) + len(edges)),
        json_file("data/graph.json", nodes=nodes, edges=edges),
    )


def _nodes(knowledge: Knowledge) -> list[dict[str, Any]]:
    kinds = {one.slug: ("organization", len(one.articles)) for one in knowledge.organizations}
    named = {
        slug: name for pair in knowledge.partnerships for slug, name in zip((pair.a, pair.b), pair.names, strict=True)
    }
    found = []
    for slug, name in sorted(named.items()):
        kind, articles = kinds.get(slug, ("project", 0))
        if kind == "project":
            articles = len({a for pair in knowledge.partnerships if slug in (pair.a, pair.b) for a in pair.articles})
        found.append({"id": slug, "name": name, "kind": kind, "articles": articles})
    return found


def _edge(pair: Partnership) -> dict[str, Any]:
    return {
        "id": pair.id,
        "source": pair.a,
        "target": pair.b,
        "types": list(pair.types),
        "articles": len(pair.articles),
        "sentences": len(pair.evidence),
        "url": partnership_path(pair.id),
    }


def _graphml(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> bytes:
    root = ET.Element("graphml", xmlns="http://graphml.graphdrawing.org/xmlns")
    for owner, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys.items():
            ET.SubElement(root, "key", {"id": f"{owner}-{name}", "for": owner, "attr.name": name, "attr.type": kind})
    graph = ET.SubElement(root, "graph", id="partnerships", edgedefault="undirected")
    for node in nodes:
        _add_data(ET.SubElement(graph, "node", id=node["id"]), "node", node, _NODE_KEYS)
    for edge in edges:
        element = ET.SubElement(graph, "edge", id=edge["id"], source=edge["source"], target=edge["target"])
        _add_data(element, "edge", {**edge, "types": ", ".join(edge["types"])}, _EDGE_KEYS)
    ET.indent(root, " ")
    text: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"


def _add_data(element: ET.Element, owner: str, values: dict[str, Any], keys: dict[str, str]) -> None:
    for name in keys:
        ET.SubElement(element, "data", key=f"{owner}-{name}").text = str(values[name])
