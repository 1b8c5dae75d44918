"""Read many files for a build, here or on a cluster; the results have a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from corpus import Library, RecordList
from corpus.model import Reference
from kg.batch.checkpoints import Checkpoints
from kg.batch.extracting import Extracted, Order, extract_document, extract_documents
from kg.batch.finding import Job, Known, completed, find_jobs, is_current
from kg.batch.reading import Extract, Progress, Rejected, load_models, load_names
from kg.batch.summary import Summary
from kg.cluster import each_on
from kg.fingerprint import fingerprint
from kg.isolate import Failure, default_workers, each
from kg.portions import portions

#: Bytes of files that a process reads together, so that its parser gets enough sentences at once.
_TOGETHER: Final = 32_000
#: Least number of shares of the files for each process.
_SHARES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Executor:
    """Reads papers in processes of this machine or on a cluster.

    Parameters
    ----------
    workers
        Processes of this machine; if left out, one for four documents and at most one per
        processor.
    cluster
        The address of a Dask scheduler, whose workers read instead.
    extract
        A function from a paper to its claims, for processes of this machine; if left out, the rules
        of :mod:`kg.extract`.
    on_progress
        Called with the number of finished documents and the number of all.
    """

    workers: int | None = None
    cluster: str = ""
    extract: Extract | None = None
    on_progress: Progress | None = None

    def processes_for(self, jobs: int) -> int:
        """Return the number of processes of this machine for a number of jobs."""
        return self.workers or default_workers(jobs)

    def read(self, orders: Sequence[Order]) -> Iterator[tuple[Order, Extracted | Failure]]:
        """Read files and yield the results in the order of completion.

        The largest files come first, so that no process is left with a long one at the end. Files
        that this machine has already read are not sent to a cluster.
        """
        orders = sorted(orders, key=_size, reverse=True)
        here = [order for order in orders if order.is_there or not self.cluster]
        there = [order for order in orders if not order.is_there and self.cluster]
        if self.extract is None and not all(order.is_there for order in here):
            load_models()
        elif orders:
            load_names()
        if here:
            yield from self._read_here(here)
        if there:
            for number, done in each_on(self.cluster, extract_document, there):
                yield there[number], done

    def _read_here(
        self, orders: Sequence[Order], *, alone: bool = False
    ) -> Iterator[tuple[Order, Extracted | Failure]]:
        """Read files in processes of this machine, short ones several at a time."""
        workers = self.processes_for(len(orders))
        fair = sum(map(_size, orders)) // (_SHARES * workers)
        shares = list(portions(orders, _size, 0 if alone else min(_TOGETHER, fair)))
        work = partial(extract_documents, extract=self.extract)
        failed: list[Order] = []
        for number, done in each(work, shares, workers=workers):
            if not isinstance(done, Failure):
                yield from zip(shares[number], done, strict=True)
            elif len(shares[number]) > 1:  # only one of them may be the cause
                failed += shares[number]
            else:
                yield shares[number][0], done
        if failed:
            yield from self._read_here(failed, alone=True)


def _size(order: Order) -> int:
    try:
        return order.job.file.stat().st_size
    except OSError:  # reported when the file is read
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """The results of reading files by document id, their records, and the rejected files.

    ``unchanged`` are the files that were not read, because a graph already holds their content.
    """

    read: Mapping[str, Summary]
    rejected: tuple[Rejected, ...]
    records: tuple[RecordList, ...] = ()
    unchanged: Mapping[str, Job] = field(default_factory=dict)


def gather(
    paths: Iterable[Path], known: Known, checkpoints: Checkpoints, executor: Executor
) -> Gathered:
    """Read files and folders, except files whose content the graph already holds.

    Parameters
    ----------
    paths
        As in :func:`kg.build.build`.
    known
        The ledger entries of the graph.
    checkpoints
        The store of documents until their graphs are made.
    executor
        The executor that reads the files.

    Raises
    ------
    BuildError
        If checkpoints cannot be written, or the cluster fails.
    ExtractionError
        If the language model is not installed.
    """
    found = find_jobs(paths)
    unchanged = {
        job.id: job
        for job in found.jobs
        if executor.extract is None and is_current(job, known.get(job.id), found.library)
    }
    jobs = [job for job in found.jobs if job.id not in unchanged]
    read, failed = gather_jobs(jobs, found.library, checkpoints, executor)
    problems = ((problem.source, problem.cause) for problem in found.problems)
    return Gathered(
        read=read,
        rejected=tuple(sorted((*problems, *failed))),
        records=found.library.lists,
        unchanged=unchanged,
    )


def gather_jobs(
    jobs: Sequence[Job], library: Library, checkpoints: Checkpoints, executor: Executor
) -> tuple[dict[str, Summary], list[Rejected]]:
    """Read some files; return the results in the order of the jobs, and the rejected files.

    The parameters and errors are those of :func:`gather`.
    """
    fingerprint()  # computed once, before processes are started
    orders = [checkpoints.order(job) for job in jobs]
    read: dict[str, Summary] = {}
    rejected: list[Rejected] = []
    seen: dict[Reference, Reference] = {}
    for done, (order, outcome) in enumerate(executor.read(orders), start=1):
        if isinstance(outcome, Failure):
            rejected.append((str(order.job.file), outcome.cause))
        else:
            checkpoints.keep(order, outcome)
            one = _with_diagnosis(outcome, order, checkpoints)
            others = tuple(seen.setdefault(record, record) for record in one.others)
            document = completed(library, order.job, one.document)
            text = checkpoints.text(order)
            read[order.job.id] = replace(one, document=document, others=others, text=text)
        if executor.on_progress is not None:
            executor.on_progress(done, len(orders))
    return {job.id: read[job.id] for job in jobs if job.id in read}, rejected


def _with_diagnosis(found: Extracted, order: Order, checkpoints: Checkpoints) -> Summary:
    """Return a result with its diagnosis, read from the checkpoints of an interrupted build."""
    if found.data or order.job.is_document:
        return found.summary
    return replace(found.summary, diagnosis=checkpoints.diagnosis(order))
