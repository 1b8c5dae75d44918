"""The tools that a model may use on the graph; every answer includes its supporting sentences.

Answers have the same bounds as in the web service: time and memory in its worker processes, and the
number of rows.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from typing import Any, Final

from anyio.to_thread import run_sync

from api.answers.formats import JSON, JSON_LD, Formats
from api.answers.protocol import Operation
from api.comparison import Comparison, Entry, compare
from api.errors import HttpError
from api.graph import ServedGraph
from api.paging import Window
from api.routes import query_shape
from api.schemas import Shape, StudyDetail
from api.searching import search_page
from api.settings import Settings
from api.workers.pool import Pool, Task
from kg.queries import find_query, gathered, load_queries, spread
from ontology.iri import BASE

Record = dict[str, Any]

#: The client for the quota: one process serves one client.
_CLIENT: Final = "mcp"
#: The most studies that a search lists, and the most that are compared.
MOST_FOUND: Final = 50
MOST_COMPARED: Final = 10
#: The most characters of a name or of the words of a search.
_LONGEST: Final = 500
_FORMATS: Final = Formats(solutions=JSON, boolean=JSON, graph=JSON_LD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The tools on one graph.

    All raise ``AldkgError`` with one line that explains how to ask instead.
    """

    graph: ServedGraph
    pool: Pool
    settings: Settings

    async def search(self, words: str, limit: int = 10) -> Record:
        """Find studies by any name, formula, author, year or words, the best first.

        Each study comes with the sentences that match. `words` are the words of a search:
        "TMA alumina PbSe", "Liu 2011", "growth per cycle of ZnO".
        """
        window = Window(limit=max(1, min(limit, MOST_FOUND)))
        find = partial(search_page, self.graph.catalog(), {}, words[:_LONGEST], window, "")
        page = await run_sync(find)
        found = _dump(page)
        return {name: found[name] for name in ("items", "total", "meant", "corrected", "questions")}

    async def study(self, name: str) -> Record:
        """Read a study: its record and all its claims by kind, each with its sentence.

        `name` is its id, its label ("Liu 2011") or its DOI.
        """
        study = await run_sync(self._study, name)
        claims = {kind: found[: self.settings.max_rows] for kind, found in study.claims.items()}
        return _dump(study.model_copy(update={"claims": claims}))

    async def compare(self, studies: list[str]) -> Record:
        """Compare studies: what they made, how, and what they observed, with the sentences.

        `studies` are ids, labels or DOIs, up to ten.
        """
        if not 0 < len(studies) <= MOST_COMPARED:
            raise HttpError(400, f"name 1 to {MOST_COMPARED} studies, not {len(studies)}")
        found = [await run_sync(self._study, name) for name in studies]
        return await run_sync(_compared, compare(found))

    async def questions(self) -> Record:
        """List the named questions that `ask` answers, with the parameters of each."""
        shapes = [_dump(query_shape(query)) for query in load_queries().values()]
        kept = ("name", "title", "question", "params", "example")
        return {"questions": [{key: one[key] for key in kept} for one in shapes]}

    async def ask(
        self, question: str, values: dict[str, str | list[str]] | None = None, cursor: str = ""
    ) -> Record:
        """Answer a named question; the rows have the sentence and place of each statement.

        `question` is its name, `values` are its parameters: {"material": "PbSe"}. A parameter that
        takes several values may have a list: the answer has the rows that match any of them. If the
        answer has a `cursor`, more rows may follow: ask again with this cursor.
        """
        arguments = {
            "name": question,
            "values": gathered(find_query(question), spread(values or {})),
            "max_rows": self.settings.max_rows,
            "cursor": cursor,
        }
        answer = await self._run(Task(name="question_rows", arguments=arguments))
        rows = [dict(zip(answer["columns"], row, strict=True)) for row in answer["rows"]]
        return {"rows": rows, **{name: answer[name] for name in ("total", "notes", "cursor")}}

    async def sparql(self, query: str) -> Record:
        """Answer a SPARQL 1.1 query, read-only: SELECT, ASK, CONSTRUCT or DESCRIBE.

        The prefixes ald:, skos:, rdfs:, dcterms:, oa: and xsd: need no declaration. A claim is an
        ald:Claim with ald:aboutStudy and ald:hasEvidence; its evidence has ald:quote and ald:place.
        """
        arguments = {
            "operation": asdict(Operation(query=query)),
            "formats": asdict(_FORMATS),
            "base": BASE,
        }
        answer = await self._run(Task(name="sparql", arguments=arguments, lane="sparql"))
        return _bounded(answer, self.settings.max_rows)

    def _study(self, name: str) -> StudyDetail:
        listing = self.graph.catalog()
        known = listing.study(name)
        if known is not None:
            return known
        numbers = listing.find("study", {"study": name[:_LONGEST]}).result.numbers(limit=6)
        found = listing.studies(numbers)
        if len(found) > 1:
            ids = ", ".join(study.id for study in found)
            raise HttpError(404, f"{name!r} is the name of several studies: {ids}")
        study = listing.study(found[0].id) if found else None
        if study is None:
            raise HttpError(404, f"no study {name[:_LONGEST]!r}; search for it first")
        return study

    async def _run(self, task: Task) -> Any:
        answer = self.pool.known(task) or await self.pool.run(task, _CLIENT)
        return json.loads(answer.body)


def _dump(shape: Shape) -> Record:
    return shape.model_dump(mode="json", by_alias=True, exclude_none=True)


def _compared(found: Comparison) -> Record:
    rows = [
        {
            "study": {"id": row.study.id, "label": row.study.label, "title": row.study.title},
            "cells": {name: _entries(row.cells[name]) for name in found.columns},
        }
        for row in found.rows
    ]
    return {"columns": found.columns, "rows": rows}


def _entries(entries: Sequence[Entry]) -> list[Record]:
    return [{"text": one.text, "evidence": [_dump(e) for e in one.evidence]} for one in entries]


def _bounded(answer: Any, max_rows: int) -> Record:
    """Return the first rows of the answer to a query, and whether there are more."""
    if isinstance(answer, list):  # a graph in JSON-LD may be a list of nodes
        return {"graph": answer[:max_rows], "has_more": len(answer) > max_rows}
    rows = answer.get("results", {}).get("bindings")
    if rows is None:
        return dict(answer)
    results = {"bindings": rows[:max_rows]}
    return {**answer, "results": results, "has_more": len(rows) > max_rows}
