"""The addresses of terms, things and descriptions; they never redirect to other sites."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import RedirectResponse
from fastapi.templating import Jinja2Templates

from api.addresses import address
from api.answers.address import candidates, local, raw_path
from api.answers.formats import JSON_LD, choose
from api.answers.things import Thing, find_thing
from api.errors import HttpError
from api.representations import CSV, JSON, SUFFIXES, split_suffix
from api.routes import Graph
from api.settings import Settings
from api.terms import ontology
from api.terms.about import MOST_LISTED, MOST_SHOWN, iri_of, read_about
from api.terms.about_things import about_thing, layers_of, twin
from api.terms.formats import HTML, RDF, chosen_format, rdf_response
from api.workers.asking import ask
from api.workers.pool import Task
from kg.export import nanopub
from kg.export.dataset import Counts, describe
from kg.export.publication import Publication
from kg.store import Graph as Triples
from ontology import rdf
from ontology.context import context
from ontology.drawing import draw
from ontology.graphs import ONTOLOGY_GRAPH, SERVICE_GRAPHS, graph_iri
from ontology.iri import BASE, ONTOLOGY_IRI, SCHEMES, segments
from ontology.reference import Entry, Section, reference

router = APIRouter(include_in_schema=False)

_TRIG = "application/trig"
#: Path of a vocabulary -> the field of its terms in the catalog, where the two differ.
_FIELD_OF = {"material-role": "role", "chemical-role": "role"}


def publication(request: Request) -> Publication:
    """Return the publication metadata of this service, from its settings."""
    settings: Settings = request.app.state.settings
    chosen = {"license": settings.license} if settings.license else {}
    return Publication(base_url=settings.base_url, **chosen)


def _see_other(request: Request, path: str) -> Response:
    """Redirect (303) to another path of this service, never to a host that a client names."""
    settings: Settings = request.app.state.settings
    target = (settings.base_url or "/") + path.lstrip("/")
    return RedirectResponse(target, status_code=303, headers={"Vary": "Accept"})


def _page(request: Request, name: str, headers: dict[str, str], **values: Any) -> Response:
    templates: Jinja2Templates = request.app.state.templates
    kept = {"Vary": "Accept", **headers}
    shown = {"local": local, "reference": reference(), "path": request.url.path, **values}
    return templates.TemplateResponse(request, name, shown, headers=kept)


def _missing(request: Request) -> HttpError:
    return HttpError(404, f"there is nothing at {request.url.path}")


@router.get("/ontology")
def ontology_document(request: Request) -> Response:
    """Return the ontology: classes, properties and shapes; the page also lists its vocabularies."""
    media = chosen_format(request)
    if media != HTML:
        return rdf_response(ontology.whole(), media)
    return _page(request, "reference.html", {}, drawing=draw(base="/ontology#"))


@router.get("/ontology.svg")
def ontology_drawing() -> Response:
    """Return the picture of the ontology."""
    return Response(draw(), media_type="image/svg+xml")


@router.get("/ontology/{name:path}")
def ontology_part(request: Request, name: str) -> Response:
    """Return a module, or the served version of the ontology."""
    iri = f"{ONTOLOGY_IRI}/{name}"
    if ontology.is_whole(iri):
        return ontology_document(request)
    section = reference().find_section(iri)
    if section is None:
        raise _missing(request)
    return _section(request, section)


def _section(request: Request, section: Section) -> Response:
    media = chosen_format(request)
    if media != HTML:
        return rdf_response(ontology.section_triples(section), media)
    return _page(request, "section.html", {}, section=section)


def scheme_document(request: Request) -> Response:
    """Return a vocabulary with all its terms."""
    section = reference().find_section(BASE + request.url.path.strip("/"))
    if section is None:
        raise _missing(request)
    return _section(request, section)


async def term_document(request: Request) -> Response:
    """Return a term of a vocabulary and its use in studies; a replaced term names its successor."""
    entry, suffix = _entry_at(raw_path(request.scope))
    if entry is None:
        raise _missing(request)
    headers = _successors(entry)
    media = SUFFIXES[suffix] if suffix else chosen_format(request, studies=True)
    if media in RDF:
        return rdf_response(ontology.term_triples(entry.iri), media, headers)
    kind = segments(entry.iri)[0]
    field, most = _FIELD_OF.get(kind, kind), MOST_SHOWN if media == HTML else MOST_LISTED
    # Studies refer to the solid itself, whose node is not that of its name in the vocabulary.
    solid = iri_of(field, entry.notation) if field == "material" else ""
    about = await read_about(request, field, solid or entry.iri, entry.notation, most=most)
    if media != HTML:
        return twin(about, media, iri=entry.iri, label=entry.label, definition=entry.definition)
    path = local(entry.iri)
    return await run_in_threadpool(
        partial(_page, request, "term.html", headers, entry=entry, about=about, path=path)
    )


def _entry_at(path: str) -> tuple[Entry | None, str]:
    """Return the term at a path, and the suffix that had to be removed to find it, else ``""``."""
    bare, suffix = split_suffix(path, SUFFIXES)
    known = reference().by_iri
    for spelled, behind in ((path, ""), (bare, suffix)):
        for iri in candidates(spelled):
            if iri in known:
                return known[iri], behind
    return None, ""


def _successors(entry: Entry) -> dict[str, str]:
    links = [f'<{local(iri)}>; rel="successor-version"' for iri in entry.replaced_by if local(iri)]
    return {"Link": ", ".join(links)} if links else {}


for _scheme in SCHEMES.values():
    router.add_api_route(f"/{_scheme}", scheme_document, methods=["GET"])
    router.add_api_route(f"/{_scheme}/{{name:path}}", term_document, methods=["GET"])


@router.get("/id/claim/{claim_id}/nanopublication")
def latest_nanopublication(request: Request, graph: Graph, claim_id: str) -> Response:
    """Redirect to the claim's nanopublication at its trusty URI."""
    name, _ = _nanopublication(request, graph, claim_id)
    return _see_other(request, name.removeprefix(BASE))


