"""Files to documents with their claims, by several processes, always in the same order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from corpus import Library, Paper, ReadError
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
    """The documents of some files, by path, and the files that were rejected."""

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
    """Read files and folders and extract their claims; what cannot be read is named with its cause.

    The result does not depend on the number of processes nor on the order of the paths.

    Parameters
    ----------
    paths
        Files, and folders to search for papers; files of records among them (BibTeX, RIS,
        CSL-JSON) say what the papers are.
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
    files, rejected = find_files(paths)
    rejected += [(problem.source, problem.cause) for problem in library.problems]
    if extract is None and files:
        _load_models()

    def read(file: Path) -> ReadDocument | Failure:
        try:
            return read_document(file, extract, library)
        except ReadError as error:
            return Failure(cause=error.cause)

    outcomes: dict[int, ReadDocument | Failure] = {}
    for number, outcome in each(read, files, workers=workers or default_workers(len(files))):
        outcomes[number] = outcome
        if on_progress is not None:
            on_progress(len(outcomes), len(files))
    return _batch(files, [outcomes[number] for number in range(len(files))], rejected)


def _batch(
    files: Sequence[Path], outcomes: Sequence[ReadDocument | Failure], rejected: list[Rejected]
) -> Batch:
    failed = [
        (str(file), outcome.cause)
        for file, outcome in zip(files, outcomes, strict=True)
        if isinstance(outcome, Failure)
    ]
    return Batch(
        read=tuple(o for o in outcomes if isinstance(o, ReadDocument)),
        rejected=tuple(sorted([*rejected, *failed])),
    )


def find_files(paths: Iterable[Path]) -> tuple[list[Path], list[Rejected]]:
    """List the files to read by path, and the paths that cannot be read with their cause.

    A file reached on two ways is read once; the second of two with one document id is rejected.
    """
    found: dict[Path, Path] = {}
    rejected: list[Rejected] = []
    for path in paths:
        try:
            found.update((file.resolve(), file) for file in corpus.find_papers([path]))
        except ReadError as error:
            rejected.append((error.source, error.cause))
    by_id: dict[str, Path] = {}
    for file in sorted(found.values(), key=lambda file: file.as_posix()):
        first = by_id.setdefault(corpus.document_id(file), file)
        if first != file:
            name = corpus.document_id(file)
            rejected.append((str(file), f"same document id {name!r} as {first}"))
    return list(by_id.values()), rejected


def read_document(
    file: Path, extract: Extract | None = None, library: Library | None = None
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

    Raises
    ------
    ReadError
        If the file cannot be read.
    """
    paper = corpus.read(file)
    if library is not None:
        paper = library.complete(paper)
    if extract is not None:
        claims, extractor = extract(paper), ""
        diagnosis = Diagnosis(repairs=dict(paper.repairs))
    else:
        from kg.extract import EXTRACTOR  # the model loads only when it is needed
        from kg.extract.extractor import settle, trace

        extractor = EXTRACTOR
        read = trace(paper)
        claims = tuple(claim for claim, _ in settle(paper, read.statements))
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
        source=paper.source,
        extractor=extractor,
    )


def _load_models() -> None:
    """Load what every process needs before they are forked, so that it is in memory once."""
    from kg.extract.gazetteer import gazetteer
    from kg.extract.language import language_model

    gazetteer()
    language_model()
