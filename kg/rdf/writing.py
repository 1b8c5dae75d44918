"""A document with its claims as quads: direct triples for questions, claim nodes for evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyoxigraph as ox

from corpus.model import Reference
from kg.claims import canonical, claim_key, kind_of
from kg.composition import composition_classes, contained_elements
from kg.identity import same_study
from kg.model import (
    Application,
    Chemical,
    Claim,
    Condition,
    Content,
    Document,
    Form,
    Material,
    Outcome,
    Process,
    Quantity,
    System,
    Technique,
)
from kg.rdf.nodes import (
    ACTIVITY,
    END,
    GENERATED_BY,
    LABEL,
    POSITION_SELECTOR,
    SELECTOR,
    SOURCE,
    SPECIFIC_RESOURCE,
    START,
    TYPE,
    Graph,
    ald,
    concept,
    decimal,
    double,
    role_property,
    typed,
)
from kg.rdf.records import add_document, study_nodes, study_records
from kg.substances import substance_iri
from ontology import vocabulary
from ontology.iri import (
    claim_iri,
    extraction_iri,
    graph_iri,
    material_iri,
    sub_iri,
    system_iri,
)


def study_iris(
    documents: Iterable[Document], others: Iterable[Reference] = ()
) -> Mapping[str, str]:
    """Work key -> study slug over all documents, so that one study has one IRI everywhere.

    ``others`` are records of studies that stand in a store already.
    """
    own = (record for d in documents for record in study_records(d).values())
    return same_study([*own, *others])


def document_quads(document: Document, slugs: Mapping[str, str] | None = None) -> Iterator[ox.Quad]:
    """The quads of one document's graph.

    Parameters
    ----------
    document
        The document with its claims.
    slugs
        Studies by work key, from :func:`study_iris` over all documents; of this one if left out.
    """
    graph = Graph(graph_iri(document.id))
    studies = study_nodes(document, slugs or study_iris([document]))
    node = add_document(graph, document, studies)
    for claim in canonical(document.claims):
        _add_claim(graph, claim, studies[claim.study], node)
    return graph.quads()


def _add_claim(graph: Graph, claim: Claim, study: ox.NamedNode, document: ox.NamedNode) -> None:
    node = ox.NamedNode(claim_iri(claim_key(claim)))
    graph.add(node, TYPE, ald("Claim"))
    graph.add(node, TYPE, ald(kind_of(claim.content).capitalize() + "Claim"))
    graph.add(node, ald("aboutStudy"), study)
    graph.add(node, ald("statedIn"), document)
    graph.text(node, ald("studyKey"), claim.study)
    graph.add(node, ald("confidence"), decimal(claim.confidence))
    _add_content(graph, node, study, claim.content)
    _add_evidence(graph, node, claim, document)


def _add_evidence(graph: Graph, node: ox.NamedNode, claim: Claim, document: ox.NamedNode) -> None:
    evidence = ox.NamedNode(sub_iri(node.value, "evidence"))
    graph.add(node, ald("hasEvidence"), evidence)
    graph.add(evidence, TYPE, ald("Evidence"))
    graph.add(evidence, TYPE, SPECIFIC_RESOURCE)
    graph.add(evidence, SOURCE, document)
    for number, (start, end) in enumerate(claim.evidence.spans, start=1):
        selector = ox.NamedNode(sub_iri(evidence.value, str(number)))
        graph.add(evidence, SELECTOR, selector)
        graph.add(selector, TYPE, POSITION_SELECTOR)
        graph.add(selector, START, typed(str(start), "integer"))
        graph.add(selector, END, typed(str(end), "integer"))
    graph.text(evidence, ald("quote"), claim.evidence.quote)
    graph.text(evidence, ald("rule"), claim.evidence.rule)
    if claim.evidence.extractor:
        _add_extraction(graph, evidence, claim.evidence.extractor)


def _add_extraction(graph: Graph, evidence: ox.NamedNode, extractor: str) -> None:
    activity = ox.NamedNode(extraction_iri(extractor))
    graph.add(evidence, GENERATED_BY, activity)
    graph.add(activity, TYPE, ACTIVITY)
    graph.add(activity, TYPE, ald("Extraction"))
    graph.text(activity, ald("extractorVersion"), extractor)


def _add_content(graph: Graph, node: ox.NamedNode, study: ox.NamedNode, content: Content) -> None:
    match content:
        case Material(role=role, formula=formula):
            solid = _material(graph, formula)
            graph.add(node, ald("role"), concept("role_material", role))
            graph.add(node, ald("material"), solid)
            _link(graph, study, "usesMaterial", role_property("role_material", role), solid)
        case Form(formula=formula, form=form):
            graph.add(node, ald("material"), _material(graph, formula))
            graph.add(node, ald("form"), concept("form", form))
            graph.add(study, ald("usesMaterial"), _material(graph, formula))
        case System():
            _add_system(graph, node, study, content)
        case Chemical(role=role, chemical=chemical):
            reagent = _chemical(graph, chemical)
            graph.add(node, ald("role"), concept("role_chemical", role))
            graph.add(node, ald("chemical"), reagent)
            graph.text(node, ald("printedName"), _other_name(reagent, chemical))
            _link(graph, study, "usesChemical", role_property("role_chemical", role), reagent)
        case Condition(parameter=parameter, quantity=quantity):
            graph.add(node, ald("parameter"), concept("parameter", parameter))
            _add_quantity(graph, node, quantity)
        case Outcome(property=notation, direction=direction, quantity=quantity):
            graph.add(node, ald("property"), concept("property", notation))
            graph.add(node, ald("direction"), concept("direction", direction))
            graph.add(study, ald("reportsProperty"), concept("property", notation))
            _add_quantity(graph, node, quantity)
        case Process() | Technique() | Application():
            _add_coded(graph, node, study, content)


#: Class of a coded claim -> (kind of term, property of the study).
_CODED: dict[type, tuple[str, str]] = {
    Process: ("process", "usesProcess"),
    Technique: ("technique", "usesTechnique"),
    Application: ("application", "hasApplication"),
}


def _add_coded(
    graph: Graph,
    node: ox.NamedNode,
    study: ox.NamedNode,
    content: Process | Technique | Application,
) -> None:
    kind, direct = _CODED[type(content)]
    term = concept(kind, getattr(content, kind))
    graph.add(node, ald(kind), term)
    graph.add(study, ald(direct), term)


def _link(
    graph: Graph,
    study: ox.NamedNode,
    general: str,
    special: ox.NamedNode | None,
    value: ox.NamedNode,
) -> None:
    graph.add(study, ald(general), value)
    if special is not None:
        graph.add(study, special, value)


def _material(graph: Graph, formula: str) -> ox.NamedNode:
    node = ox.NamedNode(material_iri(formula))
    graph.add(node, TYPE, ald("Material"))
    for name in composition_classes(formula):
        graph.add(node, TYPE, ald(name))
    graph.text(node, ald("formula"), formula)
    graph.text(node, LABEL, formula)
    for symbol in contained_elements(formula):
        graph.text(node, ald("containsElement"), symbol)
    return node


def _chemical(graph: Graph, name: str) -> ox.NamedNode:
    """A reagent: one node for all its aliases."""
    node = ox.NamedNode(substance_iri(name))
    if vocabulary().by_iri(node.value) is None:
        graph.add(node, TYPE, ald("ChemicalSubstance"))
        graph.text(node, LABEL, name)
    return node


def _other_name(reagent: ox.NamedNode, name: str) -> str:
    """The claim's own name of a reagent, if it is not the vocabulary's id."""
    term = vocabulary().by_iri(reagent.value)
    return name if term is not None and term.notation != name else ""


def _add_system(graph: Graph, node: ox.NamedNode, study: ox.NamedNode, system: System) -> None:
    whole = ox.NamedNode(system_iri(system.architecture, system.layers))
    written = " > ".join(system.layers)
    architecture = concept("architecture", system.architecture)
    graph.add(node, ald("architecture"), architecture)
    graph.add(node, ald("system"), whole)
    graph.text(node, ald("layers"), written)
    graph.add(study, ald("hasSystem"), whole)
    graph.add(whole, TYPE, ald("MaterialSystem"))
    graph.text(whole, LABEL, written)
    graph.add(whole, ald("architecture"), architecture)
    graph.text(whole, ald("layers"), written)
    for position, formula in enumerate(system.layers, start=1):
        layer = ox.NamedNode(sub_iri(whole.value, "layer", str(position)))
        graph.add(whole, ald("hasLayer"), layer)
        graph.add(layer, TYPE, ald("Layer"))
        graph.add(layer, ald("position"), typed(str(position), "integer"))
        graph.add(layer, ald("material"), _material(graph, formula))
    graph.add(whole, ald("innermost"), _material(graph, system.layers[0]))
    graph.add(whole, ald("outermost"), _material(graph, system.layers[-1]))


def _add_quantity(graph: Graph, node: ox.NamedNode, quantity: Quantity | None) -> None:
    if quantity is None:
        return
    whole = ox.NamedNode(sub_iri(node.value, "quantity"))
    graph.add(node, ald("quantity"), whole)
    graph.add(whole, TYPE, ald("Quantity"))
    lower, upper = bounds(quantity)
    for name, number in (
        ("value", quantity.value),
        ("valueMax", quantity.value_max),
        ("startValue", quantity.start),
        ("lower", lower),
        ("upper", upper),
    ):
        graph.add(whole, ald(name), None if number is None else double(number))
    graph.text(whole, ald("bound"), quantity.bound or "")
    graph.text(whole, ald("unitCode"), quantity.unit or "")
    unit = vocabulary().get("unit", quantity.unit or "")
    graph.add(whole, ald("unit"), ox.NamedNode(unit.iri) if unit is not None else None)
    graph.text(whole, ald("rawText"), quantity.raw)
    if quantity.approximate:
        graph.add(whole, ald("approximate"), typed("true", "boolean"))


def bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    """Lower and upper end in the printed unit; ``None`` where the text gives none.

    >>> bounds(Quantity(value=80, value_max=300)), bounds(Quantity(value_max=350))
    ((80, 300), (None, 350))
    >>> bounds(Quantity(value=70, bound="min")), bounds(Quantity(value=60))
    ((70, None), (60, 60))
    """
    if quantity.value is None:
        return None, quantity.value_max
    if quantity.value_max is not None:
        low, high = sorted((quantity.value, quantity.value_max))
        return low, high
    return quantity.value, None if quantity.bound == "min" else quantity.value
