"""A document with its claims as quads: direct triples for questions, claim nodes for evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from corpus.model import Reference
from kg.claims import canonical, claim_key, kind_of
from kg.identity import same_study, work_key
from kg.model import Chemical, Claim, Content, DecidedClaim, Document, Form, Material, System
from kg.rdf.decisions import add_decisions
from kg.rdf.disagreements import add_disagreements
from kg.rdf.evidence import add_evidence, add_extractions
from kg.rdf.links import add_links
from kg.rdf.nodes import TYPE, Graph, ald, concept, decimal, role_property
from kg.rdf.quantities import add_quantity
from kg.rdf.recipes import add_recipes
from kg.rdf.records import add_document, add_study, study_nodes, study_records
from kg.rdf.solids import add_component, add_material, add_system
from kg.rdf.substances import add_chemical, other_name
from ontology import rdf
from ontology.claim_kinds import CLAIM_KINDS, FORMULA, LAYERS, QUANTITY, property_of
from ontology.graphs import graph_iri
from ontology.iri import claim_iri, document_iri, study_iri

#: The role of a solid, and also its form in that role.
_NANOCRYSTAL = "nanocrystal"


def study_iris(
    documents: Iterable[Document], others: Iterable[Reference] = ()
) -> Mapping[str, str]:
    """Return the study slug of each work key over all documents, so that each study has one IRI.

    ``others`` are records of studies that a store already has.
    """
    own = (record for d in documents for record in study_records(d).values())
    return same_study([*own, *others])


def document_quads(
    document: Document, slugs: Mapping[str, str] | None = None
) -> Iterator[rdf.Quad]:
    """Return the quads of one document's graph.

    Parameters
    ----------
    document
        The document with its claims.
    slugs
        Studies by work key, from :func:`study_iris` over all documents; by default over this one.
    """
    graph = Graph(graph_iri(document.id))
    studies = study_nodes(document, slugs or study_iris([document]))
    node = add_document(graph, document, studies)
    _add_claims(graph, node, document.claims, document.decided, studies)
    add_disagreements(graph, node, document, studies)
    add_extractions(graph, node, document.extractor)
    return graph.quads()


def claims_quads(
    name: str,
    claims: Iterable[Claim],
    decided: Iterable[DecidedClaim],
    studies: Mapping[str, rdf.NamedNode],
) -> Iterator[rdf.Quad]:
    """Return the quads of a document that come from its claims and the decisions on them.

    Parameters
    ----------
    name
        The id of the document.
    claims, decided
        As in :class:`kg.model.Document`.
    studies
        The node of each study, by its number as printed.
    """
    graph = Graph(graph_iri(name))
    _add_claims(graph, rdf.NamedNode(document_iri(name)), claims, decided, studies)
    return graph.quads()


def library_quads(
    name: str, records: Iterable[Reference], slugs: Mapping[str, str]
) -> Iterator[rdf.Quad]:
    """Return the quads of a library's graph: a study for each of its records, and no document.

    Parameters
    ----------
    name
        The name of the library.
    records
        Its records.
    slugs
        Studies by work key, from :func:`study_iris` over these records and all documents.
    """
    graph = Graph(graph_iri(name))
    for record in records:
        add_study(graph, rdf.NamedNode(study_iri(slugs[work_key(record)])), record)
    return graph.quads()


def _add_claims(
    graph: Graph,
    document: rdf.NamedNode,
    claims: Iterable[Claim],
    decided: Iterable[DecidedClaim],
    studies: Mapping[str, rdf.NamedNode],
) -> None:
    listed, decided = canonical(claims), tuple(decided)
    for claim in listed:
        _add_claim(graph, claim, studies[claim.study], document)
    add_recipes(graph, listed, studies)
    add_decisions(graph, decided, studies)
    for extractor in {one.original.evidence.extractor for one in decided} - {""}:
        add_extractions(graph, document, extractor)  # even if all its claims were rejected


def _add_claim(graph: Graph, claim: Claim, study: rdf.NamedNode, document: rdf.NamedNode) -> None:
    node = rdf.NamedNode(claim_iri(claim_key(claim)))
    graph.add(node, TYPE, ald("Claim"))
    graph.add(node, TYPE, ald(CLAIM_KINDS[kind_of(claim.content)].class_name))
    graph.add(node, ald("aboutStudy"), study)
    graph.add(node, ald("statedIn"), document)
    graph.text(node, ald("studyKey"), claim.study)
    graph.add(node, ald("confidence"), decimal(claim.confidence))
    _add_content(graph, node, study, claim.content)
    add_links(graph, node, claim.links)
    add_evidence(graph, node, claim.evidence, document)


def _add_content(graph: Graph, node: rdf.NamedNode, study: rdf.NamedNode, content: Content) -> None:
    kind = CLAIM_KINDS[kind_of(content)]
    for name, holds in kind.fields.items():
        if holds == QUANTITY:
            add_quantity(graph, node, getattr(content, name))
            continue
        value = _add_value(graph, node, holds, getattr(content, name), content)
        graph.add(node, ald(property_of(name)), value)
        if name in kind.study_link:
            graph.add(study, ald(kind.study_link[name]), value)
    _add_shortcuts(graph, study, content)


def _add_value(
    graph: Graph, node: rdf.NamedNode, holds: str, value: str, content: Content
) -> rdf.NamedNode:
    """Describe the value of a field of a claim and return its node."""
    if isinstance(content, System) and holds == LAYERS:
        graph.text(node, ald("layers"), " > ".join(content.layers))
        return add_system(graph, content)
    if holds == FORMULA:
        return add_material(graph, value)
    if holds == "chemical":
        reagent = add_chemical(graph, value)
        graph.text(node, ald("printedName"), other_name(reagent, value))
        return reagent
    return concept(holds, value)


def _add_shortcuts(graph: Graph, study: rdf.NamedNode, content: Content) -> None:
    """Add triples of the study that combine two fields of a claim."""
    match content:
        case Material(role=role, formula=formula):
            _link_role(graph, study, "role_material", role, add_material(graph, formula))
            if role == _NANOCRYSTAL:
                graph.add(study, ald("hasComponent"), add_component(graph, formula, _NANOCRYSTAL))
        case Form(formula=formula, form=form):
            graph.add(study, ald("hasComponent"), add_component(graph, formula, form))
        case Chemical(role=role, chemical=chemical):
            _link_role(graph, study, "role_chemical", role, add_chemical(graph, chemical))


def _link_role(
    graph: Graph, study: rdf.NamedNode, kind: str, role: str, value: rdf.NamedNode
) -> None:
    special = role_property(kind, role)
    if special is not None:
        graph.add(study, special, value)
