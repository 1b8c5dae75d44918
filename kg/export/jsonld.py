"""The graph as JSON-LD: compact, with a context that carries the types.

The context is computed from what is exported: a property that only points at things is coerced to
``@id``, one with values of a single datatype to that type. What is left over is written out, so the
document reads back to exactly the same quads.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from ontology.iri import PREFIXES, to_curie

if TYPE_CHECKING:
    from kg.store import Store

_TYPE = PREFIXES["rdf"] + "type"
_STRING = PREFIXES["xsd"] + "string"
_NATIVE_INTEGERS = frozenset(PREFIXES["xsd"] + name for name in ("integer", "nonNegativeInteger"))
_CANONICAL_INTEGER = re.compile(r"0|-?[1-9]\d{0,14}")

#: Predicate -> the one coercion that fits all its values, ``""`` for none.
_Coercions = dict[str, str]


def render(store: Store) -> str:
    """What each document says, as JSON-LD with one named graph a document, in a fixed order."""
    quads = sorted(store.quads(), key=str)
    coercions = _coercions(quads)
    graphs: defaultdict[str, list[ox.Quad]] = defaultdict(list)
    for quad in quads:
        graphs[_id(quad.graph_name)].append(quad)
    document = {
        "@context": _context(quads, coercions),
        "@graph": [
            {"@id": name, "@graph": _nodes(members, coercions)} for name, members in graphs.items()
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _id(node: object) -> str:
    return to_curie(node.value) if isinstance(node, ox.NamedNode) else str(node)


def _coercions(quads: list[ox.Quad]) -> _Coercions:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for quad in quads:
        found[quad.predicate.value].add(_coercion(quad.object))
    return {name: kinds.pop() if len(kinds) == 1 else "" for name, kinds in found.items()}


def _coercion(value: object) -> str:
    if isinstance(value, ox.NamedNode):
        return "@id"
    if isinstance(value, ox.Literal) and not value.language and value.datatype.value != _STRING:
        return value.datatype.value
    return ""


def _context(quads: list[ox.Quad], coercions: _Coercions) -> dict[str, Any]:
    """The prefixes in use, and how the values of each property are read."""
    used = {_id(node).partition(":")[0] for quad in quads for node in _nodes_of(quad)}
    prefixes = {name: iri for name, iri in PREFIXES.items() if name in used}
    typed = {
        to_curie(name): {"@id": name, "@type": to_curie(kind) if kind != "@id" else kind}
        for name, kind in sorted(coercions.items())
        if kind and name != _TYPE
    }
    return prefixes | typed


def _nodes_of(quad: ox.Quad) -> tuple[object, ...]:
    datatype = quad.object.datatype if isinstance(quad.object, ox.Literal) else quad.object
    return quad.subject, quad.predicate, datatype, quad.graph_name


def _nodes(quads: list[ox.Quad], coercions: _Coercions) -> list[dict[str, Any]]:
    nodes: dict[str, dict[str, Any]] = {}
    for quad in quads:
        subject, predicate = _id(quad.subject), quad.predicate.value
        node = nodes.setdefault(subject, {"@id": subject})
        if predicate == _TYPE and isinstance(quad.object, ox.NamedNode):
            node.setdefault("@type", []).append(_id(quad.object))
        else:
            value = _value(quad.object, coercions[predicate])
            node.setdefault(to_curie(predicate), []).append(value)
    return [{key: _single(value) for key, value in node.items()} for node in nodes.values()]


def _single(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _value(value: object, coercion: str) -> Any:
    if isinstance(value, ox.NamedNode):
        return _id(value) if coercion == "@id" else {"@id": _id(value)}
    if not isinstance(value, ox.Literal):
        return {"@id": str(value)}
    if value.language:
        return {"@value": value.value, "@language": value.language}
    datatype = value.datatype.value
    if coercion in _NATIVE_INTEGERS and _CANONICAL_INTEGER.fullmatch(value.value):
        return int(value.value)
    if coercion or datatype == _STRING:
        return value.value
    return {"@value": value.value, "@type": to_curie(datatype)}
