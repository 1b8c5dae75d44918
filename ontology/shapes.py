"""SHACL shapes as SPARQL: what a million triples are checked with in seconds.

The shapes stand on the classes of the Turtle modules; this module turns each constraint into one
query whose rows are the nodes that break it. It knows the part of SHACL that our shapes use and
refuses the rest by name. That it finds what a SHACL engine finds is a test over every example.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pyoxigraph as ox

from ontology.errors import OntologyError
from ontology.iri import PREFIXES, to_curie

_SH: Final = PREFIXES["sh"]
_TYPE: Final = PREFIXES["rdf"] + "type"
_SUBCLASS: Final = PREFIXES["rdfs"] + "subClassOf"
_NODE_SHAPE: Final = _SH + "NodeShape"
_NUMBERS: Final = frozenset(PREFIXES["xsd"] + name for name in ("integer", "decimal", "double"))

#: Parts of a shape that say what it is for, and constrain nothing.
_DESCRIPTIVE: Final = frozenset(
    {"path", "message", "severity", "property", "targetClass", "targetObjectsOf"}
)

_Node = ox.NamedNode | ox.BlankNode
_Index = Mapping[object, Mapping[str, list[object]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """One thing that a shape demands, as a query for the nodes (``?focus``) that break it."""

    check: str
    message: str
    severity: str
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where a constraint applies: a pattern that binds ``?focus``, the path, the class tree."""

    target: str
    path: str
    narrower: Mapping[str, frozenset[str]]


def compile_shapes(triples: Iterable[ox.Triple]) -> tuple[Constraint, ...]:
    """Every constraint of the node shapes among these triples, in a fixed order.

    Raises
    ------
    OntologyError
        If a shape has no message or uses a part of SHACL that is not supported.
    """
    index: defaultdict[object, defaultdict[str, list[object]]]
    index = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        index[triple.subject][triple.predicate.value].append(triple.object)
    narrower = _narrower(index)
    shapes = [
        node
        for node, values in list(index.items())
        if isinstance(node, ox.NamedNode) and ox.NamedNode(_NODE_SHAPE) in values.get(_TYPE, ())
    ]
    return tuple(
        constraint
        for shape in sorted(shapes, key=str)
        for target in _targets(index, shape, narrower)
        for constraint in _shape(index, shape, target, narrower)
    )


def _narrower(index: _Index) -> Mapping[str, frozenset[str]]:
    """Class -> itself and every class below it."""
    below: defaultdict[str, set[str]] = defaultdict(set)
    for node, values in list(index.items()):
        for above in values.get(_SUBCLASS, ()):
            if isinstance(node, ox.NamedNode) and isinstance(above, ox.NamedNode):
                below[above.value].add(node.value)
    found: dict[str, frozenset[str]] = {}
    for top in list(below):
        seen, ahead = {top}, [top]
        while ahead:
            fresh = below.get(ahead.pop(), set()) - seen
            seen |= fresh
            ahead += fresh
        found[top] = frozenset(seen)
    return found


def _targets(
    index: _Index, shape: ox.NamedNode, narrower: Mapping[str, frozenset[str]]
) -> Iterator[str]:
    """Patterns that bind ``?focus`` to what a shape applies to."""
    classes = [shape, *index[shape].get(_SH + "targetClass", ())]
    names = {n for c in classes for n in _below(str(getattr(c, "value", "")), narrower)}
    yield f"VALUES ?kind {{ {_iris(names)} }} ?focus a ?kind ."
    for predicate in index[shape].get(_SH + "targetObjectsOf", ()):
        yield f"?any {predicate} ?focus ."


