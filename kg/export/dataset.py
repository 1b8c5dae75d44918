"""The description of a graph for catalogues of data, in VoID and DCAT.

References
----------
Describing Linked Datasets with the VoID Vocabulary: https://www.w3.org/TR/void/
Data Catalog Vocabulary, version 3: https://www.w3.org/TR/vocab-dcat-3/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kg.export.publication import Publication, ontology_header
from kg.export.rdf import with_sorted_prefixes
from kg.rdf.nodes import TYPE, Value, typed
from ontology import rdf, source
from ontology.graphs import BELIEF_GRAPH, INFERRED_GRAPH, LEDGER_GRAPH, ONTOLOGY_GRAPH
from ontology.iri import BASE, DATASET_IRI, NAMESPACE, ONTOLOGY_IRI, PREFIXES, sub_iri

if TYPE_CHECKING:
    from kg.store import Graph

VOID: Final = "http://rdfs.org/ns/void#"
DCAT: Final = "http://www.w3.org/ns/dcat#"
_PREFIXES: Final = {
    name: PREFIXES[name] for name in ("dcterms", "rdf", "rdfs", "owl", "xsd", "vann", "prov")
} | {"void": VOID, "dcat": DCAT}
_DCTERMS: Final = PREFIXES["dcterms"]
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_MEDIA: Final = "https://www.iana.org/assignments/media-types/"
_PROTOCOL: Final = "http://www.w3.org/TR/sparql11-protocol/"
_GRAPH_TYPES: Final = ("text/turtle", "application/ld+json", "application/n-triples")
_SUBSETS: Final = MappingProxyType(
    {
        ONTOLOGY_GRAPH: "The ontology and its vocabularies",
        INFERRED_GRAPH: "Inferences from the axioms of the ontology",
        BELIEF_GRAPH: "Statements with their belief",
    }
)
_DOCUMENTS: Final = "The content of each document, one named graph each"

_Triple = tuple[rdf.NamedNode, rdf.NamedNode, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The counts of a graph.

    ``graphs`` are triples by named graph, ``classes`` instances by class, ``properties`` triples by
    property. ``subjects`` and ``objects`` are distinct ones.
    """

    triples: int
    subjects: int
    objects: int
    documents: int
    graphs: Mapping[str, int]
    classes: Mapping[str, int]
    properties: Mapping[str, int]


def count(store: Graph) -> Counts:
    """Count the content of a store; takes seconds for a million triples."""
    graphs = _counted(
        store, "SELECT ?key (COUNT(*) AS ?n) { GRAPH ?key { ?s ?p ?o } } GROUP BY ?key"
    )
    return Counts(
        triples=_number(store, "SELECT ('' AS ?key) (COUNT(*) AS ?n) { ?s ?p ?o }"),
        subjects=_number(store, "SELECT ('' AS ?key) (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }"),
        objects=_number(store, "SELECT ('' AS ?key) (COUNT(DISTINCT ?o) AS ?n) { ?s ?p ?o }"),
        documents=_number(
            store, "SELECT ('' AS ?key) (COUNT(*) AS ?n) { ?document a ald:Document }"
        ),
        graphs=graphs,
        classes=_counted(
            store, "SELECT ?key (COUNT(DISTINCT ?s) AS ?n) { ?s a ?key } GROUP BY ?key"
        ),
        properties=_counted(store, "SELECT ?key (COUNT(*) AS ?n) { ?s ?key ?o } GROUP BY ?key"),
    )


def _number(store: Graph, query: str) -> int:
    return next(number for _, number in _rows(store, query))


def _counted(store: Graph, query: str) -> dict[str, int]:
    return dict(sorted(_rows(store, query)))


def _rows(store: Graph, query: str) -> Iterator[tuple[str, int]]:
    """Yield the rows of a query for counts: key and count."""
    rows: Any = store.select(query)
    for key, number in rows:
        yield getattr(key, "value", ""), int(number.value)


