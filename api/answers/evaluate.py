"""Answers a SPARQL query by the engine, in a worker (but see :mod:`api.sparql.lookup`)."""

from __future__ import annotations

import io
from typing import Any

from api.answers.formats import Formats
from api.answers.protocol import Operation
from api.errors import HttpError
from kg.dataset import unknown_graphs
from kg.guard import refuse
from kg.syntax import explain_syntax
from ontology import embedded, rdf
from ontology.iri import PREFIXES

_RESULTS = {
    format_.media_type.split(";")[0]: format_
    for format_ in (
        rdf.QueryResultsFormat.JSON,
        rdf.QueryResultsFormat.XML,
        rdf.QueryResultsFormat.CSV,
        rdf.QueryResultsFormat.TSV,
    )
}
_GRAPHS = {
    format_.media_type.split(";")[0]: format_
    for format_ in (
        rdf.RdfFormat.TURTLE,
        rdf.RdfFormat.N_TRIPLES,
        rdf.RdfFormat.RDF_XML,
        rdf.RdfFormat.JSON_LD,
    )
}

_PREFIXES = tuple((f"{name}:", name, iri) for name, iri in PREFIXES.items())

#: Characters that no format of an answer may contain unescaped (JSON, Turtle and N-Triples escape
#: them): control characters except tab and line ends, and U+FFFE and U+FFFF in UTF-8.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


class TooLargeError(Exception):
    """The result has more bytes than the limit."""


class Bounded(io.BytesIO):
    """A stream that accepts up to ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any) -> int:
        """Write the bytes.

        Raises
        ------
        TooLargeError
            If the stream would exceed its limit.
        """
        if self.tell() + len(data) > self.limit:
            raise TooLargeError
        return super().write(data)


def evaluate(
    engine: embedded.Store, limit: int, operation: Operation, formats: Formats, base: str
) -> tuple[str, bytes]:
    """Return the media type and the bytes of an answer.

    Parameters
    ----------
    engine
        The store; its default graph holds all triples.
    limit
        The most bytes of an answer.
    operation
        The query.
    formats
        The format for each kind of answer.
    base
        The base IRI of the query.

    Raises
    ------
    HttpError
        400 if the query is refused or malformed, names a graph that does not exist, or has too
        long an answer; 406 if no format fits.
    """
    refused = refuse(operation.query)
    if refused:
        raise HttpError(400, f"query: {refused}")
    try:
        _require_graphs(engine, operation, base)
        result = engine.query(
            operation.query,
            base_iri=base,
            prefixes=prefixes_in(operation.query),
            **_dataset(operation),
        )
        return serialize(result, Bounded(limit), formats)
    except TooLargeError:
        text = f"the result has more than {limit} bytes: add a LIMIT"
        raise HttpError(400, text) from None
    except (SyntaxError, ValueError) as error:  # its list of valid tokens is left out
        raise HttpError(
            400, f"query: {explain_syntax(str(error), operation.query, PREFIXES)}"
        ) from None
    except (OSError, RuntimeError) as error:  # an evaluation error
        raise HttpError(400, _line(f"query: {error}")) from None


def prefixes_in(query: str) -> dict[str, str]:
    """Return the standard prefixes that occur in a query; the engine checks the IRI of each one."""
    return {name: iri for start, name, iri in _PREFIXES if start in query}


def _require_graphs(engine: embedded.Store, operation: Operation, base: str) -> None:
    named = (*operation.default_graphs, *operation.named_graphs)
    unknown = unknown_graphs(engine, operation.query, named=named, base=base)
    if unknown:
        listed = ", ".join(f"<{iri}>" for iri in unknown[:3])
        raise HttpError(400, f"query: no graph {listed} in this store")


def _dataset(operation: Operation) -> dict[str, Any]:
    if operation.default_graphs or operation.named_graphs:
        return {
            "default_graph": [rdf.NamedNode(iri) for iri in operation.default_graphs],
            "named_graphs": [rdf.NamedNode(iri) for iri in operation.named_graphs],
        }
    return {}


def serialize(
    result: rdf.QuerySolutions | rdf.QueryBoolean | rdf.QueryTriples,
    stream: Bounded,
    formats: Formats,
) -> tuple[str, bytes]:
    """Return the media type and the bytes of a result.

    Raises
    ------
    HttpError
        406 if no format fits.
    TooLargeError
        If the result exceeds the limit of the stream.
    """
    kind = _kind(result)
    media: str | None = getattr(formats, kind)
    if media is None:
        raise HttpError(406, f"no acceptable format for the {kind} of this query")
    known: Any = _GRAPHS if kind == "graph" else _RESULTS
    result.serialize(stream, format=known[media])
    answer = stream.getvalue()
    return media, answer if _is_well_formed(media, answer) else well_formed(answer)


def _is_well_formed(media: str, answer: bytes) -> bool:
    """Return whether an answer needs no cleaning: JSON escapes all but DEL, U+FFFE and U+FFFF."""
    return "json" in media and b"\x7f" not in answer and b"\xef\xbf" not in answer


def well_formed(answer: bytes) -> bytes:
    r"""Remove characters that make an answer malformed; graphs of older versions may contain them.

    >>> well_formed(b"<literal>0.1 nm\x01</literal>")
    b'<literal>0.1 nm</literal>'
    """
    answer = answer.translate(None, _CONTROLS)
    for code in _NO_CHARACTERS:
        answer = answer.replace(code, b"")
    return answer


def _kind(result: object) -> str:
    if isinstance(result, rdf.QueryTriples):
        return "graph"
    return "boolean" if isinstance(result, rdf.QueryBoolean) else "solutions"


def _line(text: str) -> str:
    return " ".join(text.split())
