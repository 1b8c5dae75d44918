"""From papers to a graph: read what is new, extract, join studies, write, report."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import corpus
from kg.attach import attach
from kg.batch.checkpoints import Checkpoints
from kg.batch.diagnosis import Diagnosis
from kg.batch.gathering import Hands
from kg.batch.libraries import LibraryReport, report_on_library
from kg.batch.reading import Extract, Progress, ReadDocument
from kg.batch.rendering import render_graphs
from kg.batch.report import BuildReport, report_on
from kg.batch.sources import Sources, bundled_notes, read_sources, shipped_review
from kg.batch.told import tell
from kg.bundled import read_shipped
from kg.errors import BuildError
from kg.export.records import keep_keys
from kg.generations import run_of, write_generation
from kg.holdings import now
from kg.identity import work_key
from kg.joining import Joined, as_they_stand, join_studies
from kg.ledger import Entry, Origin, entry_of, library_entry
from kg.model import Document
from kg.rdf import library_quads, own_record
from kg.standing import Standing, read_standing
from kg.store import READING, Location, Writer, render_quads, writing

__all__ = ["BuildReport", "attach_review", "build", "bundled_documents", "write_sources"]


def bundled_documents(extract: Extract | None = None) -> list[Document]:
    """The corpus that ships: the claims of the review, and a note on each study it discusses.

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
    on_progress: Progress | None = None,
) -> BuildReport:
    """Read papers, extract their claims and write them into the store.

    Document files (:mod:`kg.documents`) among the paths join the graph with the claims that they
    hold. Tables of claims entered by hand (:mod:`kg.curated`) are documents of their own; one with
    a wrong row does not join, unless ``valid_rows`` asks for its right ones.

    The records of files of records (BibTeX, RIS, CSL-JSON) are studies of the graph too, in a graph
    for each file: also those of which no document is read.

    What stands in the graph as it would be made again is not read, unless ``again`` asks for it: it
    has the same bytes and the same record, and the same code and vocabularies read it. If nothing
    is new no generation is written. The graph is the one that a build from nothing gives.

    Each document's graph is replaced as a whole; documents of the store that were not named stay. A
    file that cannot be read, or whose reading takes its process down, is reported with its cause
    and does not stop the rest. The graph does not depend on the number of ``workers`` (processes;
    see :func:`kg.isolate.default_workers`) nor on the order of the paths.

    Raises
    ------
    BuildError
        If nothing could be read; the store is left as it was.
    StoreError
        If the store cannot be written.
    """
    started = time.perf_counter()
    with writing(store) as writer:  # taken first: who cannot write need not read
        standing = read_standing(writer)
        checkpoints = Checkpoints(writer.folder / READING, trusted=not again)
        hands = Hands(workers=workers, cluster=cluster, extract=extract, on_progress=on_progress)
        known = {} if again else standing.entries
        sources = read_sources(
            paths, known, checkpoints, hands, bundled=bundled, valid_rows=valid_rows
        )
        if sources.is_empty:
            checkpoints.remove()
            causes = "; ".join(f"{source}: {cause}" for source, cause in sources.rejected)
            raise BuildError(causes or "nothing to build: name files or folders, or use --bundled")
        if not sources.names:
            checkpoints.remove()
            return _unchanged(sources, standing, time.perf_counter() - started)
        joined = _join(sources, standing)
        if torn := joined.torn & sources.unchanged.keys():
            sources = sources.with_reread(torn, checkpoints, replace(hands, on_progress=None))
            joined = _join(sources, standing)
        used = hands.many(len(sources.told))
        triples = _write(writer, sources, standing, joined, used)
        keep_keys(store)
        checkpoints.remove()
    return report_on(
        list(sources.read.values()),
        list(sources.ready.values()),
        studies=_count_studies(sources, joined),
        triples=triples,
        unchanged=tuple(sorted(sources.unchanged)),
        libraries=_shelves(sources, standing, joined),
        rejected=sources.rejected,
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
    found = attach(read_shipped(), corpus.read(copy))
    one = ReadDocument(document=found.document, diagnosis=Diagnosis(), origin=Origin())
    with writing(store) as writer:
        write_sources(writer, Sources(ready={found.document.id: tell(one)}))
        keep_keys(store)
    return found.is_exact


def write_sources(writer: Writer, sources: Sources) -> int:
    """Write documents that are at hand into a graph; the number of triples of their graphs.

    Raises
    ------
    StoreError
        If the store cannot be written.
    """
    standing = read_standing(writer)
    return _write(writer, sources, standing, _join(sources, standing), 1)


def _unchanged(sources: Sources, standing: Standing, seconds: float) -> BuildReport:
    """The report on a build that found nothing new."""
    joined = as_they_stand(standing.entries)
    return report_on(
        [],
        studies=_count_studies(sources, joined),
        unchanged=tuple(sorted(sources.unchanged)),
        libraries=_shelves(sources, standing, joined),
        rejected=sources.rejected,
        seconds=seconds,
    )


def _join(sources: Sources, standing: Standing) -> Joined:
    new = (library for library in sources.libraries if library.id in sources.shelves)
    listed = chain.from_iterable(library.records for library in new)
    own = chain.from_iterable(one.records for one in sources.told)
    carried = standing.without(sources.names)
    return join_studies(
        [*own, *listed],
        carried,
        sources.unchanged.keys() | _libraries(sources),
        dropped=standing.dropped(sources.names),
    )


def _libraries(sources: Sources) -> set[str]:
    return {library.id for library in sources.libraries}


def _write(
    writer: Writer, sources: Sources, standing: Standing, joined: Joined, workers: int
) -> int:
    """Write the graphs that are new; the number of their triples.

    Records of new documents may join studies that stand in the store already: those are renamed, so
    that building in several steps gives the graph of building at once.
    """
    triples = 0

    def graphs() -> Iterator[bytes]:
        nonlocal triples
        for rendered in render_graphs(sources.told, joined.slugs, workers=workers):
            triples += rendered.triples
            yield rendered.data
        for library in sources.libraries:
            if library.id in sources.shelves:
                quads = list(library_quads(library.id, library.records, joined.slugs))
                triples += len(quads)
                yield render_quads(quads)

    names = sources.names
    run = run_of(names, standing, unchanged=len(sources.unchanged), at=now())
    ledger = standing.ledger(names, joined, _entries(sources, joined), run)
    write_generation(writer, names, graphs(), standing=standing, joined=joined, ledger=ledger)
    return triples


def _entries(sources: Sources, joined: Joined) -> dict[str, Entry]:
    return {
        **{
            one.document.id: entry_of(one.document, one.records, one.origin, joined.slugs)
            for one in sources.told
        },
        **{
            library.id: library_entry(library.records, origin, joined.slugs)
            for library in sources.libraries
            if (origin := sources.shelves.get(library.id)) is not None
        },
    }


def _count_studies(sources: Sources, joined: Joined) -> int:
    """How many studies the new documents and the libraries name."""
    listed = (record for library in sources.libraries for record in library.records)
    told = chain.from_iterable(one.records for one in sources.told)
    return len({joined.slugs[work_key(record)] for record in chain(listed, told)})


def _shelves(sources: Sources, standing: Standing, joined: Joined) -> tuple[LibraryReport, ...]:
    """What came of each library, by the studies that documents of this build describe."""
    own = [own_record(one.document) for one in sources.told]
    own += [standing.entries[name].studies[0][1] for name in sources.unchanged]
    read = {joined.slugs[work_key(record)] for record in own}
    return tuple(report_on_library(one, joined.slugs, read) for one in sources.libraries)
