"""The tasks of a worker: each takes a graph and a limit, and returns typed bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from types import MappingProxyType
from typing import Any

from api.sparql.evaluate import evaluate
from api.sparql.formats import Formats
from api.sparql.protocol import Operation
from api.sparql.shown import shown
from api.terms.serialise import serialise
from api.terms.things import describe_thing
from api.workers.mapping import map_file, map_page
from api.workers.opened import Opened, Result
from kg import analytics
from kg.errors import StoreError
from kg.queries import explain_empty, find_query, prepare, run
from kg.table import Table, render_csv

JSON = "application/json"
HTML = "text/html"


def sparql(
    graph: Opened,
    limit: int,
    *,
    operation: Mapping[str, Any],
    formats: Mapping[str, str | None],
    base: str,
) -> Result:
    """Answer a query of a client; see :func:`api.sparql.evaluate.evaluate`."""
    if graph.engine is None:
        raise StoreError("the engine of this graph is out of reach")
    return evaluate(graph.engine, limit, Operation(**operation), Formats(**formats), base)


def sparql_shown(
    graph: Opened,
    limit: int,
    *,
    operation: Mapping[str, Any],
    formats: Mapping[str, str | None],
    base: str,
    max_rows: int,
) -> Result:
    """Answer a query of a client for a page: see :func:`api.sparql.shown.shown`."""
    media, body = sparql(graph, limit, operation=operation, formats=formats, base=base)
    return JSON, _json(shown(media, body, max_rows))


def question_text(graph: Opened, limit: int, *, name: str, values: Mapping[str, str]) -> Result:
    """Write a named question as SPARQL, with its values filled in."""
    lines = [f"# {find_query(name).title}", *prepare(graph.store, name, values).splitlines()]
    text = "\n".join(line for line in lines if line.strip()) + "\n"
    return "text/plain", text.encode()


def question(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], form: str, is_raw: bool
) -> Result:
    """Answer a named question as CSV or JSON."""
    table = run(graph.store, name, values)
    return _printed_rows(table, name, _notes(graph, table, name, values), form=form, is_raw=is_raw)


def question_rows(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    max_rows: int,
    offset: int = 0,
) -> Result:
    """Answer a named question for a page: some of its rows, and how many there are."""
    table = run(graph.store, name, values)
    return _page_of_rows(
        table, slice(offset, offset + max_rows), _notes(graph, table, name, values)
    )


def analysis(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], form: str, is_raw: bool
) -> Result:
    """Answer an analysis as CSV or JSON."""
    table = analytics.run(graph.store, name, values)
    return _printed_rows(table, name, (), form=form, is_raw=is_raw)


def analysis_rows(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    max_rows: int,
    offset: int = 0,
) -> Result:
    """Answer an analysis for a page: some of its rows, and how many there are."""
    table = analytics.run(graph.store, name, values)
    return _page_of_rows(table, slice(offset, offset + max_rows), ())


def _notes(graph: Opened, table: Table, name: str, values: Mapping[str, str]) -> tuple[str, ...]:
    """Why an answer has no rows."""
    return () if table.rows else explain_empty(graph.store, name, values)


def _printed_rows(
    table: Table, name: str, notes: tuple[str, ...], *, form: str, is_raw: bool
) -> Result:
    if form == "csv":
        shown = table if is_raw else table.readable().headed()
        return "text/csv", render_csv(shown).encode()
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return JSON, _json({"query": name, "columns": table.columns, "rows": rows, "notes": notes})


def _page_of_rows(table: Table, wanted: slice, notes: tuple[str, ...]) -> Result:
    return JSON, _json(
        {
            "columns": table.columns,
            "rows": table.rows[wanted],
            "readable": table.readable().columns,
            "total": len(table),
            "notes": notes,
        }
    )


def question_told(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], max_rows: int
) -> Result:
    """Answer a named question in sentences: the first rows, and how many there are."""
    from kg.export.telling import tell

    table = run(graph.store, name, values)
    shown = tell(Table(columns=table.columns, rows=table.rows[:max_rows]))
    return JSON, _json({"total": len(table), "tellings": [asdict(one) for one in shown]})


def study_told(graph: Opened, limit: int, *, study: str) -> Result:
    """Tell the recipes and outcomes of a study in sentences."""
    from kg.export.telling import tell_study

    told = tell_study(graph.store, study)
    return JSON, _json({part: [asdict(one) for one in told[part]] for part in told})


def records(graph: Opened, limit: int, *, form: str, studies: Sequence[str]) -> Result:
    """Print the bibliographic records of some studies, given by their IRIs."""
    from kg.export import FORMATS, export

    return FORMATS[form].media_type, export(graph.store, form, studies=studies).encode()


def printed_answer(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], form: str
) -> Result:
    """Print the answer to a named question in an export format."""
    from kg.export import FORMATS
    from kg.export.answers import answer, print_answer

    _, printed = print_answer(graph.store, answer(graph.store, name, values), form)
    return FORMATS[form].media_type, printed or b""


def printed_table(
    graph: Opened,
    limit: int,
    *,
    form: str,
    title: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Any]],
) -> Result:
    """Print a table that names studies, or the records of these, in an export format."""
    from kg.export import FORMATS, export
    from kg.export.captions import caption_of

    table = Table(columns=tuple(columns), rows=tuple(map(tuple, rows)))
    text = export(graph.store, form, table, caption=caption_of(title, "comparison", {}))
    return FORMATS[form].media_type, text.encode()


def thing(graph: Opened, limit: int, *, iri: str, media: str) -> Result:
    """Return the triples of a thing as RDF or, for a page, in parts."""
    found = describe_thing(graph.store, iri)
    if media != HTML:
        return media, serialise(found.triples, media).encode()
    return JSON, _json(found.as_texts())


def document(graph: Opened, limit: int, *, name: str, media: str) -> Result:
    """Tell what one document says: its named graph."""
    quads = graph.store.quads(name)
    return media, serialise((quad.triple for quad in quads), media).encode()


def counts(graph: Opened, limit: int) -> Result:
    """Count what the graph holds."""
    from kg.export.dataset import count  # asked once for each generation

    return JSON, _json(asdict(count(graph.store)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


_ALL = (
    *(sparql, sparql_shown, question_text, question, question_rows, analysis, analysis_rows),
    *(question_told, study_told, records, printed_answer, printed_table),
    *(map_page, map_file),
    *(thing, document, counts),
)
#: The tasks by name; the service asks for no others.
TASKS: Mapping[str, Callable[..., Result]] = MappingProxyType(
    {task.__name__: task for task in _ALL}
)