def _below(name: str, narrower: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return narrower.get(name, frozenset({name}))


def _iris(names: Iterable[str]) -> str:
    return " ".join(f"<{name}>" for name in sorted(names))


def _shape(
    index: _Index, shape: ox.NamedNode, target: str, narrower: Mapping[str, frozenset[str]]
) -> Iterator[Constraint]:
    owner = to_curie(shape.value)
    yield from _constraints(index, shape, owner, _Place(target=target, path="", narrower=narrower))
    for node in index[shape].get(_SH + "property", ()):
        (path,) = index[node].get(_SH + "path", ()) or (None,)
        if not isinstance(path, ox.NamedNode):
            raise OntologyError(f"{owner}: a property shape needs one property as its sh:path")
        check = f"{owner} {to_curie(path.value)}"
        place = _Place(target=target, path=str(path), narrower=narrower)
        yield from _constraints(index, node, check, place)


def _constraints(index: _Index, node: object, check: str, place: _Place) -> Iterator[Constraint]:
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


def _text(index: _Index, node: object, name: str) -> str:
    values = index[node].get(_SH + name, ())
    return str(getattr(values[0], "value", "")) if values else ""


def _query(index: _Index, name: str, value: object, check: str, place: _Place) -> str:
    if name == "not":
        (inner,) = index[value].get(_SH + "class", ()) or (None,)
        return _select(place, _typed("?focus", inner, place)) if inner else _refuse(check, name)
    if name not in _BROKEN or (not place.path and name != "class"):
        _refuse(check, name)
    return _select(place, _BROKEN[name](value, place))


def _refuse(check: str, name: str) -> str:
    raise OntologyError(f"{check}: sh:{name} is not supported here")


def _select(place: _Place, broken: str) -> str:
    return f"SELECT DISTINCT ?focus WHERE {{ {place.target} {broken} }}"


def _typed(variable: str, name: object, place: _Place, keyword: str = "EXISTS") -> str:
    """A filter that ``variable`` is (not) an instance of a class or of one below it."""
    listed = ", ".join(
        f"<{n}>" for n in sorted(_below(str(getattr(name, "value", "")), place.narrower))
    )
    return f"FILTER {keyword} {{ {variable} a ?type . FILTER(?type IN ({listed})) }}"


def _values(place: _Place, condition: str) -> str:
    return f"?focus {place.path} ?value . FILTER({condition})"


def _count(value: object) -> int:
    return int(getattr(value, "value", "0"))


def _too_few(value: object, place: _Place) -> str:
    if _count(value) == 1:
        return f"FILTER NOT EXISTS {{ ?focus {place.path} ?value }}"
    counted = f"SELECT ?focus WHERE {{ {place.target} "
    counted += f"OPTIONAL {{ ?focus {place.path} ?value }} }} GROUP BY ?focus"
    return f"{{ {counted} HAVING(COUNT(DISTINCT ?value) < {_count(value)}) }}"


def _too_many(value: object, place: _Place) -> str:
    if _count(value) == 0:
        return f"?focus {place.path} ?value ."
    if _count(value) == 1:
        return f"?focus {place.path} ?value, ?other . FILTER(!SAMETERM(?value, ?other))"
    counted = f"SELECT ?focus WHERE {{ ?focus {place.path} ?value }}"
    return f"{{ {counted} GROUP BY ?focus HAVING(COUNT(DISTINCT ?value) > {_count(value)}) }}"


def _wrong_class(value: object, place: _Place) -> str:
    if not place.path:
        return _typed("?focus", value, place, "NOT EXISTS")
    return f"?focus {place.path} ?value . {_typed('?value', value, place, 'NOT EXISTS')}"


def _wrong_datatype(value: object, place: _Place) -> str:
    """A literal of another type, or ill-typed: the engine calls ``"x"^^xsd:integer`` no number."""
    number = getattr(value, "value", "") in _NUMBERS
    ill = " || !ISNUMERIC(?value)" if number else ""
    return _values(place, f"!ISLITERAL(?value) || DATATYPE(?value) != {value}{ill}")


def _not_as(sign: str) -> Callable[[object, _Place], str]:
    """Values that do not compare so with a constant; what cannot be compared breaks it too."""
    return lambda value, place: _values(place, f"!COALESCE(?value {sign} {value}, false)")


def _not_as_other(sign: str) -> Callable[[object, _Place], str]:
    """Values that do not compare so with those of another property of the node."""
    return lambda value, place: (
        f"?focus {place.path} ?value ; {value} ?other . "
        f"FILTER(!COALESCE(?value {sign} ?other, false))"
    )


def _same_language(value: object, place: _Place) -> str:
    return (
        f"?focus {place.path} ?value, ?other . FILTER(!SAMETERM(?value, ?other) && "
        'LANG(?value) != "" && LANG(?value) = LANG(?other))'
    )


_BROKEN: Final[Mapping[str, Callable[[object, _Place], str]]] = {
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
