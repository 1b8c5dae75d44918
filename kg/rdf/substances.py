"""Reagents as RDF: one node for all the names of a substance."""

from __future__ import annotations

from kg.grounding import reagent_iri
from kg.rdf.nodes import LABEL, TYPE, Graph, ald
from ontology import rdf, vocabulary


def add_chemical(graph: Graph, name: str) -> rdf.NamedNode:
    """Describe a reagent by one node for all its aliases."""
    node = rdf.NamedNode(reagent_iri(name))
    if vocabulary().by_iri(node.value) is None:
        graph.add(node, TYPE, ald("ChemicalSubstance"))
        graph.text(node, LABEL, name)
    return node


def other_name(reagent: rdf.NamedNode, name: str) -> str:
    """Return the claim's name of a reagent if it differs from the vocabulary's id, or ``""``."""
    term = vocabulary().by_iri(reagent.value)
    return name if term is not None and term.notation != name else ""
