"""The rows of studies and their claims: read from the graph, added to tables, removed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kg.catalog.claims import Record, claim_record, place_in_list
from kg.catalog.composites import COMPOSITES, composites_of, terms_of
from kg.catalog.measures import Measure, measure_of
from kg.catalog.numbering import Place
from kg.catalog.source import Resource, Source
from kg.catalog.studies import known_names, study_record
from kg.catalog.studies import place_in_list as place_of_study
from kg.catalog.terms import Terms, roles_of
from kg.catalog.text import plain

_STUDY_TEXT: Final = ("head", "record", "body")
_CLAIM_TEXT: Final = ("statement", "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadStudy:
    """A study as read from the graph: its record, and the records of its claims in order.

    ``composites`` are its recipes and observations by kind.
    """

    resource: Resource
    study: Record
    claims: tuple[Record, ...]
    composites: Mapping[str, tuple[Record, ...]]

    @property
    def key(self) -> tuple[str, int, str, str]:
        """The sort key of studies."""
        return place_of_study(self.study)

    @property
    def size(self) -> int:
        """The number of ids that the study needs: the length of its longest list."""
        return max(len(self.claims), *map(len, self.composites.values()))


def read_study(source: Source, iri: str) -> ReadStudy:
    """Return a study with its claims."""
    resource = source.read(iri)
    found = (claim_record(source, claim) for claim in source.pointing("ald:aboutStudy", iri))
    claims = tuple(sorted((claim for claim in found if claim), key=place_in_list))
    study = study_record(resource)
    study["documents"] = sorted({claim["evidence"]["document"] for claim in claims})
    study["claim_count"] = len(claims)
    composites = composites_of(source, iri, claims)
    return ReadStudy(resource=resource, study=study, claims=claims, composites=composites)


class Rows:
    """Adds studies to the tables of a catalog and removes them.

    The terms of added studies are kept in the table ``waiting`` until all of them are known.
    """

    def __init__(self, database: sqlite3.Connection, source: Source, terms: Terms) -> None:
        self._database = database
        self._source = source
        self.terms = terms
        found = database.execute("SELECT id, number FROM document")
        self._documents: dict[str, int] = dict(found)
        self._last_document = max(self._documents.values(), default=0)

    def add(self, read: ReadStudy, place: Place) -> None:
        """Add a study and its claims."""
        run, study, number = self._database.execute, read.study, place.study
        for at, claim in enumerate(read.claims, start=place.first):
            self._add_claim(claim, at, number)
        self._add_composites(read, place)
        row = (number, study["id"], study["iri"], study["label"], place.first, len(read.claims))
        run("INSERT INTO study VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, to_json(study)))
        run("INSERT INTO place VALUES (?, ?, ?, ?, ?)", (*read.key, number))
        if year := study.get("year"):
            term = self.terms.add("year", str(year)).number
            run("INSERT INTO waiting VALUES (?, ?, NULL)", (term, number))
            claims = (
                (term, number, at) for at in range(place.first, place.first + len(read.claims))
            )
            self._database.executemany("INSERT INTO waiting VALUES (?, ?, ?)", claims)
        self._index("study_text", _STUDY_TEXT, number, _study_texts(study, read.claims))
        self._database.executemany(
            "INSERT OR IGNORE INTO known VALUES (?, ?, ?, ?)",
            (
                (field, key, number, shown)
                for field, key, shown in known_names(self._source, read.resource, study)
                if key
            ),
        )

    def _add_composites(self, read: ReadStudy, place: Place) -> None:
        """Add the recipes and observations of a study, and the measures of all its items."""
        numbers = {claim["id"]: at for at, claim in enumerate(read.claims, start=place.first)}
        measured = {claim["id"]: measure_of(claim) for claim in read.claims}
        items = [("claim", at, [key]) for key, at in numbers.items()]
        for name in COMPOSITES:
            for at, record in enumerate(read.composites[name], start=place.first):
                row = (at, record["id"], place.study, to_json(record))
                self._database.execute(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", row)  # noqa: S608
                parts = [key for key in record["claim_ids"] if key in numbers]
                items.append((name, at, parts))
                waiting = ((name, at, numbers[key]) for key in parts)
                self._database.executemany("INSERT INTO parts VALUES (?, ?, ?)", waiting)
                named = ((name, at, term) for term in terms_of(record, self.terms))
                self._database.executemany("INSERT INTO named VALUES (?, ?, ?)", named)
        items.append(("study", place.study, list(numbers)))
        sure = {claim["id"]: Measure.of_confidence(claim["confidence"]) for claim in read.claims}
        found = (
            (level, one.name, one.base, one.low, one.high, item)
            for level, item, parts in items
            for one in dict.fromkeys(each[key] for each in (measured, sure) for key in parts)
            if one is not None
        )
        self._database.executemany("INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?)", found)

    def _add_claim(self, claim: Record, number: int, study: int) -> None:
        run = self._database.execute
        document = self.document(claim["evidence"]["document"])
        row = (number, claim["id"], study, document, to_json(claim))
        run("INSERT INTO claim VALUES (?, ?, ?, ?, ?)", row)
        self._index("claim_text", _CLAIM_TEXT, number, _claim_texts(claim))
        self._database.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            ((term, study, number) for term in self.terms.of_claim(claim)),
        )

    def document(self, name: str) -> int:
        """Return the number of a document; a new document gets the next number."""
        found = self._documents.get(name)
        if found is None:
            self._last_document += 1
            found = self._documents[name] = self._last_document
        return found

    def drop(self, numbers: Iterable[int]) -> set[int]:
        """Remove studies with their claims; return the numbers of the terms that they had."""
        run = self._database.execute
        run("CREATE TEMP TABLE gone (claim INTEGER PRIMARY KEY)")
        run("CREATE TEMP TABLE gone_study (study INTEGER PRIMARY KEY)")
        for number in numbers:
            self._drop_texts(number)
            run("INSERT INTO gone_study VALUES (?)", (number,))
        for query in _DROP:
            run(query)
        for name in COMPOSITES:
            among = f"FROM {name} WHERE study IN gone_study"
            run(f"CREATE TEMP TABLE gone_{name} AS SELECT number {among}")
            run(f"DELETE {among}")
        terms = set()
        for level, gone in _GONE.items():
            run(f"DELETE FROM measure WHERE level = ? AND item IN {gone}", (level,))  # noqa: S608
            rows = run(f"DELETE FROM {level}_term WHERE item IN {gone} RETURNING term")  # noqa: S608
            terms |= {term for (term,) in rows.fetchall()}
            run(f"DROP TABLE {gone}")
        return terms

    def _drop_texts(self, number: int) -> None:
        run = self._database.execute
        body, first, count = run(
            "SELECT body, first_claim, claims FROM study WHERE number = ?", (number,)
        ).fetchone()
        span = "SELECT number, body FROM claim WHERE number BETWEEN ? AND ? ORDER BY number"
        claims = [(at, json.loads(said)) for at, said in run(span, (first, first + count - 1))]
        for at, claim in claims:
            self._index("claim_text", _CLAIM_TEXT, at, _claim_texts(claim), is_gone=True)
            run("INSERT INTO gone VALUES (?)", (at,))
            for key, role in roles_of(claim):
                self.terms.drop_role(key, role)
        texts = _study_texts(json.loads(body), [claim for _, claim in claims])
        self._index("study_text", _STUDY_TEXT, number, texts, is_gone=True)

    def _index(
        self,
        table: str,
        columns: tuple[str, ...],
        number: int,
        texts: tuple[str, ...],
        *,
        is_gone: bool = False,
    ) -> None:
        """Add texts to an index, or remove them, for which the same texts must be given again."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        if is_gone:
            query = f"INSERT INTO {table}({table}, rowid, {names}) VALUES ('delete', ?, {marks})"  # noqa: S608
        else:
            query = f"INSERT INTO {table}(rowid, {names}) VALUES (?, {marks})"  # noqa: S608
        self._database.execute(query, (number, *texts))


#: Level -> the table with the numbers to remove.
_GONE: Final = {
    "claim": "gone",
    "study": "gone_study",
    **{name: f"gone_{name}" for name in COMPOSITES},
}

_DROP: Final = (
    "DELETE FROM claim WHERE number IN gone",
    "DELETE FROM study WHERE number IN gone_study",
    "DELETE FROM place WHERE study IN gone_study",
    "DELETE FROM known WHERE study IN gone_study",
)


def _claim_texts(claim: Record) -> tuple[str, str]:
    return plain(claim["statement"]), plain(claim["evidence"].get("quote", ""))


def _study_texts(study: Record, claims: Iterable[Record]) -> tuple[str, str, str]:
    head = " ".join((study["label"], study.get("title", "")))
    record = " ".join(study.get(name, "") for name in ("authors", "container", "doi"))
    return plain(head), plain(record), plain(" ".join(_texts_of(list(claims))))


def _texts_of(claims: list[Record]) -> Iterator[str]:
    yield from dict.fromkeys(claim["statement"] for claim in claims)
    yield from dict.fromkeys(claim["evidence"].get("quote", "") for claim in claims)


def to_json(record: Any) -> str:
    """Return a record as compact JSON, as the tables store it."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
