"""Evidence as RDF: the place of a sentence, and the reader that found it."""

from __future__ import annotations

from kg.model import Evidence, part_readers
from kg.rdf.nodes import (
    ACTIVITY,
    END,
    GENERATED_BY,
    POSITION_SELECTOR,
    SELECTOR,
    SOURCE,
    SPECIFIC_RESOURCE,
    START,
    TYPE,
    Graph,
    ald,
    typed,
)
from ontology import rdf
from ontology.claim_kinds import term_fields
from ontology.iri import curation_iri, extraction_iri, scheme_iri, sub_iri

#: Kinds of terms that every version of our extractor looks for.
_LOOKED_FOR = tuple(
    kind for kinds in term_fields().values() for kind in kinds if kind != "direction"
)
_OWN_EXTRACTOR = "ald-kg/"


def add_evidence(
    graph: Graph,
    owner: rdf.NamedNode,
    evidence: Evidence,
    document: rdf.NamedNode,
    *,
    link: str = "hasEvidence",
) -> None:
    """Describe evidence in a document; ``link`` is the property from its owner to it."""
    node = rdf.NamedNode(sub_iri(owner.value, "evidence"))
    graph.add(owner, ald(link), node)
    graph.add(node, TYPE, ald("Evidence"))
    graph.add(node, TYPE, SPECIFIC_RESOURCE)
    graph.add(node, SOURCE, document)
    for number, (start, end) in enumerate(evidence.spans, start=1):
        selector = rdf.NamedNode(sub_iri(node.value, str(number)))
        graph.add(node, SELECTOR, selector)
        graph.add(selector, TYPE, POSITION_SELECTOR)
        graph.add(selector, START, typed(str(start), "integer"))
        graph.add(selector, END, typed(str(end), "integer"))
    graph.text(node, ald("quote"), evidence.quote)
    graph.text(node, ald("place"), evidence.place)
    graph.text(node, ald("rule"), evidence.rule)
    graph.text(node, ald("readIn"), evidence.source)
    for activity in add_extractions(graph, document, evidence.extractor):
        graph.add(node, GENERATED_BY, activity)
    if not evidence.extractor and evidence.curator:
        _add_curation(graph, node, evidence.curator)


def add_extractions(
    graph: Graph, document: rdf.NamedNode, extractor: str
) -> tuple[rdf.NamedNode, ...]:
    """Describe each reader of a document separately, even if it found nothing there."""
    return tuple(_add_extraction(graph, document, reader) for reader in part_readers(extractor))


def _add_extraction(graph: Graph, document: rdf.NamedNode, extractor: str) -> rdf.NamedNode:
    activity = rdf.NamedNode(extraction_iri(extractor))
    graph.add(activity, TYPE, ACTIVITY)
    graph.add(activity, TYPE, ald("Extraction"))
    graph.text(activity, ald("extractorVersion"), extractor)
    graph.add(document, ald("readBy"), activity)
    if extractor.startswith(_OWN_EXTRACTOR):
        for kind in _LOOKED_FOR:
            graph.add(activity, ald("lookedFor"), rdf.NamedNode(scheme_iri(kind)))
    return activity


def _add_curation(graph: Graph, evidence: rdf.NamedNode, curator: str) -> None:
    activity = rdf.NamedNode(curation_iri(curator))
    graph.add(evidence, GENERATED_BY, activity)
    graph.add(activity, TYPE, ACTIVITY)
    graph.add(activity, TYPE, ald("Curation"))
    graph.text(activity, ald("curator"), curator)
