"""The only writer of a store on disk, from reading the live generation to the switch."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

from kg.errors import StoreError
from kg.isolate import ForkedPool
from kg.store import generations, quads
from kg.store.embedded import EmbeddedGraph, damaged, open_generation
from kg.store.filling import fill, fill_from
from ontology import embedded, rdf
from ontology.graphs import graph_iri

#: Document id -> quads of its graph.
Graphs = Mapping[str, Iterable[rdf.Quad]]


class Writer:
    """The one writer of a store; :func:`writing` makes it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._live = generations.live_generation(path)
        generations.sweep(path, self._live)
        generations.mend_pointer(path, self._live)

    @property
    def folder(self) -> Path:
        """The folder of the store, or of the local copy of a remote one."""
        return self._path

    def documents(self) -> tuple[str, ...]:
        """Return the documents of the live generation, sorted; none if there is no generation."""
        if self._live is None:
            return ()
        return EmbeddedGraph(open_generation(self._live), self._live).documents()

    def ledger(self) -> Iterator[rdf.Quad]:
        """Return the quads of the ledger; none if there is no generation yet."""
        if self._live is None:
            return iter(())
        return EmbeddedGraph(open_generation(self._live), self._live).ledger()

    def _known(self, without: Iterable[str]) -> Iterator[rdf.Quad]:
        """Return the ledger entries of all documents except some."""
        left_out = {rdf.NamedNode(graph_iri(name)) for name in without}
        return (quad for quad in self.ledger() if quad.subject not in left_out)

    def carried(self, without: Iterable[str], *predicates: rdf.NamedNode) -> Iterator[rdf.Quad]:
        """Yield the quads of all documents except some, optionally only of some predicates."""
        if self._live is None:
            return
        names = {rdf.NamedNode(graph_iri(name)) for name in without}
        left_out = {*quads.SERVICE, *names}
        live = open_generation(self._live)
        try:
            for predicate in predicates or (None,):
                for quad in live.quads_for_pattern(None, predicate, None):
                    if quad.graph_name not in left_out:
                        yield quad
        except (OSError, RuntimeError) as error:
            raise damaged(self._live, error) from error

    def replace(
        self,
        graphs: Graphs,
        *,
        drop: Iterable[str] = (),
        rename: quads.Renames | None = None,
    ) -> Path:
        """Write the next generation and switch to it; see :func:`replace`.

        Parameters
        ----------
        graphs, drop
            As in that function.
        rename
            For documents that are kept: IRI -> new IRI of things in their graphs.
        """
        rendered = (quads.render_quads(listed) for listed in graphs.values())
        return self.replace_rendered({*graphs, *drop}, rendered, rename=rename)

    def replace_rendered(
        self,
        documents: Iterable[str],
        graphs: Iterable[bytes],
        *,
        rename: quads.Renames | None = None,
        derived: bool = True,
        ledger: Iterable[rdf.Quad] | None = None,
        pool: ForkedPool | None = None,
    ) -> Path:
        """Write the next generation from graphs given as bytes, and switch to it.

        Parameters
        ----------
        documents
            The documents that are replaced by ``graphs`` or left out; all others are kept.
        graphs
            The quads of one or several documents each, in the form of
            :func:`kg.store.quads.render_quads`.
        rename
            As in :meth:`replace`.
        derived
            Whether to add statements and inferences.
        ledger
            The ledger of the new generation; if left out, the present entries of the documents that
            are kept.
        pool
            Helper processes; see :func:`kg.store.filling.fill`.

        Raises
        ------
        StoreError
            If the generation cannot be written.
        """
        documents = {*documents}
        carried = quads.renamed(self.carried(documents), rename or {})
        known = self._known(documents) if ledger is None else ledger
        parts = chain(quads.rendered(carried), graphs)
        with self._making() as fresh:
            fill(
                fresh,
                parts,
                own=[quads.rendered_ontology()],
                ledger=quads.render_quads(known),
                derived=derived,
                pool=pool,
            )
        return self._go_live(fresh)

    def live(self) -> embedded.Store | None:
        """Return the live generation, open for reading; ``None`` if there is none yet."""
        return open_generation(self._live) if self._live else None

    def amend(self, change: Callable[[embedded.Store], Collection[str]]) -> Path:
        """Write the next generation as a changed copy of the live one, and switch to it.

        The copy shares the engine's files, so its cost does not depend on the size of the graph.
        The change returns the IRIs of the studies that it touched, for the catalog.

        Raises
        ------
        StoreError
            If there is no live generation, or the next one cannot be written.
        """
        if self._live is None:
            raise StoreError(f"{self._path}: no graph here to change")
        with self._making() as fresh:
            fill_from(self._live, fresh, change)
        return self._go_live(fresh)

    @contextmanager
    def _making(self) -> Iterator[Path]:
        """Provide the folder of the next generation; it is removed if it cannot be written."""
        fresh = generations.next_generation(self._path)
        try:
            yield fresh
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise StoreError(
                f"{self._path}: cannot be written ({error.strerror or error})"
            ) from error
        except StoreError:
            shutil.rmtree(fresh, ignore_errors=True)
            raise

    def _go_live(self, fresh: Path) -> Path:
        """Switch to a finished generation; subclasses publish it elsewhere too."""
        try:
            generations.switch(self._path, fresh.name)
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise StoreError(
                f"{self._path}: cannot be written ({error.strerror or error})"
            ) from error
        generations.keep_only(self._path, fresh, self._live)
        self._live = fresh
        return fresh


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Lock a store for writing; a new store is removed again if no generation is written.

    Raises
    ------
    StoreError
        If ``path`` is not a store, cannot be written, or another build is writing.
    """
    with generations.locked(path):
        yield Writer(path)


def replace(path: Path, graphs: Graphs, *, drop: Iterable[str] = (), keep: bool = True) -> Path:
    """Write a new generation in which these documents' graphs are replaced as a whole.

    Parameters
    ----------
    path
        The store; made if it does not exist.
    graphs
        Document id -> all quads of its graph.
    drop
        Documents to leave out of the new generation.
    keep
        Whether to keep documents of the live generation that are not named.

    Returns
    -------
    The directory of the new generation.

    Raises
    ------
    StoreError
        If ``path`` is not a store, cannot be written, or another build is writing.
    """
    with writing(path) as writer:
        left_out = {*drop} if keep else {*drop, *writer.documents()}
        return writer.replace(graphs, drop=left_out)
