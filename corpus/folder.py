"""The corpus on disk: which files are papers, and the bytes of each made a paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from corpus.errors import ReadError
from corpus.formats import read_bytes
from corpus.legible import legible
from corpus.limits import MAX_BYTES
from corpus.model import Paper
from corpus.records import RECORD_SUFFIXES, open_library

#: Suffixes of the files that a folder is searched for.
SUFFIXES = (".txt", ".md", ".pdf", ".xml", ".nxml", ".html", ".htm", ".xhtml")


_SECOND_SUFFIX = re.compile(r"(?<=.)(?:\.grobid)?\.(?:tei|jats)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class BundledReview:
    """The files made from the review that ship with the package."""

    claims: Path
    references: Path


def find_papers(paths: Iterable[Path]) -> list[Path]:
    """List the files to read, sorted by path, each once.

    A folder stands for its text, Markdown, PDF, XML and HTML files, at any depth; hidden files and
    ``README`` files are none. A file that is named itself is taken whatever its suffix, except for
    files of records (:mod:`corpus.records`).

    Raises
    ------
    ReadError
        If a path does not exist or a folder holds no paper.
    """
    found = {file for path in paths for file in _papers_at(Path(path))}
    return sorted(found, key=lambda file: file.as_posix())


def read_papers(paths: Iterable[Path]) -> Iterator[Paper | ReadError]:
    """Read files and folders one after the other; what cannot be read is yielded as its error.

    Files of records among them give the papers their bibliographic data. The second of two files
    with the same document id is rejected.
    """
    paths = list(paths)
    library = open_library(paths)
    yield from library.problems
    files_by_id: dict[str, Path] = {}
    for file in _each_once(paths):
        if isinstance(file, ReadError):
            yield file
            continue
        first = files_by_id.setdefault(document_id(file), file)
        if first != file:
            yield ReadError(str(file), f"same document id {document_id(file)!r} as {first}")
            continue
        try:
            yield library.complete(read(file))
        except ReadError as error:
            yield error


def read(path: Path, *, id: str | None = None) -> Paper:
    """Read one document from disk; its id is the file's stem unless given.

    Raises
    ------
    ReadError
        If the file is missing, empty, binary, not UTF-8, or has malformed front matter.
    """
    path = Path(path)
    try:
        if path.is_dir():
            raise ReadError(str(path), "is a folder, not a document")
        if path.stat().st_size > MAX_BYTES:
            raise ReadError(str(path), f"larger than {MAX_BYTES // 1_000_000} MB")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ReadError(str(path), "no such file") from error
    except OSError as error:
        raise ReadError(str(path), (error.strerror or "cannot be read").lower()) from error
    return read_bytes(data, id=id or document_id(path), source=_readable(str(path)))


def document_id(path: Path) -> str:
    """Return the id that claims name a document by: the stem of its file.

    >>> document_id(Path("doe.2011.txt")), document_id(Path("doe.grobid.tei.xml"))
    ('doe.2011', 'doe')
    """
    stem = _SECOND_SUFFIX.sub("", path.stem) if path.suffix.lower() == ".xml" else path.stem
    return _readable(stem)


def _readable(name: str) -> str:
    """The name of a file as text: bytes that are no UTF-8 as replacement characters."""
    return legible(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))


def bundled_notes() -> list[Path]:
    """List the literature notes that ship with the package, sorted by name."""
    return sorted(_data("notes").glob("*.md"))


def bundled_review() -> BundledReview:
    """Return where the claims and the reference list read from the review are."""
    folder = _data("review")
    return BundledReview(claims=folder / "claims.jsonl", references=folder / "references.json")


def _data(name: str) -> Path:
    return Path(str(files("corpus"))) / name


def _papers_at(path: Path) -> list[Path]:
    if not path.exists():
        raise ReadError(str(path), "no such file or folder")
    if not path.is_dir():
        return [] if path.suffix.lower() in RECORD_SUFFIXES else [path]
    papers = [file for file in path.rglob("*") if _is_paper(file, path)]
    if not papers:
        raise ReadError(str(path), f"folder without papers ({', '.join(SUFFIXES)} files)")
    return papers


def _is_paper(file: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    is_text = file.suffix.lower() in SUFFIXES and file.stem.upper() != "README"
    return is_text and not is_hidden and file.is_file()


def _each_once(paths: Iterable[Path]) -> Iterator[Path | ReadError]:
    found: set[Path] = set()
    errors: list[ReadError] = []
    for path in paths:
        try:
            found.update(_papers_at(Path(path)))
        except ReadError as error:
            errors.append(error)
    yield from errors
    yield from sorted(found, key=lambda file: file.as_posix())
