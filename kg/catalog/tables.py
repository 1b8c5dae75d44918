"""The tables of a catalog that depend on all its studies and claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final

from kg.catalog.composites import COMPOSITES
from kg.catalog.rows import Rows, to_json
from kg.catalog.source import Source
from kg.catalog.terms import FACETS, Described, Entry, Terms, tags_of
from kg.statements.voices import SourceDocument

#: A function from terms to their descriptions, in order.
Describe = Callable[[Iterable[Entry]], Iterator[Described]]
#: Least number of studies with a word that is offered as a correction of another.
_COMMON: Final = 2


class Tables:
    """Fills the tables that follow from the rows of studies: voices, terms, facets, words."""

    def __init__(self, database: sqlite3.Connection, source: Source, terms: Terms) -> None:
        self._database = database
        self._source = source
        self._terms = terms
        self._documents: set[int] = set()
        database.execute("CREATE TEMP TABLE waiting (term INTEGER, study INTEGER, claim INTEGER)")
        database.execute("CREATE TEMP TABLE parts (level TEXT, item INTEGER, claim INTEGER)")
        database.execute("CREATE TEMP TABLE named (level TEXT, item INTEGER, term INTEGER)")

    def finish(self, rows: Rows, describe: Describe, changed: Collection[int] = ()) -> None:
        """Update all tables to the rows, after the terms of new rows were put into ``waiting``.

        Parameters
        ----------
        rows
            The object that added the studies.
        describe
            The function that describes terms.
        changed
            The numbers of terms in removed rows. Their entries are rewritten, and so are those of
            terms in new rows and of all solids, whose names depend on one another.
        """
        run = self._database.execute
        self._add_voices(rows)
        run(_ADD_TERMS_OF_CLAIMS)
        run(_ADD_TERMS_OF_STUDIES)
        run("CREATE INDEX temp.waiting_by_claim ON waiting (claim)")
        for name in COMPOSITES:
            run(_ADD_TERMS_OF_PARTS.format(name))
        waiting = {term for (term,) in run("SELECT DISTINCT term FROM waiting")}
        written = {*changed, *waiting}
        entries = [
            entry
            for entry in self._terms
            if entry.number in written
            or entry.field in ("material", "layer")
            or self._is_silent(entry)
        ]
        for entry, described in zip(entries, describe(entries), strict=True):
            self._write_term(entry, described)
        self._count()

    def _is_silent(self, entry: Entry) -> bool:
        """Return whether a term is a document without a claim, which no row refers to."""
        if entry.field != "document":
            return False
        claims = "SELECT 1 FROM claim_term WHERE term = ? LIMIT 1"
        return self._database.execute(claims, (entry.number,)).fetchone() is None

    def _add_voices(self, rows: Rows) -> None:
        """Set the voice of each new claim, after all claims of a document are read."""
        run = self._database.execute
        run("DELETE FROM document")
        for iri in self._source.of_class("ald:Document"):
            one = self._source.read(iri)
            texts = [one.text(f"ald:{name}") for name in ("genre", "describes", "writtenFrom")]
            name = one.text("dcterms:identifier")
            row = (rows.document(name), name, *texts)
            run("INSERT INTO document VALUES (?, ?, ?, ?, ?, 0)", row)
            self._documents.add(self._terms.add("document", name).number)
        run(_FIND_SURVEYS)
        sources = {
            number: SourceDocument.of_row(row) for number, *row in run("SELECT * FROM document")
        }
        voices = [
            (self._terms.add("voice", sources[document].voice(iri)).number, study, claim)
            for claim, study, iri, document in run(_NEW_CLAIMS)
            if document in sources
        ]
        self._database.executemany("INSERT INTO waiting VALUES (?, ?, ?)", voices)

    def _write_term(self, entry: Entry, described: Described) -> None:
        """Write a term with its counts and names again, or leave it out if nothing has it."""
        run, key = self._database.execute, (entry.number,)
        for table, column in _OF_TERM:
            run(f"DELETE FROM {table} WHERE {column} = ?", key)  # noqa: S608
        claims, studies = run(_COUNTS, (*key, *key)).fetchone()
        if not studies and entry.number not in self._documents:
            return
        row = (entry.number, entry.field, entry.id, entry.label, entry.iri, studies, claims)
        run("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, to_json(described.body)))
        roles = ((entry.number, role, n) for role, n in entry.roles.items() if n > 0)
        self._database.executemany("INSERT INTO term_role VALUES (?, ?, ?)", roles)
        tags = ((*tag, entry.number) for tag in tags_of(described.body))
        self._database.executemany("INSERT OR IGNORE INTO term_tag VALUES (?, ?, ?)", tags)
        names = ((name, entry.number, start, shown) for name, start, shown in described.names)
        self._database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?, ?)", names)
        if entry.field in FACETS:
            found = run("SELECT item FROM study_term WHERE term = ?", key)
            bits = _bits(number for (number,) in found)
            run("INSERT INTO facet VALUES (?, ?, ?)", (entry.number, entry.field, bits))

    def _count(self) -> None:
        """Write the numbers of studies and claims, their ids, and the words for spelling."""
        run = self._database.execute
        for level, name in _LEVELS.items():
            numbers = [number for (number,) in run(f"SELECT number FROM {level}")]  # noqa: S608
            run("REPLACE INTO everything VALUES (?, ?)", (level, _bits(numbers)))
            run("REPLACE INTO meta VALUES (?, ?)", (name, str(len(numbers))))
        run("CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, study_text, row)")
        run("CREATE TEMP TABLE spelled (word TEXT PRIMARY KEY) WITHOUT ROWID")
        run(_SPELLED, (_COMMON,))
        run(_DROP_SPELLING)
        run(_ADD_SPELLING)


def _bits(numbers: Iterable[int]) -> bytes:
    listed = list(numbers)
    bits = bytearray(max(listed, default=0) // 8 + 1)
    for number in listed:
        bits[number >> 3] |= 1 << (number & 7)
    return bytes(bits)


#: Tables with rows for a term, and the column with its number.
_OF_TERM: Final = (
    ("term", "number"),
    *((table, "term") for table in ("term_role", "term_tag", "name", "facet")),
)
#: Table of numbered things -> name of their count.
_LEVELS: Final = {
    "study": "studies",
    "claim": "claims",
    **{name: f"{name}s" for name in COMPOSITES},
}

#: A survey has more claims on other studies than on its own, as in :mod:`kg.statements.voices`.
_FIND_SURVEYS: Final = """
UPDATE document SET is_survey = 1 WHERE number IN (
  SELECT document.number
  FROM claim JOIN document ON document.number = claim.document
             JOIN study ON study.number = claim.study
  GROUP BY document.number
  HAVING SUM(CASE WHEN study.iri = document.own THEN 1 ELSE -1 END) < 0)
