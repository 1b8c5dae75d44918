"""The catalog of the tiny corpus says what SPARQL says of its graph."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest

from kg.catalog import CATALOG_FILE, FACETS, VERSION, name_key
from kg.store import Graph
from ontology.iri import segments
from tests.rows import each_row


@pytest.fixture(scope="module")
def catalog(
    tiny_store: Graph, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[sqlite3.Connection]:
    path = tmp_path_factory.mktemp("catalog") / CATALOG_FILE
    tiny_store.write_catalog(path)
    assert [entry.name for entry in path.parent.iterdir()] == [CATALOG_FILE]
    with closing(sqlite3.connect(path)) as database:
        yield database


def ask(store: Graph, query: str) -> list[tuple[str, ...]]:
    rows: Any = store.query(query)
    return sorted(tuple(value.value for value in row) for row in rows)


def test_every_study_and_claim_is_there(catalog: Any, tiny_store: Graph) -> None:
    queries = {"study": "SELECT number, id, body FROM study ORDER BY number",
               "claim": "SELECT number, id, body FROM claim ORDER BY number"}  # fmt: skip
    for table, query in queries.items():
        wanted = ask(tiny_store, f"SELECT DISTINCT ?x {{ ?x a ald:{table.title()} }}")
        found = catalog.execute(query).fetchall()
        assert sorted(json.loads(body)["iri"] for _, _, body in found) == [iri for (iri,) in wanted]
        facts = dict(catalog.execute("SELECT * FROM meta"))
        assert facts["studies" if table == "study" else "claims"] == str(len(wanted))
        assert facts["version"] == VERSION


@each_row("field", ["process", "chemical", "technique", "property", "material"])
def test_terms_are_counted_as_by_sparql(catalog: Any, tiny_store: Graph, field: str) -> None:
    query = f"""SELECT ?term (STR(COUNT(DISTINCT ?claim)) AS ?n)
        {{ ?claim a ald:Claim ; ald:{field} ?term }} GROUP BY ?term"""
    wanted = ask(tiny_store, query)
    assert wanted
    counted = dict(catalog.execute("SELECT iri, claims FROM term WHERE field = ?", (field,)))
    for iri, count in wanted:
        assert counted[iri] >= int(count)  # layers of systems count as materials, too
        if field != "material":
            assert counted[iri] == int(count)


def test_claims_of_a_study_follow_one_another(catalog: Any) -> None:
    rows = catalog.execute("SELECT number, first_claim, claims FROM study").fetchall()
    listed = dict(catalog.execute("SELECT number, study FROM claim"))
    for number, first, count in rows:
        assert all(listed.pop(claim) == number for claim in range(first, first + count))
    assert not listed


def test_facets_are_the_studies_of_their_terms(catalog: Any) -> None:
    rows = catalog.execute("SELECT term, field, bits FROM facet").fetchall()
    assert {field for _, field, _ in rows} == set(FACETS)
    for term, _, bits in rows:
        found = catalog.execute("SELECT item FROM study_term WHERE term = ?", (term,))
        wanted = sum(1 << study for (study,) in found)
        assert int.from_bytes(bits, "little") == wanted


def test_voices_are_those_of_the_statements(catalog: Any, tiny_store: Graph) -> None:
    query = """SELECT ?study ?voice { ?statement ald:onStudy ?study ; ald:voice ?voice }"""
    wanted: dict[str, set[str]] = {}
    for study, voices in ask(tiny_store, query):
        said = {voice.split(", written from")[0] for voice in voices.split("; ")}
        wanted.setdefault(segments(study)[-1], set()).update(said)
    rows = catalog.execute(
        """SELECT study.id, term.id FROM study_term JOIN term ON term.number = study_term.term
        JOIN study ON study.number = study_term.item WHERE term.field = 'voice'"""
    )
    found: dict[str, set[str]] = {}
    for study, voice in rows:
        found.setdefault(study, set()).add(voice)
    assert found == wanted


def test_names_lead_to_terms_in_any_spelling(catalog: Any) -> None:
    query = "SELECT term.id FROM name JOIN term ON term.number = term WHERE key = ? AND start = 0"
    fields = {field for (field,) in catalog.execute("SELECT DISTINCT field FROM term")}
    assert {"process", "material", "year", "document"} <= fields
    for number, label in catalog.execute("SELECT id, label FROM term WHERE field = 'process'"):
        for spelling in (label, label.upper(), label.replace(" ", "-"), number):
            found = {name for (name,) in catalog.execute(query, (name_key(spelling),))}
            assert number in found, spelling