def write(store: Graph, out: BinaryIO) -> None:
    """Write the description of a graph in Turtle."""
    out.write(render_turtle(describe(count(store))).encode())


def render_turtle(triples: Sequence[_Triple]) -> str:
    """Return a description in Turtle."""
    listed = [rdf.Triple(*triple) for triple in triples]
    data = rdf.serialize(listed, format=rdf.RdfFormat.TURTLE, prefixes=_PREFIXES)
    return with_sorted_prefixes((data or b"").decode())


def describe(counts: Counts, publication: Publication | None = None) -> tuple[_Triple, ...]:
    """Return the description of a graph.

    Parameters
    ----------
    counts
        The counts of the graph.
    publication
        The publication metadata; with a base address the description names the SPARQL endpoint and
        the formats in which it offers graph and ontology.
    """
    published = publication or Publication()
    found = (
        *_dataset(published),
        *_sizes(rdf.NamedNode(DATASET_IRI), counts),
        *_subsets(counts),
        *_vocabularies(counts),
        *_partitions(counts),
        *_ontology(published),
        *(_access(published) if published.base_url else ()),
    )
    return tuple(dict.fromkeys(found))


def _name(namespace: str, local: str) -> rdf.NamedNode:
    return rdf.NamedNode(namespace + local)


def _integer(number: int) -> rdf.Literal:
    return typed(str(number), "integer")


def _dataset(publication: Publication) -> Iterator[_Triple]:
    node = rdf.NamedNode(DATASET_IRI)
    yield node, TYPE, _name(VOID, "Dataset")
    yield node, TYPE, _name(DCAT, "Dataset")
    yield node, _name(_DCTERMS, "title"), rdf.Literal(publication.title, language="en")
    yield node, _name(_DCTERMS, "description"), rdf.Literal(publication.description, language="en")
    yield node, _name(_DCTERMS, "license"), rdf.NamedNode(publication.license)
    yield node, _name(_DCTERMS, "conformsTo"), rdf.NamedNode(ONTOLOGY_IRI)
    yield node, _name(VOID, "uriSpace"), rdf.Literal(BASE)
    for word in ("atomic layer deposition", "colloidal nanocrystals", "literature"):
        yield node, _name(DCAT, "keyword"), rdf.Literal(word, language="en")
    for form in ("Turtle", "N-Triples", "JSON-LD"):
        yield node, _name(VOID, "feature"), rdf.NamedNode(_FORMATS + form)
    if publication.publisher:
        yield node, _name(_DCTERMS, "publisher"), rdf.Literal(publication.publisher)
    if publication.date:
        yield node, _name(_DCTERMS, "issued"), typed(publication.date, "date")


def _sizes(node: rdf.NamedNode, counts: Counts) -> Iterator[_Triple]:
    sizes = {
        "triples": counts.triples,
        "distinctSubjects": counts.subjects,
        "distinctObjects": counts.objects,
        "classes": len(counts.classes),
        "properties": len(counts.properties),
        "documents": counts.documents,
    }
    for name, number in sizes.items():
        yield node, _name(VOID, name), _integer(number)


def _subsets(counts: Counts) -> Iterator[_Triple]:
    """Yield the ontology, the documents' graphs and the derived graphs with their sizes."""
    whole = rdf.NamedNode(DATASET_IRI)
    said = sum(
        number for name, number in counts.graphs.items() if name not in {*_SUBSETS, LEDGER_GRAPH}
    )
    subsets = [(sub_iri(DATASET_IRI, "document"), _DOCUMENTS, said)]
    subsets += [(iri, title, counts.graphs.get(iri, 0)) for iri, title in _SUBSETS.items()]
    for iri, title, number in subsets:
        node = rdf.NamedNode(iri)
        yield whole, _name(VOID, "subset"), node
        yield node, TYPE, _name(VOID, "Dataset")
        yield node, _name(_DCTERMS, "title"), rdf.Literal(title, language="en")
        yield node, _name(VOID, "triples"), _integer(number)


