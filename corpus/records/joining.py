"""Merging of several records of one work, from libraries and from ``aldkg enrich``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from pathlib import Path

from corpus.model import Reference

#: The file that ``aldkg enrich`` writes beside the papers.
ENRICHED = "enriched.json"

_FIELDS = (
    "authors",
    "title",
    "container",
    "year",
    "volume",
    "issue",
    "pages",
    "publisher",
    "doi",
    "url",
)


def reading_order(file: Path) -> tuple[bool, str]:
    """Return the sort key of a file of records: completed records come first.

    They include the content of the other files, and differ from it only where their owner chose so.
    """
    return file.name != ENRICHED, file.as_posix()


def filled(first: Reference, second: Reference) -> Reference:
    """Return the first record, with missing fields filled from the second.

    >>> filled(Reference(title="Films", year=2015), Reference(year=2016, volume="3")).volume
    '3'
    """
    fields = {name: getattr(first, name) or getattr(second, name) for name in _FIELDS}
    kind = second.type if first.type == "document" else first.type
    return replace(first, **fields, type=kind)


def joined(records: Sequence[Reference]) -> Reference | None:
    """Merge records of one work, the first with precedence; ``None`` if they contradict.

    Records contradict if they have two DOIs or two years.
    """
    dois = {record.doi.lower() for record in records if record.doi}
    years = {record.year for record in records if record.year}
    is_one = bool(records) and len(dois) <= 1 and len(years) <= 1
    return reduce(filled, records) if is_one else None
