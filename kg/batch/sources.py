"""The sources of a build: papers, document files, the bundled corpus, tables, libraries."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import corpus
from kg.batch.checkpoints import Checkpoints
from kg.batch.diagnosis import Diagnosis
from kg.batch.finding import Job, Known
from kg.batch.gathering import Executor, Gathered, gather, gather_jobs
from kg.batch.libraries import Library, name_libraries
from kg.batch.reading import Extract, ReadDocument, Rejected, read_batch
from kg.batch.summary import Summary, summarise
from kg.bundled import read_shipped
from kg.curated import find_tables, read_tables
from kg.errors import BuildError
from kg.fingerprint import fingerprint
from kg.ledger import Origin, file_sha256
from kg.model import Document

#: An unchanged document: a file, or a function that makes its summary.
Unread = Job | Callable[[], Summary]
_NO_RECORDS = corpus.open_library(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources of a build, by document id.

    ``read`` are documents read from files, ``ready`` those that came with their claims (the bundled
    review, tables). ``unchanged`` are sources whose content the graph already holds: files that
    were not read, and functions for documents that need no reading. ``new_libraries`` are those of
    ``libraries`` that are new or have changed. ``notes`` are the unchanged bundled notes.
    """

    read: Mapping[str, Summary] = field(default_factory=dict)
    ready: Mapping[str, Summary] = field(default_factory=dict)
    libraries: tuple[Library, ...] = ()
    new_libraries: Mapping[str, Origin] = field(default_factory=dict)
    unchanged: Mapping[str, Unread] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    rejected: tuple[Rejected, ...] = ()

    @property
    def changed(self) -> list[Summary]:
        """The documents that are new or have changed."""
        return [*self.ready.values(), *self.read.values()]

    @property
    def names(self) -> set[str]:
        """The ids of all graphs that are rewritten."""
        return {*self.read, *self.ready, *self.new_libraries}

    @property
    def is_empty(self) -> bool:
        """Whether there is no source from which a graph could be made."""
        return not (self.read or self.ready or self.libraries or self.unchanged)

    def with_reread(
        self, names: Collection[str], checkpoints: Checkpoints, executor: Executor
    ) -> Sources:
        """Return these sources with some unchanged documents read again."""
        chosen = {name: one for name, one in self.unchanged.items() if name in names}
        jobs = [one for one in chosen.values() if isinstance(one, Job)]
        named = corpus.open_library([Path(library.source) for library in self.libraries])
        ours = [job for job in jobs if job.id in self.notes]
        others = [job for job in jobs if job.id not in self.notes]
        again, failed = gather_jobs(others, named, checkpoints, executor)
        notes, _ = gather_jobs(ours, _NO_RECORDS, checkpoints, executor)
        at_hand = {n: one() for n, one in chosen.items() if not isinstance(one, Job)}
        new_libraries = {one.id: _origin(one) for one in self.libraries if one.id in names}
        return replace(
            self,
            read={**self.read, **again, **notes},
            ready={**self.ready, **at_hand},
            new_libraries={**self.new_libraries, **new_libraries},
            unchanged={n: one for n, one in self.unchanged.items() if n not in chosen},
            rejected=(*self.rejected, *failed),
        )


def read_sources(
    paths: Sequence[Path],
    known: Known,
    checkpoints: Checkpoints,
    executor: Executor,
    *,
    bundled: bool = False,
    valid_rows: bool = False,
) -> Sources:
    """Read the sources of a build, except those whose content the graph already holds.

    Parameters
    ----------
    paths, bundled, valid_rows
        As in :func:`kg.build.build`.
    known, checkpoints, executor
        As in :func:`kg.batch.gathering.gather`.

    Raises
    ------
    BuildError
        If a bundled note cannot be read, checkpoints cannot be written, or the cluster fails.
    """
    files, papers = find_tables(paths)
    found = gather(papers, known, checkpoints, executor)
    libraries = tuple(name_libraries(found.records))
    origins = {library.id: _origin(library) for library in libraries}
    sources = Sources(
        read=found.read,
        libraries=libraries,
        new_libraries={n: one for n, one in origins.items() if not _is_known(one, known, n)},
        unchanged=found.unchanged,
        rejected=found.rejected,
    )
    if bundled:
        notes = _without_rejected(gather(corpus.bundled_notes(), known, checkpoints, executor))
        sources = _with_bundled(sources, notes, known)
    return _with_tables(sources, files, known, valid_rows=valid_rows)


