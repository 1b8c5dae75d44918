"""Values listed in the order of their properties or samples."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

FOUND = {
    # a comma ahead of the "and" of the last name, and of the last value
    "The luminance, current efficiency, and EQE were 900 cd/m2, 3 cd/A, and 1.2%, respectively.": [
        ("luminance", "reported", 900, "cd.m-2"),
        ("current_efficiency", "reported", 3, "cd/A"),
        ("external_quantum_efficiency", "reported", 1.2, "percent"),
    ],
    "The cells had a Voc, Jsc, FF, and PCE of 0.6 V, 20 mA/cm2, 0.7, and 8%, respectively.": [
        ("open_circuit_voltage", "reported", 0.6, "V"),
        ("short_circuit_current", "reported", 20, "mA.cm-2"),
        ("fill_factor", "reported", 0.7),
        ("power_conversion_efficiency", "reported", 8, "percent"),
    ],
    # names that are no properties count as places
    "The thickness, refractive index, and roughness were 20 nm, 1.64, and 0.3 nm, respectively.": [
        ("refractive_index", "reported", 1.64),
        ("surface_roughness", "reported", 0.3, "nm"),
    ],
    "The growth per cycle and refractive index were 0.1 nm and 1.64 at 90 °C, respectively.": [
        ("refractive_index", "reported", 1.64)
    ],
    # samples
    "The refractive indices of TiO2, ZnO, and SiO2 are 2.3, 1.9, and 1.45, respectively.": [
        ("refractive_index", "reported", 2.3),
        ("refractive_index", "reported", 1.9),
        ("refractive_index", "reported", 1.45),
    ],
    # bare numbers in a list, and a number of something else behind
    "The refractive indices of the layers were 1.62, 2.05 and 2.31.": [
        ("refractive_index", "reported", 1.62),
        ("refractive_index", "reported", 2.05),
        ("refractive_index", "reported", 2.31),
    ],
    "The refractive index was 2.05 and 30 cycles were run.": [
        ("refractive_index", "reported", 2.05)
    ],
    # the value of another sample, a bound, and what a reaction needs
    "The cell has an efficiency of 15%, outperforming that of 13% of the bare one.": [
        ("power_conversion_efficiency", "increase", "from", 13, 15, "percent")
    ],
    "The quantum yield reached upwards of 80%.": [
        ("photoluminescence_quantum_yield", "reported", ">", 80, "percent")
    ],
    "An overpotential of only 270 mV is required to reach 10 mA/cm2.": [
        ("overpotential", "reported", 270, "mV")
    ],
    # one noun of change for all
    "The luminance, current efficiency, and EQE showed improvements of 82%, 90%, and 28%, "
    "respectively.": [
        ("luminance", "increase", 82, "percent"),
        ("current_efficiency", "increase", 90, "percent"),
        ("external_quantum_efficiency", "increase", 28, "percent"),
    ],
    # the change that a share is called, a level after another, kinds in brackets
    "An improvement was found in the EQE (a 7% increase) and the mobility (a 20% increase).": [
        ("external_quantum_efficiency", "increase", 7, "percent"),
        ("carrier_mobility", "increase", 20, "percent"),
    ],
    "The EQE of small and large devices yielded an enhancement of 73% and 66%.": [
        ("external_quantum_efficiency", "increase", 73, "percent"),
        ("external_quantum_efficiency", "increase", 66, "percent"),
    ],
    "The ligands raised the PCE to 4% for the Schottky cell and 5% for the p-n junction cell.": [
        ("power_conversion_efficiency", "increase", 4, "percent"),
        ("power_conversion_efficiency", "increase", 5, "percent"),
    ],
    "The dots have indirect (1.5 eV) and direct (2.5 eV) band gaps.": [
        ("band_gap", "reported", 1.5, "eV"),
        ("band_gap", "reported", 2.5, "eV"),
    ],
    "The solar cells have an operational lifetime over 200 h.": [
        ("device_lifetime", "reported", ">", 200, "h")
    ],
    "The dots not only have a PLQY of 80% but also exhibit an enhanced stability.": [
        ("photoluminescence_quantum_yield", "reported", 80, "percent"),
        ("stability", "increase"),
    ],
    "The EQE is 7% and an increase of the size was found.": [
        ("external_quantum_efficiency", "reported", 7, "percent")
    ],
    # statements of their own
    "The annealing raised the mobility, and the resistivity fell to 3 mΩ cm.": [
        ("carrier_mobility", "increase"),
        ("resistivity", "decrease", 3, "mOhm.cm"),
    ],
    "The mobility increased, and the carrier density decreased.": [
        ("carrier_mobility", "increase"),
        ("carrier_concentration", "decrease"),
    ],
    "The mobility rose by 20%, and 5 nm of Al2O3 covered the gate.": [
        ("carrier_mobility", "increase", 20, "percent")
    ],
    "A mobility of 5 cm2/Vs is required.": [],
}


def test_values_go_to_their_names():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
