"""Papers to document files, each written as soon as it is read: an ended run goes on from there."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

import corpus
from corpus import Library, ReadError
from kg.batch.finding import Job, completed, find_jobs, read_header
from kg.batch.reading import Progress, Rejected, load_models, read_paper
from kg.batch.workers import Failure, default_workers, each
from kg.documents import (
    DocumentFile,
    file_of,
    is_document_file,
    read_document_file,
    render_document,
    without_quotes,
)
from kg.documents.form import SUFFIX
from kg.fingerprint import fingerprint
from kg.ledger import file_sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The documents that were written, with their numbers of claims, those kept, and rejects."""

    claims: dict[str, int]
    kept: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def write_documents(
    paths: Iterable[Path],
    folder: Path,
    *,
    quotes: bool = True,
    again: bool = False,
    workers: int | None = None,
    on_progress: Progress | None = None,
) -> Written:
    """Extract the claims of papers into a document file each, called after the document.

    Parameters
    ----------
    paths
        As of :func:`kg.batch.reading.read_batch`.
    folder
        Where the files are put; made if it does not exist.
    quotes
        Whether they hold the sentences that claims rest on; without them they may be passed on.
    again
        Whether papers are read of which the folder has the file that would be written.
    workers, on_progress
        As of :func:`kg.batch.reading.read_batch`.

    Raises
    ------
    OSError
        If the folder cannot be made.
    """
    found = find_jobs(paths)
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        job.id
        for job in found.jobs
        if not again and _is_kept(job, _target(folder, job), found.library, quotes=quotes)
    }
    jobs = [job for job in found.jobs if job.id not in kept]
    fingerprint()  # once, before processes are started
    if not all(job.is_document for job in jobs):
        load_models()

    def write(job: Job) -> int | Failure:
        try:
            file = _file(job, found.library, quotes=quotes)
            write_whole(_target(folder, job), render_document(file))
        except ReadError as error:
            return Failure(cause=error.cause)
        except OSError as error:
            return Failure(cause=f"its document cannot be written ({error.strerror})")
        return len(file.document.claims)

    done: dict[int, int | Failure] = {}
    for number, outcome in each(write, jobs, workers=workers or default_workers(len(jobs))):
        done[number] = outcome
        if on_progress is not None:
            on_progress(len(done), len(jobs))
    outcomes = [(jobs[number], done[number]) for number in sorted(done)]
    failed = [(str(job.file), one.cause) for job, one in outcomes if isinstance(one, Failure)]
    problems = [(problem.source, problem.cause) for problem in found.problems]
    return Written(
        claims={job.id: one for job, one in outcomes if isinstance(one, int)},
        kept=tuple(sorted(kept)),
        rejected=tuple(sorted((*problems, *failed))),
    )


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in place of a file, as a whole or not at all.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with NamedTemporaryFile(dir=path.parent, prefix=".", suffix=".new", delete=False) as draft:
        try:
            draft.write(data)
            draft.flush()
            os.replace(draft.name, path)
        except OSError:
            os.unlink(draft.name)
            raise
    path.chmod(0o666 & ~_umask())


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _target(folder: Path, job: Job) -> Path:
    return folder / f"{job.id}{SUFFIX}"


def _file(job: Job, library: Library, *, quotes: bool) -> DocumentFile:
    if job.is_document:
        return read_document_file(job.file)
    page = corpus.read(job.file, id=job.id)
    file = file_of(page, read_paper(page, None, library).document, code=fingerprint())
    return file if quotes else without_quotes(file, page)


def _is_kept(job: Job, target: Path, library: Library, *, quotes: bool) -> bool:
    """Whether the folder has the file that would be written."""
    if job.is_document:
        return job.file.resolve() == target.resolve()
    if not is_document_file(target):
        return False
    try:
        header = read_header(target)
    except ReadError:
        return False
    known = (header.document.id, header.document.sha256, header.code, not header.nonblank_sha256)
    if known != (job.id, file_sha256(job.file), fingerprint(), quotes):
        return False
    return completed(library, job, header.document) == header.document
