"""The OWL ontology, its vocabularies, and the checks of both.

The Turtle files are the source; this package only reads them. ``ALD`` is the closed namespace of
``ald-kg.ttl`` (a misspelt name raises ``AttributeError``), ``VERSION`` its ``owl:versionInfo``;
both are read on first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ontology.terms import Term, Vocabulary, role_properties, vocabulary

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.namespace import ClosedNamespace

    from ontology.validation import Violation

    ALD: ClosedNamespace
    VERSION: str

__all__ = [
    "ALD",
    "VERSION",
    "Term",
    "Vocabulary",
    "graph",
    "role_properties",
    "validate",
    "validate_data",
    "vocabulary",
]


def __getattr__(name: str) -> object:
    """Return ``ALD`` or ``VERSION``, which are read from the Turtle on first use."""
    if name not in ("ALD", "VERSION"):
        raise AttributeError(f"module 'ontology' has no attribute {name!r}")
    from ontology.rdflib_graph import namespace, version

    return namespace() if name == "ALD" else version()


def graph() -> Graph:
    """Return the ontology and its vocabularies as a new rdflib graph.

    Raises
    ------
    OntologyError
        If a Turtle file is malformed.
    """
    from ontology.rdflib_graph import graph as build_graph

    return build_graph()


def validate(graph: Graph | None = None) -> list[Violation]:
    """Return the violations of an ontology graph such as :func:`graph`; of our own by default."""
    from ontology import validation

    return validation.validate(graph)


def validate_data(graph: Graph) -> list[Violation]:
    """Return the violations in instance data, by the shapes and checks of the ontology."""
    from ontology import validation

    return validation.validate_data(graph)
