"""Comparisons: the studies stand in the address, which is the basket; exports hold just these."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.catalog import Catalog
from api.comparison import SORTS, Comparison, as_table, compare
from api.errors import HttpError
from api.pages import render
from api.routes import Listing, known_query
from api.schemas import StudyDetail
from api.workers.asking import ask
from api.workers.pool import Task
from kg.table import Table, render_csv
from ontology.iri import segments

#: Studies that are compared at most: as many as a page can show.
MOST_STUDIES: Final = 30
#: Studies that one name may mean, as two of one author and year.
_MOST_MEANT: Final = 5
#: Characters of a name that a note repeats.
_MOST_ECHOED: Final = 80
#: Rows of an answer whose studies are taken.
_MOST_ROWS: Final = 2000
#: Suffix of the address -> the export format.
EXPORTS: Final = {
    "csv": "csv",
    "json": "json",
    "md": "markdown",
    "tex": "latex",
    "bib": "bibtex",
    "ris": "ris",
    "csl.json": "csl",
}
_BOM: Final = "\ufeff"
#: Parameters of the address that are no parameters of a question.
_OWN: Final = frozenset({"study", "query", "sort", "bom"})

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Studies = Annotated[list[str], Query(max_length=200)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Basket:
    """The studies of a comparison by their ids, and its addresses with more or fewer of them.

    ``query`` is the question that they answer, with what was filled in.
    """

    ids: tuple[str, ...]
    sort: str = SORTS[0]
    query: str = ""
    values: Mapping[str, str] | None = None
    added: tuple[str, ...] = ()

    def address(self, suffix: str = "", **more: str) -> str:
        """Return the address of this comparison.

        >>> Basket(ids=("a", "b")).address("csv", bom="1")
        '/compare.csv?study=a&study=b&bom=1'
        """
        if self.query:
            pairs = [("query", self.query), *(self.values or {}).items()]
            pairs += [("study", name) for name in self.added]
        else:
            pairs = [("study", name) for name in self.ids]
        sort = [] if self.sort == SORTS[0] or "sort" in more else [("sort", self.sort)]
        return f"/compare{'.' if suffix else ''}{suffix}?" + urlencode(
            [*pairs, *sort, *more.items()]
        )

    def without(self, name: str) -> str:
        """Return the address of this comparison without one study."""
        return Basket(ids=tuple(n for n in self.ids if n != name), sort=self.sort).address()


@router.get("/compare")
async def compare_page(
    request: Request,
    listing: Listing,
    study: Studies = [],  # noqa: B006
    sort: str = SORTS[0],
) -> Response:
    """Return studies side by side: those named, and those that answer a question."""
    basket, found, notes = await _read(request, listing, study, sort)
    comparison = compare(found, basket.sort)
    shown = {"basket": basket, "found": comparison, "notes": notes, "sorts": SORTS}
    shown["exports"] = EXPORTS
    return await run_in_threadpool(partial(render, request, "compare.html", 200, **shown))


@router.get("/compare.{suffix}")
async def compare_export(
    request: Request,
    listing: Listing,
    suffix: str,
    study: Studies = [],  # noqa: B006
    sort: str = SORTS[0],
    bom: bool = False,
) -> Response:
    """Return a comparison as a file: its table, or the records of exactly its studies."""
    if suffix not in EXPORTS:
        raise HttpError(404, f"no comparison as {suffix!r}; there are: {', '.join(EXPORTS)}")
    basket, found, notes = await _read(request, listing, study, sort)
    if not found:
        raise HttpError(400, "; ".join(notes) or "no study is named; add ?study=ID")
    comparison = compare(found, basket.sort)
    if suffix == "json":
        return Response(_as_json(comparison), media_type="application/json")
    table = as_table(comparison)
    name = {"Content-Disposition": f'attachment; filename="comparison.{suffix}"'}
    if suffix == "csv":
        text = render_csv(table.readable().headed())
        return Response((_BOM if bom else "") + text, media_type="text/csv", headers=name)
    return await _printed(request, EXPORTS[suffix], table, name)


async def _printed(
    request: Request, form: str, table: Table, headers: Mapping[str, str]
) -> Response:
    asked = {"form": form, "title": "Comparison of studies"}
    rows = {"columns": table.columns, "rows": table.rows}
    answer = await ask(request, Task(name="printed_table", arguments={**asked, **rows}))
    return Response(answer.body, media_type=answer.media_type, headers=dict(headers))


async def _read(
    request: Request, listing: Catalog, named: Sequence[str], sort: str
) -> tuple[Basket, list[StudyDetail], list[str]]:
    """The basket of an address, its studies, and what could not be done."""
    if sort not in SORTS:
        raise HttpError(400, f"no order {sort!r}; there are: {', '.join(SORTS)}")
    query = request.query_params.get("query", "")
    values = {k: v for k, v in request.query_params.items() if k not in _OWN and k != "ask"}
    ids, notes = await run_in_threadpool(_ids, listing, named)
    answering = await _answering(request, query, values) if query else []
    chosen = list(dict.fromkeys((*answering, *ids)))
    if len(chosen) > MOST_STUDIES:
        notes.append(f"the first {MOST_STUDIES} of {len(chosen)} studies are compared")
    found = await run_in_threadpool(_studies, listing, chosen[:MOST_STUDIES])
    basket = Basket(
        ids=tuple(one.id for one in found),
        sort=sort,
        query=query,
        values=values,
        added=tuple(ids),
    )
    return basket, found, notes


async def _answering(request: Request, name: str, values: Mapping[str, str]) -> list[str]:
    """The ids of the studies that answer a question."""
    asked = {"name": known_query(name).name, "values": dict(values), "max_rows": _MOST_ROWS}
    answer = await ask(request, Task(name="question_rows", arguments=asked))
    found: dict[str, Any] = json.loads(answer.body)
    if "study_iri" not in found["columns"]:
        raise HttpError(400, f"{name} names no studies, so there is nothing to compare")
    place = found["columns"].index("study_iri")
    iris = dict.fromkeys(row[place] for row in found["rows"] if row[place])
    return [segments(iri)[-1] for iri in iris]


def _ids(listing: Catalog, named: Iterable[str]) -> tuple[list[str], list[str]]:
    """The ids that names mean, and a note on each name that means none."""
    ids: dict[str, None] = {}
    notes = []
    for name in filter(None, (text.strip() for text in named)):
        numbers = listing.find("study", {"study": name}).result.numbers(limit=_MOST_MEANT)
        found = listing.studies(numbers)
        ids.update(dict.fromkeys(one.id for one in found))
        if not found:
            notes.append(f"no study is called {name[:_MOST_ECHOED]!r}")
    return list(ids), notes


def _studies(listing: Catalog, ids: Iterable[str]) -> list[StudyDetail]:
    return [study for name in ids if (study := listing.study(name)) is not None]


def _as_json(found: Comparison) -> str:
    rows = [
        {
            "study": row.study.id,
            "label": row.study.label,
            "year": row.study.year,
            "doi": row.study.doi,
            "cells": {
                name: [
                    {
                        "text": entry.text,
                        "evidence": [e.model_dump(by_alias=True) for e in entry.evidence],
                    }
                    for entry in row.cells[name]
                ]
                for name in found.columns
            },
        }
        for row in found.rows
    ]
    return json.dumps({"columns": found.columns, "rows": rows}, ensure_ascii=False)
