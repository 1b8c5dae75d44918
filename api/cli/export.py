"""``aldkg export``: the graph, or the answer to a named query, in the format of another program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.door import UsageError
from api.cli.limits import within_limits
from api.cli.options import OutputOption, StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import emit, require_format, write_whole, write_whole_bytes
from api.cli.query import ask_named
from api.settings import Settings
from kg.export import FORMATS

if TYPE_CHECKING:
    from kg.store import Location

#: The name of the format that is several files.
CRATE = "ro-crate"

#: Lets the parameters of the named query stand among the options.
CONTEXT: dict[str, Any] = {"ignore_unknown_options": True, "allow_extra_args": True}


def export(
    ctx: typer.Context,
    form: Annotated[
        str,
        typer.Option(
            "--format", "-f", metavar="NAME", help=f"One of: {', '.join((*FORMATS, CRATE))}."
        ),
    ],
    query: Annotated[
        str | None,
        typer.Option("--query", metavar="NAME", help="Export the answer to this named query."),
    ] = None,
    store: StoreOption = None,
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    vocab: VocabOption = None,
) -> None:
    """Print the graph, or the answer to a named query, in a file format.

    The parameters of the query stand behind it: --query studies-of-material --material PbSe

    An RO-Crate is a folder of several formats that says of itself what it holds: --output names the
    folder, which must be new or empty, or a file that ends in .zip.
    """
    from kg.export import export as export_store
    from kg.store import open_graph

    require_format(form, (*FORMATS, CRATE))
    values = read_values(ctx.args)
    if values and query is None:
        raise UsageError(f"export: no option {ctx.args[0]!r}; parameters belong to a --query")
    path = store_place(store)
    if form == CRATE:
        export_crate(path, query, output)
        return
    table = None
    if query is not None:
        table, _ = within_limits(lambda: ask_named(path, query, values), timeout)
    emit(export_store(open_graph(path), form, table), output)


def export_crate(store: Location, query: str | None, output: Path | None) -> None:
    """Write the graph as an RO-Crate, published today.

    Raises
    ------
    UsageError
        If no folder is named for it, it is not empty, or a query is asked.
    """
    from kg.export.crate import crate_files, render_zip
    from kg.export.publication import Publication
    from kg.store import open_graph

    if output is None or query is not None:
        raise UsageError(f"export: {CRATE} holds the whole graph and needs --output, not --query")
    is_zip = output.suffix.lower() == ".zip"
    if not is_zip and output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError(f"export: {output} is there already, and no empty folder")
    settings = Settings.from_env()
    chosen = {"license": settings.license} if settings.license else {}
    today = datetime.now(UTC).date().isoformat()
    published = Publication(date=today, base_url=settings.base_url, **chosen)
    files = crate_files(open_graph(store), published)
    if is_zip:
        write_whole_bytes(output, render_zip(files))
        return
    output.mkdir(parents=True, exist_ok=True)
    for name, text in reversed(
        tuple(files.items())
    ):  # what says that the crate is whole comes last
        write_whole(output / name, text)


def read_values(words: Sequence[str]) -> dict[str, str]:
    """Read ``--name value`` and ``--name=value`` pairs.

    Raises
    ------
    UsageError
        If a word is no option, or an option has no value.

    Examples
    --------
    >>> read_values(["--material", "PbSe", "--max-temperature=100"])
    {'material': 'PbSe', 'max_temperature': '100'}
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
