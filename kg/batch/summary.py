"""The in-memory summary of a document during a build, without its claims and references.

The whole document stays on disk, in a document file, until its graph is made, so that memory does
not grow with the number of claims.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from corpus import ReadError
from corpus.model import Reference
from kg.batch.diagnosis import Diagnosis
from kg.batch.reading import ReadDocument
from kg.claims import kind_of
from kg.curation.applying import put_into_force
from kg.documents import read_document_file
from kg.errors import BuildError
from kg.identity import identity_of
from kg.ledger import Origin, file_sha256
from kg.model import THIS, Decision, Document
from kg.rdf import own_record, study_records


@dataclass(frozen=True, slots=True)
class Kept:
    """A document file, and the SHA-256 of its bytes."""

    path: Path
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The result of reading a document, without its claims and references.

    ``document`` has neither claims nor references; ``whole`` is the complete document or its file.
    ``others`` are the identifying records of the other studies that it discusses; ``kinds`` are the
    numbers of its claims by kind. ``decisions`` are applied when the complete document is read.
    ``text`` is the file of its text in the form of :mod:`kg.surroundings`, if available.
    """

    document: Document
    others: tuple[Reference, ...]
    kinds: Mapping[str, int]
    whole: Document | Kept
    diagnosis: Diagnosis
    origin: Origin
    decisions: tuple[Decision, ...] = ()
    text: Path | None = None

    @property
    def records(self) -> Iterator[Reference]:
        """The identifying record of each study of the document, its own one first."""
        yield identity_of(own_record(self.document))
        yield from self.others

    @property
    def claims(self) -> int:
        """The number of the document's claims."""
        return sum(self.kinds.values())

    @property
    def size(self) -> int:
        """The cost of making its graph, in claims and studies."""
        return 1 + self.claims + len(self.others)


def summarise(one: ReadDocument, kept: Kept | None = None) -> Summary:
    """Return the summary of a document; it holds the document itself if that has no file."""
    document = one.document
    records = study_records(document)
    records.pop(THIS)
    return Summary(
        document=replace(document, claims=(), references=()),
        others=tuple(dict.fromkeys(map(identity_of, records.values()))),
        kinds=_kinds(document),
        whole=kept or document,
        diagnosis=one.diagnosis,
        origin=one.origin,
    )


def decided(told: Summary, decisions: Sequence[Decision]) -> Summary:
    """Return the summary of a document with decisions on its claims.

    The studies that it discusses stay the same, because no decision credits a claim to another
    study.

    Raises
    ------
    BuildError
        As in :func:`whole`.
    """
    changed = replace(told, decisions=tuple(decisions))
    return replace(changed, kinds=_kinds(whole(changed)))


def _kinds(document: Document) -> Mapping[str, int]:
    return Counter(kind_of(claim.content) for claim in document.claims)


def kept_as(path: Path, data: bytes) -> Kept:
    """Return the description of a document file with these bytes."""
    return Kept(path, hashlib.sha256(data).hexdigest())


def whole(told: Summary) -> Document:
    """Return the document with its claims and references, after the decisions.

    Raises
    ------
    BuildError
        If its file cannot be read, or has changed since it was summarised.
    """
    return put_into_force(_as_read(told), told.decisions)


def texts_of(documents: Iterable[Summary]) -> Iterator[tuple[str, bytes]]:
    """Yield the available texts by document id, one at a time, so that memory does not grow.

    Raises
    ------
    OSError
        If one cannot be read.
    """
    for told in documents:
        if told.text is not None:
            yield told.document.id, told.text.read_bytes()


def _as_read(told: Summary) -> Document:
    if isinstance(told.whole, Document):
        return told.whole
    try:
        if file_sha256(told.whole.path) != told.whole.sha256:
            raise BuildError(f"{told.whole.path}: was changed while the build read it; build again")
        document = read_document_file(told.whole.path).document
    except ReadError as error:
        raise BuildError(str(error)) from error
    return replace(document, record=told.document.record, source=told.document.source)
