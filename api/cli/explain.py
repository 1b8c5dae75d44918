"""``aldkg explain``: shows a document with its claims marked in the text."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from api.cli.errors import UsageError
from api.cli.options import ReaderOption, VocabOption
from api.cli.output import emit
from kg.model import KINDS

if TYPE_CHECKING:  # the extractor loads only when it is needed
    from api.explanation.view import View


def explain(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The document to read.")],
    kinds: Annotated[
        list[str] | None,
        typer.Option(
            "--kind", metavar="KIND", help=f"Only claims of this kind: {', '.join(KINDS)}."
        ),
    ] = None,
    studies: Annotated[
        list[str] | None,
        typer.Option(
            "--study",
            metavar="KEY",
            help="Only claims about this study: its number in the document, or `this` for the"
            " document's own study.",
        ),
    ] = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="FILE", help="Write a self-contained page; - prints it."),
    ] = None,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Also show findings that became no claim, and why.")
    ] = False,
    vocab: VocabOption = None,
    readers: ReaderOption = None,
) -> None:
    """Show a document with its claims marked in the text.

    Each sentence is followed by its claims: kind, content, study,
    rule, confidence and terms. With --kind or --study only sentences
    with such claims are shown.
    """
    view = view_file(path, kinds or (), studies or ())
    if html is not None:
        from api.explanation.page import render_page

        emit(render_page(view), html)
    elif is_json:
        from api.explanation.data import to_data

        emit(json.dumps(to_data(view), ensure_ascii=False, indent=1) + "\n", None)
    else:
        from api.explanation.terminal import print_view

        console = Console(markup=False, highlight=False, emoji=False)
        print_view(view, console, only_chosen=bool(kinds or studies), everything=everything)


def view_file(path: Path, kinds: Sequence[str] = (), studies: Sequence[str] = ()) -> View:
    """Read a document, extract its claims, and return the view of those that were chosen.

    Raises
    ------
    UsageError
        If a kind does not exist, or no claim is about one of the studies.
    ReadError
        If the document cannot be read.
    """
    unknown = [kind for kind in kinds if kind not in KINDS]
    if unknown:
        raise UsageError(f"explain: no kind {unknown[0]!r}; there are: {', '.join(KINDS)}")
    import corpus
    from api.explanation.view import Choice, View
    from kg.explain import explain as explain_paper

    explanation = explain_paper(corpus.read(path))
    absent = [study for study in studies if study not in explanation.studies]
    if absent:
        known = ", ".join(explanation.studies) or "none"
        raise UsageError(f"explain: no claim about study {absent[0]!r}; there are: {known}")
    return View(explanation, Choice(kinds=frozenset(kinds), studies=frozenset(studies)))
