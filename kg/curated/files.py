"""Tables of claims on disk: find the files that are such tables, and read their documents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import corpus
from corpus.limits import MAX_BYTES
from kg.curated.layout import separator
from kg.curated.rows import RowError
from kg.curated.table import ReadTable, read_csv
from kg.model import Document

SUFFIX = ".csv"
#: Number of bytes that are read to find the header.
_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """The documents of some tables, and the errors in their rows."""

    documents: tuple[Document, ...] = ()
    errors: tuple[RowError, ...] = ()


def find_tables(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """Split paths into tables of claims and paths that are read as papers.

    A given ``.csv`` file is always a table; in folders, those are tables whose first row has the
    columns ``study`` and ``kind``. A folder with tables but no paper is not among the other paths.
    """
    tables: dict[Path, Path] = {}
    left: list[Path] = []
    for path in map(Path, paths):
        if path.is_dir():
            inside = [file for file in path.rglob("*") if _is_table(file, path)]
            tables.update((file.resolve(), file) for file in inside)
            if not inside or corpus.has_papers(path):
                left.append(path)
        elif path.suffix.lower() == SUFFIX:
            tables[path.resolve()] = path
        else:
            left.append(path)
    return sorted(tables.values(), key=lambda file: file.as_posix()), left


def _is_table(file: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    if file.suffix.lower() != SUFFIX or is_hidden or not file.is_file():
        return False
    try:
        with file.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return separator(head.decode("utf-8-sig", errors="replace")) is not None


def read_table(path: Path) -> ReadTable:
    """Return one table from disk; its id is the file's stem."""
    name = str(path)
    try:
        if path.is_file() and path.stat().st_size > MAX_BYTES:
            return _unread(path, f"larger than {MAX_BYTES // 1_000_000} MB")
        return read_csv(path.read_bytes(), id=path.stem, source=name)
    except OSError as error:
        return _unread(path, (error.strerror or "cannot be read").lower())


def _unread(path: Path, cause: str) -> ReadTable:
    error = RowError(file=str(path), row=0, column="", cause=cause)
    return ReadTable(document=Document(id=path.stem, sha256=""), errors=(error,))


def read_tables(
    files: Sequence[Path], *, valid_rows: bool = False, taken: Collection[str] = ()
) -> Tables:
    """Return the documents of tables and all their errors.

    Parameters
    ----------
    files
        The tables, as :func:`find_tables` returns them.
    valid_rows
        Whether to use the right rows of a table that has wrong ones; otherwise none of them.
    taken
        Ids of other documents, which no table may use.
    """
    documents: list[Document] = []
    errors: list[RowError] = []
    for table in _each_once(files, taken):
        errors += table.errors
        if table.document.claims and (valid_rows or not table.errors):
            documents.append(table.document)
    return Tables(documents=tuple(documents), errors=tuple(errors))


def _each_once(files: Sequence[Path], taken: Collection[str]) -> Iterator[ReadTable]:
    by_id: dict[str, Path | str] = dict.fromkeys(taken, "another document")
    for file in files:
        first = by_id.setdefault(file.stem, file)
        if first == file:
            yield read_table(file)
        else:
            yield _unread(file, f"same document id {file.stem!r} as {first}")
