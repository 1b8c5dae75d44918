"""The graph as JSON-LD: compact, with the context of the ontology, which carries the types.

The document contains the part of :func:`ontology.context.context` that it needs, so that it can be
read without a network. A value whose type differs from the context has its type written out, so
that the document reads back to exactly the same quads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from ontology import rdf
from ontology.context import Context, coercions, context
from ontology.curie import to_curie
from ontology.iri import PREFIXES

if TYPE_CHECKING:
    from kg.store import Graph

_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
_NATIVE_INTEGERS = frozenset(PREFIXES["xsd"] + name for name in ("integer", "nonNegativeInteger"))
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}")


def write(store: Graph, out: BinaryIO) -> None:
    """Write the documents' graphs, one named graph for each document, in a fixed order.

    The graph is read twice and one document is held at a time, because the context, which is
    written first, depends on all documents.
    """
    used = _Used()
    firsts: list[tuple[str, str]] = []
    for document in store.documents():
        quads = sorted(store.quads(document), key=str)
        used.add(quads)
        firsts += [(str(quad), document) for quad in quads[:1]]
    head = json.dumps(used.context(), ensure_ascii=False, indent=1)
    out.write(f'{{\n "@context": {_indented(head, 1)},\n "@graph": ['.encode())
    for number, (_, document) in enumerate(sorted(firsts)):
        quads = sorted(store.quads(document), key=str)
        graph = {"@id": _id(quads[0].graph_name), "@graph": _nodes(quads)}
        text = json.dumps(graph, ensure_ascii=False, indent=1)
        out.write(f"{',' if number else ''}\n  {_indented(text, 2)}".encode())
    out.write(b"\n ]\n}\n" if firsts else b"]\n}\n")


def _indented(text: str, depth: int) -> str:
    """Return JSON indented by a depth for use inside other JSON; strings have no raw line ends."""
    return text.replace("\n", "\n" + depth * " ")


def _id(node: object) -> str:
    return to_curie(node.value) if isinstance(node, rdf.NamedNode) else str(node)


def render_node(triples: Iterable[rdf.Triple]) -> str:
    """Return some triples as JSON-LD, one object per subject, in a fixed order."""
    quads = [rdf.Quad(t.subject, t.predicate, t.object) for t in sorted(set(triples), key=str)]
    used = _Used()
    used.add(quads)
    document = {"@context": used.context(), "@graph": _nodes(quads)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


class _Used:
    """The terms that a context must define: prefixes in use, and the types of properties."""

    def __init__(self) -> None:
        self._prefixes: set[str] = set()
        self._properties: set[str] = set()

    def add(self, quads: Iterable[rdf.Quad]) -> None:
        for quad in quads:
            self._prefixes.update(_id(node).partition(":")[0] for node in _nodes_of(quad))
            self._properties.add(quad.predicate.value)

    def context(self) -> Context:
        coerced = self._properties & {*coercions()}
        types = {to_curie(coercions()[name]).partition(":")[0] for name in coerced}
        return context(self._properties, self._prefixes | types)


def _nodes_of(quad: rdf.Quad) -> tuple[object, ...]:
    datatype = quad.object.datatype if isinstance(quad.object, rdf.Literal) else quad.object
    return quad.subject, quad.predicate, datatype, quad.graph_name


def _nodes(quads: Iterable[rdf.Quad]) -> list[dict[str, Any]]:
    nodes: dict[str, dict[str, Any]] = {}
    for quad in quads:
        subject, predicate = _id(quad.subject), quad.predicate.value
        node = nodes.setdefault(subject, {"@id": subject})
        if predicate == _TYPE and isinstance(quad.object, rdf.NamedNode):
            node.setdefault("@type", []).append(_id(quad.object))
        else:
            value = _value(quad.object, coercions().get(predicate, ""))
            node.setdefault(to_curie(predicate), []).append(value)
    return [{key: _single(value) for key, value in node.items()} for node in nodes.values()]


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _value(value: object, coercion: str) -> Any:
    if not isinstance(value, rdf.Literal):
        return _id(value) if coercion == "@id" else {"@id": _id(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if coercion == datatype:
        is_native = coercion in _NATIVE_INTEGERS and _CANONICAL_INTEGER.fullmatch(value.value)
        return int(value.value) if is_native else value.value
    if datatype == _STRING:
        return {"@value": value.value} if coercion else value.value
    return {"@value": value.value, "@type": to_curie(datatype)}
