"""Answers to SPARQL queries for the page: some of the rows, with links, as plain data.

It runs in a worker because an answer may be large; the page gets only what it shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from api.addresses import address
from api.answers.address import local
from api.answers.chart import bar_chart
from api.answers.drawing import draw_graph
from api.answers.formats import JSON, N_TRIPLES
from ontology import rdf
from ontology.curie import to_curie
from ontology.iri import PREFIXES

#: The ``Accept`` header of the page, for any form of query.
PAGE_FORMATS: Final = f"{JSON}, {N_TRIPLES}"
#: The most characters of all cells together, and of one; the files have all.
MOST_TEXT: Final = 60_000
MOST_CELL: Final = 2_000
#: The most triples from which a picture takes its edges.
MOST_DRAWN: Final = 2_000

_XSD: Final = PREFIXES["xsd"]
_NUMBERS: Final = frozenset(
    _XSD + name for name in ("integer", "decimal", "double", "float", "int", "long", "short")
)

Cell = dict[str, Any]


def shown(media: str, body: bytes, max_rows: int) -> dict[str, Any]:
    """Return what the page shows of an answer, as data for JSON.

    Parameters
    ----------
    media, body
        An answer in one of :data:`PAGE_FORMATS`.
    max_rows
        The most rows or triples.

    Returns
    -------
    ``truth`` for a yes or no; otherwise ``columns``, ``rows`` of cells and ``total``, with a
    ``chart`` or a ``drawing`` if there is one.
    """
    if media == N_TRIPLES:
        return _shown_graph(body, max_rows)
    result = json.loads(body)
    if "boolean" in result:
        return {"truth": result["boolean"]}
    columns, bindings = result["head"]["vars"], result["results"]["bindings"]
    first = ([binding.get(name) for name in columns] for binding in bindings[:max_rows])
    rows = _within([[_cell(term) for term in row] for row in first])
    return {
        "columns": columns,
        "rows": rows,
        "total": len(bindings),
        "chart": bar_chart(columns, rows),
    }


def _shown_graph(body: bytes, max_rows: int) -> dict[str, Any]:
    lines = body.splitlines()
    drawn = b"\n".join(lines[: max(MOST_DRAWN, max_rows)])
    triples = [quad.triple for quad in rdf.parse(drawn, format=rdf.RdfFormat.N_TRIPLES)]
    rows = [[_cell(_term(node)) for node in _nodes(triple)] for triple in triples[:max_rows]]
    return {
        "columns": ["subject", "predicate", "object"],
        "rows": _within(rows),
        "total": len(lines),
        "drawing": draw_graph(tuple(map(_cell_triple, triples[:MOST_DRAWN]))),
    }


def _nodes(triple: rdf.Triple) -> tuple[Any, Any, Any]:
    return triple.subject, triple.predicate, triple.object


def _cell_triple(triple: rdf.Triple) -> tuple[Cell, Cell, Cell]:
    first, second, third = (_cell(_term(node)) or {} for node in _nodes(triple))
    return first, second, third


def _term(node: Any) -> dict[str, Any]:
    """Return a term in the form of the JSON results format."""
    if isinstance(node, rdf.NamedNode):
        return {"type": "uri", "value": node.value}
    if isinstance(node, rdf.BlankNode):
        return {"type": "bnode", "value": node.value}
    if not isinstance(node, rdf.Literal):  # a triple term of RDF 1.2
        return {"type": "triple", "value": str(node)}
    return {
        "type": "literal",
        "value": node.value,
        "xml:lang": node.language,
        "datatype": node.datatype.value,
    }


def _cell(term: Mapping[str, Any] | None) -> Cell | None:
    if term is None:
        return None
    value = str(term.get("value", ""))
    if term["type"] == "uri":
        return {
            "kind": "iri",
            "text": _cut(to_curie(value)),
            "iri": value,
            "href": address(value) or local(value),
        }
    if term["type"] == "bnode":
        return {"kind": "blank", "text": f"_:{value}", "iri": f"_:{value}"}
    number = _number(value) if term.get("datatype") in _NUMBERS else None
    if number is not None:
        return {"kind": "number", "text": value, "number": number}
    return {"kind": "text", "text": _cut(value), "lang": term.get("xml:lang") or ""}


def _number(text: str) -> float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def _cut(text: str) -> str:
    if len(text) <= MOST_CELL:
        return text
    return f"{text[:MOST_CELL]}… ({len(text)} characters; the files have all)"


def _within(rows: Sequence[Sequence[Cell | None]]) -> list[Sequence[Cell | None]]:
    """Return the first rows whose cells together stay below the limit of text; at least one."""
    left, taken = MOST_TEXT, 0
    for row in rows:
        left -= sum(map(_length, row))
        if left < 0 and taken:
            break
        taken += 1
    return list(islice(rows, taken))


def _length(cell: Cell | None) -> int:
    texts: Iterable[str] = (cell or {}).values()
    return sum(len(text) for text in texts if isinstance(text, str))
