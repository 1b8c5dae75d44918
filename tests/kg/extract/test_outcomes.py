"""Outcomes: what is asserted of a property, by which words, and with which values."""

from __future__ import annotations

import pytest

from kg.extract.outcomes.assertion import CONTEXTS
from kg.extract.outcomes.paraphrases import PHRASES
from tests.kg.extract.outcome_rows import outcomes
from tests.rows import each_row

#: Words -> property, direction and, where stated, from, value, value_max, bound, unit.
FOUND = {
    # beside models, contrasts and control; levels that a clause takes further; up to a ratio
    "The model of the cell shows a higher mobility.": [("carrier_mobility", "increase")],
    "In contrast to the bare film, the coated one had a higher mobility.": [
        ("carrier_mobility", "increase")
    ],
    "Unlike before, the doping was controlled by the dose.": [("doping", "change")],
    "Control over the doping was achieved.": [("doping", "change")],
    "The carriers are quantum-confined in the platelets.": [("quantum_confinement", "present")],
    "The growth followed the Stranski-Krastanov mode.": [("nucleation", "present")],
    "The etching leads to trap states.": [("trap_states", "present")],
    "The gap was 2.1 eV at first and was further increased to 2.4 eV.": [
        ("band_gap", "increase", "from", 2.1, 2.4, "eV")
    ],
    "The luminance was 300 cd/m2, subsequently boosted to 900 cd/m2.": [
        ("luminance", "increase", "from", 300, 900, "cd.m-2")
    ],
    "The dots had a quantum yield of 40%, and the oven was raised to 300 °C.": [
        ("photoluminescence_quantum_yield", "reported", 40, "percent")
    ],
    "We obtained up to an 8-fold higher luminance.": [("luminance", "increase", "<", 8, "{fold}")],
    "Dots with a PL emission peaking at 610 nm were made.": [
        ("exciton_peak_position", "reported", 610, "nm")
    ],
    "The cavity led to accelerated radiative decay.": [("photoluminescence_lifetime", "decrease")],
    "Up to a 40-fold increase in PL intensity was seen.": [
        ("photoluminescence_intensity", "increase", "<", 40, "{fold}")
    ],
    # where a peak went; what is usual in the field; a sample beside the one without its coat
    "More sulfur shifted the emission wavelength to a shorter wavelength.": [
        ("exciton_peak_position", "decrease")
    ],
    "Redshifts are often observed upon shell growth.": [],
    "The lifetime was 25 ns for the core/shell dots and 12 ns for the bare dots.": [
        ("photoluminescence_lifetime", "increase", "from", 12, 25, "ns")
    ],
    # a last word that is shared, an article in a name, what something is made
    "The shells improved the photo- and thermal stability of the dots.": [
        ("photostability", "increase"),
        ("thermal_stability", "increase"),
    ],
    "Enhanced thermal and water stability was found.": [
        ("thermal_stability", "increase"),
        ("water_stability", "increase"),
    ],
    "The luminance and quantum efficiency of the diodes rose.": [
        ("luminance", "increase"),
        ("external_quantum_efficiency", "increase"),
    ],
    "The emission shifts to a longer wavelength on annealing.": [
        ("exciton_peak_position", "increase")
    ],
    "Annealing makes the films more conductive.": [("conductivity", "increase")],
    "The more conductive films were thinner.": [],
    # what is said of a property by an adjective in a relative clause, or behind a percentage
    "We determined the absorption coefficient, which is independent of the size.": [
        ("absorption", "none")
    ],
    "After the treatment the mobility was 50 % higher.": [
        ("carrier_mobility", "increase", 50, "percent")
    ],
    # evenness, arrangement, surface and stability by the state alone
    "The growth along the wires is uniform.": [("uniformity", "present")],
    "A homogeneous mixture of both salts was stirred.": [],
    "A change in the morphology with the size was seen.": [("structure", "change")],
    "The heterostructures remained stable during the scan.": [("stability", "increase")],
    "The LSPR band moves to longer wavelengths as the shell grows.": [
        ("plasmon_resonance_position", "increase")
    ],
    "Superhydrophobic cotton was made with a silane.": [("contact_angle", "increase")],
    # what a change depends on is no theme of it
    "The yield is higher regardless of the core size, crown size, and shell thickness.": [],
    "The resistivity is independent of the grain size.": [("resistivity", "none")],
    "The gap depends strongly on the doping level and the grain size.": [],
    # the emission of nanowires is its intensity
    "The near-band-edge emission of the nanowires was strongly enhanced.": [
        ("photoluminescence_intensity", "increase")
    ],
    # reactions, growth conditions and coverage are none of the properties that they sound like
    "Propane oxidation was improved by the support.": [],
    "Small clusters are observed under sulfur-deficient conditions.": [],
    "A red shift of 25 nm of the emission was found upon coating.": [
        ("exciton_peak_position", "increase", 25, "nm")
    ],
    "The incorporation of manganese ions in the lattice was confirmed.": [("doping", "present")],
    # cues by lemma, light verbs, completed verbs
    "The mobility went up by 40 %.": [("carrier_mobility", "increase", 40, "percent")],
    "The resistivity has risen.": [("resistivity", "increase")],
    # what tells a change is stronger than what only says that something was seen
    "The conductivity observed in the films decreased.": [("conductivity", "decrease")],
    "The coating conferred air stability.": [("air_stability", "increase")],
    "The band gap was found to rise.": [("band_gap", "increase")],
    "The activity was shown to be equivalent to that of platinum foil.": [
        ("catalytic_activity", "none")
    ],
    "The resistivities of the films match those of sputtered films.": [("resistivity", "none")],
    "The luminance and external quantum efficiency of the diode increased.": [
        ("luminance", "increase"),
        ("external_quantum_efficiency", "increase"),
    ],
    "The device shows superior luminance and external quantum efficiency.": [
        ("luminance", "increase"),
        ("external_quantum_efficiency", "increase"),
    ],
    # what we could do was done; a hedged reason takes nothing back; a shift has an amount
    "We could improve the power conversion efficiency to 26.7%.": [
        ("power_conversion_efficiency", "increase", 26.7, "percent")
    ],
    "The dots showed better air stability, possibly due to the iodide.": [
        ("air_stability", "increase")
    ],
    "The photoluminescence blue-shifts by 12 nm.": [
        ("exciton_peak_position", "decrease", 12, "nm")
    ],
    # an adjective of level and a bounding comparative are no change
    "The water vapor transmission rate was measured to be less than 0.02 g/(m2 day).": [
        ("barrier_performance", "reported", "<", 0.02, "g.m-2.d-1")
    ],
    "The dots had narrow emission linewidths of 15 nm.": [("linewidth", "reported", 15, "nm")],
    # a lasting quality that a sample shows is an improvement
    "The coated dots showed photostability.": [("photostability", "increase")],
    # a subject that lowers something else is not lowered
    "Surface defects which reduce the emission intensity were seen.": [
        ("photoluminescence_intensity", "decrease"),
    ],
    # pronouns, kinds that turn, dopings
    "The quantum yield is 20%; a second shell raises it to 60%.": [
        ("photoluminescence_quantum_yield", "reported", 20, "percent"),
        ("photoluminescence_quantum_yield", "increase", 60, "percent"),
    ],
    "In air the dot films switched from n-type to p-type.": [("doping", "change")],
    "The orthorhombic phase changed into the cubic phase.": [("structure", "change")],
    "Nitrogen-doped graphene was made.": [("doping", "present")],
    "The substrates were Ge wafers doped with boron.": [],
    # names that only tell which thing is meant, qualities of a part, background
    "Recombination barrier layers were deposited.": [],
    "The air-sensitive films were capped.": [],
    "The air-stable thiocyanate ligand replaced oleate on the dots.": [],
    "The degradation of methylene blue was followed.": [],
    "Pinholes usually lead to a lower stability.": [],
    # what a word means beside others
    "The carrier density of the films rose.": [("carrier_concentration", "increase")],
    "The trap density of the oxide film fell.": [("trap_states", "decrease")],
    "The resistivity and the density of the TiN film rose.": [
        ("resistivity", "increase"),
        ("density", "increase"),
    ],
    "The silicon wafers have a lifetime of 3 ms.": [("carrier_lifetime", "reported", 3, "ms")],
    "The resistance to pitting corrosion was increased.": [("corrosion_resistance", "increase")],
    "The breakdown field of the films rose from 5 to 8 MV/cm.": [
        ("dielectric_breakdown", "increase", "from", 5, 8, "MV.cm-1")
    ],
    # the top of a series, with a value and without
    "The highest mobility was 35 cm2/Vs.": [("carrier_mobility", "reported", 35, "cm2.V-1.s-1")],
    "The annealed film had the highest roughness.": [("surface_roughness", "increase")],
    # verbs that raise a subject, keep an object, or set a value beside
    "The resistivity is found to vary with thickness.": [("resistivity", "change")],
    "The mobility tended to increase with thickness.": [("carrier_mobility", "increase")],
    "The dose was raised while keeping the growth per cycle constant.": [("growth_rate", "none")],
    "The film thickens with each cycle, corresponding to a growth rate of 1 Å/cycle.": [],
    "Neither heat nor light influences the band gap.": [("band_gap", "none")],
    "Annealing is ineffective in removing defects.": [("trap_states", "none")],
    "The carbon content could be decreased by better purging.": [],
    "The resistivity could be lowered from 300 to 150 μΩ cm.": [
        ("resistivity", "decrease", "from", 300, 150, "uOhm.cm"),
    ],
    "The roughness of the films was evaluated as 0.4 nm.": [
        ("surface_roughness", "reported", 0.4, "nm"),
    ],
    "The roughness of the films was evaluated by AFM.": [],
    # what the samples of the study let one choose, and the range in which it lies
    "We made dots with a tunable band gap.": [("band_gap", "change")],
    "Here we show a coating with tunable refractive index.": [("refractive_index", "change")],
    "The films have a tuneable conductivity.": [("conductivity", "change")],
    "The dots exhibit tunable fluorescence emissions by adjusting the shell.": [
        ("exciton_peak_position", "change"),
    ],
    "The films were annealed to reduce the leakage current.": [],
    "The band gap rises with increasing density of the film.": [("band_gap", "increase")],
    # a sample that has a phenomenon; measured, recorded, expected
    "The films have severe tensile stress.": [("strain", "present")],
    "The interface traps were extracted and analyzed.": [],
    "The lowest-energy absorption peak was recorded.": [],
    # passages of phases
    "The features come from the transition from the cubic to the monoclinic phase.": [
        ("structure", "change")
    ],
    "An evolution of the orientation from (002) to (100) was seen.": [("structure", "change")],
    # what the field does, in general or before the text says "here we"
    "Larger dots weaken quantum confinement. Here, we coat them with ZnS and see no decay.": [],
    "The blue shift, in contrast, is often explained by a loss of surface defects.": [],
    "We set out to raise the quantum yield of the dots.": [],
    "Better stability is needed before such dots can be used.": [],
    "The degradation of perovskites in humid air hampers their use.": [],
    # one change for a list, of what should rise and of what should fall
    "Suppressed blinking and Auger recombination were seen.": [
        ("photostability", "increase"),
        ("recombination", "decrease"),
    ],
    "No activity losses or selectivity changes were observed.": [
        ("catalytic_activity", "none"),
        ("catalytic_selectivity", "none"),
    ],
    "The mobility exceeded that of the bare film by 60%.": [
        ("carrier_mobility", "increase", 60, "percent")
    ],
    # what outlives a test, or is kept from harm
    "The dots kept their emission for 60 days in air.": [("air_stability", "increase")],
    "The coated films survived immersion in water for 3 weeks.": [("water_stability", "increase")],
    "The flask was kept in air for 60 days.": [],
    "The overcoat kept the particles from sintering.": [("sintering_resistance", "increase")],
    "Interface passivation of the wafers by Al2O3 was achieved.": [
        ("surface_passivation", "increase")
    ],
    "A passivation layer of SiO2 was sputtered.": [],
    # the photocurrent of a cell
    "In the solar cells, losses in photocurrent were seen.": [
        ("short_circuit_current", "decrease")
    ],
    # names and words of change of films
    "Growth slowed above 300 °C.": [("growth_rate", "decrease")],
    "At low temperature a CVD component was seen.": [("self_limiting_growth", "absent")],
    "Wettability improved after the anneal.": [("contact_angle", "decrease")],
    "The index rises from 1.6 to 1.9.": [("refractive_index", "increase", "from", 1.6, 1.9)],
    "The polydispersity index was 0.12.": [],
    "A J0 of 2 fA/cm2 was obtained.": [("recombination", "reported", 2, "fA.cm-2")],
    "A contact resistivity of 3 Ω cm2 was found.": [("resistivity", "reported", 3, "Ohm.cm2")],
    "Waveguides drawn from it lose 2 dB/cm.": [("propagation_loss", "reported", 2, "dB.cm-1")],
    "The refractive index went through a minimum.": [("refractive_index", "change")],
    "After the anneal the refractive index proved higher.": [("refractive_index", "increase")],
    "The refractive index was brought down by the anneal.": [("refractive_index", "decrease")],
    "The refractive index stayed flat.": [("refractive_index", "none")],
    "The tunnelling current was cut by the oxide.": [("leakage_current", "decrease")],
}


