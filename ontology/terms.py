"""The vocabularies as Python values: Turtle in, frozen :class:`Term` out.

A term is a SKOS concept of one of our schemes. The meaning of its labels for text matching is
defined at the label properties in ``ald-kg.ttl`` (``ald:symbol``, ``ald:inverseLabel``, ...).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

from ontology import rdf, source
from ontology.iri import NAMESPACE, PREFIXES, concept_iri, concept_notation, substance_iri
from ontology.term_kinds import KIND_CLASSES, KIND_OF_CLASS

_RDF, _SKOS, _DCTERMS = PREFIXES["rdf"], PREFIXES["skos"], PREFIXES["dcterms"]

_CLAIMED_AS = NAMESPACE + "claimedAs"

#: ``predicate IRI -> values`` of one subject, in file order.
_Record = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One concept: its names, its definition, and the source of the definition.

    ``label`` and ``alts`` are matched in any case, ``symbols`` exactly; ``hidden`` are
    misspellings. ``broader`` are concept IRIs. ``extra`` has our other properties by local name
    (``inverseLabel``, ``unitCode``, ...; ``defaultRole`` and ``ligandFamily`` as notations).
    """

    iri: str
    kind: str
    notation: str
    label: str
    alts: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    definition: str = ""
    source: str = ""
    broader: tuple[str, ...] = ()
    formula: str = ""
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)


class Vocabulary:
    """All terms, found by kind and notation or by IRI.

    If two terms share a notation, the first is found; ``ontology.validate`` reports both.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._by_iri = {term.iri: term for term in self.terms}
        self._by_notation = {(term.kind, term.notation): term for term in reversed(self.terms)}
        by_kind: defaultdict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            by_kind[term.kind].append(term)
        self._by_kind = {kind: tuple(terms) for kind, terms in by_kind.items()}

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of term, in the order of the claims vocabulary."""
        return tuple(KIND_CLASSES)

    def of_kind(self, kind: str) -> tuple[Term, ...]:
        """Return the terms of one kind, in file order.

        Raises
        ------
        KeyError
            If there is no such kind.
        """
        if kind not in KIND_CLASSES:
            raise KeyError(f"unknown kind of term {kind!r}; known are {', '.join(KIND_CLASSES)}")
        return self._by_kind.get(kind, ())

    def get(self, kind: str, notation: str) -> Term | None:
        """Return the term of this kind with this notation, or ``None``."""
        return self._by_notation.get((kind, notation))

    def by_iri(self, iri: str) -> Term | None:
        """Return the term with this IRI, or ``None``."""
        return self._by_iri.get(iri)


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabularies of ald-kg with the user's additions; they are read once.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed, or an addition does not fit.
    """
    return Vocabulary(read_terms(source.triples()))


def read_terms(triples: Iterable[rdf.Triple]) -> Iterator[Term]:
    """Yield the concepts among these triples, in order of appearance.

    A concept with ``ald:claimedAs`` is not a term itself: its names are added to the wider concept.
    """
    records = _records(triples)
    for record in records.values():
        for wide in record.get(_CLAIMED_AS, ()):
            _lend(record, records[wide])
    for iri, record in records.items():
        kinds = [KIND_OF_CLASS[name] for name in record[_RDF + "type"] if name in KIND_OF_CLASS]
        is_term = kinds and _SKOS + "Concept" in record[_RDF + "type"]
        if is_term and not record.get(_CLAIMED_AS):
            yield _term(iri, kinds[0], record, records)


def _lend(narrow: _Record, wide: _Record) -> None:
    """Add the names of a narrower concept to the wider one under which it is claimed."""
    wide[_SKOS + "altLabel"] += [*narrow[_SKOS + "prefLabel"], *narrow[_SKOS + "altLabel"]]
    for names in (NAMESPACE + "symbol", _SKOS + "hiddenLabel"):
        wide[names] += narrow[names]


def _records(triples: Iterable[rdf.Triple]) -> dict[str, _Record]:
    records: defaultdict[str, _Record] = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if isinstance(triple.subject, rdf.NamedNode) and not isinstance(triple.object, rdf.Triple):
            values = records[triple.subject.value][triple.predicate.value]
            if triple.object.value not in values:
                values.append(triple.object.value)
    return records


def _term(iri: str, kind: str, record: _Record, records: Mapping[str, _Record]) -> Term:
    def first(predicate: str) -> str:
        return next(iter(record[predicate]), "")

    return Term(
        iri=iri,
        kind=kind,
        notation=first(_SKOS + "notation"),
        label=first(_SKOS + "prefLabel"),
        alts=tuple(record[_SKOS + "altLabel"]),
        symbols=tuple(record[NAMESPACE + "symbol"]),
        hidden=tuple(record[_SKOS + "hiddenLabel"]),
        definition=first(_SKOS + "definition"),
        source="; ".join(record[_DCTERMS + "source"]),
        broader=tuple(record[_SKOS + "broader"]),
        formula=first(NAMESPACE + "formula"),
        extra=_extra(record, records),
    )


def _extra(record: _Record, records: Mapping[str, _Record]) -> dict[str, tuple[str, ...]]:
    """Return our own properties of a concept, except those that have a field of their own."""
    own = {
        predicate.removeprefix(NAMESPACE): tuple(values)
        for predicate, values in record.items()
        if predicate.startswith(NAMESPACE) and values
    }
    for name in ("defaultRole", "ligandFamily"):
        if name in own:
            own[name] = tuple(_notation(iri, records) for iri in own[name])
    return {name: values for name, values in own.items() if name not in ("symbol", "formula")}


def _notation(iri: str, records: Mapping[str, _Record]) -> str:
    """Return the id of a concept that is the value of another one's property."""
    stated = records[iri][_SKOS + "notation"] if iri in records else []
    return stated[0] if stated else concept_notation(iri)


def term_iri(kind: str, notation: str) -> str:
    """Return the IRI of a coded value: that of its term, possibly a user's, or a minted one.

    Raises
    ------
    KeyError, ValueError
        As :func:`ontology.iri.concept_iri`.
    """
    term = vocabulary().get(kind, notation)
    return term.iri if term else concept_iri(kind, notation)


def chemical_iri(name: str) -> str:
    """Return the IRI of a reagent: a concept if ``name`` is a notation, or else an instance.

    Raises
    ------
    ValueError
        If the name is empty.
    """
    term = vocabulary().get("chemical", name)
    return term.iri if term else substance_iri(name)


@cache
def role_properties() -> Mapping[str, str]:
    """Map the IRI of each role to the property that links a study to what has that role.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    for_role = NAMESPACE + "forRole"
    return MappingProxyType(
        {
            triple.object.value: triple.subject.value
            for triple in source.triples()
            if triple.predicate.value == for_role
            and isinstance(triple.subject, rdf.NamedNode)
            and isinstance(triple.object, rdf.NamedNode)
        }
    )
