"""The types of query answers, independent of the SPARQL engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from ontology import rdf


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT: the variables in their order, and the rows, which are read once.

    A row is a sequence of terms in the order of the columns, ``None`` where a variable is not
    bound; a term can be taken by the name of its variable too: ``row["study"]``.
    """

    columns: tuple[str, ...]
    rows: Iterator[rdf.QuerySolution]

    def __iter__(self) -> Iterator[rdf.QuerySolution]:
        return self.rows


@dataclass(frozen=True, slots=True)
class Triples:
    """The answer to a CONSTRUCT or DESCRIBE: its triples, which are read once."""

    rows: Iterator[rdf.Triple]

    def __iter__(self) -> Iterator[rdf.Triple]:
        return self.rows


#: What a query of any form gives.
Answer = Solutions | Triples | bool


class Selecting(Protocol):
    """Protocol of anything that answers a SELECT."""

    def select(self, sparql: str) -> Solutions:
        """The rows of a SELECT."""
