"""Claims as nanopublications: each with its assertion, provenance and publication info, in TriG.

A nanopublication is four named graphs. Its name ends in a trusty code of all it says, so it cannot
change without changing its name (:mod:`kg.export.trusty`); below that name it lies with its claim.

References
----------
Nanopublication Guidelines: https://nanopub.net/guidelines/working_draft/
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from kg.export.publication import Publication, ontology_header
from kg.export.rdf import with_sorted_prefixes
from kg.export.trusty import PLACEHOLDER, artifact_code
from kg.rdf.nodes import LABEL, TYPE, Value, ald, typed
from ontology.iri import BASE, PREFIXES, SERVICE_GRAPHS, SOFTWARE_IRI, nanopublication_iri

if TYPE_CHECKING:
    from kg.store import Store

NP: Final = "http://www.nanopub.org/nschema#"
NPX: Final = "http://purl.org/nanopub/x/"
_PREFIXES: Final = {**PREFIXES, "np": NP, "npx": NPX}
_PROV: Final = PREFIXES["prov"]
_DCTERMS: Final = PREFIXES["dcterms"]

#: Properties of a claim that say where it comes from, not what it claims.
_ORIGIN: Final = frozenset(map(ald, ("statedIn", "studyKey", "confidence", "hasEvidence")))
_STATED_IN, _ABOUT, _EVIDENCE = ald("statedIn"), ald("aboutStudy"), ald("hasEvidence")
#: What tells a study and a document apart from others; the rest of their records is left out.
_STUDY: Final = (
    *(TYPE, LABEL, ox.NamedNode(_DCTERMS + "title")),
    *(ox.NamedNode(_DCTERMS + "bibliographicCitation"), ald("doi"), ald("year")),
)
_DOCUMENT: Final = (TYPE, ox.NamedNode(_DCTERMS + "identifier"), ald("sha256"), ald("genre"))
_LOOKED_FOR = ald("lookedFor")

#: Property and value pairs of a subject.
Lookup = Callable[[ox.NamedNode], Sequence[tuple[ox.NamedNode, Value]]]
_Triple = tuple[ox.NamedNode, ox.NamedNode, Value]


def render(store: Store, publication: Publication | None = None) -> str:
    """Every claim as a nanopublication, in TriG, by the IRI of the claim."""
    lookup, claims = _index(store)
    return render_claims(sorted(claims), lookup, publication)


def render_claim(store: Store, claim: str, publication: Publication | None = None) -> str:
    """One claim as a nanopublication; ``""`` if there is no such claim."""
    lookup = _lookup_in(store)
    is_claim = (TYPE, ald("Claim")) in lookup(ox.NamedNode(claim))
    return render_claims([claim], lookup, publication) if is_claim else ""


def render_claims(
    claims: Iterable[str], lookup: Lookup, publication: Publication | None = None
) -> str:
    """These claims as nanopublications, in TriG."""
    published = publication or Publication()
    quads = (quad for claim in claims for quad in nanopublication(claim, lookup, published))
    data = ox.serialize(quads, format=ox.RdfFormat.TRIG, prefixes=_PREFIXES)
    return with_sorted_prefixes((data or b"").decode())


def name_in(trig: str) -> str:
    """The IRI of the first nanopublication in a TriG text; ``""`` if there is none."""
    quads = ox.parse(trig.encode(), format=ox.RdfFormat.TRIG)
    kind = ox.NamedNode(NP + "Nanopublication")
    names = (q.subject.value for q in quads if q.object == kind and q.predicate == TYPE)
    return next(names, "")


def _index(store: Store) -> tuple[Lookup, list[str]]:
    by_subject: defaultdict[object, dict[tuple[ox.NamedNode, Value], None]] = defaultdict(dict)
    claims: list[str] = []
    for quad in store.quads():
        if isinstance(quad.object, ox.NamedNode | ox.Literal):
            by_subject[quad.subject][quad.predicate, quad.object] = None
        if quad.predicate == _STATED_IN and isinstance(quad.subject, ox.NamedNode):
            claims.append(quad.subject.value)
    return lambda node: sorted(by_subject.get(node, {}), key=str), claims


def _lookup_in(store: Store) -> Lookup:
    """What documents say of a node, asked of the store one by one."""
    without = ", ".join(f"<{name}>" for name in sorted(SERVICE_GRAPHS))
    query = f"SELECT DISTINCT ?s ?p ?o {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(?g NOT IN ({without})) }}"

    def lookup(node: ox.NamedNode) -> list[tuple[ox.NamedNode, Value]]:
        rows = store.query(query, substitutions={ox.Variable("s"): node})
        return sorted(((row["p"], row["o"]) for row in rows), key=str)  # type: ignore[union-attr]

    return lookup


def nanopublication(claim: str, lookup: Lookup, publication: Publication) -> list[ox.Quad]:
    """The quads of one claim's nanopublication: head, assertion, provenance, publication info.

    Parameters
    ----------
    claim
        The IRI of the claim.
    lookup
        What documents say of a node.
    publication
        Licence, publisher and day.
    """
    draft = list(_quads(claim, PLACEHOLDER, lookup, publication))
    return list(_quads(claim, artifact_code(draft), lookup, publication))


def _quads(claim: str, code: str, lookup: Lookup, publication: Publication) -> Iterator[ox.Quad]:
    name = nanopublication_iri(claim, code)
    node = ox.NamedNode(claim)
    assertion = ox.NamedNode(f"{name}#assertion")
    parts: tuple[tuple[str, Iterable[_Triple]], ...] = (
        ("Head", _head(name)),
        ("assertion", _assertion(node, lookup)),
        ("provenance", _provenance(node, assertion, lookup)),
        ("pubinfo", _publication_info(ox.NamedNode(name), node, lookup, publication)),
    )
    for part, triples in parts:
        graph = ox.NamedNode(f"{name}#{part}")
        for triple in sorted(set(triples), key=str):
            yield ox.Quad(*triple, graph)


def _head(name: str) -> Iterator[_Triple]:
    node = ox.NamedNode(name)
    yield node, TYPE, ox.NamedNode(NP + "Nanopublication")
    for link, part in (
        ("hasAssertion", "assertion"),
        ("hasProvenance", "provenance"),
        ("hasPublicationInfo", "pubinfo"),
    ):
        yield node, ox.NamedNode(NP + link), ox.NamedNode(f"{name}#{part}")


def _assertion(claim: ox.NamedNode, lookup: Lookup) -> Iterator[_Triple]:
    """What is claimed, with the quantity and the instances that it speaks of."""
    waiting, seen = [claim], {claim}
    while waiting:
        node = waiting.pop(0)
        for predicate, value in lookup(node):
            if predicate in _ORIGIN:
                continue
            yield node, predicate, value
            is_part = predicate != _ABOUT and predicate != TYPE and value not in seen
            if is_part and isinstance(value, ox.NamedNode) and _is_instance(value):
                seen.add(value)
                waiting.append(value)


def _is_instance(node: ox.NamedNode) -> bool:
    return node.value.startswith(f"{BASE}id/")


def _provenance(claim: ox.NamedNode, assertion: ox.NamedNode, lookup: Lookup) -> Iterator[_Triple]:
    """Where the assertion comes from: the study, the document, the sentence, who read it."""
    for predicate, value in lookup(claim):
        if predicate in _ORIGIN:
            yield claim, predicate, value
        if not isinstance(value, ox.NamedNode):
            continue
        if predicate == _ABOUT:
            yield assertion, ox.NamedNode(_PROV + "hadPrimarySource"), value
            yield from _described(value, lookup, _STUDY)
        elif predicate == _STATED_IN:
            yield assertion, ox.NamedNode(_PROV + "wasDerivedFrom"), value
            yield from _described(value, lookup, _DOCUMENT)
        elif predicate == _EVIDENCE:
            yield from _evidence(value, assertion, lookup)


def _described(
    node: ox.NamedNode, lookup: Lookup, kept: Sequence[ox.NamedNode]
) -> Iterator[_Triple]:
    return ((node, name, value) for name, value in lookup(node) if name in kept)


def _evidence(evidence: ox.NamedNode, assertion: ox.NamedNode, lookup: Lookup) -> Iterator[_Triple]:
    generated = ox.NamedNode(_PROV + "wasGeneratedBy")
    for predicate, value in lookup(evidence):
        yield evidence, predicate, value
        if predicate == generated:
            yield assertion, predicate, value
        is_own = isinstance(value, ox.NamedNode) and value.value.startswith(f"{evidence.value}/")
        if isinstance(value, ox.NamedNode) and (is_own or predicate == generated):
            for name, part in lookup(value):
                if name != _LOOKED_FOR:
                    yield value, name, part


def _publication_info(
    name: ox.NamedNode, claim: ox.NamedNode, lookup: Lookup, publication: Publication
) -> Iterator[_Triple]:
    software = ox.NamedNode(SOFTWARE_IRI)
    for predicate, value in lookup(claim):
        if predicate == TYPE and value != ald("Claim"):
            yield name, ox.NamedNode(NPX + "hasNanopubType"), value
    yield name, ox.NamedNode(_DCTERMS + "license"), ox.NamedNode(publication.license)
    version = ontology_header(PREFIXES["owl"] + "versionIRI")
    yield name, ox.NamedNode(_DCTERMS + "conformsTo"), ox.NamedNode(version)
    yield name, ox.NamedNode(_PROV + "wasAttributedTo"), software
    yield software, TYPE, ox.NamedNode(_PROV + "SoftwareAgent")
    yield software, LABEL, ox.Literal("ald-kg")
    if publication.publisher:
        yield name, ox.NamedNode(_DCTERMS + "publisher"), ox.Literal(publication.publisher)
    if publication.date:
        day = typed(f"{publication.date}T00:00:00Z", "dateTime")
        yield name, ox.NamedNode(_DCTERMS + "created"), day