def _vocabularies(counts: Counts) -> Iterator[_Triple]:
    """Yield the vocabularies whose classes or properties are in use."""
    used = Counter(_namespace(iri) for iri in (*counts.classes, *counts.properties))
    for namespace in sorted(filter(None, used)):
        yield rdf.NamedNode(DATASET_IRI), _name(VOID, "vocabulary"), rdf.NamedNode(namespace)


def _namespace(iri: str) -> str:
    """Return the namespace of a class or property that has a known prefix, or ``""``."""
    known = (space for space in PREFIXES.values() if iri.startswith(space))
    return max(known, key=len, default="")


def _partitions(counts: Counts) -> Iterator[_Triple]:
    kinds = (
        ("class", counts.classes, "entities"),
        ("property", counts.properties, "triples"),
    )
    for kind, parts, size in kinds:
        for iri, number in parts.items():
            part = rdf.NamedNode(sub_iri(DATASET_IRI, kind, iri.removeprefix(NAMESPACE)))
            yield rdf.NamedNode(DATASET_IRI), _name(VOID, f"{kind}Partition"), part
            yield part, _name(VOID, kind), rdf.NamedNode(iri)
            yield part, _name(VOID, size), _integer(number)


@cache
def _ontology_triples() -> int:
    return len(source.triples())


def _ontology(publication: Publication) -> Iterator[_Triple]:
    """Yield the description of the ontology as a dataset of its own."""
    node = rdf.NamedNode(ONTOLOGY_IRI)
    yield node, TYPE, _name(DCAT, "Dataset")
    yield (
        node,
        _name(_DCTERMS, "title"),
        rdf.Literal(ontology_header(_DCTERMS + "title"), language="en"),
    )
    yield node, _name(_DCTERMS, "license"), rdf.NamedNode(ontology_header(_DCTERMS + "license"))
    yield (
        node,
        _name(PREFIXES["owl"], "versionInfo"),
        rdf.Literal(ontology_header(PREFIXES["owl"] + "versionInfo")),
    )
    yield node, _name(VOID, "triples"), _integer(_ontology_triples())


def _access(publication: Publication) -> Iterator[_Triple]:
    """Yield the SPARQL service, and the formats in which it offers graph and ontology."""
    node, service = rdf.NamedNode(DATASET_IRI), rdf.NamedNode(publication.base_url + "sparql")
    yield node, _name(VOID, "sparqlEndpoint"), service
    yield node, _name(DCAT, "landingPage"), rdf.NamedNode(publication.base_url)
    yield service, TYPE, _name(DCAT, "DataService")
    yield service, _name(_DCTERMS, "title"), rdf.Literal("SPARQL 1.1 queries", language="en")
    yield service, _name(DCAT, "endpointURL"), service
    yield service, _name(DCAT, "servesDataset"), node
    yield service, _name(_DCTERMS, "conformsTo"), rdf.NamedNode(_PROTOCOL)
    for media in _GRAPH_TYPES:
        for whole, place in ((node, "sparql"), (rdf.NamedNode(ONTOLOGY_IRI), "ontology")):
            address = rdf.NamedNode(publication.base_url + place)
            yield from _distribution(whole, address, media)


def _distribution(
    whole: rdf.NamedNode, address: rdf.NamedNode, media_type: str
) -> Iterator[_Triple]:
    node = rdf.NamedNode(sub_iri(whole.value, "distribution", media_type))
    yield whole, _name(DCAT, "distribution"), node
    yield node, TYPE, _name(DCAT, "Distribution")
    yield node, _name(DCAT, "accessURL"), address
    yield node, _name(DCAT, "mediaType"), rdf.NamedNode(_MEDIA + media_type)
    if whole.value == DATASET_IRI:
        yield node, _name(DCAT, "accessService"), address
