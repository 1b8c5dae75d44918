"""Faults of one kind each, seen on real papers, and what must come out of a text of that kind."""

from __future__ import annotations

import pytest

import corpus
from kg.claims import to_record
from kg.extract import extract

KEYS = ("role", "formula", "form", "layers", "process", "chemical", "parameter", "value",
        "value_max", "unit", "application", "technique")  # fmt: skip


def read(text: str) -> set[tuple[object, ...]]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    claims = [to_record(claim) for claim in extract(paper)]
    return {(c["kind"], *(str(c[key]) for key in KEYS if c.get(key) is not None)) for c in claims}


@pytest.mark.parametrize(
    ("text", "wanted", "refused"),
    [
        pytest.param(
            "InP wafers were covered with 6 nm of ZrO2 by ALD at 220 °C.",
            {("material", "substrate", "InP"), ("material", "film", "ZrO2")},
            {("material", "nanocrystal", "InP"), ("material", "matrix", "ZrO2")},
            id="a wafer is no nanocrystal",
        ),
        pytest.param(
            "A glass/ITO/PVK/QD/ZnO/Al diode was made with InP quantum dots.",
            {("form", "InP", "quantum_dot")},
            {("form", "ITO", "quantum_dot"), ("form", "glass", "quantum_dot")},
            id="dots are a layer of the device",
        ),
        pytest.param(
            "Annual leaf damage (ALD) was counted on 20 trees, and ALD rose. ZnO is white.",
            set(),
            {("process", "ald")},
            id="an acronym that the document defines otherwise",
        ),
        pytest.param(
            "A stack of silicon/insulator/silicon(SIS) was cut, and SIS was etched. ZnO is white.",
            set(),
            {("process", "sequential_infiltration_synthesis")},
            id="an acronym whose bracket is glued to its words",
        ),
        pytest.param(
            "Thermal admittance spectroscopy (TAS) of the ZnO films was done. TAS showed traps.",
            set(),
            {("technique", "transient_absorption")},
            id="an acronym that shares a common word with the name",
        ),
        pytest.param(
            "High-angle annular dark-field imaging (HAADF) showed Pt dots made by atomic layer"
            " deposition (ALD).",
            {("process", "ald")},
            set(),
            id="an acronym that the document spells out",
        ),
        pytest.param(
            "In future work we will coat CdTe dots with Al2O3 by ALD.",
            set(),
            {("material", "film", "Al2O3"), ("material", "matrix", "Al2O3")},
            id="plans make no claim",
        ),
        pytest.param(
            "SnO2 was deposited by ALD at 120°C–180°C. The films were annealed at 350°C-400°C.",
            {
                ("condition", "temperature", "120", "180", "Cel"),
                ("condition", "annealing_temperature", "350", "400", "Cel"),
            },
            set(),
            id="both ends of a range carry the unit",
        ),
        pytest.param(
            "Hexane has a vapour pressure of 17 kPa at room temperature. XPS was done at"
            " 2 × 10⁻⁹ mbar with a 532 nm laser nearby; the diode had a rise time of 8 ms.",
            set(),
            {
                ("condition", "pressure", "17", "kPa"),
                ("condition", "duration", "8", "ms"),
                ("condition", "pressure", "2e-09", "mbar"),
                ("application", "laser"),
            },
            id="numbers of substances, instruments and devices",
        ),
        pytest.param(
            "NbN was grown by ALD with NH3 plasma. The chamber was cleaned with an SF6 plasma.",
            {("chemical", "coreactant", "ammonia")},
            {("chemical", "coreactant", "sf6"), ("process", "surface_pretreatment")},
            id="a gas that cleans the chamber",
        ),
        pytest.param(
            "Ozone and D2O were used as co-reactants with DEZ in the ALD of ZnO.",
            {
                ("chemical", "precursor", "diethylzinc"),
                ("chemical", "coreactant", "ozone"),
                ("chemical", "coreactant", "d2o"),
            },
            {("chemical", "coreactant", "diethylzinc")},
            id="what stands behind with is no co-reactant",
        ),
        pytest.param(
            "The Cu/ZnO/Al2O3 catalyst was coated with TiO2 by ALD.",
            {("material", "film", "TiO2"), ("material", "substrate", "Al2O3")},
            set(),
            id="the slashes of a catalyst stack nothing",
        ),
        pytest.param(
            "ZnO nanowire transistors were made.",
            {("form", "ZnO", "nanowire"), ("application", "field_effect_transistor")},
            set(),
            id="a shape that the name of a device begins with",
        ),
        pytest.param(
            "Films of hafnium and zirconium oxides were grown by ALD.",
            {("material", "film", "HfO2"), ("material", "film", "ZrO2")},
            {("material", "film", "Hf")},
            id="an anion that two metals share",
        ),
        pytest.param(
            "Al2O3 was grown by ALD. Scanning and transmission electron microscopy, Raman and"
            " photoluminescence (PL) spectroscopy and absorption and PL spectra of the CdSe dots"
            " were taken.",
            {("technique", t) for t in ("sem", "tem", "raman", "photoluminescence")}
            | {("technique", "uv_vis_absorption")},
            set(),
            id="a last word that techniques share",
        ),
        pytest.param(
            "Al2O3 was grown by ALD. XPS was used to tell a possible origin of its band gap.",
            {("technique", "xps")},
            set(),
            id="a technique serves a supposition",
        ),
        pytest.param(
            "CdTe quantum dots were linked to TiO2 by thioglycolic acid (TGA) as a stabilizer.",
            {("chemical", "ligand", "thioglycolic acid")},
            {("technique", "tga")},
            id="an acronym that the document defines for a reagent",
        ),
        pytest.param(
            "The pulse sequence TMA/purge/water/purge was 0.1/8/0.3/8 s.",
            {
                ("condition", "pulse_time", "0.1", "s"),
                ("condition", "pulse_time", "0.3", "s"),
                ("condition", "purge_time", "8", "s"),
            },
            set(),
            id="steps of a cycle in one run of numbers",
        ),
        pytest.param(
            "HfO2 was grown by ALD on a film of InAs@ZnSe core@shell quantum dots infilled with"
            " HfO2.",
            {("system", "['InAs', 'ZnSe', 'HfO2']"), ("material", "matrix", "HfO2")},
            set(),
            id="a core/shell dot inside a matrix",
        ),
        pytest.param(
            "CdSe/CdTe core/crown nanoplatelets emit in the infrared.",
            {("material", "core", "CdSe"), ("material", "shell", "CdTe")},
            set(),
            id="a crown",
        ),
        pytest.param(
            "Pd nanoparticles on graphene were overcoated with TiO2 as a catalyst for methanol.",
            {("material", "nanocrystal", "Pd"), ("material", "support", "C")},
            {("material", "core", "Pd"), ("material", "substrate", "C")},
            id="a catalyst on its support",
        ),
        pytest.param(
            "Sb-doped SnO2 films were grown by ALD.",
            {("material", "dopant", "Sb"), ("material", "film", "SnO2")},
            {("material", "film", "Sb")},
            id="a dopant",
        ),
    ],
)
def test_a_text_of_the_kind_is_read_right(text, wanted, refused):
    found = read(text)
    assert wanted <= found
    assert not refused & found
