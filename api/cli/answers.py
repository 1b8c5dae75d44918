"""Answers questions within limits and prints the answers in any of the formats."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from api.cli.errors import UsageError
from api.cli.limits import within_limits
from api.cli.output import emit_bytes, print_table, require_file
from kg.errors import QueryError
from kg.queries import NOTHING_SAID, find_query
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Location

#: Formats that :mod:`api.cli.output` prints; the others read citations from the graph.
_PLAIN = ("table", "csv", "json")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOptions:
    """Options for printing an answer: ``columns`` and ``studies`` as typed; empty means all.

    ``raw`` keeps the columns for programs, ``bom`` begins CSV with a byte order mark, and
    ``option`` is the option that named the studies. ``limit`` rows are printed from ``cursor`` on,
    or all rows if it is 0.
    """

    form: str = "table"
    columns: tuple[str, ...] = ()
    studies: tuple[str, ...] = ()
    option: str = "only"
    output: Path | None = None
    raw: bool = False
    bom: bool = False
    limit: int = 0
    cursor: str = ""


def answer_formats() -> tuple[str, ...]:
    """Return the formats in which an answer can be printed."""
    from kg.export.formats import FORMATS

    return (*_PLAIN, *(n for n, one in FORMATS.items() if one.takes != "store" and n not in _PLAIN))


def column_names(text: str | None) -> tuple[str, ...]:
    """Return the names that ``--columns`` lists.

    >>> column_names("study, said by,")
    ('study', 'said by')
    """
    return tuple(name.strip() for name in (text or "").split(",") if name.strip())


def answer_named(
    store: Location,
    name: str,
    values: Mapping[str, str],
    printing: PrintOptions,
    timeout: float | None,
) -> None:
    """Answer a named question and print the answer, or the reason why it has no rows.

    Raises
    ------
    QueryError
        If a value, column or study is not known; the message names the option.
    """
    from kg.export.answers import Answer, answer, print_answer
    from kg.store import open_graph

    def work() -> tuple[Answer, Table, bytes | None]:
        opened = open_graph(store)
        found = answer(opened, name, values, limit=printing.limit, cursor=printing.cursor)
        shown = print_answer(
            opened, found, printing.form, columns=printing.columns, studies=printing.studies
        )
        return found, *shown

    require_file(printing.form, printing.output)
    names = {param.name for param in find_query(name).params}
    try:
        found, table, printed = within_limits(work, timeout)
    except QueryError as error:
        raise QueryError(with_option(str(error), names, printing.option)) from error
    _print(table, printed, printing, store, is_named=True)
    if found.cursor:
        shown = f"rows {found.before + 1} to {found.before + len(found.table)}; "
        told = shown if found.table.rows else "no rows so far; "
        typer.echo(f"{told}more may follow: --cursor {found.cursor}", err=True)
    elif not table.rows:
        reasons = "; ".join(found.reasons) or NOTHING_SAID
        typer.echo(f"no rows in {store}: {reasons}", err=True)


def answer_sparql(
    store: Location, sparql: str, printing: PrintOptions, timeout: float | None
) -> None:
    """Answer a SPARQL query and print the answer.

    Raises
    ------
    QueryError
        If the query is refused or malformed, or a column is not known.
    """
    from kg.export.answers import Answer, print_answer
    from kg.export.captions import NO_CAPTION
    from kg.store import open_graph
    from kg.table import table_from_result

    def work() -> tuple[Table, bytes | None]:
        opened = open_graph(store)
        found = Answer(table=table_from_result(opened.query(sparql)), caption=NO_CAPTION)
        return print_answer(opened, found, printing.form, columns=printing.columns)

    require_file(printing.form, printing.output)
    try:
        table, printed = within_limits(work, timeout)
    except QueryError as error:
        raise QueryError(with_option(str(error), ())) from error
    _print(table, printed, printing, store, is_named=False)
    if not table.rows:
        typer.echo(f"no rows in {store}", err=True)


def print_rows(table: Table, printing: PrintOptions, store: Location) -> None:
    """Print the answer to a named question as a table, CSV or JSON."""
    _print(table, None, printing, store, is_named=True)


def _print(
    table: Table, printed: bytes | None, printing: PrintOptions, store: Location, *, is_named: bool
) -> None:
    if printed is not None:
        emit_bytes(printed, printing.output)
        return
    if is_named and (printing.form == "table" or (printing.form == "csv" and not printing.raw)):
        table = table.readable()
    print_table(
        table,
        printing.form,
        printing.output,
        is_headed=is_named and not printing.raw,
        bom=printing.bom,
        source=str(store),
    )


def with_option(message: str, params: Iterable[str], studies: str = "only") -> str:
    """Return a message with its leading parameter name replaced by the option.

    >>> with_option("max_temperature: 'warm' is not a temperature", ["max_temperature"])
    "--max-temperature: 'warm' is not a temperature"
    """
    options = {name: name.replace("_", "-") for name in (*params, "columns")} | {"studies": studies}
    name, colon, rest = message.partition(": ")
    return f"--{options[name]}: {rest}" if colon and name in options else message


@contextmanager
def naming_options(params: Iterable[str]) -> Iterator[None]:
    """Replace the parameter at the start of an error message by its option.

    Raises
    ------
    QueryError
        If the block raises one; with the changed message.
    """
    try:
        yield
    except QueryError as error:
        raise QueryError(with_option(str(error), params)) from error


def require_parameters(name: str, given: Iterable[str]) -> None:
    """Check that a named question has these parameters.

    Raises
    ------
    QueryError
        If there is no such question.
    UsageError
        If there is no such parameter; the message names the nearest.
    """
    known = [param.name.replace("_", "-") for param in find_query(name).params]
    for option in given:
        typed = option.replace("_", "-")
        if typed not in known:
            near = difflib.get_close_matches(typed, known, n=1)
            hint = f"did you mean --{near[0]}? " if near else ""
            listed = ", ".join(f"--{one}" for one in known) or "none"
            raise UsageError(f"{name}: no option --{typed}; {hint}its options are: {listed}")
