"""More than memory should hold, sorted and looked up: an unnamed SQLite database on disk.

It lies in the folder for temporary files (``TMPDIR``) and is gone with the block that uses it; a
small one never leaves memory.

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

#: Memory of a database before it goes to disk, in KiB.
_CACHE_KIB: Final = 16_000
#: Lines parsed at a time.
_LINES: Final = 500
#: Nodes whose triples are kept at hand.
_NODES: Final = 50

Pair = tuple[rdf.NamedNode, rdf.NamedNode | rdf.Literal]


def sorted_lines(lines: Iterable[str]) -> Iterator[str]:
    """The different lines in the order of their characters."""
    with _database() as spill:
        spill.execute("CREATE TABLE line (text TEXT)")
        spill.executemany("INSERT INTO line VALUES (?)", ((line,) for line in lines))
        for (text,), _ in groupby(spill.execute("SELECT text FROM line ORDER BY text")):
            yield text


def sorted_triples(quads: Iterable[rdf.Quad]) -> Iterator[rdf.Triple]:
    """The different triples of some quads, in the order of their N-Triples."""
    lines = sorted_lines(f"{quad.triple} .\n" for quad in quads)
    while batch := "".join(islice(lines, _LINES)):
        for quad in rdf.parse(batch.encode(), format=rdf.RdfFormat.N_TRIPLES):
            yield quad.triple


class Said:
    """What some quads say of each node, whatever graph they stand in."""

    def __init__(self, spill: sqlite3.Connection, quads: Iterable[rdf.Quad]) -> None:
        self._spill = spill
        self.lookup = lru_cache(_NODES)(self._lookup)
        spill.execute("CREATE TABLE said (subject TEXT, predicate TEXT, object TEXT)")
        spill.executemany("INSERT INTO said VALUES (?, ?, ?)", _rows(quads))
        spill.execute("CREATE INDEX by_subject ON said (subject)")

    def _lookup(self, node: rdf.NamedNode) -> tuple[Pair, ...]:
        """The properties of a node with their values, each pair once, sorted."""
        query = "SELECT DISTINCT predicate, object FROM said WHERE subject = ?"
        lines = (f"{node} <{name}> {value} .\n" for name, value in self._ask(query, node.value))
        found = rdf.parse("".join(lines).encode(), format=rdf.RdfFormat.N_TRIPLES)
        return tuple(sorted(((quad.predicate, quad.object) for quad in found), key=str))

    def subjects(self, predicate: rdf.NamedNode) -> Iterator[str]:
        """The IRIs of all that has this property, sorted."""
        query = "SELECT DISTINCT subject FROM said WHERE predicate = ? ORDER BY subject"
        return (iri for (iri,) in self._ask(query, predicate.value))

    def _ask(self, query: str, value: str) -> sqlite3.Cursor:
        return self._spill.execute(query, (value,))


def _rows(quads: Iterable[rdf.Quad]) -> Iterator[tuple[str, str, str]]:
    for quad in quads:
        subject, value = quad.subject, quad.object
        if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode | rdf.Literal):
            yield subject.value, quad.predicate.value, str(value)


@contextmanager
def said_by(quads: Iterable[rdf.Quad]) -> Iterator[Said]:
    """Take up what quads say, until the block ends."""
    with _database() as spill:
        yield Said(spill, quads)


@contextmanager
def _database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect("")) as spill:
        spill.execute(f"PRAGMA cache_size=-{_CACHE_KIB}")
        spill.execute("PRAGMA journal_mode=OFF")  # nothing is ever rolled back
        yield spill
