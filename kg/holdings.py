"""The documents of a graph: list them, find the last build, remove documents."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from rapidfuzz import fuzz, process

from kg.clock import utc_now
from kg.errors import StoreError
from kg.export.records import keep_keys
from kg.generations import run_of, write_generation
from kg.joining import join_studies
from kg.ledger import Run, read_run
from kg.store import Graph, Location, open_graph, writing
from kg.stored_documents import read_stored
from kg.surroundings import forget_texts
from kg.table import Table, table_from_result

#: Least similarity (0 to 100) of a suggested name.
_NEAR = 60
#: The kind of a graph that has no document node, only the records of one bibliography file.
_LIBRARY = "library"


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """The documents that were removed, and the number of the others."""

    names: tuple[str, ...]
    left: int


def documents_table(store: Graph) -> Table:
    """Return each document with its kind, claims and study; bibliography files are libraries."""
    found = table_from_result(store.query(_query()))
    known = {str(name) for name in found.column("document")}
    empty = (None,) * (len(found.columns) - 3)
    shelves = [(n, _LIBRARY, 0, *empty) for n in store.documents() if n not in known]
    rows = sorted((*found.rows, *shelves), key=lambda row: str(row[0]))
    return Table(columns=found.columns, rows=tuple(rows))


@cache
def _query() -> str:
    return (files("kg") / "holdings.rq").read_text(encoding="utf-8")


def last_run(store: Graph) -> Run | None:
    """Return the last build that changed the graph; ``None`` if an older version made it."""
    return read_run(store.ledger())


def remove_documents(place: Location, names: Sequence[str]) -> Removed:
    """Remove documents from a graph; studies that were joined only by their records are separated.

    Raises
    ------
    StoreError
        If there is no graph at ``place``, it has no such document, it cannot be written, or another
        build is writing. Nothing is removed then.
    """
    known = open_graph(place).documents()
    for name in names:
        if name not in known:
            raise StoreError(f"{place}: no document {name!r} in this graph{_near(name, known)}")
    with writing(place) as writer:
        stored = read_stored(writer)
        gone = {*names}
        joined = join_studies((), stored.without(gone), dropped=stored.dropped(gone))
        run = run_of(gone, stored, removed=True, at=utc_now())
        ledger = stored.ledger(gone, joined, {}, run)
        write_generation(writer, gone, (), stored=stored, joined=joined, ledger=ledger)
        keep_keys(place)
        if isinstance(place, Path):
            forget_texts(place, writer.documents())
    return Removed(names=tuple(sorted(gone)), left=len(known) - len(gone))


def _near(name: str, known: Collection[str]) -> str:
    found = process.extract(name, known, scorer=fuzz.ratio, limit=3, score_cutoff=_NEAR)
    near = ", ".join(repr(other) for other, *_ in found)
    return f"; did you mean {near}?" if near else " (`aldkg list` lists them)"
