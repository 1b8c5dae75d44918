"""The form of a document file: its name and version, the keys of its header, its content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from corpus.model import Span
from kg.model import Document

#: The format in the header of a document file, and the version that this code writes.
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
#: Texts of the header that are fields of :class:`DocumentFile`.
FILE_TEXTS: Final = ("text_sha256", "nonblank_sha256", "reader", "code")
#: Every key of a header, in the order in which they are written.
HEADER_KEYS: Final = (
    *("format", "version", "doc", "source", "genre", "written_from"),
    *("sha256", "text_sha256", "nonblank_sha256", "reader", "extractor", "code"),
    *("claims", "record", "references", "disagreements"),
)
GENRES: Final = ("article", "note", "table")
#: Key of a claim without its sentence: its places as counts of non-blank characters.
PLACES: Final = "nonblank"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFile:
    """A document, with the information in its file on how it was read.

    ``text_sha256`` is the SHA-256 of the text as read, in UTF-8; offsets of evidence refer to this
    text. ``reader`` is the version that read it, ``code`` the state of the code and vocabularies
    that made the claims (:mod:`kg.fingerprint`). In a file without sentences ``places`` gives the
    places of each claim's evidence as counts of non-blank characters, and ``nonblank_sha256`` the
    hash of the non-blank characters of the text (:mod:`kg.attach`).
    """

    document: Document
    reader: str = ""
    code: str = ""
    text_sha256: str = ""
    nonblank_sha256: str = ""
    places: Mapping[tuple[Span, ...], tuple[Span, ...]] = field(default_factory=dict)
