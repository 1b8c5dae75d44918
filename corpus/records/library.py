"""Files of records, the documents that their entries name, and the documents that are missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PureWindowsPath

from corpus.errors import ReadError
from corpus.limits import MAX_RECORD_BYTES
from corpus.model import Paper, Reference
from corpus.records.attachments import find_file
from corpus.records.entry import Entry, RecordFile
from corpus.records.joining import reading_order
from corpus.records.matching import RecordIndex, given, index_entries, matched
from corpus.records.reading import RECORD_SUFFIXES, read_entries

_PDF = (".pdf",)
#: Files that are read for an entry without a PDF, such as a saved page of the paper.
_OTHERS = (".xml", ".nxml", ".html", ".htm", ".xhtml", ".docx", ".odt", ".txt", ".md")


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordList:
    """One file of records: its path, and the records of its entries in their order."""

    source: Path
    records: tuple[Reference, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class MissingFile:
    """A document that an entry names and that was not found."""

    name: str
    error: ReadError


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The records of all files, the documents that they name, and the errors found.

    ``documents`` maps the resolved path of each document that an entry names to its record.
    """

    index: RecordIndex = field(repr=False)
    lists: tuple[RecordList, ...] = ()
    documents: Mapping[Path, Reference] = field(default_factory=dict, repr=False)
    missing: tuple[MissingFile, ...] = ()
    problems: tuple[ReadError, ...] = ()

    @property
    def records(self) -> tuple[Reference, ...]:
        """The records of all files, in their order."""
        return tuple(record for one in self.lists for record in one.records)

    def complete(self, paper: Paper) -> Paper:
        """Return a paper with its record completed from the library.

        The record of the entry that names its file takes precedence; the one that
        :func:`corpus.match_records` finds fills the gaps.
        """
        if not self.lists:
            return paper
        named = self.documents.get(Path(paper.source).resolve()) if paper.source else None
        return matched(given(paper, named) if named else paper, self.index)

    def lost(self, files: Collection[Path]) -> list[ReadError]:
        """Return the problems of the records, and an error for each missing document.

        A missing document is not reported if ``files`` has one of the same name.
        """
        names = {file.name.casefold() for file in files}
        missing = [one.error for one in self.missing if one.name.casefold() not in names]
        return [*self.problems, *missing]


def open_library(paths: Iterable[Path]) -> Library:
    """Read the files of records among the paths, and in folders at any depth.

    Errors are collected in ``problems``; everything else is used.
    """
    lists: list[RecordList] = []
    entries: list[Entry] = []
    documents: dict[Path, Reference] = {}
    missing: list[MissingFile] = []
    problems: list[ReadError] = []
    for file, is_named in find_records(paths):
        try:
            read = _read(file, is_named=is_named)
        except ReadError as error:
            problems.append(error)
            continue
        problems += [ReadError(str(file), problem) for problem in read.problems]
        if read.entries:
            records = tuple(entry.record for entry in read.entries)
            lists.append(RecordList(source=file, records=records))
        entries += read.entries
        for entry in read.entries:
            for path in _documents(entry, file, missing):
                documents.setdefault(path.resolve(), entry.record)
    return Library(
        index=index_entries(entries),
        lists=tuple(lists),
        documents=documents,
        missing=tuple(missing),
        problems=tuple(problems),
    )


def find_records(paths: Iterable[Path]) -> list[tuple[Path, bool]]:
    """List the files of records, sorted, each with whether it was given by its own path."""
    found: dict[Path, bool] = {}
    for path in map(Path, paths):
        if path.is_dir():
            found.update((file, False) for file in _inside(path) if file not in found)
        elif path.suffix.lower() in RECORD_SUFFIXES and path.exists():
            found[path] = True
    return sorted(found.items(), key=lambda item: reading_order(item[0]))


def _inside(folder: Path) -> Iterator[Path]:
    for file in folder.rglob("*"):
        is_hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.suffix.lower() in RECORD_SUFFIXES and not is_hidden and file.is_file():
            yield file


def _read(file: Path, *, is_named: bool) -> RecordFile:
    try:
        if file.stat().st_size > MAX_RECORD_BYTES:
            raise ReadError(str(file), f"records larger than {MAX_RECORD_BYTES // 1_000_000} MB")
        data = file.read_bytes()
    except OSError as error:
        raise ReadError(str(file), (error.strerror or "cannot be read").lower()) from error
    if file.suffix.lower() == ".json" and not is_named:
        from corpus.records.csl import is_csl

        if not is_csl(data):  # other JSON in the folder
            return RecordFile()
    return read_entries(data, str(file))


def _documents(entry: Entry, records: Path, missing: list[MissingFile]) -> Iterator[Path]:
    """Yield the documents of an entry: its PDFs, or else its other readable files."""
    for suffixes in (_PDF, _OTHERS):
        named = [name for name in entry.files if _suffix(name) in suffixes]
        found = [(name, find_file(name, records)) for name in named]
        for name, path in found:
            if path is None:
                cause = f"{entry.place}: no such file: {name}"
                missing.append(MissingFile(name=_last(name), error=ReadError(str(records), cause)))
        paths = [path for _, path in found if path is not None]
        yield from paths
        if paths:
            return


def _suffix(name: str) -> str:
    return PurePath(name).suffix.lower()


def _last(name: str) -> str:
    return PureWindowsPath(name).name  # a Windows path splits at both slashes
