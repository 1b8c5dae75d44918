"""Build a graph from papers: read the new ones, extract claims, join studies, write, report."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import corpus
from kg.attach import attach
from kg.batch.checkpoints import Checkpoints
from kg.batch.curated import curated
from kg.batch.diagnosis import Diagnosis
from kg.batch.gathering import Executor
from kg.batch.libraries import LibraryReport, report_on_library
from kg.batch.reading import Extract, Progress, ReadDocument
from kg.batch.rendering import RENDER, render, render_graphs
from kg.batch.report import BuildReport, report_on
from kg.batch.sources import Sources, bundled_notes, read_sources, shipped_review
from kg.batch.summary import summarise, texts_of
from kg.bundled import read_shipped
from kg.clock import utc_now
from kg.curation.formatting import why_unmatched
from kg.curation.log import DecisionLog, read_log
from kg.curation.settling import Settled, require_decisions, settle
from kg.errors import BuildError, StoreError
from kg.export.records import keep_keys
from kg.generations import run_of, write_generation
from kg.identity import work_key
from kg.isolate import ForkedPool
from kg.joining import Joined, as_they_stand, join_studies
from kg.ledger import Entry, Origin, entry_of, library_entry
from kg.model import Document
from kg.rdf import library_quads, own_record
from kg.store import READING, Location, Writer, render_quads, writing
from kg.store.sharing import WORKS
from kg.stored_documents import StoredDocuments, read_stored
from kg.surroundings import describe, forget_texts, write_text

__all__ = ["BuildReport", "attach_review", "build", "bundled_documents", "write_sources"]


def bundled_documents(extract: Extract | None = None) -> list[Document]:
    """Return the bundled corpus: the claims of the review and a note on each study in it.

    Raises
    ------
    BuildError
        If a shipped note cannot be read.
    """
    return [shipped_review().document, *bundled_notes(extract)]


def build(
    paths: Sequence[Path],
    store: Location,
    *,
    bundled: bool = False,
    extract: Extract | None = None,
    workers: int | None = None,
    cluster: str = "",
    valid_rows: bool = False,
    again: bool = False,
    decisions: Path | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Read papers, extract their claims and write them into the store.

    Document files (:mod:`kg.documents`) among the paths add the claims that they hold. Tables of
    claims entered by hand (:mod:`kg.curated`) are documents of their own; a table with a wrong row
    is rejected unless ``valid_rows`` asks for its right rows.

    Decisions that people made on claims (:mod:`kg.curation`) apply to the graph; ``decisions`` is
    their file. A decision that matches no claim is reported.

    The records of a bibliography file (BibTeX, RIS, CSL-JSON) are studies of the graph too, in one
    graph for each file, even if no document of the study is read.

    Unchanged documents are not read again unless ``again`` is set. A document is unchanged if its
    bytes and its record are the same and it was read with the same code and vocabularies. If
    nothing is new, no generation is written. The result equals that of a build from scratch.

    Each document's graph is replaced as a whole; documents of the store that were not named are
    kept. A file that cannot be read, or that crashes the process that reads it, is reported with
    its cause, and the others are still read. The graph does not depend on the number of ``workers``
    (processes; see :func:`kg.isolate.default_workers`) or on the order of the paths.

    Raises
    ------
    BuildError
        If nothing could be read; the store is left as it was.
    CurationError
        If the file of decisions cannot be read, or is missing although the graph has decisions.
    StoreError
        If the store cannot be written.
    """
    started = time.perf_counter()
    kept = _decision_log(decisions)
    with writing(store) as writer:  # first, so that a locked store fails before anything is read
        require_decisions(writer, kept)
        stored = read_stored(writer)
        checkpoints = Checkpoints(writer.folder / READING, trusted=not again)
        executor = Executor(
            workers=workers, cluster=cluster, extract=extract, on_progress=on_progress
        )
        known = {} if again else stored.entries
        sources = read_sources(
            paths, known, checkpoints, executor, bundled=bundled, valid_rows=valid_rows
        )
        if sources.is_empty:
            checkpoints.remove()
            raise _nothing_read(sources)
        sources = curated(sources, kept.in_force)
        if not sources.names:
            checkpoints.remove()
            settled = settle(writer, kept)
            return _unchanged(
                sources, stored, time.perf_counter() - started, _decided(writer, settled)
            )
        joined = _join(sources, stored)
        if torn := joined.torn & sources.unchanged.keys():
            quiet = replace(executor, on_progress=None)
            sources = curated(sources.with_reread(torn, checkpoints, quiet), kept.in_force)
            joined = _join(sources, stored)
        used = executor.processes_for(len(sources.changed))
        triples = _write(writer, sources, stored, joined, used)
        # includes decisions that were made while the papers were read
        decided = _decided(writer, settle(writer, _decision_log(decisions)))
        keep_keys(store)
        _keep_texts(writer, store, texts_of(sources.changed))
        checkpoints.remove()
    return report_on(
        list(sources.read.values()),
        list(sources.ready.values()),
        studies=_count_studies(sources, joined),
        triples=triples,
        unchanged=tuple(sorted(sources.unchanged)),
        libraries=_library_reports(sources, stored, joined),
        rejected=sources.rejected,
        workers=used,
        seconds=time.perf_counter() - started,
        **decided,
    )


