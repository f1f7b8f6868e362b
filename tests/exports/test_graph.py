"""The graph of partnerships, as JSON and as GraphML."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET

import jsonschema
import pytest
from samples import article, knowledge

from generator.exports.graph import export_graph
from generator.files import read_schemas

SPACE = "{http://graphml.graphdrawing.org/xmlns}"
KNOWN = knowledge(
    article("seeds/a.txt", "Alpha", states=["OpenAI pays Oracle up to $300 billion for 4.5 GW by 2027."]),
    article("seeds/b.txt", "Beta", states=["Nvidia sells OpenAI 400,000 chips for $10 billion in May 2026."]),
)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {file.path: file.data for file in export_graph(KNOWN)}


def test_json_keeps_its_schema_and_every_edge_ends_at_a_node(files: dict[str, bytes]) -> None:
    schema = next(json.loads(file.data) for file in read_schemas() if file.path.endswith("graph.schema.json"))
    graph = json.loads(files["data/graph.json"])
    jsonschema.validate(graph, schema)
    nodes = [node["id"] for node in graph["nodes"]]
    assert nodes == ["nvidia", "openai", "oracle"]
    assert [(edge["source"], edge["target"]) for edge in graph["edges"]] == [("nvidia", "openai"), ("openai", "oracle")]
    assert {end for edge in graph["edges"] for end in (edge["source"], edge["target"])} <= set(nodes)


def test_graphml_says_the_same_and_declares_every_key_it_uses(files: dict[str, bytes]) -> None:
    root = ET.fromstring(files["data/graph.graphml"])
    graph = json.loads(files["data/graph.json"])
    assert [node.get("id") for node in root.iter(f"{SPACE}node")] == [node["id"] for node in graph["nodes"]]
    assert [edge.get("id") for edge in root.iter(f"{SPACE}edge")] == [edge["id"] for edge in graph["edges"]]
    assert {data.get("key") for data in root.iter(f"{SPACE}data")} <= {
        key.get("id") for key in root.iter(f"{SPACE}key")
    }


def test_no_ties_make_an_empty_graph() -> None:
    files = {file.path: file.data for file in export_graph(knowledge())}
    assert json.loads(files["data/graph.json"]) == {"schema": 1, "nodes": [], "edges": []}
