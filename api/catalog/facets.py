"""Facets: how many of the found studies have each kind of claim, class, process, ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from api.cache import ByteCache
from api.catalog.database import Database
from api.schemas import FacetShape, FacetValue
from kg.catalog import FACETS

#: The most values of a facet that are listed.
_SHOWN: Final = 60
_KEPT_BYTES: Final = 16_000_000
#: Field -> the name of its filter, where the two differ.
FILTER_OF: Final = {"class": "material_class"}

_TERMS: Final = """
SELECT term.number, term.field, term.id, term.label, facet.bits
FROM facet JOIN term ON term.number = facet.term WHERE facet.field = ?
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Value:
    id: str
    label: str
    bits: int


class Facets:
    """Counts the terms of facets within a set of studies."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept: ByteCache[tuple[_Value, ...]] = ByteCache(_KEPT_BYTES)

    def count(self, studies: int) -> tuple[FacetShape, ...]:
        """Return the values of each facet with their counts, the most frequent first."""
        return tuple(self._counted(studies))

    def _counted(self, studies: int) -> Iterator[FacetShape]:
        for field in FACETS:
            counts = [((v.bits & studies).bit_count(), v) for v in self._values(field)]
            found = [(count, value) for count, value in counts if count]
            if field == "year":
                found.sort(key=lambda pair: pair[1].id, reverse=True)
            else:
                found.sort(key=lambda pair: (-pair[0], pair[1].label))
            if found:
                yield FacetShape(
                    name=FILTER_OF.get(field, field),
                    values=tuple(
                        FacetValue(id=value.id, label=value.label, count=count)
                        for count, value in found[:_SHOWN]
                    ),
                    more=max(0, len(found) - _SHOWN),
                )

    def _values(self, field: str) -> tuple[_Value, ...]:
        kept = self._kept.get(field)
        if kept is not None:
            return kept
        rows = self._database.rows(_TERMS, (field,))
        size = sum(len(row[-1]) + 200 for row in rows)
        values = tuple(
            _Value(id=key, label=label, bits=int.from_bytes(bits, "little"))
            for _, _, key, label, bits in rows
        )
        return self._kept.put(field, values, size)
