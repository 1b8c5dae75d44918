"""The graph on disk: generations that are written whole and switched to in one step.

::

    STORE/
      CURRENT            the name of the live generation
      LOCK               held by the one writer
      generation-0007/   a store that nobody writes to any more, with its catalog

A build fills a fresh generation beside the live one and then replaces ``CURRENT``. A crash at any
point leaves the old graph answering, and readers never meet a writer. Each document is one named
graph, replaced as a whole when the document is read again; the ontology is a named graph too, and
so are the statements and inferences made anew with each generation (``kg.derived``). The default
graph holds the triples of all of them, each once: a query needs no ``GRAPH``, and is measured a
hundred times faster than one over the union that the engine forms on the fly.
"""

from __future__ import annotations

import fcntl
import io
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path

import pyoxigraph as ox

from corpus.legible import legible
from kg.catalog import CATALOG_FILE, Source, write_catalog
from kg.derived import derive
from kg.errors import QueryError, StoreError
from kg.guard import refuse
from ontology import source
from ontology.iri import ONTOLOGY_GRAPH, PREFIXES, SERVICE_GRAPHS, graph_iri, segments

#: Quads and bytes handed to the engine at a time, so that memory does not grow with the graph.
_BATCH = 50_000
_LOAD_BYTES = 16_000_000
_CURRENT = "CURRENT"
_LOCK = "LOCK"
_GENERATION = re.compile(r"generation-(\d{4,})")
_ONTOLOGY = ox.NamedNode(ONTOLOGY_GRAPH)
#: Every graph that is not a document's.
_SERVICE = frozenset({ox.DefaultGraph(), *map(ox.NamedNode, SERVICE_GRAPHS)})

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
        """A store in memory; with the ontology and what follows from it unless told otherwise."""
        store = ox.Store()
        _load(store, quads)
        if ontology:
            _load(store, ontology_quads())
            derive(store)
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
        except (OSError, RuntimeError) as error:
            raise QueryError(f"the query cannot be answered: {error}") from error

    def write_catalog(self, path: Path) -> None:
        """Write the catalog of this graph to a file, where its generation came without one.

        Raises
        ------
        OSError
            If it cannot be written.
        """
        write_catalog(Source(self._store), path)

    def documents(self) -> tuple[str, ...]:
        """The ids of the documents in the graph, sorted."""
        names = (g.value for g in self._store.named_graphs() if isinstance(g, ox.NamedNode))
        return tuple(sorted(segments(n)[-1] for n in names if n not in SERVICE_GRAPHS))

    def quads(self, document: str | None = None, *, ontology: bool = False) -> Iterator[ox.Quad]:
        """The quads of one document, or of all; the ontology and what was derived on request."""
        graph = ox.NamedNode(graph_iri(document)) if document is not None else None
        left_out = frozenset({ox.DefaultGraph()}) if ontology else _SERVICE
        for quad in self._store.quads_for_pattern(None, None, None, graph):
            if quad.graph_name not in left_out:
                yield _legible(quad)


def _legible(quad: ox.Quad) -> ox.Quad:
    """The quad without characters that no format can carry; an older version may have left some."""
    value = quad.object
    if not isinstance(value, ox.Literal) or (text := legible(value.value)) == value.value:
        return quad
    literal = ox.Literal(
        text, datatype=None if value.language else value.datatype, language=value.language
    )
    return ox.Quad(quad.subject, quad.predicate, literal, quad.graph_name)


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
    waiting = iter(quads)
    while batch := list(islice(waiting, _BATCH)):
        store.bulk_extend(batch)
        store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object) for q in batch)


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
        If ``path`` is something else than a store, cannot be written, or another build is writing.
    """
    with writing(path) as writer:
        left_out = {*drop} if keep else {*drop, *writer.documents()}
        return writer.replace(graphs, drop=left_out)


class Writer:
    """The one writer of a store, from before it looks at the live generation to the switch."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._live = current_directory(path) if (path / _CURRENT).exists() else None

    def documents(self) -> tuple[str, ...]:
        """The documents of the live generation, sorted; none if there is no generation yet."""
        return Store.open(self._path).documents() if self._live else ()

    def carried(self, without: Iterable[str], *predicates: ox.NamedNode) -> Iterator[ox.Quad]:
        """The quads of the live generation but those of some documents; of some predicates only."""
        if self._live is None:
            return
        names = {ox.NamedNode(graph_iri(name)) for name in without}
        left_out = {*_SERVICE, *names}
        live = ox.Store.read_only(str(self._live))
        for predicate in predicates or (None,):
            for quad in live.quads_for_pattern(None, predicate, None):
                if quad.graph_name not in left_out:
                    yield quad

    def replace(
        self,
        graphs: Graphs,
        *,
        drop: Iterable[str] = (),
        rename: Mapping[str, str] | None = None,
    ) -> Path:
        """Write the next generation and switch to it; see :func:`replace`.

        Parameters
        ----------
        graphs, drop
            As there.
        rename
            IRI -> new IRI of things in the documents that are carried over.
        """
        rendered = (render_quads(quads) for quads in graphs.values())
        return self.replace_rendered({*graphs, *drop}, rendered, rename=rename)

    def replace_rendered(
        self,
        documents: Iterable[str],
        graphs: Iterable[bytes],
        *,
        rename: Mapping[str, str] | None = None,
        derived: bool = True,
    ) -> Path:
        """Write the next generation and switch to it, from graphs that are bytes already.

        Parameters
        ----------
        documents
            The documents that are not carried over: those of ``graphs`` and those left out.
        graphs
            The quads of one or several documents each, as :func:`render_quads` makes them.
        rename
            As in :meth:`replace`.
        derived
            Whether statements and inferences are added.

        Raises
        ------
        StoreError
            If the generation cannot be written.
        """
        fresh = self._path / f"generation-{_latest(self._path) + 1:04}"
        carried = _renamed(self.carried(documents), rename or {})
        try:
            parts = chain(_rendered(carried), graphs, _rendered(ontology_quads()))
            _fill(fresh, parts, derived=derived)
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise StoreError(f"{self._path}: cannot be written ({error})") from error
        _switch(self._path, fresh.name)
        _remove_others(self._path, {fresh.name, *([self._live.name] if self._live else [])})
        self._live = fresh
        return fresh


