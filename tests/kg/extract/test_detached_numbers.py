"""Numbers near a property that measure something else, and numbers that only look so."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Words -> property, direction and, where stated, from, value, value_max, bound, unit.
FOUND = {
    # a word of change or lack has a number only where the grammar joins both
    "The CuO films deposited at 2%, 4% and 6% of O2 showed delamination.": [],
    "A first decomposition of the film occurred near 310 °C, resulting in 48% mass loss.": [
        ("stability", "decrease")
    ],
    "The film is rougher than that of MgO and consists of grains with a size of 50–80 nm.": [
        ("surface_roughness", "increase")
    ],
    "The PL peak red-shifts as the excitation wavelength is increased from 380 to 420 nm.": [
        ("exciton_peak_position", "increase")
    ],
    "The PL peak red-shifts from 580 to 604 nm.": [
        ("exciton_peak_position", "increase", "from", 580, 604, "nm")
    ],
    "The ZnO film is rougher (4.2 nm) than the TiO2 film (0.9 nm).": [
        ("surface_roughness", "increase", "from", 0.9, 4.2, "nm")
    ],
    "The Al2O3 coat cut the degradation of the cell by 60 %.": [
        ("stability", "increase", 60, "percent")
    ],
    "The cells showed a degradation of 8 % after 200 h.": [("stability", "decrease", 8, "percent")],
    "The cathode suffered a capacity fade of 35 % over 80 cycles.": [
        ("capacity_retention", "decrease", 35, "percent")
    ],
    "The nonuniformity of the HfO2 film was 1.8 %.": [("uniformity", "reported", 1.8, "percent")],
    # the noun that a number stands before, or that "of" ties to it
    "The Rh/CeO2 catalyst gave 62.5 % of toluene conversion and 91 % of xylene selectivity.": [
        ("catalytic_activity", "reported", 62.5, "percent"),
        ("catalytic_selectivity", "reported", 91, "percent"),
    ],
    "The Ru catalyst reached a conversion of 71 % and a selectivity of 88 %.": [
        ("catalytic_activity", "reported", 71, "percent"),
        ("catalytic_selectivity", "reported", 88, "percent"),
    ],
    "The Pd catalyst showed high selectivity at a loading of 2 %.": [],
    "The transistor was run at a gate voltage of 10 V and its threshold voltage was noted.": [],
    "The open-circuit voltage was compared with an applied bias of 0.2 V.": [],
    "The absorption was measured assuming 90 % recovery of the dots.": [],
    "The CO absorption on the Pd surface (2060 cm-1) was seen.": [],
    "The dye absorption causes an emission that is 6 times stronger.": [("absorption", "increase")],
    "The ZnO transistor works at an operating voltage of 3 V.": [],
    "The InP LED has an operating voltage of 2.4 V.": [("threshold_voltage", "reported", 2.4, "V")],
    # what was said before, of another noun
    "The strain rises by 12 %, in line with an increased band gap.": [
        ("strain", "increase", 12, "percent"),
        ("band_gap", "increase"),
    ],
    # the share of water vapour in a gas, and the current at which a harm is done
    "The PCE of the cells kept in a box (relative humidity lower than 25 %) changed.": [],
    "The PCE fell to 11 % at a relative humidity of 70 %.": [
        ("power_conversion_efficiency", "decrease", 11, "percent")
    ],
    "The Ni anode showed coking poisoning at 150–180 mA/cm2.": [],
    # what both ends say, beside by how much
    "The PCE was raised by 20% from 10.5 ± 0.2% to 12.6 ± 0.3% by the Al2O3 layer.": [
        ("power_conversion_efficiency", "increase", "from", 10.5, 12.6, "percent")
    ],
    # a list that shares the unit of its last number, and thousands
    "The refractive indices of films grown at a pressure of 0.3, 0.6, and 2.0 Pa were fitted.": [],
    "The refractive indices were 1.7, 1.8, and 1.9.": [
        ("refractive_index", "reported", 1.7),
        ("refractive_index", "reported", 1.8),
        ("refractive_index", "reported", 1.9),
    ],
    "The quality factor scales from ~6000 to 12,000.": [
        ("quality_factor", "increase", "from", 6000, 12000)
    ],
    # how far two values lie apart
    "The spectra show a 0.9 nm difference in FWHM between two spots.": [],
    "The threshold voltage shifted by 2.4 V under bias.": [
        ("threshold_voltage", "change", 2.4, "V")
    ],
    # windows, pictures and thicknesses are no positions of peaks, nor are vibrations
    "The light was integrated over the emission from 520 nm to 560 nm.": [],
    "The emission of the dots was shifted from 1400 nm to 1250 nm.": [
        ("exciton_peak_position", "decrease", "from", 1400, 1250, "nm")
    ],
    "Light harvesting (absorption and reflection) of the cells with a 250 nm spacer.": [],
    "The G band of the carbon shows a blue shift in the Raman spectrum.": [],
    # what a photocatalyst does to others is no lack of stability
    "The degradation rate of RhB on WO3 was increased.": [
        ("photocatalytic_efficiency", "increase")
    ],
    "Only 20 % of MB molecules were decomposed within 60 min.": [],
    "A quantum efficiency of 9 % for hydrogen evolution was reached.": [
        ("photocatalytic_efficiency", "reported", 9, "percent")
    ],
}


def test_sentences_give_their_outcomes():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
