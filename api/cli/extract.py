"""``aldkg extract``: papers to claims, as JSON Lines."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.door import complain
from api.cli.options import OutputOption
from api.cli.output import emit, progress
from api.errors import EXIT_FAILED, EXIT_REJECTS

if TYPE_CHECKING:
    from corpus import ReadError
    from kg.model import Claim


def extract(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", help="Files or folders to read.")
    ],
    output: OutputOption = None,
) -> None:
    """Write what papers claim as JSON Lines.

    One claim a line, in the form of docs/claims.md.
    """
    from kg.claims import write_claims

    claims, rejected, count = read_claims_of(paths)
    for error in rejected:
        complain(str(error))
    if not count:
        raise typer.Exit(EXIT_FAILED)
    stream = io.StringIO()
    write_claims(claims, stream)
    emit(stream.getvalue(), output)
    if rejected:
        raise typer.Exit(EXIT_REJECTS)


def read_claims_of(paths: Sequence[Path]) -> tuple[list[Claim], list[ReadError], int]:
    """Read the claims of all papers, the files that were rejected, and how many were read."""
    from corpus import Paper, read_papers
    from kg.extract import extract as extract_claims

    papers = list(read_papers(paths))
    good = [paper for paper in papers if isinstance(paper, Paper)]
    rejected = [paper for paper in papers if not isinstance(paper, Paper)]
    claims: list[Claim] = []
    with progress("extracting") as tell:
        for number, paper in enumerate(good, start=1):
            claims += extract_claims(paper)
            tell(number, len(good))
    return claims, rejected, len(good)
