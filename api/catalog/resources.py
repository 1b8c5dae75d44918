"""The things of a class as plain records: property -> values, straight from the graph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from corpus.legible import legible
from ontology import rdf
from ontology.iri import from_curie, to_curie

if TYPE_CHECKING:
    from kg.store import Graph


class Resource:
    """One thing: its IRI, and the values of its properties by CURIE, as text.

    Where several documents say something different the shortest of the sorted values is not
    preferred: the first in sorted order stands, so that the answer does not depend on the engine.
    """

    __slots__ = ("iri", "values")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.values: defaultdict[str, set[str]] = defaultdict(set)

    def all(self, curie: str) -> tuple[str, ...]:
        """Every value of the property, sorted."""
        return tuple(sorted(self.values.get(curie, ())))

    def text(self, curie: str) -> str:
        """Return the value of the property, ``""`` if there is none."""
        return next(iter(self.all(curie)), "")

    def number(self, curie: str) -> float | None:
        """Return the value of the property as a number, ``None`` if there is none."""
        text = self.text(curie)
        return float(text) if text else None


def read_resources(store: Graph, curie: str) -> Mapping[str, Resource]:
    """Return the things of a class (``"ald:Study"``), by IRI, sorted by IRI."""
    found: dict[str, Resource] = {}
    kind = rdf.NamedNode(from_curie(curie))
    rows: Any = store.select(_query().replace("?class", str(kind)))
    for thing, name, value in rows:
        iri = thing.value
        if iri not in found:
            found[iri] = Resource(iri)
        found[iri].values[_curie(name.value)].add(legible(value.value))
    return dict(sorted(found.items()))


@cache
def _query() -> str:
    return (files("api.catalog") / "resources.rq").read_text(encoding="utf-8")


@cache
def _curie(iri: str) -> str:
    return to_curie(iri)
