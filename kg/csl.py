"""Field names of bibliographic records in CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final

Item = dict[str, Any]

#: Our field -> the name of CSL-JSON, for those that are plain text in both.
FIELDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "title": "title",
        "container": "container-title",
        "volume": "volume",
        "issue": "issue",
        "pages": "page",
        "publisher": "publisher",
        "doi": "DOI",
        "url": "URL",
    }
)


def csl_fields(record: object) -> Item:
    """Return the text fields of a ``Reference`` or ``StudyRecord`` by their CSL-JSON names."""
    return {name: getattr(record, field) for field, name in FIELDS.items()}


def csl_names(authors: Iterable[tuple[str, str]]) -> list[Item]:
    """Return authors as CSL-JSON names from pairs of family and given names.

    >>> csl_names([("Liu", "Y."), ("Omega", "")])
    [{'family': 'Liu', 'given': 'Y.'}, {'family': 'Omega'}]
    """
    pairs = ({"family": family, "given": given} for family, given in authors)
    return [without_empty(pair) for pair in pairs]


def csl_date(year: int | None) -> Item | None:
    """Return a year as a CSL-JSON date.

    >>> csl_date(2011)
    {'date-parts': [[2011]]}
    """
    return {"date-parts": [[year]]} if year is not None else None


def without_empty(item: Item) -> Item:
    """Return an item without its empty fields."""
    return {name: value for name, value in item.items() if value}
