"""A SPARQL query answered by the engine: runs in a worker (but see :mod:`api.sparql.lookup`)."""

from __future__ import annotations

import io
from typing import Any

from api.errors import HttpError
from api.sparql.formats import Formats
from api.sparql.protocol import Operation
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

#: What no format of an answer can carry raw (JSON, Turtle and N-Triples escape it): the control
#: characters but tab and line ends, and U+FFFE and U+FFFF in UTF-8.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\r"})
_NO_CHARACTERS = (b"\xef\xbf\xbe", b"\xef\xbf\xbf")


class TooLargeError(Exception):
    """The result has more bytes than may be sent."""


class Bounded(io.BytesIO):
    """A stream that takes up to ``limit`` bytes."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Any) -> int:
        """Take the bytes.

        Raises
        ------
        TooLargeError
            If they are more than the limit allows.
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
        The store; the default graph of ours holds all triples.
    limit
        The most bytes of an answer.
    operation
        What is asked.
    formats
        The format for each kind of answer.
    base
        The base IRI of the query.

    Raises
    ------
    HttpError
        400 if the query is refused or wrong, names a graph that there is not, or has too long an
        answer; 406 if no format fits.
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
    except (SyntaxError, ValueError) as error:  # without all that the grammar would accept
        raise HttpError(
            400, f"query: {explain_syntax(str(error), operation.query, PREFIXES)}"
        ) from None
    except (OSError, RuntimeError) as error:  # an evaluation error
        raise HttpError(400, _line(f"query: {error}")) from None


def prefixes_in(query: str) -> dict[str, str]:
    """Those of our prefixes that a query may use; for the engine each is an IRI to check."""
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
        If the stream does not take all of it.
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
    """Whether an answer is JSON, in which most is escaped, without the rest; told at a glance."""
    return "json" in media and b"\x7f" not in answer and b"\xef\xbf" not in answer


def well_formed(answer: bytes) -> bytes:
    r"""Take out what makes an answer malformed; a graph built by an older version may hold it.

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
