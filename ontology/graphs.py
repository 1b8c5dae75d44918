"""The IRIs of the named graphs of a store."""

from __future__ import annotations

from typing import Final

from ontology.iri import BASE, encode, sub_iri

#: The ontology with the vocabularies.
ONTOLOGY_GRAPH: Final = BASE + "graph/ontology"

#: What a build derives: the inferences of the reasoner, and the statements with their belief.
INFERRED_GRAPH: Final = BASE + "graph/inferred"
BELIEF_GRAPH: Final = BASE + "graph/belief"

#: What a store was built from (``kg.ledger``); not part of the default graph.
LEDGER_GRAPH: Final = BASE + "graph/ledger"

#: In a remote store: the graph that names the live generation.
GENERATION_GRAPH: Final = BASE + "graph/generation"

#: In a remote store: the graphs of a build under way lie below this IRI.
STAGED_GRAPHS: Final = BASE + "graph/staged/"

#: The graphs of documents lie below this IRI.
DOCUMENT_GRAPHS: Final = BASE + "graph/document/"

#: All graphs of a store that are not those of its documents.
SERVICE_GRAPHS: Final = frozenset(
    {ONTOLOGY_GRAPH, INFERRED_GRAPH, BELIEF_GRAPH, LEDGER_GRAPH, GENERATION_GRAPH}
)


def graph_iri(doc_id: str) -> str:
    """The named graph of one document.

    Raises
    ------
    ValueError
        If the id is empty.
    """
    return DOCUMENT_GRAPHS + encode(doc_id)


def staged_iri(build: str, *parts: str) -> str:
    """A named graph in which a build collects the triples that it will add or remove.

    Raises
    ------
    ValueError
        If the name of the build or a part is empty.
    """
    return sub_iri(STAGED_GRAPHS + encode(build), *parts)