@router.get("/id/claim/{claim_id}/nanopublication/{code}")
def nanopublication(request: Request, graph: Graph, claim_id: str, code: str) -> Response:
    """Return a nanopublication in TriG, if its trusty URI still matches the claim's content."""
    name, text = _nanopublication(request, graph, claim_id)
    if name.rsplit("/", 1)[-1] != code:
        raise _missing(request)
    if choose(request.headers.get("accept"), (_TRIG,)) is None:
        raise HttpError(
            406, f"no accepted format is available; there is: {_TRIG}", headers={"Vary": "Accept"}
        )
    return Response(text, media_type=_TRIG, headers={"Vary": "Accept"})


def _nanopublication(request: Request, graph: Graph, claim_id: str) -> tuple[str, str]:
    """Return the name and the text of a claim's nanopublication."""
    store = graph.store()
    claim = find_thing(store, f"/id/claim/{claim_id}")
    text = nanopub.render_claim(store, claim, publication(request)) if claim else ""
    name = nanopub.name_in(text)
    if not name:
        raise _missing(request)
    return name, text


@router.get("/id/{name:path}")
def thing(request: Request, graph: Graph, name: str) -> Response:
    """Redirect from a thing to the document about it."""
    iri = find_thing(graph.store(), raw_path(request.scope))
    if iri is None:
        raise _missing(request)
    place = iri.removeprefix(f"{BASE}id/")
    kind, _, rest = place.partition("/")
    if kind == "study" and "/" not in rest and chosen_format(request) == HTML:
        return _see_other(request, f"studies/{rest}")
    return _see_other(request, f"data/{place}")


