"""``aldkg query``: named questions, one subcommand each, and free SPARQL."""

from __future__ import annotations

import inspect
import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.answers import PrintOptions, answer_formats, answer_named, answer_sparql, column_names
from api.cli.errors import UsageError, named_group
from api.cli.options import OutputOption, StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import emit, is_terminal, print_table, require_format
from api.cli.parameters import as_usage, check_answers
from kg.errors import QueryError
from kg.queries import NamedQuery, Param, gathered, load_queries, spread
from kg.queries.cursor import CURSOR
from kg.table import Table

if TYPE_CHECKING:
    pass

FormatOption = Annotated[
    str,
    typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(answer_formats())}."),
]
#: The same option for a named query; without it the value given to ``query`` applies.
SubFormatOption = Annotated[
    str | None, typer.Option("--format", "-f", metavar="NAME", help="Format, as for query.")
]

RawOption = Annotated[
    bool, typer.Option("--raw", help="Also print columns and codes for programs.")
]

ColumnsOption = Annotated[
    str | None,
    typer.Option("--columns", metavar="NAME,...", help="Print these columns, in this order."),
]
BomOption = Annotated[
    bool | None,
    typer.Option("--bom", help="Begin CSV with a byte order mark, for spreadsheet programs."),
]
StudyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only", metavar="STUDY", help="Only rows on this study (Liu 2011); may be repeated."
    ),
]

LimitOption = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="ROWS", help="Print at most this many rows.")
]
CursorOption = Annotated[
    str | None,
    typer.Option(
        "--cursor",
        metavar="CURSOR",
        help="Continue after the previous call, from the cursor that it printed.",
    ),
]

_SHARED = {
    "raw": RawOption,
    "columns": ColumnsOption,
    "bom": BomOption,
    "only": StudyOption,
    "limit": LimitOption,
    "cursor": CursorOption,
    "store": StoreOption,
    "form": SubFormatOption,
    "output": OutputOption,
    "timeout": TimeoutOption,
    "vocab": VocabOption,
}


def make_query_app() -> typer.Typer:
    """Make the command ``query``, with one subcommand for each named query."""
    app = typer.Typer(
        cls=named_group("question", "aldkg query --list"),
        help="Query the graph by a named question or by SPARQL.",
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
    columns: ColumnsOption = None,
    bom: BomOption = None,
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    is_list: Annotated[bool, typer.Option("--list", help="List the named queries.")] = False,
    vocab: VocabOption = None,
) -> None:
    """Query the graph by a named question or by SPARQL.

    Examples: aldkg query studies-of-material --material PbSe;
    aldkg query --sparql 'SELECT * WHERE { ?s ?p ?o } LIMIT 3' --format csv
    """
    require_format(form, answer_formats())
    ctx.obj = {
        "store": store,
        "form": form,
        "columns": columns,
        "bom": bom,
        "output": output,
        "timeout": timeout,
        "vocab": vocab,
    }
    if ctx.invoked_subcommand is not None:
        if sparql or file or is_list:
            raise UsageError("query: give either a name or --sparql, --file or --list")
        return
    if is_list:
        _print_list(form, output)
        return
    printing = PrintOptions(form=form, columns=column_names(columns), output=output, bom=bool(bom))
    answer_sparql(store_place(store), _sparql_text(sparql, file), printing, timeout)


def list_queries() -> Table:
    """Return a table of the named queries with their parameters, by topic."""
    rows = tuple(
        (q.topic, q.name, q.question, " ".join(_option(param) for param in q.params))
        for q in sorted(load_queries().values(), key=lambda q: q.topic)
    )
    return Table(columns=("topic", "name", "question", "parameters"), rows=rows)


def _print_list(form: str, output: Path | None) -> None:
    if form == "table":
        width = shutil.get_terminal_size().columns if is_terminal(output) else 100
        emit(render_list(load_queries().values(), width), output)
    else:
        print_table(list_queries(), form, output)


