"""``aldkg build``: builds the graph from papers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError, complain
from api.cli.options import (
    AgainOption,
    ClusterOption,
    ReaderOption,
    StoreOption,
    VocabOption,
    WorkersOption,
    decision_log,
    given_path,
    store_to_write,
)
from api.cli.output import emit, number, progress, require_folder
from api.errors import EXIT_REJECTS

if TYPE_CHECKING:
    from kg.batch.libraries import LibraryReport
    from kg.batch.report import BuildReport, Unread
    from kg.store import Location

#: The most items of each list that are shown; ``--report`` has them all.
_SHOWN = 8


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            parser=given_path,
            metavar="PATH",
            help="Papers, notes, document files and files of records, and folders to search.",
        ),
    ] = None,
    store: StoreOption = None,
    bundled: Annotated[
        bool, typer.Option("--bundled", help="Add the corpus that comes with ald-kg.")
    ] = False,
    again: AgainOption = False,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report", metavar="FILE", help="Write the full report as JSON; - prints it."
        ),
    ] = None,
    vocab: VocabOption = None,
    readers: ReaderOption = None,
) -> None:
    """Read papers and add their claims to the graph.

    The claims of a paper replace its earlier ones as a whole. A file
    that the graph already holds, read by the same version with the
    same vocabulary and record, is not read again, unless you give
    --again. The graph changes only when everything has been read. It
    is the same for any number of workers and any order of the files.
    A file that cannot be read is named with its cause, and the others
    are still read (exit code 3). An interrupted build loses nothing:
    the same command continues it.

    With --cluster the machines of a Dask cluster read the papers,
    which must have the same path there; see docs/scale.md.

    A file of records (.bib, .ris, CSL-JSON) describes the papers,
    matched by DOI, title or file name. The PDFs that its entries name
    are read too. All its entries become studies of the graph, even
    those without a file.

    A document file, which `aldkg extract --documents` writes, can
    replace its paper: its claims join the graph.

    A .csv file with claims entered by hand joins the graph as a
    document of its own; see docs/curation.md and `aldkg import`.

    Decisions of people on claims (`aldkg curate`) are applied again,
    even in documents that are read again.

    The command ends with a report: documents, claims by kind, documents
    without a claim and why, documents with unknown authors or year,
    documents that seem to be of another field, records without a
    document, unknown chemicals and units, repairs of damaged text,
    rejected files, and decisions without a claim.
    """
    if not paths and not bundled:
        raise UsageError("build: name at least one file or folder, or give --bundled")
    require_folder(report)
    done = build_graph(
        paths or (),
        store_to_write(store),
        bundled=bundled,
        workers=workers,
        cluster=cluster or "",
        again=again,
    )
    if report is not None:
        emit(json.dumps(done.to_json(), ensure_ascii=False, indent=1) + "\n", report)
    if done.rejected:
        raise typer.Exit(EXIT_REJECTS)


def build_graph(
    paths: Sequence[Path],
    store: Location,
    *,
    bundled: bool,
    workers: int | None = None,
    cluster: str = "",
    valid_rows: bool = False,
    again: bool = False,
) -> BuildReport:
    """Build the graph, show the progress, and print the result.

    Raises
    ------
    BuildError
        If nothing could be read; the old graph stays unchanged.
    """
    from kg.build import build as build_store

    with progress("building") as tell:
        report = build_store(
            paths,
            store,
            bundled=bundled,
            workers=workers,
            cluster=cluster,
            valid_rows=valid_rows,
            again=again,
            decisions=decision_log(store),
            on_progress=tell,
        )
    for path, cause in report.rejected:
        complain(f"{path}: {cause}")
    typer.echo(summarise(report, store), err=True)
    return report


def summarise(report: BuildReport, store: Location) -> str:
    """Return a summary in a few lines: what was built, and what remains open."""
    return "\n".join(_lines(report, store))


def _doubts(report: BuildReport) -> Iterator[str]:
    """Yield report lines on documents without claims, incomplete records and other fields."""
    if report.silent:
        yield f"documents without a claim: {len(report.silent)}"
        yield from _first_lines(
            f"  {d.id}: {d.silence or 'nothing was found'}" for d in report.silent
        )
    if report.unrecorded:
        yield f"documents without a full record: {len(report.unrecorded)}"
        yield from _first_lines(
            f"  {d.id}: unknown {', '.join(d.lacks)}" for d in report.unrecorded
        )
    for library in report.libraries:
        yield from _library(library)
    if report.doubtful:
        yield f"documents that seem to be of another field: {len(report.doubtful)}"
        yield from _first_lines(f"  {d.id}: {d.doubt}" for d in report.doubtful)


def _decisions(report: BuildReport) -> Iterator[str]:
    if report.decisions:
        yield f"decisions on claims that apply: {report.decisions}"
    if report.unmatched_decisions:
        yield f"decisions without a claim: {len(report.unmatched_decisions)}"
        yield from _first_lines(f"  {line}" for line in report.unmatched_decisions)


def _lines(report: BuildReport, store: Location) -> Iterator[str]:
    if report.unchanged:
        yield f"unchanged and not read again: {len(report.unchanged)} (--again reads them)"
    yield from _decisions(report)
    if not report.documents and not report.triples:
        yield f"{store}: nothing is new; the graph stays as it is"
        return
    yield (
        f"{store}: {number(len(report.documents), 'document', 'documents')}, "
        f"{number(report.studies, 'study', 'studies')}, "
        f"{number(report.claims, 'claim', 'claims')}, "
        f"{report.triples} triples in {report.seconds:.1f} s"
        + (f" ({report.workers} workers)" if report.workers > 1 else "")
    )
    yield f"claims: {_counts(report.claims_by_kind) or 'none'}"
    yield from _doubts(report)
    if report.unknown_chemicals:
        yield f"unknown chemicals: {_unread(report.unknown_chemicals)}"
    if report.unknown_units:
        yield f"unknown units: {_unread(report.unknown_units)}"
    if report.repairs:
        repairs = ", ".join(f"{name} ({count})" for name, count in report.repairs.items())
        yield f"repaired in the text: {repairs}"
    if report.rejected:
        yield f"rejected: {len(report.rejected)}"


def _library(library: LibraryReport) -> Iterator[str]:
    unread = f", {len(library.unread)} not read" if library.unread else ""
    records = number(library.entries, "record", "records")
    yield f"{library.source}: {records}, {library.read} read{unread}"
    yield from _first_lines(f"  {work.key or work.label}: no document" for work in library.unread)


def _counts(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts.items())


def _unread(names: Sequence[Unread]) -> str:
    shown = ", ".join(f"{one.example} ({one.count})" for one in names[:_SHOWN])
    more = len(names) - _SHOWN
    return shown + (f" and {more} more" if more > 0 else "")


def _first_lines(lines: Iterator[str]) -> Iterator[str]:
    listed = list(lines)
    yield from listed[:_SHOWN]
    if len(listed) > _SHOWN:
        yield f"  and {len(listed) - _SHOWN} more (--report FILE lists them)"
