"""Read files into documents with their claims, by several processes, in a fixed order."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from corpus import Library, Paper, ReadError
from kg.batch.diagnosis import Diagnosis
from kg.batch.finding import Job, completed, find_jobs
from kg.documents import read_document_file
from kg.fingerprint import fingerprint
from kg.grounding import ground
from kg.isolate import Failure, default_workers, each
from kg.ledger import Origin, file_sha256
from kg.model import Claim, Disagreement, Document
from kg.surroundings import describe

if TYPE_CHECKING:
    from kg.extract.tracing import Parsed

Extract = Callable[[Paper], tuple[Claim, ...]]
#: Called after each document with the number of finished documents and the number of all.
Progress = Callable[[int, int], None]
#: A file that was not read, and the cause.
Rejected = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with its claims, its diagnosis and its origin.

    ``text`` is its text as stored beside a graph (:mod:`kg.surroundings`), if available.
    """

    document: Document
    diagnosis: Diagnosis
    origin: Origin = field(default_factory=Origin)
    text: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The documents of some files, by path, and the rejected files."""

    read: tuple[ReadDocument, ...]
    rejected: tuple[Rejected, ...]

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents alone."""
        return tuple(one.document for one in self.read)


def read_batch(
    paths: Iterable[Path],
    *,
    extract: Extract | None = None,
    workers: int | None = None,
    on_progress: Progress | None = None,
) -> Batch:
    """Read files and folders with their claims into memory; unreadable files are listed.

    The result does not depend on the number of processes or on the order of the paths.

    Parameters
    ----------
    paths
        Files, and folders to search for papers and document files. Bibliography files among them
        (BibTeX, RIS, CSL-JSON) complete the records of the papers, and the documents that their
        entries name are read too.
    extract
        A function from a paper to its claims; if left out, the rules of :mod:`kg.extract`.
    workers
        Processes; if left out, one for four documents and at most one per processor.
    on_progress
        Called with the number of finished documents and the number of all.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    found = find_jobs(paths)
    jobs = found.jobs
    if extract is None:
        fingerprint()  # computed once, before processes are started
        if not all(job.is_document for job in jobs):
            load_models()

    def read(job: Job) -> ReadDocument | Failure:
        try:
            if job.is_document:
                return read_file(job, found.library)
            return read_document(job.file, extract, found.library, id=job.id)
        except ReadError as error:
            return Failure(cause=error.cause)

    outcomes: dict[int, ReadDocument | Failure] = {}
    for number, outcome in each(read, jobs, workers=workers or default_workers(len(jobs))):
        outcomes[number] = outcome
        if on_progress is not None:
            on_progress(len(outcomes), len(jobs))
    in_order = [outcomes[number] for number in range(len(jobs))]
    failed = [
        (str(job.file), outcome.cause)
        for job, outcome in zip(jobs, in_order, strict=True)
        if isinstance(outcome, Failure)
    ]
    problems = ((problem.source, problem.cause) for problem in found.problems)
    return Batch(
        read=tuple(one for one in in_order if isinstance(one, ReadDocument)),
        rejected=tuple(sorted((*problems, *failed))),
    )


def read_file(job: Job, library: Library) -> ReadDocument:
    """Return the document of a document file, with its record completed.

    Raises
    ------
    ReadError
        If it cannot be read, or is wrong.
    """
    file = read_document_file(job.file)
    origin = Origin(bytes=file_sha256(job.file), code=fingerprint(), found=file.document.record)
    document = completed(library, job, file.document)
    return ReadDocument(document=document, diagnosis=Diagnosis(), origin=origin)


def read_document(
    file: Path,
    extract: Extract | None = None,
    library: Library | None = None,
    *,
    id: str | None = None,
) -> ReadDocument:
    """Read one file, extract its claims, and diagnose what stayed unread.

    Parameters
    ----------
    file
        The document.
    extract
        As in :func:`read_batch`.
    library
        Bibliographic records that may complete the record of the document.
    id
        The document's id; made from its path if left out.

    Raises
    ------
    ReadError
        If the file cannot be read.
    """
    return read_paper(corpus.read(file, id=id), extract, library)


def read_paper(
    page: Paper,
    extract: Extract | None = None,
    library: Library | None = None,
    parsed: Parsed | None = None,
) -> ReadDocument:
    """Extract the claims of a paper, which may already be parsed; see :func:`read_document`."""
    paper = page if library is None else library.complete(page)
    if extract is not None:
        document = as_document(paper, extract(paper))
        return ReadDocument(document=document, diagnosis=Diagnosis(repairs=dict(paper.repairs)))
    from kg.batch.diagnosing import diagnose  # the parser loads only when it is needed
    from kg.extract.disagreements import find_disagreements
    from kg.extract.extractor import linked_claims
    from kg.extract.readers import read_by
    from kg.extract.tracing import trace, trace_parsed

    read = trace(paper) if parsed is None else trace_parsed(parsed)
    claims = linked_claims(paper, read)
    return ReadDocument(
        document=as_document(
            paper,
            claims,
            extractor=read_by(),
            disagreements=find_disagreements(paper, read),
        ),
        diagnosis=diagnose(paper, read, claims),
        origin=Origin(bytes=page.sha256, code=fingerprint(), found=page.record),
        text=describe(paper, claims, read.readings),
    )


def as_document(
    paper: Paper,
    claims: tuple[Claim, ...],
    *,
    extractor: str = "",
    disagreements: tuple[Disagreement, ...] = (),
) -> Document:
    """Return a paper with its claims and the names of its readers, without its text."""
    return Document(
        id=paper.id,
        sha256=paper.sha256,
        claims=claims,
        references=paper.references,
        record=paper.record,
        genre=paper.genre,
        written_from=paper.written_from,
        source=paper.source,
        extractor=extractor,
        disagreements=disagreements,
    )


def load_names() -> None:
    """Load the vocabulary and its names before processes that need them are forked."""
    ground("chemical", "water")


def load_models() -> None:
    """Load the models that every process needs before forking, so that they are in memory once.

    They are excluded from garbage collection, which would copy shared memory.
    """
    # imported now, because these modules compile hundreds of expressions
    from kg.batch import diagnosing  # noqa: F401
    from kg.extract import disagreements, extractor, tracing  # noqa: F401
    from kg.extract.finders.pipeline import mention_pipeline
    from kg.extract.frames.events import load_forms
    from kg.extract.readers import readers
    from kg.extract.text.language import language_model

    load_names()
    readers()
    mention_pipeline()
    language_model()
    load_forms()
    gc.freeze()
    gc.set_threshold(10_000)  # papers leave few reference cycles, so collect less often
