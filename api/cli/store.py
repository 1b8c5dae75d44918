"""``aldkg store``: verifies, backs up, restores and compacts a graph on disk."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import complain
from api.cli.options import StoreOption, store_folder
from api.errors import EXIT_FAILED

if TYPE_CHECKING:
    from kg.store.care import Verified


def make_store_app() -> typer.Typer:
    """Make the command ``store`` with its subcommands."""
    app = typer.Typer(
        help="Maintain a graph on disk: verify, back up, restore, compact.",
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    for command in (verify, backup, restore, compact):
        app.command(command.__name__)(command)
    return app


def verify(store: StoreOption = None) -> None:
    """Compare every file of the graph with its checksum.

    The exit code is 1 if the live generation is damaged.
    """
    from kg.store.care import verify as verify_store

    folder = store_folder(store, "store verify")
    found = verify_store(folder)
    for one in found:
        typer.echo(_verdict_line(one))
    if any(one.is_live and one.damage for one in found):
        complain(f"{folder}: go back with `aldkg store restore`, or remove it and build again")
        raise typer.Exit(EXIT_FAILED)


def _verdict_line(one: Verified) -> str:
    name = f"{one.name} (live)" if one.is_live else one.name
    if not one.damage:
        return f"{name}: intact, {one.documents} documents"
    return f"{name}: damaged: " + "; ".join(f"{file} {cause}".strip() for file, cause in one.damage)


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The tar file to write.")],
    store: StoreOption = None,
) -> None:
    """Write the live graph into one file, without disturbing readers."""
    from kg.store.care import backup as back_up

    live = back_up(store_folder(store, "store backup"), target)
    typer.echo(f"{target}: {live.name}, {target.stat().st_size / 1e6:.1f} MB")


def restore(
    copy: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="A file that `aldkg store backup` wrote."),
    ] = None,
    store: StoreOption = None,
) -> None:
    """Restore a copy, or the last intact generation on disk if none is named."""
    from kg.store.care import restore as bring_back

    folder = store_folder(store, "store restore")
    typer.echo(f"{folder}: {bring_back(folder, copy).name} is live now")


def compact(store: StoreOption = None) -> None:
    """Rewrite the graph in the least space, and remove the previous generation."""
    from kg.store.care import compact as make_small

    folder = store_folder(store, "store compact")
    before, after = make_small(folder)
    typer.echo(f"{folder}: {before / 1e6:.1f} MB before, {after / 1e6:.1f} MB now")
