"""Documents as files: the claims of one paper, which can be shared without its text.

A document is one JSON Lines file: a header, then one claim per line. ``aldkg extract --documents``
writes such files, ``aldkg build`` reads them together with papers, and the bundled review is one.
The form is described in ``docs/documents.md`` and, as JSON Schema, in
``docs/document.schema.json``. The same document always gives the same bytes, and reading and
writing a file does not change it.
"""

from __future__ import annotations

from kg.documents.files import find_document_files, is_document_file, read_document_file
from kg.documents.form import FORMAT, VERSION, DocumentFile
from kg.documents.reading import parse_document, parse_header
from kg.documents.writing import file_of, render_document, without_quotes

__all__ = [
    "FORMAT",
    "VERSION",
    "DocumentFile",
    "file_of",
    "find_document_files",
    "is_document_file",
    "parse_document",
    "parse_header",
    "read_document_file",
    "render_document",
    "without_quotes",
]
