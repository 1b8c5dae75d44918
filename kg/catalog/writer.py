"""Writes the catalog of a generation into one SQLite file, study by study."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from kg.catalog.claims import claim_record, place_in_list
from kg.catalog.source import Source
from kg.catalog.studies import known_names, study_record
from kg.catalog.studies import place_in_list as place_of_study
from kg.catalog.terms import FACETS, THINGS, Terms, class_names, name_rows
from kg.catalog.text import plain
from kg.statements.voices import Speaker

#: The file of the catalog in the directory of its generation.
CATALOG_FILE: Final = "catalog.sqlite"
#: Raised whenever the tables or what stands in them change; another version is made anew.
VERSION: Final = "1"

#: Memory that SQLite may use while it writes, in KiB.
_CACHE_KIB: Final = 32_000
#: A word must stand in so many studies to be offered as a correction of another.
_COMMON: Final = 2

_Record = dict[str, Any]


def write_catalog(source: Source, path: Path) -> None:
    """Write the catalog of a graph to a file that does not exist yet.

    The file appears when it is whole.

    Raises
    ------
    OSError
        If it cannot be written.
    """
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    fresh.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(fresh)) as database:
            _Writer(database, source).write()
        os.replace(fresh, path)
    except sqlite3.Error as error:
        fresh.unlink(missing_ok=True)
        raise OSError(f"the catalog cannot be written: {error}") from error


class _Writer:
    def __init__(self, database: sqlite3.Connection, source: Source) -> None:
        self._database = database
        self._source = source
        self._terms = Terms(source)
        self._documents: dict[str, int] = {}
        self._claims = 0

    def write(self) -> None:
        """Fill all tables."""
        database = self._database
        for pragma in ("journal_mode=OFF", "synchronous=OFF", f"cache_size=-{_CACHE_KIB}"):
            database.execute(f"PRAGMA {pragma}")
        database.executescript((files("kg.catalog") / "schema.sql").read_text(encoding="utf-8"))
        database.execute("CREATE TEMP TABLE waiting (term INTEGER, study INTEGER, claim INTEGER)")
        studies = 0
        for studies, iri in enumerate(self._studies_in_order(), start=1):
            self._add_study(studies, iri)
        self._add_voices()
        self._add_terms()
        self._add_facets(studies)
        self._add_spelling()
        facts = {"version": VERSION, "studies": studies, "claims": self._claims}
        database.executemany("INSERT INTO meta VALUES (?, ?)", facts.items())
        database.commit()
        database.execute("ANALYZE")
        database.commit()

    def _studies_in_order(self) -> Iterator[str]:
        self._database.execute(
            "CREATE TEMP TABLE listed (iri TEXT, label TEXT, year INTEGER, title TEXT, id TEXT)"
        )
        resources = map(self._source.read, self._source.of_class("ald:Study"))
        rows = ((one.iri, *place_of_study(study_record(one))) for one in resources)
        self._database.executemany("INSERT INTO listed VALUES (?, ?, ?, ?, ?)", rows)
        query = "SELECT iri FROM listed ORDER BY label, year, title, id"
        for (iri,) in self._database.execute(query):
            yield iri

    def _add_study(self, number: int, iri: str) -> None:
        resource = self._source.read(iri)
        study = study_record(resource)
        found = (
            claim_record(self._source, i) for i in self._source.pointing("ald:aboutStudy", iri)
        )
        claims = sorted((claim for claim in found if claim), key=place_in_list)
        first = self._claims + 1
        for claim in claims:
            self._add_claim(claim, number, iri)
        study["documents"] = sorted({claim["evidence"]["document"] for claim in claims})
        study["claim_count"] = len(claims)
        run = self._database.execute
        row = (number, study["id"], iri, study["label"], first, len(claims), _json(study))
        run("INSERT INTO study VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        if year := study.get("year"):
            term = self._terms.add("year", str(year)).number
            run("INSERT INTO waiting VALUES (?, ?, NULL)", (term, number))
        texts = _study_texts(study, claims)
        run(
            "INSERT INTO study_text(rowid, head, record, body) VALUES (?, ?, ?, ?)",
            (number, *texts),
        )
        self._database.executemany(
            "INSERT OR IGNORE INTO known VALUES (?, ?, ?, ?)",
            (
                (field, key, number, shown)
                for field, key, shown in known_names(self._source, resource, study)
                if key
            ),
        )

    def _add_claim(self, claim: _Record, study: int, study_iri: str) -> None:
        self._claims += 1
        number, run = self._claims, self._database.execute
        document = self._document(claim["evidence"]["document"])
        row = (number, claim["id"], study, document, _json(claim))
        run("INSERT INTO claim VALUES (?, ?, ?, ?, ?)", row)
        texts = (plain(claim["statement"]), plain(claim["evidence"].get("quote", "")))
        run("INSERT INTO claim_text(rowid, statement, quote) VALUES (?, ?, ?)", (number, *texts))
        self._database.executemany(
            "INSERT INTO waiting VALUES (?, ?, ?)",
            ((term, study, number) for term in self._terms.of_claim(claim)),
        )

    def _document(self, name: str) -> int:
        return self._documents.setdefault(name, len(self._documents) + 1)

    def _add_voices(self) -> None:
        """Say of each claim in whose voice it speaks, once all claims of a document are known."""
        run = self._database.execute
        for iri in self._source.of_class("ald:Document"):
            one = self._source.read(iri)
            texts = [one.text(f"ald:{name}") for name in ("genre", "describes", "writtenFrom")]
            name = one.text("dcterms:identifier")
            row = (self._document(name), name, *texts)
            run("INSERT INTO document VALUES (?, ?, ?, ?, ?, 0)", row)
        run(_FIND_SURVEYS)
        speakers = {number: _speaker(row) for number, *row in run("SELECT * FROM document")}
        rows = run(_CLAIMS_WITH_STUDIES)
        voices = (
            (self._terms.add("voice", speakers[document].voice(iri)).number, study, claim)
            for claim, study, iri, document in rows
            if document in speakers
        )
        self._database.executemany("INSERT INTO waiting VALUES (?, ?, ?)", voices)

    def _add_terms(self) -> None:
        run = self._database.execute
        run(_ADD_TERMS_OF_CLAIMS)
        run("INSERT INTO study_term SELECT DISTINCT term, study FROM waiting ORDER BY term, study")
        for entry in self._terms:
            body = self._terms.body(entry) if entry.field in THINGS else {}
            row = (entry.number, entry.field, entry.id, entry.label, entry.iri, _json(body))
            run(_ADD_TERM, row)
            names = self._terms.names(entry)
            named = class_names(names) if entry.field == "class" else names
            self._database.executemany(
                "INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", name_rows(named, entry.number)
            )
        run(_COUNT_TERMS)
        run("CREATE INDEX name_by_term ON name (term)")
        run("CREATE INDEX term_by_field ON term (field, studies DESC, label, iri)")
        run("CREATE INDEX study_by_claims ON study (claims DESC, number)")

    def _add_facets(self, studies: int) -> None:
        run = self._database.execute
        for entry in self._terms:
            if entry.field in FACETS:
                bits = bytearray(studies // 8 + 1)
                query = "SELECT item FROM study_term WHERE term = ?"
                for (study,) in run(query, (entry.number,)):
                    bits[study >> 3] |= 1 << (study & 7)
                run("INSERT INTO facet VALUES (?, ?, ?)", (entry.number, entry.field, bytes(bits)))

    def _add_spelling(self) -> None:
        run = self._database.execute
        run("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, study_text, row)")
        run(_SPELLING, (_COMMON,))


def _study_texts(study: _Record, claims: list[_Record]) -> tuple[str, str, str]:
    head = " ".join((study["label"], study.get("title", "")))
    record = " ".join(study.get(name, "") for name in ("authors", "container", "doi"))
    said = dict.fromkeys(claim["statement"] for claim in claims)
    quotes = dict.fromkeys(claim["evidence"].get("quote", "") for claim in claims)
    return plain(head), plain(record), plain(" ".join((*said, *quotes)))


def _speaker(row: list[Any]) -> Speaker:
    name, genre, own, written_from, is_survey = row
    return Speaker(
        id=name,
        genre=genre or "article",
        own=own,
        written_from=written_from,
        is_survey=bool(is_survey),
    )


def _json(record: _Record) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


#: A survey has more to say of other studies than of its own, as in :mod:`kg.statements.voices`.
_FIND_SURVEYS: Final = """
UPDATE document SET is_survey = 1 WHERE number IN (
  SELECT document.number
  FROM claim JOIN document ON document.number = claim.document
             JOIN study ON study.number = claim.study
  GROUP BY document.number
  HAVING SUM(CASE WHEN study.iri = document.own THEN 1 ELSE -1 END) < 0)
"""

_CLAIMS_WITH_STUDIES: Final = """
SELECT claim.number, claim.study, study.iri, claim.document
FROM claim JOIN study ON study.number = claim.study ORDER BY claim.number
"""

_ADD_TERM: Final = """
INSERT INTO term(number, field, id, label, iri, body) VALUES (?, ?, ?, ?, ?, ?)
"""

_ADD_TERMS_OF_CLAIMS: Final = """
INSERT INTO claim_term
SELECT term, claim FROM waiting WHERE claim IS NOT NULL ORDER BY term, claim
"""

_COUNT_TERMS: Final = """
UPDATE term SET
  claims = (SELECT COUNT(*) FROM claim_term WHERE term = term.number),
  studies = (SELECT COUNT(*) FROM study_term WHERE term = term.number)
"""

_SPELLING: Final = """
INSERT INTO spelling
SELECT DISTINCT shown FROM name WHERE start = 0 AND shown NOT LIKE 'http%'
UNION SELECT DISTINCT shown FROM known WHERE field = 'author'
UNION SELECT term FROM temp.words WHERE doc >= ? AND length(term) >= 4
"""
