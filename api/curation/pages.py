"""The pages of claims in context and of decisions, with forms for those who have signed in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations
from typing import Annotated, Any, Final
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, RedirectResponse

from api.choices import labels_of
from api.contexts import context_of, printed, sentence_key
from api.curation.access import Access
from api.curation.forms import CELL, decision_of, is_key, read_form, undoing_of
from api.curation.recording import Recorder
from api.errors import HttpError
from api.explanation.wording import content_in_words, links_in_words
from api.graph import ServedGraph
from api.pages import render
from api.routes import Listing
from api.schemas import ClaimShape
from kg.claims import claim_key, kind_of, to_record
from kg.curated import COLUMNS
from kg.curation.asking import cells_of
from kg.curation.decision import MAX_REASON, VERDICTS, links_of, new_id
from kg.curation.log import read_log
from kg.curation.reading import RecordedDecision, decisions_on_claim, find_claim
from kg.model import Claim, Decision
from ontology.iri import SCHEMES

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

#: Verdict -> its wording on pages.
DONE: Final = {"accept": "accepted", "reject": "rejected", "correct": "corrected", "undo": "undone"}
#: Decisions on a page.
_SHOWN: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim in the graph (``None`` if a decision removed it), and the decisions on it."""

    shape: ClaimShape | None
    decisions: tuple[RecordedDecision, ...]


def find(graph: ServedGraph, claim_id: str) -> Found:
    """Return a claim by its id, with the decisions on it.

    Raises
    ------
    HttpError
        404 if the graph has never had it.
    """
    generation = graph.current()
    shape = generation.catalog.claim(claim_id)
    decisions = decisions_on_claim(generation.store, claim_id) if is_key(claim_id) else ()
    if shape is None and not decisions:
        raise HttpError(404, f"no claim {claim_id!r}")
    return Found(shape=shape, decisions=decisions)


def claim_to_decide(graph: ServedGraph, claim_id: str) -> Claim:
    """Return a claim in the form that decisions refer to.

    Raises
    ------
    HttpError
        404 if the graph has never had it.
    """
    claim = find_claim(graph.store(), claim_id) if is_key(claim_id) else None
    if claim is None:
        raise HttpError(404, f"no claim {claim_id!r}")
    return claim


def access_of(request: Request) -> Access:
    """Return the authentication of this service."""
    access: Access = request.app.state.access
    return access


def recorder_of(request: Request) -> Recorder:
    """Return the recorder of decisions of this service.

    Raises
    ------
    HttpError
        403 if the service has no file of decisions.
    """
    recorder: Recorder | None = request.app.state.recorder
    if recorder is None:
        raise HttpError(403, "this service has no file of decisions (ALDKG_DECISIONS)")
    return recorder


@router.get("/evidence")
def evidence_of_sentence(
    listing: Listing,
    study: Annotated[str, Query(max_length=300)],
    said: Annotated[str, Query(pattern="^[0-9a-f]{16}$")],
) -> Response:
    """Redirect from the hash of a sentence to the claim of a study that rests on it.

    The hash may be that of two sentences; the claim of the second one is shown then. A sentence
    without a claim, such as one that calls a point disputed, leads to the page of the study.
    """
    found = listing.study(study)
    if found is None:
        raise HttpError(404, f"no study {study!r}")
    claims = [claim for kind in found.claims.values() for claim in kind]
    for claim in claims:
        evidence = claim.evidence
        place = f"{evidence.document}, {evidence.place}".partition("; ")[0]
        if sentence_key(evidence.quote or "", place) == said:
            return RedirectResponse(f"/evidence/{claim.id}", 303)
    quoted = {claim.evidence.quote: claim.id for claim in claims if claim.evidence.quote}
    for first, second in permutations(quoted, 2):
        if sentence_key(f"{first} … {second}", "") == said:
            return RedirectResponse(f"/evidence/{quoted[second]}", 303)
    return RedirectResponse(f"/studies/{quote(found.id, safe='')}#disputes", 303)


@router.get("/evidence/{claim_id}")
def evidence_page(request: Request, claim_id: str) -> Response:
    """Return a claim with its sentence in context, and what people decided on it."""
    found = find(request.app.state.graph, claim_id)
    return _page(request, found, claim_id)


def _page(
    request: Request, found: Found, claim_id: str, status: int = 200, **more: Any
) -> Response:
    access, shape = access_of(request), found.shape
    visitor = access.visitor(request)
    context: dict[str, Any] = {
        "claim": shape,
        "claim_id": claim_id,
        "decisions": found.decisions,
        "done": DONE,
        "say": content_in_words,
        "kind_of": kind_of,
        "printed": printed,
        "visitor": visitor,
        "may_sign_in": bool(access.curators) and request.app.state.recorder is not None,
        "others": (),
    }
    if shape is not None:
        context["around"] = context_of(request.app.state.graph.path, shape, found.decisions)
        context["others"] = _beside(request, shape)
        claim = claim_to_decide(request.app.state.graph, claim_id)
        context["linked"] = links_in_words(claim.links)
    if visitor is not None:
        context |= _form(request, claim_id)
    page = render(request, "evidence.html", status, **{**context, **more})
    return _unkept(page)


def _unkept(page: Response) -> Response:
    """Forbid caching of a page: it differs between visitors and changes with each decision."""
    page.headers["Cache-Control"] = "no-store"
    page.headers["Vary"] = "Accept, Cookie"
    return page


