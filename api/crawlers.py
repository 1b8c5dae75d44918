"""Files for crawlers: ``robots.txt`` and the site maps.

References
----------
Robots: https://www.rfc-editor.org/rfc/rfc9309. Site maps: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final
from xml.sax.saxutils import escape

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, PlainTextResponse

from api.addresses import address
from api.errors import HttpError
from api.pages import STATIC
from api.routes import Listing
from api.settings import Settings
from kg.queries import load_queries
from ontology.reference import reference

#: Studies per file of the site map; the protocol allows 50,000 addresses.
_IN_ONE: Final = 10_000
#: Closed to crawlers: these addresses compute answers, and a crawler would never run out of them.
_CLOSED: Final = (
    "/api/",
    "/sparql",
    "/compare",
    "/analytics/",
    "/maps/",
    "/*?",
    "/*.csv",
    "/*.json",
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: The files contain the address of the request, so shared caches must not store them.
_OF_ADDRESS: Final = {"Cache-Control": "private"}
_SPACE: Final = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'

router = APIRouter(include_in_schema=False)


@router.get("/robots.txt")
def robots(request: Request) -> Response:
    """Return ``robots.txt``: crawlers may read pages but not answers to questions."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in _CLOSED)]
    lines += ["", f"Sitemap: {_base(request)}/sitemap.xml"]
    return PlainTextResponse("\n".join(lines) + "\n", headers=_OF_ADDRESS)


@router.get("/favicon.ico")
def favicon() -> Response:
    """Return the icon of the site for browsers that request this default address."""
    return FileResponse(STATIC / "icon.svg", media_type="image/svg+xml")


@router.get("/sitemap.xml")
def sitemap(request: Request, listing: Listing) -> Response:
    """Return the index of the site maps."""
    base = _base(request)
    count = -(-listing.size.study // _IN_ONE)
    names = ["terms.xml", *(f"studies-{number}.xml" for number in range(1, count + 1))]
    parts = "".join(f"<sitemap><loc>{escape(f'{base}/sitemap/{n}')}</loc></sitemap>" for n in names)
    return _xml(f"<sitemapindex {_SPACE}>{parts}</sitemapindex>")


@router.get("/sitemap/terms.xml")
def sitemap_of_terms(request: Request) -> Response:
    """Return the site map of the pages of terms and questions."""
    terms = (address(entry.iri) for entry in reference().by_iri.values() if entry.notation)
    questions = (f"/queries/{name}" for name in load_queries())
    return _listed(_base(request), ("/", "/queries", *questions, "/ontology", *terms))


@router.get("/sitemap/studies-{number}.xml")
def sitemap_of_studies(request: Request, listing: Listing, number: int) -> Response:
    """Return one site map of pages of studies, with at most 10,000 of them."""
    offset = (number - 1) * _IN_ONE
    if not 0 <= offset < listing.size.study:
        raise HttpError(404, f"there is nothing at {request.url.path}")
    studies = listing.most_claimed(limit=_IN_ONE, offset=offset)
    return _listed(_base(request), (address(study.iri) for study in studies))


def _base(request: Request) -> str:
    """Return the service's address without a final slash: the configured one, or the request's."""
    settings: Settings = request.app.state.settings
    return (settings.base_url or str(request.base_url)).rstrip("/")


def _listed(base: str, paths: Iterable[str]) -> Response:
    listed = "".join(f"<url><loc>{escape(base + path)}</loc></url>" for path in paths)
    return _xml(f"<urlset {_SPACE}>{listed}</urlset>")


def _xml(body: str) -> Response:
    return Response(_HEAD + body + "\n", media_type="application/xml", headers=_OF_ADDRESS)
