"""The HTML pages, which work without JavaScript and load nothing from other sites."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from api import addresses, markup
from api.choices import offered_questions
from api.conditional import ConditionalRoute
from api.contexts import in_context
from api.paging import Window
from api.routes import STUDY_FILTERS, Listing, Offset, StudyFilters, Text
from api.searching import SearchRequest, search_page
from kg.catalog import THINGS
from kg.maps import MAPS
from kg.table import heading

#: The folder of the files that pages load.
STATIC = Path(__file__).with_name("static")
#: Studies on a page of results.
PAGE_STUDIES = 25
#: Filter -> its label on pages, where its name alone is unclear.
FACET_NAMES: Final = MappingProxyType({"voice": "said by", "kind": "kind of claim"})
#: The number of materials, processes and chemicals offered on the start page.
OFFERED = 12

router = APIRouter(
    include_in_schema=False,
    default_response_class=HTMLResponse,
    route_class=ConditionalRoute,
)


def make_templates() -> Jinja2Templates:
    """Return the page templates, which escape every value."""
    templates = Jinja2Templates(directory=Path(__file__).with_name("templates"))
    filters = (
        *(markup.formula, markup.spans, markup.cell, markup.marked, heading),
        *(markup.described, markup.coded, markup.meant),
        *(addresses.address, addresses.linked, addresses.listed, in_context),
        *(addresses.example_address, addresses.class_label),
        *(addresses.example_call,),
    )
    templates.env.filters.update({f.__name__: f for f in filters})
    return templates


def render(request: Request, name: str, status: int = 200, **context: Any) -> Response:
    """Return a page made from a template."""
    templates: Jinja2Templates = request.app.state.templates
    return templates.TemplateResponse(
        request, name, context, status_code=status, headers={"Vary": "Accept"}
    )


@router.get("/")
def home(
    request: Request, listing: Listing, filters: StudyFilters, q: Text = "", offset: Offset = 0
) -> Response:
    """Return the page of search results; without words or filters, the start page."""
    window = Window(limit=PAGE_STUDIES, offset=offset)
    if not filters and not q.strip():
        studies = listing.most_claimed(limit=window.limit, offset=offset)
        offers = {name: listing.things(name, limit=OFFERED)[0] for name in THINGS}
        shown: dict[str, Any] = {
            "listing": listing,
            "studies": studies,
            "offers": offers,
            "window": window,
        }
        shown["questions"] = offered_questions()
        status = window.status(studies)
        return render(request, "home.html", status, maps=list(MAPS.values()), **shown)
    found = search_page(listing, filters, q, window, "/")
    asked = SearchRequest(filters=filters, q=q)
    status = window.status(found.items)
    called = {name: _label(listing, name, value) for name, value in filters.items()}
    shown = {"found": found, "asked": asked, "window": window, "filters": STUDY_FILTERS}
    shown |= {"called": called, "facet_names": FACET_NAMES}
    return render(request, "search.html", status, **shown)


def _label(listing: Listing, name: str, value: str) -> str:
    """Return the label of the value of a filter: "thermal ALD" for ``thermal_ald``."""
    names = listing.called(name, value)
    return names[1] if len(names) > 1 else value


@router.get("/docs")
def docs_page(request: Request) -> Response:
    """Return the page of the endpoints of the API, from its OpenAPI description."""
    paths: dict[str, Any] = request.app.openapi()["paths"]
    endpoints = [
        (method.upper(), path, operation)
        for path, methods in paths.items()
        for method, operation in methods.items()
    ]
    return render(request, "docs.html", endpoints=endpoints)
