"""Changes as sentences tell them: what could be set, factors, chains, other samples, pronouns."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Words -> property, direction and, where stated, from, value, value_max, bound, unit.
FOUND = {
    # what could be set, over a range or by a factor
    "The carrier concentration could be varied over three decades by the growth temperature.": [
        ("carrier_concentration", "change")
    ],
    "The doping concentration was precisely controlled by the ratio of the cycles.": [
        ("doping", "present")
    ],
    "The refractive index was controlled between 1.6 and 2.1 via the ratio of the layers.": [
        ("refractive_index", "change", 1.6)
    ],
    "The resistivity of the VO2 film changes by a factor of 700 across the transition.": [
        ("resistivity", "change", 700, "{fold}")
    ],
    "The plasmon frequencies can be manipulated from 1,700 to 2,100 nm by the composition.": [
        ("plasmon_resonance_position", "change", 1700, "nm")
    ],
    # a power of ten that is not shared, and changes listed with their starts apart
    "The resistivity falls from 3.1 to 5.5 × 10^-3 Ω cm.": [
        ("resistivity", "decrease", "from", 3.1, 0.0055, "Ohm.cm")
    ],
    "The mobility fell from 14, 19 and 26 to 8, 10 and 13 cm2/Vs, respectively.": [
        ("carrier_mobility", "decrease", "from", 14, 8, "cm2.V-1.s-1"),
        ("carrier_mobility", "decrease", "from", 19, 10, "cm2.V-1.s-1"),
        ("carrier_mobility", "decrease", "from", 26, 13, "cm2.V-1.s-1"),
    ],
    "The carrier lifetime rises from 0.2 to 1.1 ms for films grown with water and from 0.3 to 2.4 "
    "ms for those grown with ozone.": [
        ("carrier_lifetime", "increase", "from", 0.2, 1.1, "ms"),
        ("carrier_lifetime", "increase", "from", 0.3, 2.4, "ms"),
    ],
    # where a value went
    "The plasmon band at 1150 nm moved to 1450 nm on charging.": [
        ("plasmon_resonance_position", "increase", "from", 1150, 1450, "nm")
    ],
    "The films have a refractive index of 1.61, rising to 1.67 at 240 °C.": [
        ("refractive_index", "increase", "from", 1.61, 1.67)
    ],
    "The incubation period shortened from 45 to 15 cycles.": [
        ("nucleation", "increase", "from", 45, 15, "{cycle}")
    ],
    "The drain raises the on/off ratio, which reaches 10^7.": [("on_off_ratio", "increase", 1e7)],
    "Cooling to 90 °C decreased the deposition rate to one third.": [
        ("growth_rate", "decrease", 3, "{fold}")
    ],
    # factors against a reference
    "The corrosion current density is three orders of magnitude below that of bare steel.": [
        ("corrosion_resistance", "increase", 1000, "{fold}")
    ],
    "The coated catalyst is four times as active as the bare one.": [
        ("catalytic_activity", "increase", 4, "{fold}")
    ],
    "Methyl orange was degraded three times as fast over the coated powder.": [
        ("photocatalytic_efficiency", "increase", 3, "{fold}")
    ],
    # values of several samples
    "The average PL lifetime is 15 ns on SnO2, on ZnO 8 ns, and on quartz 33 ns.": [
        ("photoluminescence_lifetime", "reported", 15, "ns"),
        ("photoluminescence_lifetime", "reported", 8, "ns"),
        ("photoluminescence_lifetime", "reported", 33, "ns"),
    ],
    "The external quantum efficiency depends on the ligand: 27% for EDT, 56% for MPA.": [
        ("external_quantum_efficiency", "reported", 27, "percent"),
        ("external_quantum_efficiency", "reported", 56, "percent"),
    ],
    "The films made with water have a density of 2.8 g/cm3 and those with ozone 3.2 g/cm3.": [
        ("density", "reported", 2.8, "g.cm-3"),
        ("density", "reported", 3.2, "g.cm-3"),
    ],
    "The best cell shows a PCE of 8.2% (Voc = 0.59 V, FF = 63%).": [
        ("power_conversion_efficiency", "reported", 8.2, "percent"),
        ("open_circuit_voltage", "reported", 0.59, "V"),
        ("fill_factor", "reported", 63, "percent"),
    ],
    "Auger recombination is slower, the biexciton lifetime being 110 ps instead of 40 ps.": [
        ("recombination", "decrease"),
        ("carrier_lifetime", "increase", "from", 40, 110, "ps"),
    ],
    # pronouns
    "The PL lifetime of the Mn emission is 1.4 ms, and that of the exciton becomes shorter.": [
        ("photoluminescence_lifetime", "reported", 1.4, "ms"),
        ("photoluminescence_lifetime", "decrease"),
    ],
    "The coating reduces recombination, but it does not improve the photoconductivity.": [
        ("recombination", "decrease"),
        ("photoconductivity", "none"),
    ],
    "The electron mobility was 28 cm2/Vs; a HfO2 layer doubles the mobility.": [
        ("electron_mobility", "reported", 28, "cm2.V-1.s-1"),
        ("electron_mobility", "increase", 2, "{fold}"),
    ],
    # values of an aside, and of the whole
    "The roughness was independent of the plasma power (0.4 nm rms).": [
        ("surface_roughness", "none"),
        ("surface_roughness", "reported", 0.4, "nm"),
    ],
    "The emission at 528 nm (FWHM 22 nm) is unaffected by the coating.": [
        ("exciton_peak_position", "none", 528, "nm"),
        ("linewidth", "reported", 22, "nm"),
    ],
    "The emission band is 31 nm wide.": [("linewidth", "reported", 31, "nm")],
    "The film-thickness variation across the 200 mm wafer is 0.9%.": [
        ("uniformity", "reported", 0.9, "percent")
    ],
    "The pore volume shrank from 0.9 to 0.6 cm3/g.": [
        ("porosity", "decrease", "from", 0.9, 0.6, "cm3.g-1")
    ],
    "A resistivity of 2.7 μΩ m was obtained.": [("resistivity", "reported", 2.7, "uOhm.m")],
    "The water transmission falls from 3.9 to 0.02 g m-2 d-1.": [
        ("barrier_performance", "increase", "from", 3.9, 0.02, "g.m-2.d-1")
    ],
    # sizes that solids grew to, levels behind ratios, what was not found
    "The ZnO grains grow to 70 nm on annealing at 500 °C.": [
        ("particle_size", "increase", 70, "nm")
    ],
    "The Cu particles coarsened from 4 to 11 nm in hydrogen.": [
        ("particle_size", "increase", "from", 4, 11, "nm")
    ],
    "The film was grown to 70 nm.": [],
    "The responsivity rose by 70% and the detectivity by 40%, reaching 1.9 A/W and 6 × 10^12 "
    "Jones, respectively.": [
        ("responsivity", "increase", 70, "percent"),
        ("detectivity", "increase", 40, "percent"),
        ("responsivity", "reported", 1.9, "A/W"),
        ("detectivity", "reported", 6e12, "Jones"),
    ],
    "No conductivity could be measured for the bare oxide.": [("conductivity", "absent")],
    # impurities and rates without their names
    "The films of the thermal process contained more chlorine.": [("impurity_content", "increase")],
    "Less hydrogen is incorporated at higher temperatures.": [("impurity_content", "decrease")],
    "Growth on the side walls was slower than on the top face.": [("growth_rate", "decrease")],
    # what happens under a condition, and what is only supposed
    "If the temperature exceeds 310 °C, the growth rate increases.": [("growth_rate", "increase")],
    "If the film was annealed, its conductivity would rise.": [],
    # circumstances and other quantities
    "The band gap narrows from 3.5 to 3.2 eV as the Sn content increases.": [
        ("band_gap", "decrease", "from", 3.5, 3.2, "eV")
    ],
    "At the highest doping level the film was yellow.": [],
    "The internal quantum efficiency was as high as 92%.": [],
    "The surface energy decreased from 60 to 25 mJ/m2.": [],
    "The growth per cycle is largest at 130 °C and decreases above 210 °C.": [
        ("growth_rate", "decrease")
    ],
}


def test_changes_are_read_as_sentences_tell_them():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
