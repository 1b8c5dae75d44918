"""Decisions for programs: anybody may list them; making one needs a token in the header."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import JSONResponse

from api.curation.forms import CELL, decision_of, read_json, undoing_of
from api.curation.pages import access_of, claim_to_decide, known_decision, recorder_of
from api.curation.recording import Recorder
from api.errors import HttpError
from api.paging import MAX_LIMIT, Window, page_fields
from kg.curation.decision import to_row
from kg.curation.export import FORMATS, render_decisions
from kg.curation.log import DecisionLog, read_log
from kg.curation.studies import study_cells

router = APIRouter(prefix="/api/v1", tags=["curation"])


_TEXT = {"schema": {"type": "string"}}
_LISTED: dict[int | str, dict[str, Any]] = {
    200: {"content": {media.partition(";")[0]: _TEXT for media in FORMATS.values()}}
}
_BODY = {
    "required": True,
    "content": {
        "application/json": {
            "schema": {"type": "object"},
            "example": {"claim": "0123456789abcdef", "verdict": "accept", "reason": "as printed"},
        }
    },
}


@router.get("/decisions", summary="List decisions on claims", responses=_LISTED)
def list_decisions(
    request: Request,
    limit: Annotated[int, Query(ge=1, le=MAX_LIMIT, description="items per page")] = 50,
    offset: Annotated[int, Query(ge=0, le=10**9, description="items to skip")] = 0,
    format: Annotated[
        str,
        Query(
            pattern=f"^(json|{'|'.join(FORMATS)})$", description="json, or all decisions as a file"
        ),
    ] = "json",
) -> Response:
    """Return who decided what on which claim, when and why, the oldest first.

    `in_force` is false for a decision that was undone. With a format other than JSON, all decisions
    come as one file; `docs/curation.md` describes it.
    """
    recorder: Recorder | None = request.app.state.recorder
    kept = read_log(recorder.log) if recorder is not None else DecisionLog()
    if format != "json":
        graph = request.app.state.graph
        studies = study_cells(graph.store(), kept) if format == "import" else {}
        text = render_decisions(kept, format, studies)
        return Response(text, media_type=FORMATS[format], headers={"Cache-Control": "no-store"})
    standing = {one.id for one in kept.in_force}
    rows = [{**to_row(one), "in_force": one.id in standing} for one in kept.decisions]
    fields = page_fields(
        rows[offset : offset + limit],
        total=len(rows),
        window=Window(limit=limit, offset=offset),
        path=request.url.path,
        params={},
    )
    links = fields["links"].model_dump(by_alias=True)
    return JSONResponse({**fields, "links": links}, headers={"Cache-Control": "no-store"})


@router.post(
    "/decisions",
    summary="Decide on a claim",
    status_code=201,
    openapi_extra={"requestBody": _BODY},
)
async def make_decision(request: Request) -> Response:
    """Accept, reject or correct a claim or one of its links, or undo a decision.

    The body is a JSON object: `claim` (its id), `verdict` (`accept`, `reject` or `correct`) and
    `reason`. A decision on a link also has `link` (its key, a blank and what it points at). A
    correction also has `correction` (columns of a table of claims) or, for a link, `thing`.
    `undoes` (the id of a decision) undoes that decision. `is_applied` in the answer is true if the
    served graph already has the decision; it is recorded in any case. The header `Authorization:
    Bearer TOKEN` carries the token.
    """
    name = access_of(request).writer(request)
    fields = _flat(await read_json(request))
    recorder = recorder_of(request)
    if fields.get("undoes"):
        earlier = await run_in_threadpool(known_decision, recorder, str(fields["undoes"]))
        decision = undoing_of(fields, earlier, name)
    else:
        graph, claim_id = request.app.state.graph, str(fields.get("claim", ""))
        claim = await run_in_threadpool(claim_to_decide, graph, claim_id)
        decision = decision_of(fields, claim, name)
    in_force = await run_in_threadpool(recorder.record, decision)
    return JSONResponse({**to_row(decision), "is_applied": in_force}, status_code=201)


def _flat(fields: Any) -> dict[str, Any]:
    """Return the fields with the cells of a correction among them, as in a form."""
    cells = fields.get("correction", {})
    if not isinstance(cells, dict) or not all(isinstance(v, str) for v in cells.values()):
        raise HttpError(422, "correction: an object with the text of each corrected column")
    return {**fields, **{f"{CELL}{column}": text for column, text in cells.items()}}
