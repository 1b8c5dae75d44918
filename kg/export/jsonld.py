"""The graph as JSON-LD: compact, with the context of the ontology, which carries the types.

Of :func:`ontology.context.context` the part that is needed stands in the document, so that it can
be read without a network. A value of another type than the context says is written out, so the
document reads back to exactly the same quads.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

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


def render(store: Graph) -> str:
    """What each document says, as JSON-LD with one named graph a document, in a fixed order."""
    quads = sorted(store.quads(), key=str)
    graphs: defaultdict[str, list[rdf.Quad]] = defaultdict(list)
    for quad in quads:
        graphs[_id(quad.graph_name)].append(quad)
    document = {
        "@context": _context(quads),
        "@graph": [{"@id": name, "@graph": _nodes(members)} for name, members in graphs.items()],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _id(node: object) -> str:
    return to_curie(node.value) if isinstance(node, rdf.NamedNode) else str(node)


def render_node(triples: Iterable[rdf.Triple]) -> str:
    """What some triples say, as JSON-LD, one object a subject, in a fixed order."""
    quads = [rdf.Quad(t.subject, t.predicate, t.object) for t in sorted(set(triples), key=str)]
    document = {"@context": _context(quads), "@graph": _nodes(quads)}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _context(quads: Sequence[rdf.Quad]) -> Context:
    """The prefixes in use, and how the values of each property are read."""
    used = {_id(node).partition(":")[0] for quad in quads for node in _nodes_of(quad)}
    properties = {quad.predicate.value for quad in quads}
    types = {to_curie(coercions()[name]).partition(":")[0] for name in properties & {*coercions()}}
    return context(properties, used | types)


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
