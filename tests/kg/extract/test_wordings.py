"""Properties that authors state in other words than their names, and words that only sound so."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: What is said -> sentences that say it, and nothing else.
SAID = {
    ("crystallinity", "present"): [
        "The films have a cubic (bixbyite) structure.",
        "The dots adopt the kesterite structure.",
        "The platelets exhibit a delafossite-type structure.",
        "The pattern shows a sharp (111) reflection.",
        "The films exhibited a dominant (002) peak.",
        "The wires are single crystals.",
        "We grew single-crystal ZnO rods.",
        "Heating gave large anatase crystals.",
        "The films contain a mixture of α-MnO2 and β-MnO2 phases.",
        "All reflections were indexed to the PDF card 21-1272.",
        "The peaks match well with the JCPDS card.",
        "Two peaks correspond to the (111) and (200) planes.",
    ],
    ("crystallinity", "absent"): [
        "The film did not show any reflections.",
        "The films were amorphous if not annealed.",
    ],
    ("structure", "change"): [
        "The (101) reflection moved to larger angles upon doping.",
        "The anatase-to-rutile transition set in at 700 °C.",
        "The zinc blende to wurtzite transformation was complete.",
    ],
    ("growth_rate", "none"): [
        "A constant GPC was found between 150 and 250 °C.",
        "The film had a constant growth rate between 100 and 170 °C.",
    ],
    ("nucleation", "absent"): [
        "No deposition occurred on the polymer.",
        "No film growth was found below 120 °C.",
    ],
    ("nucleation", "decrease"): [
        "The monolayer blocked the ALD of ZrO2 for 90 cycles.",
        "The metal delays the growth of the oxide.",
    ],
    ("nucleation", "present"): ["Nucleation was observed on the oxide."],
    ("self_limiting_growth", "present"): [
        "The process was a self-limited reaction.",
        "The balance confirmed a linear gain of 0.5 Å per cycle and self-limiting reactions.",
        "Saturation was reached with 0.2 s pulses of the precursor.",
    ],
    ("deposition_selectivity", "present"): [
        "The process has an excellent area selectivity.",
        "The steps exhibited a high deposition selectivity.",
    ],
    ("sintering_resistance", "increase"): [
        "The overcoat protects the metal against sintering.",
        "The oxide can stabilize the supported metal particles against sintering.",
    ],
    ("sintering_resistance", "decrease"): ["CO triggers the aggregation of Pt."],
    ("corrosion_resistance", "present"): ["The coat protects magnesium against corrosion."],
    ("corrosion_resistance", "increase"): ["The films showed the best corrosion resistance."],
    ("stability", "increase"): [
        "The transistors are stable even under high bias.",
        "The LEDs are stable over 200 h.",
        "The solar cells were stable after a month.",
        "The dots were protected against degradation by the shell.",
        "The annealed cells had the best stability.",
    ],
    ("precursor_adsorption", "present"): [
        "The precursor reacted with the oxide substrate.",
    ],
    ("stoichiometry", "present"): [
        "The composition is close to the stoichiometric ratio.",
    ],
    ("contact_angle", "increase"): ["The coat renders cotton hydrophobic."],
    ("porosity", "present"): ["The films showed a mesoporous structure."],
    ("conformality", "present"): ["The films are conformal if grown slowly."],
    ("uniformity", "present"): [
        "The oxide spread along the fiber uniformly.",
        "It is possible to get a uniform distribution of the metal.",
    ],
    ("uniformity", "increase"): [
        "The oxide spread along the fiber more uniformly.",
        "The films are more uniform than before.",
    ],
    ("impurity_content", "present"): [
        "The films contain small amounts of carbon.",
        "High levels of chlorine were detected in the film.",
        "Residual chlorine was found below 150 °C.",
        "The presence of hematite impurities was observed.",
    ],
    ("impurity_content", "absent"): [
        "No secondary phases were detected.",
        "No impurity phase was found.",
    ],
    ("doping", "present"): [
        "Mn ions replace Pb ions in the lattice.",
        "Mn was incorporated into the lattice of the host.",
        "Zn2+ substitutes for Pb2+ on the sites of the shell.",
    ],
    ("particle_size", "increase"): [
        "The size of the InP dots increased with the temperature.",
        "Slow heating gave films with larger grain sizes.",
    ],
    ("particle_size", "increase", "from", 2, 5, "um"): [
        "The length of the ZnO nanowires grew from 2 to 5 um.",
    ],
    ("particle_size", "decrease", "from", 8, 5, "nm"): ["Their diameter decreased from 8 to 5 nm."],
    ("particle_size", "change"): ["The diameter of the CdS rods was tuned by the acid."],
    ("porosity", "increase", "from", 2, 5, "nm"): ["The pore size increased from 2 to 5 nm."],
    ("surface_roughness", "change"): ["The roughness shows a strong temperature dependence."],
    ("surface_roughness", "decrease"): [
        "In case of thin films, a decrease in roughness was observed.",
    ],
    ("carrier_mobility", "change"): ["The mobility has a weak thickness dependence."],
    ("carrier_mobility", "reported", 40, "cm2.V-1.s-1"): ["The best mobility was 40 cm2/Vs."],
    ("leakage_current", "decrease"): ["The films showed the best leakage current."],
    # the word of change is that of the property, not of another item, clause or sample
    ("thermal_stability", "increase"): [
        "The coatings have a high thermal stability, low cost and quick solvent removal steps."
    ],
    ("trap_states", "decrease"): [
        "Ozone lowered the number of traps that limit the mobility.",
        "The anneal reduced the density of trap states limiting the gain.",
    ],
    ("conductivity", "increase"): ["The annealed film had a conductivity higher than that of ITO."],
    ("conductivity", "none"): ["The conductivity of SnO2 is comparable to that of ITO."],
    ("photoluminescence_intensity", "increase"): [
        "The shell increases and stabilises the photoluminescence intensity."
    ],
    ("etch_rate", "reported", 0.4, "nm/s"): [
        "The etch was done, keeping the pressure constant, using an etch rate of 0.4 nm/s."
    ],
    # values of a change, and levels that words of giving or hanging only state
    ("catalytic_selectivity", "increase", "from", 71.5, 84, "percent"): [
        "The selectivity for styrene rises from 71.5 % in run 1 to 84 % in run 3."
    ],
    ("growth_rate", "increase", "from", 0.2, 1.4, "um/min"): [
        "The growth rate rises from 0.2 μm/min (N2) reaching the maximum of 1.4 μm/min."
    ],
    ("exciton_peak_position", "increase", "from", 520, 565, "nm"): [
        "The emission peak moved from 520 nm to 565 nm within a day."
    ],
    ("open_circuit_voltage", "reported", 0.92, "V"): [
        "The cells generate an open-circuit voltage of 0.92 V."
    ],
    ("photoluminescence_quantum_yield", "reported", 24, "percent"): [
        "The quantum yields (24%) depend on the amount of amine."
    ],
    # a supposition that a clause goes on with; one cause that is denied; what tells a sample
    ("photoluminescence_quantum_yield", "increase"): [
        "The amine could be replaced by a thiol, which improved the quantum yield."
    ],
    ("carrier_mobility", "increase"): [
        "The anneal is beneficial for the mobility.",
        "Use of longer pulses raised the mobility.",
    ],
    ("impurity_content", "decrease"): ["Annealing led to the removal of carbon impurities."],
    ("overpotential", "decrease", 60, "mV"): [
        "The cell voltage of the electrolyser was reduced by 60 mV."
    ],
    ("band_gap", "increase", 2, "{fold}"): ["Alloying can double the band gap."],
    ("carrier_lifetime", "change"): ["It changed from slow hole decay to fast electron decay."],
    ("contact_angle", "decrease"): ["The plasma made the polymer hydrophilic."],
    ("doping", "change"): ["The conduction changed from hole to electron transport."],
}

#: Sentences with such words that tell no outcome.
UNSAID = [
    "The sample was tilted to the (004) peak.",
    "The film was laid on single crystals of sapphire.",
    "A mixture of two gases was fed in all phases.",
    "The stage was moved to larger angles.",
    "The growth per cycle was recorded at constant pressure.",
    "No growth of grains was seen at 300 °C.",
    "Saturation was reached in a field of 2 T.",
    "The dots were coated against corrosion.",
    "A layer was tested against corrosion.",
    "The films were cast in a porous structure.",
    "The ring contained small amounts of carbon vacancies.",
    "Oxygen was incorporated into the lattice of the film.",
    "This resulted in a short nucleation stage.",
    "The steps allowed for a regulated nucleation process.",
    "The model explains the mechanism of nucleation.",
    "The initially nucleated seeds were washed.",
    "The size of the device was reduced.",
    "The diameter of the wafer was increased.",
    "The length of the nanogaps was varied.",
    "We asked if the films were conformal.",
    "The films are free of pinholes.",
    "A pinhole-free film was made.",
    "The precursor decomposes above 300 °C.",
    "The peaks at 500 nm were assigned to a lamp.",
    "The voltage was stable under load.",
    "The precursor reacts with the pump oil.",
    "The dose was matched to the area of the wafer.",
    # what is said of another thing
    "Silver was used due to its lattice spacing comparable to that of zirconia, high conductivity.",
    "The dots show broader and weaker emission peaks.",
    "The resistance is smaller than the usual target value.",
    "The mobility is ten times higher than the measured bulk mobility.",
    "Less than 30 % of the initial catalytic activity was retained after 50 runs.",
    # suppositions, aims, advice, and what others failed to make
    "The dye could quench the excited state, thus decreasing the quantum yield.",
    "The acid may etch the film, which increases the roughness.",
    "The hypothesis is that the dye lowers the quantum yield.",
    "A second gap does not necessarily lead to a higher recombination rate.",
    "Smooth layers are beneficial for reduced carrier scattering.",
    "Use high temperatures to accelerate the desorption of the precursor.",
    "Such routes have been unable to provide films that have a better stability.",
    "The stability was determined by storing the cells in ambient air.",
    "Ethyl acetate was added to flocculate the dots.",
    "The wafers were sonicated in acetone, ethanol, and water to remove organic impurities.",
    "To make the dots hydrophilic, cysteine was added.",
    "The ripening of Pd was not caused by the support.",
    "Uptake was seen when using larger nanoparticles.",
    # words that mean something else
    "The film showed growth inhibition of the bacteria.",
    "The enhanced permeation in the tumor was used.",
    "The mass was measured by laser desorption ionization.",
    "The channel was capped to prevent ambient absorption/desorption.",
    "The dopants gave a superior carrier generation.",
    "We observed a sharp drop in the cell voltage at high currents.",
    "These results show the reliability of the method.",
    "The spectra show double bandgap features in the film.",
    "The layer lowers the oxygen activity at the electrolyte.",
    "The field distribution in the ring is more uniform.",
    "The glass was cut into uniform sizes.",
]


def test_a_wording_tells_its_property_and_nothing_else():
    found = {text: (row, outcomes(text)) for row, texts in SAID.items() for text in texts}
    assert {text: said for text, (row, said) in found.items() if said != {row}} == {}


def test_words_that_only_sound_so_tell_nothing():
    assert {text: said for text in UNSAID if (said := outcomes(text))} == {}
