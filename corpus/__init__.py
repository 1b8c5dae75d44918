"""What was written: papers and notes read into clean passages that know their place in the file."""

from __future__ import annotations

from corpus.document_ids import document_id
from corpus.errors import ReadError
from corpus.folder import (
    BundledReview,
    bundled_notes,
    bundled_review,
    find_documents,
    find_papers,
    read,
    read_papers,
)
from corpus.formats import read_bytes
from corpus.model import Author, Citation, Paper, Passage, Reference, Span
from corpus.records import (
    Library,
    RecordList,
    match_records,
    open_library,
    read_records,
)
from corpus.text import clean

__all__ = [
    "Author",
    "BundledReview",
    "Citation",
    "Library",
    "Paper",
    "Passage",
    "ReadError",
    "RecordList",
    "Reference",
    "Span",
    "bundled_notes",
    "bundled_review",
    "clean",
    "document_id",
    "find_documents",
    "find_papers",
    "match_records",
    "open_library",
    "read",
    "read_bytes",
    "read_papers",
    "read_records",
]
