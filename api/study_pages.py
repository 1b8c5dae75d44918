"""The page of a study, and the study in other formats."""

from __future__ import annotations

import json
from functools import partial
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse

from api.answers.formats import JSON_LD, N_TRIPLES, TURTLE
from api.conditional import ConditionalRoute
from api.curation.pages import DONE
from api.errors import HttpError
from api.explanation.wording import content_in_words
from api.pages import render
from api.representations import CSV, HTML, JSON, RECORDS, SUFFIXES, accepted, csv_text, split_suffix
from api.routes import Listing
from api.schemas import ClaimShape, EvidenceShape, StudyDetail
from api.units import measured_alike
from api.workers.asking import ask
from api.workers.pool import Task
from kg.curation.reading import RecordedDecision, decisions_on_study
from kg.export.telling import RowInWords
from ontology.claim_kinds import CLAIM_KINDS

_OFFERS: Final = (HTML, JSON, TURTLE, JSON_LD, N_TRIPLES, CSV)
_COLUMNS: Final = (
    *("kind", "statement", "sentence", "said by", "document", "place"),
    *("confidence", "claim"),
)

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


@router.get("/studies/{study_id}")
async def study_page(request: Request, listing: Listing, study_id: str) -> Response:
    """Return a study: its record, its recipes and outcomes in sentences, and all its claims."""
    study = await run_in_threadpool(listing.study, study_id)
    suffix = ""
    if study is None:
        study_id, suffix = split_suffix(study_id, (*SUFFIXES, *RECORDS))
        study = await run_in_threadpool(listing.study, study_id) if suffix else None
    if study is None:
        raise HttpError(404, f"no study {study_id!r}")
    if suffix in RECORDS:
        return await _records(request, study, suffix)
    media = SUFFIXES[suffix] if suffix else accepted(request, _OFFERS)
    if media == HTML:
        return await _page(request, study)
    if media in (JSON, CSV):
        body = study.model_dump_json(by_alias=True) if media == JSON else _claims_csv(study)
        return Response(body, media_type=media, headers={"Vary": "Accept"})
    answer = await ask(request, Task(name="thing", arguments={"iri": study.iri, "media": media}))
    return Response(answer.body, media_type=media, headers={"Vary": "Accept"})


async def _records(request: Request, study: StudyDetail, suffix: str) -> Response:
    asked = {"form": RECORDS[suffix], "studies": [study.iri]}
    answer = await ask(request, Task(name="records", arguments=asked))
    name = f'attachment; filename="{study.id}.{suffix}"'
    return Response(
        answer.body, media_type=answer.media_type, headers={"Content-Disposition": name}
    )


async def _page(request: Request, study: StudyDetail) -> Response:
    """Return the page of a study; without recipes and outcomes while the workers are too busy."""
    told: dict[str, list[RowInWords]] = {}
    headers = {}
    try:
        answer = await ask(request, Task(name="study_told", arguments={"study": study.iri}))
        told = {
            part: [RowInWords(**one) for one in tellings]
            for part, tellings in json.loads(answer.body).items()
        }
    except HttpError as error:
        if error.status not in (429, 503):
            raise
        headers = {"Cache-Control": "no-store"}
    sections = [
        (kind, CLAIM_KINDS[kind].heading, by_evidence(claims))
        for kind, claims in study.claims.items()
    ]
    decided = await run_in_threadpool(_decided, request, study)
    shown: dict[str, Any] = {
        "study": study,
        "decided": decided,
        "rejected": [one for one in decided if not one.claim],
        "done": DONE,
        "say": content_in_words,
        "sections": sections,
        "told": told,
        "is_busy": bool(headers),
    }
    page = await run_in_threadpool(partial(render, request, "study.html", **shown))
    page.headers.update(headers)
    return page


def _decided(request: Request, study: StudyDetail) -> tuple[RecordedDecision, ...]:
    """Return the decisions on claims of a study."""
    return decisions_on_study(request.app.state.graph.store(), study.iri)


#: A statement of a study: its equal claims, those with a sentence that may be shown first.
Statement = tuple[ClaimShape, ...]


def by_evidence(
    claims: tuple[ClaimShape, ...],
) -> list[tuple[tuple[EvidenceShape, ...], list[Statement]]]:
    """Return groups of statements that rest on the same sentences, each with these sentences.

    Equal claims of several documents are one statement.
    """
    said: dict[str, list[ClaimShape]] = {}
    for claim in claims:
        said.setdefault(measured_alike(claim, claim.statement), []).append(claim)
    rows: dict[tuple[object, ...], list[Statement]] = {}
    for found in said.values():
        statement = tuple(sorted(found, key=lambda claim: claim.evidence.quote is None))
        places = ((one.evidence.document, one.evidence.spans) for one in statement)
        rows.setdefault(tuple(places), []).append(statement)
    return [
        (tuple(claim.evidence for claim in statements[0]), statements)
        for statements in rows.values()
    ]


def _claims_csv(study: StudyDetail) -> str:
    claims = [claim for kind in study.claims.values() for claim in kind]
    rows = (
        (
            *(one.kind, one.statement, one.evidence.quote or "", one.evidence.voice),
            *(one.evidence.document, one.evidence.place, one.confidence, one.iri),
        )
        for one in claims
    )
    return csv_text(_COLUMNS, rows)
