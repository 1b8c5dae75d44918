"""The values of outcomes: which numbers a property has, and which belong to something else."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Words -> property, direction and, where stated, from, value, value_max, bound, unit.
FOUND = {
    # values in brackets with the names of their samples; a ratio at the end of a list; a reference
    # that stands further behind; roughness by its symbol
    "Films with a low resistivity (ZrN: 380 µΩ cm; HfN: 150 µΩ cm) were obtained.": [
        ("resistivity", "reported", 380, "uOhm.cm"),
        ("resistivity", "reported", 150, "uOhm.cm"),
    ],
    "The layer enhanced the luminance and current efficiency of the diodes by a factor of two.": [
        ("luminance", "increase", 2, "{fold}"),
        ("current_efficiency", "increase", 2, "{fold}"),
    ],
    "A higher luminance of 900 cd/m2 and current efficiency of 5 cd/A than before were found.": [
        ("luminance", "increase", 900, "cd.m-2"),
        ("current_efficiency", "increase", 5, "cd/A"),
    ],
    "A superior 17% PCE is achieved by solar cells with it when compared to a 14% PCE before.": [
        ("power_conversion_efficiency", "increase", "from", 14, 17, "percent")
    ],
    "The surface area increases up to a factor 8.": [
        ("accessible_surface", "increase", "<", 8, "{fold}")
    ],
    "The layers were very smooth (rms = 0.4 nm).": [("surface_roughness", "reported", 0.4, "nm")],
    # a percentage of our own thing is its value; the yield of a dye is none of the dots
    "We report a power conversion efficiency of 6.4% of our best cell.": [
        ("power_conversion_efficiency", "reported", 6.4, "percent")
    ],
    "The quantum yield was measured against rhodamine 6G (95%).": [],
    "The quantum yield was compared with that of coumarin 153 with a quantum yield of 54%.": [],
    "The quantum yield was found with cresyl violet (QY = 54%) as the standard.": [],
    "Relative to rhodamine 101 the dots have a quantum yield of 54%.": [
        ("photoluminescence_quantum_yield", "reported", 54, "percent")
    ],
    # the change of one stability is no second one
    "Water causes the degradation of the photostability of the dots.": [
        ("photostability", "decrease")
    ],
    "The dots show unchanged fluorescence emission wavelengths after storage.": [
        ("exciton_peak_position", "none")
    ],
    # sizes that were set, and no shift
    "Increasing the particle size of the dots from 4 to 7 nm red-shifts the emission.": [
        ("exciton_peak_position", "increase")
    ],
    "The emission of the dots shows a 25 nm red-shift.": [
        ("exciton_peak_position", "increase", 25, "nm")
    ],
    # how many times more than another, of values told before
    # a chain of values, and a judgement of another property behind a value
    "The PLQY rises from CdS (12%), via CdS/ZnSe (31%), to CdS/ZnSe/ZnS (72%).": [
        ("photoluminescence_quantum_yield", "increase", "from", 12, 72, "percent")
    ],
    "The LED has an EQE of 9% and a substantially enhanced luminance.": [
        ("external_quantum_efficiency", "reported", 9, "percent"),
        ("luminance", "increase"),
    ],
    # rates for each cycle: the level is a condition, its trend an outcome
    "The etch rate increased from 0.4 to 1.9 Å/cycle.": [
        ("etch_rate", "increase", "from", 0.4, 1.9, "Ao/{cycle}")
    ],
    "The etch rate increased to 0.36 Å/cycle.": [("etch_rate", "increase")],
    "Etch rates from 0.1 Å/cycle at 150 °C to 0.6 Å/cycle at 250 °C were measured.": [],
    "The charge transport was strongly enhanced by the exchange.": [
        ("carrier_mobility", "increase")
    ],
    "The ZnS shell improves the charge transport layer.": [],
    # a level and then how it goes; values listed ahead; a factor that another word has
    "They exhibit several orders of magnitude lower gate leakage and near three times higher "
    "channel current.": [("leakage_current", "decrease")],
    # values
    "The quantum yield of the coated dots is twice that of the bare dots.": [
        ("photoluminescence_quantum_yield", "increase", 2, "{fold}")
    ],
    "The band gaps of the ZnS, ZnO and SnO2 films were 3.7, 3.3 and 3.6 eV, respectively.": [
        ("band_gap", "reported", 3.7, "eV"),
        ("band_gap", "reported", 3.3, "eV"),
        ("band_gap", "reported", 3.6, "eV"),
    ],
    "Their refractive indices were 2.35, 1.98 and 1.90, respectively.": [
        ("refractive_index", "reported", 2.35),
        ("refractive_index", "reported", 1.98),
        ("refractive_index", "reported", 1.90),
    ],
    "The band gap and the refractive index of the film were 5.5 eV and 1.91, respectively.": [
        ("band_gap", "reported", 5.5, "eV"),
        ("refractive_index", "reported", 1.91),
    ],
    "The on/off ratio collapses from 10^6 to 30 upon annealing.": [
        ("on_off_ratio", "decrease", "from", 1e6, 30)
    ],
    "The carrier lifetime is improved from 10 µs before coating to above 3 ms.": [
        ("carrier_lifetime", "increase", "from", 0.01, ">", 3, "ms")
    ],
    "The mass density climbs from 2.78 to 3.11 g cm−3.": [
        ("density", "increase", "from", 2.78, 3.11, "g.cm-3")
    ],
    "The diode lost over 50% of its initial luminance.": [
        ("luminance", "decrease", ">", 50, "percent")
    ],
    "The band gap depends on the phase and is estimated to be 3.6 eV.": [
        ("band_gap", "change"),
        ("band_gap", "reported", 3.6, "eV"),
    ],
    # a recipe or a test is no value of a quality
    "The 20-cycle Al2O3 coating improved the stability of the film.": [("stability", "increase")],
    "The stability of the films is preserved over 25 days.": [("stability", "increase")],
    # limits of an instrument are no amounts
    "The carbon content was below the detection limit of RBS (2 at.%).": [
        ("impurity_content", "absent")
    ],
    "Chlorine stayed under the XPS detection limit of 0.3 at.%.": [("impurity_content", "absent")],
    "The films contained no measurable carbon.": [("impurity_content", "absent")],
    "The carbon content was 2 at.%.": [("impurity_content", "reported", 2, "percent")],
    # references in brackets, lists, ranges
    "The cells reach an efficiency of 18% (15% for the reference).": [
        ("power_conversion_efficiency", "increase", "from", 15, 18, "percent")
    ],
    "The dielectric constants were 8.4 and 24.8.": [
        ("dielectric_constant", "reported", 8.4),
        ("dielectric_constant", "reported", 24.8),
    ],
    "The dielectric constant ranged from 18 to 24.": [("dielectric_constant", "reported", 18)],
    "The refractive index and the mass density reach 2.05 and 9.5 g/cm3, respectively.": [
        ("refractive_index", "reported", 2.05),
        ("density", "reported", 9.5, "g.cm-3"),
    ],
    # two values, a difference and a gain
    "The pore size was narrowed by 0.2 nm, from 0.7 to 0.5 nm.": [
        ("porosity", "decrease", "from", 0.7, 0.5, "nm")
    ],
    "The PCE went up by 1.3% (absolute) to 11.2%.": [
        ("power_conversion_efficiency", "increase", 11.2, "percent")
    ],
    "The cells had a PCE of 11%, representing a 12% gain over the bare ones (9.8%).": [
        ("power_conversion_efficiency", "increase", "from", 9.8, 11, "percent")
    ],
    "Mobility and on/off ratio rose by factors of 40 and 30, respectively.": [
        ("carrier_mobility", "increase", 40, "{fold}"),
        ("on_off_ratio", "increase", 30, "{fold}"),
    ],
    "Red shifts of 20, 38, and 46 meV, respectively, were seen for the three shells.": [
        ("exciton_peak_position", "increase", 20, "meV"),
        ("exciton_peak_position", "increase", 38, "meV"),
        ("exciton_peak_position", "increase", 46, "meV"),
    ],
    "Forming gas raised the Voc by 40 mV and the fill factor by 5%.": [
        ("open_circuit_voltage", "increase", 40, "mV"),
        ("fill_factor", "increase", 5, "percent"),
    ],
    "The maximum luminance was 56 108 cd m-2.": [("luminance", "reported", 56108, "cd.m-2")],
    "The exchange went on with preservation of the shape.": [("structure", "none")],
    "Halogen-free etching of HfO2 was shown.": [],
    "The transistors were tested by bias stress.": [],
    "A Co-to-P ratio of 1.6 was measured.": [("stoichiometry", "reported", 1.6)],
}


def test_properties_have_their_values():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
