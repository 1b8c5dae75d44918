"""The catalog of a generation: finds its studies and claims by filter or by text."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from api.catalog import reading
from api.catalog.asked import Group, read_groups
from api.catalog.database import Database
from api.catalog.facets import FILTER_OF, Facets
from api.catalog.known import is_known
from api.catalog.names import Term, find_begun, find_terms
from api.catalog.orders import backwards, by_year
from api.catalog.reading import Composite, Record, TermQuery
from api.catalog.search import Result, Searcher
from api.catalog.sentences import find_sentences
from api.catalog.sets import Level, Sets, Size
from api.catalog.spelling import correct
from api.paging import Window
from api.schemas import ClaimShape, FacetShape, FoundSentence, StudyDetail, StudyShape, ThingShape
from corpus.legible import legible
from kg.catalog import VERSION

#: Filters of claims and studies; a value is an id, label, synonym, formula or IRI.
FILTERS: Final = (
    "study",
    "kind",
    "material",
    "material_class",
    "process",
    "chemical",
    "property",
    "direction",
    "technique",
    "application",
    "role",
    "parameter",
    "document",
    "year",
    "voice",
    "layer",
    "system",
    "quantity",
    "confidence",
)
#: Filter -> the field of the catalog, where the two differ.
_FIELDS: Final = {name: field for field, name in FILTER_OF.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """A search as it was understood, with its results.

    ``corrected`` is the text that was searched instead of the typed one, or ``""``.
    """

    groups: tuple[Group, ...]
    result: Result
    corrected: str = ""

    @property
    def terms(self) -> tuple[tuple[str, Term], ...]:
        """The names in the search, each with a term that it stands for."""
        return tuple((group.text, term) for group in self.groups for term in group.terms)


class Catalog:
    """Studies and claims of one generation. Lists have a fixed order; searches are ranked.

    Raises
    ------
    OSError
        If the file is missing, is not a catalog, or is a catalog of another version.
    """

    def __init__(self, path: Path) -> None:
        self._database = Database(path)
        facts: dict[str, str] = dict(self._database.rows("SELECT name, value FROM meta"))
        if facts.get("version") != VERSION:
            raise OSError(f"{path}: a catalog of another version")
        #: The number of studies and claims.
        self.size = Size(study=int(facts["studies"]), claim=int(facts["claims"]))
        #: Marks the cursors that are valid in this generation.
        self.mark = f"{zlib.crc32(f'{path} {path.stat().st_mtime_ns}'.encode()):08x}"
        self._sets = Sets(self._database, self.size)
        self._searcher = Searcher(self._database, self._sets)
        self._facets = Facets(self._database)

    def study(self, study_id: str) -> StudyDetail | None:
        """Return the study with this id and its claims by kind; ``None`` if there is none."""
        row = self._database.row(
            "SELECT number, first_claim, claims FROM study WHERE id = ?", (_encodable(study_id),)
        )
        if row is None:
            return None
        number, first, count = row
        (study,) = self.studies([number])
        by_kind: dict[str, tuple[ClaimShape, ...]] = {}
        for claim in reading.claim_range(self._database, first, count):
            by_kind[claim.kind] = (*by_kind.get(claim.kind, ()), claim)
        return StudyDetail(**study.model_dump(), claims=by_kind)

    def claim(self, claim_id: str) -> ClaimShape | None:
        """Return the claim with this id; ``None`` if there is none."""
        numbers = self._database.numbers(
            "SELECT number FROM claim WHERE id = ?", (_encodable(claim_id),)
        )
        return next(iter(self.claims(numbers)), None)

    def studies(self, numbers: Sequence[int]) -> tuple[StudyShape, ...]:
        """Return the studies with these numbers, in this order."""
        return reading.studies(self._database, numbers)

    def claims(self, numbers: Sequence[int]) -> tuple[ClaimShape, ...]:
        """Return the claims with these numbers, in this order."""
        return reading.claims(self._database, numbers)

    def find(self, level: Level, filters: Mapping[str, str], text: str = "") -> Search:
        """Return the studies or claims that pass every filter and contain every word of a text.

        A study passes a filter if one of its claims does. If nothing contains all words, the items
        with most of them are returned, or those that match a corrected spelling of the text.

        Raises
        ------
        KeyError
            If there is no such filter.
        """
        given = {self._field(name): legible(value) for name, value in filters.items()}
        within, text = self._sets.filtered(level, given), legible(text)
        if not text.strip():
            return Search(groups=(), result=Result(bits=within))
        groups = read_groups(self._database, text)
        found = self._searcher.find(level, groups, within)
        if (found.bits and not found.is_partial) or not groups:
            return Search(groups=groups, result=found)
        corrected = correct(self._database, groups, [g for g in groups if self._is_new(level, g)])
        if corrected:
            again = read_groups(self._database, corrected)
            better = self._searcher.find(level, again, within)
            if better.bits:
                return Search(groups=again, result=better, corrected=corrected)
        return Search(groups=groups, result=found)

    def _is_new(self, level: Level, group: Group) -> bool:
        """Return whether the words of a group occur in no name and in no text."""
        return not group.is_known and not self._sets.of_words(level, group.match)

    @staticmethod
    def _field(name: str) -> str:
        if name not in FILTERS:
            raise KeyError(f"no filter {name!r}")
        return _FIELDS.get(name, name)

    def knows(self, name: str, value: str) -> bool:
        """Return whether the value of a filter names anything in the catalog or the vocabulary.

        Raises
        ------
        KeyError
            If there is no such filter.
        """
        field = self._field(name)
        return field == "kind" or is_known(self._database, field, legible(value))

    def page(self, level: Level, result: Result, sort: str, window: Window) -> list[int]:
        """Return the numbers of the items on one page of a result.

        Parameters
        ----------
        level, result
            The kind of the items, and the result of the search.
        sort
            ``"year"``; ``"-year"`` for the latest first; any other text with a leading minus for
            the usual order reversed; otherwise the usual order.
        window
            The part of the result that the page shows.
        """
        limit, offset = window.limit, window.offset
        if sort.endswith("year"):
            latest = sort.startswith("-")
            tiers = by_year(self._database, self._sets, level, result.bits, latest=latest)
            return tiers.numbers(limit=limit, offset=offset)
        if sort.startswith("-"):
            return backwards(result.bits, limit=limit, offset=offset)
        return result.numbers(limit=limit, offset=offset, above=window.above)

    def number(self, level: Level, key: str) -> int | None:
        """Return the number of the study, claim, recipe or observation with this id, if any."""
        query = f"SELECT number FROM {level} WHERE id = ?"  # noqa: S608
        row = self._database.row(query, (_encodable(key),))
        return row[0] if row else None

    def composites(self, level: Level, numbers: Sequence[int]) -> tuple[Composite, ...]:
        """Return the recipes or observations with these numbers, in this order."""
        return reading.composites(self._database, level, numbers)

    def terms(self, query: TermQuery, *, limit: int, offset: int) -> tuple[list[Record], int]:
        """Return one page of the terms that match a query as records, and the total number."""
        return reading.terms(self._database, query, limit=limit, offset=offset)

    def called(self, name: str, value: str) -> tuple[str, ...]:
        """Return the ids and labels of the terms that a filter value names; else the value."""
        found = find_terms(self._database, legible(value), (self._field(name),))
        return tuple(text for term in found for text in (term.id, term.label)) or (value,)

    def term(self, field: str, key: str) -> Record | None:
        """Return the term of a field with this id as a record; ``None`` if there is none."""
        return reading.term(self._database, field, _encodable(key))

    def first_id(self, level: Level | Literal["term"], field: str = "") -> str | None:
        """Return the id of the first item of a list; ``None`` if the list is empty."""
        return reading.first_id(self._database, level, field)

    def most_claimed(self, *, limit: int, offset: int = 0) -> tuple[StudyShape, ...]:
        """Return the studies with the most claims."""
        query = "SELECT number FROM study ORDER BY claims DESC, number LIMIT ? OFFSET ?"
        return self.studies(self._database.numbers(query, (limit, offset)))

    def facets(self, result: Result) -> tuple[FacetShape, ...]:
        """Return the facets of a result: each value with the number of studies that have it."""
        return self._facets.count(result.bits)

    def sentences(
        self, numbers: Sequence[int], search: Search, filters: Mapping[str, str]
    ) -> Mapping[int, tuple[FoundSentence, ...]]:
        """Return for each study the sentences of the claims that match the search, best first."""
        given = [
            term
            for name, value in filters.items()
            for term in find_terms(self._database, legible(value), (self._field(name),))
        ]
        return find_sentences(self._database, self._sets, numbers, search.groups, given)

    def things(
        self, name: str, begun: str = "", *, limit: int, offset: int = 0
    ) -> tuple[tuple[ThingShape, ...], int]:
        """Return the materials, processes or chemicals that occur in claims.

        Parameters
        ----------
        name
            ``"material"``, ``"process"`` or ``"chemical"``.
        begun
            The beginning of a name, or of a word in a name.
        limit, offset
            The page.

        Returns
        -------
        The things, those with the most studies first, and the total number.
        """
        return reading.things(self._database, name, legible(begun), limit=limit, offset=offset)

    def completions(self, begun: str, *, limit: int) -> tuple[Term, ...]:
        """Return terms with a name, or a word in it, that begins so; most studies first."""
        found = find_begun(self._database, legible(begun), limit=4 * limit)
        return tuple(term for term in found if term.studies)[:limit]


def _encodable(text: str) -> str:
    """Return the text with lone surrogates replaced; no id contains them."""
    return text.encode("utf-8", "replace").decode()
