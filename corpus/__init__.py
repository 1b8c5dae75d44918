"""Readers of papers and notes: they return clean passages with character offsets into the file."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from corpus.document_ids import document_id
    from corpus.errors import ReadError
    from corpus.folder import (
        BundledReview,
        bundled_notes,
        bundled_review,
        find_documents,
        find_papers,
        has_papers,
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
    "has_papers",
    "match_records",
    "open_library",
    "read",
    "read_bytes",
    "read_papers",
    "read_records",
]

#: Module -> the names that it exports. A module is loaded when one of its names is used (PEP 562),
#: so that serving a graph loads no readers.
_HOMES: Final = {
    "document_ids": ("document_id",),
    "errors": ("ReadError",),
    "folder": (
        "BundledReview",
        "bundled_notes",
        "bundled_review",
        "find_documents",
        "find_papers",
        "has_papers",
        "read",
        "read_papers",
    ),
    "formats": ("read_bytes",),
    "model": ("Author", "Citation", "Paper", "Passage", "Reference", "Span"),
    "records": ("Library", "RecordList", "match_records", "open_library", "read_records"),
    "text": ("clean",),
}


def __getattr__(name: str) -> Any:
    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
