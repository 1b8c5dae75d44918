"""Claims as nanopublications: each with its assertion, provenance and publication info, in TriG.

A nanopublication is four named graphs. Its name ends in a trusty code of its whole content, so it
cannot change without changing its name (:mod:`kg.export.trusty`).

References
----------
Nanopublication Guidelines: https://nanopub.net/guidelines/working_draft/
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from kg.export.publication import Publication, ontology_header
from kg.export.rdf import write_sorted_prefixes
from kg.export.spill import index_triples
from kg.export.trusty import PLACEHOLDER, artifact_code
from kg.rdf.nodes import LABEL, TYPE, Value, ald, typed
from ontology import rdf
from ontology.graphs import SERVICE_GRAPHS
from ontology.iri import BASE, PREFIXES, SOFTWARE_IRI, nanopublication_iri

if TYPE_CHECKING:
    from kg.store import Graph

NP: Final = "http://www.nanopub.org/nschema#"
NPX: Final = "http://purl.org/nanopub/x/"
_PREFIXES: Final = {**PREFIXES, "np": NP, "npx": NPX}
_PROV: Final = PREFIXES["prov"]
_DCTERMS: Final = PREFIXES["dcterms"]

#: Properties of a claim that describe its origin, not its content.
_ORIGIN: Final = frozenset(map(ald, ("statedIn", "studyKey", "confidence", "hasEvidence")))
_STATED_IN, _ABOUT, _EVIDENCE = ald("statedIn"), ald("aboutStudy"), ald("hasEvidence")
#: The identifying properties of a study and a document; the rest of their records is left out.
_STUDY: Final = (
    *(TYPE, LABEL, rdf.NamedNode(_DCTERMS + "title")),
    *(rdf.NamedNode(_DCTERMS + "bibliographicCitation"), ald("doi"), ald("year")),
)
_DOCUMENT: Final = (TYPE, rdf.NamedNode(_DCTERMS + "identifier"), ald("sha256"), ald("genre"))
_LOOKED_FOR = ald("lookedFor")

#: Property and value pairs of a subject.
Lookup = Callable[[rdf.NamedNode], Sequence[tuple[rdf.NamedNode, Value]]]
_Triple = tuple[rdf.NamedNode, rdf.NamedNode, Value]


def write(store: Graph, out: BinaryIO, publication: Publication | None = None) -> None:
    """Write every claim as a nanopublication in TriG, ordered by the IRI of the claim.

    The triples of a node may be in any document, so the graph is first written to a temporary file.
    Only one nanopublication is in memory at a time.
    """
    with index_triples(store.quads()) as index:
        quads = _all_quads(index.subjects(_STATED_IN), index.lookup, publication)
        write_sorted_prefixes(quads, out, rdf.RdfFormat.TRIG, _PREFIXES)


def render_claim(store: Graph, claim: str, publication: Publication | None = None) -> str:
    """Return one claim as a nanopublication; ``""`` if there is no such claim."""
    lookup = _lookup_in(store)
    is_claim = (TYPE, ald("Claim")) in lookup(rdf.NamedNode(claim))
    return render_claims([claim], lookup, publication) if is_claim else ""


def render_claims(
    claims: Iterable[str], lookup: Lookup, publication: Publication | None = None
) -> str:
    """Return these claims as nanopublications, in TriG."""
    out = io.BytesIO()
    quads = _all_quads(claims, lookup, publication)
    write_sorted_prefixes(quads, out, rdf.RdfFormat.TRIG, _PREFIXES)
    return out.getvalue().decode()


def _all_quads(
    claims: Iterable[str], lookup: Lookup, publication: Publication | None
) -> Iterator[rdf.Quad]:
    published = publication or Publication()
    return (quad for claim in claims for quad in nanopublication(claim, lookup, published))


def name_in(trig: str) -> str:
    """Return the IRI of the first nanopublication in a TriG text; ``""`` if there is none."""
    quads = rdf.parse(trig.encode(), format=rdf.RdfFormat.TRIG)
    kind = rdf.NamedNode(NP + "Nanopublication")
    names = (q.subject.value for q in quads if q.object == kind and q.predicate == TYPE)
    return next(names, "")


def _lookup_in(store: Graph) -> Lookup:
    """Return a function that reads the properties of a node from the graphs of documents."""
    without = ", ".join(f"<{name}>" for name in sorted(SERVICE_GRAPHS))

    def lookup(node: rdf.NamedNode) -> list[tuple[rdf.NamedNode, Value]]:
        said = f"GRAPH ?g {{ {node} ?p ?o }} FILTER(?g NOT IN ({without}))"
        rows: Any = store.select(f"SELECT DISTINCT ?p ?o {{ {said} }}")
        return sorted(((row["p"], row["o"]) for row in rows), key=str)

    return lookup


def nanopublication(claim: str, lookup: Lookup, publication: Publication) -> list[rdf.Quad]:
    """Return the quads of a claim's nanopublication: head, assertion, provenance, publication info.

    Parameters
    ----------
    claim
        The IRI of the claim.
    lookup
        The function that returns the properties of a node.
    publication
        Licence, publisher and day.
    """
    draft = list(_quads(claim, PLACEHOLDER, lookup, publication))
    return list(_quads(claim, artifact_code(draft), lookup, publication))


def _quads(claim: str, code: str, lookup: Lookup, publication: Publication) -> Iterator[rdf.Quad]:
    name = nanopublication_iri(claim, code)
    node = rdf.NamedNode(claim)
    assertion = rdf.NamedNode(f"{name}#assertion")
    parts: tuple[tuple[str, Iterable[_Triple]], ...] = (
        ("Head", _head(name)),
        ("assertion", _assertion(node, lookup)),
        ("provenance", _provenance(node, assertion, lookup)),
        ("pubinfo", _publication_info(rdf.NamedNode(name), node, lookup, publication)),
    )
    for part, triples in parts:
        graph = rdf.NamedNode(f"{name}#{part}")
        for triple in sorted(set(triples), key=str):
            yield rdf.Quad(*triple, graph)


def _head(name: str) -> Iterator[_Triple]:
    node = rdf.NamedNode(name)
    yield node, TYPE, rdf.NamedNode(NP + "Nanopublication")
    for link, part in (
        ("hasAssertion", "assertion"),
        ("hasProvenance", "provenance"),
        ("hasPublicationInfo", "pubinfo"),
    ):
        yield node, rdf.NamedNode(NP + link), rdf.NamedNode(f"{name}#{part}")


def _assertion(claim: rdf.NamedNode, lookup: Lookup) -> Iterator[_Triple]:
    """Yield the content of a claim, with its quantity and the instances that it refers to."""
    waiting, seen = [claim], {claim}
    while waiting:
        node = waiting.pop(0)
        for predicate, value in lookup(node):
            if predicate in _ORIGIN:
                continue
            yield node, predicate, value
            is_part = predicate != _ABOUT and predicate != TYPE and value not in seen
            if is_part and isinstance(value, rdf.NamedNode) and _is_instance(value):
                seen.add(value)
                waiting.append(value)


def _is_instance(node: rdf.NamedNode) -> bool:
    return node.value.startswith(f"{BASE}id/")


def _provenance(
    claim: rdf.NamedNode, assertion: rdf.NamedNode, lookup: Lookup
) -> Iterator[_Triple]:
    """Yield the provenance of the assertion: the study, the document, the sentence, the reader."""
    for predicate, value in lookup(claim):
        if predicate in _ORIGIN:
            yield claim, predicate, value
        if not isinstance(value, rdf.NamedNode):
            continue
        if predicate == _ABOUT:
            yield assertion, rdf.NamedNode(_PROV + "hadPrimarySource"), value
            yield from _described(value, lookup, _STUDY)
        elif predicate == _STATED_IN:
            yield assertion, rdf.NamedNode(_PROV + "wasDerivedFrom"), value
            yield from _described(value, lookup, _DOCUMENT)
        elif predicate == _EVIDENCE:
            yield from _evidence(value, assertion, lookup)


def _described(
    node: rdf.NamedNode, lookup: Lookup, kept: Sequence[rdf.NamedNode]
) -> Iterator[_Triple]:
    return ((node, name, value) for name, value in lookup(node) if name in kept)


def _evidence(
    evidence: rdf.NamedNode, assertion: rdf.NamedNode, lookup: Lookup
) -> Iterator[_Triple]:
    generated = rdf.NamedNode(_PROV + "wasGeneratedBy")
    for predicate, value in lookup(evidence):
        yield evidence, predicate, value
        if predicate == generated:
            yield assertion, predicate, value
        is_own = isinstance(value, rdf.NamedNode) and value.value.startswith(f"{evidence.value}/")
        if isinstance(value, rdf.NamedNode) and (is_own or predicate == generated):
            for name, part in lookup(value):
                if name != _LOOKED_FOR:
                    yield value, name, part


def _publication_info(
    name: rdf.NamedNode, claim: rdf.NamedNode, lookup: Lookup, publication: Publication
) -> Iterator[_Triple]:
    software = rdf.NamedNode(SOFTWARE_IRI)
    for predicate, value in lookup(claim):
        if predicate == TYPE and value != ald("Claim"):
            yield name, rdf.NamedNode(NPX + "hasNanopubType"), value
    yield name, rdf.NamedNode(_DCTERMS + "license"), rdf.NamedNode(publication.license)
    version = ontology_header(PREFIXES["owl"] + "versionIRI")
    yield name, rdf.NamedNode(_DCTERMS + "conformsTo"), rdf.NamedNode(version)
    yield name, rdf.NamedNode(_PROV + "wasAttributedTo"), software
    yield name, rdf.NamedNode(_DCTERMS + "creator"), software
    yield software, TYPE, rdf.NamedNode(_PROV + "SoftwareAgent")
    yield software, LABEL, rdf.Literal("ald-kg")
    if publication.publisher:
        yield name, rdf.NamedNode(_DCTERMS + "publisher"), rdf.Literal(publication.publisher)
    if publication.date:
        day = typed(f"{publication.date}T00:00:00Z", "dateTime")
        yield name, rdf.NamedNode(_DCTERMS + "created"), day
