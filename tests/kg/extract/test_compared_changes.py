"""Changes that are told by a comparison: with another sample, with what was before, by a ratio."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Sentences -> their outcomes: property, direction and, where stated, from, value, bound, unit.
FOUND = {
    # a ratio and the value that it led to: two outcomes
    "The carrier lifetime lengthened fivefold to 0.4 ms.": [
        ("carrier_lifetime", "increase", 5, "{fold}"),
        ("carrier_lifetime", "increase", 0.4, "ms"),
    ],
    "The dark current shrank by two orders of magnitude, reaching 3 nA.": [
        ("dark_current", "decrease", 100, "{fold}"),
        ("dark_current", "decrease", 3, "nA"),
    ],
    "The device lifetime doubled to 120 h.": [
        ("device_lifetime", "increase", 2, "{fold}"),
        ("device_lifetime", "increase", 120, "h"),
    ],
    "The luminance improved by 30 % (to 1300 cd/m2).": [
        ("luminance", "increase", 30, "percent"),
        ("luminance", "increase", 1300, "cd.m-2"),
    ],
    "The exchange brought a tenfold rise in mobility, to 2 cm2/Vs.": [
        ("carrier_mobility", "increase", 10, "{fold}"),
        ("carrier_mobility", "increase", 2, "cm2.V-1.s-1"),
    ],
    "A twentyfold increase of the on/off ratio to 10^7 was seen.": [
        ("on_off_ratio", "increase", 20, "{fold}"),
        ("on_off_ratio", "increase", 1e7),
    ],
    "The linewidth was halved to 22 nm.": [
        ("linewidth", "decrease", 2, "{fold}"),
        ("linewidth", "decrease", 22, "nm"),
    ],
    "The leakage current fell a hundredfold, from 200 to 2 nA.": [
        ("leakage_current", "decrease", "from", 200, 2, "nA")
    ],
    # what a value is compared with
    "A mobility of 9 cm2/Vs was measured, exceeding that of the bare film (4 cm2/Vs).": [
        ("carrier_mobility", "increase", "from", 4, 9, "cm2.V-1.s-1")
    ],
    "The breakdown field was 6 MV/cm, well above the 4 MV/cm of the sputtered films.": [
        ("dielectric_breakdown", "increase", "from", 4, 6, "MV.cm-1")
    ],
    "The linewidth of 24 nm lies below that of the cores (31 nm).": [
        ("linewidth", "decrease", "from", 31, 24, "nm")
    ],
    "The threshold voltage is 1.9 V as against 2.6 V for diodes without the layer.": [
        ("threshold_voltage", "decrease", "from", 2.6, 1.9, "V")
    ],
    "The quantum yield was 81 % against 44 % for the uncoated dots.": [
        ("photoluminescence_quantum_yield", "increase", "from", 44, 81, "percent")
    ],
    "The quantum yield was 81 %; without the shell, it reached only 44 %.": [
        ("photoluminescence_quantum_yield", "increase", "from", 44, 81, "percent")
    ],
    "The dots show a lifetime of 40 ns; that of the bare cores is 12 ns.": [
        ("photoluminescence_lifetime", "increase", "from", 12, 40, "ns")
    ],
    "The refractive index was 1.9, as compared to 1.7 for the uncoated film.": [
        ("refractive_index", "increase", "from", 1.7, 1.9)
    ],
    "The fill factor was 0.74 instead of 0.61.": [("fill_factor", "increase", "from", 0.61, 0.74)],
    "The quantum yield is 70 % (bare cores: 20 %).": [
        ("photoluminescence_quantum_yield", "increase", "from", 20, 70, "percent")
    ],
    "The quantum yield was 81 % and the linewidth 24 nm.": [
        ("photoluminescence_quantum_yield", "reported", 81, "percent"),
        ("linewidth", "reported", 24, "nm"),
    ],
    # a level in apposition, and how much more that is
    "Their luminance, 5000 cd/m2, exceeds that of the other diodes by 20 %.": [
        ("luminance", "reported", 5000, "cd.m-2"),
        ("luminance", "increase", 20, "percent"),
    ],
    "The lifetime of the dots, 90 ns, is six times that of the cores.": [
        ("photoluminescence_lifetime", "reported", 90, "ns"),
        ("photoluminescence_lifetime", "increase", 6, "{fold}"),
    ],
    "The trap density was 3 × 10^12 cm-2, i.e. twice that of silica.": [
        ("trap_states", "reported", 3e12, "cm-2"),
        ("trap_states", "increase", 2, "{fold}"),
    ],
    "The refractive index, 2.1 at 633 nm, did not change with the dose.": [
        ("refractive_index", "none", 2.1)
    ],
    # adverbs that compare
    "The etch rate was 25-fold slower than before.": [("etch_rate", "decrease", 25, "{fold}")],
    "The films grew three times faster than those from water.": [
        ("growth_rate", "increase", 3, "{fold}")
    ],
    "The hydrogen evolution rate was nine times as fast as that of the bare rods.": [
        ("photocatalytic_efficiency", "increase", 9, "{fold}")
    ],
    "The emission of the dots became 40 times brighter.": [
        ("photoluminescence_intensity", "increase", 40, "{fold}")
    ],
    # pairs of samples, parts, units alone
    "Whereas the bare electrode delivers 140 mAh/g, the coated one delivers 165 mAh/g.": [
        ("specific_capacity", "increase", "from", 140, 165, "mA.h.g-1")
    ],
    "Without the layer, the quantum yield was 44 %; with it, 81 %.": [
        ("photoluminescence_quantum_yield", "increase", "from", 44, 81, "percent")
    ],
    "The mobility of the untreated film was 2 cm2/Vs, that of the annealed film 6 cm2/Vs.": [
        ("carrier_mobility", "increase", "from", 2, 6, "cm2.V-1.s-1")
    ],
    "The trap density dropped to one fifth.": [("trap_states", "decrease", 5, "{fold}")],
    "The trap density was cut by a third.": [("trap_states", "decrease", 33, "percent")],
    "The coat cost a third of the quantum yield.": [],
    "Two thirds of the quantum yield were lost.": [
        ("photoluminescence_quantum_yield", "decrease", 67, "percent")
    ],
    "The open-circuit voltage gained 60 mV.": [("open_circuit_voltage", "increase", 60, "mV")],
    "The diodes had a luminance of 140 cd/m2, somewhat more than those without the layer.": [
        ("luminance", "increase", 140, "cd.m-2")
    ],
    "A resistivity of 16 µΩ cm was found, lower than that of a sputtered layer.": [
        ("resistivity", "decrease", 16, "uOhm.cm")
    ],
    "The doped sheets conduct at 1200 S/cm.": [("conductivity", "reported", 1200, "S.cm-1")],
    "Detectors of these dots reached 0.4 A/W.": [("responsivity", "reported", 0.4, "A/W")],
    "Solar cells with the coat delivered 12 %, compared with 9 % without it.": [
        ("power_conversion_efficiency", "increase", "from", 9, 12, "percent")
    ],
    "The cathode retained 92 % of its capacity in 200 cycles, against 71 % for bare ones.": [
        ("capacity_retention", "increase", "from", 71, 92, "percent")
    ],
    "Water of 18.2 MΩ cm was used.": [],
    "Doubling the dose doubled the hydrogen evolution rate.": [
        ("photocatalytic_efficiency", "increase", 2, "{fold}")
    ],
    # comparisons with the value of another sample in brackets, and with theory
    "The PCE of cell A (approximately 3%) was lower than that of cell B (approximately 10%).": [
        ("power_conversion_efficiency", "decrease", "from", 10, 3, "percent")
    ],
    "The mobility of 3 cm2/Vs for A was significantly lower than that for B (about 12 cm2/Vs).": [
        ("carrier_mobility", "decrease", "from", 12, 3, "cm2.V-1.s-1")
    ],
    "The leakage current of 3 nA/cm2 for A was much higher than that for B (0.1 nA/cm2).": [
        ("leakage_current", "increase", "from", 0.1, 3, "nA.cm-2")
    ],
    "The OCV of the coated cell (0.9 V) was higher than that of the bare cell (0.4 V).": [
        ("open_circuit_voltage", "increase", "from", 0.4, 0.9, "V")
    ],
    "The mobility of film A was 12 cm2/Vs, unlike that of film B (3 cm2/Vs).": [
        ("carrier_mobility", "increase", "from", 3, 12, "cm2.V-1.s-1")
    ],
    "The OCV of cell A stayed at 0.9 V, in contrast to that of the bare cell (0.4 V).": [
        ("open_circuit_voltage", "increase", "from", 0.4, 0.9, "V")
    ],
    "The grain size of the hot film (30 nm) is larger than that of the as-grown one (12 nm).": [
        ("particle_size", "increase", "from", 12, 30, "nm")
    ],
    "The ZnO TFT can achieve >20 cm2/V · s mobility, which is also 2× higher than the IGO TFT.": [
        ("carrier_mobility", "reported", ">", 20, "cm2.V-1.s-1"),
        ("carrier_mobility", "increase", 2, "{fold}"),
    ],
    "The mobility (3 cm2/Vs) was higher than that of organic films (a ZnO film is 9 nm thick).": [
        ("carrier_mobility", "increase", 3, "cm2.V-1.s-1")
    ],
    "The mobility of the film was higher than that of films grown colder (at 150 °C).": [
        ("carrier_mobility", "increase")
    ],
    "The OCV was lower than the theoretical value (1.1 V).": [],
    "The density of 3.0 g/cm3 approaches the theoretical density of 3.9 g/cm3.": [
        ("density", "reported", 3, "g.cm-3")
    ],
    "Both cells had high OCVs of 0.9 to 1.0 V, close to the theoretical value of 1.1 V.": [
        ("open_circuit_voltage", "reported", 0.9, "V")
    ],
    # two samples with their values, and the least value of a fall
    "The annealed film had a lower resistivity (3 mΩ cm) than the bare film (8 mΩ cm).": [
        ("resistivity", "decrease", "from", 8, 3, "mOhm.cm")
    ],
    "Cells with the layer showed a higher Voc (0.67 V) than those without (0.61 V).": [
        ("open_circuit_voltage", "increase", "from", 0.61, 0.67, "V")
    ],
    "The laminate has a wider band gap (4.1 eV) than the titania (3.3 eV).": [
        ("band_gap", "increase", "from", 3.3, 4.1, "eV")
    ],
    "The resistivity (3 mΩ cm) was lower than expected (film of 20 nm).": [
        ("resistivity", "reported", 3, "mOhm.cm")
    ],
}


def test_comparisons_tell_changes():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
