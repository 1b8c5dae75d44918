"""Removal of the characters that some output format cannot carry.

XML 1.0 (section 2.2) allows no control characters except tab and line ends, no surrogates, and
neither U+FFFE nor U+FFFF; Unicode (section 23.7) reserves 66 code points as noncharacters. Old
fonts, broken converters and escapes in JSON and YAML can still put them into documents.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace

from corpus.model import Author, Paper, Reference

_PLANES = "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(17))
#: Lone surrogates, and the noncharacters of Unicode.
NO_CHARACTERS = re.compile(f"[\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_ILLEGIBLE = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]")
_LINE_ENDS = re.compile("[\t\n\r\u2028\u2029]")
#: Control characters between words: vertical tab, form feed, the four separators, next line.
_SEPARATORS = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f\x85")


def legible(text: str) -> str:
    r"""Return a text without characters that some format cannot carry; separators become blanks.

    >>> legible("0.1 nm\x01 a\x0ccycle\ufffe")
    '0.1 nm a cycle'
    """
    if text.isprintable():
        return text
    return _ILLEGIBLE.sub(lambda match: " " if match[0] in _SEPARATORS else "", text)


def legible_name(name: str) -> str:
    r"""Return the name of a file as text of one line; bytes that are not UTF-8 are replaced.

    >>> legible_name("thin\nfilms\udcff.pdf")
    'thin films\ufffd.pdf'
    """
    text = legible(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
    return _LINE_ENDS.sub(" ", text)


def legible_record(record: Reference) -> Reference:
    """Return a record in which every text is legible."""
    texts = {
        field.name: legible(value)
        for field in fields(record)
        if isinstance(value := getattr(record, field.name), str)
    }
    authors = tuple(
        Author(family=legible(a.family), given=legible(a.given)) for a in record.authors
    )
    return replace(record, **{**texts, "authors": authors})  # type: ignore[arg-type]


def with_legible_records(paper: Paper) -> Paper:
    """Return a paper in which its own record and its references are legible."""
    return replace(
        paper,
        record=legible_record(paper.record) if paper.record is not None else None,
        references=tuple(map(legible_record, paper.references)),
    )
