"""Output of the commands: tables, files written atomically, progress on a terminal."""

from __future__ import annotations

import difflib
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, BinaryIO

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from api.cli.errors import UsageError
from kg import files
from kg.export import workbook
from kg.plain import render_text
from kg.table import Table, render_csv, render_json, with_values

#: Called with the amount done and the total amount.
Tell = Callable[[int, int], None]

#: The byte order mark, with which spreadsheet programs read CSV as UTF-8.
_BOM = "\ufeff"

#: Format -> the function that prints a table in it.
TABLE_FORMATS: Mapping[str, Callable[[Table], str]] = MappingProxyType(
    {
        "table": lambda table: render_text(with_values(table.shortened())),
        "csv": render_csv,
        "json": render_json,
    }
)

FormatOption = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help=f"One of: {', '.join(TABLE_FORMATS)}.")
]


def require_format(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the name of a format if it is known.

    Raises
    ------
    UsageError
        If it is not; the message lists those that are.
    """
    if name not in known:
        near = difflib.get_close_matches(name, known, n=1)
        hint = f"did you mean {near[0]}? " if near else ""
        raise UsageError(f"--format: unknown format {name!r}; {hint}there are: {', '.join(known)}")
    return name


def require_file(form: str, output: Path | None) -> None:
    """Check that a workbook goes to a file or a pipe.

    Raises
    ------
    UsageError
        If it would go to a terminal.
    """
    if form == workbook.SUFFIX and is_terminal(output):
        raise UsageError(f"--format {form} is not text; name a file with --output")


def print_table(
    table: Table,
    form: str,
    output: Path | None = None,
    *,
    is_headed: bool = False,
    bom: bool = False,
    source: str = "",
) -> None:
    """Print a table in a format of :data:`TABLE_FORMATS`, to a file or the standard output.

    On a terminal the table is at most as wide as the terminal. In files and pipes it is as wide as
    its texts, and no column is left out.

    Parameters
    ----------
    is_headed
        Whether CSV has headings for readers instead of the column names.
    bom
        Whether CSV begins with a byte order mark.
    source
        The source of the table, named below it on a terminal.

    Raises
    ------
    UsageError
        If a byte order mark is requested for a format other than CSV.
    """
    if bom and form != "csv":
        raise UsageError(f"--bom goes with --format csv, not {form}")
    if form == "table" and is_terminal(output):
        width = shutil.get_terminal_size().columns
        if not table.rows:
            return  # the caller prints the reason on the error stream
        typer.echo(render_text(with_values(table.shortened()), width))
        rows = "1 row" if len(table) == 1 else f"{len(table)} rows"
        typer.echo(f"{rows} from {source}" if source else rows)
        return
    text = TABLE_FORMATS[form](table.headed() if is_headed and form == "csv" else table)
    emit(_BOM + text if bom else text, output)


def is_terminal(output: Path | None) -> bool:
    """Return whether the output goes directly to a terminal."""
    return output is None and sys.stdout.isatty()


def emit(text: str, output: Path | None) -> None:
    """Write the text to the file completely or not at all; without a file to standard output.

    File names in the text need not be UTF-8; their other bytes are written as question marks.
    """
    emit_bytes(text.encode("utf-8", "replace"), output)


def emit_bytes(data: bytes, output: Path | None) -> None:
    """Write the bytes to the file completely or not at all; without a file to standard output."""
    with opened_whole(output) as out:
        out.write(data)


def write_whole(path: Path, text: str) -> None:
    """Replace the content of the file by the text; after a failure the old file is unchanged.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    emit_bytes(text.encode(), path)


def require_folder(output: Path | None) -> None:
    """Check before long work that the folder of the output file exists.

    Raises
    ------
    UsageError
        If there is no such folder.
    """
    if output is not None and not output.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {output.parent}")


def number(count: int, one: str, several: str) -> str:
    """Return a count with its noun.

    >>> number(1, "study", "studies")
    '1 study'
    """
    return f"{count} {one if count == 1 else several}"


@contextmanager
def opened_whole(path: Path | None) -> Iterator[BinaryIO]:
    """Open a stream that replaces the file if the block succeeds; without a file, standard output.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    if path is None or str(path) == "-":
        with files.naming("standard output"):
            yield typer.get_binary_stream("stdout")
    elif path.exists() and not path.is_file():  # a device or a pipe is written directly
        with files.naming(str(path)), path.open("wb") as out:
            yield out
    else:
        with files.opened_whole(path) as out:
            yield out


@contextmanager
def progress(description: str) -> Iterator[Tell]:
    """Show a progress bar on the error stream during work, if that is a terminal.

    The block calls the yielded function with the amount done and the total amount.
    """
    console = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
