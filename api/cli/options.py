"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from api.settings import Settings
from ontology.source import add_files


def _add_vocabulary(files: list[Path] | None) -> list[Path] | None:
    """Let the vocabulary of this run hold the terms of these files too."""
    if files:
        add_files(files)
    return files


StoreOption = Annotated[
    Path | None,
    typer.Option(
        "--store", metavar="FOLDER", help="Folder of the graph; the default is that of ALDKG_STORE."
    ),
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="File to write, as a whole; the screen if left out."
    ),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        metavar="NUMBER",
        min=1,
        help="Processes that read; left out, one for four files, one a processor at most.",
    ),
]
VocabOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--vocab",
        metavar="FILE",
        callback=_add_vocabulary,
        is_eager=True,
        help="Turtle with terms and names of your own; the default is that of ALDKG_VOCAB.",
    ),
]
AgainOption = Annotated[
    bool, typer.Option("--again", help="Read also what would give the same as before.")
]
TimeoutOption = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        min=0,
        help="End a question that takes longer; the default is ALDKG_QUERY_SECONDS, 0 is no end.",
    ),
]
HostOption = Annotated[
    str | None, typer.Option("--host", metavar="ADDRESS", help="Address to listen at.")
]
PortOption = Annotated[
    int | None, typer.Option("--port", metavar="NUMBER", help="Port to listen at.")
]


def store_path(store: Path | None) -> Path:
    """Return the folder of the graph: the flag, else the environment, else the default."""
    return store or Settings.from_env().store
