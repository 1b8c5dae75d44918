"""Links of claims in RDF: a claim comes back with its links, and they are nodes to ask for."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from kg.claims import canonical, to_line
from kg.export.formats import export
from kg.model import (
    Chemical,
    Claim,
    Condition,
    Document,
    Evidence,
    Links,
    Outcome,
    Process,
    Quantity,
    Technique,
    Thing,
)
from kg.rdf import claims_from_quads, document_quads
from kg.store import EmbeddedGraph, Graph

EVIDENCE = Evidence(spans=((0, 40),), rule="by-hand", extractor="test 1", quote="It did.")
DAYS = Condition(parameter="test_duration", quantity=Quantity(value=30.0, unit="d", raw="30 days"))
CLAIMS = tuple(
    Claim(doc="paper", study="this", content=content, evidence=EVIDENCE, links=links)
    for content, links in (
        (
            Outcome(property="conductivity", direction="increase"),
            Links(
                of=("PbSe", "Al2O3"),
                agent=(Thing("chemical", "trimethylaluminum"), Thing("process", "ald")),
                against=(Thing("form", "thin_film"), Thing("material", "PbSe")),
                under=(DAYS, Condition(parameter="room_temperature")),
            ),
        ),
        (
            Condition(parameter="temperature", quantity=Quantity(value=70.0, unit="Cel")),
            Links(owner=(Thing("process", "ald"), Thing("system", "PbSe/Zn(O,S)"))),
        ),
        (
            Chemical(role="precursor", chemical="trimethylaluminum"),
            Links(
                used_for=(Thing("material", "Al2O3"), Thing("process", "ald")),
                used_with=(Thing("chemical", "a reagent of no vocabulary"),),
            ),
        ),
        (Process(process="ald"), Links(makes=(Thing("material", "Al2O3"),))),
        (
            Technique(technique="tem"),
            Links(shows=(Thing("application", "solar_cell"), Thing("outcome", "infilling"))),
        ),
    )
)
PAPER = Document(id="paper", sha256="0" * 64, claims=CLAIMS, extractor="test 1")


@pytest.fixture(scope="module")
def store() -> Graph:
    return EmbeddedGraph.in_memory(document_quads(PAPER))


def test_links_come_back_as_they_were_written():
    assert claims_from_quads(document_quads(PAPER)) == canonical(CLAIMS)


def test_things_have_no_order_in_a_graph():
    turned = replace(CLAIMS[0], links=replace(CLAIMS[0].links, agent=CLAIMS[0].links.agent[::-1]))
    (back,) = claims_from_quads(document_quads(replace(PAPER, claims=(turned,))))
    assert to_line(back) == to_line(CLAIMS[0]) == to_line(turned)


def test_a_sample_tells_its_materials(store: Graph):
    rows = store.query(
        """SELECT ?layers ?core ?formula {
             ?claim ald:of ?sample . ?sample ald:layers ?layers ;
               ald:innermost/ald:formula ?core ; ald:containsMaterial/ald:formula ?formula
           } ORDER BY ?formula"""
    )
    assert [[cell.value for cell in row] for row in rows] == [
        ["PbSe > Al2O3", "PbSe", "Al2O3"],
        ["PbSe > Al2O3", "PbSe", "PbSe"],
    ]


def test_a_test_condition_is_no_claim(store: Graph):
    rows = list(
        store.query(
            """SELECT ?days { ?claim ald:under ?condition .
                 ?condition ald:parameter param:test-duration ; ald:quantity/ald:upper ?days .
                 FILTER NOT EXISTS { ?condition a ald:Claim } }"""
        )
    )
    assert [float(row["days"].value) for row in rows] == [30.0]


@pytest.mark.parametrize("name", ["claims", "jsonld", "nanopub", "ttl"])
def test_exports_carry_links(store: Graph, name: str):
    text = export(store, name)
    agent = '"agent": ["chemical:trimethylaluminum", "process:ald"]'
    assert (agent in text) if name == "claims" else ("ald:agent" in text and "ald:shows" in text)
    if name == "claims":
        kinds = {json.loads(line)["kind"] for line in text.splitlines()}
        assert len(kinds) == len(CLAIMS)
