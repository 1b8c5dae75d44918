"""Sorting and looking up more triples than fit in memory, in a temporary SQLite database.

The database is in the folder for temporary files (``TMPDIR``) and is deleted at the end of the
block that uses it; a small one stays in memory.

References
----------
Temporary databases: https://www.sqlite.org/inmemorydb.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from itertools import groupby, islice
from typing import Final

from ontology import rdf

#: Memory of a database before it is written to disk, in KiB.
_CACHE_KIB: Final = 16_000
#: Number of lines that are parsed at a time.
_LINES: Final = 500
#: Number of nodes whose triples are cached.
_NODES: Final = 50

Pair = tuple[rdf.NamedNode, rdf.NamedNode | rdf.Literal]


def sorted_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield the distinct lines, sorted."""
    with _database() as spill:
        spill.execute("CREATE TABLE line (text TEXT)")
        spill.executemany("INSERT INTO line VALUES (?)", ((line,) for line in lines))
        for (text,), _ in groupby(spill.execute("SELECT text FROM line ORDER BY text")):
            yield text


def sorted_triples(quads: Iterable[rdf.Quad]) -> Iterator[rdf.Triple]:
    """Yield the distinct triples of some quads, sorted by their N-Triples."""
    lines = sorted_lines(f"{quad.triple} .\n" for quad in quads)
    while batch := "".join(islice(lines, _LINES)):
        for quad in rdf.parse(batch.encode(), format=rdf.RdfFormat.N_TRIPLES):
            yield quad.triple


class TripleIndex:
    """The triples of some quads by subject, in all graphs together."""

    def __init__(self, spill: sqlite3.Connection, quads: Iterable[rdf.Quad]) -> None:
        self._spill = spill
        self.lookup = lru_cache(_NODES)(self._lookup)
        spill.execute("CREATE TABLE triple (subject TEXT, predicate TEXT, object TEXT)")
        spill.executemany("INSERT INTO triple VALUES (?, ?, ?)", _rows(quads))
        spill.execute("CREATE INDEX by_subject ON triple (subject)")

    def _lookup(self, node: rdf.NamedNode) -> tuple[Pair, ...]:
        """Return the properties of a node with their values, each pair once, sorted."""
        query = "SELECT DISTINCT predicate, object FROM triple WHERE subject = ?"
        lines = (f"{node} <{name}> {value} .\n" for name, value in self._ask(query, node.value))
        found = rdf.parse("".join(lines).encode(), format=rdf.RdfFormat.N_TRIPLES)
        return tuple(sorted(((quad.predicate, quad.object) for quad in found), key=str))

    def subjects(self, predicate: rdf.NamedNode) -> Iterator[str]:
        """Return the IRIs of all subjects with this property, sorted."""
        query = "SELECT DISTINCT subject FROM triple WHERE predicate = ? ORDER BY subject"
        return (iri for (iri,) in self._ask(query, predicate.value))

    def _ask(self, query: str, value: str) -> sqlite3.Cursor:
        return self._spill.execute(query, (value,))


def _rows(quads: Iterable[rdf.Quad]) -> Iterator[tuple[str, str, str]]:
    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode | rdf.Literal):
            yield subject.value, quad.predicate.value, str(value)


@contextmanager
def index_triples(quads: Iterable[rdf.Quad]) -> Iterator[TripleIndex]:
    """Index the triples of quads; the index is dropped at the end of the block."""
    with _database() as spill:
        yield TripleIndex(spill, quads)


@contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect("")) as spill:
        spill.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        spill.execute("PRAGMA journal_mode=OFF")  # nothing is ever rolled back
        yield spill
