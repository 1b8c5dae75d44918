"""What the commands print: tables, files written as a whole, progress on a terminal."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table as RichTable

from api.cli.door import UsageError
from kg.table import Table, format_cell, render_csv, render_json, render_plain

#: Takes how much is done, of how much.
Tell = Callable[[int, int], None]

#: Cells up to this length are not broken on a terminal.
_SHORT = 14

#: How a table can be printed.
TABLE_FORMATS: Mapping[str, Callable[[Table], str]] = MappingProxyType(
    {
        "table": lambda table: render_plain(table.shortened()),
        "csv": render_csv,
        "json": render_json,
    }
)


def require_format(name: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """Return the name of a format if it is known.

    Raises
    ------
    UsageError
        If it is not; the message lists those that are.
    """
    if name not in known:
        raise UsageError(f"unknown format {name!r}; there are: {', '.join(known)}")
    return name


def print_answer(table: Table, form: str, output: Path | None = None, *, raw: bool) -> None:
    """Print the answer to a named query, with readers' headings and columns.

    With ``raw`` CSV keeps the columns for programs; JSON always does.
    """
    if form == "table" or (form == "csv" and not raw):
        table = table.readable().headed()
    print_table(table, form, output)


def print_table(table: Table, form: str, output: Path | None = None) -> None:
    """Print a table in a format of :data:`TABLE_FORMATS`, to a file or the standard output.

    The columns keep their names, and all are printed.
    """
    if form == "table" and output is None and sys.stdout.isatty():
        _print_rich(table.shortened())
    else:
        emit(TABLE_FORMATS[form](table), output)


def _print_rich(table: Table) -> None:
    shown = RichTable(header_style="bold")
    cells = [[format_cell(cell) for cell in row] for row in table.rows]
    for number, name in enumerate(table.columns):
        is_short = all(len(row[number]) <= _SHORT for row in cells)
        shown.add_column(name.replace("_", " "), no_wrap=is_short)
    for row in cells:
        shown.add_row(*row)
    console = Console(markup=False, highlight=False)
    console.print(shown)
    console.print(f"{len(table)} rows", style="dim")


def emit(text: str, output: Path | None) -> None:
    """Write the text to the file, as a whole or not at all; to the standard output without one.

    Names of files need not be UTF-8; what is none of it is written as a question mark.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")
    if output is None or str(output) == "-":
        typer.echo(text, nl=False)
    else:
        write_whole(output, text)


def write_whole(path: Path, text: str) -> None:
    """Put the text in place of the file; a failure on the way leaves the old file as it was.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
        path.write_text(text, encoding="utf-8")
        return
    with _temporary(path) as draft:
        draft.write_text(text, encoding="utf-8", newline="")
        draft.replace(path)


def write_whole_bytes(path: Path, data: bytes) -> None:
    """Put the bytes in place of the file; a failure on the way leaves the old file as it was.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    with _temporary(path) as draft:
        draft.write_bytes(data)
        draft.replace(path)


@contextmanager
def _temporary(path: Path) -> Iterator[Path]:
    """Make a file beside the path that is gone afterwards unless it was moved."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        error.filename = str(path)
        raise
    os.close(handle)
    draft = Path(name)
    draft.chmod(0o666 & ~_umask())
    try:
        yield draft
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


@contextmanager
def progress(description: str) -> Iterator[Tell]:
    """Show a bar on the error stream while work goes on; nothing if that is no terminal.

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
