"""``aldkg import``: adds claims that people entered by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.cli.build import build_graph
from api.cli.errors import UsageError, complain
from api.cli.options import StoreOption, VocabOption, given_path, store_to_write
from api.cli.output import number
from api.errors import EXIT_FAILED, EXIT_REJECTS


def import_tables(
    paths: Annotated[
        list[Path],
        typer.Argument(
            parser=given_path, metavar="PATH", help="CSV tables, and folders to search for them."
        ),
    ],
    store: StoreOption = None,
    valid_rows: Annotated[
        bool, typer.Option("--valid-rows", help="Import the valid rows of tables with errors.")
    ] = False,
    only_check: Annotated[
        bool, typer.Option("--check", help="Report errors and import nothing.")
    ] = False,
    vocab: VocabOption = None,
) -> None:
    """Add claims entered by hand to the graph.

    Each row of a table is a claim; docs/curation.md lists the
    columns. Every wrong cell is named with file, row, column and
    cause. If anything is wrong nothing is imported, unless
    --valid-rows is given (exit code 3).
    """
    from kg.curated import find_tables, read_tables

    tables, others = find_tables(paths)
    if others:
        raise UsageError(
            f"import: {others[0]}: not a CSV table of claims (docs/curation.md lists the columns)"
        )
    found = read_tables(tables, valid_rows=valid_rows)
    if found.errors and (only_check or not valid_rows or not found.documents):
        for error in found.errors:
            complain(str(error))
        raise typer.Exit(EXIT_FAILED)
    if only_check:
        claims = sum(len(document.claims) for document in found.documents)
        read = number(len(found.documents), "table", "tables")
        typer.echo(f"{read} without faults ({number(claims, 'claim', 'claims')})")
        return
    done = build_graph(tables, store_to_write(store), bundled=False, valid_rows=valid_rows)
    if done.rejected:
        raise typer.Exit(EXIT_REJECTS)