def _renamed(quads: Iterable[ox.Quad], names: Mapping[str, str]) -> Iterator[ox.Quad]:
    nodes: dict[object, ox.NamedNode]
    nodes = {ox.NamedNode(old): ox.NamedNode(new) for old, new in names.items()}
    for quad in quads:
        subject, value = nodes.get(quad.subject), nodes.get(quad.object)
        if subject or value:
            parts = (subject or quad.subject, quad.predicate, value or quad.object)
            yield ox.Quad(*parts, quad.graph_name)
        else:
            yield quad


def render_quads(quads: Iterable[ox.Quad]) -> bytes:
    """Quads as the store loads them: each in its graph and once more in the default graph."""
    listed = list(quads)
    triples = (quad.triple for quad in listed)
    stream = io.BytesIO()
    ox.serialize(listed, stream, format=ox.RdfFormat.N_QUADS)
    ox.serialize(triples, stream, format=ox.RdfFormat.N_TRIPLES)
    return stream.getvalue()


def _rendered(quads: Iterable[ox.Quad]) -> Iterator[bytes]:
    waiting = iter(quads)
    while batch := list(islice(waiting, _BATCH)):
        yield render_quads(batch)


def _fill(directory: Path, parts: Iterable[bytes], *, derived: bool) -> None:
    """Load parts into a new generation, as many at a time as memory allows."""
    store = ox.Store(str(directory))
    waiting = bytearray()
    for part in parts:
        waiting += part
        if len(waiting) >= _LOAD_BYTES:
            store.bulk_load(bytes(waiting), format=ox.RdfFormat.N_QUADS)
            waiting.clear()
    store.bulk_load(bytes(waiting), format=ox.RdfFormat.N_QUADS)
    if derived:
        derive(store)
    store.optimize()
    store.flush()
    write_catalog(Source(store), directory / CATALOG_FILE)


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """Hold a store for writing; what was made of a new one is removed if nothing is written.

    Raises
    ------
    StoreError
        If ``path`` is something else than a store, cannot be written, or another build is writing.
    """
    existed = path.exists()
    _make_store(path)
    with _only_writer(path):
        try:
            yield Writer(path)
        finally:
            if not (path / _CURRENT).exists():
                _unmake_store(path, existed=existed)


def _make_store(path: Path) -> None:
    try:
        if path.is_dir() and any(path.iterdir()) and not (path / _LOCK).exists():
            raise StoreError(f"{path}: not a store, and not empty; it is left as it is")
        path.mkdir(parents=True, exist_ok=True)
        (path / _LOCK).touch()
    except OSError as error:
        raise StoreError(f"{path}: cannot be written ({error.strerror})") from error


def _unmake_store(path: Path, *, existed: bool) -> None:
    """Leave no trace of a first build that wrote no generation."""
    for name in _generations(path):
        shutil.rmtree(path / name, ignore_errors=True)
    (path / _LOCK).unlink(missing_ok=True)
    if not existed:
        path.rmdir()


@contextmanager
def _only_writer(path: Path) -> Iterator[None]:
    with (path / _LOCK).open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError(f"{path}: another build is writing to this graph") from error
        yield


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
