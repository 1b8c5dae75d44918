"""Typed input as RDF terms: 'TMA', 'Al₂O₃', 'lead chalcogenide', '100'.

This module does not touch a query's text: a value becomes a term, or an error that lists the known
values.
"""

from __future__ import annotations

import difflib
import math
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from kg.errors import QueryError
from kg.grounding import ground, loosen, names_of
from kg.queries.named import Param
from ontology import rdf
from ontology.iri import PREFIXES
from ontology.terms import vocabulary

_XSD_DOUBLE = rdf.NamedNode(PREFIXES["xsd"] + "double")

#: Relation of two facts -> rank: linked in the text, in one sentence, in one study.
LINK_RANKS: Mapping[str, int] = MappingProxyType({"stated": 1, "sentence": 2, "study": 3})
_TEMPERATURE = re.compile(
    r"(?:(?:below|under|up to|at most|at or below|not above|<|<=|≤)\s*)?"
    r"(?P<number>[-−]?\d+(?:\.\d+)?)\s*(?P<unit>K|°\s?C|degC|C)?"
)
_ROOM, _ZERO = 25.0, 273.15

#: Greatest number of choices in an error message.
MAX_CHOICES = 24


def terms_of(param: Param, value: str) -> tuple[rdf.NamedNode | rdf.Literal, ...]:
    """Return the RDF terms of a value: one, and for a chemical also its narrower terms.

    Parameters
    ----------
    param
        The parameter, whose type determines how the value is read. Studies and materials are looked
        up in the store instead (:func:`kg.queries.run`).
    value
        The value as typed: a notation, label, synonym, number, temperature or word for a link.

    Raises
    ------
    QueryError
        If the value has the wrong type, is unknown, or is ambiguous.
    """
    term = _READERS[param.type](param, value.strip())
    # the SPARQL of the questions itself finds the narrower terms of all other concepts
    if param.kind == "chemical" and isinstance(term, rdf.NamedNode):
        return (term, *map(rdf.NamedNode, _narrower(param.kind, term.value)))
    return (term,)


def _narrower(kind: str, iri: str) -> Iterator[str]:
    """Yield the narrower terms of a concept, at all levels."""
    for term in vocabulary().of_kind(kind):
        if iri in term.broader:
            yield term.iri
            yield from _narrower(kind, term.iri)


def _string(param: Param, value: str) -> rdf.Literal:
    return rdf.Literal(value)


def _integer(param: Param, value: str) -> rdf.Literal:
    try:
        return rdf.Literal(int(value))
    except ValueError:
        raise QueryError(f"{param.name}: {value!r} is not a whole number") from None


def _number(param: Param, value: str) -> rdf.Literal:
    try:
        number = float(value)
    except ValueError:
        raise QueryError(f"{param.name}: {value!r} is not a number") from None
    return _double(param, value, number)


def _share(param: Param, value: str) -> rdf.Literal:
    """Return a number from 0 to 1."""
    try:
        number = float(value)
    except ValueError:
        number = math.nan
    if not 0 <= number <= 1:
        raise QueryError(f"{param.name}: {value!r} is not a number from 0 to 1")
    return _double(param, value, number)


def _double(param: Param, value: str, number: float) -> rdf.Literal:
    if not math.isfinite(number):
        raise QueryError(f"{param.name}: {value!r} is not a finite number")
    return rdf.Literal(repr(number), datatype=_XSD_DOUBLE)


def printed_temperature(value: str) -> str:
    """Return a temperature as printed in tables; words such as "room temperature" stay.

    >>> [printed_temperature(text) for text in ("100", "below 373 K", "rt")]
    ['100 °C', '373 K', 'rt']
    """
    match = _TEMPERATURE.fullmatch(value.strip())
    unit = "K" if match and match["unit"] == "K" else "°C"
    return f"{match['number']} {unit}" if match else value


def _temperature(param: Param, value: str) -> rdf.Literal:
    """Return a temperature in °C: '100', 'below 100 °C', '373 K', 'room temperature'."""
    if loosen(value) in ("roomtemperature", "rt"):
        return _double(param, value, _ROOM)
    match = _TEMPERATURE.fullmatch(value.strip())
    if match is None:
        raise QueryError(
            f"{param.name}: {value!r} is not a temperature (write 100, 100 °C or 373 K)"
        )
    number = float(match["number"].replace("−", "-"))
    return _double(param, value, number - _ZERO if match["unit"] == "K" else number)


def _link(param: Param, value: str) -> rdf.Literal:
    """Return the rank of the loosest link that is shown."""
    name = value.casefold().removeprefix("same ")
    if name not in LINK_RANKS:
        raise QueryError(_unknown(param, value, {known: known for known in LINK_RANKS}))
    return rdf.Literal(LINK_RANKS[name])


def formula_named(name: str) -> str | None:
    """Return the formula for a name: Al2O3 for 'alumina'; ``None`` if it is no name."""
    named = ground("material", name).terms
    return (named[0].formula or named[0].notation) if named else None


def _concept(param: Param, value: str) -> rdf.NamedNode:
    found = ground(param.kind, value)
    if found.term is not None:
        return rdf.NamedNode(found.term.iri)
    if found.terms:
        choices = ", ".join(sorted(term.notation for term in found.terms))
        raise QueryError(f"{param.name}: {value!r} may mean any of: {choices}")
    known = vocabulary().of_kind(param.kind)
    raise QueryError(_unknown(param, value, {n: t.notation for t in known for n in names_of(t)}))


def _unknown(param: Param, value: str, names: Mapping[str, str]) -> str:
    """Return the message on an unknown value: the most similar names, or else the known values."""
    near = difflib.get_close_matches(value, names, n=5)
    choices = _unique(names[name] for name in near) or _unique(sorted(set(names.values())))
    listed = ", ".join(choices[:MAX_CHOICES]) + (", ..." if len(choices) > MAX_CHOICES else "")
    what = f"{param.kind or param.type}".replace("_", " ")
    hint = "did you mean" if near else "known are"
    return f"{param.name}: no {what} {value!r}; {hint}: {listed}"


def _unique(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))


_READERS: Mapping[str, Callable[[Param, str], rdf.NamedNode | rdf.Literal]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "share": _share,
    "temperature": _temperature,
    "link": _link,
    "concept": _concept,
}
