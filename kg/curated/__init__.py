"""Claims that people entered by hand, as CSV tables: read, checked by row, turned into documents.

See ``docs/curation.md`` for the columns. A table joins a graph as a document of its own, whose
evidence is the row; every claim keeps its curator and the source that the curator read.
"""

from __future__ import annotations

from kg.curated.columns import COLUMNS, Column
from kg.curated.files import Tables, find_tables, read_table, read_tables
from kg.curated.rows import RowError
from kg.curated.table import read_csv

__all__ = [
    "COLUMNS",
    "Column",
    "RowError",
    "Tables",
    "find_tables",
    "read_csv",
    "read_table",
    "read_tables",
]
