"""``aldkg list``, ``aldkg status`` and ``aldkg remove``: list and remove documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import OutputOption, StoreOption, decision_log, store_place
from api.cli.output import TABLE_FORMATS, print_table, require_format

if TYPE_CHECKING:
    from kg.ledger import Run
    from kg.store import Graph, Location

#: The most names of each list that are shown.
_SHOWN = 8

FormatOption = Annotated[
    str, typer.Option("--format", metavar="NAME", help=f"One of: {', '.join(TABLE_FORMATS)}.")
]


def list_documents(
    store: StoreOption = None, form: FormatOption = "table", output: OutputOption = None
) -> None:
    """List the documents of the graph.

    Each is listed with its type (article, note, table, or a library
    of records), its number of claims, the study that it describes and
    the version that read it. `aldkg remove` takes these names.
    """
    from kg.holdings import documents_table
    from kg.store import open_graph

    require_format(form, TABLE_FORMATS)
    print_table(documents_table(open_graph(store_place(store))), form, output)


def status(store: StoreOption = None) -> None:
    """Show what the graph holds, what the last build added and what people decided.

    `aldkg list` names the documents.
    """
    from kg.holdings import documents_table, last_run
    from kg.queries import run
    from kg.store import open_graph

    path = store_place(store)
    opened = open_graph(path)
    kinds = [str(kind) for kind in documents_table(opened).column("kind")]
    counts = {str(thing): count for thing, count in run(opened, "graph-summary").rows}
    typer.echo(f"{path}: {opened.generation}")
    listed = ", ".join(_counted(kinds.count(kind), kind) for kind in sorted({*kinds}))
    typer.echo(f"documents: {len(kinds)}" + (f" ({listed})" if listed else ""))
    for thing in ("studies", "materials", "systems", "claims"):
        typer.echo(f"{thing}: {counts.get(thing, 0)}")
    for line in (*_last_build(last_run(opened)), *_decisions(path, opened)):
        typer.echo(line)


def remove(
    documents: Annotated[
        list[str],
        typer.Argument(metavar="DOCUMENT", help="Names of documents, as listed by `aldkg list`."),
    ],
    store: StoreOption = None,
) -> None:
    """Remove documents from the graph, with everything that only they state.

    Statements of other documents about the same studies stay. The
    graph changes only if it has all the named documents.
    """
    from kg.holdings import remove_documents

    path = store_place(store)
    done = remove_documents(path, documents)
    left = _counted(done.left, "document")
    typer.echo(f"{path}: removed {_first_names(done.names)}; {left} left", err=True)


def _last_build(run: Run | None) -> Iterator[str]:
    if run is None:
        yield "last build: not known; an older version wrote this graph"
        return
    yield f"last change: {run.at}"
    for what, names in (
        ("added", run.added),
        ("replaced", run.replaced),
        ("removed", run.removed),
    ):
        if names:
            yield f"  {what}: {len(names)} ({_first_names(names)})"
    if run.unchanged:
        yield f"  unchanged: {run.unchanged}"


def _decisions(place: Location, graph: Graph) -> Iterator[str]:
    """Yield lines on the decisions on claims, and on those that match no claim."""
    from kg.curation.formatting import why_unmatched
    from kg.curation.log import read_log
    from kg.curation.settling import unmatched

    log = decision_log(place)
    kept = read_log(log) if log is not None else None
    if kept is None or not (kept.decisions or kept.damaged):
        return
    missed = unmatched(graph, kept)
    yield f"decisions on claims: {len(kept.in_force) - len(missed)} in force ({log})"
    for one in missed:
        yield f"  matches no claim: {why_unmatched(one, graph.documents())}"
    for number, cause in kept.damaged:
        yield f"  line {number} is not a decision: {cause}"


def _first_names(names: tuple[str, ...]) -> str:
    more = len(names) - _SHOWN
    return ", ".join(names[:_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _counted(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    return f"{count} " + (f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s")
