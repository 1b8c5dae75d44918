"""Solids as RDF: materials by composition, components by form, systems by layer."""

from __future__ import annotations

from itertools import pairwise

from kg.composition import composition_classes, contained_elements
from kg.model import System
from kg.rdf.nodes import LABEL, TYPE, Graph, ald, concept, typed
from ontology import rdf
from ontology.iri import component_iri, material_iri, sample_iri, sub_iri, system_iri


def add_material(graph: Graph, formula: str) -> rdf.NamedNode:
    """Describe a solid by its formula, its classes of composition and its elements."""
    node = rdf.NamedNode(material_iri(formula))
    graph.add(node, TYPE, ald("Material"))
    for name in composition_classes(formula):
        graph.add(node, TYPE, ald(name))
    graph.text(node, ald("formula"), formula)
    graph.text(node, LABEL, formula)
    for symbol in contained_elements(formula):
        graph.text(node, ald("containsElement"), symbol)
    return node


def add_component(graph: Graph, formula: str, form: str) -> rdf.NamedNode:
    """Describe a solid in one form; the reasoner derives what follows from both."""
    node = rdf.NamedNode(component_iri(form, formula))
    graph.add(node, TYPE, ald("Component"))
    graph.add(node, ald("material"), add_material(graph, formula))
    graph.add(node, ald("form"), concept("form", form))
    return node


def add_sample(graph: Graph, layers: tuple[str, ...]) -> rdf.NamedNode:
    """Describe the sample of an outcome by its layers from the inside out, without architecture."""
    node = rdf.NamedNode(sample_iri(layers))
    graph.add(node, TYPE, ald("Sample"))
    graph.text(node, LABEL, "/".join(layers))
    graph.text(node, ald("layers"), " > ".join(layers))
    solids = [add_material(graph, formula) for formula in layers]
    for solid in solids:
        graph.add(node, ald("containsMaterial"), solid)
    graph.add(node, ald("innermost"), solids[0])
    graph.add(node, ald("outermost"), solids[-1])
    return node


def add_system(graph: Graph, system: System) -> rdf.NamedNode:
    """Describe a layered object: its layers from the inside out, and their interfaces."""
    whole = rdf.NamedNode(system_iri(system.architecture, system.layers))
    graph.add(whole, TYPE, ald("MaterialSystem"))
    graph.text(whole, LABEL, "/".join(system.layers))
    graph.add(whole, ald("architecture"), concept("architecture", system.architecture))
    graph.text(whole, ald("layers"), " > ".join(system.layers))
    solids = [add_material(graph, formula) for formula in system.layers]
    layers = [_add_layer(graph, whole, n, solid) for n, solid in enumerate(solids, start=1)]
    graph.add(whole, ald("innermost"), solids[0])
    graph.add(whole, ald("outermost"), solids[-1])
    for inner, outer in pairwise(layers):
        graph.add(inner, ald("nextOutward"), outer)
    for number, (inner, outer) in enumerate(pairwise(solids), start=1):
        _add_interface(graph, whole, number, inner, outer)
    return whole


def _add_layer(
    graph: Graph, whole: rdf.NamedNode, position: int, solid: rdf.NamedNode
) -> rdf.NamedNode:
    layer = rdf.NamedNode(sub_iri(whole.value, "layer", str(position)))
    graph.add(whole, ald("hasLayer"), layer)
    graph.add(layer, TYPE, ald("Layer"))
    graph.add(layer, ald("position"), typed(str(position), "integer"))
    graph.add(layer, ald("material"), solid)
    return layer


def _add_interface(
    graph: Graph, whole: rdf.NamedNode, number: int, inner: rdf.NamedNode, outer: rdf.NamedNode
) -> None:
    interface = rdf.NamedNode(sub_iri(whole.value, "interface", str(number)))
    graph.add(whole, ald("hasInterface"), interface)
    graph.add(interface, TYPE, ald("Interface"))
    graph.add(interface, ald("innerMaterial"), inner)
    graph.add(interface, ald("outerMaterial"), outer)
