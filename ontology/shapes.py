"""SHACL shapes as SPARQL queries, which check a million triples in seconds.

The shapes are defined on the classes of the Turtle modules; this module compiles each constraint to
one query whose rows are the nodes that violate it. Only the part of SHACL that our shapes use is
supported; anything else is refused with its name. A test over every example checks that the queries
find the same violations as a SHACL engine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ontology import rdf
from ontology.axioms import Index, below, index_triples, values
from ontology.curie import to_curie
from ontology.errors import OntologyError
from ontology.iri import PREFIXES
from ontology.rdf import Node, text_of

_SH: Final = PREFIXES["sh"]
_TYPE: Final = PREFIXES["rdf"] + "type"
_SUBCLASS: Final = PREFIXES["rdfs"] + "subClassOf"
_NODE_SHAPE: Final = rdf.NamedNode(_SH + "NodeShape")
_NUMBERS: Final = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double"))

#: Properties of a shape that describe it or its scope, and are not constraints.
_DESCRIPTIVE: Final = frozenset(
    {"path", "message", "severity", "property", "targetClass", "targetObjectsOf"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One constraint of a shape, as a query for the nodes (``?focus``) that violate it."""

    check: str
    message: str
    severity: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """The scope of a constraint: a pattern that binds ``?focus``, the path, the class tree."""

    target: str
    path: str
    narrower: Mapping[str, frozenset[str]]


def compile_shapes(triples: Iterable[rdf.Triple]) -> tuple[Constraint, ...]:
    """Return every constraint of the node shapes among these triples, in a fixed order.

    Raises
    ------
    OntologyError
        If a shape has no message or uses a part of SHACL that is not supported.
    """
    index = index_triples(triples)
    narrower = below(index, _SUBCLASS)
    shapes = [
        node
        for node, record in index.items()
        if isinstance(node, rdf.NamedNode) and _NODE_SHAPE in record.get(_TYPE, ())
    ]
    return tuple(
        constraint
        for shape in sorted(shapes, key=str)
        for target in _targets(index, shape, narrower)
        for constraint in _shape(index, shape, target, narrower)
    )


