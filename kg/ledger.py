"""The ledger of a graph: an entry for each document, so that a build reads only what is new.

An entry records the hash of the file, the fingerprint of the code that read it, the genre and
record of the document, and the records by which its studies are recognised. The entries are in a
named graph of their own, one literal per document, outside of the default graph, so that questions
do not find them. Each generation has its own ledger.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from corpus.model import Author, Reference
from kg.errors import ExtractionError
from kg.identity import identity_of, work_key
from kg.model import Document
from kg.records.bibliography import from_csl, to_csl
from ontology import rdf
from ontology.graphs import LEDGER_GRAPH, graph_iri
from ontology.iri import PREFIXES, segments

_GRAPH: Final = rdf.NamedNode(LEDGER_GRAPH)
_TOLD: Final = ("title", "container", "volume", "pages", "doi")
_ENTRY: Final = rdf.NamedNode(PREFIXES["owl"] + "versionInfo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The ledger entry of one document, table or library.

    ``bytes`` is the SHA-256 of the file. ``code`` is the fingerprint of the code that read it; with
    ``""`` it is unknown and the document is read again. ``found`` is the record in the file itself,
    ``record`` the record completed from bibliography files. ``studies`` are pairs of a study's slug
    in the graph and a record by which the study is recognised.
    """

    bytes: str = ""
    code: str = ""
    genre: str = "article"
    found: Reference | None = None
    record: Reference | None = None
    studies: tuple[tuple[str, Reference], ...] = ()

    def renamed(self, slugs: Mapping[str, str]) -> Entry:
        """Return the entry with the present slugs of its studies; ``slugs`` is by work key."""
        studies = tuple((slugs[work_key(record)], record) for _, record in self.studies)
        return _replaced(self, studies)

    def text(self) -> str:
        """Return the entry as text, as it is stored in the graph."""
        said = {
            "bytes": self.bytes,
            "code": self.code,
            "genre": self.genre,
            "found": to_csl(self.found) if self.found is not None else None,
            "record": to_csl(self.record) if self.record != self.found and self.record else None,
            "studies": [[slug, *_listed(record)] for slug, record in self.studies],
        }
        return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False)


def _replaced(entry: Entry, studies: tuple[tuple[str, Reference], ...]) -> Entry:
    return Entry(
        bytes=entry.bytes,
        code=entry.code,
        genre=entry.genre,
        found=entry.found,
        record=entry.record,
        studies=studies,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The origin of a document of this build: the part that its ledger entry records."""

    bytes: str = ""
    code: str = ""
    found: Reference | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """The last build that changed a graph, by the ids of documents.

    ``at`` is its time, ``code`` the fingerprint of the code that wrote the graph.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    at: str = field(default="", compare=False)
    code: str = field(default="", compare=False)


def entry_of(
    document: Document, records: Iterable[Reference], origin: Origin, slugs: Mapping[str, str]
) -> Entry:
    """Return the ledger entry of a document that was read.

    Parameters
    ----------
    document
        The document; its claims and references are not used.
    records
        The records of its studies.
    origin
        Its file hash, its code fingerprint and the record in the file.
    slugs
        The slugs of its studies, by work key.
    """
    return Entry(
        bytes=origin.bytes,
        code=origin.code,
        genre=document.genre,
        found=origin.found,
        record=document.record,
        studies=_studies(records, slugs),
    )


def library_entry(records: Iterable[Reference], origin: Origin, slugs: Mapping[str, str]) -> Entry:
    """Return the ledger entry of a library of records."""
    return Entry(
        bytes=origin.bytes,
        code=origin.code,
        genre="library",
        studies=_studies(records, slugs),
    )


def _studies(
    records: Iterable[Reference], slugs: Mapping[str, str]
) -> tuple[tuple[str, Reference], ...]:
    known = dict.fromkeys(identity_of(record) for record in records)
    return tuple((slugs[work_key(record)], record) for record in known)


def ledger_quads(entries: Mapping[str, str], run: Run | None = None) -> Iterator[rdf.Quad]:
    """Yield the quads of entries, given as texts by document, and of the last build."""
    for name, text in entries.items():
        yield rdf.Quad(rdf.NamedNode(graph_iri(name)), _ENTRY, rdf.Literal(text), _GRAPH)
    if run is not None:
        said = {name: getattr(run, name) for name in Run.__slots__}
        text = json.dumps(said, ensure_ascii=False)
        yield rdf.Quad(_GRAPH, _ENTRY, rdf.Literal(text), _GRAPH)


def read_texts(quads: Iterable[rdf.Quad]) -> dict[str, str]:
    """Return the entries of a ledger as texts, by document."""
    found = {
        quad.subject.value: quad.object.value
        for quad in quads
        if isinstance(quad.subject, rdf.NamedNode) and isinstance(quad.object, rdf.Literal)
    }
    found.pop(LEDGER_GRAPH, None)
    return {segments(iri)[-1]: text for iri, text in found.items()}


def read_run(quads: Iterable[rdf.Quad]) -> Run | None:
    """Return the last build; ``None`` if the ledger does not record it."""
    text = next((q.object.value for q in quads if q.subject == _GRAPH), None)  # type: ignore[union-attr]
    if text is None:
        return None
    said = json.loads(text)
    names = {name: tuple(said[name]) for name in ("added", "replaced", "removed")}
    return Run(**names, unchanged=said["unchanged"], at=said["at"], code=said.get("code", ""))


def parse_entry(text: str) -> Entry:
    """Return the entry of a text; an empty entry if the text cannot be read."""
    try:
        said: dict[str, Any] = json.loads(text)
        found = from_csl(said["found"]) if "found" in said else None
        return Entry(
            bytes=said.get("bytes", ""),
            code=said.get("code", ""),
            genre=said.get("genre", "article"),
            found=found,
            record=from_csl(said["record"]) if "record" in said else found,
            studies=tuple((slug, _identity(*told)) for slug, *told in said.get("studies", ())),
        )
    except (ValueError, TypeError, KeyError, ExtractionError):  # another version wrote it
        return Entry()


def _listed(record: Reference) -> list[str | int | None]:
    """Return the identifying record of a study (:func:`kg.identity.identity_of`), shortened."""
    family = record.authors[0].family if record.authors else ""
    return [family, record.year, *(getattr(record, name) for name in _TOLD)]


def _identity(family: str, year: int | None, *told: str) -> Reference:
    return Reference(
        authors=(Author(family=family),) if family else (),
        year=year,
        **dict(zip(_TOLD, told, strict=True)),  # type: ignore[arg-type]
    )


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file; ``""`` if it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""
