"""Papers to document files, each written as soon as it is read, so that a run can be continued."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import Library
from kg.batch.checkpoints import document_file, is_of
from kg.batch.extracting import Extracted, Order
from kg.batch.finding import Job, completed, find_jobs, read_header
from kg.batch.gathering import Executor
from kg.batch.reading import Rejected
from kg.documents import parse_document, render_document
from kg.files import write_whole
from kg.fingerprint import fingerprint
from kg.isolate import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The documents that were written, with their numbers of claims; those kept; rejected files."""

    claims: dict[str, int]
    kept: tuple[str, ...] = ()
    rejected: tuple[Rejected, ...] = ()


def write_documents(
    paths: Iterable[Path],
    folder: Path,
    executor: Executor | None = None,
    *,
    quotes: bool = True,
    again: bool = False,
) -> Written:
    """Extract the claims of papers into one document file each, named after the document.

    Parameters
    ----------
    paths
        As in :func:`kg.build.build`.
    folder
        The folder for the files; made if it does not exist.
    executor
        The executor that reads the papers.
    quotes
        Whether the files hold the sentences behind claims; without them they may be passed on.
    again
        Whether to read papers again whose current document file is in the folder.

    Raises
    ------
    BuildError
        If the cluster fails.
    OSError
        If the folder cannot be made.
    """
    executor = executor or Executor()
    found = find_jobs(paths)
    folder.mkdir(parents=True, exist_ok=True)
    kept = {
        job.id
        for job in found.jobs
        if not again and _is_kept(job, document_file(folder, job), found.library, quotes=quotes)
    }
    orders = [
        Order(job=job, target=document_file(folder, job), code=fingerprint(), quotes=quotes)
        for job in found.jobs
        if job.id not in kept
    ]
    claims: dict[str, int] = {}
    rejected = [(problem.source, problem.cause) for problem in found.problems]
    for done, (order, outcome) in enumerate(executor.read(orders), start=1):
        if isinstance(outcome, Failure):
            rejected.append((str(order.job.file), outcome.cause))
        elif cause := _written(order, outcome, found.library):
            rejected.append((str(order.job.file), cause))
        else:
            claims[order.job.id] = outcome.summary.claims
        if executor.on_progress is not None:
            executor.on_progress(done, len(orders))
    return Written(
        claims={order.job.id: claims[order.job.id] for order in orders if order.job.id in claims},
        kept=tuple(sorted(kept)),
        rejected=tuple(sorted(rejected)),
    )


def _written(order: Order, found: Extracted, library: Library) -> str:
    """Write a document file with its completed record; return the cause of a failure, or ``""``."""
    data = found.data
    document = completed(library, order.job, found.summary.document)
    if document.record != found.summary.document.record:
        file = parse_document(data, str(order.target))
        with_record = replace(file.document, record=document.record)
        data = render_document(replace(file, document=with_record))
    try:
        write_whole(order.target, data)
    except OSError as error:
        return f"its document cannot be written ({error.strerror})"
    return ""


def _is_kept(job: Job, target: Path, library: Library, *, quotes: bool) -> bool:
    """Return whether the folder already has the file that would be written."""
    if job.is_document:
        return job.file.resolve() == target.resolve()
    if not is_of(target, job, quotes=quotes):
        return False
    header = read_header(target)
    return completed(library, job, header.document) == header.document
