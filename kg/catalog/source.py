"""The input of the catalog from a store: one thing at a time, so that memory does not grow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from corpus.legible import legible
from kg.things import Things
from ontology import embedded
from ontology.curie import from_curie, to_curie

_TYPE = "rdf:type"
#: Greatest number of cached things that several claims share.
_KEPT = 20_000


class Resource:
    """One thing: its IRI, and the values of its properties by CURIE, as text.

    If several documents give different values, the first in sorted order is used, so that the
    answer does not depend on the engine.
    """

    __slots__ = ("iri", "values")

    def __init__(self, iri: str) -> None:
        self.iri = iri
        self.values: defaultdict[str, set[str]] = defaultdict(set)

    def all(self, curie: str) -> tuple[str, ...]:
        """Return every value of the property, sorted."""
        return tuple(sorted(self.values.get(curie, ())))

    def text(self, curie: str) -> str:
        """Return the value of the property; ``""`` if there is none."""
        return min(self.values.get(curie, ()), default="")

    def number(self, curie: str) -> float | None:
        """Return the value of the property as a number; ``None`` if there is none."""
        text = self.text(curie)
        return float(text) if text else None


class Source:
    """The default graph of a store, read by subject and by property.

    Parameters
    ----------
    store
        The store, or an object that reads its things.
    """

    def __init__(self, store: embedded.Store | Things) -> None:
        self._things = store if isinstance(store, Things) else Things(store)
        self._shared: dict[str, Resource] = {}

    def of_class(self, curie: str) -> Iterator[str]:
        """Yield the IRIs of the things of a class."""
        return self.pointing(_TYPE, from_curie(curie))

    def pointing(self, curie: str, iri: str) -> Iterator[str]:
        """Yield the IRIs of the things that have this value for the property."""
        return self._things.pointing(from_curie(curie), iri)

    def read_shared(self, iri: str) -> Resource:
        """Return the same as :meth:`read`, with a cache for things that are read repeatedly.

        The cache is a plain dictionary: a cache around the method would refer to the object itself
        and keep the store open until the next garbage collection.
        """
        found = self._shared.get(iri)
        if found is None:
            if len(self._shared) >= _KEPT:
                self._shared.clear()
            found = self._shared[iri] = self.read(iri)
        return found

    def read(self, iri: str) -> Resource:
        """Return the properties of a thing in the graph; none if the IRI is empty."""
        found = Resource(iri)
        if not iri:
            return found
        values = found.values
        for predicate, text in self._things.said_of(iri):
            values[_curie(predicate)].add(text if text.isprintable() else legible(text))
        return found


@cache
def _curie(iri: str) -> str:
    return to_curie(iri)
