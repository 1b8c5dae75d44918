"""A faulty file is one clear line with file and term, and nothing is loaded."""

from __future__ import annotations

import pytest

from ontology import source
from ontology.errors import OntologyError
from ontology.source import read_files, turtle_files
from tests.rows import each_row

HEAD = """
@prefix ald: <https://w3id.org/ald-kg/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix process: <https://w3id.org/ald-kg/process/> .
@prefix prop: <https://w3id.org/ald-kg/property/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix unit: <https://w3id.org/ald-kg/unit/> .
"""
MODEL = (
    HEAD + "ald:Unit a owl:Class . ald:unitCode a owl:DatatypeProperty . "
    "ald:characteristicUnit a owl:DatatypeProperty ."
)
FAULTS = [
    ("process:a a skos:Concept ; skos:broader process:b , .", r"mine\.ttl: line \d+: .+"),
    ("nope:a a skos:Concept .", r"mine\.ttl: line \d+: .*nope"),
    ("process:a a skos:Concept ; skos:broader process:b .", "process:a: unknown term process:b"),
    ("process:a a ald:Proces .", "process:a: unknown term ald:Proces"),
    ('process:a a skos:Concept ; ald:symbl "A" .', "process:a: unknown term ald:symbl"),
    (
        'unit:furlong a ald:Unit ; skos:notation "furlong" .',
        "unit:furlong: 'furlong' is not a UCUM code: there is no unit 'furlong'",
    ),
    ('prop:a a skos:Concept ; ald:unitCode "nm" .', "prop:a: there is no unit 'nm'"),
    (
        'prop:a a skos:Concept ; ald:characteristicUnit "nm" .',
        "no unit 'nm' .ald:characteristicUnit",
    ),
    (
        "process:a a skos:Concept ; skos:broader process:b . "
        "process:b a skos:Concept ; skos:broader process:a .",
        "process:a: skos:broader forms a cycle: process:a > process:b > process:a",
    ),
    ("process:a a skos:Concept ; skos:broader process:a .", "cycle: process:a > process:a"),
]


def read(body: str) -> None:
    read_files({"model.ttl": MODEL.encode(), "mine.ttl": (HEAD + body).encode()})


@each_row(("body", "cause"), FAULTS)
def test_a_fault_is_told_in_one_line_with_file_and_term(body, cause):
    with pytest.raises(OntologyError, match=cause) as error:
        read(body)
    assert str(error.value).startswith("mine.ttl: ")
    assert "\n" not in str(error.value)


def test_what_is_sound_is_read_whole():
    files = {"model.ttl": MODEL.encode(), "mine.ttl": b""}
    assert [*read_files(files)[0]] == ["model.ttl", "mine.ttl"]
    read('unit:nm a ald:Unit ; skos:notation "nm" . prop:a a skos:Concept ; ald:unitCode "nm" .')


def test_nothing_is_half_loaded():
    texts = {name: entry.read_bytes() for name, entry in turtle_files().items()}
    texts["vocab/processes.ttl"] += b"\nprocess:ald skos:broader process:nonsense ."
    with pytest.raises(OntologyError, match=r"^vocab/processes\.ttl: process:ald: unknown term"):
        read_files(texts)


def test_files_of_one_name_in_two_folders_are_both_read():
    names = list(turtle_files())
    assert {"modules/materials.ttl", "vocab/materials.ttl"} <= set(names)
    assert names[0] == "ald-kg.ttl"
    assert len(source.model()) < len(source.triples())
