"""Composition classes by elements, and that the ontology knows each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.composition import composition_classes
from tests.rows import each_row

ONTOLOGY = Path(__file__).parents[2] / "ontology" / "modules" / "materials.ttl"

CASES = [
    ("Al2O3", "Oxide"),
    ("AlOx", "Oxide"),
    ("CeO2-x", "Oxide"),
    ("(Ti,Cr)Ox", "Oxide"),
    ("Li2CO3", "Oxide"),
    ("ITO", "Oxide"),
    ("LiPON", "Nitride Oxide Pnictide"),
    ("ZnO", "IIVISemiconductor Oxide"),
    ("ZnO:Al", "IIVISemiconductor Oxide"),
    ("PbSe", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound Selenide"),
    ("PbE", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound"),
    ("ZnxCd1-xS", "ChalcogenCompound IIVISemiconductor Sulfide"),
    ("Bi2Te3", "ChalcogenCompound Telluride"),
    ("Cu2ZnSn(S,Se)4", "ChalcogenCompound Selenide Sulfide"),
    ("Cu3PS4", "ChalcogenCompound Sulfide"),
    ("Cu-Sn-S", "ChalcogenCompound Sulfide"),
    ("CsPbBr3", "Bromide Halide HalidePerovskite LeadHalidePerovskite"),
    ("CsPbX3", "Halide HalidePerovskite LeadHalidePerovskite"),
    ("CH3NH3PbI3", "Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("Cs2AgBiBr6", "Bromide Halide HalidePerovskite"),
    ("PbI2", "Halide Iodide"),
    ("AlF3", "Fluoride Halide"),
    ("TiN", "Nitride Pnictide"),
    ("InP", "IIIVSemiconductor Phosphide Pnictide"),
    ("InAs", "Arsenide IIIVSemiconductor Pnictide"),
    ("SiC", "Carbide"),
    ("Ag", "Metal"),
    ("Au-Pd", "Alloy Metal"),
    ("Al-PMOF", "MetalOrganicFramework"),
    ("Si", ""),
    ("H2O", ""),
    ("S2-", ""),
    ("Zn(OAc)2", ""),
    ("MX2", ""),
    ("no formula at all", ""),
    ("SiO2", "Oxide"),
    ("Hf0.5Zr0.5O2", "Oxide"),
    ("HfO2:La", "Oxide"),
    ("SrTiO3", "Oxide"),
    ("BiFeO3", "Oxide"),
    ("LiCoO2", "Oxide"),
    ("Li3PO4", "Oxide"),
    ("AlPO4", "Oxide"),
    ("VO2", "Oxide"),
    ("TiO2-xNx", "Nitride Oxide Pnictide"),
    ("SiOxNy", "Nitride Oxide Pnictide"),
    ("HfSiON", "Nitride Oxide Pnictide"),
    ("InGaZnO4", "Oxide"),
    ("IGZO", "Oxide"),
    ("Zn(O,S)", "ChalcogenCompound IIVISemiconductor Oxide Sulfide"),
    ("MgZnO", "IIVISemiconductor Oxide"),
    ("HgO", "IIVISemiconductor Oxide"),
    ("MgF2", "Fluoride Halide"),
    ("AlOOH", "Oxide"),
    ("Al(OH)3", ""),
    ("Ca10(PO4)6(OH)2", "Oxide"),
    ("La2O2CO3", "Oxide"),
    ("Y3Al5O12:Ce3+", "Oxide"),
    ("NaYF4:Yb,Er", "Fluoride Halide"),
    ("AlOF", "Fluoride Halide Oxide"),
    ("Nb:SrTiO3", "Oxide"),
    ("Ln2O3", "Oxide"),
    ("KNO3", ""),
    ("Li2SO4", ""),
    ("CuSO4*5H2O", ""),
    ("NaOH", ""),
    ("ZnTe", "ChalcogenCompound IIVISemiconductor Telluride"),
    ("CdTe", "ChalcogenCompound IIVISemiconductor Telluride"),
    ("HgSe", "ChalcogenCompound IIVISemiconductor Selenide"),
    ("CdxZn1-xSe", "ChalcogenCompound IIVISemiconductor Selenide"),
    ("ZnSeTe", "ChalcogenCompound IIVISemiconductor Selenide Telluride"),
    ("CdE", "ChalcogenCompound IIVISemiconductor"),
    ("PbS", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound Sulfide"),
    ("PbTe", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound Telluride"),
    ("PbSxSe1-x", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound Selenide Sulfide"),
    ("Pb1-xSnxTe", "ChalcogenCompound IVVISemiconductor LeadChalcogenCompound Telluride"),
    ("SnS", "ChalcogenCompound IVVISemiconductor Sulfide"),
    ("GeTe", "ChalcogenCompound IVVISemiconductor Telluride"),
    ("SnS2", "ChalcogenCompound IVVISemiconductor Sulfide"),
    ("InSb", "Antimonide IIIVSemiconductor Pnictide"),
    ("GaAs", "Arsenide IIIVSemiconductor Pnictide"),
    ("GaN", "IIIVSemiconductor Nitride Pnictide"),
    ("AlGaN", "IIIVSemiconductor Nitride Pnictide"),
    ("InGaAs", "Arsenide IIIVSemiconductor Pnictide"),
    ("BN", "IIIVSemiconductor Nitride Pnictide"),
    ("Ga0.5In0.5P", "IIIVSemiconductor Phosphide Pnictide"),
    ("(Al,Ga)N", "IIIVSemiconductor Nitride Pnictide"),
    ("AlP", "IIIVSemiconductor Phosphide Pnictide"),
    ("Ge2Sb2Te5", "ChalcogenCompound Telluride"),
    ("Sb2S3", "ChalcogenCompound Sulfide"),
    ("MoS2", "ChalcogenCompound Sulfide"),
    ("WTe2", "ChalcogenCompound Telluride"),
    ("CuInSe2", "ChalcogenCompound Selenide"),
    ("AgBiS2", "ChalcogenCompound Sulfide"),
    ("Cu2-xS", "ChalcogenCompound Sulfide"),
    ("Li2S", "ChalcogenCompound Sulfide"),
    ("Li10GeP2S12", "ChalcogenCompound Sulfide"),
    ("Li6PS5Cl", "ChalcogenCompound Chloride Halide Sulfide"),
    ("Li3PS4", "ChalcogenCompound Sulfide"),
    ("As2S3", "ChalcogenCompound Sulfide"),
    ("CsPb(Br,I)3", "Bromide Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("MAPbI3", "Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("FA1-xCsxPbI3", "Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("(PEA)2PbI4", "Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("(C4H9NH3)2PbBr4", "Bromide Halide HalidePerovskite LeadHalidePerovskite"),
    ("HC(NH2)2PbI3", "Halide HalidePerovskite Iodide LeadHalidePerovskite"),
    ("Cs4PbBr6", "Bromide Halide HalidePerovskite LeadHalidePerovskite"),
    ("CsSnI3", "Halide HalidePerovskite Iodide"),
    ("Cs3Bi2I9", "Halide HalidePerovskite Iodide"),
    ("Cs3Cu2I5", "Halide Iodide"),
    ("AgCl", "Chloride Halide"),
    ("CsI", "Halide Iodide"),
    ("PbBr2", "Bromide Halide"),
    ("TaN", "Nitride Pnictide"),
    ("Ta3N5", "Nitride Pnictide"),
    ("WNxCy", "Carbide Nitride Pnictide"),
    ("TiAlN", "Nitride Pnictide"),
    ("Si3N4", "Nitride Pnictide"),
    ("C3N4", "Nitride Pnictide"),
    ("g-C3N4", "Nitride Pnictide"),
    ("SiCN", "Carbide Nitride Pnictide"),
    ("ZnGeN2", "Nitride Pnictide"),
    ("Zn3P2", "Phosphide Pnictide"),
    ("CoP", "Phosphide Pnictide"),
    ("InPO4", "Oxide"),
    ("Cd3As2", "Arsenide Pnictide"),
    ("CoSb3", "Antimonide Pnictide"),
    ("B4C", "Carbide"),
    ("WC", "Carbide"),
    ("Ti3C2Tx", "Carbide"),
    ("SiOC", "Carbide Oxide"),
    ("Pt", "Metal"),
    ("Hg", "Metal"),
    ("AuAg", "Alloy Metal"),
    ("PtRu", "Alloy Metal"),
    ("Pt3Sn", "Alloy Metal"),
    ("CoFeB", "Alloy Metal"),
    ("FePt", "Alloy Metal"),
    ("CoSi2", ""),
    ("TiB2", ""),
    ("LaB6", ""),
    ("Te", ""),
    ("C60", ""),
    ("Sb", ""),
    ("SiGe", ""),
    ("ZIF-8", "MetalOrganicFramework"),
    ("UiO-66-NH2", "MetalOrganicFramework"),
    ("MIL-101(Cr)", "MetalOrganicFramework"),
    ("Cu3(BTC)2", "MetalOrganicFramework"),
    ("Cu-BTC", "MetalOrganicFramework"),
    ("TiCl4", "Chloride Halide"),
    ("Hf[N(CH3)2]4", ""),
    ("La(thd)3", ""),
    ("Cu(hfac)2", ""),
    ("NH3", ""),
    ("Pb(SCN)2", ""),
    ("NaBH4", ""),
    ("HAuCl4", ""),
    ("CH3NH3I", ""),
    ("PbX2", ""),
]


@each_row(("formula", "expected"), CASES)
def test_classes(formula: str, expected: str) -> None:
    assert " ".join(composition_classes(formula)) == expected


def test_the_table_is_as_long_as_promised() -> None:
    assert len({formula for formula, _ in CASES}) == len(CASES) >= 140


@pytest.mark.parametrize(
    ("family", "members"),
    [
        ("LeadChalcogenCompound", "PbE PbS PbSe PbTe Pb1-xSnxTe PbSxSe1-x"),
        ("HalidePerovskite", "CsPbX3 CsSnI3 Cs2AgBiBr6"),
        ("Metal", "Ag Pt Hg AuAg"),
    ],
)
def test_a_family_can_be_asked(family: str, members: str) -> None:
    found = {formula for formula, _ in CASES if family in composition_classes(formula)}
    assert found >= set(members.split())
    assert not found & {"CdSe", "Al2O3", "PbI2", "Si", "PbX2"}


def test_a_mixed_amount_and_a_dopant_do_not_change_the_family() -> None:
    for plain, printed in [("ZnS", "ZnxCd1-xS"), ("ZnO", "Al:ZnO"), ("CsPbBr3", "CsPbBr3-x")]:
        assert composition_classes(plain) == composition_classes(printed)


def test_the_ontology_declares_every_class() -> None:
    declared = ONTOLOGY.read_text(encoding="utf-8")
    used = {name for _, expected in CASES for name in expected.split()}
    assert [name for name in sorted(used) if f"\nald:{name} a owl:Class" not in declared] == []
