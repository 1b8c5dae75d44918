"""Quantities can be asked for as numbers: bounds, centres, qualifiers, base units, silence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.model import Condition, Document, Outcome, Process, Quantity
from kg.rdf import document_quads, study_iris
from kg.rdf.quantities import qudt_units
from kg.store import EmbeddedGraph, Graph


def temperature(**own) -> Condition:
    return Condition(parameter="temperature", quantity=Quantity(**own))


CONTENTS = {
    "cold": temperature(value=70.0, unit="Cel", raw="70 °C"),
    "kelvin": temperature(value=363.15, unit="K", raw="363.15 K"),
    "range": temperature(value=90.0, value_max=150.0, unit="Cel", raw="90-150 °C"),
    "roughly": temperature(value=120.0, unit="Cel", approximate=True, raw="about 120 °C"),
    "from": temperature(value=200.0, bound="min", unit="Cel", raw="at least 200 °C"),
    "upto": temperature(value_max=350.0, unit="Cel", raw="up to 350 °C"),
    "plain": Condition(parameter="temperature"),
    "silent": Process(process="ald"),
}


@pytest.fixture(scope="module")
def store(claims_about) -> Graph:
    documents = [
        Document(id=name, sha256="0" * 64, claims=claims_about(name, content))
        for name, content in CONTENTS.items()
    ]
    slugs = study_iris(documents)
    return EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))


def names(store: Graph, pattern: str) -> set[str]:
    query = f"""SELECT DISTINCT ?name {{
        ?claim ald:statedIn/dcterms:identifier ?name . {pattern} }}"""
    return {row["name"].value for row in store.query(query)}


def test_what_was_deposited_below_100_degrees_whatever_the_unit(store):
    pattern = "?claim ald:quantity ?q . ?q ald:baseUpper ?upper . FILTER(?upper <= 373.15)"
    assert names(store, pattern) == {"cold", "kelvin"}


def test_intervals_that_overlap(store):
    pattern = """?claim ald:quantity ?q .
        OPTIONAL { ?q ald:baseLower ?lower } OPTIONAL { ?q ald:baseUpper ?upper }
        FILTER(COALESCE(?lower <= 403.15, true) && COALESCE(?upper >= 383.15, true))"""
    assert names(store, pattern) == {"range", "roughly", "upto"}


def test_the_mean_of_centres(store):
    query = "SELECT (AVG(?c) AS ?mean) { ?q ald:baseCentral ?c ; ald:convertedTo unit:K }"
    (row,) = store.query(query)
    assert float(row["mean"].value) == pytest.approx((343.15 + 363.15 + 393.15 + 393.15) / 4)


@pytest.mark.parametrize(
    ("word", "expected"), [("about", {"roughly"}), ("at least", {"from"}), ("up to", {"upto"})]
)
def test_qualifiers(store, word, expected):
    assert names(store, f'?claim ald:quantity/ald:qualifier "{word}" .') == expected


def test_one_end_alone_has_no_centre(store):
    pattern = "?claim ald:quantity ?q . FILTER NOT EXISTS { ?q ald:central ?c }"
    assert names(store, pattern) == {"from", "upto"}


def test_units_are_those_of_qudt_and_ucum(store):
    pattern = """?claim ald:quantity ?q . ?q qudt:hasUnit qudt-unit:K ; ald:unitCode "K" ."""
    assert names(store, pattern) == {"kelvin"}
    assert names(store, "?claim ald:quantity/qudt:hasUnit qudt-unit:DEG_C .") == {
        "cold", "range", "roughly", "from", "upto"
    }  # fmt: skip
    assert len(qudt_units()) > 50


STATES = """SELECT ?name ?state {
    ?document ald:describes ?study ; dcterms:identifier ?name .
    OPTIONAL { ?claim ald:aboutStudy ?study ; ald:parameter param:temperature }
    OPTIONAL { ?document ald:readBy/ald:lookedFor ?vocabulary .
               param:temperature skos:inScheme ?vocabulary }
    BIND(IF(BOUND(?claim), "reported", IF(BOUND(?vocabulary), "not reported", "not extracted"))
         AS ?state)
}"""


def test_reported_not_reported_and_not_extracted_stay_apart(claims_about):
    def own(name: str, content, extractor: str) -> Document:
        claims = tuple(
            replace(c, evidence=replace(c.evidence, extractor=extractor))
            for c in claims_about(name, content)
        )
        return Document(id=name, sha256="0" * 64, claims=claims)

    documents = [
        own("told", CONTENTS["cold"], "ald-kg/0.1.0"),
        own("silent", CONTENTS["silent"], "ald-kg/0.1.0"),
        own("by-hand", CONTENTS["silent"], "curated by hand"),
        Document(id="read-in-vain", sha256="0" * 64, extractor="ald-kg/0.1.0"),
        Document(id="unread", sha256="0" * 64),
    ]
    slugs = study_iris(documents)
    store = EmbeddedGraph.in_memory(q for d in documents for q in document_quads(d, slugs))
    states = {row["name"].value: row["state"].value for row in store.query(STATES)}
    assert states == {
        "told": "reported",
        "silent": "not reported",
        "by-hand": "not extracted",
        "read-in-vain": "not reported",
        "unread": "not extracted",
    }


def test_start_values_are_converted_too(claims_about):
    gain = Outcome(
        property="surface_roughness",
        direction="increase",
        quantity=Quantity(value=6.0, start=4.0, unit="nm", raw="from 4 to 6 nm"),
    )
    store = EmbeddedGraph.in_memory(
        document_quads(Document(id="d", sha256="", claims=claims_about("d", gain)))
    )
    assert store.query(
        "ASK { ?q ald:baseStart ?a ; ald:baseCentral ?b . FILTER(?a = 4.0e-9 && ?b = 6.0e-9) }"
    )
