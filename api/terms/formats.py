"""Triples in the format that a client prefers."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from fastapi import Request, Response

from api.answers.formats import JSON_LD, N_TRIPLES, TURTLE, choose
from api.answers.serialise import serialise
from api.errors import HttpError
from api.representations import CSV, JSON
from ontology import rdf

HTML: Final = "text/html"
RDF: Final = (TURTLE, JSON_LD, N_TRIPLES)

#: Values of the ``format`` parameter of these addresses.
NAMES: Final = MappingProxyType(
    {
        "html": HTML,
        "turtle": TURTLE,
        "ttl": TURTLE,
        "jsonld": JSON_LD,
        "ntriples": N_TRIPLES,
        "nt": N_TRIPLES,
        "json": JSON,
        "csv": CSV,
    }
)


def chosen_format(request: Request, *, pages: bool = True, studies: bool = False) -> str:
    """Return the media type of the answer, by the ``format`` parameter, else by ``Accept``.

    Parameters
    ----------
    request
        The request.
    pages
        Whether there is a page for people at this address.
    studies
        Whether there is a list of studies as JSON and CSV.

    Raises
    ------
    HttpError
        400 for an unknown format, 406 if the client accepts none of the formats.
    """
    # A client that accepts any JSON also matches JSON-LD, so plain JSON comes before it.
    data = (TURTLE, JSON, CSV, *RDF[1:]) if studies else RDF
    offers = (*data, HTML) if pages else data
    name = request.query_params.get("format")
    if name is not None:
        named = NAMES.get(name.lower())
        if named is None or named not in offers:
            known = ", ".join(key for key, media in NAMES.items() if media in offers)
            raise HttpError(400, f"unknown format {name!r}; there are: {known}")
        return named
    media = choose(request.headers.get("accept"), offers)
    if media is None:
        raise HttpError(
            406,
            f"no accepted format is available; there are: {', '.join(offers)}",
            headers={"Vary": "Accept"},
        )
    return media


def rdf_response(
    triples: Iterable[rdf.Triple], media: str, headers: dict[str, str] | None = None
) -> Response:
    """Return a response with these triples in one of the media types :data:`RDF`."""
    kept = {"Vary": "Accept", **(headers or {})}
    return Response(serialise(triples, media), media_type=media, headers=kept)
