"""Bytes of a file of records to text: UTF-8, UTF-16, or what older programs wrote."""

from __future__ import annotations

import codecs
import re

#: Four bytes first, as the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: JabRef writes ``% Encoding: Cp1252`` at the head of its files.
_DECLARED = re.compile(rb"%\s*Encoding:\s*([\w-]{1,20})", re.IGNORECASE)
_HEAD = 400


def decode(data: bytes) -> str:
    """Return the text of a file of records; bytes of no known encoding are Windows-1252.

    Programs from before Unicode wrote Windows-1252, of which Latin-1 is a part but for control
    characters that no record holds.

    >>> decode("Möller".encode("latin-1")), decode("Möller".encode("utf-16"))
    ('Möller', 'Möller')
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace").removeprefix("\ufeff")
    for encoding in (_wide(data), "utf-8", _declared(data), "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _wide(data: bytes) -> str:
    """UTF-16 without its mark: every other byte of a text in Latin letters is zero."""
    head = data[:_HEAD]
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros and zeros.count(0) * 10 > len(zeros) * 8:
            return encoding
    return "utf-8"


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_HEAD])
    try:
        return codecs.lookup(found[1].decode("ascii")).name if found else "cp1252"
    except LookupError:
        return "cp1252"
