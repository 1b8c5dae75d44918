"""The addresses of the resources, made from their table.

This module does not postpone annotations: FastAPI reads the parameters of each resource from them.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Request, Response

from api.answers.formats import JSON_LD
from api.conditional import ConditionalRoute
from api.errors import HttpError
from api.filters import require_terms
from api.paging import cursor_behind, page_fields, read_window
from api.representations import CSV, accepted, split_suffix
from api.routes import Listing
from api.schemas import Page, Shape
from api.strict import require_parameters
from api.v1.items import find_item, find_items
from api.v1.parameters import Wanted, fields_reader, reader
from api.v1.render import SUFFIXES, render_item, render_list
from api.v1.resources import RESOURCES, Resource

#: The media types of a successful answer other than JSON.
_OTHERS: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {
            JSON_LD: {"schema": {"type": "object"}},
            CSV: {"schema": {"type": "string"}},
        }
    }
}


def make_router() -> APIRouter:
    """Make the addresses of all resources: of the list, the list with a suffix, and an item."""
    router = APIRouter(dependencies=[Depends(require_parameters)], route_class=ConditionalRoute)
    for resource in RESOURCES.values():
        _add(router, resource)
    return router


def _add(router: APIRouter, resource: Resource) -> None:
    shape: Any = resource.shape
    lister = _lister(resource)
    router.add_api_route(
        resource.path,
        lister,
        methods=["GET"],
        tags=[resource.name],
        summary=f"List {resource.name}",
        description=f"{resource.summary} By `Accept` as JSON, JSON-LD or CSV.",
        operation_id=f"list_{resource.name}",
        response_model=Page[shape],
        responses=_OTHERS,
    )
    by_suffix = f"{resource.path}.{{suffix}}"
    router.add_api_route(by_suffix, lister, methods=["GET"], include_in_schema=False)
    router.add_api_route(
        f"{resource.path}/{{id:path}}",
        _reader(resource),
        methods=["GET"],
        tags=[resource.name],
        summary=f"Read one {resource.one}",
        description=f"{_first_line(resource.shape_of_one)} By `Accept` as JSON, JSON-LD or CSV.",
        operation_id=f"read_{resource.one}",
        response_model=resource.shape_of_one,
        responses=_OTHERS,
    )


def _first_line(shape: type[Shape]) -> str:
    return (shape.__doc__ or "").strip().splitlines()[0]


def _lister(resource: Resource) -> Callable[..., Response]:
    def list_them(
        request: Request,
        listing: Listing,
        wanted: Annotated[Wanted, Depends(reader(resource))],
    ) -> Response:
        media = _media(request, request.path_params.get("suffix", ""))
        require_terms(listing, wanted.filters)
        window = read_window(wanted.limit, wanted.offset, wanted.cursor, listing.mark)
        items, total, numbers = find_items(listing, resource, wanted, window)
        page = page_fields(
            items,
            total=total,
            window=window,
            path=request.url.path,
            params=wanted.params,
            cursor=cursor_behind(window, numbers or [0], listing.mark),
        )
        page["links"] = page["links"].model_dump(by_alias=True)
        text = render_list(resource, page, media, wanted.fields)
        return _response(text, media, page["links"])

    return list_them


def _reader(resource: Resource) -> Callable[..., Response]:
    def read_one(
        request: Request,
        listing: Listing,
        id: Annotated[
            str, Path(description=f"id of the {resource.one}; a slash in it is written as `%2F`")
        ],
        fields: Annotated[tuple[str, ...], Depends(fields_reader(resource.shape_of_one))],
    ) -> Response:
        item, suffix = find_item(listing, resource, id), ""
        if item is None:
            key, suffix = split_suffix(id, SUFFIXES)
            item = find_item(listing, resource, key) if suffix else None
        if item is None:
            raise HttpError(404, f"no {resource.one} {id!r}")
        media = _media(request, suffix)
        return _response(render_item(resource, item, media, fields), media, {})

    return read_one


def _media(request: Request, suffix: str) -> str:
    if suffix and suffix not in SUFFIXES:
        raise HttpError(404, f"there is nothing at {request.url.path}")
    return SUFFIXES[suffix] if suffix else accepted(request, tuple(SUFFIXES.values()))


def _response(text: str, media: str, links: Mapping[str, str | None]) -> Response:
    """Return the response, with links to other pages in a header for formats without links."""
    headers = {"Vary": "Accept"}
    told = [f'<{links[name]}>; rel="{name}"' for name in ("next", "prev") if links.get(name)]
    if told:
        headers["Link"] = ", ".join(told)
    return Response(text, media_type=media, headers=headers)
