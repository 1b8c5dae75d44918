"""RDF nodes as the parser gives them."""

from __future__ import annotations

import pyoxigraph as ox

Node = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def text(node: Node | None) -> str:
    """The IRI or the text of a node; ``""`` of what has neither."""
    return node.value if isinstance(node, ox.NamedNode | ox.Literal) else ""
