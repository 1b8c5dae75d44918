"""Faults that prevent loading the ontology; each is one line with file and term.

The parser refuses a file that is not Turtle. The faults here appear only when all files are read:
an undefined term, a unit that is not UCUM, a cycle of broader concepts. :mod:`ontology.validation`
reports incomplete terms (a missing label or source).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from ontology import rdf
from ontology.curie import to_curie
from ontology.errors import OntologyError
from ontology.iri import BASE, NAMESPACE, PREFIXES
from ontology.rdf import text_of
from ontology.ucum import parse_ucum

#: The name of each file with its triples.
Files = Iterable[tuple[str, Sequence[rdf.Triple]]]

_TYPE: Final = PREFIXES["rdf"] + "type"
_BROADER: Final = PREFIXES["skos"] + "broader"
_NOTATION: Final = PREFIXES["skos"] + "notation"
_UNIT: Final = NAMESPACE + "Unit"
#: Properties whose values need no description: versions of the ontology.
_FREE: Final = frozenset(PREFIXES["owl"] + name for name in ("versionIRI", "priorVersion"))


#: IRI of a property -> the triples that use it, with their files.
_Uses = Mapping[str, list[tuple[str, rdf.Triple]]]


def refuse_faults(files: Files) -> None:
    """Raise an error if the files cannot be loaded together.

    Raises
    ------
    OntologyError
        At the first fault; the message names the file, the term and the cause.
    """
    uses: dict[str, list[tuple[str, rdf.Triple]]] = {}
    for name, triples in files:
        for triple in triples:
            uses.setdefault(triple.predicate.value, []).append((name, triple))
    for faults in (_unknown_terms, _wrong_units, _circles):
        for name, iri, cause in faults(uses):
            raise OntologyError(f"{name}: {to_curie(iri)}: {cause}")


def _unknown_terms(uses: _Uses) -> Iterator[tuple[str, str, str]]:
    """Yield our terms that are used but have no type anywhere."""
    known = {text_of(triple.subject) for _, triple in uses.get(_TYPE, ())}
    for predicate, used in uses.items():
        if predicate.startswith(BASE) and predicate not in known:
            name, triple = used[0]
            yield name, text_of(triple.subject), f"unknown term {to_curie(predicate)}"
        for name, triple in used if predicate not in _FREE else ():
            if isinstance(triple.object, rdf.NamedNode):
                iri = triple.object.value
                if iri not in known and iri.startswith(BASE):
                    yield name, text_of(triple.subject), f"unknown term {to_curie(iri)}"


def _wrong_units(uses: _Uses) -> Iterator[tuple[str, str, str]]:
    """Yield units whose code is not UCUM, and codes that no unit has."""
    units = {text_of(t.subject) for _, t in uses.get(_TYPE, ()) if text_of(t.object) == _UNIT}
    stated = {text_of(t.subject): text_of(t.object) for _, t in uses.get(NAMESPACE + "ucum", ())}
    known: set[str] = set()
    for name, triple in uses.get(_NOTATION, ()):
        iri = text_of(triple.subject)
        if iri in units:
            known.add(text_of(triple.object))
            try:
                parse_ucum(stated.get(iri, text_of(triple.object)))
            except ValueError as error:
                yield name, iri, str(error)
    for predicate in ("unitCode", "characteristicUnit"):
        for name, triple in uses.get(NAMESPACE + predicate, ()):
            if text_of(triple.object) not in known:
                cause = f"there is no unit {text_of(triple.object)!r} (ald:{predicate})"
                yield name, text_of(triple.subject), cause


def _circles(uses: _Uses) -> Iterator[tuple[str, str, str]]:
    """Yield concepts that are broader than themselves."""
    above: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    for name, triple in uses.get(_BROADER, ()):
        above.setdefault(text_of(triple.subject), []).append(text_of(triple.object))
        places.setdefault(text_of(triple.subject), name)
    for iri in sorted(above):
        circle = _way_back(above, iri)
        if circle:
            named = " > ".join(map(to_curie, circle))
            yield places[iri], iri, f"skos:broader forms a cycle: {named}"


def _way_back(above: Mapping[str, Iterable[str]], start: str) -> tuple[str, ...]:
    """Return a cycle of broader concepts through this one; ``()`` if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    while ways:
        way = ways.pop()
        for iri in above.get(way[-1], ()):
            if iri == start:
                return (*way, iri)
            if iri not in seen:
                seen.add(iri)
                ways.append((*way, iri))
    return ()
