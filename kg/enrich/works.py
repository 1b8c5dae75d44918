"""The works to be completed: papers, notes, records without a paper, studies of a graph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from corpus import ReadError
from corpus.model import Reference
from kg.batch.reading import Rejected
from kg.export.records import read_records, reference_of
from kg.identity import same_study, work_key
from kg.isolate import Failure, default_workers, each

if TYPE_CHECKING:
    from kg.store import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A work: the name of its file or entry, and its record."""

    name: str
    record: Reference


def works_of_paths(
    paths: Iterable[Path], *, beside: Path | None = None, workers: int | None = None
) -> tuple[list[Work], list[Rejected]]:
    """List the papers and notes among files and folders, then the records without a paper.

    Records beside the papers are used as in a build (:mod:`corpus.records`), and so are those of
    the file ``beside``, which need not exist yet. A paper about which nothing is known has an empty
    record.

    Returns
    -------
    works
        Papers by path, then records in the order of their files; each study once.
    rejected
        Files that cannot be read, with the cause.
    """
    paths = list(paths)
    library = corpus.open_library(paths)
    known = corpus.open_library([*paths, beside]) if beside else library
    found = corpus.find_documents(paths, library)
    rejected = [(problem.source, problem.cause) for problem in found.problems]
    files = list(found.files.items())

    def read(named: tuple[str, Path]) -> Work | Failure:
        try:
            paper = known.complete(corpus.read(named[1], id=named[0]))
        except ReadError as error:
            return Failure(cause=error.cause)
        return Work(name=paper.id, record=paper.record or Reference())

    papers: dict[int, Work] = {}
    for number, outcome in each(read, files, workers=workers or default_workers(len(files))):
        if isinstance(outcome, Failure):
            rejected.append((str(files[number][1]), outcome.cause))
        else:
            papers[number] = outcome
    works = [papers[number] for number in sorted(papers)]
    return [*works, *_of_no_paper(works, library.records)], sorted(rejected)


def works_of_store(store: Graph) -> list[Work]:
    """List the studies of a graph by their citation keys, including those that are only cited."""
    return [Work(name=study.key, record=reference_of(study)) for study in read_records(store)]


def _of_no_paper(papers: Iterable[Work], records: Iterable[Reference]) -> list[Work]:
    known = [work.record for work in papers if work.record != Reference()]
    records = list(records)
    slugs = same_study([*known, *records])
    taken = {slugs[work_key(record)] for record in known}
    free: dict[str, Reference] = {}
    for record in records:
        slug = slugs[work_key(record)]
        if slug not in taken:
            free.setdefault(slug, record)
    return [Work(name=record.key or slug, record=record) for slug, record in free.items()]
