"""``aldkg export``: the graph, or the answer to a named query, in the format of another program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

import typer

from api.cli.door import UsageError
from api.cli.limits import within_limits
from api.cli.options import OutputOption, StoreOption, TimeoutOption, store_path
from api.cli.output import emit, require_format
from api.cli.query import ask_named
from kg.export import FORMATS

#: Lets the parameters of the named query stand among the options.
CONTEXT: dict[str, Any] = {"ignore_unknown_options": True, "allow_extra_args": True}


def export(
    ctx: typer.Context,
    form: Annotated[
        str,
        typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(FORMATS)}."),
    ],
    query: Annotated[
        str | None,
        typer.Option("--query", metavar="NAME", help="Export the answer to this named query."),
    ] = None,
    store: StoreOption = None,
    output: OutputOption = None,
    timeout: TimeoutOption = None,
) -> None:
    """Print the graph, or the answer to a named query, in a file format.

    The parameters of the query stand behind it: --query studies-of-material --formula PbSe
    """
    from kg.export import export as export_store
    from kg.store import Store

    require_format(form, FORMATS)
    values = read_values(ctx.args)
    if values and query is None:
        raise UsageError(f"export: no option {ctx.args[0]!r}; parameters belong to a --query")
    path = store_path(store)
    table = None
    if query is not None:
        table = within_limits(lambda: ask_named(path, query, values), timeout)
    emit(export_store(Store.open(path), form, table), output)


def read_values(words: Sequence[str]) -> dict[str, str]:
    """Read ``--name value`` and ``--name=value`` pairs.

    Raises
    ------
    UsageError
        If a word is no option, or an option has no value.

    Examples
    --------
    >>> read_values(["--formula", "PbSe", "--max-temperature=100"])
    {'formula': 'PbSe', 'max_temperature': '100'}
    """
    return dict(_pairs(iter(words)))


def _pairs(words: Iterator[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        name, sign, value = word.removeprefix("--").partition("=")
        if not word.startswith("--") or not name:
            raise UsageError(f"export: unexpected {word!r}")
        if not sign:
            try:
                value = next(words)
            except StopIteration:
                raise UsageError(f"export: {word} needs a value") from None
        yield name.replace("-", "_"), value
