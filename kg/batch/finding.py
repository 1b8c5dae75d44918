"""Find the files that a build reads: papers and document files, each with one id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import corpus
from corpus import Library, Paper, ReadError, Reference
from corpus.foreign import CLAIMS
from corpus.legible import legible_name
from kg.documents import DocumentFile, find_document_files, parse_header
from kg.fingerprint import fingerprint
from kg.ledger import Entry, file_sha256
from kg.model import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One file to read, with the id of its document."""

    id: str
    file: Path
    is_document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Jobs:
    """Files to read in the order of their paths, and the files that cannot be read."""

    jobs: tuple[Job, ...]
    library: Library
    problems: tuple[ReadError, ...] = ()


def find_jobs(paths: Iterable[Path]) -> Jobs:
    """List the files to read among given files and in folders.

    A document file is recognised by its header. If it was made from a paper that is also given,
    only one of the two is read: the document file if the present code made it with its sentences.
    """
    paths = [Path(path) for path in paths]
    library = corpus.open_library(paths)
    documents, others = find_document_files(paths)
    found = corpus.find_documents(_with_papers(paths, documents), library)
    known = {file.resolve() for file in documents}
    papers = {name: file for name, file in found.files.items() if file.resolve() not in known}
    problems = [*found.problems, *(ReadError(str(file), CLAIMS) for file in others)]
    by_id = {name: Job(id=name, file=file) for name, file in papers.items()}
    for file in documents:
        try:
            _place(file, by_id)
        except ReadError as error:
            problems.append(error)
    jobs = sorted(by_id.values(), key=lambda job: job.file.as_posix())
    return Jobs(jobs=tuple(jobs), library=library, problems=tuple(problems))


def _with_papers(paths: Iterable[Path], documents: Iterable[Path]) -> Iterator[Path]:
    """Yield the paths except document files and folders that hold nothing else."""
    files = {file.resolve() for file in documents}
    for path in paths:
        if not path.is_dir():
            if path.resolve() not in files:
                yield path
        elif not any(path.resolve() in file.parents for file in files) or corpus.has_papers(path):
            yield path


def _place(file: Path, by_id: dict[str, Job]) -> None:
    """Add a document file to the jobs, unless its paper is read instead.

    Raises
    ------
    ReadError
        If its header is wrong, or another document has its id.
    """
    header = read_header(file)
    name = header.document.id
    other = by_id.get(name)
    if other is None or (_is_of(header, other) and _is_as_good(header)):
        by_id[name] = Job(id=name, file=file, is_document=True)
    elif not _is_of(header, other):
        raise ReadError(str(file), f"same document id {name!r} as {other.file}")


def read_header(file: Path) -> DocumentFile:
    """Return the header of a document file.

    Raises
    ------
    ReadError
        If it cannot be read, or is wrong.
    """
    try:
        with file.open("rb") as stream:
            return parse_header(stream.readline(), legible_name(str(file)))
    except OSError as error:
        raise ReadError(str(file), (error.strerror or "cannot be read").lower()) from error


def _is_of(header: DocumentFile, job: Job) -> bool:
    return not job.is_document and header.document.sha256 == file_sha256(job.file)


def _is_as_good(header: DocumentFile) -> bool:
    return header.code == fingerprint() and not header.nonblank_sha256


def is_current(job: Job, entry: Entry | None, library: Library) -> bool:
    """Return whether a graph already holds the result of reading a file.

    Its bytes, the code and the records at hand must be as they were when it was read.
    """
    if entry is None or entry.code != fingerprint() or entry.bytes != file_sha256(job.file):
        return False
    return complete(library, job, entry.found, entry.genre) == entry.record


def complete(library: Library, job: Job, record: Reference | None, genre: str) -> Reference | None:
    """Return the record of a document, completed from bibliography files."""
    source = legible_name(str(job.file))
    page = Paper(id=job.id, raw="", passages=(), record=record, source=source)
    return library.complete(replace(page, genre=genre)).record  # type: ignore[arg-type]


def completed(library: Library, job: Job, document: Document) -> Document:
    """Return a document with its record completed."""
    record = complete(library, job, document.record, document.genre)
    return document if record == document.record else replace(document, record=record)


#: Ledger entries of the documents in a graph, by id.
Known = Mapping[str, Entry]
