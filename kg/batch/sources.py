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
from kg.batch.gathering import Gathered, Hands, gather, gather_jobs
from kg.batch.libraries import Library, name_libraries
from kg.batch.reading import Extract, ReadDocument, Rejected, read_batch
from kg.batch.summary import Summary, summarise
from kg.bundled import read_shipped
from kg.curated import find_tables, read_tables
from kg.errors import BuildError
from kg.fingerprint import fingerprint
from kg.ledger import Origin, file_sha256
from kg.model import Document

#: A document that is not read: a file, or what makes it.
Unread = Job | Callable[[], Summary]
_NO_RECORDS = corpus.open_library(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The sources of a build, by document id.

    ``read`` was read from files, ``ready`` came with its claims (the bundled review, tables).
    ``unchanged`` stands in the graph as it would be made again: as a file that was not read, or as
    a document that is at hand. ``shelves`` are the libraries that are new or have changed, out of
    ``libraries``. ``notes`` are the unchanged notes that ship.
    """

    read: Mapping[str, Summary] = field(default_factory=dict)
    ready: Mapping[str, Summary] = field(default_factory=dict)
    libraries: tuple[Library, ...] = ()
    shelves: Mapping[str, Origin] = field(default_factory=dict)
    unchanged: Mapping[str, Unread] = field(default_factory=dict)
    notes: frozenset[str] = frozenset()
    rejected: tuple[Rejected, ...] = ()

    @property
    def told(self) -> list[Summary]:
        """The documents that are new or have changed."""
        return [*self.ready.values(), *self.read.values()]

    @property
    def names(self) -> set[str]:
        """The ids of all graphs that are rewritten."""
        return {*self.read, *self.ready, *self.shelves}

    @property
    def is_empty(self) -> bool:
        """Whether there is no source from which a graph could be made."""
        return not (self.read or self.ready or self.libraries or self.unchanged)

    def with_reread(
        self, names: Collection[str], checkpoints: Checkpoints, hands: Hands
    ) -> Sources:
        """These sources with some unchanged documents read all the same."""
        chosen = {name: one for name, one in self.unchanged.items() if name in names}
        jobs = [one for one in chosen.values() if isinstance(one, Job)]
        named = corpus.open_library([Path(library.source) for library in self.libraries])
        ours = [job for job in jobs if job.id in self.notes]
        others = [job for job in jobs if job.id not in self.notes]
        again, failed = gather_jobs(others, named, checkpoints, hands)
        notes, _ = gather_jobs(ours, _NO_RECORDS, checkpoints, hands)
        at_hand = {n: one() for n, one in chosen.items() if not isinstance(one, Job)}
        shelves = {one.id: _origin(one) for one in self.libraries if one.id in names}
        return replace(
            self,
            read={**self.read, **again, **notes},
            ready={**self.ready, **at_hand},
            shelves={**self.shelves, **shelves},
            unchanged={n: one for n, one in self.unchanged.items() if n not in chosen},
            rejected=(*self.rejected, *failed),
        )


def read_sources(
    paths: Sequence[Path],
    known: Known,
    checkpoints: Checkpoints,
    hands: Hands,
    *,
    bundled: bool = False,
    valid_rows: bool = False,
) -> Sources:
    """Read what a build is given, but for what would give again what a graph was built from.

    Parameters
    ----------
    paths, bundled, valid_rows
        As of :func:`kg.build.build`.
    known, checkpoints, hands
        As of :func:`kg.batch.gathering.gather`.

    Raises
    ------
    BuildError
        If a shipped note cannot be read, checkpoints cannot be written, or the cluster fails.
    """
    files, papers = find_tables(paths)
    found = gather(papers, known, checkpoints, hands)
    read = dict(found.told)
    unchanged: dict[str, Unread] = {**found.unchanged}
    ready: dict[str, Summary] = {}
    shipped: dict[str, Job] = {}
    if bundled:  # a named file beats the bundled one
        notes = _without_rejected(gather(corpus.bundled_notes(), known, checkpoints, hands))
        named = {*read, *unchanged}
        read |= {name: one for name, one in notes.told.items() if name not in named}
        shipped = {name: job for name, job in notes.unchanged.items() if name not in named}
        unchanged |= shipped
        review = corpus.bundled_review().document.stem
        if review not in named:
            if _is_known(_review_origin(), known, review):
                unchanged[review] = _told_review
            else:
                ready[review] = _told_review()
    tables = read_tables(files, valid_rows=valid_rows, taken={*read, *unchanged, *ready})
    for table in (summarise(_from_table(document, valid_rows)) for document in tables.documents):
        name = table.document.id
        if _is_known(table.origin, known, name):
            unchanged[name] = partial(_itself, table)
        else:
            ready[name] = table
    libraries = tuple(name_libraries(found.records))
    shelves = {one.id: _origin(one) for one in libraries}
    problems = ((error.place, error.cause) for error in tables.errors)
    return Sources(
        read=read,
        ready=ready,
        libraries=libraries,
        shelves={n: one for n, one in shelves.items() if not _is_known(one, known, n)},
        unchanged=unchanged,
        notes=frozenset(shipped),
        rejected=(*found.rejected, *problems),
    )


def _without_rejected(found: Gathered) -> Gathered:
    if found.rejected:
        raise BuildError(": ".join(found.rejected[0]))
    return found


def bundled_notes(extract: Extract | None) -> tuple[Document, ...]:
    """The notes that ship.

    Raises
    ------
    BuildError
        If one cannot be read.
    """
    batch = read_batch(corpus.bundled_notes(), extract=extract)
    if batch.rejected:
        raise BuildError(": ".join(batch.rejected[0]))
    return batch.documents


def _told_review() -> Summary:
    return summarise(shipped_review())


def shipped_review() -> ReadDocument:
    """The bundled review as a document with its origin."""
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
