"""Completion of terms in a query: finds terms of the ontology and things of a graph by any name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import Final

from api.catalog import Catalog
from kg.catalog import THINGS
from ontology.curie import to_curie
from ontology.iri import PREFIXES
from ontology.reference import reference

#: Prefixed names that SPARQL reads without an escape.
_PLAIN: Final = re.compile(r"[a-z-]+:(?:\w|%[0-9A-F]{2})(?:[\w.-]|%[0-9A-F]{2})*(?<!\.)")
_WORDS: Final = re.compile(r"[\s_/-]+")
#: Terms of other vocabularies that queries on this graph often use.
_COMMON: Final = (
    *("rdf:type", "rdfs:label", "rdfs:subClassOf", "skos:prefLabel", "skos:altLabel"),
    *("skos:broader", "skos:notation", "dcterms:title", "dcterms:identifier"),
    *("xsd:integer", "xsd:decimal", "xsd:double", "xsd:string"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A term in the spelling of a query, with its label and its kind."""

    insert: str
    label: str
    kind: str


def complete_name(catalog: Catalog, begun: str, *, limit: int) -> tuple[Name, ...]:
    """Return the terms whose spelling in a query, label or synonym begins so, the likeliest first.

    Parameters
    ----------
    catalog
        The catalog of the graph, for its studies, materials and reagents.
    begun
        The text before the cursor: ``ald:onS``, ``process:``, ``thermal``.
    limit
        The largest number of names to return.
    """
    prefix, colon, rest = begun.rpartition(":")
    found = (*_terms(begun.casefold()), *_things(catalog, prefix, rest, limit))
    distinct: dict[str, Name] = {}
    for name in found:
        if not colon or name.insert.startswith(f"{prefix}:"):
            distinct.setdefault(name.insert, name)
    return tuple(islice(distinct.values(), limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """A term with all its names in lower case, and the words in these names.

    Its spelling in a query and its label come first.
    """

    name: Name
    called: tuple[str, ...]
    words: tuple[str, ...]

    def rank(self, begun: str) -> int | None:
        """Return the rank of a match with the typed text, 0 is best; ``None`` without a match."""
        if begun in self.called:
            return 0
        for rank, names in enumerate((self.called[:2], self.called, self.words), 1):
            if any(name.startswith(begun) for name in names):
                return rank
        return None


def _terms(begun: str) -> Iterator[Name]:
    """Yield terms of the ontology: exact names, then beginnings of names, then of any word."""
    prefix, colon, rest = begun.rpartition(":")
    ranked = []
    for known in _index():
        insert = known.name.insert
        if colon and (insert.endswith(":") or not insert.startswith(f"{prefix}:")):
            continue
        rank = known.rank(rest)
        if rank is not None:
            ranked.append((rank, len(insert), insert, known.name))
    yield from (name for *_, name in sorted(ranked))


@cache
def _index() -> tuple[_Known, ...]:
    """Return every term that a query may use, and the prefixes."""
    terms = [
        _known(_written(entry.iri), entry.label, entry.kind, entry.names)
        for entry in reference().by_iri.values()
        if not entry.deprecated
    ]
    common = [_known(curie, "", "term") for curie in _COMMON]
    prefixes = [_known(f"{name}:", space, "prefix") for name, space in PREFIXES.items()]
    return (*terms, *common, *prefixes)


def _known(insert: str, label: str, kind: str, names: Iterable[str] = ()) -> _Known:
    prefix, _, own = insert.rpartition(":")
    called = tuple(text.casefold() for text in (own or prefix, label, *names))
    words = tuple(dict.fromkeys(word for text in called for word in _WORDS.split(text)))
    return _Known(name=Name(insert=insert, label=label, kind=kind), called=called, words=words)


def _things(catalog: Catalog, prefix: str, begun: str, limit: int) -> Iterator[Name]:
    """Yield things that the graph itself names; studies only if their prefix was typed."""
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
    """Return an IRI in the spelling of a query: with its prefix if SPARQL can read that."""
    curie = to_curie(iri)
    return curie if _PLAIN.fullmatch(curie) else f"<{iri}>"
