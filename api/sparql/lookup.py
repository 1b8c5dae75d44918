"""Look-ups of one subject, which the web process answers itself.

Sending a query to a worker and its answer back costs more than looking up the statements about one
subject. A look-up reads only what it returns: it is a single pattern that names its subject,
without a condition, an order or a function, so that each quad read becomes a row. A limit on the
bytes of the answer therefore limits the rows, and with them the time. A worker answers look-ups
that have more bytes, or that take longer because the files are not in memory.
"""

from __future__ import annotations

import re
import time
from typing import Any, Final

from api.answers.evaluate import Bounded, TooLargeError, prefixes_in, serialize
from api.answers.formats import JSON, Formats
from api.answers.protocol import Operation
from api.graph import ServedGraph
from api.workers.pool import Answer
from api.workers.quota import Quota
from kg.store import EmbeddedGraph

#: The most bytes of an answer. A row has at least 30 bytes in JSON, so there are at most 550 rows.
MAX_BYTES: Final = 16_384
#: The most characters of a query.
_LONGEST: Final = 1_000
#: Seconds that a look-up may take; it can be stopped only between two parts of its answer.
_PATIENCE: Final = 0.02
#: Mean seconds of a look-up above which workers answer look-ups for a while. A single one may take
#: longer because another process has the processor; all of them do if the disk is slow.
_SLOW: Final = 0.004
_REST: Final = 2.0
#: The weight of one look-up in the running mean.
_WEIGHT: Final = 1 / 16

_IRI = r"<[^<>\"{}|^`\\\s]*+>"
_NAME = r"[A-Za-z][A-Za-z0-9]*+:[A-Za-z0-9_]++"
_LOOKUP = re.compile(
    rf"""
    \s*+ (?: prefix \s++ [A-Za-z][A-Za-z0-9]*+ : \s*+ {_IRI} \s*+ )*+
    select \s*+ (?: \* | (?P<shown> (?: \?[A-Za-z0-9]++ \s*+ )++ ) ) \s*+ (?: where )?+ \s*+
    \{{ \s*+ (?: {_IRI} | {_NAME} ) \s++
    (?: \?(?P<predicate>[A-Za-z0-9]++) | a (?=\s) | {_IRI} | {_NAME} ) \s*+
    \?(?P<object>[A-Za-z0-9]++) \s*+ (?: \. \s*+ )?+ \}}
    \s*+ (?: limit \s++ [0-9]{{1,9}}+ \s*+ )?+ (?: \#[^\n\r]*+ \s*+ )*+
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def is_lookup(query: str) -> bool:
    """Return whether a query only asks for the statements about one subject.

    Examples
    --------
    >>> is_lookup("SELECT ?p ?o WHERE { <http://a.example/b> ?p ?o }")
    True
    >>> is_lookup("SELECT ?s WHERE { ?s a <http://a.example/b> }")
    False
    """
    found = _LOOKUP.fullmatch(query) if len(query) <= _LONGEST else None
    if found is None:
        return False
    told = {found["predicate"], found["object"]}
    is_plain = found["predicate"] != found["object"]  # else some quads read are no rows
    return is_plain and (found["shown"] is None or not told.isdisjoint(_names(found["shown"])))


def _names(variables: str) -> list[str]:
    return variables.replace("?", " ").split()


class Lookups:
    """Answers look-ups from the graph that this process has opened.

    Parameters
    ----------
    graph
        The served graph.
    quota
        The quotas of clients, which count worker time and time in this process.
    """

    def __init__(self, graph: ServedGraph, quota: Quota) -> None:
        self._graph = graph
        self._quota = quota
        self._mean = 0.0
        self._rests_until = 0.0

    def answer(
        self, client: str, operation: Operation, formats: Formats, base: str
    ) -> Answer | None:
        """Return the answer to a look-up; ``None`` if a worker has to answer the query.

        Raises
        ------
        HttpError
            429 if the client has used up its quota.
        """
        is_ours = formats.solutions == JSON and is_lookup(operation.query)
        if not is_ours or operation.default_graphs or operation.named_graphs:
            return None
        started = time.perf_counter()
        opened = self._graph.opened() if started >= self._rests_until else None
        if opened is None or not isinstance(opened.store, EmbeddedGraph):
            return None
        with self._quota.admit(client):
            body = _look_up(opened.store, operation.query, formats, base)
        spent = time.perf_counter() - started
        self._quota.charge(client, spent)
        self._note(spent)
        return None if body is None else Answer(media_type=JSON, body=body)

    def _note(self, spent: float) -> None:
        """Update the mean time, and leave look-ups to workers for a while if it is too long."""
        self._mean += (spent - self._mean) * _WEIGHT
        if self._mean > _SLOW:
            self._mean, self._rests_until = 0.0, time.perf_counter() + _REST


def _look_up(graph: EmbeddedGraph, query: str, formats: Formats, base: str) -> bytes | None:
    try:
        found = graph.engine.query(query, base_iri=base, prefixes=prefixes_in(query))
        return serialize(found, _Brief(MAX_BYTES, _PATIENCE), formats)[1]
    except (TooLargeError, SyntaxError, ValueError, OSError, RuntimeError):
        return None  # a worker answers, or reports the error


class _Brief(Bounded):
    """A stream with limits on its bytes and on the time of writing."""

    def __init__(self, limit: int, seconds: float) -> None:
        super().__init__(limit)
        self._end = time.perf_counter() + seconds

    def write(self, data: Any) -> int:
        """Write the bytes.

        Raises
        ------
        TooLargeError
            If the stream would exceed its bytes or its time.
        """
        if time.perf_counter() > self._end:
            raise TooLargeError
        return super().write(data)
