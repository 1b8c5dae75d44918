"""The bundled review: a document file without its text, and corrections of its records.

``corpus/review/review.jsonl`` is an ordinary document file (:mod:`kg.documents`): facts and
offsets, without the text of the review. Its record and references are as printed. Corrections of
them are in ``corrections.tsv`` beside it and are applied when both are read
(:mod:`kg.corrections`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import corpus
from corpus.model import Paper, Reference
from kg.corrections import by_number, corrected, read_corrections
from kg.documents import (
    DocumentFile,
    file_of,
    read_document_file,
    without_quotes,
)
from kg.model import THIS, Claim, Disagreement, Document


def shipped_file(
    paper: Paper,
    claims: Iterable[Claim],
    extractor: str,
    disagreements: Iterable[Disagreement] = (),
) -> DocumentFile:
    """Return the document file of a paper without any text of its publisher.

    The paper's title is left out too, because it would repeat the publisher's words.
    """
    record = replace(paper.record, title="") if paper.record is not None else None
    document = Document(
        id=paper.id,
        sha256=paper.sha256,
        claims=tuple(claims),
        references=paper.references,
        record=record,
        genre=paper.genre,
        source=paper.source,
        extractor=extractor,
        disagreements=tuple(disagreements),
    )
    return without_quotes(file_of(paper, document), paper)


def read_shipped() -> DocumentFile:
    """Return the bundled review, with its record and its references corrected.

    Raises
    ------
    ReadError, ExtractionError
        If a file is malformed; the message names it and the cause.
    """
    files = corpus.bundled_review()
    file = read_document_file(files.document)
    rows = by_number(read_corrections(files.corrections))
    document = file.document
    listed = tuple(corrected(one, rows.get(one.number, ())) for one in document.references)
    own = corrected(document.record or Reference(), rows.get(THIS, ()))
    return replace(file, document=replace(document, references=listed, record=own))
