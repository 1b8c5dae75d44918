"""The default graph of a store, read by resources and their properties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ontology import embedded, rdf

_DEFAULT: Final = rdf.DefaultGraph()
#: The IRI of a property, and its value as text.
Said = tuple[str, str]


class Things:
    """The things of a store's default graph by their IRIs, without triples about triples.

    Parameters
    ----------
    store
        The store.
    """

    def __init__(self, store: embedded.Store) -> None:
        self._store = store

    def said_of(self, iri: str) -> Sequence[Said]:
        """Return every property of a thing with its value."""
        found = self._store.quads_for_pattern(rdf.NamedNode(iri), None, None, _DEFAULT)
        return [
            (quad.predicate.value, value.value)
            for quad in found
            if not isinstance(value := quad.object, rdf.Triple)
        ]

    def pointing(self, predicate: str, value: str) -> Iterator[str]:
        """Yield the things that have this value for this property."""
        name, node = rdf.NamedNode(predicate), rdf.NamedNode(value)
        for quad in self._store.quads_for_pattern(None, name, node, _DEFAULT):
            if isinstance(quad.subject, rdf.NamedNode):
                yield quad.subject.value


class RecalledThings(Things):
    """Things that are read once, together with quads that the store does not have yet.

    A look-up in the engine takes longer than the Python code that uses its result, so results are
    cached until :meth:`forget`.
    """

    def __init__(self, store: embedded.Store) -> None:
        super().__init__(store)
        self._read: dict[str, Sequence[Said]] = {}
        self._added: defaultdict[str, list[Said]] = defaultdict(list)
        self._pointing: defaultdict[Said, list[str]] = defaultdict(list)

    def said_of(self, iri: str) -> Sequence[Said]:
        """Return every property of a thing with its value, added quads included."""
        found = self._read.get(iri)
        if found is None:
            found = self._read[iri] = super().said_of(iri)
        return [*found, *self._added[iri]] if iri in self._added else found

    def pointing(self, predicate: str, value: str) -> Iterator[str]:
        """Yield the things that have this value for this property, added quads included."""
        yield from super().pointing(predicate, value)
        yield from self._pointing.get((predicate, value), ())

    def add(self, quads: Iterable[rdf.Quad]) -> None:
        """Add quads to the properties of things until :meth:`forget`."""
        for quad in quads:
            thing, value = rdf.text_of(quad.subject), quad.object
            said = quad.predicate.value, rdf.text_of(value)
            self._added[thing].append(said)
            if isinstance(value, rdf.NamedNode):
                self._pointing[said].append(thing)

    def forget(self) -> None:
        """Drop the cached and the added properties."""
        for kept in (self._read, self._added, self._pointing):
            kept.clear()