"""

_NEW_CLAIMS: Final = """
SELECT claim.number, claim.study, study.iri, claim.document
FROM claim JOIN study ON study.number = claim.study
WHERE claim.number IN (SELECT claim FROM waiting) ORDER BY claim.number
"""

_ADD_TERMS_OF_CLAIMS: Final = """
INSERT INTO claim_term
SELECT term, claim FROM waiting WHERE claim IS NOT NULL ORDER BY term, claim
"""

_ADD_TERMS_OF_STUDIES: Final = """
INSERT INTO study_term SELECT DISTINCT term, study FROM waiting ORDER BY term, study
"""

_ADD_TERMS_OF_PARTS: Final = """
INSERT INTO {0}_term
SELECT waiting.term, parts.item FROM parts JOIN waiting ON waiting.claim = parts.claim
WHERE parts.level = '{0}'
UNION SELECT term, item FROM named WHERE level = '{0}' ORDER BY 1, 2
"""

_COUNTS: Final = """
SELECT (SELECT COUNT(*) FROM claim_term WHERE term = ?),
       (SELECT COUNT(*) FROM study_term WHERE term = ?)
"""

_SPELLED: Final = """
INSERT INTO spelled
SELECT DISTINCT shown FROM name WHERE start = 0 AND shown NOT LIKE 'http%'
UNION SELECT DISTINCT shown FROM known WHERE field = 'author'
UNION SELECT term FROM temp.words WHERE doc >= ? AND length(term) >= 4
"""
_DROP_SPELLING: Final = """
DELETE FROM spelling WHERE rowid IN (
  SELECT rowid FROM spelling WHERE word NOT IN (SELECT word FROM spelled))
"""
_ADD_SPELLING: Final = """
INSERT INTO spelling
SELECT word FROM spelled WHERE word NOT IN (SELECT word FROM spelling) ORDER BY word
"""
