"""The studies as RIS, for EndNote, Mendeley and Zotero."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg.export.records import StudyRecord

#: CSL type -> type of RIS.
_TYPES = {
    "article-journal": "JOUR",
    "chapter": "CHAP",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "book": "BOOK",
    "thesis": "THES",
    "preprint": "UNPB",
}
_OTHER = "GEN"
#: Tag of the container by type of RIS.
_CONTAINERS = {"JOUR": "JO", "THES": "PB"}
_PAGES = re.compile(r"(?P<first>[^-–—]+)[-–—]+(?P<last>.+)")


def render(records: Iterable[StudyRecord]) -> str:
    """Return the records in the given order; lines end in CR LF, as RIS requires."""
    return "".join(render_entry(record) for record in records)


def render_entry(record: StudyRecord) -> str:
    """Return one study as a RIS record.

    >>> record = StudyRecord(iri="x", key="k", title="T", pages="5–8", type="thesis")
    >>> render_entry(record).splitlines()
    ['TY  - THES', 'ID  - k', 'TI  - T', 'SP  - 5', 'EP  - 8', 'ER  - ']
    """
    lines = (f"{tag}  - {' '.join(text.split())}\r\n" for tag, text in _tags(record) if text)
    return "".join(lines) + "ER  - \r\n"


def _tags(record: StudyRecord) -> Iterator[tuple[str, str]]:
    kind = _TYPES.get(record.type, _OTHER)
    yield "TY", kind
    yield "ID", record.key
    for author in record.authors:
        yield "AU", ", ".join(filter(None, author))
    yield "TI", record.title
    yield _CONTAINERS.get(kind, "T2"), record.container
    yield "PY", str(record.year or "")
    yield "VL", record.volume
    yield "IS", record.issue
    pages = _PAGES.fullmatch(record.pages)
    yield "SP", pages["first"] if pages else record.pages
    yield "EP", pages["last"] if pages else ""
    yield "PB", record.publisher
    yield "DO", record.doi
    yield "UR", record.url
