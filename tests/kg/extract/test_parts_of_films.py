"""Solids side by side in films, particles, cermets, and solids that their cycles or a verb tell."""

from __future__ import annotations

from tests.kg.extract.claim_rows import failures

#: Text -> claims that must come out of it, and claims that must not.
PARTS = (
    # particles with a part of each solid
    (
        "CoO-MgO nanoparticles were synthesized.",
        {"nanocrystal CoO", "nanocrystal MgO", "CoO nanoparticle", "MgO nanoparticle"},
        {"core CoO", "core_shell ['CoO', 'MgO']"},
    ),
    (
        "LaCoO3/BaZrO3 nanocrystals were synthesized.",
        {"nanocrystal LaCoO3", "nanocrystal BaZrO3"},
        {"shell BaZrO3", "thin_film ['LaCoO3', 'BaZrO3']"},
    ),
    (
        "ZnTe-ZnSe nanocrystals were synthesized.",
        {"nanocrystal ZnTe", "nanocrystal ZnSe"},
        {"shell ZnSe"},
    ),
    (
        "Ag-SnO2 nanorods were synthesized.",
        {"nanocrystal Ag", "nanocrystal SnO2", "SnO2 nanorod"},
        {"Ag nanorod"},
    ),
    (
        "Pd-MgO nanorods were tested as a catalyst for the oxidation of methane.",
        set(),
        {"nanocrystal MgO", "Pd nanorod"},
    ),
    # films
    ("Ta/TaN films were grown by ALD.", {"film Ta", "film TaN"}, set()),
    ("Pt/NiO/Ti films were grown by ALD.", set(), {"film Pt", "film Ti"}),
    ("Pd/C films were prepared.", {"nanocrystal Pd", "support C"}, {"film Pd", "Pd thin_film"}),
    ("LCMO/PZT films were grown by ALD.", {"film LCMO", "film PZT"}, set()),
    ("hBN–SnS2 films were grown by CVD.", {"film BN", "film SnS2"}, {"film hBN"}),
    # composites with carbon, which carries the other solid, and cermets
    (
        "CuO-graphene composites were prepared.",
        {"nanocrystal CuO", "support C"},
        {"nanocomposite ['CuO', 'C']", "matrix C"},
    ),
    (
        "The rGO/NiO composite was prepared.",
        {"nanocrystal NiO", "support rGO"},
        {"nanocrystal rGO"},
    ),
    (
        "A Co-SDC cermet was prepared.",
        {"nanocrystal Co", "matrix SDC", "nanocomposite ['Co', 'SDC']"},
        {"thin_film ['Co', 'SDC']"},
    ),
    (
        "The ScSZ/Ni cermet was sintered.",
        {"nanocrystal Ni", "matrix ScSZ", "nanocomposite ['Ni', 'ScSZ']"},
        {"matrix Ni"},
    ),
    # solids called by words, and what is no stack of them
    (
        "Polypyrrole/WO3 films were deposited.",
        {"film polypyrrole", "film WO3"},
        {"film WO3/polypyrrole"},
    ),
    ("CuO/graphene oxide films were deposited.", {"film CuO", "film GO"}, {"film C"}),
    (
        "NiO/N-rGO composites were prepared.",
        {"nanocrystal NiO", "support rGO"},
        {"film N", "support N"},
    ),
    (
        "Lead iodide/lead chloride coated PbSe quantum dots were made.",
        {"nanocrystal PbSe"},
        {"matrix PbCl2", "thin_film ['PbI2', 'PbCl2']"},
    ),
    # cycles of a solid
    ("After 150 cycles of ZrO2 the film was dense.", {"film ZrO2"}, set()),
    ("The growth per cycle of ZrO2 was studied.", set(), {"film ZrO2"}),
    ("After 150 cycles of NaMnO2 the cell was discharged.", set(), {"film NaMnO2"}),
    ("We ran 20 cycles of NiCp2/O3.", set(), {"film NiCp2"}),
    (
        "PbSe quantum dots with 2 and 8 cycles of MgO were compared.",
        {"nanocrystal PbSe", "matrix MgO"},
        {"film MgO"},
    ),
    # layers that grow in a dispersion
    (
        "CdTe quantum dots were synthesized. ZnTe was then grown by colloidal ALD.",
        {"core CdTe", "shell ZnTe", "core_shell ['CdTe', 'ZnTe']"},
        {"film ZnTe"},
    ),
    (
        "CdTe quantum dots were synthesized. ZnTe was grown on FTO by SILAR.",
        {"film ZnTe", "substrate FTO"},
        {"shell ZnTe"},
    ),
    # a verb that is said once
    (
        "NiO was deposited by ALD at 220 °C, MgO at 180 °C and SnO2 at 120 °C.",
        {"film NiO", "film MgO", "film SnO2"},
        set(),
    ),
    (
        "SnO2 was deposited on quartz and NiO on sapphire by ALD.",
        {"film SnO2", "film NiO", "substrate SiO2", "substrate Al2O3"},
        {"substrate NiO"},
    ),
    (
        "SnO2 was deposited by ALD at 150 °C and NiO at 90 °C was bought.",
        {"film SnO2"},
        {"film NiO"},
    ),
)


def test_the_parts_of_films_and_particles_are_told():
    assert failures(PARTS) == []
