"""Mappings to other vocabularies: a valid SSSOM table, and the Turtle that is written from it."""

from __future__ import annotations

from importlib.resources import files

from ontology import source
from ontology.iri import PREFIXES
from ontology.mappings import COLUMNS, PREDICATES, TURTLE, faults, read_table, render_turtle
from tests.rows import each_row

ROW = dict(
    zip(
        COLUMNS,
        (
            *("process:ald", "atomic layer deposition", "skos:exactMatch", "CHMO:0001311"),
            *("atomic layer deposition", "semapv:ManualMappingCuration", "us", "2026-11-28"),
            *("0.95", "2025-01-22", "chmo.obo"),
        ),
        strict=True,
    )
)
HEAD = "".join(
    f"#{line}\n"
    for line in (
        "curie_map:",
        f"  process: {PREFIXES['process']}",
        "  CHMO: http://purl.obolibrary.org/obo/CHMO_",
        "  semapv: https://w3id.org/semapv/vocab/",
        f"  skos: {PREFIXES['skos']}",
    )
)


def test_the_table_is_valid():
    table = read_table()
    assert list(faults(table)) == []
    assert {"mapping_set_id", "mapping_set_title", "license", "curie_map"} <= set(table.header)
    assert len(table.rows) > 90


def test_the_turtle_is_written_from_the_table():
    written = (files("ontology") / TURTLE).read_text(encoding="utf-8")
    assert written == render_turtle(read_table())


def test_no_match_stands_outside_of_the_table():
    """But those of units, whose codes say which they are."""
    skos, units = PREFIXES["skos"], PREFIXES["qudt-unit"]
    matches = {skos + name.removeprefix("skos:") for name in PREDICATES}
    found = {
        (triple.subject.value, triple.object.value)
        for triple in source.triples()
        if triple.predicate.value in matches and not triple.object.value.startswith(units)
    }
    table = read_table()
    listed = {(table.iri(row["subject_id"]), table.iri(row["object_id"])) for row in table.rows}
    assert found == listed


@each_row(
    ("changed", "cause"),
    [
        ({}, ""),
        ({"subject_id": "process:alchemy"}, "the subject is not a term of ald-kg"),
        ({"subject_label": "ALD"}, "the subject is called atomic layer deposition"),
        ({"predicate_id": "skos:broader"}, "unknown relation: skos:broader"),
        ({"object_id": "EMMO:1"}, "the prefix of EMMO:1 is not declared"),
        ({"mapping_justification": "semapv:Guess"}, "unknown justification: semapv:Guess"),
        ({"mapping_date": "yesterday"}, "not a date: yesterday"),
        ({"confidence": "95 %"}, "confidence is not between 0 and 1: 95 %"),
        ({"comment": ""}, "comment is empty"),
    ],
)
def test_a_faulty_row_is_told(changed, cause):
    lines = ["\t".join(COLUMNS), "\t".join((ROW | changed).values())]
    found = list(faults(read_table(HEAD + "\n".join(lines))))
    assert [line.partition(": ")[2] for line in found] == ([cause] if cause else [])
