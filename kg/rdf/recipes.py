"""Recipes as RDF: how a study made a solid, with the claims as parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping

from kg.claims import claim_key
from kg.model import Claim
from kg.rdf.links import thing_node
from kg.rdf.nodes import TYPE, Graph, ald, concept
from kg.rdf.substances import add_chemical
from kg.recipes import Recipe, recipes
from ontology import rdf
from ontology.iri import claim_iri, recipe_iri


def add_recipes(
    graph: Graph, claims: Iterable[Claim], studies: Mapping[str, rdf.NamedNode]
) -> None:
    """Describe the recipes in a document's linked claims.

    Each document has its own recipe nodes: the IRI of a study may change when another document
    joins it, but the IRI of a recipe must not.
    """
    for recipe in recipes(claims):
        if recipe.precursors or recipe.processes:
            _add_recipe(graph, recipe, studies[recipe.study])


def _add_recipe(graph: Graph, recipe: Recipe, study: rdf.NamedNode) -> None:
    node = rdf.NamedNode(recipe_iri(_key(recipe)))
    graph.add(node, TYPE, ald("Recipe"))
    graph.add(node, ald("recipeOf"), study)
    graph.add(node, ald("made"), thing_node(graph, recipe.made))
    for process in recipe.processes:
        graph.add(node, ald("byProcess"), concept("process", process))
    for chemical in recipe.precursors:
        graph.add(node, ald("fromPrecursor"), add_chemical(graph, chemical))
    for chemical in recipe.coreactants:
        graph.add(node, ald("withCoReactant"), add_chemical(graph, chemical))
    for claim in recipe.claims:
        graph.add(node, ald("hasPart"), rdf.NamedNode(claim_iri(claim_key(claim))))


def _key(recipe: Recipe) -> str:
    content = [
        sorted({claim.doc for claim in recipe.claims}),
        recipe.study,
        str(recipe.made),
        sorted(recipe.processes),
        sorted(recipe.precursors),
        sorted(recipe.coreactants),
    ]
    return hashlib.sha256(json.dumps(content, ensure_ascii=False).encode()).hexdigest()[:16]