def render_list(queries: Iterable[NamedQuery], width: int) -> str:
    """Return the questions as text under their topics, each with its name and options."""
    by_topic = sorted(queries, key=lambda query: query.topic)
    return "\n".join(
        "\n".join([topic, *(line for query in group for line in _listed(query, width))]) + "\n"
        for topic, group in groupby(by_topic, key=lambda query: query.topic)
    )


def _listed(query: NamedQuery, width: int) -> Iterator[str]:
    options = " ".join(_option(param) for param in query.params)
    yield from _indented(f"{query.name} {options}".rstrip(), width, 2)
    yield from _indented(query.question, width, 6)


def _indented(text: str, width: int, indent: int) -> list[str]:
    first, rest = " " * indent, " " * max(indent, 6)
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )


def _sparql_text(sparql: str | None, file: Path | None) -> str:
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


def _help(named: NamedQuery) -> str:
    example = " ".join(f"--{_dashed(name)} {value!r}" for name, value in named.example)
    several = any(param.takes_several for param in named.params)
    told = [named.question, *([SEVERAL] if several else [])]
    return "\n\n".join([*told, *([f"Example: {example}"] if example else [])])


def _command(named: NamedQuery) -> Callable[..., None]:
    """Make the function of a named query's subcommand, with one option per parameter."""

    def command(ctx: typer.Context, **given: Any) -> None:
        own = {name: given.pop(name) for name in _SHARED}
        chosen = {
            name: own[name] if own[name] is not None else ctx.obj.get(name) for name in _SHARED
        }
        require_format(chosen["form"], answer_formats())
        options = {name.removeprefix(_VALUE): value for name, value in given.items()}
        with as_usage(param.name for param in named.params):
            values = gathered(named, spread(options))
        check_answers(named, values)
        cursor = _read_cursor(chosen["cursor"] or "")
        printing = PrintOptions(
            form=chosen["form"],
            columns=column_names(chosen["columns"]),
            studies=tuple(chosen["only"] or ()),
            output=chosen["output"],
            raw=bool(chosen["raw"]),
            bom=bool(chosen["bom"]),
            limit=chosen["limit"] or (_PAGE if cursor else 0),
            cursor=cursor,
        )
        answer_named(store_place(chosen["store"]), named.name, values, printing, chosen["timeout"])

    parameters = [inspect.Parameter("ctx", _KEYWORD, annotation=typer.Context)]
    parameters += [_keyword(_VALUE + param.name, _annotation(param)) for param in named.params]
    parameters += [_keyword(name, annotation) for name, annotation in _SHARED.items()]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {p.name: p.annotation for p in parameters}
    return command


def _read_cursor(text: str) -> str:
    """Return the cursor as typed, after checking its form."""
    if text and not re.fullmatch(CURSOR, text):
        raise UsageError(
            f"--cursor: {text!r} is not a cursor; give the one that the previous call printed"
        )
    return text


#: Explains below the question how to give several values.
SEVERAL = "TEXT... is one value or several: repeat the option, or write 'TEXT or TEXT'."
#: Rows from a cursor on, if no number is given.
_PAGE = 200
_KEYWORD = inspect.Parameter.KEYWORD_ONLY
#: Prefix of parameter names, which might be Python keywords or clash with options of the command.
_VALUE = "value_"


def _keyword(name: str, annotation: object) -> inspect.Parameter:
    return inspect.Parameter(name, _KEYWORD, annotation=annotation, default=None)


def _annotation(param: Param) -> Any:
    need = " (required)" if param.is_required else ""
    if param.default:
        need = f". Default: {param.default}."
    option, help_ = f"--{_dashed(param.name)}", param.description + need
    if param.takes_several:
        return Annotated[list[str] | None, typer.Option(option, help=help_, metavar="TEXT...")]
    return Annotated[str | None, typer.Option(option, help=help_, metavar="TEXT")]


def _option(param: Param) -> str:
    option = f"--{_dashed(param.name)}"
    return option if param.is_required else f"[{option}]"


def _dashed(name: str) -> str:
    return name.replace("_", "-")
