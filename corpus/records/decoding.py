"""Decoding of files of records: UTF-8, UTF-16, or the encodings of older programs."""

from __future__ import annotations

import codecs
import re

#: UTF-32 before UTF-16, because its byte order mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The line ``% Encoding: Cp1252``, which JabRef writes at the top of its files.
_DECLARED = re.compile(rb"%\s*Encoding:\s*([\w-]{1,20})", re.IGNORECASE)
_HEAD = 400


def decode(data: bytes) -> str:
    """Return the text of a file of records; bytes of no known encoding are read as Windows-1252.

    Programs from before Unicode wrote Windows-1252, which contains Latin-1 except for control
    characters that no record has.

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
    """Return the UTF-16 encoding if almost every other byte is zero, or else ``"utf-8"``."""
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
