"""``aldkg query``: named questions, one subcommand each, and free SPARQL."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.door import UsageError
from api.cli.limits import within_limits
from api.cli.options import OutputOption, StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import TABLE_FORMATS, print_answer, print_table, require_format
from kg.errors import QueryError
from kg.queries import NamedQuery, Param, explain_empty, load_queries, run
from kg.table import Table, table_from_result

if TYPE_CHECKING:
    from kg.store import Location

FormatOption = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(TABLE_FORMATS)}.")
]
#: The same below a named query, where the option of ``query`` holds unless it is given again.
SubFormatOption = Annotated[
    str | None, typer.Option("--format", "-f", metavar="NAME", help="As of query.")
]

RawOption = Annotated[
    bool, typer.Option("--raw", help="Columns and codes for programs, in CSV too.")
]

_SHARED = {
    "raw": RawOption,
    "store": StoreOption,
    "form": SubFormatOption,
    "output": OutputOption,
    "timeout": TimeoutOption,
    "vocab": VocabOption,
}


def make_query_app() -> typer.Typer:
    """Make the command ``query``, with one subcommand for each named query."""
    app = typer.Typer(
        help="Ask the graph: a question with a name, or SPARQL.",
        invoke_without_command=True,
        callback=query,
        rich_markup_mode=None,
        subcommand_metavar="NAME [--PARAM VALUE]...",
    )
    for named in load_queries().values():
        app.command(named.name, help=_help(named), short_help=named.title)(_command(named))
    return app


def query(
    ctx: typer.Context,
    store: StoreOption = None,
    sparql: Annotated[
        str | None, typer.Option("--sparql", metavar="QUERY", help="A SPARQL query.")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="A file with a SPARQL query; - for stdin."),
    ] = None,
    form: FormatOption = "table",
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    is_list: Annotated[bool, typer.Option("--list", help="List the named queries.")] = False,
    vocab: VocabOption = None,
) -> None:
    """Ask the graph: a question with a name, or SPARQL.

    Examples: aldkg query studies-of-material --material PbSe;
    aldkg query --sparql 'SELECT * WHERE { ?s ?p ?o } LIMIT 3' --format csv
    """
    require_format(form, TABLE_FORMATS)
    ctx.obj = {"store": store, "form": form, "output": output, "timeout": timeout, "vocab": vocab}
    if ctx.invoked_subcommand is not None:
        if sparql or file or is_list:
            raise UsageError("query: give either a name or --sparql, --file or --list")
        return
    if is_list:
        print_table(list_queries(), form, output)
        return
    text = _text(sparql, file)
    table = within_limits(lambda: ask(store_place(store), text), timeout)
    print_table(table, form, output)


def list_queries() -> Table:
    """List the named queries with their parameters."""
    rows = tuple(
        (q.name, q.question, " ".join(_option(param) for param in q.params))
        for q in load_queries().values()
    )
    return Table(columns=("name", "question", "parameters"), rows=rows)


def _text(sparql: str | None, file: Path | None) -> str:
    if (sparql is None) == (file is None):
        raise UsageError("query: give a NAME, --sparql or --file (--list lists the names)")
    if sparql is not None:
        return sparql
    if str(file) == "-":
        return sys.stdin.read()
    try:
        return Path(str(file)).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QueryError(f"{file}: not UTF-8 (byte {error.start})") from error


def ask(store: Location, sparql: str) -> Table:
    """Answer a SPARQL query.

    Raises
    ------
    QueryError
        If it is refused or wrong.
    StoreError
        If there is no graph.
    """
    from kg.store import open_graph

    return table_from_result(open_graph(store).query(sparql))


def ask_named(
    store: Location, name: str, values: Mapping[str, str]
) -> tuple[Table, tuple[str, ...]]:
    """Answer a named query; with the reasons if there are no rows.

    Raises
    ------
    QueryError
        If there is no such query, or a value does not fit.
    StoreError
        If there is no graph.
    """
    from kg.store import open_graph

    opened = open_graph(store)
    table = run(opened, name, values)
    return table, () if table.rows else explain_empty(opened, name, values)


def _help(named: NamedQuery) -> str:
    example = " ".join(f"--{_dashed(name)} {value!r}" for name, value in named.example)
    return named.question + (f"\n\nExample: {example}" if example else "")


def _command(named: NamedQuery) -> Callable[..., None]:
    """Make the function of a named query: one option a parameter."""

    def command(ctx: typer.Context, **given: Any) -> None:
        own = {name: given.pop(name) for name in _SHARED}
        chosen = {
            name: own[name] if own[name] is not None else ctx.obj.get(name) for name in _SHARED
        }
        require_format(chosen["form"], TABLE_FORMATS)
        values = {
            name.removeprefix(_VALUE): value for name, value in given.items() if value is not None
        }
        store = store_place(chosen["store"])
        table, reasons = within_limits(
            lambda: ask_named(store, named.name, values), chosen["timeout"]
        )
        print_answer(table, chosen["form"], chosen["output"], raw=bool(chosen["raw"]))
        if not table.rows:
            typer.echo(
                f"no rows: {'; '.join(reasons) or 'the graph says nothing on this'}", err=True
            )

    parameters = [inspect.Parameter("ctx", _KEYWORD, annotation=typer.Context)]
    parameters += [_keyword(_VALUE + param.name, _annotation(param)) for param in named.params]
    parameters += [_keyword(name, annotation) for name, annotation in _SHARED.items()]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


_KEYWORD = inspect.Parameter.KEYWORD_ONLY
#: Before the name of a parameter, which may be a word of Python or an option of ours.
_VALUE = "value_"


def _keyword(name: str, annotation: object) -> inspect.Parameter:
    return inspect.Parameter(name, _KEYWORD, annotation=annotation, default=None)


def _annotation(param: Param) -> Any:
    needed = " (needed)" if param.is_required else ""
    return Annotated[
        str | None,
        typer.Option(f"--{_dashed(param.name)}", help=param.description + needed, metavar="TEXT"),
    ]


def _option(param: Param) -> str:
    option = f"--{_dashed(param.name)}"
    return option if param.is_required else f"[{option}]"


def _dashed(name: str) -> str:
    return name.replace("_", "-")
