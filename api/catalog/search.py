"""Search: finds what contains all groups of words; exact names rank first, full text last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from api.catalog.asked import Group
from api.catalog.bitmap import among, by_count, members
from api.catalog.database import Database
from api.catalog.names import find_begun
from api.catalog.sets import Level, Sets

#: The most terms that a beginning may stand for.
_MAX_BEGUN = 20
_MIN_BEGUN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The numbers of the found studies or claims as a set, and the best ones in order.

    ``is_partial`` is true if nothing contains all the words and these contain some of them.
    """

    bits: int
    first: tuple[int, ...] = ()
    is_partial: bool = False

    @property
    def total(self) -> int:
        """The number of members."""
        return self.bits.bit_count()

    def numbers(self, *, limit: int, offset: int = 0, above: int | None = None) -> list[int]:
        """Return a page from an offset on; if nothing is ranked, from above a number on."""
        if above is not None and not self.first:
            return _taken(members(self.bits, above=above), limit)
        ranked = list(self.first[offset : offset + limit])
        if len(ranked) == limit or not self.bits:
            return ranked
        rest = self.bits & ~_bits(self.first) if self.first else self.bits
        skip = max(0, offset - len(self.first))
        return ranked + _taken(members(rest, skip=skip), limit - len(ranked))


def _taken(numbers: Iterator[int], limit: int) -> list[int]:
    return [number for number, _ in zip(numbers, range(limit), strict=False)]


def _bits(numbers: Iterable[int]) -> int:
    listed = list(numbers)
    data = bytearray(max(listed, default=0) // 8 + 1)
    for number in listed:
        data[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(data, "little")


class Searcher:
    """Answers searches from the sets of a catalog."""

    def __init__(self, database: Database, sets: Sets) -> None:
        self._database = database
        self._sets = sets

    def find(self, level: Level, groups: Sequence[Group], within: int) -> Result:
        """Return the members of a set with every group, or else with most groups; best first."""
        if not groups:
            return Result(bits=0)
        each = [self._holding(level, group) for group in groups]
        found = within & reduce(int.__and__, each)
        if not found and len(groups) > 1:
            return self._any(level, groups, each, within)
        return Result(bits=found, first=self._ordered(level, groups, found))

    def _holding(self, level: Level, group: Group) -> int:
        return self._sets.named(level, group) | self._sets.of_words(level, group.match)

    def _any(
        self, level: Level, groups: Sequence[Group], each: Sequence[int], within: int
    ) -> Result:
        most = next((tier for tier in by_count(within, each)[:-1] if tier), 0)
        return Result(bits=most, first=self._ordered(level, groups, most), is_partial=True)

    def _ordered(self, level: Level, groups: Sequence[Group], found: int) -> tuple[int, ...]:
        """Return the best numbers: exact names, then beginnings, each by full-text rank."""
        tiers = [tier for tier in by_count(found, self._reasons(level, groups)) if tier]
        best = self._sets.ranked(level, groups, found)
        if not best and len(tiers) < 2:
            return ()
        ordered: list[int] = []
        for tier in tiers:
            ranked = among(best, tier)
            ordered += ranked
            ordered += members(tier & ~_bits(ranked) if ranked else tier)
        return tuple(ordered)

    def _reasons(self, level: Level, groups: Sequence[Group]) -> Iterator[int]:
        """Yield the sets whose members rank higher; sets of exact names come twice."""
        for group in groups:
            named = self._sets.named(level, group)
            begun = self._begun(level, group) if not named else 0
            exact = self._sets.known(level, {*group.first, *group.labelled})
            yield from (bits for bits in (named, named, begun, exact, exact) if bits)

    def _begun(self, level: Level, group: Group) -> int:
        if len(group.text) < _MIN_BEGUN:
            return 0
        terms = find_begun(self._database, group.text, limit=_MAX_BEGUN)
        return reduce(int.__or__, (self._sets.of_term(level, term.number) for term in terms), 0)
