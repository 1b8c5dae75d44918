"""Corrections of a printed record and reference list: a curated table, applied when both are read.

``corpus/review/corrections.tsv`` holds the corrections of the review. The files that are made from
the review stay as printed, so that they can be made again; each correction has one place.

A row gives a work (``this`` or the number of a reference), a field, the printed value and the right
value. Fields are those of a record (:class:`corpus.model.Reference`), ``subtitle``, which is added
to the title, and ``author 6``, one name as ``Family, Given``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from corpus.model import Author, Reference
from kg.errors import ExtractionError

_COLUMNS = ["number", "field", "printed", "corrected"]
_TEXTS = frozenset("title container volume issue pages publisher doi url type".split())
_AUTHOR = re.compile(r"author (\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One field of one work: its printed value (``""`` for a gap) and its right value."""

    number: str
    field: str
    printed: str
    corrected: str


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Return the corrections of a tab-separated table with a header line; ``#`` begins a comment.

    Raises
    ------
    ExtractionError
        If it cannot be read or a line has another shape; the message names the file and the line.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ExtractionError(f"{path}: cannot be read ({error})") from error
    rows = [(at, line.split("\t")) for at, line in enumerate(lines, 1) if line[:1] not in ("", "#")]
    for at, row in rows:
        if len(row) != len(_COLUMNS) or (at == rows[0][0]) != (row == _COLUMNS):
            raise ExtractionError(f"{path}, line {at}: not the columns {', '.join(_COLUMNS)}")
    return tuple(Correction(**dict(zip(_COLUMNS, row, strict=True))) for _, row in rows[1:])


def corrected(record: Reference, corrections: Iterable[Correction]) -> Reference:
    """Return a record with its corrections applied; values that are already right stay.

    >>> printed = Reference(number="7", pages="1–9")
    >>> rule = Correction(number="7", field="pages", printed="1–9", corrected="3117")
    >>> corrected(printed, [rule]).pages
    '3117'

    Raises
    ------
    ExtractionError
        If the record has neither the printed nor the corrected value, or has no such field.
    """
    for correction in corrections:
        record = _with(record, correction)
    return record


def by_number(corrections: Iterable[Correction]) -> Mapping[str, Sequence[Correction]]:
    """Group corrections by the number of their work, in the given order."""
    groups: dict[str, list[Correction]] = {}
    for correction in corrections:
        groups.setdefault(correction.number, []).append(correction)
    return groups


def _with(record: Reference, one: Correction) -> Reference:
    if one.field == "subtitle":
        return replace(record, title=f"{record.title}: {one.corrected}")
    if position := _AUTHOR.fullmatch(one.field):
        return replace(record, authors=_renamed(record.authors, int(position[1]), one))
    if one.field not in {*_TEXTS, "year"}:
        raise ExtractionError(f"correction of {one.number}: no field {one.field!r}")
    _check(one, str(getattr(record, one.field) or ""))
    value: Any = int(one.corrected) if one.field == "year" else one.corrected
    return replace(record, **{one.field: value})


def _renamed(authors: tuple[Author, ...], place: int, one: Correction) -> tuple[Author, ...]:
    if not 1 <= place <= len(authors):
        raise ExtractionError(f"correction of {one.number}: there are {len(authors)} authors")
    old = authors[place - 1]
    _check(one, f"{old.family}, {old.given}")
    family, _, given = one.corrected.partition(", ")
    return (*authors[: place - 1], Author(family=family, given=given), *authors[place:])


def _check(one: Correction, found: str) -> None:
    """Raise an error if a field has neither the printed nor the corrected value."""
    if found not in (one.printed, one.corrected):
        raise ExtractionError(
            f"correction of {one.number}, {one.field}: found {found!r}, expected {one.printed!r}"
        )
