"""Recognition of files that are not readable papers, with the reason and advice for the user."""

from __future__ import annotations

import io
import json
import lzma
import re
import zipfile
import zlib
from collections.abc import Callable
from pathlib import PurePath

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Name of the stream in an office document that is encrypted as a whole (MS-OFFCRYPTO, 2.3.4.4).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCKED = "office document that opens only with a password; save it without one"
#: First bytes of archives, images and other formats, and the message for each.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\x1f\x8b", "gzip archive, not text; unpack it and name the file in it"),
    (b"BZh", "bzip2 archive, not text; unpack it and name the file in it"),
    (b"\xfd7zXZ\0", "xz archive, not text; unpack it and name the file in it"),
    (b"\x28\xb5\x2f\xfd", "zstd archive, not text; unpack it and name the file in it"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive, not text; unpack it and name the files in it"),
    (b"Rar!\x1a\x07", "rar archive, not text; unpack it and name the files in it"),
    (_OLE, "old Office document (.doc, .xls, .ppt); save it as .docx or as PDF"),
    (b"{\\rtf", "Rich Text document; save it as PDF or as plain text"),
    (b"%!PS", "PostScript; convert it to PDF"),
    (b"AT&TFORM", "DjVu document; convert it to a PDF with a text layer"),
    (b"\x89PNG\r\n\x1a\n", "image (PNG), not text; recognise its text first"),
    (b"\xff\xd8\xff", "image (JPEG), not text; recognise its text first"),
    (b"GIF8", "image (GIF), not text; recognise its text first"),
    (b"II*\0", "image (TIFF), not text; recognise its text first"),
    (b"MM\0*", "image (TIFF), not text; recognise its text first"),
    (b"SQLite format 3\0", "SQLite database, not text"),
)
#: The exceptions that :mod:`zipfile` raises for damaged or unusual archives.
ZIP_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
#: Kinds of zip archives by the files in them; a kind with an empty message is read.
_ZIPPED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"word/"), ""),
    (re.compile(r"xl/"), "Excel workbook (.xlsx), not a paper"),
    (re.compile(r"ppt/"), "PowerPoint file (.pptx); save it as PDF"),
    (re.compile(r"META-INF/container\.xml"), "EPUB book; save the article as PDF or HTML"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_SUFFIXES = {
    ".csv": "table (CSV), not a paper; `aldkg build` and `aldkg import` take tables of claims",
    ".tsv": "table (TSV), not a paper; `aldkg import` takes tables of claims as CSV",
    ".bib": "bibliographic records (BibTeX), not a paper; name it beside the papers",
    ".ris": "bibliographic records (RIS), not a paper; name it beside the papers",
    ".tex": "LaTeX source; name the PDF made from it",
    **dict.fromkeys((".ttl", ".trig", ".nt", ".nq"), "RDF, not a paper"),
}
_LATEX = re.compile(r"\s*(?:%[^\n]*\n\s*)*\\documentclass\b|[^\n]*\\documentclass\s*[\[{]")
_RDF = re.compile(r"\s*@(?:prefix|base)\s[^\n]*<[^\n>]*>\s*\.", re.IGNORECASE)
_CLAIM = frozenset({"doc", "study", "kind", "evidence"})
_OBJECT = re.compile(r'\[?\s*\{\s*"[^"\n]{1,200}"\s*:')
#: The first characters of a file, from which its format is recognised.
_HEAD = 100_000
CLAIMS = (
    "claims without the header of a document, not a paper; name the papers instead, or the"
    " documents that `aldkg extract --documents FOLDER` writes (`aldkg evaluate --gold` compares"
    " with such a file)"
)
DOCUMENT = "document file with claims, not a paper; `aldkg build` takes it"
RECORDS = "bibliographic records (CSL-JSON), not a paper; name it beside the papers"
JSON = (
    "JSON, not a paper, nor a document file of `aldkg extract --documents FOLDER`; name the article"
    " itself as PDF, XML, HTML or text"
)


def is_zip(data: bytes) -> bool:
    """Return whether the bytes are a zip archive; Word and OpenDocument texts are zip archives."""
    return data.startswith(_ZIP)


def foreign_bytes(data: bytes) -> str:
    """Return the message for bytes in a known format without text; ``""`` for all others."""
    if is_zip(data):
        return _zipped(data)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        return _LOCKED
    if data[257:262] == b"ustar":
        return "tar archive, not text; unpack it and name the files in it"
    return next((cause for magic, cause in _MAGIC if data.startswith(magic)), "")


def foreign_text(text: str, source: str) -> str:
    r"""Return the message for a text that is not a paper, by suffix and first lines; else ``""``.

    >>> foreign_text("\\documentclass{article}", "paper.txt")
    'LaTeX source; name the PDF made from it'
    """
    named = _SUFFIXES.get(PurePath(source).suffix.lower(), "")
    return named or next(filter(None, (test(text) for test in _TESTS)), "")


def _zipped(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            kind = _open_document(archive) if "content.xml" in names else None
    except ZIP_DAMAGE:
        return "damaged zip archive or office document; get an intact copy of it"
    if kind is not None:
        return kind
    for pattern, cause in _ZIPPED:
        if any(pattern.match(name) for name in names):
            return cause
    return "zip archive, not text; unpack it and name the files in it"


def _open_document(archive: zipfile.ZipFile) -> str:
    """Return why an OpenDocument file cannot be read, or ``""`` if it can."""
    names = archive.namelist()
    kind = _beginning(archive, "mimetype") if "mimetype" in names else ""
    if not kind.startswith(_OPEN_DOCUMENT):
        return "OpenDocument file that is not a text; save it as PDF"
    manifest = (
        _beginning(archive, "META-INF/manifest.xml") if "META-INF/manifest.xml" in names else ""
    )
    return _LOCKED if "encryption-data" in manifest else ""


def _beginning(archive: zipfile.ZipFile, name: str) -> str:
    with archive.open(name) as stream:
        return stream.read(_HEAD).decode("utf-8", "replace")


def _as_json(text: str) -> str:
    opening = text.lstrip("\ufeff \t\r\n")
    if not opening.startswith(("{", "[")):
        return ""
    first = _first_value(opening)
    if isinstance(first, list):
        first = first[0] if first and isinstance(first[0], dict) else {}
    if not isinstance(first, dict):
        return ""
    if first.get("format") == "ald-kg document":
        return DOCUMENT
    if first.keys() >= _CLAIM:
        return CLAIMS
    return RECORDS if {"type", "title"} <= first.keys() and "id" in first else JSON


def _first_value(text: str) -> object:
    """Return the JSON value of a text, or of its first line; ``None`` if neither is JSON."""
    try:
        value, end = json.JSONDecoder().raw_decode(text[:_HEAD])
    except RecursionError:
        return {}
    except ValueError:
        # JSON that is cut off at the end of the head, or broken, still begins like an object
        return {} if _OBJECT.match(text) else None
    return value if not text[end:].split("\n", 1)[0].strip() else None


def _as_latex(text: str) -> str:
    return _SUFFIXES[".tex"] if _LATEX.match(text[:_HEAD]) else ""


def _as_rdf(text: str) -> str:
    return _SUFFIXES[".ttl"] if _RDF.match(text[:_HEAD]) else ""


_TESTS: tuple[Callable[[str], str], ...] = (_as_json, _as_latex, _as_rdf)
