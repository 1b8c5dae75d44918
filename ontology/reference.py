"""The ontology as a reference for readers: every class, property and concept, by module.

The content is read from the Turtle; :mod:`api.reference` makes pages from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from ontology import rdf, source
from ontology.axioms import Index, index_triples, values
from ontology.curie import to_curie
from ontology.iri import BASE, NAMESPACE, ONTOLOGY_IRI, PREFIXES
from ontology.rdf import text_of

_RDF, _RDFS, _OWL = PREFIXES["rdf"], PREFIXES["rdfs"], PREFIXES["owl"]
_SKOS, _DCTERMS = PREFIXES["skos"], PREFIXES["dcterms"]
_TYPE: Final = _RDF + "type"

#: Type -> kind of term; the first type that fits is used.
_KINDS: Final = (
    (_OWL + "Class", "class"),
    (_OWL + "ObjectProperty", "object property"),
    (_OWL + "DatatypeProperty", "datatype property"),
    (_OWL + "AnnotationProperty", "annotation property"),
    (_SKOS + "ConceptScheme", "vocabulary"),
    (_SKOS + "Concept", "concept"),
)
_WIDER: Final = (_RDFS + "subClassOf", _RDFS + "subPropertyOf", _SKOS + "broader")
_MAPPINGS: Final = MappingProxyType(
    {
        _SKOS + "exactMatch": "exact match",
        _SKOS + "closeMatch": "close match",
        _SKOS + "broadMatch": "broad match",
        _SKOS + "narrowMatch": "narrow match",
        _OWL + "equivalentClass": "equivalent class",
        _OWL + "equivalentProperty": "equivalent property",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A term of the ontology; other terms are given by their IRIs.

    ``wider`` has superclasses, wider properties and broader concepts, including those of other
    vocabularies; ``narrower`` the reverse. ``mappings`` has pairs of a relation and its object. A
    term that should no longer be used is ``deprecated``; ``replaced_by`` has the terms to use
    instead.
    """

    iri: str
    kind: str
    label: str
    notation: str = ""
    definition: str = ""
    sources: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    scheme: str = ""
    wider: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    inverse: tuple[str, ...] = ()
    mappings: tuple[tuple[str, str], ...] = ()
    names: tuple[str, ...] = ()
    deprecated: bool = False
    replaced_by: tuple[str, ...] = ()

    @property
    def curie(self) -> str:
        """The IRI shortened by its prefix."""
        return to_curie(self.iri)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A module or vocabulary: its IRI, title and description, its terms by kind and label."""

    iri: str
    name: str
    title: str
    description: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The whole ontology: the content of its header, its modules, its vocabularies."""

    title: str
    description: str
    version: str
    version_iri: str
    license: str
    modules: tuple[Section, ...]
    vocabularies: tuple[Section, ...]
    by_iri: Mapping[str, Entry]

    def find_section(self, iri: str) -> Section | None:
        """Return the module or vocabulary with this IRI, or ``None``."""
        return next((s for s in (*self.modules, *self.vocabularies) if s.iri == iri), None)


