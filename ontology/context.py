"""The JSON-LD context of the ontology: the type of each property's values, from its own axioms.

The value of an object property is an IRI; a datatype property with one range has values of that
type. All documents share one context, so that our JSON has the same meaning everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Final

from ontology import rdf, source
from ontology.axioms import Index, index_triples, values
from ontology.curie import to_curie
from ontology.iri import PREFIXES

_TYPE: Final = PREFIXES["rdf"] + "type"
_RANGE: Final = PREFIXES["rdfs"] + "range"
_OWL: Final = PREFIXES["owl"]
_XSD: Final = PREFIXES["xsd"]
#: Types that need no entry: plain strings, and texts with a language.
_PLAIN: Final = frozenset({_XSD + "string", PREFIXES["rdf"] + "langString"})

#: Types of properties from other vocabularies that we use.
_OTHERS: Final = {
    PREFIXES["oa"] + "start": _XSD + "integer",
    PREFIXES["oa"] + "end": _XSD + "integer",
    PREFIXES["qudt"] + "hasUnit": "@id",
    **{PREFIXES["owl"] + name: "@id" for name in ("inverseOf", "imports", "versionIRI")},
    **{
        PREFIXES["rdfs"] + name: "@id"
        for name in ("subClassOf", "subPropertyOf", "domain", "range", "isDefinedBy")
    },
    PREFIXES["dcterms"] + "isReplacedBy": "@id",
}

#: A name of the context -> a namespace, or the IRI and type of a property.
Context = dict[str, str | dict[str, str]]


@cache
def coercions() -> dict[str, str]:
    """Map the IRI of each property with values of one type to ``@id``, or the datatype's IRI.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return coercions_of(source.model())


def coercions_of(triples: Iterable[rdf.Triple]) -> dict[str, str]:
    """Return the same mapping for the properties that these triples define."""
    index = index_triples(triples)
    found = dict(_OTHERS)
    for subject, record in index.items():
        kinds = {
            str(kind.value) for kind in record.get(_TYPE, ()) if isinstance(kind, rdf.NamedNode)
        }
        if not isinstance(subject, rdf.NamedNode):
            continue
        if _OWL + "ObjectProperty" in kinds:
            found[subject.value] = "@id"
        elif _OWL + "DatatypeProperty" in kinds:
            found |= _datatype(index, subject)
    return dict(sorted(found.items()))


def _datatype(index: Index, subject: rdf.NamedNode) -> dict[str, str]:
    ranges = values(index, subject, _RANGE)
    if len(ranges) != 1 or not isinstance(ranges[0], rdf.NamedNode):
        return {}
    return {} if ranges[0].value in _PLAIN else {subject.value: ranges[0].value}


def context(
    properties: Iterable[str] | None = None, prefixes: Iterable[str] | None = None
) -> Context:
    """Return the JSON-LD context.

    Parameters
    ----------
    properties
        The IRIs of the properties to include; all of the ontology if left out.
    prefixes
        The prefixes to include; all if left out.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    known = coercions()
    kept = known if properties is None else {*properties} & known.keys()
    named = PREFIXES if prefixes is None else {*prefixes} & PREFIXES.keys()
    typed: Context = {
        to_curie(name): {"@id": name, "@type": _type(known[name])} for name in sorted(kept)
    }
    return {name: iri for name, iri in PREFIXES.items() if name in named} | typed


def _type(kind: str) -> str:
    return kind if kind == "@id" else to_curie(kind)
