"""Detection of document formats, and reading of bytes with the reader for the format."""

from __future__ import annotations

import codecs
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath

from corpus.errors import ReadError
from corpus.foreign import foreign_bytes, foreign_text, is_zip
from corpus.frontmatter import FrontMatter, has_front_matter, read_front_matter
from corpus.legible import with_legible_records
from corpus.limits import MAX_CHARACTERS
from corpus.model import Paper
from corpus.readers.note import read_note
from corpus.readers.plain import read_plain

#: Name and version of the readers; changed whenever the same file may yield a different text.
READER = "ald-kg/0.2.0"
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f]")
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKUP = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<!--.{0,2000}?-->\s*)*<(?:\?xml|!doctype|html|head|body|tei|response"
    rb"|articles?|records?|oai-pmh|pmc-articleset|full-text-retrieval-response)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML = re.compile(rb"<!doctype\s+html\b|<html[\s>]", re.I)
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}
_XML_SUFFIXES = {".xml", ".nxml"}
#: Number of leading bytes in which the format of a document is looked for.
_HEAD = 4096


def read_bytes(data: bytes, *, id: str, source: str) -> Paper:
    """Read one document from its bytes; ``source`` names it in messages.

    Raises
    ------
    ReadError
        As :func:`corpus.folder.read`, except for errors of the file system.
    """
    if not data:
        raise ReadError(source, "the file is empty")
    if is_lock_file(source):
        raise ReadError(source, "lock file of Word, not a document; name the document itself")
    if cause := foreign_bytes(data):
        raise ReadError(source, cause)
    sha256 = hashlib.sha256(data).hexdigest()
    paper = _reader(data, source)(data, id, source, sha256)
    _require_length(paper.raw, source)
    if not paper.passages:
        raise ReadError(source, "contains no text")
    paper = with_legible_records(paper)
    return replace(paper, repairs=_repairs(paper))


def is_lock_file(name: str) -> bool:
    """Return whether a file is a lock file, in which Word notes who edits it: "~$thesis.docx"."""
    return PurePath(name).name.startswith("~$")


def _require_length(raw: str, source: str) -> None:
    if len(raw) > MAX_CHARACTERS:
        raise ReadError(source, f"text longer than {MAX_CHARACTERS:,} characters")


def _repairs(paper: Paper) -> dict[str, int]:
    """Add up the repairs by kind; a byte order mark at the very start does not count as damage."""
    counts = Counter(paper.repairs)
    for passage in paper.passages:
        counts.update(passage.repairs)
    counts["invisible character"] -= paper.raw.startswith("\ufeff")
    return dict(+counts)


def _reader(data: bytes, source: str) -> Callable[[bytes, str, str, str], Paper]:
    """Choose the reader by the content of the document, or by the suffix of its file."""
    if is_zip(data):
        return _read_office
    head = data[:_HEAD]
    if head.startswith(_UTF16):
        head = head.decode("utf-16", errors="replace").encode()
    suffix = PurePath(source).suffix.lower()
    is_markup = _MARKUP.match(head) is not None
    if b"%PDF-" in head[:1024] or (suffix == ".pdf" and not is_markup):
        return _read_pdf
    if suffix in _HTML_SUFFIXES or (is_markup and _HTML.search(head)):
        return _read_html
    if suffix in _XML_SUFFIXES or is_markup:
        return _read_xml
    return _read_text


def _read_text(data: bytes, id: str, source: str, sha256: str) -> Paper:
    raw = _decoded(data, source)
    _require_length(raw, source)  # before it is cleaned, which takes seconds for a million words
    if cause := foreign_text(raw, source):
        raise ReadError(source, cause)
    if not has_front_matter(raw):
        return read_plain(raw, id=id, source=source, sha256=sha256)
    head = read_front_matter(raw, source)
    if isinstance(head, FrontMatter):
        return read_note(raw, head, id=id, source=source, sha256=sha256)
    return read_plain(raw, head, id=id, source=source, sha256=sha256)


# The libraries of the other formats load only when a document needs them.


def _read_pdf(data: bytes, id: str, source: str, sha256: str) -> Paper:
    from corpus.readers.pdf import read_pdf

    return read_pdf(data, id=id, source=source, sha256=sha256)


def _read_office(data: bytes, id: str, source: str, sha256: str) -> Paper:
    from corpus.readers.office.archive import Archive
    from corpus.readers.office.opendocument import read_opendocument
    from corpus.readers.office.word import is_word, read_word

    archive = Archive(data, source)
    read_archive = read_word if is_word(archive) else read_opendocument
    return read_archive(archive, id=id, sha256=sha256)


def _read_html(data: bytes, id: str, source: str, sha256: str) -> Paper:
    from corpus.readers.html import read_html
    from corpus.readers.markup.tree import parse_html

    return read_html(parse_html(data, source), id=id, source=source, sha256=sha256)


def _read_xml(data: bytes, id: str, source: str, sha256: str) -> Paper:
    from corpus.readers.elsevier import is_elsevier, read_elsevier
    from corpus.readers.jats import is_jats, read_jats
    from corpus.readers.markup.tree import name_of, parse_xml
    from corpus.readers.tei import is_tei, read_tei

    root = parse_xml(data, source)
    if is_elsevier(root):
        return read_elsevier(root, id=id, source=source, sha256=sha256)
    if is_jats(root):
        return read_jats(root, id=id, source=source, sha256=sha256)
    if is_tei(root):
        return read_tei(root, id=id, source=source, sha256=sha256)
    raise ReadError(source, f"XML of a kind that is not read (<{name_of(root)}>, not JATS or TEI)")


def _decoded(data: bytes, source: str) -> str:
    if data.startswith(_UTF16):
        raise ReadError(source, "not UTF-8 (UTF-16 byte order mark)")
    if (at := data.find(b"\0")) >= 0:
        raise ReadError(
            source, f"binary, not text (NUL byte at {at}); save it as PDF or as plain text"
        )
    try:
        raw = data.decode("utf-8")
    except UnicodeDecodeError as error:
        found = f"byte 0x{data[error.start]:02x} at {error.start}"
        raise ReadError(source, f"not UTF-8 ({found})") from error
    if not raw.strip("\ufeff \t\r\n\f\v"):
        raise ReadError(source, "the file is empty")
    if len(_CONTROL.findall(raw)) * 10 > len(raw):
        raise ReadError(
            source, "binary, not text (control characters); save it as PDF or as plain text"
        )
    return raw
