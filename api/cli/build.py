"""``aldkg build``: papers to graph."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.door import UsageError, complain
from api.cli.options import StoreOption, store_path
from api.cli.output import progress
from api.errors import EXIT_REJECTS

if TYPE_CHECKING:
    from kg.build import BuildReport


def build(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Papers and notes: .txt and .md files or folders."
        ),
    ] = None,
    store: StoreOption = None,
    bundled: Annotated[
        bool, typer.Option("--bundled", help="Add the corpus that comes with ald-kg.")
    ] = False,
) -> None:
    """Read papers and put what they claim into the graph.

    What a paper said before is replaced as a whole. The graph
    changes only when everything has been read, and then at once.
    """
    if not paths and not bundled:
        raise UsageError("build: name at least one file or folder, or give --bundled")
    report = build_graph(paths or (), store_path(store), bundled=bundled)
    if report.rejected:
        raise typer.Exit(EXIT_REJECTS)


def build_graph(paths: Sequence[Path], store: Path, *, bundled: bool) -> BuildReport:
    """Build the graph, show how far it is, and print what came of it.

    Raises
    ------
    BuildError
        If nothing could be read; the old graph stands.
    """
    from kg.build import build as build_store

    with progress("building") as tell:
        report = build_store(paths, store, bundled=bundled, on_progress=tell)
    for path, cause in report.rejected:
        complain(f"{path}: {cause}")
    typer.echo(summarise(report, store), err=True)
    return report


def summarise(report: BuildReport, store: Path) -> str:
    """Say in a few lines what was built."""
    claims = ", ".join(f"{kind} {count}" for kind, count in report.claims_by_kind.items())
    total = sum(report.claims_by_kind.values())
    lines = [
        f"{store}: {report.documents} documents, {report.studies} studies, {total} claims, "
        f"{report.triples} triples in {report.seconds:.1f} s",
        f"claims: {claims or 'none'}",
    ]
    if report.rejected:
        lines.append(f"rejected: {len(report.rejected)}")
    return "\n".join(lines)
