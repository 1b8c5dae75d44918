"""``aldkg check``: checks the ontology, and a graph against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.errors import UsageError, complain
from api.cli.graphs import bundled_graph, graph_at
from api.cli.options import VocabOption
from api.cli.output import emit, require_folder
from api.errors import EXIT_FAILED

if TYPE_CHECKING:
    from ontology.validation import Violation

#: The default number of violations of one constraint that are listed.
_LIMIT = 1000


def check(
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH", help="A graph: the folder or address of a store, or an RDF file."
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write the violations as a SHACL report (.ttl) or a page (.html).",
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            metavar="NUMBER",
            min=1,
            help=f"List at most this many violations of each constraint. Default: {_LIMIT}.",
        ),
    ] = _LIMIT,
    vocab: VocabOption = None,
) -> None:
    """Check the ontology, and a graph against it; the bundled one if none is named.

    Violations are printed as a table, or written to the file of
    `--report`; the exit code is then 1. A store is
    checked where it lies, without reading it into memory; a file of
    RDF is read whole.
    """
    from ontology.validation import validate_store

    render = renderer(report)
    require_folder(report)
    graph = graph_at(path) if path is not None else bundled_graph()
    found = [*ontology_faults(), *validate_store(graph, limit=limit)]
    if report is not None:
        emit(render(found), report)
    elif found:
        typer.echo(render(found), nl=False)
    tell(found, name=str(path or "the bundled graph"), limit=limit)
    if any(violation.severity == "violation" for violation in found):
        raise typer.Exit(EXIT_FAILED)


@cache
def ontology_faults() -> tuple[Violation, ...]:
    """Return the violations in the ontology itself."""
    import ontology

    return tuple(ontology.validate())


def renderer(report: Path | None) -> Callable[[Sequence[Violation]], str]:
    """Return the function that writes a report, by the suffix of its file; a table without a file.

    Raises
    ------
    UsageError
        If there is no report with this suffix.
    """
    from ontology.report import report_html, report_table, report_turtle

    if report is None:
        return report_table
    by_suffix = {".ttl": report_turtle, ".html": report_html}
    if report.suffix.lower() not in by_suffix:
        raise UsageError(f"--report {report}: a report ends in {' or '.join(by_suffix)}")
    return by_suffix[report.suffix.lower()]


def tell(found: Sequence[Violation], *, name: str, limit: int) -> None:
    """Print the summary, and name the constraints whose violations were not all listed."""
    from ontology.report import summary

    if not found:
        typer.echo(f"ontology and {name} are sound")
        return
    complain(f"ontology and {name}: {summary(found)}")
    counts = Counter(violation.check for violation in found)
    cut = sorted(check for check, count in counts.items() if count >= limit)
    if cut:
        complain(f"listed up to --limit {limit}, there may be more: {', '.join(cut)}")
