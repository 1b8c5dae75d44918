"""The content of a file of records: entries, the files that they name, and problems."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.model import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a file of records.

    ``files`` are the names of documents as the entry gives them, without the marks of the reference
    manager that wrote them; ``place`` says where the entry stands: ``"line 12, entry 'doe11'"``.
    """

    record: Reference
    files: tuple[str, ...] = ()
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordFile:
    """The entries of a file in its order, and a line on each that was not read as a whole."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[str, ...] = ()
