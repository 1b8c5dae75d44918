"""The graph of the tiny corpus, byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from kg.claims import canonical
from kg.rdf import claims_from_quads, document_quads, study_iris
from kg.store import EmbeddedGraph, open_graph, replace

TINY = Path(__file__).parents[1] / "data" / "tiny"


def n_quads(quads):
    return "".join(sorted(f"{quad} .\n" for quad in quads))


def test_graph_of_the_tiny_corpus(tiny_store, golden):
    golden("tiny.nq", n_quads(tiny_store.quads()))


@pytest.mark.usefixtures("small_ontology")
def test_same_bytes_from_disk_in_any_order(tiny_documents, tiny_store, tmp_path):
    expected = n_quads(tiny_store.quads())
    one, two, three = tiny_documents
    for number, documents in enumerate([(one, two, three), (three, two, one), (two, three, one)]):
        slugs = study_iris(documents)
        store = tmp_path / str(number)
        replace(store, {d.id: document_quads(d, slugs) for d in documents})
        assert n_quads(open_graph(store).quads()) == expected


def test_a_store_spells_literals_as_the_quads_do(tiny_documents):
    slugs = study_iris(tiny_documents)
    quads = {quad for d in tiny_documents for quad in document_quads(d, slugs)}
    assert set(EmbeddedGraph.in_memory(quads).quads()) == quads


def test_claims_come_back_from_the_store(tiny_documents, tiny_store):
    claims = canonical(claim for d in tiny_documents for claim in d.claims)
    assert claims_from_quads(tiny_store.quads()) == claims
    assert len(claims) > 40


def test_note_and_reference_are_one_study(tiny_store):
    rows = tiny_store.query(
        """SELECT (COUNT(DISTINCT ?study) AS ?studies) {
            ?study ald:year 2011 . ?claim ald:aboutStudy ?study ; ald:statedIn ?document
        } HAVING (COUNT(DISTINCT ?document) = 2)"""
    )
    assert [row["studies"].value for row in rows] == ["1"]


@pytest.mark.parametrize("name", ["liu-2011", "overview", "titania"])
def test_tiny_claims_quote_their_text(name, tiny_documents):
    raw = (TINY / f"{name}.txt").read_bytes()
    (document,) = (d for d in tiny_documents if d.id == name)
    assert document.sha256 == hashlib.sha256(raw).hexdigest()
    for claim in document.claims:
        quotes = [raw.decode()[start:end] for start, end in claim.evidence.spans]
        assert quotes == [claim.evidence.quote]
