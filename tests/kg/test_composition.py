"""Composition classes by elements, and that the ontology knows each of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.composition import composition_classes

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
    ("PbSe", "Chalcogenide IVVISemiconductor LeadChalcogenide Selenide"),
    ("PbE", "Chalcogenide IVVISemiconductor LeadChalcogenide"),
    ("ZnxCd1-xS", "Chalcogenide IIVISemiconductor Sulfide"),
    ("Bi2Te3", "Chalcogenide Telluride"),
    ("Cu2ZnSn(S,Se)4", "Chalcogenide Selenide Sulfide"),
    ("Cu3PS4", "Chalcogenide Sulfide"),
    ("Cu-Sn-S", "Chalcogenide Sulfide"),
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
]


@pytest.mark.parametrize(("formula", "expected"), CASES)
def test_classes(formula: str, expected: str) -> None:
    assert " ".join(composition_classes(formula)) == expected


def test_the_ontology_declares_every_class() -> None:
    declared = ONTOLOGY.read_text(encoding="utf-8")
    used = {name for _, expected in CASES for name in expected.split()}
    assert [name for name in sorted(used) if f"\nald:{name} a owl:Class" not in declared] == []
