"""Write the catalog of a generation into one SQLite file, in full or as a changed copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Final

from kg.catalog.keeping import CatalogUpdater
from kg.catalog.numbering import START, following
from kg.catalog.rows import ReadStudy, Rows, read_study
from kg.catalog.source import Source
from kg.catalog.studies import place_in_list, study_record
from kg.catalog.tables import Describe, Tables
from kg.catalog.terms import Descriptions, Terms
from kg.fingerprint import fingerprint

#: The file of the catalog in the directory of its generation.
CATALOG_FILE: Final = "catalog.sqlite"
#: Version of the tables and their content; a catalog with another version is rebuilt.
VERSION: Final = "5"

#: Memory that SQLite may use while it writes, in KiB.
_CACHE_KIB: Final = 32_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Two functions that read studies by their IRIs and describe terms, each keeping the order."""

    studies: Callable[[Iterable[str]], Iterator[ReadStudy]]
    describe: Describe

    @classmethod
    def of(cls, source: Source) -> Reader:
        """Return a reader that reads a graph in this process."""
        describe = Descriptions(source).describe
        return cls(
            studies=lambda iris: (read_study(source, iri) for iri in iris),
            describe=lambda entries: map(describe, entries),
        )


def write_catalog(source: Source, path: Path, reader: Reader | None = None) -> None:
    """Write the catalog of a graph to a file that does not exist yet.

    The file appears once it is complete.

    Parameters
    ----------
    source
        The graph.
    path
        The file.
    reader
        The reader of studies and terms; if left out, one that reads the source in this process.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    read = reader or Reader.of(source)
    _make(path, lambda database: _write(database, source, read))


def keep_catalog(source: Source, live: Path, path: Path, touched: Collection[str]) -> None:
    """Write the catalog of a changed graph in which only some studies differ from the previous one.

    It is a copy of the previous catalog in which these studies are rewritten. If that catalog is
    missing, of another version or made by other code, everything is rewritten.

    Parameters
    ----------
    source
        The changed graph.
    live
        The catalog of the previous graph.
    path
        The file to write.
    touched
        The IRIs of all studies that differ, or whose claims do.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    if _made_by(live) == _maker():
        with suppress(sqlite3.Error):
            _make(path, lambda database: CatalogUpdater(database, source).keep(touched), live)
            return
    write_catalog(source, path)


def _maker() -> dict[str, str]:
    """Return the versions of format and code; a catalog with other versions is rewritten."""
    return {"version": VERSION, "made_by": fingerprint()}


def _made_by(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    query = "SELECT name, value FROM meta WHERE name IN ('version', 'made_by')"
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return dict(database.execute(query))
    except sqlite3.Error:
        return {}


def _make(
    path: Path, write: Callable[[sqlite3.Connection], None], live: Path | None = None
) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        if live is not None:
            shutil.copyfile(live, fresh)
        with closing(sqlite3.connect(fresh)) as database:
            for pragma in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_CACHE_KIB}"):
                database.execute(f"PRAGMA {pragma}")
            write(database)
            database.commit()
        os.replace(fresh, path)
    except sqlite3.Error as error:
        fresh.unlink(missing_ok=True)
        if live is not None:
            raise
        raise OSError(f"the catalog cannot be written: {error}") from error


def _write(database: sqlite3.Connection, source: Source, reader: Reader) -> None:
    """Fill all tables of a new file."""
    database.executescript((files("kg.catalog") / "schema.sql").read_text(encoding="utf-8"))
    terms = Terms(source)
    rows, tables = Rows(database, source, terms), Tables(database, source, terms)
    place = START
    for one in reader.studies(_studies_in_order(database, source)):
        place = following(place, one.size)
        rows.add(one, place)
    tables.finish(rows, reader.describe)
    database.executemany("INSERT INTO meta VALUES (?, ?)", _maker().items())
    database.executescript((files("kg.catalog") / "indexes.sql").read_text(encoding="utf-8"))
    database.commit()
    database.execute("ANALYZE")


def _studies_in_order(database: sqlite3.Connection, source: Source) -> Iterator[str]:
    database.execute(
        "CREATE TEMP TABLE listed (iri TEXT, label TEXT, year INTEGER, title TEXT, id TEXT)"
    )
    resources = map(source.read, source.of_class("ald:Study"))
    rows = ((one.iri, *place_in_list(study_record(one))) for one in resources)
    database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", rows)
    query = "SELECT iri FROM listed ORDER BY label, year, title, id"
    for (iri,) in database.execute(query):
        yield iri
