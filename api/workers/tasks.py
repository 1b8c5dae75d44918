"""The tasks of a worker: each takes a graph and a limit, and returns typed bytes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import Any

from api.answers.evaluate import evaluate
from api.answers.formats import Formats
from api.answers.protocol import Operation
from api.answers.serialise import serialise
from api.answers.shown import shown
from api.answers.things import describe_thing
from api.workers.mapping import map_file, map_page
from api.workers.opened import Opened, Result
from api.workers.printing import part_of_answer
from kg import analytics
from kg.errors import StoreError
from kg.queries import Page, Pages, explain_empty, find_query, prepare
from kg.queries.cursor import mark_of, read_cursor, write_cursor
from kg.queries.paging import PATIENCE, patience_left
from kg.table import Table, render_csv

JSON = "application/json"
HTML = "text/html"
#: Seconds of work on each part of an answer that is sent as a whole.
_LONG = 2.0


def sparql(
    graph: Opened,
    limit: int,
    *,
    operation: Mapping[str, Any],
    formats: Mapping[str, str | None],
    base: str,
) -> Result:
    """Answer a SPARQL query of a client; see :func:`api.answers.evaluate.evaluate`."""
    if graph.engine is None:
        raise StoreError("the engine of this graph cannot be reached")
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
    """Answer a SPARQL query of a client for a page; see :func:`api.answers.shown.shown`."""
    media, body = sparql(graph, limit, operation=operation, formats=formats, base=base)
    return JSON, _json(shown(media, body, max_rows))


def question_text(graph: Opened, limit: int, *, name: str, values: Mapping[str, str]) -> Result:
    """Return a named question as SPARQL, with its values filled in."""
    text = f"# {find_query(name).title}\n{prepare(graph.store, name, values)}"
    return "text/plain", text.encode()


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionTask:
    """A named question with its values, and the requested rows of the answer.

    ``cursor`` is the position of the first row; without it, ``offset`` rows are skipped.
    """

    name: str
    values: Mapping[str, str]
    max_rows: int
    offset: int = 0
    cursor: str = ""

    def page(self, graph: Opened, patience: float = PATIENCE) -> Page:
        """Return the rows, or fewer if finding them takes longer than ``patience`` seconds."""
        before, place = self.offset, None
        if self.cursor:
            before, place = read_cursor(self.cursor, mark_of(graph.store))
        pages = Pages(graph.store, find_query(self.name), self.values)
        left = patience_left(pages, patience)
        return pages.page(place, limit=self.max_rows, before=before, patience=left)

    def notes(self, graph: Opened, page: Page) -> tuple[str, ...]:
        """Return the reasons why an answer has no rows."""
        return explain_empty(graph.store, self.name, self.values) if page.total == 0 else ()


def question_part(graph: Opened, limit: int, *, form: str, is_raw: bool, **asked: Any) -> Result:
    """Answer a part of a named question as CSV or JSON; ``asked`` is a :class:`QuestionTask`.

    The result is JSON: ``text`` is the part of the whole text for these rows, with its beginning if
    this is the first part. ``cursor`` is the position of the next part, ``""`` after the last.
    """
    question = QuestionTask(**asked)
    page = question.page(graph, _LONG)
    text = part_of_answer(
        page.table,
        question.name,
        question.notes(graph, page),
        form=form,
        is_raw=is_raw,
        is_first=not question.cursor,
        is_last=page.following is None,
        has_rows_before=page.before > 0,
    )
    return JSON, _json({"text": text, "cursor": _following(graph, page)})


def question_page(graph: Opened, limit: int, *, form: str, is_raw: bool, **asked: Any) -> Result:
    """Answer one page of a named question, with the parameters of :func:`question_part`.

    The result is JSON with the ``cursor`` of the next page. For CSV it has the page as ``text``,
    otherwise the object that the client gets.
    """
    question = QuestionTask(**asked)
    page = question.page(graph)
    following = _following(graph, page)
    if form == "csv":
        shown = page.table if is_raw else page.table.for_readers().headed()
        return JSON, _json({"text": render_csv(shown), "cursor": following})
    rows = [dict(zip(page.table.columns, row, strict=True)) for row in page.table.rows]
    told = {"query": question.name, "columns": page.table.columns, "rows": rows}
    counts = {"offset": page.before, "total": page.total, "done": round(page.done, 4)}
    notes = question.notes(graph, page)
    return JSON, _json({**told, "notes": notes, **counts, "cursor": following})


def question_rows(graph: Opened, limit: int, **asked: Any) -> Result:
    """Answer a named question for an HTML page: some rows, and the cursor of the next ones."""
    question = QuestionTask(**asked)
    page = question.page(graph)
    return JSON, _json(
        {
            **_shown_rows(page.table),
            "total": page.total,
            "notes": question.notes(graph, page),
            "offset": page.before,
            "cursor": _following(graph, page),
            "done": page.done,
        }
    )


def question_told(graph: Opened, limit: int, **asked: Any) -> Result:
    """Answer a named question in sentences: the first rows, and the number of rows."""
    from kg.export.telling import tell

    page = QuestionTask(**asked).page(graph)
    told = [asdict(one) for one in tell(page.table)]
    return JSON, _json({"total": page.total, "found": page.after, "tellings": told})


def _following(graph: Opened, page: Page) -> str:
    place = page.following
    return write_cursor(page.after, place, mark_of(graph.store)) if place else ""


def analysis(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], form: str, is_raw: bool
) -> Result:
    """Return the answer to an analysis as CSV or JSON."""
    table = analytics.run(graph.store, name, values)
    media = "text/csv" if form == "csv" else JSON
    return media, part_of_answer(table, name, (), form=form, is_raw=is_raw).encode()


def analysis_rows(
    graph: Opened,
    limit: int,
    *,
    name: str,
    values: Mapping[str, str],
    max_rows: int,
    offset: int = 0,
) -> Result:
    """Return the answer to an analysis for an HTML page: some of its rows, and their number."""
    table = analytics.run(graph.store, name, values)
    rows = Table(columns=table.columns, rows=table.rows[offset : offset + max_rows])
    shown = {**_shown_rows(rows), "readable": table.readable().columns}
    return JSON, _json({**shown, "total": len(table), "notes": ()})


def _shown_rows(table: Table) -> dict[str, Any]:
    return {"columns": table.columns, "rows": table.rows, "readable": table.readable().columns}


def study_told(graph: Opened, limit: int, *, study: str) -> Result:
    """Return the recipes and outcomes of a study in sentences."""
    from kg.export.telling import tell_study

    told = tell_study(graph.store, study)
    return JSON, _json({part: [asdict(one) for one in told[part]] for part in told})


def records(graph: Opened, limit: int, *, form: str, studies: Sequence[str]) -> Result:
    """Return the bibliographic records of studies in an export format, by their IRIs."""
    from kg.export.formats import FORMATS, export

    return FORMATS[form].media_type, export(graph.store, form, studies=studies).encode()


def printed_answer(
    graph: Opened, limit: int, *, name: str, values: Mapping[str, str], form: str
) -> Result:
    """Return the answer to a named question in an export format."""
    from kg.export.answers import answer, print_answer
    from kg.export.formats import FORMATS

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
    """Return a table that names studies, or the records of these studies, in an export format."""
    from kg.export.captions import caption_of
    from kg.export.formats import FORMATS, export

    table = Table(columns=tuple(columns), rows=tuple(map(tuple, rows)))
    text = export(graph.store, form, table, caption=caption_of(title, "comparison", {}))
    return FORMATS[form].media_type, text.encode()


def thing(graph: Opened, limit: int, *, iri: str, media: str) -> Result:
    """Return the triples of a thing as RDF or, for a page, as JSON in parts."""
    found = describe_thing(graph.store, iri)
    if media != HTML:
        return media, serialise(found.triples, media).encode()
    return JSON, _json(found.as_texts())


def document(graph: Opened, limit: int, *, name: str, media: str) -> Result:
    """Return the named graph of one document."""
    quads = graph.store.quads(name)
    return media, serialise((quad.triple for quad in quads), media).encode()


def counts(graph: Opened, limit: int) -> Result:
    """Return the counts of the graph."""
    from kg.export.dataset import count  # runs only once per generation

    return JSON, _json(asdict(count(graph.store)))


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


_ALL = (
    *(
        sparql,
        sparql_shown,
        question_text,
        question_part,
        question_page,
        question_rows,
        analysis,
        analysis_rows,
    ),
    *(question_told, study_told, records, printed_answer, printed_table),
    *(map_page, map_file),
    *(thing, document, counts),
)
#: The tasks by name; the service asks for no others.
TASKS: Mapping[str, Callable[..., Result]] = MappingProxyType(
    {task.__name__: task for task in _ALL}
)
