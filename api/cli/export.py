"""``aldkg export``: writes the graph, or an answer, in the format of another program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.answers import (
    PrintOptions,
    answer_named,
    column_names,
    require_parameters,
    with_option,
)
from api.cli.errors import UsageError
from api.cli.options import OutputOption, StoreOption, TimeoutOption, VocabOption, store_place
from api.cli.output import (
    emit_bytes,
    opened_whole,
    require_file,
    require_format,
    write_whole,
)
from api.cli.parameters import as_usage, check_answers
from api.settings import Settings
from kg.errors import QueryError
from kg.export.formats import DEFAULT_QUERY, FORMATS
from kg.queries import find_query, gathered

if TYPE_CHECKING:
    from kg.store import Location

#: The name of the format that consists of several files.
CRATE = "ro-crate"

#: Allows the parameters of the named query among the options.
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
    study: Annotated[
        list[str] | None,
        typer.Option(
            "--study", metavar="STUDY", help="Only this study (Liu 2011); may be repeated."
        ),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option("--columns", metavar="NAME,...", help="Write these columns, in this order."),
    ] = None,
    bom: Annotated[bool, typer.Option("--bom", help="Begin CSV with a byte order mark.")] = False,
    store: StoreOption = None,
    output: OutputOption = None,
    timeout: TimeoutOption = None,
    vocab: VocabOption = None,
) -> None:
    """Print the graph, or the answer to a named query, in a file format.

    The parameters of the query follow its name: --query studies-of-material --material PbSe

    bibtex, ris and csl hold every study of the graph. With --query they hold the studies that the
    answer cites, and with --study the named ones, so a LaTeX table and
    its .bib have the same studies.

    An RO-Crate is a folder of several formats with machine-readable metadata: --output names the
    folder, which must be new or empty, or a file that ends in .zip.
    """
    require_format(form, (*FORMATS, CRATE))
    require_file(form, output)
    given = read_values(ctx.args)
    if given and query is None:
        raise UsageError(f"export: no option {ctx.args[0]!r}; parameters belong to a --query")
    path = store_place(store)
    if form == CRATE:
        export_crate(path, query, output)
        return
    printing = PrintOptions(
        form=form,
        columns=column_names(columns),
        studies=tuple(study or ()),
        option="study",
        output=output,
        raw=True,
        bom=bom,
    )
    is_table = FORMATS[form].takes in ("table", "book")
    if FORMATS[form].takes == "store" and (query or study):
        raise QueryError(f"{form} exports the whole graph and takes no query and no --study")
    if query is not None or (is_table and (columns or study or bom)):
        _export_answer(path, query or DEFAULT_QUERY, given, printing, timeout)
    else:
        export_all(path, form, printing.studies, output)


def _export_answer(
    path: Location,
    name: str,
    given: Sequence[tuple[str, str]],
    printing: PrintOptions,
    timeout: float | None,
) -> None:
    """Export the answer to a named query; a single --study also fills its parameter ``study``."""
    require_parameters(name, (option for option, _ in given))
    query = find_query(name)
    with as_usage(option for option, _ in given):
        values = gathered(query, given)
    if len(printing.studies) == 1 and any(param.name == "study" for param in query.params):
        values = {**values, "study": printing.studies[0]}
        printing = replace(printing, studies=())
    check_answers(query, values)
    answer_named(path, name, values, printing, timeout)


def export_all(store: Location, form: str, studies: Sequence[str], output: Path | None) -> None:
    """Export the graph in small parts, or the bibliographic records of some studies.

    Raises
    ------
    QueryError
        If a study is not known.
    """
    from kg.export.answers import studies_named
    from kg.export.formats import StoreFormat, export_bytes, find_format
    from kg.store import open_graph

    opened, chosen = open_graph(store), find_format(form)
    if isinstance(chosen, StoreFormat):
        with opened_whole(output) as out:
            chosen.write(opened, out)
        return
    try:
        wanted = frozenset().union(*(studies_named(opened, text) for text in studies))
    except QueryError as error:
        raise QueryError(with_option(str(error), (), "study")) from error
    emit_bytes(export_bytes(opened, form, studies=wanted), output)


def export_crate(store: Location, query: str | None, output: Path | None) -> None:
    """Write the graph as an RO-Crate with today's date of publication.

    Raises
    ------
    UsageError
        If no folder is named, the folder is not empty, or a query is given.
    """
    from kg.export.crate import crate_files, render_zip
    from kg.export.publication import Publication
    from kg.store import open_graph

    if output is None or query is not None:
        raise UsageError(f"export: {CRATE} holds the whole graph and needs --output, not --query")
    is_zip = output.suffix.lower() == ".zip"
    if not is_zip and output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise UsageError(f"export: {output} already exists and is not an empty folder")
    settings = Settings.from_env()
    chosen = {"license": settings.license} if settings.license else {}
    today = datetime.now(UTC).date().isoformat()
    published = Publication(date=today, base_url=settings.base_url, **chosen)
    files = crate_files(open_graph(store), published)
    if is_zip:
        emit_bytes(render_zip(files), output)
        return
    output.mkdir(parents=True, exist_ok=True)
    for name, text in reversed(
        tuple(files.items())
    ):  # the file that marks the crate as complete comes last
        write_whole(output / name, text)


def read_values(words: Sequence[str]) -> list[tuple[str, str]]:
    """Read ``--name value`` and ``--name=value`` pairs.

    Raises
    ------
    UsageError
        If a word is not an option, or an option has no value.

    Examples
    --------
    >>> read_values(["--material", "PbSe", "--max-temperature=100"])
    [('material', 'PbSe'), ('max_temperature', '100')]
    """
    return list(_pairs(iter(words)))


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