def _targets(
    index: Index, shape: rdf.NamedNode, narrower: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Yield patterns that bind ``?focus`` to the nodes that a shape applies to."""
    classes = [shape, *values(index, shape, _SH + "targetClass")]
    names = {name for node in classes for name in _tree(node, narrower)}
    yield f"VALUES ?kind {{ {_iris(names)} }} ?focus a ?kind ."
    for predicate in values(index, shape, _SH + "targetObjectsOf"):
        yield f"{{ SELECT DISTINCT ?focus WHERE {{ ?any {predicate} ?focus }} }}"


def _tree(node: Node, narrower: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Return a class and all classes below it."""
    return frozenset({text_of(node)}) | narrower.get(text_of(node), frozenset())


def _iris(names: Iterable[str]) -> str:
    return " ".join(f"<{name}>" for name in sorted(names))


def _shape(
    index: Index, shape: rdf.NamedNode, target: str, narrower: Mapping[str, frozenset[str]]
) -> Iterator[Constraint]:
    owner = to_curie(shape.value)
    yield from _constraints(index, shape, owner, _Place(target=target, path="", narrower=narrower))
    for node in values(index, shape, _SH + "property"):
        (path,) = values(index, node, _SH + "path") or (None,)
        if not isinstance(path, rdf.NamedNode):
            raise OntologyError(f"{owner}: a property shape needs one property as its sh:path")
        check = f"{owner} {to_curie(path.value)}"
        place = _Place(target=target, path=str(path), narrower=narrower)
        yield from _constraints(index, node, check, place)


def _constraints(index: Index, node: Node, check: str, place: _Place) -> Iterator[Constraint]:
    severity = _text(index, node, "severity").rpartition("#")[2].lower() or "violation"
    for predicate in sorted(index[node]):
        name = predicate.removeprefix(_SH)
        if name == predicate or name in _DESCRIPTIVE:
            continue
        message = _text(index, node, "message")
        if not message:
            raise OntologyError(f"{check}: the shape has no message (sh:message)")
        for value in index[node][predicate]:
            query = _query(index, name, value, check, place)
            yield Constraint(check=check, message=message, severity=severity, query=query)


def _text(index: Index, node: Node, name: str) -> str:
    return next(map(text_of, values(index, node, _SH + name)), "")


def _query(index: Index, name: str, value: Node, check: str, place: _Place) -> str:
    if name == "not":
        inner = values(index, value, _SH + "class")
        return _select(place, _typed("?focus", inner[0], place)) if inner else _refuse(check, name)
    if name not in _BROKEN or (not place.path and name != "class"):
        _refuse(check, name)
    return _select(place, _BROKEN[name](value, place))


def _refuse(check: str, name: str) -> str:
    raise OntologyError(f"{check}: sh:{name} is not supported here")


def _select(place: _Place, broken: str) -> str:
    return f"SELECT DISTINCT ?focus WHERE {{ {place.target} {broken} }}"


def _typed(variable: str, name: Node, place: _Place) -> str:
    """Return a pattern for ``variable`` as an instance of a class or of one below it."""
    return f"VALUES ?type {{ {_iris(_tree(name, place.narrower))} }} {variable} a ?type ."


def _values(place: _Place, condition: str) -> str:
    return f"?focus {place.path} ?value . FILTER({condition})"


def _count(value: Node) -> int:
    return int(text_of(value))


def _too_few(value: Node, place: _Place) -> str:
    if _count(value) == 1:
        return f"FILTER NOT EXISTS {{ ?focus {place.path} ?value }}"
    counted = f"SELECT ?focus WHERE {{ {place.target} "
    counted += f"OPTIONAL {{ ?focus {place.path} ?value }} }} GROUP BY ?focus"
    return f"{{ {counted} HAVING(COUNT(DISTINCT ?value) < {_count(value)}) }}"


def _too_many(value: Node, place: _Place) -> str:
    if _count(value) == 0:
        return f"?focus {place.path} ?value ."
    if _count(value) == 1:
        return f"?focus {place.path} ?value, ?other . FILTER(!SAMETERM(?value, ?other))"
    counted = f"SELECT ?focus WHERE {{ ?focus {place.path} ?value }}"
    return f"{{ {counted} GROUP BY ?focus HAVING(COUNT(DISTINCT ?value) > {_count(value)}) }}"


def _wrong_class(value: Node, place: _Place) -> str:
    """Match values of another class, by ``MINUS``: the engine's ``NOT EXISTS`` is quadratic."""
    variable = "?value" if place.path else "?focus"
    path = f"?focus {place.path} ?value ." if place.path else ""
    return f"{path} MINUS {{ {_typed(variable, value, place)} }}"


def _wrong_datatype(value: Node, place: _Place) -> str:
    """Match literals of another type and ill-typed ones, such as ``"x"^^xsd:integer``."""
    number = text_of(value) in _NUMBERS
    ill = " || !ISNUMERIC(?value)" if number else ""
    return _values(place, f"!ISLITERAL(?value) || DATATYPE(?value) != {value}{ill}")


def _not_as(sign: str) -> Callable[[Node, _Place], str]:
    """Return a pattern for values without this relation to a constant, or not comparable to it."""
    return lambda value, place: _values(place, f"!COALESCE(?value {sign} {value}, false)")


def _not_as_other(sign: str) -> Callable[[Node, _Place], str]:
    """Return a pattern for values without this relation to those of another property."""
    return lambda value, place: (
        f"?focus {place.path} ?value ; {value} ?other . "
        f"FILTER(!COALESCE(?value {sign} ?other, false))"
    )


def _same_language(value: Node, place: _Place) -> str:
    return (
        f"?focus {place.path} ?value, ?other . FILTER(!SAMETERM(?value, ?other) && "
        'LANG(?value) != "" && LANG(?value) = LANG(?other))'
    )


_BROKEN: Final[Mapping[str, Callable[[Node, _Place], str]]] = {
    "minCount": _too_few,
    "maxCount": _too_many,
    "class": _wrong_class,
    "datatype": _wrong_datatype,
    "minLength": lambda v, p: _values(p, f"ISBLANK(?value) || STRLEN(STR(?value)) < {_count(v)}"),
    "pattern": lambda v, p: _values(p, f"ISBLANK(?value) || !REGEX(STR(?value), {v})"),
    "hasValue": lambda v, p: f"FILTER NOT EXISTS {{ ?focus {p.path} {v} }}",
    "minInclusive": _not_as(">="),
    "maxInclusive": _not_as("<="),
    "lessThan": _not_as_other("<"),
    "lessThanOrEquals": _not_as_other("<="),
    "disjoint": lambda v, p: f"?focus {p.path} ?value ; {v} ?value .",
    "uniqueLang": _same_language,
}
