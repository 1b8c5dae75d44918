"""``aldkg analyse``: analyses of the whole graph, one subcommand each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.answers import PrintOptions, naming_options, print_rows
from api.cli.errors import UsageError, named_group
from api.cli.limits import within_limits
from api.cli.options import OutputOption, StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import TABLE_FORMATS, print_table, require_format
from api.cli.parameters import (
    check_values,
    given_values,
    help_text,
    list_inquiries,
    with_options,
)
from api.cli.query import FormatOption, RawOption, SubFormatOption
from kg.analytics import ANALYSES, Analysis, run
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Location

_SHARED = {
    "raw": RawOption,
    "store": StoreOption,
    "form": SubFormatOption,
    "output": OutputOption,
    "timeout": TimeoutOption,
    "vocab": VocabOption,
}


def make_analyse_app() -> typer.Typer:
    """Make the command ``analyse``, with one subcommand for each analysis."""
    app = typer.Typer(
        cls=named_group("analysis", "aldkg analyse --list"),
        help="Analyse the graph as a network: what is central, missing or contradictory.",
        invoke_without_command=True,
        callback=analyse,
        rich_markup_mode=None,
        subcommand_metavar="NAME [--PARAM VALUE]...",
    )
    for analysis in ANALYSES.values():
        app.command(
            analysis.name,
            help=help_text(analysis.question, analysis.example),
            short_help=analysis.title,
        )(_command(analysis))
    return app


def analyse(
    ctx: typer.Context,
    store: StoreOption = None,
    form: FormatOption = "table",
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    is_list: Annotated[bool, typer.Option("--list", help="List the analyses.")] = False,
    vocab: VocabOption = None,
) -> None:
    """Analyse the graph as a network: what is central, missing, contradictory, incomplete.

    Examples: aldkg analyse gaps --thing PbSe;
    aldkg analyse paths --start InP --end "quantum yield" --format csv
    """
    require_format(form, TABLE_FORMATS)
    ctx.obj = {"store": store, "form": form, "output": output, "timeout": timeout, "vocab": vocab}
    if ctx.invoked_subcommand is None and not is_list:
        raise UsageError("analyse: give a NAME (--list lists them)")
    if is_list and ctx.invoked_subcommand is not None:
        raise UsageError("analyse: give either a name or --list")
    if is_list:
        print_table(list_inquiries(ANALYSES.values()), form, output)


def run_analysis(store: Location, name: str, values: Mapping[str, str]) -> Table:
    """Run an analysis and return its rows.

    Raises
    ------
    QueryError
        If there is no such analysis, or a value is invalid.
    StoreError
        If there is no graph at the location.
    """
    from kg.store import open_graph

    return run(open_graph(store), name, values)


def _command(analysis: Analysis) -> Callable[..., None]:
    """Make the function of an analysis's subcommand, with one option per parameter."""

    def command(ctx: typer.Context, **given: Any) -> None:
        own = {name: given.pop(name) for name in _SHARED}
        chosen = {n: own[n] if own[n] is not None else ctx.obj.get(n) for n in _SHARED}
        require_format(chosen["form"], TABLE_FORMATS)
        values = given_values(given)
        check_values(analysis, values)
        store = store_place(chosen["store"])
        names = [param.name for param in analysis.parameters]
        with naming_options(names):
            table = within_limits(
                lambda: run_analysis(store, analysis.name, values), chosen["timeout"]
            )
        printing = PrintOptions(
            form=chosen["form"], output=chosen["output"], raw=bool(chosen["raw"])
        )
        print_rows(table, printing, store)
        if not table.rows:
            typer.echo("no rows: nothing in the graph matches", err=True)

    return with_options(command, analysis.parameters, _SHARED)
