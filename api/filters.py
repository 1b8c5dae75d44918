"""The filters of studies, claims and terms, each described once for API, search and help."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, get_args

from api.catalog import Catalog
from api.catalog.interval import CONFIDENCES, QUANTITIES, YEARS, read_intervals
from api.errors import HttpError
from api.schemas import Kind
from kg.grounding import names_of
from kg.statements.voices import ORDER as VOICES
from ontology.iri import SCHEMES
from ontology.terms import Term, vocabulary

#: The most characters of a value that are compared with names, and the most names suggested.
_MOST_COMPARED: Final = 60
_NEAREST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """A filter: its description and values; ``choices`` has all values if they can be listed."""

    description: str
    example: str
    pattern: str | None = None
    choices: tuple[str, ...] = ()


#: Filters whose values are numbers, not names.
_NAMELESS: Final = frozenset({"year", "confidence"})

FILTERS: Final[Mapping[str, Filter]] = MappingProxyType(
    {
        "study": Filter(description="id, label or DOI of the study", example="Liu 2011"),
        "kind": Filter(
            description="kind of claim",
            example="chemical",
            pattern=f"^({'|'.join(get_args(Kind))})$",
            choices=get_args(Kind),
        ),
        "material": Filter(
            description="formula, name or class of a solid or layer", example="PbSe"
        ),
        "material_class": Filter(description="class of a solid", example="Oxide"),
        "layer": Filter(description="solid that is a layer of a system", example="CdS"),
        "system": Filter(description="layered system, by its id or its layers", example="CdSe/CdS"),
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
                "parameter or property with an interval and a unit (UCUM or as printed) in one"
                " claim; several separated by semicolons"
            ),
            example="temperature:..100 Cel",
            pattern=QUANTITIES,
        ),
        "document": Filter(description="document that makes the claim", example="review"),
        "voice": Filter(
            description="source of the statement", example="a review about it", choices=VOICES
        ),
        "confidence": Filter(
            description="confidence of the claim, from..to, 0 to 1",
            example="0.7..",
            pattern=CONFIDENCES,
        ),
        "year": Filter(
            description="year of publication, or from..to",
            example="2010..2015",
            pattern=YEARS,
        ),
        "q": Filter(
            description="words that must occur; for terms, the beginning of a name", example="Al"
        ),
    }
)


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
