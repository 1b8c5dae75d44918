"""``aldkg map``: writes a picture of the graph, or the rows behind it, to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.answers import naming_options
from api.cli.errors import UsageError, named_group
from api.cli.limits import within_limits
from api.cli.options import StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import emit_bytes, print_table
from api.cli.parameters import (
    check_values,
    given_values,
    help_text,
    list_inquiries,
    with_options,
)
from kg.maps import MAPS, Map

if TYPE_CHECKING:
    from kg.store import Location

#: Suffixes of the files that can be written.
SUFFIXES = (".svg", ".png", ".pdf", ".csv", ".json")

FileOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help=f"File to write: {', '.join(SUFFIXES)} (required)."
    ),
]
_SHARED = {
    "output": FileOption,
    "store": StoreOption,
    "timeout": TimeoutOption,
    "vocab": VocabOption,
}


def make_map_app() -> typer.Typer:
    """Make the command ``map``, with one subcommand for each map."""
    app = typer.Typer(
        cls=named_group("map", "aldkg map --list"),
        help="Draw a map or plot of the graph: links, heat maps, timelines, values.",
        invoke_without_command=True,
        callback=draw_map,
        rich_markup_mode=None,
        subcommand_metavar="NAME [--PARAM VALUE]... -o FILE",
    )
    for one in MAPS.values():
        app.command(one.name, help=help_text(one.question, one.example), short_help=one.title)(
            _command(one)
        )
    return app


def draw_map(
    ctx: typer.Context,
    output: FileOption = None,
    store: StoreOption = None,
    timeout: TimeoutOption = None,
    is_list: Annotated[bool, typer.Option("--list", help="List the maps.")] = False,
    vocab: VocabOption = None,
) -> None:
    """Draw a map or plot of the graph: links, heat maps, timelines, values by conditions.

    The ending of the file chooses what is written: the picture (.svg, .png, .pdf) or the rows
    behind it (.csv, .json). The same graph gives the same bytes.

    Examples: aldkg map links --thing Al2O3 -o alumina.svg; aldkg map core-by-shell -o gaps.png
    """
    ctx.obj = {"output": output, "store": store, "timeout": timeout, "vocab": vocab}
    if ctx.invoked_subcommand is None and not is_list:
        raise UsageError("map: give a NAME (--list lists them)")
    if is_list and ctx.invoked_subcommand is not None:
        raise UsageError("map: give either a name or --list")
    if is_list:
        print_table(list_inquiries(MAPS.values()), "table", None)


def drawn(store: Location, name: str, values: Mapping[str, str], form: str) -> bytes:
    """Return the bytes of a map in the format ``form``.

    Raises
    ------
    QueryError
        If a value is invalid, or there is nothing to draw.
    StoreError
        If there is no graph at the location.
    """
    from kg.maps import make
    from kg.maps.files import print_map
    from kg.store import open_graph

    return print_map(make(open_graph(store), name, values), name, form)


def _command(found: Map) -> Callable[..., None]:
    """Make the function of a map's subcommand, with one option per parameter."""

    def command(ctx: typer.Context, **given: Any) -> None:
        own = {name: given.pop(name) for name in _SHARED}
        chosen = {n: own[n] if own[n] is not None else ctx.obj[n] for n in _SHARED}
        output = chosen["output"]
        if output is None or output.suffix not in SUFFIXES:
            raise UsageError(f"map: -o FILE must end in one of {', '.join(SUFFIXES)}")
        store, values = store_place(chosen["store"]), given_values(given)
        check_values(found, values)
        form = output.suffix.removeprefix(".")
        with naming_options([param.name for param in found.parameters]):
            data = within_limits(lambda: drawn(store, found.name, values, form), chosen["timeout"])
        emit_bytes(data, output)
        typer.echo(f"{output}: {found.title}, from {store}", err=True)

    return with_options(command, found.parameters, _SHARED)
