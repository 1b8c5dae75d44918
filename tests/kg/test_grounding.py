"""One look-up: which term a name stands for, why, and where several fit."""

from __future__ import annotations

import pytest

from kg.grounding import ground, names_of, prepare, reagent_id
from ontology import vocabulary
from ontology.iri import SCHEMES

CASES = [
    ("process", "thermal_ald", "thermal_ald", "id"),
    ("process", "Thermal-ALD", "thermal_ald", "name"),
    ("process", "atomic layer depositions", "ald", "plural"),
    ("technique", "TEM", "tem", "printed"),
    ("technique", "tem", "tem", "id"),
    ("chemical", "TMA", "trimethylaluminum", "printed"),
    ("chemical", "H₂O", "water", "printed"),
    ("chemical", "Al(C2H5)2(C2H5)", "triethylaluminum", "substance"),
    ("chemical", "zinc(II) diethyl", "diethylzinc", "substance"),
    ("material", "Alumina", "Al2O3", "name"),
    ("material", "tin", "Sn", "printed"),
    ("material", "TiN", "TiN", "id"),
    ("material", "Al₂O₃", "Al2O3", "printed"),
    ("application", "Solar  Cells", "solar_cell", "plural"),
    ("unit", "°C", "Cel", "printed"),
    ("unit", "nanometers", "nm", "plural"),
    ("process", "baking of bread", None, "unknown"),
    ("chemical", "", None, "unknown"),
]


def test_a_name_is_grounded_with_its_reason():
    wrong = []
    for kind, text, expected, reason in CASES:
        found = ground(kind, text)
        if (found.term and found.term.notation, found.reason) != (expected, reason):
            wrong.append((kind, text, found.term and found.term.notation, found.reason))
    assert wrong == []


def test_where_several_fit_none_is_chosen():
    shared = {}
    for term in vocabulary().of_kind("chemical"):
        for symbol in term.symbols:
            shared.setdefault(symbol, set()).add(term.notation)
    several = {symbol: ids for symbol, ids in shared.items() if len(ids) > 1}
    for symbol, ids in several.items():
        found = ground("chemical", symbol)
        assert found.term is None or found.reason != "printed"
        if found.term is None:
            assert (found.reason, {t.notation for t in found.terms}) == ("several", ids)
    two = ground("process", "ALD").terms
    assert [term.notation for term in two] == ["ald"]


def test_every_id_and_preferred_label_finds_its_term():
    lost = []
    for kind in vocabulary().kinds:
        for term in vocabulary().of_kind(kind):
            lost += [
                (kind, name, ground(kind, name).reason)
                for name in (term.notation, term.label)
                if ground(kind, name).term != term
            ]
    assert lost == []


def test_a_reagent_without_a_term_goes_by_its_name():
    assert reagent_id("Tris(dimethylamido) rhenium") == "tris(dimethylamido) rhenium"


def test_an_unknown_kind_is_an_error():
    with pytest.raises(KeyError, match="unknown kind of term"):
        ground("colour", "red")


def test_all_names_of_a_term_are_told():
    term = vocabulary().get("chemical", "trimethylaluminum")
    assert term is not None
    assert {"trimethylaluminum", "TMA", "trimethyl aluminum"} <= {*names_of(term)}


def test_no_look_up_makes_a_table_that_was_prepared(monkeypatch: pytest.MonkeyPatch) -> None:
    prepare()
    monkeypatch.setattr("kg.grounding._by", None)
    for kind in SCHEMES:
        assert ground(kind, "no such thing").reason == "unknown"
