"""Bibliographic records as CSL-JSON items, which can be read back without loss.

The names are those of CSL-JSON; ``part`` (the letter of one of several works under a number) and
``span`` (the place of the entry in the text) are additions. Empty fields are left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, get_args

from corpus.model import Author, Reference, Span, WorkType
from kg.csl import FIELDS, csl_date, csl_fields, csl_names, without_empty
from kg.errors import ExtractionError
from kg.records.values import Record, is_span, optional_text, quoted

#: Field of a record -> key of an item, for plain texts.
_TEXTS: Final = {"number": "citation-number", "part": "part", "key": "citation-key", **FIELDS}
#: Every key that an item may have.
BIBLIOGRAPHY_KEYS: Final = frozenset({*_TEXTS.values(), "type", "author", "issued", "span"})
#: Valid years of publication; any other number is an error.
_YEARS: Final = range(1000, 10_000)


def to_csl(record: Reference) -> Record:
    """Return a record as a CSL-JSON item, without empty fields.

    >>> to_csl(Reference(number="7", authors=(Author(family="Liu", given="Y."),), year=2011))
    {'citation-number': '7', 'type': 'document', 'author': [{'family': 'Liu', 'given': 'Y.'}], \
'issued': {'date-parts': [[2011]]}}
    """
    item = {
        **{"citation-number": record.number, "part": record.part, "citation-key": record.key},
        **csl_fields(record),
        "type": record.type,
        "author": csl_names((author.family, author.given) for author in record.authors),
        "issued": csl_date(record.year),
        "span": list(record.span) if record.span else None,
    }
    return without_empty(item)


def from_csl(item: object) -> Reference:
    """Return the record in a CSL-JSON item.

    Raises
    ------
    ExtractionError
        If it is not such an item; the message names the key that is unknown or has a wrong type.
    """
    if not isinstance(item, dict):
        raise ExtractionError(f"not a bibliographic record: {quoted(item)}")
    unknown = sorted(map(str, item.keys() - BIBLIOGRAPHY_KEYS))
    if unknown:
        raise ExtractionError(f"a bibliographic record has an unknown key {unknown[0]!r}")
    texts = {field: optional_text(item, key) or "" for field, key in _TEXTS.items()}
    return Reference(
        **texts,
        authors=_authors(item.get("author", [])),
        year=_year(item.get("issued")),
        type=_type(item),
        span=_span(item.get("span")),
    )


def _type(item: Mapping[str, Any]) -> WorkType:
    value = optional_text(item, "type") or "document"
    if value not in get_args(WorkType):
        known = ", ".join(get_args(WorkType))
        raise ExtractionError(f"type is {quoted(value)}, not one of {known}")
    return value  # type: ignore[return-value]


def _authors(value: object) -> tuple[Author, ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise ExtractionError(f"author is not a list of names: {quoted(value)}")
    return tuple(
        Author(
            family=optional_text(one, "family") or "",
            given=optional_text(one, "given") or "",
        )
        for one in value
    )


def _year(value: object) -> int | None:
    if value is None:
        return None
    try:
        ((year,),) = value["date-parts"]  # type: ignore[index]
    except (KeyError, TypeError, ValueError):
        year = None
    if type(year) is not int or year not in _YEARS:
        raise ExtractionError(f"issued is not a year: {quoted(value)}")
    return year


def _span(value: object) -> Span | None:
    if value is None:
        return None
    if not isinstance(value, list) or not is_span(value):
        raise ExtractionError(f"span is not a pair [start, end]: {quoted(value)}")
    return value[0], value[1]
