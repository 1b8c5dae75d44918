"""The rows of studies and their claims: read from the graph, put into tables, taken out again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from kg.catalog.claims import Record, claim_record, place_in_list
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
    """A study as the graph has it: its record, and those of its claims in their order."""

    resource: Resource
    study: Record
    claims: tuple[Record, ...]

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What studies are sorted by."""
        return place_of_study(self.study)


def read_study(source: Source, iri: str) -> ReadStudy:
    """A study with its claims."""
    resource = source.read(iri)
    found = (claim_record(source, claim) for claim in source.pointing("ald:aboutStudy", iri))
    claims = tuple(sorted((claim for claim in found if claim), key=place_in_list))
    study = study_record(resource)
    study["documents"] = sorted({claim["evidence"]["document"] for claim in claims})
    study["claim_count"] = len(claims)
    return ReadStudy(resource=resource, study=study, claims=claims)


class Rows:
    """Puts studies into the tables of a catalog, and takes them out.

    The terms of what is put in wait in the table ``waiting`` until all of them are known.
    """

    def __init__(self, database: sqlite3.Connection, source: Source, terms: Terms) -> None:
        self._database = database
        self._source = source
        self.terms = terms
        found = database.execute("SELECT id, number FROM document")
        self._documents: dict[str, int] = dict(found)
        self._last_document = max(self._documents.values(), default=0)

    def add(self, read: ReadStudy, place: Place) -> None:
        """Put a study and its claims in."""
        run, study, number = self._database.execute, read.study, place.study
        for at, claim in enumerate(read.claims, start=place.first):
            self._add_claim(claim, at, number)
        row = (number, study["id"], study["iri"], study["label"], place.first, place.claims)
        run("INSERT INTO study VALUES (?, ?, ?, ?, ?, ?, ?)", (*row, to_json(study)))
        run("INSERT INTO place VALUES (?, ?, ?, ?, ?)", (*read.key, number))
        if year := study.get("year"):
            term = self.terms.add("year", str(year)).number
            run("INSERT INTO waiting VALUES (?, ?, NULL)", (term, number))
        self._index("study_text", _STUDY_TEXT, number, _study_texts(study, read.claims))
        self._database.executemany(
            "INSERT OR IGNORE INTO known VALUES (?, ?, ?, ?)",
            (
                (field, key, number, shown)
                for field, key, shown in known_names(self._source, read.resource, study)
                if key
            ),
        )

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
        """The number of a document."""
        found = self._documents.get(name)
        if found is None:
            self._last_document += 1
            found = self._documents[name] = self._last_document
        return found

    def drop(self, numbers: Iterable[int]) -> set[int]:
        """Take studies with their claims out; return the numbers of the terms that they had."""
        run = self._database.execute
        run("CREATE TEMP TABLE gone (claim INTEGER PRIMARY KEY)")
        run("CREATE TEMP TABLE gone_study (study INTEGER PRIMARY KEY)")
        for number in numbers:
            self._drop_texts(number)
            run("INSERT INTO gone_study VALUES (?)", (number,))
        for query in _DROP:
            run(query)
        terms = {
            term
            for level, gone in (("claim", "gone"), ("study", "gone_study"))
            for (term,) in run(
                f"DELETE FROM {level}_term WHERE item IN {gone} RETURNING term"  # noqa: S608
            ).fetchall()
        }
        run("DROP TABLE gone")
        run("DROP TABLE gone_study")
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
        """Add texts to an index, or take them out, which needs the very same texts again."""
        names, marks = ", ".join(columns), ", ".join("?" * len(columns))
        if is_gone:
            query = f"INSERT INTO {table}({table}, rowid, {names}) VALUES ('delete', ?, {marks})"  # noqa: S608
        else:
            query = f"INSERT INTO {table}(rowid, {names}) VALUES (?, {marks})"  # noqa: S608
        self._database.execute(query, (number, *texts))


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
    return plain(head), plain(record), plain(" ".join(_said(list(claims))))


def _said(claims: list[Record]) -> Iterator[str]:
    yield from dict.fromkeys(claim["statement"] for claim in claims)
    yield from dict.fromkeys(claim["evidence"].get("quote", "") for claim in claims)


def to_json(record: Any) -> str:
    """A record as the tables hold it."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
