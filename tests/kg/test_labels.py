"""Every claim, statement and document has a label that says what it is."""

from __future__ import annotations

import pytest

from kg.statements.claims import StatedClaim
from kg.statements.labels import claim_line
from kg.store import EmbeddedGraph
from ontology.iri import concept_iri, material_iri, substance_iri, system_iri
from tests.rows import each_row

COUNTED = """
PREFIX ald: <https://w3id.org/ald-kg/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT (COUNT(DISTINCT ?node) AS ?nodes) (COUNT(?label) AS ?labels) WHERE {
  ?node a ald:KIND . OPTIONAL { ?node rdfs:label ?label }
}"""


@pytest.mark.parametrize("kind", ["Claim", "Statement", "Document", "Study", "ProcessType"])
def test_each_has_one_label(answers: EmbeddedGraph, kind):
    (row,) = answers.select(COUNTED.replace("KIND", kind))
    nodes, labels = (int(row[name].value) for name in ("nodes", "labels"))
    assert nodes == labels > 0


@each_row(
    ("content", "line"),
    [
        (
            {"role": concept_iri("role_chemical", "precursor"), "chemical": substance_iri("a, b")},
            "precursor: a, b",
        ),
        (
            {"form": concept_iri("form", "quantum_dot"), "material": material_iri("PbSe")},
            "quantum dot: PbSe",
        ),
        (
            {
                "architecture": concept_iri("architecture", "core_shell"),
                "system": system_iri("core_shell", ("CuInS2", "Zn(O,S)")),
            },
            "core/shell: CuInS2/Zn(O,S)",
        ),
        (
            {
                "parameter": concept_iri("parameter", "temperature"),
                "value": "70",
                "unitCode": "Cel",
            },
            "temperature: 70 °C",
        ),
        ({"process": "https://example.org/lab#dripping"}, "dripping"),
        ({}, ""),
    ],
)
def test_a_claim_in_one_line(content, line):
    said = StatedClaim(
        claim="c",
        study="s",
        document="d",
        content=tuple(sorted(content.items())),
        confidence=1.0,
        quote="",
        place="",
        starts=(),
    )
    assert claim_line(said, "") == line
    assert claim_line(said, "Liu 2011") == ": ".join(filter(None, ("Liu 2011", line)))
