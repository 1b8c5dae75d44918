"""A comparison as tables: its texts, its numbers, and the sentences behind its cells. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from api.comparison import Comparison, Row, is_measured
from api.schemas import ClaimShape
from api.units import bounds_in, unit_for
from kg.statements.formatting import unit_in_words
from kg.table import Cell, Table

_SENTENCES: Final = ("study", "column", "statement", "sentence", "said_by", "document", "place")


def as_table(found: Comparison) -> Table:
    """Return the comparison as a table of texts, with the IRIs of the studies."""
    has_links = any(row.link for row in found.rows)
    rows = (
        (
            *(row.study.label, row.study.year),
            *([row.link or None] if has_links else ()),
            *("; ".join(entry.text for entry in row.cells[name]) or None for name in found.columns),
            *(row.study.doi or None, row.study.iri),
        )
        for row in found.rows
    )
    link = ("linked",) if has_links else ()
    columns = ("study", "year", *link, *found.columns, "doi", "study_iri")
    return Table(columns=columns, rows=tuple(rows))


def with_numbers(found: Comparison, units: Sequence[str]) -> Table:
    """Return the table; each column of quantities is followed by its lowest and highest number.

    Parameters
    ----------
    found
        The comparison.
    units
        Codes of the wanted units; the first printed unit is used if none of them fits.
    """
    table = as_table(found)
    columns, rows = table.columns, table.rows
    for name in found.columns:
        unit = unit_for((c for row in found.rows for c in _claims(row, name)), units)
        if unit and is_measured(name, found.rows):
            ends = [_ends(row, name, unit) for row in found.rows]
            columns += tuple(f"{end} {name} / {unit_in_words(unit)}" for end in _ENDS)
            rows = tuple((*row, *pair) for row, pair in zip(rows, ends, strict=True))
    return Table(columns=columns, rows=rows)


_ENDS: Final = ("lowest", "highest")


def _ends(row: Row, name: str, unit: str) -> tuple[Cell, Cell]:
    numbers = [
        number
        for claim in _claims(row, name)
        if claim.quantity is not None
        for number in bounds_in(claim.quantity, unit)
    ]
    return (min(numbers), max(numbers)) if numbers else (None, None)


def _claims(row: Row, name: str) -> list[ClaimShape]:
    return [claim for entry in row.cells[name] for claim in entry.claims]


def sentences(found: Comparison) -> Table:
    """Return the evidence of each cell as a table, one row per statement and place."""
    rows = (
        (
            *(row.study.label, name, entry.text),
            *(one.quote, one.voice or None, one.document, one.place or None),
        )
        for row in found.rows
        for name in found.columns
        for entry in row.cells[name]
        for one in entry.evidence
    )
    return Table(columns=_SENTENCES, rows=tuple(rows))
