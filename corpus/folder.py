"""Search of folders for papers, and reading of files from disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path

from corpus.document_ids import document_id, name_documents
from corpus.errors import ReadError
from corpus.formats import is_lock_file, read_bytes
from corpus.legible import legible_name
from corpus.limits import MAX_BYTES
from corpus.model import Paper
from corpus.records import RECORD_SUFFIXES, Library, find_records, open_library

#: Suffixes of the files that count as papers in a folder.
SUFFIXES = (
    *(".txt", ".md", ".pdf", ".xml", ".nxml", ".html", ".htm", ".xhtml"),
    *(".docx", ".odt"),
)
#: Pipes are refused: a document is opened more than once, and a pipe gives its bytes only once.
_NO_FILE = "is a pipe or a device, not a file; save its content in a file first"


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledReview:
    """The files of the review that ships with the package: its document and its corrections."""

    document: Path
    corrections: Path


def find_papers(paths: Iterable[Path]) -> list[Path]:
    """List the files to read, sorted by path and without duplicates.

    A folder contributes its text, Markdown, PDF, XML, HTML, Word and OpenDocument files at any
    depth, except hidden files, lock files of Word and ``README`` files. A file given by its own
    path is listed whatever its suffix, except for files of records (:mod:`corpus.records`).

    Raises
    ------
    ReadError
        If a path does not exist or a folder holds no paper.
    """
    found = {file for path in paths for file in _papers_at(Path(path))}
    return sorted(found, key=lambda file: file.as_posix())


def has_papers(folder: Path) -> bool:
    """Return whether a folder holds a file that :func:`find_papers` would list."""
    return any(_is_paper(file, folder) for file in folder.rglob("*"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The files to read by document id, ordered by path, and the problems of the search."""

    files: Mapping[str, Path] = field(default_factory=dict)
    problems: tuple[ReadError, ...] = ()


def find_documents(paths: Iterable[Path], library: Library) -> Found:
    """Find the files at the given paths and those that entries of the library name.

    A file reached in two ways is read once. Files that the library names but that are missing are
    reported among the problems.
    """
    paths = [Path(path) for path in paths]
    found = {file: file for file in library.documents}
    problems: list[ReadError] = []
    for path in paths:
        problems += _closed_folders(path)
        try:
            found.update((file.resolve(), file) for file in _papers_at(path))
        except ReadError as error:
            if not (path.is_dir() and find_records([path])):  # a folder may hold records only
                problems.append(error)
    files = sorted(found.values(), key=lambda file: file.as_posix())
    named, rejected = name_documents(files)
    return Found(files=named, problems=(*problems, *library.lost(files), *rejected))


def read_papers(paths: Iterable[Path]) -> Iterator[Paper | ReadError]:
    """Read files and folders one by one; yield each paper, or the error if it cannot be read.

    Files of records among the paths supply the bibliographic data of the papers, and the files that
    their entries name are read too.
    """
    paths = list(paths)
    library = open_library(paths)
    found = find_documents(paths, library)
    yield from found.problems
    for name, file in found.files.items():
        try:
            yield library.complete(read(file, id=name))
        except ReadError as error:
            yield error


def read(path: Path, *, id: str | None = None) -> Paper:
    """Read one document from disk; its id defaults to :func:`document_id` of its path.

    Raises
    ------
    ReadError
        If the file is missing, empty, binary, not UTF-8, or has malformed front matter.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError(str(path), "is a folder, not a document")
        if path.exists() and not path.is_file():
            raise ReadError(str(path), _NO_FILE)
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(str(path), f"larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), "no such file") from error
    except OSError as error:
        raise ReadError(str(path), (error.strerror or "cannot be read").lower()) from error
    return read_bytes(data, id=id or document_id(path), source=legible_name(str(path)))


def bundled_notes() -> list[Path]:
    """List the literature notes that ship with the package, sorted by name."""
    return sorted(_data("notes").glob("*.md"))


def bundled_review() -> BundledReview:
    """Return the paths of the document file of the bundled review and of its corrections."""
    folder = _data("review")
    return BundledReview(document=folder / "review.jsonl", corrections=folder / "corrections.tsv")


def _data(name: str) -> Path:
    return Path(str(files("corpus"))) / name


def _papers_at(path: Path) -> list[Path]:
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    if not path.is_dir() and not path.is_file():
        raise ReadError(str(path), _NO_FILE)
    if not path.is_dir():
        return [] if path.suffix.lower() in RECORD_SUFFIXES else [path]
    papers = [file for file in path.rglob("*") if _is_paper(file, path)]
    if not papers:
        raise ReadError(str(path), f"folder without papers ({', '.join(SUFFIXES)} files)")
    return papers


def _closed_folders(path: Path) -> list[ReadError]:
    """Return an error for each folder that cannot be listed; ``rglob`` skips them silently."""
    failed: list[OSError] = []
    for _ in os.walk(path, onerror=failed.append) if path.is_dir() else ():
        pass
    folders = [(Path(error.filename), error) for error in failed]
    return [
        ReadError(str(folder), f"folder cannot be listed ({(error.strerror or 'error').lower()})")
        for folder, error in folders
        if not _is_hidden(folder, path)
    ]


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _is_paper(file: Path, folder: Path) -> bool:
    is_text = file.suffix.lower() in SUFFIXES and file.stem.upper() != "README"
    is_passed_over = _is_hidden(file, folder) or is_lock_file(file.name)
    return is_text and not is_passed_over and file.is_file()