@router.get("/data/{name:path}")
async def thing_document(request: Request, graph: Graph, name: str) -> Response:
    """Return the triples of a thing; a material, reagent or system also has a page."""
    path = "/id/" + raw_path(request.scope).removeprefix("/data/")
    iri, suffix = await run_in_threadpool(find_thing, graph.store(), path), ""
    if iri is None:
        bare, suffix = split_suffix(path, SUFFIXES)
        iri = await run_in_threadpool(find_thing, graph.store(), bare) if suffix else None
    if iri is None:
        raise _missing(request)
    media = SUFFIXES[suffix] if suffix else chosen_format(request, studies=True)
    if media in (JSON, CSV):
        label, about = await about_thing(request, iri, most=MOST_LISTED)
        return twin(about, media, iri=iri, label=label, definition="")
    answer = await ask(request, Task(name="thing", arguments={"iri": iri, "media": media}))
    if media != HTML:
        return Response(answer.body, media_type=media, headers={"Vary": "Accept"})
    found = Thing.from_texts(json.loads(answer.body))
    kind, *_ = segments(iri)[1:]
    _, about = await about_thing(request, iri)
    shown = {"thing": found, "link": _link, "about": about, "layers": layers_of(iri)}
    shown["kind"] = kind if about else ""
    shown["path"] = address(iri) or request.url.path
    return await run_in_threadpool(partial(_page, request, "thing.html", {}, **shown))


def _link(value: object) -> str:
    return local(value.value) if isinstance(value, rdf.NamedNode) else ""


@router.get("/graph")
def whole_graph(request: Request) -> Response:
    """Redirect from the graph to its description."""
    return _see_other(request, ".well-known/void")


@router.get("/graph/document/{name:path}")
async def document_graph(request: Request, graph: Graph, name: str) -> Response:
    """Return the named graph of one document, which holds its statements."""
    found = await run_in_threadpool(_document_at, graph.store(), raw_path(request.scope))
    if found is None:
        raise _missing(request)
    media = chosen_format(request, pages=False)
    answer = await ask(request, Task(name="document", arguments={"name": found, "media": media}))
    return Response(answer.body, media_type=media, headers={"Vary": "Accept"})


def _document_at(store: Triples, path: str) -> str | None:
    """Return the document whose graph has this path; ``None`` if the store has none."""
    for iri in candidates(path):
        name = segments(iri)[-1]
        if graph_iri(name) == iri and any(True for _ in store.quads(name)):
            return name
    return None


@router.get("/graph/{name}")
def service_graph(request: Request, name: str) -> Response:
    """Redirect from a named graph that does not belong to a document to its description."""
    iri = f"{BASE}graph/{name}"
    if iri == ONTOLOGY_GRAPH:
        return _see_other(request, "ontology")
    if iri not in SERVICE_GRAPHS:
        raise _missing(request)
    return _see_other(request, ".well-known/void")


@router.get("/.well-known/void")
async def description(request: Request, graph: Graph) -> Response:
    """Return the description of the graph in VoID and DCAT."""
    media = choose(request.headers.get("accept"), RDF) or RDF[0]  # even if none is accepted
    if "format" in request.query_params:
        media = chosen_format(request, pages=False)
    triples = describe(await _counts(request, graph), publication(request))
    return rdf_response((rdf.Triple(*triple) for triple in triples), media)


async def _counts(request: Request, graph: Graph) -> Counts:
    """Return the counts of the current generation, which are computed once."""
    directory = graph.directory()
    known: tuple[Path, Counts] | None = getattr(request.app.state, "counts", None)
    if known is None or known[0] != directory:
        answer = await ask(request, Task(name="counts"))
        known = request.app.state.counts = (directory, Counts(**json.loads(answer.body)))
    return known[1]


@router.get("/context.jsonld")
def json_ld_context() -> Response:
    """Return the JSON-LD context of the ontology."""
    text = json.dumps({"@context": context()}, indent=1) + "\n"
    return Response(text, media_type=JSON_LD)
