"""RDF nodes as the parser gives them."""

from __future__ import annotations

from ontology import rdf

Node = rdf.NamedNode | rdf.BlankNode | rdf.Literal | rdf.Triple


def text(node: Node | None) -> str:
    """The IRI or the text of a node; ``""`` of what has neither."""
    return node.value if isinstance(node, rdf.NamedNode | rdf.Literal) else ""