@cache
def reference() -> Reference:
    """Return the reference of the ontology.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    return read_reference(source.packaged_files(), source.added_files())


def read_reference(
    files: Mapping[str, Iterable[rdf.Triple]],
    added: Mapping[str, Iterable[rdf.Triple]] = MappingProxyType({}),
) -> Reference:
    """Return the reference of the ontology in these files, each a module or vocabulary.

    The terms of ``added`` files are listed in their vocabularies.
    """
    listed = _with_added({name: tuple(triples) for name, triples in files.items()}, added)
    index = index_triples(triple for triples in listed.values() for triple in triples)
    below = _below(index)
    sections = [
        section
        for name, triples in listed.items()
        if (section := _section(name, index_triples(triples), index, below)) is not None
    ]
    header = _One(index, rdf.NamedNode(ONTOLOGY_IRI))
    return Reference(
        title=header.text(_DCTERMS + "title"),
        description=header.text(_DCTERMS + "description"),
        version=header.text(_OWL + "versionInfo"),
        version_iri=header.text(_OWL + "versionIRI"),
        license=header.text(_DCTERMS + "license"),
        modules=tuple(s for s in sections if s.iri.startswith(ONTOLOGY_IRI)),
        vocabularies=tuple(s for s in sections if not s.iri.startswith(ONTOLOGY_IRI)),
        by_iri=MappingProxyType({e.iri: e for section in sections for e in section.entries}),
    )


def _with_added(
    files: Mapping[str, tuple[rdf.Triple, ...]], added: Mapping[str, Iterable[rdf.Triple]]
) -> Mapping[str, tuple[rdf.Triple, ...]]:
    """Return the files with the additions to their terms, and with new terms of their schemes."""
    homes = {t.subject: name for name, triples in files.items() for t in triples}
    listed = {name: list(triples) for name, triples in files.items()}
    more = [triple for triples in added.values() for triple in triples]
    schemes = {t.subject: t.object for t in more if t.predicate.value == _SKOS + "inScheme"}
    for triple in more:
        home = homes.get(triple.subject) or homes.get(schemes.get(triple.subject))  # type: ignore[arg-type]
        if home is not None:
            listed[home].append(triple)
    return {name: tuple(triples) for name, triples in listed.items()}


@dataclass(frozen=True, slots=True, kw_only=False)
class _One:
    """One subject of an index, with its properties."""

    index: Index
    node: rdf.NamedNode

    def texts(self, *predicates: str) -> tuple[str, ...]:
        found = (text_of(v) for name in predicates for v in values(self.index, self.node, name))
        return tuple(dict.fromkeys(filter(None, found)))

    def text(self, predicate: str) -> str:
        return next(iter(self.texts(predicate)), "")


def _below(index: Index) -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for node in index:
        if isinstance(node, rdf.NamedNode):
            for wider in _One(index, node).texts(*_WIDER):
                found[wider].append(node.value)
    return found


def _section(name: str, own: Index, index: Index, below: Mapping[str, list[str]]) -> Section | None:
    """Return the terms of one file under its header; ``None`` for the root or without a header."""
    nodes = [node for node in own if isinstance(node, rdf.NamedNode)]
    headers = [n for n in nodes if _kind(own, n) == "vocabulary" or _is_module(own, n)]
    entries = [entry for node in nodes if (entry := _entry(own, index, node, below)) is not None]
    if not headers or headers[0].value == ONTOLOGY_IRI:
        return None
    header = _One(index, headers[0])
    order = [kind for _, kind in _KINDS]
    return Section(
        iri=headers[0].value,
        name=name.rsplit("/", 1)[-1].removesuffix(".ttl"),
        title=header.text(_DCTERMS + "title"),
        description=header.text(_DCTERMS + "description"),
        entries=tuple(sorted(entries, key=lambda e: (order.index(e.kind), e.label.lower(), e.iri))),
    )


def _is_module(own: Index, node: rdf.NamedNode) -> bool:
    return rdf.NamedNode(_OWL + "Ontology") in values(own, node, _TYPE)


def _kind(own: Index, node: rdf.NamedNode) -> str:
    types = _One(own, node).texts(_TYPE)
    return next((kind for iri, kind in _KINDS if iri in types), "")


def _entry(
    own: Index, index: Index, node: rdf.NamedNode, below: Mapping[str, list[str]]
) -> Entry | None:
    """Return the term that a file defines; ``None`` for other subjects and for foreign terms."""
    kind = _kind(own, node)
    one = _One(index, node)
    is_ours = node.value.startswith(BASE) or one.text(_SKOS + "inScheme").startswith(BASE)
    if not kind or not is_ours or kind == "vocabulary":
        return None
    labels = one.texts(_SKOS + "prefLabel", _RDFS + "label")
    return Entry(
        iri=node.value,
        kind=kind,
        label=next(iter(labels), to_curie(node.value)),
        notation=one.text(_SKOS + "notation"),
        definition=one.text(_SKOS + "definition"),
        sources=one.texts(_DCTERMS + "source"),
        types=tuple(t for t in one.texts(_TYPE) if t.startswith(NAMESPACE)),
        scheme=one.text(_SKOS + "inScheme"),
        wider=one.texts(*_WIDER),
        narrower=tuple(sorted(below.get(node.value, ()))),
        domain=one.texts(_RDFS + "domain"),
        range=one.texts(_RDFS + "range"),
        inverse=one.texts(_OWL + "inverseOf"),
        mappings=tuple(
            (relation, iri) for name, relation in _MAPPINGS.items() for iri in one.texts(name)
        ),
        names=one.texts(_SKOS + "altLabel", NAMESPACE + "symbol", NAMESPACE + "quantitySymbol"),
        deprecated=one.text(_OWL + "deprecated") == "true",
        replaced_by=one.texts(_DCTERMS + "isReplacedBy"),
    )


def published_iris(found: Reference | None = None) -> Iterator[str]:
    """Yield every IRI that the ontology defines (terms, vocabularies, modules), sorted.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    shown = found or reference()
    sections = (section.iri for section in (*shown.modules, *shown.vocabularies))
    yield from sorted({ONTOLOGY_IRI, *sections, *shown.by_iri})
