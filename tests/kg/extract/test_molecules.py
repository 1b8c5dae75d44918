"""Reagents in a document: systematic names, acronyms that it defines, what claims call them."""

from __future__ import annotations

import pytest

import corpus
from kg.claims import to_record
from kg.extract import extract
from kg.extract.finders.molecules import find_names
from kg.extract.own_names.abbreviations import abbreviates, defined_reagents
from tests.rows import each_row


def reagents(text: str) -> set[tuple[str, str]]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    records = map(to_record, extract(paper))
    return {(r["role"], r["chemical"]) for r in records if r["kind"] == "chemical"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("grown from tris(dimethylamido)rhenium at 90 °C", ["tris(dimethylamido)rhenium"]),
        ("with zinc diethyl, water and ozone", ["zinc diethyl"]),
        ("dots capped by undecylamine-treated wax", ["undecylamine"]),
        ("(e.g. tetrakis(dimethylamido)titanium(IV))", ["tetrakis(dimethylamido)titanium(IV)"]),
        ("lanthanum nitrate and dimethyl selenide", ["lanthanum nitrate", "dimethyl selenide"]),
        ("from (η3-cyclohexenyl)(η5-indenyl)cobalt", ["(η3-cyclohexenyl)(η5-indenyl)cobalt"]),
        ("hexaammineruthenium(III) chloride in water", ["hexaammineruthenium(III) chloride"]),
        ("films of rhenium sulfide and indium tin oxide on silicon", []),
        ("which lead to methyl groups on the zinc blende surface", []),
    ],
)
def test_systematic_names_are_found(text, names):
    assert [mention.text for mention in find_names(text)] == names


@each_row(
    ("text", "short", "meaning"),
    [
        ("Trimethyl aluminum (TMA) was pulsed.", "TMA", "trimethylaluminum"),
        ("Trimethylamine (TMA) was added.", "TMA", "trimethylamine"),
        ("We used tris(dimethylamino)silane (3DMAS).", "3DMAS", "tris(dimethylamino)silane"),
        ("TDMAHf, tetrakis(dimethylamido)hafnium, came first.", "TDMAHf",
         "tetrakis(dimethylamido)hafnium"),
        ("TDMARe (tris(dimethylamido)rhenium) was heated.", "TDMARe",
         "tris(dimethylamido)rhenium"),
        ("oleylamine (abbreviated as OAm) was dried", "OAm", "oleylamine"),
        ("By thermomechanical analysis (TMA) it softened.", "TMA", ""),
        ("Under a transmission electron microscope (TEM) it shone.", "TEM", ""),
    ],
)  # fmt: skip
def test_a_definition_holds_for_its_document(read, text, short, meaning):
    assert defined_reagents(read(text)).get(short) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "Trimethylaluminum (SAFC) and toluene (VWR) were used.",
        "Water (HPLC) was boiled.",
        "Oleic acid (90%) was degassed.",
        "Ozone, DEZ and TMA were pulsed.",
    ],
)
def test_a_supplier_or_grade_is_no_definition(read, text):
    assert not defined_reagents(read(text))


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("DEZ", "diethylzinc", True),
        ("TBTDET", "tris(diethylamido)(tert-butylimido)tantalum", True),
        ("SAFC", "trimethylaluminum", False),
        ("AR", "ethanol", False),
    ],
)
def test_an_acronym_takes_its_letters_from_the_name(short, name, expected):
    assert abbreviates(short, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Silica grew with tris(dimethylamino)silane (3DMAS) as the precursor. 3DMAS was dosed.",
         {("precursor", "tris(dimethylamino)silane")}),
        ("ReN grew using tris(dimethylamido)rhenium (TDMARe) as the precursor. TDMARe pulses came.",
         {("precursor", "tris(dimethylamido)rhenium")}),
        ("After thermomechanical analysis (TMA) a TMA pulse was seen.", set()),
        ("Trimethylamine (TMA) was used as a ligand; no TMA pulse was needed.",
         {("ligand", "trimethylamine")}),
        ("Films were grown from (C2H5)2Zn and H2S.",
         {("precursor", "diethylzinc"), ("coreactant", "hydrogen_sulfide")}),
    ],
)  # fmt: skip
def test_claims_follow_the_definitions(text, expected):
    assert reagents(text) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We used Pb(thd)2 as the precursor. Lead bis(dipivaloylmethanate) pulses came next.",
         "lead bis(dipivaloylmethanate)"),
        ("We used Pb(tmhd)2 as the precursor. The Pb(thd)2 pulse was long.", "pb(tmhd)2"),
        ("We used TEMAZr as the precursor.", "temazr"),
    ],
)  # fmt: skip
def test_a_document_calls_a_substance_by_one_name(text, name):
    assert reagents(text) == {("precursor", name)}
