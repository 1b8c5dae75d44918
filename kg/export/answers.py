"""The answer to a named question, with everything needed to print and cite it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.export.captions import Caption, Work, caption_of
from kg.export.records import of_studies, read_records, studies_in
from kg.queries import (
    NamedQuery,
    Page,
    Pages,
    explain_empty,
    find_query,
    run,
    study_nodes,
    unknown_materials,
    values_of,
)
from kg.queries.cursor import mark_of, read_cursor, write_cursor
from kg.table import Table

if TYPE_CHECKING:
    from kg.store import Graph


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer: its table and caption.

    ``studies`` are those that the question names, ``reasons`` explain why there are no rows.
    ``before`` counts the rows of earlier pages; ``cursor`` leads to the next page, if there may be
    one.
    """

    table: Table
    caption: Caption
    studies: frozenset[str] = frozenset()
    reasons: tuple[str, ...] = ()
    before: int = 0
    cursor: str = ""


def answer(
    store: Graph, name: str, values: Mapping[str, str], *, limit: int = 0, cursor: str = ""
) -> Answer:
    """Answer a named question.

    Parameters
    ----------
    store
        The graph.
    name, values
        The question, and the values of its parameters.
    limit
        Greatest number of rows; all if 0.
    cursor
        Where they begin: the cursor of the previous answer.

    Raises
    ------
    QueryError
        If there is no such question, or a value is not allowed.
    """
    query = find_query(name)
    page = _page(store, query, values, limit, cursor)
    table = page.table
    if not table.rows and page.following is None:
        for text in unknown_materials(store, query, values):
            raise QueryError(text)
    asked = {
        param.name: frozenset().union(
            *(studies_named(store, one) for one in values_of(store, param, values[param.name]))
        )
        for param in query.params
        if param.type == "study" and values.get(param.name)
    }
    works = tuple(_works(store, {k: v for k, v in asked.items() if k in table.columns}))
    return Answer(
        table=table,
        caption=caption_of(query.title, name, values, works),
        studies=frozenset().union(*asked.values()),
        reasons=explain_empty(store, name, values) if page.total == 0 else (),
        before=page.before,
        cursor=write_cursor(page.after, page.following, mark_of(store)) if page.following else "",
    )


def _page(
    store: Graph, query: NamedQuery, values: Mapping[str, str], limit: int, cursor: str
) -> Page:
    if not limit:
        table = run(store, query.name, values)
        return Page(table=table, total=len(table))
    before, place = read_cursor(cursor, mark_of(store))
    return Pages(store, query, values).page(place, limit=limit, before=before)


def print_answer(
    store: Graph,
    found: Answer,
    form: str,
    *,
    columns: Sequence[str] = (),
    studies: Sequence[str] = (),
) -> tuple[Table, bytes | None]:
    """Return the answer narrowed to columns and studies, and printed if the format cites.

    Parameters
    ----------
    form
        A format of :data:`kg.export.formats.FORMATS`, or another, which the caller prints.
    columns
        Names or headings; all if empty.
    studies
        Names of studies as people write them; all if empty.

    Raises
    ------
    QueryError
        If a column or study is unknown, or the answer names no studies.
    """
    from kg.export.formats import FORMATS, BookFormat, RecordFormat, StoreFormat, export_bytes

    chosen = FORMATS.get(form)
    wanted = [studies_named(store, text) for text in studies]
    named = frozenset().union(*wanted)
    table = of_studies(found.table, named) if studies else found.table
    if isinstance(chosen, RecordFormat | StoreFormat):
        cited = frozenset() if studies else found.studies
        if not cited and not studies_in(table):
            raise QueryError("the answer names no study, so there is nothing to cite")
        return table, export_bytes(store, form, table, studies=cited)
    table = _select(table, columns) if columns else table
    if isinstance(chosen, BookFormat) or (chosen is not None and chosen.is_citing):
        return table, export_bytes(store, form, table, caption=found.caption)
    return table, None


def _select(table: Table, columns: Sequence[str]) -> Table:
    try:
        return table.select(columns)
    except KeyError as error:
        raise QueryError(f"columns: {error.args[0]}") from error


def studies_named(store: Graph, text: str) -> frozenset[str]:
    """Return the IRIs of the studies with this label, first author, number in a review or DOI.

    Raises
    ------
    QueryError
        If there is no such study; the message names the nearest.
    """
    return frozenset(node.value for node in study_nodes(store, "studies", text))


def _works(store: Graph, columns: Mapping[str, frozenset[str]]) -> Iterator[Work]:
    """Yield the studies that whole columns are about; columns on several studies are left out."""
    for column, studies in columns.items():
        if len(studies) == 1:
            (record,) = read_records(store, studies)
            yield Work(column=column, label=record.label, key=record.key)
