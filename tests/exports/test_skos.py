"""The vocabulary as SKOS: what the standard asks of it, and that both forms say the same."""

from __future__ import annotations

from itertools import combinations

import pytest
from rdflib import RDF, Graph, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import DCTERMS, FOAF, RDFS, SKOS
from samples import article, vocabulary

from generator.exports.skos import export_skos
from generator.knowledge import Knowledge, build_knowledge
from generator.settings import Settings

ROOT = "https://base.example/kb/"
HERE = f"{ROOT}data/vocabulary.ttl"
SITE = Settings(site_name="My Base", site_url=ROOT)
WORDS = r"""
OpenAI: {kind: organization, aliases: [Open AI, OpenAI], description: "A \"lab\" of C:\\new.", homepage: "https://o.example/?a=1&b=(2)"}
Cloud: {kind: topic}
Public Cloud: {kind: topic, parent: Cloud}
Rented Cloud: {kind: topic, parent: Public Cloud}
"機械 <学習>": {kind: technology}
"""


def _knowledge() -> Knowledge:
    words, problems = vocabulary(WORDS)
    assert problems == ()
    articles = [
        article("seeds/a.txt", tags=["open-ai", "Public Cloud", 'R&D \\ "so"'], states=["OpenAI pays."]),
        article("seeds/b.txt", tags=["OPENAI"]),
    ]
    return build_knowledge(articles, words)[0]


def _graphs(settings: Settings = SITE) -> tuple[Graph, Graph]:
    """The graph of each file, read as if it had been fetched from the published site."""
    json, turtle = export_skos(_knowledge(), settings)
    assert (turtle.path, json.path) == ("data/vocabulary.ttl", "data/vocabulary.jsonld")
    return (
        Graph().parse(data=turtle.data, format="turtle", publicID=ROOT + turtle.path),
        Graph().parse(data=json.data, format="json-ld", publicID=ROOT + json.path),
    )


@pytest.fixture(scope="module")
def graph() -> Graph:
    return _graphs()[0]


def _concept(name: str) -> URIRef:
    return URIRef(f"{HERE}#{name}")


@pytest.mark.parametrize("index", ["", "index.html"])
def test_both_files_say_the_same_with_and_without_an_address_of_the_site(index: str) -> None:
    graphs = [*_graphs(Settings("My Base", site_url=ROOT, index=index)), *_graphs(Settings("My Base", index=index))]
    assert len(graphs[0]) > 30
    assert all(isomorphic(one, other) for one, other in combinations(graphs, 2))


def test_terms_and_tags_are_concepts_of_one_scheme(graph: Graph) -> None:
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    names = ["openai", "cloud", "public-cloud", "rented-cloud", "%E6%A9%9F%E6%A2%B0-%E5%AD%A6%E7%BF%92", "r-and-d-so"]
    assert concepts == {_concept(name) for name in names}
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {URIRef(HERE)}
    assert set(graph.subjects(SKOS.inScheme, URIRef(HERE))) == concepts


def test_no_resource_is_both_a_concept_and_a_scheme(graph: Graph) -> None:
    """SKOS reference, S9."""
    assert not set(graph.subjects(RDF.type, SKOS.Concept)) & set(graph.subjects(RDF.type, SKOS.ConceptScheme))


def test_no_label_of_a_concept_is_of_two_sorts_and_each_has_one_preferred_label(graph: Graph) -> None:
    """SKOS reference, S13 and S14."""
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        sorts = [set(graph.objects(concept, sort)) for sort in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)]
        assert not any(one & other for one, other in combinations(sorts, 2))
        assert len(sorts[0]) == 1


def test_broader_concepts_lead_up_to_a_top_concept_and_never_back(graph: Graph) -> None:
    for concept in graph.subjects(RDF.type, SKOS.Concept):
        way = [concept]
        while broader := graph.value(way[-1], SKOS.broader, any=False):
            assert broader not in way
            way.append(broader)
        assert (way[-1], SKOS.topConceptOf, URIRef(HERE)) in graph
    tops = set(graph.subjects(SKOS.topConceptOf))
    assert tops == set(graph.objects(URIRef(HERE), SKOS.hasTopConcept))
    assert tops == set(graph.subjects(RDF.type, SKOS.Concept)) - set(graph.subjects(SKOS.broader))
    assert {(one, other) for one, other in graph.subject_objects(SKOS.broader)} == {
        (one, other) for other, one in graph.subject_objects(SKOS.narrower)
    }
    assert list(graph.objects(_concept("rented-cloud"), SKOS.broader)) == [_concept("public-cloud")]


def test_nothing_is_both_related_and_broader_or_matched_in_two_ways(graph: Graph) -> None:
    """SKOS reference, S27 and S46: the vocabulary relates and matches nothing, because nobody has said that it does."""
    for relation in (SKOS.related, SKOS.exactMatch, SKOS.broadMatch, SKOS.relatedMatch):
        assert (None, relation, None) not in graph


def test_an_alias_is_another_label_and_a_spelling_of_articles_a_hidden_one(graph: Graph) -> None:
    openai = _concept("openai")
    said = {
        sort: sorted(map(str, graph.objects(openai, sort)))
        for sort in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)
    }
    assert list(said.values()) == [["OpenAI"], ["Open AI"], ["OPENAI", "open-ai"]]


def test_every_word_comes_back_as_it_was_written(graph: Graph) -> None:
    assert str(graph.value(_concept("openai"), SKOS.definition)) == 'A "lab" of C:\\new.'
    assert str(graph.value(_concept("r-and-d-so"), SKOS.prefLabel)) == 'R&D \\ "so"'
    assert str(graph.value(_concept("openai"), DCTERMS.type)) == "organization"


def test_a_concept_leads_to_its_pages_and_its_homepage(graph: Graph) -> None:
    openai = _concept("openai")
    assert set(graph.objects(openai, FOAF.page)) == {
        URIRef(f"{ROOT}tags/openai/"),
        URIRef(f"{ROOT}organizations/openai/"),
    }
    assert list(graph.objects(openai, RDFS.seeAlso)) == [URIRef("https://o.example/?a=1&b=(2)")]
    assert not list(graph.objects(_concept("cloud"), FOAF.page))
