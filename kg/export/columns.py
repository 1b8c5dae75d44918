"""An answer in the form for print: fewer columns with more content."""

from __future__ import annotations

from kg.export.records import CITATION
from kg.table import Table, format_cell, with_values


def for_print(table: Table) -> Table:
    """Return the table without empty columns, with values and their units in one column.

    Columns that the citation makes redundant are left out: the DOI and the year of the study.
    """
    named = with_values(_without_empty(table.readable()))
    if CITATION in named.columns and "study" in named.columns:
        said = [name for name in ("doi", "year") if name in named.columns]
        named = named.without(*said) if len(named.columns) > len(said) + 2 else named
    return named


def _without_empty(table: Table) -> Table:
    unused = (name for name in table.columns if not any(map(format_cell, table.column(name))))
    return table.without(*unused) if table.rows else table
