"""The parameters of a list: filters, order, fields and page, each described once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Any, Final, TypeVar, get_args

from fastapi import Query
from pydantic import Field, create_model

from api.catalog import Catalog
from api.catalog.interval import CONFIDENCES, QUANTITIES, YEARS, read_intervals
from api.errors import HttpError
from api.paging import CURSOR, MAX_LIMIT
from api.schemas import Kind, Shape
from api.v1.resources import Resource
from kg.grounding import names_of
from kg.statements.voices import ORDER as VOICES
from ontology.iri import SCHEMES
from ontology.terms import Term, vocabulary

#: The most characters of a value that are compared with names, and the most names suggested.
_MOST_COMPARED: Final = 60
_NEAREST: Final = 3

Made = TypeVar("Made", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter: its description and values; ``choices`` has all values if they can be listed."""

    description: str
    example: str
    pattern: str | None = None
    choices: tuple[str, ...] = ()


#: Filters whose values are numbers, not names.
_NAMELESS: Final = frozenset({"year", "confidence"})
#: A value of a filter that names something: no control characters.
_NAMED: Final = r"^[^\x00-\x1f\x7f]*[^\s\x00-\x1f\x7f][^\x00-\x1f\x7f]*$"

FILTERS: Final[Mapping[str, Filter]] = MappingProxyType(
    {
        "study": Filter(description="id, label or DOI of the study", example="Liu 2011"),
        "kind": Filter(
            description="kind of claim",
            example="chemical",
            pattern=f"^({'|'.join(get_args(Kind))})$",
            choices=get_args(Kind),
        ),
        "material": Filter(description="formula, name or class, also as a layer", example="PbSe"),
        "material_class": Filter(description="class of a solid", example="Oxide"),
        "layer": Filter(description="solid that is a layer of a system", example="CdS"),
        "system": Filter(description="layered object: its id or layers", example="CdSe/CdS"),
        "process": Filter(description="process", example="thermal_ald"),
        "chemical": Filter(description="chemical, in any spelling", example="TMA"),
        "property": Filter(description="property of an outcome", example="air stability"),
        "direction": Filter(description="direction of an outcome", example="increased"),
        "technique": Filter(description="technique", example="TEM"),
        "application": Filter(description="application", example="solar_cell"),
        "role": Filter(description="role of a material or chemical", example="precursor"),
        "parameter": Filter(description="parameter of a condition", example="temperature"),
        "quantity": Filter(
            description=(
                "parameter or property with an interval and a unit (UCUM or as printed), all in one"
                " claim; several apart by semicolons"
            ),
            example="temperature:..100 Cel",
            pattern=QUANTITIES,
        ),
        "document": Filter(description="document that says it", example="review"),
        "voice": Filter(description="who says it", example="a review about it", choices=VOICES),
        "confidence": Filter(
            description="confidence of the claim, from..to, 0 to 1",
            example="0.7..",
            pattern=CONFIDENCES,
        ),
        "year": Filter(
            description="year in which the study came out, or years from..to",
            example="2010..2015",
            pattern=YEARS,
        ),
        "q": Filter(
            description="words that must occur; of a term, how a name begins", example="Al"
        ),
    }
)


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
    about = f"order, of {', '.join(resource.sorts)}; a minus turns it round"
    order = Field(
        default=None, pattern=f"^({sorts})$", description=about, examples=[resource.sorts[-1]]
    )
    found["sort"] = (str | None, order)
    found["fields"] = _fields(resource.shape)
    return {**found, **_OF_PAGE}


_CURSOR: Final = Field(
    default=None, pattern=CURSOR, description="where the page before ended, from its links"
)
_OF_PAGE: Final = MappingProxyType(
    {
        "limit": (int, Field(default=50, ge=1, le=MAX_LIMIT, description="items a page")),
        "offset": (int, Field(default=0, ge=0, le=10**9, description="items to pass over")),
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
        description="only these fields of each item, apart by commas; the id always comes",
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


def require_terms(listing: Catalog, filters: Mapping[str, str]) -> None:
    """Check that the value of each filter names something in this graph or in the vocabulary.

    Raises
    ------
    HttpError
        404 if a value does not.
    """
    for name, value in filters.items():
        if name == "quantity":
            try:
                read_intervals(value)
            except (KeyError, ValueError) as error:
                raise HttpError(404, f"quantity: {error.args[0]}") from None
        elif name not in _NAMELESS and not listing.knows(name, value):
            hint = _hint(name, value)
            raise HttpError(404, f"no {name.replace('_', ' ')} {value!r} is known{hint}")


def _hint(name: str, value: str) -> str:
    """Return a hint at valid values of a filter: all choices, or names with similar spelling."""
    if FILTERS[name].choices:
        return f"; there are: {', '.join(FILTERS[name].choices)}"
    labels = {text: term.label for term in _terms(name) for text in names_of(term)}
    near = difflib.get_close_matches(value[:_MOST_COMPARED], labels, n=_NEAREST)
    return (
        f"; did you mean: {', '.join(dict.fromkeys(labels[name] for name in near))}" if near else ""
    )


def _terms(name: str) -> Iterable[Term]:
    return vocabulary().of_kind(name) if name in SCHEMES else ()
