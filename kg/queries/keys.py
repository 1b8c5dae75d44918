"""The keys of questions: listed from a graph, or read from the file that a build left beside it.

Listing the keys of a question takes up to seconds on millions of triples. So a build does it once,
for all questions without values; :mod:`kg.queries.blocks` explains keys.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from kg.queries.blocks import Bound, Key, Paging
from ontology import rdf
from ontology.answers import Solutions

#: Name of the file in the directory of a generation.
KEYS_FILE: Final = "keys.sqlite"
_TABLE: Final = (
    "CREATE TABLE keys (query TEXT PRIMARY KEY, starts BLOB NOT NULL, places BLOB NOT NULL,"
    " terms TEXT NOT NULL) WITHOUT ROWID, STRICT"
)


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a question in the order of its answer; keys equal in the order form a group.

    A key is an index into ``terms`` for each of its variables; ``starts`` are the first keys of the
    groups, followed by the number of keys.
    """

    paging: Paging
    starts: array[int]
    places: array[int]
    terms: tuple[Any, ...]

    def __len__(self) -> int:
        return len(self.starts) - 1

    def of_groups(self, first: int, last: int) -> list[Key]:
        """Return the keys of the groups from ``first`` to before ``last``."""
        return [self._key(number) for number in range(self.starts[first], self.starts[last])]

    def among(self, names: Sequence[str], wanted: Iterable[Key]) -> Keys:
        """Return the keys whose values of these key variables are among the wanted ones."""
        numbers = {_comparable(term): number for number, term in enumerate(self.terms)}
        told = (
            tuple(numbers.get(_comparable(_written(term)), -1) for term in key) for key in wanted
        )
        allowed = {key for key in told if -1 not in key}
        at = [self.paging.variables.index(name) for name in names]
        width = len(self.paging.variables)
        starts, places = array("I"), array("I")
        for group in range(len(self)):
            begin = len(places)
            for number in range(self.starts[group], self.starts[group + 1]):
                key = self.places[number * width : (number + 1) * width]
                if tuple(key[place] for place in at) in allowed:
                    places.extend(key)
            if len(places) > begin:
                starts.append(begin // width)
        starts.append(len(places) // width)
        return Keys(self.paging, starts, places, self.terms)

    def _key(self, number: int) -> Key:
        width = len(self.paging.variables)
        places = self.places[number * width : (number + 1) * width]
        return tuple(_read(self.terms[place]) for place in places)


def list_keys(solutions: Solutions, paging: Paging) -> Keys:
    """Return the keys in the rows of :func:`kg.queries.blocks.key_query`."""
    width, order = len(paging.variables), paging.order_variables
    ordered = [solutions.columns.index(name) for name in order]
    starts, places = array("I"), array("I")
    numbers: dict[Any, int] = {}
    before: object = None
    for solution in solutions:
        row = tuple(solution)
        alike = [row[place] for place in ordered]
        if alike != before:
            starts.append(len(places) // width)
            before = alike
        places.extend(numbers.setdefault(term, len(numbers)) for term in row[:width])
    starts.append(len(places) // width)
    return Keys(paging, starts, places, tuple(map(_written, numbers)))


def write_keys(file: Path, listed: Iterable[tuple[str, Keys]]) -> None:
    """Write the keys of questions, each with the SPARQL that lists them.

    Raises
    ------
    OSError
        If the file cannot be written.
    """
    import sqlite3

    rows = (
        (query, keys.starts.tobytes(), keys.places.tobytes(), json.dumps(keys.terms))
        for query, keys in listed
    )
    try:
        connection = sqlite3.connect(file)
        try:
            with connection:
                connection.execute(_TABLE)
                connection.executemany("INSERT OR IGNORE INTO keys VALUES (?, ?, ?, ?)", rows)
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise OSError(f"{file}: {error}") from error


def read_keys(file: Path, query: str, paging: Paging) -> Keys | None:
    """Return the stored keys of this SPARQL; ``None`` if the file does not have them."""
    import sqlite3

    if not file.is_file():
        return None
    try:
        connection = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            wanted = "SELECT starts, places, terms FROM keys WHERE query = ?"
            row = connection.execute(wanted, (query,)).fetchone()
        finally:
            connection.close()
    except sqlite3.Error:  # harmless, because the keys are then listed again
        return None
    if row is None:
        return None
    starts, places, terms = row
    return Keys(paging, _numbers(starts), _numbers(places), tuple(json.loads(terms)))


def _numbers(stored: bytes) -> array[int]:
    numbers = array("I")
    numbers.frombytes(stored)
    return numbers


def _written(term: Bound) -> str | list[str]:
    """Return a term as JSON: an IRI as text, a literal as value and datatype, or language."""
    if isinstance(term, rdf.NamedNode):
        return term.value
    if term.language:
        return [term.value, "", term.language]
    return [term.value, term.datatype.value]


def _read(written: Any) -> Bound:
    if isinstance(written, str):
        return rdf.NamedNode(written)
    value, datatype, *language = written
    if language:
        return rdf.Literal(value, language=language[0])
    return rdf.Literal(value, datatype=rdf.NamedNode(datatype))


def _comparable(written: Any) -> Any:
    return written if isinstance(written, str) else tuple(written)
