"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError
from api.settings import Settings
from kg.extract.readers import add_readers
from ontology.source import add_files

if TYPE_CHECKING:
    from kg.store import Location


def _add_vocabulary(files: list[Path] | None) -> list[Path] | None:
    """Add the terms of these files to the vocabulary of this run."""
    if files:
        add_files(files)
    return files


def _add_readers(names: list[str] | None) -> list[str] | None:
    """Add these readers to the built-in ones for this run."""
    if names:
        add_readers(names)
    return names


def given_path(text: str) -> Path:
    """Return the path of an argument; refuse an empty text, which would mean the current folder.

    An unset shell variable gives an empty text.

    Raises
    ------
    UsageError
        If the text is empty.
    """
    if not text:
        raise UsageError("an empty path; name a file or folder (`.` is this folder)")
    return Path(text)


StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PLACE",
        help="Folder of the graph, or sparql+http://HOST/PATH. Default: ALDKG_STORE.",
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Output file. Default: standard output."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        min=1,
        help="Number of reading processes. Default: one per four files, at most one per CPU.",
    ),
]
ClusterOption = Annotated[
    str | None,
    typer.Option(
        "--cluster",
        metavar="ADDRESS",
        help="Read on the Dask cluster with this scheduler: tcp://HOST:8786.",
    ),
]
VocabOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--vocab",
        metavar="FILE",
        callback=_add_vocabulary,
        is_eager=True,
        help="Turtle file with your own terms and names. Default: ALDKG_VOCAB.",
    ),
]
ReaderOption = Annotated[
    list[str] | None,
    typer.Option(
        "--reader",
        metavar="NAME",
        callback=_add_readers,
        is_eager=True,
        help="Additional reader: an installed one or MODULE:OBJECT. Default: ALDKG_READERS.",
    ),
]
AgainOption = Annotated[bool, typer.Option("--again", help="Read unchanged files again.")]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0,
        help="Time limit of a question; 0 means none. Default: ALDKG_QUERY_SECONDS.",
    ),
]
HostOption = Annotated[
    str | None, typer.Option("--host", metavar="ADDRESS", help="Address to listen on.")
]
PortOption = Annotated[
    int | None,
    typer.Option("--port", metavar="NUMBER", min=0, max=65535, help="Port to listen on."),
]


def store_place(store: str | None) -> Location:
    """Return the location of the graph from the flag, else the environment, else the default."""
    return given_store(store) or Settings.from_env().store


def given_store(store: str | None) -> Location | None:
    """Return the location that the flag names; ``None`` without the flag.

    Raises
    ------
    StoreError
        If the address is not that of a store.
    """
    from kg.store import locate

    return locate(store) if store else None


def store_folder(store: str | None, command: str) -> Path:
    """Return the folder of the graph, for a command that works on files.

    Raises
    ------
    UsageError
        If the graph is in a remote store.
    """
    place = store_place(store)
    if not isinstance(place, Path):
        raise UsageError(f"{command}: works on a folder; use the tools of the engine for {place}")
    return place


def store_to_write(store: str | None) -> Location:
    """Return the location of the graph to write; print it if it is the default."""
    place = store_place(store)
    if store is None:
        typer.echo(f"the graph goes to {place} (--store FOLDER names another)", err=True)
    return place


def decision_log(store: Location) -> Path | None:
    """Return the file of decisions on the graph at a location; ``None`` if there can be none."""
    return Settings.from_env().with_flags(store=store).decision_log
