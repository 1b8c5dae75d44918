"""Make the document file of a paper with its claims: the job of a process or another machine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import corpus
from corpus import Paper, ReadError
from corpus.legible import legible_name
from kg.batch.diagnosis import Diagnosis
from kg.batch.finding import Job
from kg.batch.reading import Extract, ReadDocument, read_paper
from kg.batch.summary import Kept, Summary, kept_as, summarise
from kg.documents import (
    DocumentFile,
    file_of,
    read_document_file,
    render_document,
    without_quotes,
)
from kg.fingerprint import fingerprint
from kg.isolate import Failure
from kg.ledger import Origin, file_sha256

if TYPE_CHECKING:
    from kg.extract.tracing import Parsed


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order to read one file.

    ``target`` is the document file of the result, which exists already if ``is_there``. ``code`` is
    the fingerprint of the code that must read it. The document file holds the record that the file
    itself gives; ``quotes`` determines whether it holds sentences.
    """

    job: Job
    target: Path
    code: str
    is_there: bool = False
    quotes: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The result of reading a file, with the bytes of its document file unless that exists already.

    ``text`` is the text of a paper as it is stored beside a graph (:mod:`kg.surroundings`).
    """

    summary: Summary
    data: bytes = b""
    text: bytes = b""


def extract_documents(
    orders: Sequence[Order], extract: Extract | None = None
) -> list[Extracted | Failure]:
    """Carry out orders; the papers are parsed together, which is faster if they are short."""
    parsed = _parsed(orders) if extract is None and len(orders) > 1 else {}
    return [extract_document(order, extract, parsed.get(order.target)) for order in orders]


def _parsed(orders: Iterable[Order]) -> dict[Path, Parsed]:
    """Return the papers among some files, parsed, by target; unreadable ones are left out."""
    from kg.extract.tracing import parse_papers  # the parser loads only when it is needed

    pages: dict[Path, Paper] = {}
    for order in orders:
        if not (order.is_there or order.job.is_document):
            with suppress(ReadError):  # reported when the file is read alone
                pages[order.target] = corpus.read(order.job.file, id=order.job.id)
    return dict(zip(pages, parse_papers(pages.values()), strict=True))


def extract_document(
    order: Order, extract: Extract | None = None, parsed: Parsed | None = None
) -> Extracted | Failure:
    """Carry out an order; the paper may already be parsed.

    The result is a Failure for all orders if this process runs code other than the order asks for.
    """
    if order.code != fingerprint():
        cause = (
            "the workers use another version of ald-kg or other vocabularies"
            f" ({fingerprint()}, here {order.code}); install the same ald-kg"
            " there, with the same ALDKG_VOCAB and ALDKG_READERS"
        )
        return Failure(cause=cause, ends_all=True)
    try:
        if order.job.is_document and order.is_there:
            return _stored(order)
        if order.is_there:
            # the file of an interrupted build may be damaged; then the paper is read again
            with suppress(ReadError):
                return _stored(order)
        return _extracted(order, extract, parsed)
    except ReadError as error:
        return Failure(cause=error.cause)


def _extracted(order: Order, extract: Extract | None, parsed: Parsed | None) -> Extracted:
    """Read a paper or a document file, and make its document file."""
    job = order.job
    if job.is_document:
        file = read_document_file(job.file)
        one = ReadDocument(document=file.document, diagnosis=Diagnosis())
        return Extracted(summary=summarise(one), data=render_document(file))
    page = parsed.paper if parsed is not None else corpus.read(job.file, id=job.id)
    one = read_paper(page, extract, parsed=parsed)
    file = file_of(page, one.document, code=one.origin.code)
    data = render_document(file if order.quotes else without_quotes(file, page))
    return Extracted(summary=summarise(one, kept_as(order.target, data)), data=data, text=one.text)


def _stored(order: Order) -> Extracted:
    """Return the content of a document file that exists already."""
    path = order.target
    kept = Kept(path, file_sha256(path))
    file = read_document_file(path)
    read_as_it_is = order.job.is_document
    origin = _origin_of_file(kept, file) if read_as_it_is else _origin_of_paper(file)
    document = file.document
    if not read_as_it_is:
        document = replace(document, source=legible_name(str(order.job.file)))
    one = ReadDocument(document=document, diagnosis=Diagnosis(), origin=origin)
    return Extracted(summary=summarise(one, kept))


def _origin_of_file(kept: Kept, file: DocumentFile) -> Origin:
    return Origin(bytes=kept.sha256, code=fingerprint(), found=file.document.record)


def _origin_of_paper(file: DocumentFile) -> Origin:
    return Origin(bytes=file.document.sha256, code=file.code, found=file.document.record)
