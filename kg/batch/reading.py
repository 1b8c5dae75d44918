"""Files to documents with their claims, by several processes, always in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import corpus
from corpus import Library, Paper, ReadError, RecordList
from kg.batch.diagnosis import Diagnosis, diagnose
from kg.batch.workers import Failure, default_workers, each
from kg.model import Claim, Document

Extract = Callable[[Paper], tuple[Claim, ...]]
#: Called after each document with how many are done and how many there are.
Progress = Callable[[int, int], None]
#: A file that was not read, and the cause.
Rejected = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document with its claims, and what was left unread in it."""

    document: Document
    diagnosis: Diagnosis


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """The documents of some files, by path, the records beside them, and what was rejected."""

    read: tuple[ReadDocument, ...]
    rejected: tuple[Rejected, ...]
    records: tuple[RecordList, ...] = ()

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
    """Read files and folders and extract their claims; what cannot be read is named with its cause.

    The result does not depend on the number of processes nor on the order of the paths.

    Parameters
    ----------
    paths
        Files, and folders to search for papers; files of records among them (BibTeX, RIS,
        CSL-JSON) say what the papers are, and the documents that their entries name are read too.
    extract
        Paper -> claims; the rules of :mod:`kg.extract` if left out.
    workers
        Processes; one for four documents and one a processor at most, if left out.
    on_progress
        Told how many documents are done.

    Raises
    ------
    ExtractionError
        If the language model is not installed.
    """
    paths = list(paths)
    library = corpus.open_library(paths)
    found = corpus.find_documents(paths, library)
    jobs = list(found.files.items())
    if extract is None and jobs:
        _load_models()

    def read(job: tuple[str, Path]) -> ReadDocument | Failure:
        name, file = job
        try:
            return read_document(file, extract, library, id=name)
        except ReadError as error:
            return Failure(cause=error.cause)

    outcomes: dict[int, ReadDocument | Failure] = {}
    for number, outcome in each(read, jobs, workers=workers or default_workers(len(jobs))):
        outcomes[number] = outcome
        if on_progress is not None:
            on_progress(len(outcomes), len(jobs))
    files = list(found.files.values())
    failed = [
        (str(files[number]), outcome.cause)
        for number, outcome in outcomes.items()
        if isinstance(outcome, Failure)
    ]
    rejected = [*((problem.source, problem.cause) for problem in found.problems), *failed]
    read_ones = (outcomes[number] for number in range(len(jobs)))
    return Batch(
        read=tuple(one for one in read_ones if isinstance(one, ReadDocument)),
        rejected=tuple(sorted(rejected)),
        records=library.lists,
    )


def read_document(
    file: Path,
    extract: Extract | None = None,
    library: Library | None = None,
    *,
    id: str | None = None,
) -> ReadDocument:
    """Read one file, extract its claims, and note what was left unread.

    Parameters
    ----------
    file
        The document.
    extract
        As in :func:`read_batch`.
    library
        Bibliographic records that may tell what the document is.
    id
        The document's id; made of its path if left out.

    Raises
    ------
    ReadError
        If the file cannot be read.
    """
    paper = corpus.read(file, id=id)
    if library is not None:
        paper = library.complete(paper)
    if extract is not None:
        claims, extractor = extract(paper), ""
        diagnosis = Diagnosis(repairs=dict(paper.repairs))
    else:
        from kg.extract import extractor_version  # the model loads only when it is needed
        from kg.extract.extractor import linked_claims, trace

        extractor = extractor_version()
        read = trace(paper)
        claims = linked_claims(paper, read)
        diagnosis = diagnose(paper, read, claims)
    document = as_document(paper, claims, extractor=extractor)
    return ReadDocument(document=document, diagnosis=diagnosis)


def as_document(paper: Paper, claims: tuple[Claim, ...], *, extractor: str = "") -> Document:
    """A paper with its claims and the version that read them, without its text."""
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
    )


def _load_models() -> None:
    """Load what every process needs before they are forked, so that it is in memory once."""
    from kg.extract.gazetteer import gazetteer
    from kg.extract.language import language_model

    gazetteer()
    language_model()
