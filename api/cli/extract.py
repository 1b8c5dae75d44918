"""``aldkg extract``: writes the claims of papers as JSON Lines or as one document file each."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError, complain
from api.cli.options import (
    AgainOption,
    ClusterOption,
    OutputOption,
    ReaderOption,
    VocabOption,
    WorkersOption,
    given_path,
)
from api.cli.output import emit, number, progress
from api.errors import EXIT_FAILED, EXIT_REJECTS

if TYPE_CHECKING:
    from kg.batch.gathering import Executor
    from kg.batch.reading import Batch


def extract(
    paths: Annotated[
        list[Path],
        typer.Argument(parser=given_path, metavar="PATH", help="Files or folders to read."),
    ],
    output: OutputOption = None,
    documents: Annotated[
        Path | None,
        typer.Option(
            "--documents",
            metavar="FOLDER",
            help="Write a document file for each paper into this folder.",
        ),
    ] = None,
    without_quotes: Annotated[
        bool,
        typer.Option("--without-quotes", help="Leave the sentences out of document files."),
    ] = False,
    again: AgainOption = False,
    workers: WorkersOption = None,
    cluster: ClusterOption = None,
    vocab: VocabOption = None,
    readers: ReaderOption = None,
) -> None:
    """Write what papers claim as JSON Lines.

    One claim per line, in the form of docs/claims.md.

    With --documents each paper gets a file of its own, which also
    describes the paper and lists what it cites (docs/documents.md).
    `aldkg build` reads such files in place of the papers, here or on
    another machine; with --cluster the machines of a cluster make
    them (docs/scale.md). Papers whose file is already in the folder
    are not read again, so an interrupted run can be continued. Files without
    quotes hold offsets only and may be passed on.
    """
    if documents is not None:
        from kg.batch.gathering import Executor

        if output is not None:
            raise UsageError("extract: give --output or --documents, not both")
        executor = Executor(workers=workers, cluster=cluster or "")
        _write_documents(paths, documents, executor, quotes=not without_quotes, again=again)
        return
    given = {"--without-quotes": without_quotes, "--again": again, "--cluster": cluster}
    for option in filter(given.get, given):
        raise UsageError(f"extract: {option} goes with --documents")
    from kg.claims import write_claims

    batch = read_papers(paths, workers)
    stream = io.StringIO()
    write_claims([claim for document in batch.documents for claim in document.claims], stream)
    emit(stream.getvalue(), output)
    _tell_silent(
        {
            one.document.id: one.diagnosis.silence or "nothing was found"
            for one in batch.read
            if not one.document.claims
        }
    )
    if batch.rejected:
        raise typer.Exit(EXIT_REJECTS)


def _write_documents(
    paths: Sequence[Path], folder: Path, executor: Executor, *, quotes: bool, again: bool
) -> None:
    from kg.batch.extraction import write_documents

    with progress("extracting") as tell:
        telling = replace(executor, on_progress=tell)
        done = write_documents(paths, folder, telling, quotes=quotes, again=again)
    for source, cause in done.rejected:
        complain(f"{source}: {cause}")
    if not (done.claims or done.kept):
        raise typer.Exit(EXIT_FAILED)
    kept = f", {len(done.kept)} unchanged" if done.kept else ""
    typer.echo(
        f"{folder}: {number(len(done.claims), 'document', 'documents')} written with "
        f"{number(sum(done.claims.values()), 'claim', 'claims')}{kept}",
        err=True,
    )
    silent = [id for id, claims in done.claims.items() if not claims]
    _tell_silent(dict.fromkeys(silent, "aldkg explain with --all shows why"))
    if done.rejected:
        raise typer.Exit(EXIT_REJECTS)


#: The most documents without a claim that are named.
_NAMED = 10


def _tell_silent(silent: Mapping[str, str]) -> None:
    """Print the documents without a claim on the error stream, each with the cause."""
    if not silent:
        return
    typer.echo(f"documents without a claim: {len(silent)}", err=True)
    for id, cause in list(silent.items())[:_NAMED]:
        typer.echo(f"  {id}: {cause}", err=True)
    if len(silent) > _NAMED:
        typer.echo(f"  and {len(silent) - _NAMED} more", err=True)


def read_papers(paths: Sequence[Path], workers: int | None = None) -> Batch:
    """Read papers and their claims; print unreadable files on the error stream.

    Raises
    ------
    typer.Exit
        If nothing could be read.
    """
    from kg.batch.reading import read_batch

    with progress("extracting") as tell:
        batch = read_batch(paths, workers=workers, on_progress=tell)
    for source, cause in batch.rejected:
        complain(f"{source}: {cause}")
    if not batch.read:
        raise typer.Exit(EXIT_FAILED)
    return batch
