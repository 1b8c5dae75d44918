"""Update a catalog: rewrite some studies in a copy of the previous generation's catalog."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby
from typing import Final

from kg.catalog.claims import make_ref
from kg.catalog.numbering import START, Place, behind, between
from kg.catalog.rows import ReadStudy, Rows, read_study
from kg.catalog.source import Source
from kg.catalog.tables import Tables
from kg.catalog.terms import Descriptions, Entry, Terms, classes_of
from ontology.curie import from_curie

#: Number of studies on either side that are moved too if there is no room; doubled each time.
_NEIGHBOURS: Final = 4

_STUDY: Final = from_curie("ald:Study")

_Key = tuple[str, int, str, str]
_Gap = tuple[Place, Place | None]

_PLACES: Final = """
SELECT place.label, place.year, place.title, place.id,
       study.iri, study.number, study.first_claim, study.claims
FROM place JOIN study ON study.number = place.study
ORDER BY place.label, place.year, place.title, place.id
"""


class CatalogUpdater:
    """Updates a copy of a catalog to a changed graph."""

    def __init__(self, database: sqlite3.Connection, source: Source) -> None:
        self._database = database
        self._source = source
        self._terms = Terms(source, _known_terms(database))
        self._rows = Rows(database, source, self._terms)

    def keep(self, touched: Collection[str]) -> None:
        """Rewrite these studies and everything that depends on them.

        Parameters
        ----------
        touched
            The IRIs of studies that were added, removed or changed, or that have a changed claim.
        """
        tables = Tables(self._database, self._source, self._terms)
        studies = {*touched, *self._with_changed_terms()}
        placed = self._placed(studies)
        changed = self._rows.drop(self._numbers(studies))
        for read, place in placed:
            self._rows.add(read, place)
        describe = Descriptions(self._source).describe
        tables.finish(self._rows, lambda entries: map(describe, entries), changed)

    def _with_changed_terms(self) -> Iterator[str]:
        """Yield the studies with a term whose label or classes have changed."""
        query = """SELECT study.iri FROM study_term JOIN study ON study.number = study_term.item
                   WHERE study_term.term = ?"""
        for number, field, iri, label, body in self._database.execute(
            "SELECT number, field, iri, label, body FROM term WHERE iri <> ''"
        ).fetchall():
            is_same = make_ref(self._source, iri)["label"] == label
            if is_same and field == "material":
                is_same = list(classes_of(self._source, iri)) == json.loads(body)["classes"]
            if not is_same:
                yield from (study for (study,) in self._database.execute(query, (number,)))

    def _numbers(self, studies: Collection[str]) -> list[int]:
        found = self._database.execute("SELECT number, iri FROM study")
        return [number for number, iri in found if iri in studies]

    def _placed(self, studies: set[str]) -> list[tuple[ReadStudy, Place]]:
        """Return the studies as they are now, with their places, and those that had to move."""
        moved = _NEIGHBOURS
        while True:
            found = (read_study(self._source, iri) for iri in sorted(studies))
            reads = sorted(
                (r for r in found if _STUDY in r.resource.all("rdf:type")),
                key=lambda read: read.key,
            )
            kept = self._kept(studies)
            placed: list[tuple[ReadStudy, Place]] = []
            crowded: list[_Gap] = []
            for gap, group in groupby(reads, key=lambda read: _gap(kept, read)):
                listed = list(group)
                try:
                    placed += zip(listed, _places(gap, listed), strict=True)
                except ValueError:
                    crowded.append(gap)
            if not crowded:
                return placed
            for gap in crowded:
                studies |= {*self._around(gap, moved)}
            moved *= 2

    def _kept(self, studies: Collection[str]) -> list[tuple[_Key, Place]]:
        """Return the sort keys and places of all other studies, in order."""
        found = self._database.execute(_PLACES)
        return [
            ((label, year, title, key), Place(study=number, first=first, claims=claims))
            for label, year, title, key, iri, number, first, claims in found
            if iri not in studies
        ]

    def _around(self, gap: _Gap, count: int) -> Iterator[str]:
        before, after = gap
        queries = ["SELECT iri FROM study WHERE number <= ? ORDER BY number DESC LIMIT ?"]
        values = [before.study]
        if after is not None:
            queries.append("SELECT iri FROM study WHERE number >= ? ORDER BY number LIMIT ?")
            values.append(after.study)
        for query, number in zip(queries, values, strict=True):
            yield from (iri for (iri,) in self._database.execute(query, (number, count)))


def _gap(kept: Sequence[tuple[_Key, Place]], read: ReadStudy) -> _Gap:
    """Return the two places of kept studies between which a study belongs."""
    at = bisect(kept, read.key, key=lambda pair: pair[0])
    before = kept[at - 1][1] if at else START
    return before, kept[at][1] if at < len(kept) else None


def _places(gap: _Gap, reads: Sequence[ReadStudy]) -> Iterator[Place]:
    before, after = gap
    counts = [read.size for read in reads]
    return behind(before, counts) if after is None else between(before, after, counts)


def _known_terms(database: sqlite3.Connection) -> Iterator[Entry]:
    query = "SELECT number, field, id, label, iri FROM term"
    for number, field, key, label, iri in database.execute(query):
        entry = Entry(number=number, field=field, id=key, label=label, iri=iri)
        roles = "SELECT role, claims FROM term_role WHERE term = ?"
        entry.roles.update(dict(database.execute(roles, (number,))))
        yield entry
