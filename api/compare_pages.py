"""Comparisons of studies: pages and exports of the studies that the address names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.basket import MOST_STUDIES, OWN, Basket, read_view
from api.catalog import Catalog
from api.choosing import comparable_questions, fillings, offer
from api.comparison import Comparison, View, compare, rank_of
from api.comparison_tables import as_table, sentences, with_numbers
from api.errors import HttpError
from api.pages import render
from api.routes import Listing, known_query, question_values
from api.schemas import StudyDetail
from api.workers.asking import ask
from api.workers.pool import Task
from kg.export import workbook
from kg.queries import find_query
from kg.table import Table, render_csv
from ontology.iri import segments

#: The most studies that one name may mean, such as two with the same author and year.
_MOST_MEANT: Final = 5
#: The most characters of a name that a note repeats.
_MOST_ECHOED: Final = 80
#: The most rows of an answer whose studies are compared.
_MOST_ROWS: Final = 2000
#: Suffix of the address -> the export format.
EXPORTS: Final = {
    "csv": "csv",
    "xlsx": "xlsx",
    "json": "json",
    "md": "markdown",
    "tex": "latex",
    "bib": "bibtex",
    "ris": "ris",
    "csl.json": "csl",
}
_BOM: Final = "\ufeff"

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

Studies = Annotated[list[str], Query(max_length=200)]
#: Lists in the address: columns, units and ids, at most 60 of each.
Choices = Annotated[list[str], Query(max_length=60)]


def _view(
    sort: Annotated[str, Query(max_length=40)] = "",
    unit: Choices = [],  # noqa: B006
    hide: Choices = [],  # noqa: B006
    pin: Choices = [],  # noqa: B006
    first: Choices = [],  # noqa: B006
    group: bool = False,
    empty: bool = False,
) -> View:
    """Return the view of the comparison that the address describes."""
    lists = {"units": unit, "hidden": hide, "pinned": pin, "first": first}
    return read_view(
        View(sort=sort, group=group, empty=empty, **{k: tuple(v) for k, v in lists.items()})
    )


Shown = Annotated[View, Depends(_view)]


@router.get("/compare")
async def compare_page(
    request: Request,
    listing: Listing,
    view: Shown,
    study: Studies = [],  # noqa: B006
) -> Response:
    """Return the page that compares the studies named and those that answer a question."""
    asked = await _read_address(request, listing, study, view)
    shown = await run_in_threadpool(_page_data, listing, asked, view)
    is_lost = study and not asked.studies and not shown["offers"]
    status = 404 if is_lost else 200
    return await run_in_threadpool(partial(render, request, "compare.html", status, **shown))


def _page_data(listing: Catalog, asked: _Asked, view: View) -> dict[str, Any]:
    """Return the data of the page: the comparison, and the forms for choosing its studies."""
    offers = [offer(listing, name) for name in asked.unknown]
    lost = [_unknown(n) for n, found in zip(asked.unknown, offers, strict=True) if not found]
    query = find_query(asked.basket.query) if asked.basket.query else None
    return {
        "basket": asked.basket,
        "links": asked.links,
        "notes": [*asked.notes, *lost],
        "found": compare(asked.studies, view, asked.links),
        "view": view,
        "exports": EXPORTS,
        "offers": list(filter(None, offers)),
        "questions": comparable_questions(),
        "query": query,
        "fillings": fillings(query, listing) if query else [],
    }


@router.get("/compare.{suffix}")
async def compare_export(
    request: Request,
    listing: Listing,
    view: Shown,
    suffix: str,
    study: Studies = [],  # noqa: B006
    bom: bool = False,
) -> Response:
    """Return a comparison as a file: its table, or the bibliographic records of its studies."""
    if suffix not in EXPORTS:
        there = ", ".join(EXPORTS)
        raise HttpError(
            404, f"no comparison in the format {suffix[:_MOST_ECHOED]!r}; there are: {there}"
        )
    asked = await _read_address(request, listing, study, view)
    if not asked.studies:
        notes = (*asked.notes, *map(_unknown, asked.unknown))
        raise HttpError(400, "; ".join(notes) or "no study is named; add ?study=ID")
    comparison = await run_in_threadpool(compare, asked.studies, view, asked.links)
    if suffix == "json":
        return Response(_as_json(comparison), media_type="application/json")
    table = as_table(comparison)
    name = {"Content-Disposition": f'attachment; filename="comparison.{suffix}"'}
    if suffix == "csv":
        text = render_csv(table.readable().headed())
        return Response((_BOM if bom else "") + text, media_type="text/csv", headers=name)
    if suffix == workbook.SUFFIX:
        sheets = {
            "Comparison": with_numbers(comparison, view.units),
            "Sentences": sentences(comparison),
        }
        body = await run_in_threadpool(workbook.render, sheets)
        return Response(body, media_type=workbook.MEDIA_TYPE, headers=name)
    return await _printed(request, EXPORTS[suffix], table, name)


async def _printed(
    request: Request, form: str, table: Table, headers: Mapping[str, str]
) -> Response:
    asked = {"form": form, "title": "Comparison of studies"}
    rows = {"columns": table.columns, "rows": table.rows}
    answer = await ask(request, Task(name="printed_table", arguments={**asked, **rows}))
    return Response(answer.body, media_type=answer.media_type, headers=dict(headers))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A parsed address: the basket, the studies, the unknown names, and notes for the reader.

    ``links`` maps the id of a study to its relation to the question (:data:`api.comparison.LINKS`).
    """

    basket: Basket
    studies: list[StudyDetail]
    links: dict[str, str]
    unknown: list[str]
    notes: list[str]


