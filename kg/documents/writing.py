"""Write documents as the bytes of their files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePath

from corpus.formats import READER
from corpus.model import Paper, Span
from kg.claims import canonical, to_record
from kg.documents.disagreements import disagreement_record
from kg.documents.form import DOCUMENT_TEXTS, FILE_TEXTS, FORMAT, HEADER_KEYS, VERSION, DocumentFile
from kg.documents.form import PLACES as PLACES_KEY
from kg.documents.nonblank import NonBlanks
from kg.model import Claim, Disagreement, Document
from kg.records.bibliography import to_csl
from kg.records.values import Record


def file_of(paper: Paper, document: Document, *, code: str = "") -> DocumentFile:
    """Return the file of a document made from a paper; its source is the name of the paper's file.

    Parameters
    ----------
    paper
        The paper that was read.
    document
        The document made from it.
    code
        As in :class:`DocumentFile`.
    """
    return DocumentFile(
        document=replace(document, source=PurePath(document.source).name),
        reader=READER,
        code=code,
        text_sha256=hashlib.sha256(paper.raw.encode("utf-8", "surrogatepass")).hexdigest(),
    )


def without_quotes(file: DocumentFile, paper: Paper) -> DocumentFile:
    """Return the file without the sentences of the paper, for a text that may not be passed on.

    A copy of the text restores the sentences (:func:`kg.attach.attach`).
    """
    nonblank = NonBlanks(paper.raw)
    document = file.document
    claims = tuple(replace(c, evidence=replace(c.evidence, quote="")) for c in document.claims)
    disagreements = tuple(
        replace(one, evidence=replace(one.evidence, quote="")) for one in document.disagreements
    )
    return replace(
        file,
        document=replace(document, claims=canonical(claims), disagreements=disagreements),
        nonblank_sha256=nonblank.sha256,
        places={spans: nonblank.count(spans) for spans in _spans(claims, disagreements)},
    )


def _spans(
    claims: Iterable[Claim], disagreements: Iterable[Disagreement]
) -> Iterator[tuple[Span, ...]]:
    yield from (claim.evidence.spans for claim in claims)
    yield from (one.evidence.spans for one in disagreements)


def render_document(file: DocumentFile) -> bytes:
    """Return the bytes of a document's file; the same document gives the same bytes."""
    lines = (json.dumps(record, ensure_ascii=False) for record in _records(file))
    return "".join(line + "\n" for line in lines).encode("utf-8")


def _records(file: DocumentFile) -> Iterator[Record]:
    claims = canonical(file.document.claims)
    yield _header(file, len(claims))
    for claim in claims:
        places = file.places.get(claim.evidence.spans)
        extra = {PLACES_KEY: [list(span) for span in places]} if places else {}
        yield {**to_record(claim), **extra}


def _header(file: DocumentFile, claims: int) -> Record:
    document = file.document
    said: Record = {
        **{"format": FORMAT, "version": VERSION, "claims": claims},
        **{key: getattr(document, name) for key, name in DOCUMENT_TEXTS.items()},
        **{key: getattr(file, key) for key in FILE_TEXTS},
        "record": to_csl(document.record) if document.record is not None else None,
        "references": [to_csl(reference) for reference in document.references],
        "disagreements": [
            disagreement_record(one, file.places.get(one.evidence.spans, ()))
            for one in document.disagreements
        ],
    }
    return {key: said[key] for key in HEADER_KEYS if said[key] not in ("", None, [])}
