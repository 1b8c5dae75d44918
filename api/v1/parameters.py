"""The query parameters of a list: filters, order, fields and page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeVar

from fastapi import Query
from pydantic import Field, create_model

from api.filters import FILTERS
from api.paging import CURSOR, MAX_LIMIT
from api.schemas import Shape
from api.v1.resources import Resource

#: A value of a filter that names something: no control characters.
_NAMED: Final = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"

Made = TypeVar("Made", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A request for a list; ``filters`` holds the filters that were given."""

    filters: Mapping[str, str]
    q: str
    sort: str
    fields: tuple[str, ...]
    limit: int
    offset: int
    cursor: str

    @property
    def params(self) -> dict[str, str]:
        """The parameters that links to other pages of the list repeat."""
        kept = {"q": self.q, "sort": self.sort, "fields": ",".join(self.fields)}
        return {**self.filters, **{name: value for name, value in kept.items() if value}}


def _parameters(resource: Resource) -> dict[str, Any]:
    """Return the query parameters of a list: name -> type and description."""
    found: dict[str, Any] = {}
    for name in resource.filters:
        one = FILTERS[name]
        described = Field(
            default=None,
            max_length=500,
            pattern=one.pattern or _NAMED,
            description=one.description,
            examples=[one.example],
        )
        found[name] = (str | None, described)
    sorts = "|".join(map(re.escape, resource.sorts))
    about = f"order: one of {', '.join(resource.sorts)}; a minus sign reverses it"
    order = Field(
        default=None, pattern=f"^({sorts})$", description=about, examples=[resource.sorts[-1]]
    )
    found["sort"] = (str | None, order)
    found["fields"] = _fields(resource.shape)
    return {**found, **_OF_PAGE}


_CURSOR: Final = Field(
    default=None, pattern=CURSOR, description="cursor from the links of the previous page"
)
_OF_PAGE: Final = MappingProxyType(
    {
        "limit": (int, Field(default=50, ge=1, le=MAX_LIMIT, description="items per page")),
        "offset": (int, Field(default=0, ge=0, le=10**9, description="items to skip")),
        "cursor": (str | None, _CURSOR),
    }
)


def _fields(shape: type[Shape]) -> Any:
    """Return the type of the parameter that selects fields of a schema."""
    names = "|".join(shape.model_fields)
    described = Field(
        default=None,
        pattern=f"^({names})(,({names}))*$",
        max_length=500,
        description="only these fields of each item, separated by commas; the id is always "
        "included",
        examples=["id,label"],
    )
    return (str | None, described)


def reader(resource: Resource) -> Callable[..., Wanted]:
    """Make the dependency that reads the request for a list, with a parameter for each filter."""

    def read(given: Any) -> Wanted:
        text = {name: value for name, value in given if isinstance(value, str)}
        return Wanted(
            filters={name: text[name] for name in resource.filters if name in text and name != "q"},
            q=text.get("q", ""),
            sort=text.get("sort", ""),
            fields=_split(text.get("fields", "")),
            limit=given.limit,
            offset=given.offset,
            cursor=text.get("cursor", ""),
        )

    return _with_parameters(read, _parameters(resource))


def fields_reader(shape: type[Shape]) -> Callable[..., tuple[str, ...]]:
    """Make the dependency that reads the requested fields of an item."""

    def read(given: Any) -> tuple[str, ...]:
        return _split(given.fields or "")

    return _with_parameters(read, {"fields": _fields(shape)})


def _with_parameters(read: Made, parameters: Mapping[str, Any]) -> Made:
    """Give a function these parameters as one model; FastAPI alone would make a model of each."""
    model = create_model("Parameters", **parameters)
    read.__annotations__["given"] = Annotated[model, Query()]
    return read


def _split(fields: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, fields.split(","))))
