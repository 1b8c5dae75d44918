"""The IRIs of the named graphs of a store."""

from __future__ import annotations

from typing import Final

from ontology.iri import BASE, encode, sub_iri

#: The ontology with the vocabularies.
ONTOLOGY_GRAPH: Final = BASE + "graph/ontology"

#: Graphs derived by a build: the inferences of the reasoner, and the statements with their belief.
INFERRED_GRAPH: Final = BASE + "graph/inferred"
BELIEF_GRAPH: Final = BASE + "graph/belief"

#: The sources that a store was built from (``kg.ledger``); not part of the default graph.
LEDGER_GRAPH: Final = BASE + "graph/ledger"

#: In a remote store: the graph that names the live generation.
GENERATION_GRAPH: Final = BASE + "graph/generation"

#: In a remote store: the beginning of the IRIs of the graphs of a running build.
STAGED_GRAPHS: Final = BASE + "graph/staged/"

#: The beginning of the IRIs of the graphs of documents.
DOCUMENT_GRAPHS: Final = BASE + "graph/document/"

#: All graphs of a store that are not those of its documents.
SERVICE_GRAPHS: Final = frozenset(
    {ONTOLOGY_GRAPH, INFERRED_GRAPH, BELIEF_GRAPH, LEDGER_GRAPH, GENERATION_GRAPH}
)


def graph_iri(doc_id: str) -> str:
    """Return the IRI of the named graph of one document.

    Raises
    ------
    ValueError
        If the id is empty.
    """
    return DOCUMENT_GRAPHS + encode(doc_id)


def staged_iri(build: str, *parts: str) -> str:
    """Return the IRI of a graph that holds triples a build will add or remove.

    Raises
    ------
    ValueError
        If the name of the build or a part is empty.
    """
    return sub_iri(STAGED_GRAPHS + encode(build), *parts)
