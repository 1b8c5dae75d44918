"""Whether a claim from a file can stand in a graph: its names must give IRIs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Final

from kg.model import Chemical, Claim, Condition, Content, Links, Material, Thing
from kg.rdf.nodes import concept
from kg.records.values import quoted

#: Field of a claim -> the kind of term that it names.
_CODED: Final = {
    "form": "form",
    "architecture": "architecture",
    "process": "process",
    "parameter": "parameter",
    "technique": "technique",
    "property": "property",
    "direction": "direction",
    "application": "application",
}
_ROLES: Final[Mapping[type, str]] = {Material: "role_material", Chemical: "role_chemical"}
#: Kind of a thing that a link points at -> the kind of term.
_THINGS: Final = {
    "process": "process",
    "form": "form",
    "technique": "technique",
    "application": "application",
    "outcome": "property",
}


def fault_of(claim: Claim) -> str:
    """What keeps a claim out of a graph, in one phrase; ``""`` if nothing does."""
    for key, kind, notation in (*_named(claim.content), *_linked(claim.links)):
        try:
            concept(kind, notation)
        except ValueError:
            return f"{key} is no id of a term: {quoted(notation)}"
    if not all(all(layers) for layers in _layers(claim)):
        return "layers has an empty formula"
    return ""


def _named(content: Content) -> Iterator[tuple[str, str, str]]:
    for item in fields(content):
        kind = _ROLES.get(type(content)) if item.name == "role" else _CODED.get(item.name)
        if kind is not None:
            yield item.name, kind, getattr(content, item.name)


def _linked(links: Links) -> Iterator[tuple[str, str, str]]:
    for item in fields(links):
        for value in getattr(links, item.name):
            if isinstance(value, Condition):
                yield "under", "parameter", value.parameter
            elif isinstance(value, Thing) and value.kind in _THINGS:
                yield item.name, _THINGS[value.kind], value.id


def _layers(claim: Claim) -> Iterator[tuple[str, ...]]:
    yield getattr(claim.content, "layers", ())
    for item in fields(claim.links):
        for value in getattr(claim.links, item.name):
            if isinstance(value, Thing):
                yield value.layers
