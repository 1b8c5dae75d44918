"""A store that is read study by study, of which each thing is read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from ontology import embedded, rdf

_DEFAULT: Final = rdf.DefaultGraph()


class Recalled:
    """The default graph of a store, with quads that are not loaded yet.

    To find a quad takes the engine longer than to make anything of it. So what was read of a thing
    is kept until :meth:`forget`.

    Parameters
    ----------
    store
        The store; it has none of the quads that are added.
    """

    def __init__(self, store: embedded.Store) -> None:
        self._store = store
        self._read: dict[rdf.Node, list[rdf.Quad]] = {}
        self._added: defaultdict[rdf.Node, list[rdf.Quad]] = defaultdict(list)

    def add(self, quads: Iterable[rdf.Quad]) -> None:
        """Have these quads, too, until they are forgotten."""
        for quad in quads:
            self._added[quad.subject].append(quad)

    def forget(self) -> None:
        """Forget what was read and added."""
        self._read.clear()
        self._added.clear()

    def quads_for_pattern(
        self,
        subject: rdf.NamedNode | rdf.BlankNode | rdf.Triple | None,
        predicate: rdf.NamedNode | None,
        object: rdf.Node | None,
        graph_name: rdf.NamedNode | rdf.BlankNode | rdf.DefaultGraph | None = None,
    ) -> Iterator[rdf.Quad]:
        """As of a store; ``graph_name`` must be the default graph."""
        if subject is not None and predicate is None and object is None:
            found = self._read.get(subject)
            if found is None:
                pattern = self._store.quads_for_pattern(subject, None, None, _DEFAULT)
                found = self._read[subject] = list(pattern)
        else:
            found = list(self._store.quads_for_pattern(subject, predicate, object, _DEFAULT))
        return iter([*found, *self._fitting(subject, predicate, object)])

    def _fitting(
        self, subject: rdf.Node | None, predicate: rdf.NamedNode | None, object: rdf.Node | None
    ) -> Iterator[rdf.Quad]:
        """The quads that were added and fit a pattern."""
        if not self._added:
            return
        subjects = self._added if subject is None else (subject,)
        for node in subjects:
            for quad in self._added.get(node, ()):
                if (predicate is None or quad.predicate == predicate) and (
                    object is None or quad.object == object
                ):
                    yield quad
