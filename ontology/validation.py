"""What is wrong with a graph: SHACL shapes and SPARQL checks, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from rdflib import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """One thing wrong: at which node, in plain words, by which shape or check."""

    focus: str
    message: str
    check: str
    severity: str = "violation"


def validate(graph: Graph) -> list[Violation]:
    """Find what is wrong with an ontology graph."""
    raise NotImplementedError


def validate_data(graph: Graph) -> list[Violation]:
    """Find what is wrong with instance data, judged by the ontology."""
    raise NotImplementedError
