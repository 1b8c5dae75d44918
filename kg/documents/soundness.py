"""Check whether a claim from a file is valid in a graph: its names must give IRIs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from kg.claims import kind_of
from kg.model import Claim, Condition, Content, Links, Thing
from kg.rdf.nodes import concept
from kg.records.values import quoted
from ontology.claim_kinds import CLAIM_KINDS, thing_terms
from ontology.term_kinds import KIND_CLASSES


def fault_of(claim: Claim) -> str:
    """Return the fault that makes a claim invalid in a graph, in one phrase, or ``""``."""
    for key, kind, notation in (*_coded_fields(claim.content), *_linked(claim.links)):
        if _is_no_term(kind, notation):
            return f"{key} is not an id of a term: {quoted(notation)}"
    if not all(all(layers) for layers in _layers(claim)):
        return "layers has an empty formula"
    return ""


def fault_of_things(key: str, things: Iterable[Thing]) -> str:
    """Return the first fault among some things, in one phrase; ``""`` if there is none."""
    for thing in things:
        kind = thing_terms().get(thing.kind, "")
        if not all(thing.layers):
            return f"{key} has an empty formula"
        if _is_coded(kind) and _is_no_term(kind, thing.id):
            return f"{key} is not an id of a term: {quoted(thing.id)}"
    return ""


def _is_no_term(kind: str, notation: str) -> bool:
    try:
        concept(kind, notation)
    except ValueError:
        return True
    return False


def _coded_fields(content: Content) -> Iterator[tuple[str, str, str]]:
    for name, holds in CLAIM_KINDS[kind_of(content)].fields.items():
        if _is_coded(holds):
            yield name, holds, getattr(content, name)


def _is_coded(holds: str) -> bool:
    """Return whether a value must be the id of a term; a reagent may have any name."""
    return holds in KIND_CLASSES and holds != "chemical"


def _linked(links: Links) -> Iterator[tuple[str, str, str]]:
    for item in fields(links):
        for value in getattr(links, item.name):
            if isinstance(value, Condition):
                yield "under", "parameter", value.parameter
            elif isinstance(value, Thing) and _is_coded(kind := thing_terms().get(value.kind, "")):
                yield item.name, kind, value.id


def _layers(claim: Claim) -> Iterator[tuple[str, ...]]:
    yield getattr(claim.content, "layers", ())
    for item in fields(claim.links):
        for value in getattr(claim.links, item.name):
            if isinstance(value, Thing):
                yield value.layers
