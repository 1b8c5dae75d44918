"""The common part of all graphs: the check of a query, and its answer by form."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from kg.errors import QueryError
from kg.guard import refuse
from ontology import rdf
from ontology.answers import Answer, Solutions, Triples
from ontology.graphs import DOCUMENT_GRAPHS
from ontology.iri import segments


class AnsweringGraph(ABC):
    """A graph that answers queries by their form; subclasses define how a query is run."""

    @abstractmethod
    def _answer(self, sparql: str) -> Answer:
        """Return the answer to a query that passed the check."""

    def query(self, sparql: str) -> Answer:
        """Return the answer to a query; its default graph is the union of all graphs.

        Raises
        ------
        QueryError
            If the query is malformed, or uses something that is not allowed.
        StoreError
            If the store cannot be read.
        """
        refusal = refuse(sparql)
        if refusal:
            raise QueryError(refusal)
        return self._answer(sparql)

    def select(self, sparql: str) -> Solutions:
        """Return the rows of a SELECT.

        Raises
        ------
        QueryError
            As :meth:`query`, and if the query is of another form.
        """
        answer = self.query(sparql)
        if not isinstance(answer, Solutions):
            raise QueryError("the query is not a SELECT")
        return answer

    def ask(self, sparql: str) -> bool:
        """Return the answer to an ASK.

        Raises
        ------
        QueryError
            As :meth:`query`, and if the query is of another form.
        """
        answer = self.query(sparql)
        if not isinstance(answer, bool):
            raise QueryError("the query is not an ASK")
        return answer

    def construct(self, sparql: str) -> Iterator[rdf.Triple]:
        """Return the triples of a CONSTRUCT or DESCRIBE.

        Raises
        ------
        QueryError
            As :meth:`query`, and if the query is of another form.
        """
        answer = self.query(sparql)
        if not isinstance(answer, Triples):
            raise QueryError("the query is not a CONSTRUCT")
        return answer.rows


def document_ids(graphs: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the documents with these graphs, sorted; other graphs are left out."""
    return tuple(sorted(segments(name)[-1] for name in graphs if name.startswith(DOCUMENT_GRAPHS)))
