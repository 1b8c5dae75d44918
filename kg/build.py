"""From papers to a graph: read, extract, join studies, write, report."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import corpus
from kg.attach import attach
from kg.batch.libraries import Library, LibraryReport, name_libraries, report_on_library
from kg.batch.reading import Batch, Extract, Progress, read_batch
from kg.batch.rendering import render_graphs
from kg.batch.report import BuildReport, report_on
from kg.batch.workers import default_workers
from kg.bundled import read_records, read_shipped
from kg.curated import Tables, find_tables, read_tables
from kg.errors import BuildError
from kg.export.records import keep_keys
from kg.identity import work_key
from kg.model import Document
from kg.rdf import (
    STUDY_PREDICATES,
    library_quads,
    own_record,
    studies_from_quads,
    study_iris,
    study_records,
)
from kg.store import Location, Writer, render_quads, writing
from ontology.iri import study_iri

__all__ = ["BuildReport", "attach_review", "build", "bundled_documents"]


def bundled_documents(extract: Extract | None = None) -> list[Document]:
    """The corpus that ships: the claims of the review, and a note on each study it discusses.

    Raises
    ------
    BuildError
        If a shipped note cannot be read.
    """
    return [_shipped_review(), *_bundled_notes(extract, None, None).documents]


def _shipped_review() -> Document:
    review = corpus.bundled_review()
    return read_shipped(review.claims, review.references, review.corrections)


def _bundled_notes(
    extract: Extract | None, workers: int | None, on_progress: Progress | None
) -> Batch:
    batch = read_batch(
        corpus.bundled_notes(), extract=extract, workers=workers, on_progress=on_progress
    )
    if batch.rejected:
        raise BuildError(": ".join(batch.rejected[0]))
    return batch


def build(
    paths: Sequence[Path],
    store: Location,
    *,
    bundled: bool = False,
    extract: Extract | None = None,
    workers: int | None = None,
    valid_rows: bool = False,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Read papers, extract their claims and write them into the store.

    Tables of claims entered by hand (:mod:`kg.curated`) among the paths join the graph as documents
    of their own; one with a wrong row does not join, unless ``valid_rows`` asks for its right ones.

    The records of files of records (BibTeX, RIS, CSL-JSON) are studies of the graph too, in a graph
    for each file: also those of which no document is read.

    Each document's graph is replaced as a whole; documents of the store that were not read again
    stay. A file that cannot be read, or whose reading takes its process down, is reported with its
    cause and does not stop the rest. The graph does not depend on the number of ``workers``
    (processes; see :func:`kg.batch.workers.default_workers`) nor on the order of the paths.

    Raises
    ------
    BuildError
        If nothing could be read; the store is left as it was.
    StoreError
        If the store cannot be written.
    """
    started = time.perf_counter()
    shipped: list[Document] = []
    with writing(store) as writer:  # taken first: who cannot write need not read
        files, papers = find_tables(paths)
        batch = read_batch(papers, extract=extract, workers=workers, on_progress=on_progress)
        read = {one.document.id: one for one in batch.read}
        if bundled:  # a named file beats the bundled one
            notes = _bundled_notes(extract, workers, on_progress)
            read = {**{one.document.id: one for one in notes.read}, **read}
            shipped = [d for d in (_shipped_review(),) if d.id not in read]
        tables = read_tables(files, valid_rows=valid_rows, taken={*read, *(d.id for d in shipped)})
        shipped += tables.documents
        rejected = (*batch.rejected, *_problems(tables))
        documents = [*shipped, *(one.document for one in read.values())]
        libraries = name_libraries(batch.records)
        if not documents and not libraries:
            causes = "; ".join(f"{source}: {cause}" for source, cause in rejected)
            raise BuildError(causes or "nothing to build: name files or folders, or use --bundled")
        used = workers or default_workers(len(documents))
        triples, studies, shelves = _write(writer, documents, libraries, used)
        keep_keys(store)
    return report_on(
        list(read.values()),
        shipped,
        studies=studies,
        triples=triples,
        libraries=shelves,
        rejected=rejected,
        workers=used,
        seconds=time.perf_counter() - started,
    )


def attach_review(copy: Path, store: Location) -> bool:
    """Fill the quotes of the bundled review in a graph from a user's own copy of its text.

    Returns whether the copy is the very text that was read; else it was aligned with it.

    Raises
    ------
    ExtractionError
        If the copy is another text.
    ReadError
        If the copy cannot be read.
    StoreError
        If the graph cannot be written.
    """
    found = attach(
        _shipped_review(), read_records(corpus.bundled_review().claims), corpus.read(copy)
    )
    with writing(store) as writer:
        _write(writer, [found.document], [], 1)
        keep_keys(store)
    return found.is_exact


def _problems(tables: Tables) -> list[tuple[str, str]]:
    return [(error.place, error.cause) for error in tables.errors]


def _write(
    writer: Writer, documents: Sequence[Document], libraries: Sequence[Library], workers: int
) -> tuple[int, int, tuple[LibraryReport, ...]]:
    """Write the graphs; the number of their triples and of the studies they name, and libraries.

    Records of new documents may join studies that stand in the store already: those are renamed, so
    that building in several steps gives the graph of building at once.
    """
    names = [*(document.id for document in documents), *(library.id for library in libraries)]
    known = tuple(studies_from_quads(writer.carried(names, *STUDY_PREDICATES)))
    listed = [record for library in libraries for record in library.records]
    slugs = study_iris(documents, [*(record for _, record in known), *listed])
    rename = {iri: study_iri(slugs[work_key(record)]) for iri, record in known}
    triples = 0

    def graphs() -> Iterator[bytes]:
        nonlocal triples
        for rendered in render_graphs(documents, slugs, workers=workers):
            triples += rendered.triples
            yield rendered.data
        for library in libraries:
            quads = list(library_quads(library.id, library.records, slugs))
            triples += len(quads)
            yield render_quads(quads)

    writer.replace_rendered(
        names, graphs(), rename={old: new for old, new in rename.items() if old != new}
    )
    records = chain(listed, chain.from_iterable(study_records(d).values() for d in documents))
    read = {slugs[work_key(own_record(document))] for document in documents}
    shelves = tuple(report_on_library(library, slugs, read) for library in libraries)
    return triples, len({slugs[work_key(record)] for record in records}), shelves
