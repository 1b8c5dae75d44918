"""Reading of one file of records: choice of format, and parsing into entries."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath

from corpus.errors import ReadError
from corpus.foreign import CLAIMS, foreign_text
from corpus.legible import legible_record
from corpus.model import Reference
from corpus.records.decoding import decode
from corpus.records.entry import RecordFile

#: Suffixes of the files that hold records. A ``.json`` file is one if it is CSL-JSON.
RECORD_SUFFIXES = (".bib", ".ris", ".json")

_NOTHING = {
    ".bib": "holds no BibTeX entry that can be read",
    ".ris": "holds no RIS record (from TY to ER)",
}


def read_records(data: bytes, source: str) -> tuple[Reference, ...]:
    """Read the records of a file; the suffix of ``source`` selects its format.

    Raises
    ------
    ReadError
        As :func:`read_entries`.
    """
    return tuple(entry.record for entry in read_entries(data, source).entries)


def read_entries(data: bytes, source: str) -> RecordFile:
    """Read the entries of a file with the files that they name, and the problems found.

    Raises
    ------
    ReadError
        If the data is binary, not of its format, or holds no record.
    """
    text = decode(data)
    if (at := text.find("\0")) >= 0:
        raise ReadError(source, f"binary, not text (NUL byte at {at})")
    if foreign_text(text, "") == CLAIMS:
        raise ReadError(source, CLAIMS)
    suffix = PurePath(source).suffix.lower()
    read = _read(text, suffix, source)
    if not read.entries:
        first = f" ({read.problems[0]})" if read.problems else ""
        raise ReadError(source, _NOTHING[suffix] + first)
    entries = tuple(replace(e, record=legible_record(e.record)) for e in read.entries)
    return replace(read, entries=entries)


def _read(text: str, suffix: str, source: str) -> RecordFile:
    # the libraries load only when there are records
    if suffix == ".bib":
        from corpus.records.bibtex import read_bibtex

        return read_bibtex(text)
    if suffix == ".ris":
        from corpus.records.ris import read_ris

        return read_ris(text)
    from corpus.records.csl import read_csl

    return read_csl(text, source)
