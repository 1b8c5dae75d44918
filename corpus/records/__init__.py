"""Bibliographic records that a user keeps beside the papers: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

from corpus.records.entry import Entry, RecordFile
from corpus.records.library import Library, RecordList, find_records, open_library
from corpus.records.matching import match_records
from corpus.records.reading import RECORD_SUFFIXES, read_entries, read_records

__all__ = [
    "RECORD_SUFFIXES",
    "Entry",
    "Library",
    "RecordFile",
    "RecordList",
    "find_records",
    "match_records",
    "open_library",
    "read_entries",
    "read_records",
]
