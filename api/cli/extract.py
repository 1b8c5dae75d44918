"""``aldkg extract``: papers to claims, as JSON Lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.door import complain
from api.cli.options import OutputOption, VocabOption, WorkersOption
from api.cli.output import emit, progress
from api.errors import EXIT_FAILED, EXIT_REJECTS

if TYPE_CHECKING:
    from kg.batch.reading import Batch


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders to read.")
    ],
    output: OutputOption = None,
    workers: WorkersOption = None,
    vocab: VocabOption = None,
) -> None:
    """Write what papers claim as JSON Lines.

    One claim a line, in the form of docs/claims.md.
    """
    from kg.claims import write_claims

    batch = read_papers(paths, workers)
    stream = io.StringIO()
    write_claims([claim for document in batch.documents for claim in document.claims], stream)
    emit(stream.getvalue(), output)
    if batch.rejected:
        raise typer.Exit(EXIT_REJECTS)


def read_papers(paths: Sequence[Path], workers: int | None = None) -> Batch:
    """Read papers with their claims, and name on the error stream what could not be read.

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
