"""The graphs that ``aldkg check`` looks at, each as the engine's store with the ontology in it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from corpus import ReadError
from ontology import embedded, rdf


def bundled_graph() -> embedded.Store:
    """Return the graph of the bundled corpus as a build makes it, in memory.

    Raises
    ------
    BuildError
        If a bundled note cannot be read.
    """
    from kg.build import bundled_documents
    from kg.derived import derive
    from kg.rdf import document_quads, study_iris

    documents = bundled_documents()
    slugs = study_iris(documents)
    graph = _with_ontology(chain.from_iterable(document_quads(d, slugs) for d in documents))
    derive(graph)
    return graph


def open_graph(path: Path) -> embedded.Store:
    """Open the live generation of a store for reading, or read an RDF file into memory.

    Raises
    ------
    ReadError
        If it is missing or malformed.
    StoreError
        If the folder is no store.
    """
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    return _open_store(path) if path.is_dir() else _read_file(path)


def _open_store(path: Path) -> embedded.Store:
    from kg.errors import StoreError
    from kg.store import current_directory

    directory = current_directory(path)
    try:
        return embedded.Store.read_only(str(directory))
    except OSError as error:
        raise StoreError(f"{path}: the graph cannot be opened ({error})") from error


def _read_file(path: Path) -> embedded.Store:
    syntax = rdf.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if syntax is None:
        raise ReadError(str(path), f"unknown format {path.suffix!r}, no RDF")
    try:
        return _with_ontology(rdf.parse(path=str(path), format=syntax))
    except (SyntaxError, ValueError) as error:
        raise ReadError(str(path), f"malformed: {error}".split(": expected ")[0]) from error


def _with_ontology(quads: Iterable[rdf.Quad]) -> embedded.Store:
    """Put quads and the ontology into the default graph of a store in memory."""
    from kg.store import ontology_quads

    store = embedded.Store()
    for part in (ontology_quads(), quads):
        store.bulk_extend(rdf.Quad(q.subject, q.predicate, q.object) for q in part)
    return store
