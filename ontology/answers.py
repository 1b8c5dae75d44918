"""The types of query answers, independent of the SPARQL engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ontology import rdf


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: the variables in their order, and the rows, which can be read once.

    A row is a sequence of terms in the order of the columns, ``None`` for an unbound variable; a
    term can also be accessed by the name of its variable: ``row["study"]``.
    """

    columns: tuple[str, ...]
    rows: Iterator[rdf.QuerySolution]

    def __iter__(self) -> Iterator[rdf.QuerySolution]:
        return self.rows


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE: its triples, which can be read once."""

    rows: Iterator[rdf.Triple]

    def __iter__(self) -> Iterator[rdf.Triple]:
        return self.rows


#: The answer to a query of any form.
Answer = Solutions | Triples | bool


class Selecting(Protocol):
    """Protocol of objects that answer a SELECT."""

    def select(self, sparql: str) -> Solutions:
        """Return the rows of a SELECT."""
