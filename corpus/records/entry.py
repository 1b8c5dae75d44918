"""The data model of a file of records: entries, the files that they name, and problems."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file of records.

    ``files`` are the names of documents in the entry, without the notation of its reference
    manager; ``place`` is the position of the entry: ``"line 12, entry 'doe11'"``.
    """

    record: Reference
    files: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """The entries of a file in order, and a line on each that could not be read completely."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
