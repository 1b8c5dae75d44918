"""The disagreements that a document states, as RDF and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Disagreement, Document
from kg.rdf.evidence import add_evidence
from kg.rdf.links import read_things, thing_node
from kg.rdf.nodes import LABEL, TYPE, Graph, ald
from kg.rdf.reading import index_quads, read_evidence
from ontology import rdf
from ontology.iri import sub_iri

#: Separator of the numbers of studies in one text.
_PARTED = "; "


def add_disagreements(
    graph: Graph,
    document: rdf.NamedNode,
    named_by: Document,
    studies: Mapping[str, rdf.NamedNode],
) -> None:
    """Describe the disagreements that a document states; ``studies`` are the nodes by number."""
    for number, one in enumerate(named_by.disagreements, start=1):
        node = rdf.NamedNode(sub_iri(document.value, "disagreement", str(number)))
        graph.add(node, ald("namedIn"), document)
        graph.add(node, TYPE, ald("Disagreement"))
        graph.text(node, LABEL, f"{named_by.id}, disagreement {number}")
        graph.text(node, ald("cue"), one.cue)
        graph.text(node, ald("citedAs"), _PARTED.join(one.studies))
        for study in one.studies:
            graph.add(node, ald("amongStudies"), studies[study])
        for thing in one.about:
            graph.add(node, ald("disagreesOn"), thing_node(graph, thing))
        add_evidence(graph, node, one.evidence, document, link="namedAt")


def disagreements_from_quads(quads: Iterable[rdf.Quad]) -> tuple[Disagreement, ...]:
    """Return the disagreements in one document's quads, in their original order."""
    index = index_quads(quads)
    kind = ald("Disagreement").value
    nodes = [node for node in list(index) if kind in index[node].get(TYPE.value, ())]
    return tuple(_disagreement(index, node) for node in sorted(nodes, key=_number))


def _number(node: str) -> int:
    return int(node.rsplit("/", maxsplit=1)[1])


def _disagreement(index: Mapping[str, Mapping[str, list[str]]], node: str) -> Disagreement:
    found = index[node]
    return Disagreement(
        studies=tuple(found[ald("citedAs").value][0].split(_PARTED)),
        cue=found[ald("cue").value][0],
        about=read_things(index, found.get(ald("disagreesOn").value, ())),
        evidence=read_evidence(index, found[ald("namedAt").value][0]),
    )
