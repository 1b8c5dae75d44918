from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
import yaml

from ontology import iri, role_properties, vocabulary
from ontology.curie import from_curie
from ontology.errors import OntologyError
from ontology.source import parse_turtle, triples, turtle_files
from ontology.terms import KIND_CLASSES, Vocabulary, read_terms
from tests.rows import each_row

SHARED = Path(os.environ.get("ALDKG_SHARED", Path(__file__).resolve().parents[3] / "shared"))
CONTRACT = SHARED / "contract" / "vocabulary.yaml"

TURTLE = """
@prefix ald: <https://w3id.org/ald-kg/ontology#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix chem: <https://w3id.org/ald-kg/chemical/> .
@prefix crole: <https://w3id.org/ald-kg/chemical-role/> .

chem:example-acid a skos:Concept, ald:ChemicalSubstance ;
    skos:notation "example_acid" ;
    skos:prefLabel "example acid"@en ;
    skos:altLabel "sample acid"@en, "test acid"@en ;
    skos:hiddenLabel "exampel acid"@en ;
    ald:symbol "HEx" ;
    ald:formula "HEx" ;
    ald:defaultRole crole:purge-gas ;
    skos:broader chem:acid ;
    skos:definition "An acid made up for a test."@en ;
    dcterms:source "a test", <https://example.org/source> .
<https://example.org/x> a skos:Concept ; skos:prefLabel "not ours"@en .
<https://w3id.org/ald-kg/id/chemical/x> a ald:ChemicalSubstance .
"""

#: Kinds of term that the claims contract does not list.
OWN_KINDS = {"material", "unit", "ligand_family"}


def read(text: str) -> Vocabulary:
    return Vocabulary(read_terms(parse_turtle(text.encode(), "test.ttl")))


def test_a_term_has_all_that_the_turtle_says():
    (term,) = read(TURTLE).terms
    assert (term.kind, term.notation, term.label) == ("chemical", "example_acid", "example acid")
    assert term.alts == ("sample acid", "test acid")
    assert (term.symbols, term.hidden, term.formula) == (("HEx",), ("exampel acid",), "HEx")
    assert term.broader == (iri.concept_iri("chemical", "acid"),)
    assert term.definition == "An acid made up for a test."
    assert term.source == "a test; https://example.org/source"
    assert term.extra == {"defaultRole": ("purge_gas",)}


def test_terms_are_found_by_notation_and_by_iri():
    terms = read(TURTLE)
    (term,) = terms.terms
    assert terms.get("chemical", "example_acid") is term
    assert terms.by_iri(term.iri) is term
    assert terms.of_kind("chemical") == (term,)
    assert terms.of_kind("process") == ()
    assert terms.get("process", "example_acid") is None
    assert terms.by_iri("https://example.org/x") is None


def test_an_unknown_kind_is_named():
    with pytest.raises(KeyError, match="unknown kind of term 'colour'"):
        vocabulary().of_kind("colour")


def test_terms_can_be_keys():
    (term,) = read(TURTLE).terms
    assert {term: 1}[term] == 1


def test_malformed_turtle_names_file_line_and_cause():
    with pytest.raises(OntologyError, match=r"^broken\.ttl: line 2: .+") as error:
        parse_turtle(b"<https://example.org/a> <https://example.org/b> 1 .\n<a", "broken.ttl")
    assert "\n" not in str(error.value)


def test_an_unknown_prefix_names_file_line_and_cause():
    with pytest.raises(OntologyError, match=r"^broken\.ttl: line 1: .*nope"):
        parse_turtle(b"nope:a nope:b nope:c .", "broken.ttl")


def test_reading_twice_gives_the_same_triples():
    data = turtle_files()["modules/core.ttl"].read_bytes()
    assert parse_turtle(data, "core.ttl") == parse_turtle(data, "core.ttl")


def test_blank_nodes_of_two_files_do_not_meet():
    names = Counter(
        node
        for name, entry in turtle_files().items()
        for node in {
            str(t.subject)
            for t in parse_turtle(entry.read_bytes(), name)
            if str(t.subject).startswith("_:")
        }
    )
    assert set(names.values()) <= {1}


def test_every_kind_has_terms_and_a_class():
    for kind in vocabulary().kinds:
        assert vocabulary().of_kind(kind), kind
    assert set(KIND_CLASSES) == set(iri.SCHEMES)


def test_every_role_has_its_property():
    roles = {t.iri for t in vocabulary().terms if t.kind in ("role_material", "role_chemical")}
    assert set(role_properties()) == roles
    assert len(set(role_properties().values())) == len(roles)
    precursor = iri.concept_iri("role_chemical", "precursor")
    assert role_properties()[precursor] == iri.NAMESPACE + "usesPrecursor"


def test_every_term_is_complete():
    incomplete = [
        term.iri
        for term in vocabulary().terms
        if not (term.notation and term.label and term.definition and term.source)
    ]
    assert not incomplete


def test_every_vocabulary_triple_can_be_read():
    typed = (t for t in triples() if t.predicate.value == from_curie("rdf:type"))
    concept, narrower = from_curie("skos:Concept"), from_curie("ald:claimedAs")
    concepts = {t.subject.value for t in typed if t.object.value == concept}
    lent = {t.subject.value for t in triples() if t.predicate.value == narrower}
    assert concepts - lent == {term.iri for term in vocabulary().terms}


@pytest.mark.skipif(not CONTRACT.exists(), reason=f"no claims contract at {CONTRACT}")
@each_row("kind", sorted(set(KIND_CLASSES) - OWN_KINDS))
def test_the_ids_are_those_of_the_claims_contract(kind):
    contract = set(map(str, yaml.safe_load(CONTRACT.read_text(encoding="utf-8"))[kind]))
    ours = {term.notation for term in vocabulary().of_kind(kind)}
    assert contract - ours == set()
    if kind != "chemical":  # the contract lets chemicals grow
        assert ours - contract == set()


@pytest.mark.skipif(not CONTRACT.exists(), reason=f"no claims contract at {CONTRACT}")
def test_the_kinds_are_those_of_the_claims_contract():
    contract = set(yaml.safe_load(CONTRACT.read_text(encoding="utf-8")))
    assert contract == set(vocabulary().kinds) - OWN_KINDS


def test_within_a_scheme_a_name_means_one_concept():
    """Units aside, whose symbols differ by the case of a letter."""
    shared = []
    for kind in iri.SCHEMES.keys() - {"unit"}:
        meant: dict[str, set[str]] = {}
        for term in vocabulary().of_kind(kind):
            for name in {term.label, *term.alts, *term.symbols}:
                meant.setdefault(name, set()).add(term.notation)
        shared += [(kind, name, found) for name, found in meant.items() if len(found) > 1]
    assert shared == []


def test_a_narrower_concept_lends_its_names_to_the_one_that_claims_name():
    alumina = vocabulary().get("material", "Al2O3")
    assert {"sapphire", "c-plane sapphire"} <= set(alumina.alts)
    assert "c-sapphire" in alumina.symbols
    assert vocabulary().get("material", "sapphire") is None
    assert vocabulary().by_iri(alumina.iri.replace("Al2O3", "sapphire")) is None
