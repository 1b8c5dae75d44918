"""What stands in a catalog, whatever the numbers: studies, claims and terms go by their ids."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

#: Table -> its rows with ids for numbers; those of studies and claims in their order.
_QUERIES = {
    "meta": "SELECT * FROM meta ORDER BY name",
    "study": "SELECT id, iri, label, claims, body FROM study ORDER BY number",
    "claim": """SELECT claim.id, study.id, document.id, claim.body
        FROM claim JOIN study ON claim.study = study.number
            AND claim.number BETWEEN first_claim AND first_claim + claims - 1
            LEFT JOIN document ON document.number = claim.document ORDER BY claim.number""",
    "place": """SELECT place.label, year, title, place.id, study.id
        FROM place JOIN study ON number = study ORDER BY number""",
    "document": "SELECT id, genre, own, written_from, is_survey FROM document ORDER BY id",
    "term": """SELECT field, id, label, iri, studies, claims, body
        FROM term ORDER BY field, id, iri""",
    "term_role": """SELECT field, id, iri, role, term_role.claims
        FROM term_role JOIN term ON number = term ORDER BY field, id, iri, role""",
    "name": """SELECT key, field, id, iri, start, shown
        FROM name JOIN term ON number = term ORDER BY key, field, id, iri, start""",
    "claim_term": """SELECT field, term.id, iri, claim.id
        FROM claim_term JOIN term ON term.number = term JOIN claim ON claim.number = item
        ORDER BY field, term.id, iri, claim.id""",
    "study_term": """SELECT field, term.id, term.iri, study.id
        FROM study_term JOIN term ON term.number = term JOIN study ON study.number = item
        ORDER BY field, term.id, term.iri, study.id""",
    "term_tag": """SELECT name, value, field, id, iri
        FROM term_tag JOIN term ON number = term ORDER BY name, value, field, id, iri""",
    "recipe": """SELECT recipe.id, study.id, recipe.body
        FROM recipe JOIN study ON study = study.number ORDER BY recipe.number""",
    "observation": """SELECT observation.id, study.id, observation.body
        FROM observation JOIN study ON study = study.number ORDER BY observation.number""",
    "recipe_term": """SELECT field, term.id, term.iri, recipe.id
        FROM recipe_term JOIN term ON term.number = term JOIN recipe ON recipe.number = item
        ORDER BY field, term.id, term.iri, recipe.id""",
    "observation_term": """SELECT field, term.id, term.iri, observation.id
        FROM observation_term JOIN term ON term.number = term
        JOIN observation ON observation.number = item
        ORDER BY field, term.id, term.iri, observation.id""",
    "measure": """SELECT level, name, base, low, high,
        COALESCE(claim.id, study.id, recipe.id, observation.id)
        FROM measure LEFT JOIN claim ON level = 'claim' AND claim.number = item
        LEFT JOIN study ON level = 'study' AND study.number = item
        LEFT JOIN recipe ON level = 'recipe' AND recipe.number = item
        LEFT JOIN observation ON level = 'observation' AND observation.number = item
        ORDER BY 1, 2, 3, 4, 5, 6""",
    "known": """SELECT field, key, study.id, shown
        FROM known JOIN study ON number = study ORDER BY field, key, study.id""",
    "study_text": """SELECT term, study.id, col, offset
        FROM temp.of_study_text JOIN study ON number = doc ORDER BY term, study.id, col, offset""",
    "claim_text": """SELECT term, claim.id, col, offset
        FROM temp.of_claim_text JOIN claim ON number = doc ORDER BY term, claim.id, col, offset""",
    "rank": """SELECT study.id, round(bm25(study_text, 8, 4, 1), 9)
        FROM study_text JOIN study ON number = study_text.rowid
        WHERE study_text MATCH 'nanocrystals OR films' ORDER BY study.id""",
    "spelling": "SELECT word FROM spelling ORDER BY word",
}


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every table of a catalog."""
    with closing(sqlite3.connect(path)) as database:
        for text in ("study_text", "claim_text"):
            database.execute(
                f"CREATE VIRTUAL TABLE temp.of_{text} USING fts5vocab(main, {text}, instance)"
            )
        found = {name: database.execute(query).fetchall() for name, query in _QUERIES.items()}
        for level in ("study", "claim", "recipe", "observation"):
            numbers = database.execute(f"SELECT number, id FROM {level}").fetchall()  # noqa: S608
            (bits,) = database.execute(
                "SELECT bits FROM everything WHERE level = ?", (level,)
            ).fetchone()
            assert _members(bits, numbers) == sorted(key for _, key in numbers)
        studies = database.execute("SELECT number, id FROM study").fetchall()
        rows = database.execute(
            """SELECT facet.field, id, iri, bits FROM facet JOIN term ON number = term
            ORDER BY facet.field, id, iri"""
        )
        found["facet"] = [(*term, *_members(bits, studies)) for *term, bits in rows]
        tables = {name for (name,) in database.execute(_TABLES)}
        assert tables == {*found, "everything"} - {"rank"}
    return found


_TABLES = """SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
    AND NOT (name GLOB '*_text_*' OR name GLOB 'spelling_*')"""


def _members(bits: bytes, numbers: list[tuple[int, str]]) -> list[str]:
    whole, known = int.from_bytes(bits, "little"), dict(numbers)
    return sorted(known[n] for n in range(whole.bit_length()) if whole >> n & 1)
