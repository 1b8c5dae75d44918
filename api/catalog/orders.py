"""Orders of lists other than the order of their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import islice

from api.catalog.bitmap import members
from api.catalog.database import Database
from api.catalog.sets import Level, Sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Tiers:
    """Sets of numbers one after another, each in the order of its numbers."""

    sets: tuple[int, ...]

    @property
    def total(self) -> int:
        """The count of numbers."""
        return sum(bits.bit_count() for bits in self.sets)

    def numbers(self, *, limit: int, offset: int = 0) -> list[int]:
        """Return a page from an offset on.

        >>> Tiers(sets=(0b1000, 0b0110)).numbers(limit=2, offset=1)
        [1, 2]
        """
        found: list[int] = []
        for bits in self.sets:
            count = bits.bit_count()
            if offset < count and len(found) < limit:
                found += islice(members(bits, skip=offset), limit - len(found))
            offset = max(0, offset - count)
        return found


def by_year(database: Database, sets: Sets, level: Level, within: int, *, latest: bool) -> Tiers:
    """Order a set by year; items without a year come last."""
    rows = database.rows("SELECT number, id FROM term WHERE field = 'year' ORDER BY id")
    terms: Sequence[int] = [number for number, _ in rows]
    tiers = [within & sets.of_term(level, number) for number in terms]
    without = within & ~reduce(int.__or__, tiers, 0)
    return Tiers(sets=(*(reversed(tiers) if latest else tiers), without))


def backwards(bits: int, *, limit: int, offset: int) -> list[int]:
    """Return a page of a set with the highest numbers first.

    >>> backwards(0b11110, limit=2, offset=1)
    [3, 2]
    """
    end = bits.bit_count() - offset
    start = max(0, end - limit)
    return list(islice(members(bits, skip=start), max(0, end - start)))[::-1]