def test_sentences_give_their_outcomes():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}


@each_row("context", CONTEXTS, ids=lambda context: context.name)
def test_context_takes_the_assertion_from_its_example_alone(context):
    assert outcomes(context.example) == set() or context.name == "varied"
    assert outcomes(context.counter) != set() or context.name in ("was-studied",)


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: phrase.name)
def test_phrase_tells_its_finding_in_its_example_alone(phrase):
    told = (phrase.property, phrase.direction)
    assert told in outcomes(phrase.example)
    assert told not in outcomes(phrase.counter)


def test_a_varied_factor_is_no_outcome_of_its_own():
    said = outcomes("The band gap increases as the particle size decreases.")
    assert {row[0] for row in said} == {"band_gap"}


def test_a_later_sentence_looks_back_to_the_property_named_before():
    told = outcomes(
        "Carrier multiplication is known from solutions of dots. "
        "The same occurs in infilled films, while it is absent in bare ones."
    )
    assert {("carrier_multiplication", "present"), ("carrier_multiplication", "absent")} <= told
    assert ("photoluminescence_quantum_yield", "none") in outcomes(
        "In most films the coating lowered the quantum yield. "
        "A rare exception was reported for thick shells."
    )
    assert outcomes("Films were grown at 80 °C. The same occurs at 100 °C.") == set()


def test_the_state_of_the_field_in_an_abstract_claims_nothing():
    field = "A pinhole reduces the stability of such films."
    assert ("stability", "decrease") in outcomes(field)
    assert outcomes(f"{field} Here we grow films of TiN.") == set()
    assert outcomes(f"TEM shows that the films are conformal. {field} Here we grow TiN.") != set()
