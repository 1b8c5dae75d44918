"""The form of a document file: its name and version, the keys of its header, what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from corpus.model import Span
from kg.model import Document

#: What a document file calls itself in its header, and the version of the form that we write.
FORMAT: Final = "ald-kg document"
VERSION: Final = 1
SUFFIX: Final = ".jsonl"

#: Key of the header -> field of :class:`kg.model.Document`, for plain texts.
DOCUMENT_TEXTS: Final = {
    "doc": "id",
    "source": "source",
    "genre": "genre",
    "written_from": "written_from",
    "sha256": "sha256",
    "extractor": "extractor",
}
#: Texts of the header that :class:`DocumentFile` has itself.
FILE_TEXTS: Final = ("text_sha256", "nonblank_sha256", "reader", "code")
#: Every key of a header, in the order in which they are written.
HEADER_KEYS: Final = (
    *("format", "version", "doc", "source", "genre", "written_from"),
    *("sha256", "text_sha256", "nonblank_sha256", "reader", "extractor", "code"),
    *("claims", "record", "references", "disagreements"),
)
GENRES: Final = ("article", "note", "table")
#: Key of a claim whose sentence is not in the file: its places in signs that are no blanks.
PLACES: Final = "nonblank"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile:
    """A document, and how it was read according to its file.

    ``text_sha256`` is the SHA-256 of the text as read, in UTF-8, in which the offsets of evidence
    count; ``reader`` the version that read it, ``code`` the state of the code and vocabularies that
    made the claims (:mod:`kg.fingerprint`). In a file without sentences ``places`` gives for the
    evidence of each claim the same places in signs that are no blanks, and ``nonblank_sha256`` the
    hash of these signs (:mod:`kg.attach`).
    """

    document: Document
    reader: str = ""
    code: str = ""
    text_sha256: str = ""
    nonblank_sha256: str = ""
    places: Mapping[tuple[Span, ...], tuple[Span, ...]] = field(default_factory=dict)
