"""The graph on disk: generations that are written whole and switched to in one step.

::

    STORE/
      CURRENT            the name of the live generation
      LOCK               held by the one writer
      generation-0007/   a store that nobody writes to any more

A build fills a fresh generation beside the live one and then replaces ``CURRENT``. A crash at any
point leaves the old graph answering, and readers never meet a writer. Each document is one named
graph, replaced as a whole when the document is read again; the ontology is a named graph too. The
default graph holds the triples of all of them, each once: a query needs no ``GRAPH``, and is
measured a hundred times faster than one over the union that the engine forms on the fly.
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph as ox

from kg.errors import QueryError, StoreError
from kg.guard import refuse
from ontology import source
from ontology.iri import BASE, PREFIXES, graph_iri, segments

_CURRENT = "CURRENT"
_LOCK = "LOCK"
_GENERATION = re.compile(r"generation-(\d{4,})")
#: The named graph of the ontology and its vocabularies.
ONTOLOGY_GRAPH = BASE + "graph/ontology"
_ONTOLOGY = ox.NamedNode(ONTOLOGY_GRAPH)

#: Quads of each document's graph, by document id.
Graphs = Mapping[str, Iterable[ox.Quad]]


def current_directory(path: Path) -> Path:
    """The directory of the live generation.

    Raises
    ------
    StoreError
        If there is no graph at ``path``.
    """
    try:
        name = (path / _CURRENT).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError(f"{path}: no graph here (build one with `aldkg build`)") from error
    directory = path / name
    if not _GENERATION.fullmatch(name) or not directory.is_dir():
        raise StoreError(f"{path}: the graph is damaged (no generation {name!r})")
    return directory


class Store:
    """A graph opened for reading: one generation, which never changes."""

    def __init__(self, store: ox.Store, directory: Path | None = None) -> None:
        self._store = store
        #: Where the generation lies, for worker processes; ``None`` in memory.
        self.directory = directory

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open the live generation of the store at ``path``.

        Raises
        ------
        StoreError
            If there is none, or it cannot be read.
        """
        directory = current_directory(path)
        try:
            return cls(ox.Store.read_only(str(directory)), directory)
        except OSError as error:
            raise StoreError(f"{path}: the graph cannot be opened ({error})") from error

    @classmethod
    def in_memory(cls, quads: Iterable[ox.Quad], *, ontology: bool = True) -> Store:
        """A store that lives in memory, with the ontology's graph unless told otherwise."""
        store = ox.Store()
        _load(store, quads)
        if ontology:
            _load(store, ontology_quads())
        return cls(store)

    def query(
        self,
        sparql: str,
        *,
        substitutions: Mapping[ox.Variable, ox.NamedNode | ox.Literal] | None = None,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer to a query; its default graph is the union of all graphs.

        The prefixes of the ontology (``ald:``, ``skos:``, ...) need no declaration.

        Raises
        ------
        QueryError
            If the query is malformed, or asks for what a query may not do.
        """
        refusal = refuse(sparql)
        if refusal:
            raise QueryError(refusal)
        try:
            return self._store.query(
                sparql,
                prefixes=dict(PREFIXES),
                substitutions=dict(substitutions) if substitutions else None,
            )
        except (SyntaxError, ValueError) as error:
            raise QueryError(_plain(error)) from error

    def documents(self) -> tuple[str, ...]:
        """The ids of the documents in the graph, sorted."""
        names = (g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode))
        return tuple(sorted(segments(n)[-1] for n in names if n != ONTOLOGY_GRAPH))

    def quads(self, document: str | None = None, *, ontology: bool = False) -> Iterator[ox.Quad]:
        """The quads of one document, or of all; those of the ontology on request."""
        graph = ox.NamedNode(graph_iri(document)) if document is not None else None
        left_out = {ox.DefaultGraph()} if ontology else {ox.DefaultGraph(), _ONTOLOGY}
        for quad in self._store.quads_for_pattern(None, None, None, graph):
            if quad.graph_name not in left_out:
                yield quad


def _plain(error: Exception) -> str:
    """The place and cause of a syntax error, without the engine's list of all it would accept."""
    return " ".join(f"bad SPARQL: {error}".split(": expected ")[0].split())


def ontology_quads() -> Iterator[ox.Quad]:
    """The ontology and its vocabularies in their named graph, anonymous shapes left out."""
    for triple in source.triples():
        if isinstance(triple.subject, ox.NamedNode) and not isinstance(triple.object, ox.BlankNode):
            yield ox.Quad(triple.subject, triple.predicate, triple.object, _ONTOLOGY)


def _load(store: ox.Store, quads: Iterable[ox.Quad]) -> None:
    """Add quads to their graphs, and their triples to the default graph."""
    listed = list(quads)
    store.bulk_extend(listed)
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in listed)


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
        Whether documents of the live generation that are not named are carried over.

    Returns
    -------
    The directory of the new generation.

    Raises
    ------
    StoreError
        If ``path`` is something else than a store, or another build is writing to it.
    """
    _make_store(path)
    with _only_writer(path):
        old = _live(path)
        fresh = path / f"generation-{_latest(path) + 1:04}"
        store = ox.Store(str(fresh))
        gone = {*graphs, *drop}
        if old is not None and keep:
            _load(store, _carried(old, gone))
        for quads in graphs.values():
            _load(store, quads)
        _load(store, ontology_quads())
        store.optimize()
        store.flush()
        del store
        _switch(path, fresh.name)
        _remove_others(path, {fresh.name, *([old.name] if old else [])})
    return fresh


def _carried(old: Path, gone: set[str]) -> Iterator[ox.Quad]:
    left_out = {_ONTOLOGY, ox.DefaultGraph(), *(ox.NamedNode(graph_iri(name)) for name in gone)}
    for quad in ox.Store.read_only(str(old)):
        if quad.graph_name not in left_out:
            yield quad


def _make_store(path: Path) -> None:
    if path.is_dir() and any(path.iterdir()) and not (path / _LOCK).exists():
        raise StoreError(f"{path}: not a store, and not empty; it is left as it is")
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / _LOCK).touch()
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    with (path / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{path}: another build is writing to this graph") from error
        yield


def _live(path: Path) -> Path | None:
    return current_directory(path) if (path / _CURRENT).exists() else None


def _generations(path: Path) -> dict[str, int]:
    names = (entry.name for entry in path.iterdir() if entry.is_dir())
    found = ((name, _GENERATION.fullmatch(name)) for name in names)
    return {name: int(match[1]) for name, match in found if match}


def _latest(path: Path) -> int:
    return max(_generations(path).values(), default=0)


def _switch(path: Path, name: str) -> None:
    """Make a generation the live one: the one step that readers see."""
    fresh = path / (_CURRENT + ".new")
    with fresh.open("w", encoding="ascii") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    os.replace(fresh, path / _CURRENT)


def _remove_others(path: Path, kept: set[str]) -> None:
    """Remove what no reader can have open: all but the live generation and the one before."""
    for name in _generations(path):
        if name not in kept:
            shutil.rmtree(path / name, ignore_errors=True)
