"""Sets of studies and of claims that filters, names and words select, cached within a limit."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import reduce
from typing import Final, Literal

from api.cache import ByteCache
from api.catalog.asked import Group
from api.catalog.bitmap import among, bitmap, span
from api.catalog.database import Database
from api.catalog.interval import Interval, read_confidences, read_intervals, read_years
from api.catalog.names import find_studies, find_terms

Level = Literal["study", "claim", "recipe", "observation"]

#: Bytes of sets that are cached.
_KEPT_BYTES: Final = 32_000_000
#: Above this number, texts stay in the order of the lists: such common words rank nothing.
_MAX_RANKED: Final = 5_000

#: Weights of the full-text columns: heading, record and body; statement and sentence.
_WEIGHTS: Final = {"study": "8, 4, 1", "claim": "3, 1"}

#: An interval with an open end contains everything on that side.
_MEASURED: Final = """
SELECT item FROM measure
WHERE level = ? AND name = ? AND base = ? AND low <= ? AND high >= ?
"""
_CLAIMS_OF_STUDY: Final = "SELECT first_claim, claims FROM study WHERE number = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """The number of studies and claims."""

    study: int
    claim: int


class Sets:
    """Selects studies or claims by their numbers."""

    def __init__(self, database: Database, size: Size) -> None:
        self._database = database
        self.size = size
        self._everything = {
            level: int.from_bytes(bits, "little")
            for level, bits in database.rows("SELECT level, bits FROM everything")
        }
        self._kept: ByteCache[int] = ByteCache(_KEPT_BYTES)

    def everything(self, level: Level) -> int:
        """Return the set of all studies or claims."""
        return self._everything[level]

    def _reach(self, level: Level) -> int:
        """Return the highest number of a level."""
        return self._everything[level].bit_length()

    def filtered(self, level: Level, filters: Mapping[str, str]) -> int:
        """Return the set of studies or claims that pass every filter."""
        found = self.everything(level)
        for name, value in filters.items():
            found &= self._passing(level, name, value)
        return found

    def _passing(self, level: Level, name: str, value: str) -> int:
        if name == "study":
            return self.known(level, find_studies(self._database, "study", value))
        if name == "quantity":
            return reduce(int.__and__, (self.measured(level, i) for i in read_intervals(value)))
        if name == "confidence":
            return self.measured(level, read_confidences(value))
        if name == "year" and ".." in value:
            return self._in_years(level, *read_years(value))
        found = 0
        for term in find_terms(self._database, value, (name,)):
            found |= self.of_term(level, term.number)
        return found

    def of_term(self, level: Level, term: int) -> int:
        """Return the set of studies or claims with a term."""
        query = f"SELECT item FROM {level}_term WHERE term = ?"  # noqa: S608
        return self._read((level, term), query, (term,), self._reach(level))

    def measured(self, level: Level, asked: Interval) -> int:
        """Return the set of studies or claims with a value that may lie in an interval."""
        values = (level, asked.name, asked.base, asked.high, asked.low)
        return self._read(values, _MEASURED, values, self._reach(level))

    def _in_years(self, level: Level, first: int, last: int) -> int:
        query = "SELECT number, id FROM term WHERE field = 'year'"
        terms = [
            number for number, year in self._database.rows(query) if first <= int(year) <= last
        ]
        return reduce(int.__or__, (self.of_term(level, number) for number in terms), 0)

    def known(self, level: Level, studies: Iterable[int]) -> int:
        """Return the set of these studies, or of their claims, recipes or observations."""
        if level == "study":
            return bitmap(studies, self._reach("study"))
        if level != "claim":
            query = f"SELECT number FROM {level} WHERE study = ?"  # noqa: S608
            items = (n for study in studies for n in self._database.numbers(query, (study,)))
            return bitmap(items, self._reach(level))
        found = 0
        for study in studies:
            row = self._database.row(_CLAIMS_OF_STUDY, (study,))
            found |= span(*row) if row else 0
        return found

    def of_words(self, level: Level, match: str) -> int:
        """Return the set of studies or claims whose text matches a full-text query."""
        if not match:
            return 0
        query = f"SELECT rowid FROM {level}_text WHERE {level}_text MATCH ?"  # noqa: S608
        return self._read((level, match), query, (match,), self._reach(level))

    def _read(self, key: Hashable, query: str, values: tuple[object, ...], size: int) -> int:
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        found = bitmap(self._database.numbers(query, values), size)
        return self._kept.put(key, found, found.bit_length() // 8 + 64)

    def named(self, level: Level, group: Group) -> int:
        """Return the set of studies or claims that a group names by term, author or label."""
        found = self.known(level, {*group.authored, *group.labelled})
        for term in group.terms:
            found |= self.of_term(level, term.number)
        return found

    def ranked(self, level: Level, groups: Iterable[Group], within: int) -> list[int]:
        """Return the members of a set that contain any of the words, best first.

        Nothing is ranked, and the list is empty, for sets of more than some thousands of members
        and for common words.
        """
        match = " OR ".join(f"({group.match})" for group in groups if group.match)
        if not match or within.bit_count() > _MAX_RANKED:
            return []
        texts = f"{level}_text"
        query = (
            f"SELECT rowid FROM {texts} WHERE {texts} MATCH ?"  # noqa: S608
            f" ORDER BY bm25({texts}, {_WEIGHTS[level]}), rowid"
        )
        if self.of_words(level, match).bit_count() > _MAX_RANKED:
            return []
        return among(self._database.numbers(query, (match,)), within)
