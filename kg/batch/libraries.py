"""Libraries of bibliographic records: their studies in the graph, and works that were not read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from corpus import RecordList, Reference
from corpus.document_ids import tell_apart
from kg.identity import work_key
from kg.rdf import study_label


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The records of one bibliography file; they are studies of the graph, read or not."""

    id: str
    source: str
    records: tuple[Reference, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadWork:
    """An entry of a library without a document that was read."""

    key: str
    label: str
    title: str
    doi: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryReport:
    """The report on one bibliography file; ``read`` counts entries whose document was read."""

    source: str
    entries: int
    read: int
    unread: tuple[UnreadWork, ...] = ()


def name_libraries(lists: Sequence[RecordList]) -> list[Library]:
    """Return libraries named after their files, with folders if two files have the same name."""
    by_name: dict[str, list[RecordList]] = {}
    for one in lists:
        by_name.setdefault(one.source.name, []).append(one)
    return [
        Library(id=name, source=str(one.source), records=one.records)
        for file_name, group in by_name.items()
        for name, one in zip(
            tell_apart(file_name, [one.source.absolute().parent for one in group]),
            group,
            strict=True,
        )
    ]


def report_on_library(
    library: Library, slugs: Mapping[str, str], read: Collection[str]
) -> LibraryReport:
    """Return which entries of a library are studies that documents describe.

    Parameters
    ----------
    library
        The library.
    slugs
        The study of each record, by its work key (:func:`kg.identity.same_study`).
    read
        The studies that documents of the build describe.
    """
    unread = [record for record in library.records if slugs[work_key(record)] not in read]
    return LibraryReport(
        source=library.source,
        entries=len(library.records),
        read=len(library.records) - len(unread),
        unread=tuple(
            UnreadWork(key=r.key, label=study_label(r), title=r.title, doi=r.doi) for r in unread
        ),
    )
