"""The in-memory summary of a document during a build: all but its claims and references.

The document as a whole stays on disk, in a document file, until its graph is made; so memory does
not grow with what documents say.
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

    ``document`` has neither claims nor references; ``whole`` is where it has. ``others`` are what
    the studies that it speaks of are recognised by, its own one apart; ``kinds`` are the numbers of
    its claims by kind. ``decisions`` are put into force when it is read as a whole. ``text`` is
    where its text is kept as :mod:`kg.surroundings` has it, if it is at hand.
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
        """The number of its claims."""
        return sum(self.kinds.values())

    @property
    def size(self) -> int:
        """The cost of making its graph, in claims and studies."""
        return 1 + self.claims + len(self.others)


def summarise(one: ReadDocument, kept: Kept | None = None) -> Summary:
    """The summary of a document; it holds the document itself if that has no file."""
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
    """The summary of a document with decisions on its claims.

    The studies that it speaks of stay the same: no decision credits a claim to another one.

    Raises
    ------
    BuildError
        As of :func:`whole`.
    """
    changed = replace(told, decisions=tuple(decisions))
    return replace(changed, kinds=_kinds(whole(changed)))


def _kinds(document: Document) -> Mapping[str, int]:
    return Counter(kind_of(claim.content) for claim in document.claims)


def kept_as(path: Path, data: bytes) -> Kept:
    """A document file of these bytes."""
    return Kept(path, hashlib.sha256(data).hexdigest())


def whole(told: Summary) -> Document:
    """The document with its claims and references, and with what was decided in force.

    Raises
    ------
    BuildError
        If its file cannot be read, or is not as it was when it was told of.
    """
    return put_into_force(_as_read(told), told.decisions)


def texts_of(documents: Iterable[Summary]) -> Iterator[tuple[str, bytes]]:
    """The available texts by document id; one at a time, so that memory does not grow.

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
