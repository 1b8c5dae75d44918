"""What the sentences on one study mean together: roles, architectures, general and special."""

from __future__ import annotations

from kg.extract.findings import Finding
from kg.extract.settle.reconcile import reconcile
from kg.model import Chemical, Content, Form, Material, Process, System
from tests.rows import each_row

CORE_SHELL = System(architecture="core_shell", layers=("CdSe", "Al2O3"))
COMPOSITE = System(architecture="nanocomposite", layers=("CdSe", "Al2O3"))
FILM = System(architecture="thin_film", layers=("CdSe", "Al2O3"))
PLASMA = Chemical(role="plasma_gas", chemical="oxygen")
OXYGEN = Chemical(role="coreactant", chemical="oxygen")
CDSE, PBSE, ZNS = (
    Material(role="core", formula="CdSe"),
    Material(role="core", formula="PbSe"),
    Material(role="shell", formula="ZnS"),
)

#: What is read of a study in its order, and what it comes to.
ACCOUNTS: list[tuple[str, list[Content], list[Content]]] = [
    ("a core/shell is no composite", [COMPOSITE, CORE_SHELL], [CORE_SHELL]),
    ("a composite is no film", [FILM, COMPOSITE], [COMPOSITE]),
    ("a general process gives way", [Process(process="ald"), Process(process="thermal_ald")],
     [Process(process="thermal_ald")]),
    ("a plasma among the reagents", [Process(process="ald"), PLASMA, OXYGEN],
     [Process(process="plasma_enhanced_ald"), PLASMA, OXYGEN]),
    ("a plasma that takes no part in the growth", [Process(process="ald"), PLASMA],
     [Process(process="ald"), PLASMA]),
    ("a plasma that only treats the surface",
     [Process(process="ald"), PLASMA, OXYGEN, Process(process="plasma_treatment")],
     [Process(process="ald"), PLASMA, OXYGEN, Process(process="plasma_treatment")]),
    ("a plasma beside a thermal ALD", [PLASMA, Process(process="thermal_ald")],
     [PLASMA, Process(process="thermal_ald")]),
    ("a shell and its one core are an object", [CDSE, ZNS],
     [CDSE, ZNS, System(architecture="core_shell", layers=("CdSe", "ZnS"))]),
    ("which of two cores has the shell is not said", [CDSE, PBSE, ZNS], [CDSE, PBSE, ZNS]),
    ("a core is not also a bare nanocrystal",
     [CDSE, Material(role="nanocrystal", formula="CdSe")], [CDSE, CDSE]),
    ("a shell is not also a film", [CDSE, ZNS, Material(role="film", formula="ZnS"), CORE_SHELL],
     [CDSE, ZNS, CORE_SHELL]),
    ("the seeds of a metal are no cores", [Material(role="core", formula="Au")],
     [Material(role="nanocrystal", formula="Au")]),
    ("seeds with a shell are", [Material(role="core", formula="Au"), ZNS],
     [Material(role="core", formula="Au"), ZNS,
      System(architecture="core_shell", layers=("Au", "ZnS"))]),
    ("SILAR on an electrode is not colloidal",
     [Process(process="silar"), CORE_SHELL, Material(role="electrode", formula="TiO2")],
     [Process(process="silar"), CORE_SHELL, Material(role="electrode", formula="TiO2")]),
    ("the seeds of a metal are no cores", [Material(role="core", formula="Au")],
     [Material(role="nanocrystal", formula="Au")]),
    ("seeds with a shell are", [Material(role="core", formula="Au"), ZNS],
     [Material(role="core", formula="Au"), ZNS,
      System(architecture="core_shell", layers=("Au", "ZnS"))]),
    ("SILAR on an electrode is not colloidal",
     [Process(process="silar"), CORE_SHELL, Material(role="electrode", formula="TiO2")],
     [Process(process="silar"), CORE_SHELL, Material(role="electrode", formula="TiO2")]),
    ("a quantum dot is not also a nanoparticle",
     [Form(formula="CdSe", form="quantum_dot"), Form(formula="CdSe", form="nanoparticle")],
     [Form(formula="CdSe", form="quantum_dot")]),
    ("SILAR that gives shells is colloidal", [Process(process="silar"), CORE_SHELL],
     [Process(process="colloidal_silar"), CORE_SHELL]),
    ("SILAR that gives films is not", [Process(process="silar"), FILM],
     [Process(process="silar"), FILM]),
]  # fmt: skip


@each_row(("what", "read", "wanted"), ACCOUNTS, ids=lambda row: row[0])
def test_one_consistent_account(what: str, read: list[Content], wanted: list[Content]) -> None:
    findings = [Finding(content=content, at=at, rule="r") for at, content in enumerate(read)]
    assert [finding.content for finding in reconcile(findings)] == wanted


def test_a_route_that_is_told_rules_out_one_that_is_only_supposed():
    supposed = Finding(
        content=Process(process="colloidal_synthesis"), at=0, rule="particle-synthesis"
    )
    told = Finding(content=Process(process="solvothermal_synthesis"), at=9, rule="process-named")
    reduced = Finding(content=Process(process="chemical_reduction"), at=19, rule="process-named")
    assert reconcile([supposed]) == [supposed]
    assert reconcile([supposed, told]) == [told]
    assert reconcile([supposed, told, reduced]) == [supposed, told, reduced]


@each_row(
    ("solid", "shape", "is_reduced"),
    [("Au", "nanorod", True), ("CdSe", "nanorod", False), ("Ag", "thin_film", False)],
)
def test_a_reducing_agent_that_is_added_reduces_particles_of_metals(
    solid: str, shape: str, is_reduced: bool
) -> None:
    reduction = Finding(content=Process(process="chemical_reduction"), at=9, rule="reducer-added")
    formed = Finding(content=Form(formula=solid, form=shape), at=0, rule="material-form")
    assert (reduction in reconcile([formed, reduction])) == is_reduced
