"""``aldkg review``: writes the draft of a review of one topic to a folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Annotated

import typer

from api.cli.errors import UsageError
from api.cli.limits import within_limits
from api.cli.options import StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import emit_bytes


def review(
    topic: Annotated[
        str,
        typer.Argument(
            metavar="TOPIC", help="A material, process, reagent, property or other term."
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "--out", metavar="FOLDER", help="Folder to write to; it must be new or empty."
        ),
    ],
    store: StoreOption = None,
    timeout: TimeoutOption = 0,
    vocab: VocabOption = None,
) -> None:
    """Write the draft of a review of one topic: tables, figures, evidence, gaps, bibliography.

    review.md and review.tex hold a table for each question that fits the topic, what studies leave
    out, where they disagree, and each statement with its sentence and citation. studies.bib holds
    the cited studies, figures/ the maps of the topic as SVG and PDF, queries/ the SPARQL, and
    manifest.json the hash of the graph. The same graph gives the same bytes.
    """
    from kg.export.review import review_files
    from kg.store import open_graph

    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UsageError(f"--out: {out} already exists and is not an empty folder")
    path = store_place(store)
    files = within_limits(lambda: review_files(open_graph(path), topic), timeout)
    try:
        for name, data in files.items():
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            emit_bytes(data, out / name)
    except OSError:
        shutil.rmtree(out, ignore_errors=True)  # an incomplete draft would block the next attempt
        raise
    typer.echo(f"{out}: {len(files)} files on {topic!r}, from {path}", err=True)
