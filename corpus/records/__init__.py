"""Bibliographic records that a user keeps beside the papers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.errors import ReadError
from corpus.foreign import CLAIMS, foreign_text
from corpus.legible import legible_record
from corpus.limits import MAX_RECORD_BYTES
from corpus.model import Paper, Reference
from corpus.records.matching import RecordIndex, index_records, match_records, matched

__all__ = [
    "RECORD_SUFFIXES",
    "Library",
    "find_records",
    "match_records",
    "open_library",
    "read_records",
]

#: Suffixes of the files that hold records. A ``.json`` file is one if it is CSL-JSON.
RECORD_SUFFIXES = (".bib", ".ris", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The records at hand, and the files of records that could not be read."""

    index: RecordIndex = field(repr=False)
    records: tuple[Reference, ...] = ()
    problems: tuple[ReadError, ...] = ()

    def complete(self, paper: Paper) -> Paper:
        """Return a paper with what the records say of it; see :func:`match_records`."""
        return matched(paper, self.index)


def open_library(paths: Iterable[Path]) -> Library:
    """Read the files of records among some files and in some folders, at any depth.

    What cannot be read is named in ``problems``; the rest is used.
    """
    records: list[Reference] = []
    problems: list[ReadError] = []
    for file, is_named in find_records(paths):
        try:
            records += _read(file, is_named=is_named)
        except ReadError as error:
            problems.append(error)
    return Library(index=index_records(records), records=tuple(records), problems=tuple(problems))


def find_records(paths: Iterable[Path]) -> list[tuple[Path, bool]]:
    """List the files of records by path, each with whether it was named itself."""
    found: dict[Path, bool] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update((file, False) for file in _inside(path) if file not in found)
        elif path.suffix.lower() in RECORD_SUFFIXES and path.exists():
            found[path] = True
    return sorted(found.items(), key=lambda item: item[0].as_posix())


def _inside(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in RECORD_SUFFIXES and not is_hidden and file.is_file():
            yield file


def _read(file: Path, *, is_named: bool) -> tuple[Reference, ...]:
    try:
        if file.stat().st_size > MAX_RECORD_BYTES:
            raise ReadError(str(file), f"records larger than {MAX_RECORD_BYTES // 1_000_000} MB")
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(str(file), (error.strerror or "cannot be read").lower()) from error
    if file.suffix.lower() == ".json" and not is_named:
        from corpus.records.csl import is_csl

        if not is_csl(data):  # some other JSON that happens to lie there
            return ()
    return read_records(data, str(file))


def read_records(data: bytes, source: str) -> tuple[Reference, ...]:
    """Read a file of records; the suffix of ``source`` tells its format.

    Raises
    ------
    ReadError
        If it is not UTF-8, not of its format, or holds no record.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise ReadError(source, f"not UTF-8 ({found})") from error
    if foreign_text(text, "") == CLAIMS:
        raise ReadError(source, CLAIMS)
    return tuple(map(legible_record, _reader(Path(source).suffix.lower())(text, source)))


def _reader(suffix: str) -> Callable[[str, str], tuple[Reference, ...]]:
    # the libraries load only when there are records
    if suffix == ".bib":
        from corpus.records.bibtex import read_bibtex

        return read_bibtex
    if suffix == ".ris":
        from corpus.records.ris import read_ris

        return read_ris
    from corpus.records.csl import read_csl

    return read_csl
