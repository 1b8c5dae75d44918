"""Document files on disk, recognised by their header, not by their name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from corpus import ReadError
from corpus.legible import legible_name
from corpus.limits import MAX_BYTES
from kg.documents.form import FORMAT, SUFFIX, DocumentFile
from kg.documents.reading import parse_document

#: The beginning of a header: an object with this format among its first keys.
_OPENING: Final = re.compile(rb'\s*\{[^\n]{0,400}?"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_HEAD: Final = 1024
_BOM: Final = b"\xef\xbb\xbf"


def read_document_file(path: Path) -> DocumentFile:
    """Return the content of a document file.

    Raises
    ------
    ReadError
        If it cannot be read, or a line is wrong; the message has the number of the first such line.
    """
    source = legible_name(str(path))
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(source, f"larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(source, (error.strerror or "cannot be read").lower()) from error
    return parse_document(data, source)


def is_document_file(path: Path) -> bool:
    """Return whether a file begins with the header of a document; false if it cannot be opened."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError:
        return False
    return _OPENING.match(head.removeprefix(_BOM)) is not None


def find_document_files(paths: Iterable[Path]) -> tuple[list[Path], list[Path]]:
    """List the document files among files and in folders, and similar files without a header.

    Returns
    -------
    documents
        Files that begin with the header of a document, whatever their name, sorted by path; hidden
        files in folders are skipped.
    others
        Files in folders that are named like document files but have no header.
    """
    documents: dict[Path, Path] = {}
    others: list[Path] = []
    for path in map(Path, paths):
        for file in _inside(path) if path.is_dir() else (path,):
            if file.is_file() and is_document_file(file):
                documents.setdefault(file.resolve(), file)
            elif path.is_dir() and file.suffix.lower() == SUFFIX:
                others.append(file)
    return sorted(documents.values(), key=lambda file: file.as_posix()), sorted(others)


def _inside(folder: Path) -> Iterable[Path]:
    for file in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not is_hidden and file.is_file():
            yield file