async def _read_address(
    request: Request, listing: Catalog, named: Sequence[str], view: View
) -> _Asked:
    """Return what an address asks for, with the studies looked up."""
    query = request.query_params.get("query", "")
    values = question_values(request, known_query(query), OWN) if query else {}
    ids, unknown = await run_in_threadpool(_ids, listing, named)
    answering = await _answering(request, query, values) if query else {}
    notes = [] if answering or not query else ["no study answers this question"]
    dropped = {name for name in request.query_params.getlist("drop") if name in answering}
    answering = {name: link for name, link in answering.items() if name not in dropped}
    chosen = list(dict.fromkeys((*answering, *ids)))
    if len(chosen) > MOST_STUDIES:
        notes.append(f"the first {MOST_STUDIES} of {len(chosen)} studies are compared")
    found = await run_in_threadpool(_studies, listing, chosen[:MOST_STUDIES])
    basket = Basket(
        ids=tuple(one.id for one in found),
        view=replace(view, pinned=tuple(one.id for one in found if one.id in view.pinned)),
        query=query,
        values=values,
        added=tuple(ids),
        dropped=tuple(sorted(dropped)),
    )
    links = {k: v for k, v in answering.items() if v}
    return _Asked(basket=basket, studies=found, links=links, unknown=unknown, notes=notes)


async def _answering(request: Request, name: str, values: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of the studies that answer a question -> the closest link, or ``""``."""
    asked = {"name": known_query(name).name, "values": dict(values), "max_rows": _MOST_ROWS}
    answer = await ask(request, Task(name="question_rows", arguments=asked))
    found: dict[str, Any] = json.loads(answer.body)
    columns: list[str] = found["columns"]
    if "study_iri" not in columns:
        raise HttpError(400, f"{name} names no studies, so there is nothing to compare")
    place = columns.index("study_iri")
    linked = columns.index("linked") if "linked" in columns else None
    closest: dict[str, str] = {}
    for row in filter(lambda row: row[place], found["rows"]):
        study, link = segments(row[place])[-1], row[linked] if linked is not None else ""
        closest[study] = min(closest.get(study, link), link, key=rank_of)
    return closest


def _ids(listing: Catalog, named: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the ids of the studies that the names mean, and the names that match no study."""
    ids: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for name in filter(None, (text.strip() for text in named)):
        numbers = listing.find("study", {"study": name}).result.numbers(limit=_MOST_MEANT)
        found = listing.studies(numbers)
        ids.update(dict.fromkeys(one.id for one in found))
        if not found:
            unknown[name] = None
    return list(ids), list(unknown)


def _unknown(name: str) -> str:
    return f"no study is called {name[:_MOST_ECHOED]!r}"


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