def _with_bundled(sources: Sources, notes: Gathered, known: Known) -> Sources:
    """Return the sources with the bundled review and notes; given files replace them."""
    named = {*sources.read, *sources.unchanged}
    read = {name: one for name, one in notes.read.items() if name not in named}
    shipped = {name: job for name, job in notes.unchanged.items() if name not in named}
    sources = replace(
        sources,
        read={**sources.read, **read},
        unchanged={**sources.unchanged, **shipped},
        notes=frozenset(shipped),
    )
    review = corpus.bundled_review().document.stem
    if review in named:
        return sources
    if _is_known(_review_origin(), known, review):
        return replace(sources, unchanged={**sources.unchanged, review: _summarised_review})
    return replace(sources, ready={**sources.ready, review: _summarised_review()})


def _with_tables(
    sources: Sources, files: Sequence[Path], known: Known, *, valid_rows: bool
) -> Sources:
    """Return the sources with the tables of claims that were entered by hand."""
    taken = {*sources.read, *sources.unchanged, *sources.ready}
    tables = read_tables(files, valid_rows=valid_rows, taken=taken)
    ready, unchanged = dict(sources.ready), dict(sources.unchanged)
    for document in tables.documents:
        table = summarise(_from_table(document, valid_rows))
        if _is_known(table.origin, known, document.id):
            unchanged[document.id] = partial(_itself, table)
        else:
            ready[document.id] = table
    problems = tuple((error.place, error.cause) for error in tables.errors)
    rejected = (*sources.rejected, *problems)
    return replace(sources, ready=ready, unchanged=unchanged, rejected=rejected)


def _without_rejected(found: Gathered) -> Gathered:
    if found.rejected:
        raise BuildError(": ".join(found.rejected[0]))
    return found


def bundled_notes(extract: Extract | None) -> tuple[Document, ...]:
    """Return the bundled notes.

    Raises
    ------
    BuildError
        If one cannot be read.
    """
    batch = read_batch(corpus.bundled_notes(), extract=extract)
    if batch.rejected:
        raise BuildError(": ".join(batch.rejected[0]))
    return batch.documents


def _summarised_review() -> Summary:
    return summarise(shipped_review())


def shipped_review() -> ReadDocument:
    """Return the bundled review as a document with its origin."""
    document = read_shipped().document
    origin = replace(_review_origin(), found=document.record)
    return ReadDocument(document=document, diagnosis=Diagnosis(), origin=origin)


def _review_origin() -> Origin:
    files = corpus.bundled_review()
    parts = (file_sha256(files.document), file_sha256(files.corrections))
    return Origin(bytes=_digest(parts), code=fingerprint())


def _from_table(document: Document, valid_rows: bool) -> ReadDocument:
    digest = _digest((document.sha256, str(valid_rows)))
    origin = Origin(bytes=digest, code=fingerprint(), found=document.record)
    return ReadDocument(document=document, diagnosis=Diagnosis(), origin=origin)


def _itself(one: Summary) -> Summary:
    return one


def _origin(library: Library) -> Origin:
    return Origin(bytes=_digest(map(repr, library.records)), code=fingerprint())


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _is_known(origin: Origin, known: Known, name: str) -> bool:
    entry = known.get(name)
    return entry is not None and (entry.bytes, entry.code) == (origin.bytes, origin.code)