def _form(request: Request, claim_id: str) -> dict[str, Any]:
    claim = claim_to_decide(request.app.state.graph, claim_id)
    cells = cells_of(claim)
    return {
        "cells": cells,
        "meaning": {column.name: column.description for column in COLUMNS},
        "known": {name: labels_of(name) for name in cells if name in SCHEMES},
        "cell": CELL,
        "links": links_of(to_record(claim)),
        "kind": kind_of(claim.content),
        "max_reason": MAX_REASON,
        "verdicts": VERDICTS,
        "new_id": new_id(),
        "given": {},
    }


def _beside(request: Request, claim: ClaimShape) -> list[ClaimShape]:
    """Return the other claims of the study that rest on the same sentence."""
    study = request.app.state.graph.catalog().study(claim.study.id)
    listed = (one for kind in study.claims.values() for one in kind) if study else ()
    place = (claim.evidence.document, claim.evidence.spans)
    return [
        one
        for one in listed
        if (one.evidence.document, one.evidence.spans) == place and one.id != claim.id
    ]


@router.post("/evidence/{claim_id}")
async def decide_on_claim(request: Request, claim_id: str) -> Response:
    """Record a decision on a claim, and redirect to the claim in its new form."""
    fields = await read_form(request)
    name = access_of(request).writer(request, fields.get("form", ""))
    recorder, graph = recorder_of(request), request.app.state.graph
    claim = await run_in_threadpool(claim_to_decide, graph, claim_id)
    try:
        decision = decision_of(fields, claim, name)
    except HttpError as error:
        found = await run_in_threadpool(find, graph, claim_id)
        return await run_in_threadpool(
            _page, request, found, claim_id, error.status, problem=str(error), given=fields
        )
    in_force = await run_in_threadpool(recorder.record, decision)
    return await run_in_threadpool(_after, graph, claim_id, decision, in_force)


def _after(graph: ServedGraph, claim_id: str, decision: Decision, in_force: bool) -> Response:
    """Redirect after a decision to the claim in its present form."""
    told = decisions_on_claim(graph.store(), claim_id) if in_force else ()
    now = next((one.claim for one in told if one.id == decision.id and one.claim), claim_id)
    state = "done" if in_force else "waits"
    return RedirectResponse(f"/evidence/{quote(now)}?state={state}#decisions", 303)


@router.post("/decisions/{decision_id}/undo")
async def undo_decision(request: Request, decision_id: str) -> Response:
    """Undo a decision."""
    fields = await read_form(request)
    name = access_of(request).writer(request, fields.get("form", ""))
    recorder = recorder_of(request)
    decision = await run_in_threadpool(known_decision, recorder, decision_id)
    in_force = await run_in_threadpool(recorder.record, undoing_of(fields, decision, name))
    state = "done" if in_force else "waits"
    return RedirectResponse(f"/decisions?state={state}", 303)


def known_decision(recorder: Recorder, decision_id: str) -> Decision:
    """Return a decision by its id.

    Raises
    ------
    HttpError
        404 if there is none.
    """
    for one in read_log(recorder.log).decisions:
        if one.id == decision_id:
            return one
    raise HttpError(404, f"no decision {decision_id!r}")


@router.get("/decisions")
def decisions_page(request: Request, offset: Annotated[int, Query(ge=0, le=10**9)] = 0) -> Response:
    """Return the page of all decisions, the latest first, and whether each is in force."""
    recorder: Recorder | None = request.app.state.recorder
    kept = read_log(recorder.log).decisions if recorder is not None else ()
    undone = {one.undoes for one in kept}
    page = render(
        request,
        "decisions.html",
        listed=kept[::-1][offset : offset + _SHOWN],
        by_id={one.id: one for one in kept},
        total=len(kept),
        offset=offset,
        shown=_SHOWN,
        undone=undone,
        done=DONE,
        say=content_in_words,
        kind_of=kind_of,
        claim_key=claim_key,
        visitor=access_of(request).visitor(request),
        may_sign_in=bool(access_of(request).curators),
        new_id=new_id,
    )
    return _unkept(page)


@router.get("/curate")
def sign_in_page(request: Request, next: Annotated[str, Query(max_length=300)] = "") -> Response:
    """Return the form to sign in with a token, or explain how to set up curators."""
    access = access_of(request)
    shown: dict[str, Any] = {"visitor": access.visitor(request), "next": _address_here(next)}
    return _unkept(render(request, "curate.html", is_read_only=not access.curators, **shown))


@router.post("/curate")
async def sign_in(request: Request) -> Response:
    """Sign in with a token, or sign out."""
    fields = await read_form(request)
    access = access_of(request)
    access.require_open()
    if fields.get("out"):
        gone = RedirectResponse("/decisions", 303)
        access.sign_out(request, gone)
        return gone
    try:
        name = access.check_token(request, fields.get("token", "").strip())
    except HttpError as error:
        problem = {
            "problem": str(error),
            "next": _address_here(fields.get("next", "")),
            "visitor": None,
        }
        page = await run_in_threadpool(render, request, "curate.html", error.status, **problem)
        page.headers.update(error.headers)
        return _unkept(page)
    response = RedirectResponse(_address_here(fields.get("next", "")) or "/decisions", 303)
    access.sign_in(request, response, name)
    return response


def _address_here(address: str) -> str:
    """Return the address if it is one of this service, otherwise ``""``."""
    is_own = address.startswith("/evidence/") and not set(address) & set("\\\r\n\t")
    return address if is_own else ""
