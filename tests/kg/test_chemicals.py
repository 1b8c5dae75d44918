"""The table of substances: complete rows, sound identifiers, no alias of two substances."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from kg.substances import molecule, structures
from ontology import vocabulary
from tests.rows import each_row

SUBSTANCES = vocabulary().of_kind("chemical")
FAMILIES = {term.notation for term in vocabulary().of_kind("ligand_family")}


def value(term, name):
    return next(iter(term.extra.get(name, ())), "")


def having(name):
    return [term for term in SUBSTANCES if value(term, name)]


def elements(formula):
    read = molecule(formula)
    assert read is not None, formula
    return dict(read.elements)


def hill(formula):
    return {s: int(n or 1) for s, n in re.findall(r"([A-Z][a-z]?)(\d*)", formula)}


def check_digit(number):
    digits = number.replace("-", "")
    return sum(place * int(d) for place, d in enumerate(reversed(digits[:-1]), start=1)) % 10


def test_there_are_rows_with_formula_metal_and_family():
    rows = [t for t in having("ligandFamily") if t.formula and value(t, "metal")]
    assert len(rows) >= 450
    assert len([t for t in rows if value(t, "inChIKey")]) >= 200
    assert len([t for t in SUBSTANCES if value(t, "inChIKey") or value(t, "casNumber")]) >= 650


@each_row("term", having("ligandFamily"), ids=lambda term: term.notation)
def test_a_precursor_holds_its_metal(term):
    assert set(term.extra["ligandFamily"]) <= FAMILIES
    if value(term, "metal") and term.formula:
        assert value(term, "metal") in elements(term.formula)


@each_row("term", having("inChIKey"), ids=lambda term: term.notation)
def test_a_structure_agrees_with_the_formula(term):
    assert re.fullmatch(r"[A-Z]{14}-[A-Z]{8}[SN]A-[A-Z]", value(term, "inChIKey"))
    assert value(term, "systematicName")
    if term.formula:
        assert elements(term.formula) == hill(value(term, "molecularFormula"))


@pytest.mark.parametrize("name", ["inChIKey", "casNumber", "pubChemCid", "systematicName"])
def test_an_identifier_names_one_substance(name):
    counted = Counter(each for term in SUBSTANCES for each in term.extra.get(name, ()))
    assert [each for each, times in counted.items() if times > 1] == []


@each_row("term", having("casNumber"), ids=lambda term: term.notation)
def test_a_cas_number_has_its_check_digit(term):
    number = value(term, "casNumber")
    assert re.fullmatch(r"[1-9]\d{1,6}-\d\d-\d", number)
    assert check_digit(number) == int(number[-1])


def test_a_wrong_check_digit_would_be_seen():
    assert check_digit("7732-18-5") == 5
    assert check_digit("7732-18-4") != 4


def test_no_alias_is_claimed_by_two_substances():
    names, symbols = defaultdict(set), defaultdict(set)
    for term in SUBSTANCES:
        for text in (term.notation, term.label, *term.alts, *term.hidden):
            names[re.sub(r"[\s-]+", "", text.lower())].add(term.notation)
        for text in term.symbols:
            symbols[text].add(term.notation)
    assert {k: v for claims in (names, symbols) for k, v in claims.items() if len(v) > 1} == {}


def test_formulas_of_one_substance_are_one_molecule():
    """Or oligomers of one, as Al2(CH3)6 is of Al(CH3)3."""
    for term in SUBSTANCES:
        read = [molecule(text) for text in (term.formula, *term.symbols) if text]
        shapes = {smallest(m) for m in read if m is not None and m.centres}
        assert len(shapes) <= 1, term.notation


def smallest(read):
    counts = dict(read.elements)
    least = min(n for n in range(1, 13) if n in counts.values())
    size = max(n for n in range(1, least + 1) if all(c % n == 0 for c in counts.values()))
    return tuple((symbol, count // size) for symbol, count in counts.items())


@pytest.fixture(scope="module")
def script():
    return structures


@pytest.mark.parametrize(
    ("inchi", "formula"),
    [
        ("InChI=1S/4C2H6N.Ti/c4*1-3-2;/h4*1-2H3;/q4*-1;+4", "C8H24N4Ti"),
        ("InChI=1S/4ClH.Ti/h4*1H;/q;;;;+4/p-4", "Cl4Ti"),
        ("InChI=1S/H2O/h1H2", "H2O"),
    ],
)
def test_elements_of_an_inchi_leave_out_its_protons(script, inchi, formula):
    assert script.hill(script.elements_of(inchi)) == formula


BLOCK = """chem:water a skos:Concept, ald:ChemicalSubstance ;
    ald:formula "H2O" ;
    ald:systematicName "water" ;
    ald:inChIKey "OLD" ;
    dcterms:source "common usage" .
"""


def test_the_script_writes_what_agrees(script):
    faults = []
    computed = {"water": ("InChI=1S/H2O/h1H2", "XLYOFNOQVPJJNP-UHFFFAOYSA-N")}
    written = script.rewritten(BLOCK, computed, faults)
    assert '    ald:inChIKey "XLYOFNOQVPJJNP-UHFFFAOYSA-N" ;\n' in written
    assert '    ald:molecularFormula "H2O" ;\n' in written
    assert "OLD" not in written
    assert script.rewritten(written, computed, faults) == written
    assert faults == []


def test_the_script_reports_what_does_not(script):
    faults = []
    computed = {"water": ("InChI=1S/H2O2/c1-2/h1-2H", "MHAJPDPJQMAIIY-UHFFFAOYSA-N")}
    assert "inChIKey" not in script.rewritten(BLOCK, computed, faults)
    assert "inChIKey" not in script.rewritten(BLOCK, {}, faults)
    assert faults == [
        "water: the name gives H2O2, the formula H2O",
        "water: OPSIN or RDKit cannot read the name, or their structures differ",
    ]
