"""Look up studies and their names in the file of a catalog."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from kg.catalog.text import name_key
from kg.catalog.writer import VERSION

#: Query of the studies with a name: one of their own, or that of the first author.
_FOUND: Final = """SELECT DISTINCT study.iri FROM known JOIN study ON study.number = known.study
WHERE known.field IN ('study', 'first') AND known.key = ? ORDER BY study.iri"""
_LABELS: Final = "SELECT DISTINCT label FROM study ORDER BY label"


def studies_named(file: Path, name: str) -> tuple[str, ...] | None:
    """Return the IRIs of all studies whose label, id, DOI, IRI or first author matches a name.

    Case, hyphens and plural make no difference. ``None`` if the file cannot be used.
    """
    return _read(file, _FOUND, name_key(name))


def study_labels(file: Path) -> tuple[str, ...] | None:
    """Return the labels of all studies, each once; ``None`` if the file cannot be used."""
    return _read(file, _LABELS)


def _read(file: Path, query: str, *values: str) -> tuple[str, ...] | None:
    """Return the texts of a query; ``None`` if the file is missing or of another version."""
    if not file.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            made = connection.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
            rows = connection.execute(query, values).fetchall()
        finally:
            connection.close()
    except sqlite3.Error:
        return None
    return tuple(text for (text,) in rows) if made == (VERSION,) else None
