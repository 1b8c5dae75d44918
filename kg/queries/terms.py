"""What people type, as RDF terms: 'TMA', 'Al₂O₃', 'lead chalcogenide', '100'.

Nothing here touches a query's text: a value becomes a term or an error that lists what is known.
"""

from __future__ import annotations

import difflib
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType

import pyoxigraph as ox

from kg.errors import QueryError
from kg.grounding import flatten, ground, loosen, names_of
from kg.queries.named import Param
from ontology import source
from ontology.iri import NAMESPACE, PREFIXES, material_iri
from ontology.terms import vocabulary

_XSD_DOUBLE = ox.NamedNode(PREFIXES["xsd"] + "double")
_MATERIAL = NAMESPACE + "Material"
_LABEL = PREFIXES["rdfs"] + "label"
_SUBCLASS = PREFIXES["rdfs"] + "subClassOf"

#: At most so many choices are listed in an error message.
MAX_CHOICES = 24


def term_of(param: Param, value: str) -> ox.NamedNode | ox.Literal:
    """The RDF term that ``value`` means for ``param``.

    Parameters
    ----------
    param
        What is asked for; its type decides how the value is read. A study is looked up in the
        store instead (:func:`kg.queries.run`).
    value
        As typed: a notation, label, synonym, formula, class name or number.

    Raises
    ------
    QueryError
        If the value is not of the type, unknown, or means several things.
    """
    return _READERS[param.type](param, value.strip())


def _string(param: Param, value: str) -> ox.Literal:
    return ox.Literal(value)


def _integer(param: Param, value: str) -> ox.Literal:
    try:
        return ox.Literal(int(value))
    except ValueError:
        raise QueryError(f"{param.name}: {value!r} is not a whole number") from None


def _number(param: Param, value: str) -> ox.Literal:
    try:
        number = float(value)
    except ValueError:
        raise QueryError(f"{param.name}: {value!r} is not a number") from None
    if not math.isfinite(number):
        raise QueryError(f"{param.name}: {value!r} is not a finite number")
    return ox.Literal(repr(number), datatype=_XSD_DOUBLE)


def _formula(param: Param, value: str) -> ox.NamedNode:
    """The material of a formula, or of the name of one ('alumina')."""
    if not loosen(value):
        raise QueryError(f"{param.name}: the formula is empty")
    named = ground("material", value).terms
    return ox.NamedNode(material_iri(named[0].notation if named else flatten(value)))


def _concept(param: Param, value: str) -> ox.NamedNode:
    found = ground(param.kind, value)
    if found.term is not None:
        return ox.NamedNode(found.term.iri)
    if found.terms:
        choices = ", ".join(sorted(term.notation for term in found.terms))
        raise QueryError(f"{param.name}: {value!r} may mean any of: {choices}")
    known = vocabulary().of_kind(param.kind)
    raise QueryError(_unknown(param, value, {n: t.notation for t in known for n in names_of(t)}))


def _class(param: Param, value: str) -> ox.NamedNode:
    """A class by IRI, CURIE, local name or label, in the singular or the plural."""
    classes = material_classes()
    by_name = {loosen(name): iri for name, iri in classes.items()}
    asked = loosen(value.removeprefix(NAMESPACE).removeprefix("ald:"))
    for name in (asked, asked.removesuffix("s")):
        if name in by_name:
            return ox.NamedNode(by_name[name])
    raise QueryError(_unknown(param, value, {name: name for name in classes}))


@cache
def material_classes() -> Mapping[str, str]:
    """The classes below ``ald:Material``: label or local name -> IRI.

    Raises
    ------
    OntologyError
        If the ontology's Turtle is malformed.
    """
    labels, above = _classes()
    names: dict[str, str] = {}
    for iri in sorted(above):
        if _MATERIAL in _ancestors(iri, above):
            names[labels.get(iri, iri.removeprefix(NAMESPACE))] = iri
            names[iri.removeprefix(NAMESPACE)] = iri
    return MappingProxyType(names)


def _classes() -> tuple[dict[str, str], dict[str, set[str]]]:
    """The English label of each class, and the classes right above it."""
    labels: dict[str, str] = {}
    above: defaultdict[str, set[str]] = defaultdict(set)
    for triple in source.triples():
        subject, found = triple.subject, triple.object
        if isinstance(subject, ox.NamedNode) and isinstance(found, ox.NamedNode | ox.Literal):
            if triple.predicate.value == _LABEL:
                labels[subject.value] = found.value
            elif triple.predicate.value == _SUBCLASS:
                above[subject.value].add(found.value)
    return labels, above


def _ancestors(iri: str, above: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [iri]
    while ahead:
        fresh = above.get(ahead.pop(), set()) - found
        found |= fresh
        ahead += fresh
    return found


def _unknown(param: Param, value: str, names: Mapping[str, str]) -> str:
    """What to say of an unknown value: the nearest spellings, or else what there is."""
    near = difflib.get_close_matches(value, names, n=5)
    choices = _unique(names[name] for name in near) or _unique(sorted(set(names.values())))
    listed = ", ".join(choices[:MAX_CHOICES]) + (", ..." if len(choices) > MAX_CHOICES else "")
    what = f"{param.kind or param.type}".replace("_", " ")
    hint = "did you mean" if near else "known are"
    return f"{param.name}: no {what} {value!r}; {hint}: {listed}"


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


_READERS: Mapping[str, Callable[[Param, str], ox.NamedNode | ox.Literal]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "formula": _formula,
    "class": _class,
    "concept": _concept,
}
