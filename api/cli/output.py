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

#: Takes how much is done, of how much.
Tell = Callable[[int, int], None]

#: What makes spreadsheet programs read CSV as UTF-8.
_BOM = "\ufeff"

#: How a table can be printed.
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
    """See that a workbook goes to a file or a pipe.

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

    On a terminal the table is as wide as the terminal at most; in files and pipes it is as wide as
    its texts, and no column is left out.

    Parameters
    ----------
    is_headed
        Whether CSV has the headings of readers in place of the names of the columns.
    bom
        Whether CSV begins with a byte order mark.
    source
        What the table was made from, named below it on a terminal.

    Raises
    ------
    UsageError
        If a byte order mark is asked of another format.
    """
    if bom and form != "csv":
        raise UsageError(f"--bom goes with --format csv, not {form}")
    if form == "table" and is_terminal(output):
        width = shutil.get_terminal_size().columns
        if not table.rows:
            return  # the caller says why, on the error stream
        typer.echo(render_text(with_values(table.shortened()), width))
        rows = "1 row" if len(table) == 1 else f"{len(table)} rows"
        typer.echo(f"{rows} from {source}" if source else rows)
        return
    text = TABLE_FORMATS[form](table.headed() if is_headed and form == "csv" else table)
    emit(_BOM + text if bom else text, output)


def is_terminal(output: Path | None) -> bool:
    """Whether what is printed is seen on a terminal at once."""
    return output is None and sys.stdout.isatty()


def emit(text: str, output: Path | None) -> None:
    """Write the text to the file, as a whole or not at all; to the standard output without one.

    Names of files need not be UTF-8; their other bytes are written as question marks.
    """
    emit_bytes(text.encode("utf-8", "replace"), output)


def emit_bytes(data: bytes, output: Path | None) -> None:
    """Write the bytes to the file, as a whole or not at all; to the standard output without one."""
    with opened_whole(output) as out:
        out.write(data)


def write_whole(path: Path, text: str) -> None:
    """Put the text in place of the file; a failure on the way leaves the old file as it was.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    emit_bytes(text.encode(), path)


def require_folder(output: Path | None) -> None:
    """Say that a file cannot be written for want of its folder, before long work and not after.

    Raises
    ------
    UsageError
        If there is no such folder.
    """
    if output is not None and not output.parent.is_dir():
        raise UsageError(f"{output}: there is no folder {output.parent}")


def number(count: int, one: str, several: str) -> str:
    """A count with its noun.

    >>> number(1, "study", "studies")
    '1 study'
    """
    return f"{count} {one if count == 1 else several}"


@contextmanager
def opened_whole(path: Path | None) -> Iterator[BinaryIO]:
    """Open what takes the place of the file when the block ends well; without one, the output.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    if path is None or str(path) == "-":
        with files.naming("standard output"):
            yield typer.get_binary_stream("stdout")
    elif path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
        with files.naming(str(path)), path.open("wb") as out:
            yield out
    else:
        with files.opened_whole(path) as out:
            yield out


@contextmanager
def progress(description: str) -> Iterator[Tell]:
    """Show a bar on the error stream while work goes on; nothing if that is not a terminal.

    The bar is told how much is done, of how much.
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
