"""What predicates say of a property: how a level goes on, which way, and what asserts nothing."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Sentences -> their outcomes: property, direction and, where stated, from, value, bound, unit.
FOUND = {
    # a level that goes on to another one
    "The mobility was 2 cm2/Vs at 100 °C, increasing to 5 cm2/Vs at 200 °C.": [
        ("carrier_mobility", "increase", "from", 2, 5, "cm2.V-1.s-1")
    ],
    "We found a band gap of 2.1 eV for thin films, rising to 2.5 eV for thick ones.": [
        ("band_gap", "increase", "from", 2.1, 2.5, "eV")
    ],
    "The resistivity is 5 mΩ cm at first and then falls to 0.5 mΩ cm.": [
        ("resistivity", "decrease", "from", 5, 0.5, "mOhm.cm")
    ],
    "A quantum yield of 20 % was measured, which rose to 60 % after washing.": [
        ("photoluminescence_quantum_yield", "increase", "from", 20, 60, "percent")
    ],
    "The growth per cycle amounts to 0.6 Å at 150 °C, dropping to 0.4 Å at 300 °C.": [
        ("growth_rate", "decrease", "from", 0.6, 0.4, "Ao/{cycle}")
    ],
    "The leakage current is 4 nA in the dark but climbs steadily to 9 nA in light.": [
        ("leakage_current", "increase", "from", 4, 9, "nA")
    ],
    "The threshold voltage was 1.2 V before the treatment and 0.4 V after it.": [
        ("threshold_voltage", "decrease", "from", 1.2, 0.4, "V")
    ],
    "The lifetime was 12 ns for the bare dots and 30 ns for the coated dots.": [
        ("photoluminescence_lifetime", "increase", "from", 12, 30, "ns")
    ],
    "The mobility was 2 cm2/Vs for the dots and 5 cm2/Vs for the wires.": [
        ("carrier_mobility", "reported", 2, "cm2.V-1.s-1"),
        ("carrier_mobility", "reported", 5, "cm2.V-1.s-1"),
    ],
    "The band gap was 2.1 eV, and the quantum yield rose to 40 %.": [
        ("band_gap", "reported", 2.1, "eV"),
        ("photoluminescence_quantum_yield", "increase", 40, "percent"),
    ],
    "The film has a conductivity of 12 S/cm, which is constant up to 90 °C.": [
        ("conductivity", "none", 12, "S.cm-1")
    ],
    # verbs of many uses, beside their property
    "Upon annealing the mobility dipped to 2 cm2/Vs.": [
        ("carrier_mobility", "decrease", 2, "cm2.V-1.s-1")
    ],
    "The refractive index of the films grew with the dose.": [("refractive_index", "increase")],
    "Washing brought down the leakage current by 40 %.": [
        ("leakage_current", "decrease", 40, "percent")
    ],
    "The gap edged up from 1.4 to 1.6 eV.": [("band_gap", "increase", "from", 1.4, 1.6, "eV")],
    "Water trimmed the hole mobility by a factor of 3.": [
        ("carrier_mobility", "decrease", 3, "{fold}")
    ],
    "After a month in air, the band gap showed no change.": [("band_gap", "none")],
    "Wafers were dipped in acid before the mobility was measured.": [],
    "The films grew on silicon and had a band gap of 2.1 eV.": [
        ("band_gap", "reported", 2.1, "eV")
    ],
    "The index was measured once the wires had grown.": [],
    "Resist was trimmed to 40 nm next to dots of low mobility.": [],
    # an arrow is a change, whichever way
    "Annealing changed the resistivity (95 → 40 µΩ cm).": [
        ("resistivity", "decrease", "from", 95, 40, "uOhm.cm")
    ],
    "The mobility increased (0.2 → 3 cm2/Vs) upon annealing.": [
        ("carrier_mobility", "increase", "from", 0.2, 3, "cm2.V-1.s-1")
    ],
    # what could be changed by or to a number was changed
    "The growth rate could be boosted by a better reactor.": [],
    # the way of a shift, or none
    "There is a large negative shift in the threshold voltage.": [
        ("threshold_voltage", "decrease")
    ],
    "The threshold voltage shifted positively by 2 V.": [("threshold_voltage", "increase", 2, "V")],
    "The transistors show a right-shifted threshold voltage.": [("threshold_voltage", "increase")],
    "The threshold voltage shifted to more negative values.": [("threshold_voltage", "decrease")],
    "A shift of the threshold voltage was seen.": [("threshold_voltage", "change")],
    "The dots were coated without any shift of the band gap.": [("band_gap", "none")],
    "No spectral shift was seen upon coating.": [("exciton_peak_position", "none")],
    # by how much, ahead of what
    "The coating drops by half the quantum yield of the dots.": [
        ("photoluminescence_quantum_yield", "decrease", 50, "percent")
    ],
    "Annealing raises by 20 % the hole mobility.": [
        ("carrier_mobility", "increase", 20, "percent")
    ],
    # the top and the bottom of a series
    "The lowest resistivity of 80 µΩ cm was found at 275 °C.": [
        ("resistivity", "reported", 80, "uOhm.cm")
    ],
    "The film with the lowest resistivity is thick.": [("resistivity", "decrease")],
    # a value in brackets beside it keeps the comparison
    "Of all films, the annealed one showed the lowest resistivity (80 µΩ cm).": [
        ("resistivity", "decrease", 80, "uOhm.cm")
    ],
    # a noun of change and what it is of
    "The films have an etch rate of 0.5 nm/min and an increase in roughness.": [
        ("etch_rate", "reported", 0.5, "nm/min"),
        ("surface_roughness", "increase"),
    ],
    "The perfect thickness control and film homogeneity make it useful.": [
        ("uniformity", "present")
    ],
    "The capacitors show stable polarization switching and low leakage.": [],
    "Both the indices, told by ellipsometry, and the dielectric constants show a dependence on the "
    "temperature.": [("dielectric_constant", "change")],
    "Enhanced emission points to a suppression of non-radiative Auger recombination.": [
        ("recombination", "decrease")
    ],
    "The recombination rate with the nearby holes increases.": [("recombination", "increase")],
    # participles and nouns that only tell a sample or a step
    "The roughness fell by 62 % on a roughened film.": [
        ("surface_roughness", "decrease", 62, "percent")
    ],
    "A recrystallization process was used.": [],
    "The films were roughened by the plasma.": [("surface_roughness", "increase")],
    "The growth started from densified layers.": [],
    # aims, needs, plans, the literature
    "To conserve the quantum efficiency of dots in devices, they were kept wet.": [],
    "A layer of HfO2 was grown on it to passivate the transistor.": [],
    "High pores require a minimum exposure to achieve conformal ALD.": [],
    "The approach offers the opportunity of tuning the growth selectivity.": [],
    "It is close to the literature faradaic efficiency of 80 %.": [],
    "Roughening is hypothesized to be caused by water.": [],
    "The stability of the films in air, water, acid, and mercury was studied.": [],
    "When the carrier concentration is tuned, a crossover between two regimes is reached.": [],
    "Conventional synthesis of Zn-doped CdSe involves toxic salts.": [],
    "The factors that influence the conformality are well understood.": [],
    "At an initial luminance of 1000 cd/m2 the diodes were tested.": [],
    "Short doses minimized absorption and diffusion into the polymer.": [],
    "The impurities on the wafers were removed in acid.": [],
    "The reaction widens the domain of cation exchange.": [],
    # what a sample withstands, and how hot
    "The films were stable against water, light, and heat.": [
        ("water_stability", "increase"),
        ("photostability", "increase"),
        ("thermal_stability", "increase"),
    ],
    "The films show excellent stability up to 140 °C.": [("thermal_stability", "increase")],
    "The coat is resistant to moisture.": [("water_stability", "increase")],
    "The films were stable in acid after annealing.": [("corrosion_resistance", "increase")],
    "The films promise much for visible light communication.": [],
    # what is there, or left as it was
    "Conformality can be achieved in narrow trenches.": [("conformality", "present")],
    "The growth of silica does not affect the cubic crystal structure.": [("structure", "none")],
    "The films are polycrystalline without any preferred orientation.": [
        ("crystallinity", "present")
    ],
    "The crystallites are rhombohedral.": [("crystallinity", "present")],
    "The cubes are of one size.": [],
    "The efficiency of the solar cells increased to 2.6 % in sample no. 2.": [
        ("power_conversion_efficiency", "increase", 2.6, "percent")
    ],
    # what is grown is made, and no more or less of anything
    "The rods were grown to 30 nm (linewidth 120 meV).": [("linewidth", "reported", 120, "meV")],
    "The growth rate was 1.2 Å/cycle at 90 °C and rose to 1.5 Å at 140 °C.": [
        ("growth_rate", "increase")
    ],
    # names that others give a meaning
    "The mass change per cycle of this ALE rose with temperature.": [("etch_rate", "increase")],
    "The mass uptake per MLD cycle decreases with temperature.": [("growth_rate", "decrease")],
    "The surface plasmon resonance (LSPR) absorbance decreased.": [("absorption", "decrease")],
    "The refractive indices were between 1.34 - 1.42.": [("refractive_index", "reported", 1.34)],
    "The overcoated photocatalyst had a lower activity.": [
        ("photocatalytic_efficiency", "decrease")
    ],
}


def test_predicates_say_what_a_property_did():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
