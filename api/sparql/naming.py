"""Terms to write into a query: those of the ontology and the things of a graph, by any name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from api.catalog import Catalog
from kg.catalog import THINGS
from ontology.iri import PREFIXES, to_curie
from ontology.reference import reference

#: Local names that SPARQL can read behind a prefix without an escape.
_PLAIN: Final = re.compile(r"[a-z-]+:(?:\w|%[0-9A-F]{2})(?:[\w.-]|%[0-9A-F]{2})*(?<!\.)")
_WORDS: Final = re.compile(r"[\s_/-]+")
#: Terms of other vocabularies that queries of this graph use all the time.
_COMMON: Final = (
    *("rdf:type", "rdfs:label", "rdfs:subClassOf", "skos:prefLabel", "skos:altLabel"),
    *("skos:broader", "skos:notation", "dcterms:title", "dcterms:identifier"),
    *("xsd:integer", "xsd:decimal", "xsd:double", "xsd:string"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A term as a query has it, what it is called, and what it is."""

    insert: str
    label: str
    kind: str


def complete_name(catalog: Catalog, begun: str, *, limit: int) -> tuple[Name, ...]:
    """Return the terms whose name in a query, label or synonym begins so, the likeliest first.

    Parameters
    ----------
    catalog
        The catalog of the graph, for its studies, materials and reagents.
    begun
        What stands before the cursor: ``ald:onS``, ``process:``, ``thermal``.
    limit
        At most so many.
    """
    prefix, colon, rest = begun.rpartition(":")
    found = (*_terms(begun.casefold()), *_things(catalog, prefix, rest, limit))
    distinct: dict[str, Name] = {}
    for name in found:
        if not colon or name.insert.startswith(f"{prefix}:"):
            distinct.setdefault(name.insert, name)
    return tuple(islice(distinct.values(), limit))


def _terms(begun: str) -> Iterator[Name]:
    """Terms of the ontology: those that are called so, then those that begin so, then any word."""
    prefix, colon, rest = begun.rpartition(":")
    ranked = []
    for name, called in _index():
        if colon and (name.kind == "prefix" or not name.insert.startswith(f"{prefix}:")):
            continue
        rank = _rank(called, rest)
        if rank is not None:
            ranked.append((rank, len(name.insert), name.insert, name))
    yield from (name for *_, name in sorted(ranked))


def _rank(called: tuple[str, ...], begun: str) -> int | None:
    """How well what a term is called fits, 0 best; its name in a query and label come first."""
    if begun in called:
        return 0
    if any(name.startswith(begun) for name in called[:2]):
        return 1
    if any(name.startswith(begun) for name in called):
        return 2
    words = (word for name in called for word in _WORDS.split(name))
    return 3 if any(word.startswith(begun) for word in words) else None


@cache
def _index() -> tuple[tuple[Name, tuple[str, ...]], ...]:
    """Each term that may be used, with all it is called in small letters."""
    entries = [entry for entry in reference().by_iri.values() if not entry.deprecated]
    known = [
        (Name(insert=_written(entry.iri), label=entry.label, kind=entry.kind), entry.names)
        for entry in entries
    ]
    known += [(Name(insert=curie, label="", kind="term"), ()) for curie in _COMMON]
    known += [
        (Name(insert=f"{prefix}:", label=space, kind="prefix"), (prefix,))
        for prefix, space in PREFIXES.items()
    ]
    return tuple(
        (name, tuple(text.casefold() for text in (_own(name.insert), name.label, *names)))
        for name, names in known
    )


def _own(insert: str) -> str:
    prefix, _, own = insert.rpartition(":")
    return own or prefix


def _things(catalog: Catalog, prefix: str, begun: str, limit: int) -> Iterator[Name]:
    """Things that the graph itself names; studies only where they are asked for."""
    if not begun.strip():
        return
    if prefix == "study":
        found = catalog.find("study", {}, begun).result
        for study in catalog.studies(found.numbers(limit=limit)):
            yield Name(insert=_written(study.iri), label=study.label, kind="study")
        return
    for kind in THINGS:
        for thing in catalog.things(kind, begun, limit=limit)[0]:
            yield Name(insert=_written(thing.iri), label=thing.label, kind=kind)


def _written(iri: str) -> str:
    """An IRI as a query has it: with its prefix where that can be read."""
    curie = to_curie(iri)
    return curie if _PLAIN.fullmatch(curie) else f"<{iri}>"