def attach_review(copy: Path, store: Location, decisions: Path | None = None) -> bool:
    """Fill the quotes of the bundled review in a graph from a user's own copy of its text.

    Returns whether the copy is exactly the text that was read; otherwise it was aligned with it.

    Raises
    ------
    ExtractionError
        If the copy is another text.
    ReadError
        If the copy cannot be read.
    StoreError
        If the graph cannot be written.
    """
    page = corpus.read(copy)
    found = attach(read_shipped(), page)
    one = ReadDocument(document=found.document, diagnosis=Diagnosis(), origin=Origin())
    text = describe(page, found.document.claims, places=found.places)
    kept = _decision_log(decisions)
    with writing(store) as writer:
        require_decisions(writer, kept)
        sources = curated(Sources(ready={found.document.id: summarise(one)}), kept.in_force)
        write_sources(writer, sources)
        keep_keys(store)
        _keep_texts(writer, store, [(found.document.id, text)])
    return found.is_exact


def write_sources(writer: Writer, sources: Sources) -> int:
    """Write documents that were already read into a graph and return the number of their triples.

    Raises
    ------
    StoreError
        If the store cannot be written.
    """
    stored = read_stored(writer)
    return _write(writer, sources, stored, _join(sources, stored), 1)


def _nothing_read(sources: Sources) -> BuildError:
    """Return the error for a build that has no source."""
    causes = "; ".join(f"{source}: {cause}" for source, cause in sources.rejected)
    return BuildError(causes or "nothing to build: name files or folders, or use --bundled")


def _decision_log(decisions: Path | None) -> DecisionLog:
    return read_log(decisions) if decisions is not None else DecisionLog()


def _keep_texts(writer: Writer, store: Location, texts: Iterable[tuple[str, bytes]]) -> None:
    """Store the text of each new document beside a graph on this machine.

    Raises
    ------
    StoreError
        If it cannot be written.
    """
    if not isinstance(store, Path):
        return
    try:
        for name, text in texts:
            write_text(store, name, text)
    except OSError as error:
        raise StoreError(f"{store}: cannot be written ({error.strerror})") from error
    forget_texts(store, writer.documents())


def _decided(writer: Writer, settled: Settled) -> dict[str, Any]:
    """Return the fields of a report that concern decisions."""
    documents = writer.documents() if settled.unmatched else ()
    lines = (f"line {number} is not a decision: {cause}" for number, cause in settled.damaged)
    unmatched = (why_unmatched(one, documents) for one in settled.unmatched)
    return {"decisions": settled.applied, "unmatched_decisions": (*unmatched, *lines)}


def _unchanged(
    sources: Sources, stored: StoredDocuments, seconds: float, decided: Mapping[str, Any]
) -> BuildReport:
    """Return the report on a build that found nothing new."""
    joined = as_they_stand(stored.entries)
    return report_on(
        [],
        studies=_count_studies(sources, joined),
        unchanged=tuple(sorted(sources.unchanged)),
        libraries=_library_reports(sources, stored, joined),
        rejected=sources.rejected,
        seconds=seconds,
        **decided,
    )


def _join(sources: Sources, stored: StoredDocuments) -> Joined:
    """Join the records of the new documents and libraries with those of the graph."""
    new = (library for library in sources.libraries if library.id in sources.new_libraries)
    listed = chain.from_iterable(library.records for library in new)
    own = chain.from_iterable(one.records for one in sources.changed)
    carried = stored.without(sources.names)
    return join_studies(
        [*own, *listed],
        carried,
        sources.unchanged.keys() | _libraries(sources),
        dropped=stored.dropped(sources.names),
    )


def _libraries(sources: Sources) -> set[str]:
    return {library.id for library in sources.libraries}


def _write(
    writer: Writer, sources: Sources, stored: StoredDocuments, joined: Joined, workers: int
) -> int:
    """Write the new graphs and return the number of their triples.

    Records of new documents may join studies that the store already has. Those studies are renamed,
    so that several builds in steps give the same graph as one build of everything.
    """
    triples = 0

    def graphs(pool: ForkedPool | None) -> Iterator[bytes]:
        nonlocal triples
        for rendered in render_graphs(sources.changed, joined.slugs, pool):
            triples += rendered.triples
            yield rendered.data
        for library in sources.libraries:
            if library.id in sources.new_libraries:
                quads = list(library_quads(library.id, library.records, joined.slugs))
                triples += len(quads)
                yield render_quads(quads)

    names = sources.names
    run = run_of(names, stored, unchanged=len(sources.unchanged), at=utc_now())
    ledger = stored.ledger(names, joined, _entries(sources, joined), run)
    works: dict[str, Callable[[Any], Any]] = {RENDER: partial(render, slugs=joined.slugs), **WORKS}
    with ForkedPool(works, workers) if workers > 1 else nullcontext() as pool:
        write_generation(
            writer,
            names,
            graphs(pool),
            stored=stored,
            joined=joined,
            ledger=ledger,
            pool=pool,
        )
    return triples


def _entries(sources: Sources, joined: Joined) -> dict[str, Entry]:
    return {
        **{
            one.document.id: entry_of(one.document, one.records, one.origin, joined.slugs)
            for one in sources.changed
        },
        **{
            library.id: library_entry(library.records, origin, joined.slugs)
            for library in sources.libraries
            if (origin := sources.new_libraries.get(library.id)) is not None
        },
    }


def _count_studies(sources: Sources, joined: Joined) -> int:
    """Return the number of studies in the new documents and the libraries."""
    listed = (record for library in sources.libraries for record in library.records)
    told = chain.from_iterable(one.records for one in sources.changed)
    return len({joined.slugs[work_key(record)] for record in chain(listed, told)})


def _library_reports(
    sources: Sources, stored: StoredDocuments, joined: Joined
) -> tuple[LibraryReport, ...]:
    """Return the report on each library, by the studies that documents of this build describe."""
    own = [own_record(one.document) for one in sources.changed]
    own += [stored.entries[name].studies[0][1] for name in sources.unchanged]
    read = {joined.slugs[work_key(record)] for record in own}
    return tuple(report_on_library(one, joined.slugs, read) for one in sources.libraries)
