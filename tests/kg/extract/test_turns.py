"""Trends that turn, what is only compared with, interrupted names, and what was left of a thing."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

_YIELD = "photoluminescence_quantum_yield"
FOUND = {
    # a verb, then its opposite
    "The quantum yield decreases with lateral size and increases with shell thickness.": [
        (_YIELD, "decrease"),
        (_YIELD, "increase"),
    ],
    "The carrier mobility increases with the first cycles but drops after twenty.": [
        ("carrier_mobility", "increase"),
        ("carrier_mobility", "decrease"),
    ],
    "The PL intensity rises upon annealing and then falls again.": [
        ("photoluminescence_intensity", "increase"),
        ("photoluminescence_intensity", "decrease"),
    ],
    "The quantum yield increases with the shell and decreases the loss.": [(_YIELD, "increase")],
    "The quantum yield increases with the shell and the linewidth decreases.": [
        (_YIELD, "increase"),
        ("linewidth", "decrease"),
    ],
    # nouns of change with more than one adjective, values of a property
    "The PL lifetimes and the quantum yield exhibit strong, monotonic decreases upon dilution.": [
        ("photoluminescence_lifetime", "decrease"),
        (_YIELD, "decrease"),
    ],
    "The films show higher values of the refractive index than sputtered ones.": [
        ("refractive_index", "increase")
    ],
    "Lower values for the band gap were found.": [("band_gap", "decrease")],
    "Values of the refractive index were collected.": [],
    # the value of another sample
    "The band gaps were larger than the reported 3.6 eV of the bulk.": [("band_gap", "increase")],
    "The quantum yield was lower than that of the bare dots (67%).": [(_YIELD, "decrease")],
    "The quantum yield was 12%, lower than that of the bare dots (67%).": [
        (_YIELD, "decrease", "from", 67, 12, "percent")
    ],
    "The photostability was enhanced by adding 1% gelatin.": [("photostability", "increase")],
    # names that an acronym interrupts
    "The photoluminescence (PL) quantum efficiency increased.": [(_YIELD, "increase")],
    "The photoluminescence (PL) wavelength depends on the size.": [
        ("exciton_peak_position", "change")
    ],
    "The electroluminescence (EL) intensity increased.": [
        ("photoluminescence_intensity", "increase")
    ],
    "The coat (EL) intensity increased.": [],
    # what was left of a performance
    "The LEDs retained 90% of the initial luminance after 100 h.": [("stability", "increase")],
    "After 32 days in air the PCE still remained 92% of its original value.": [
        ("air_stability", "increase"),
        ("power_conversion_efficiency", "none"),
    ],
    "The cells retained 20% of the initial PCE after 100 h.": [],
    "The LEDs had an initial brightness of 1000 cd/m2.": [],
    # a hedge on the cause alone
    "The increase of the mobility may be related to the fewer traps.": [
        ("carrier_mobility", "increase")
    ],
    "The rise of the quantum yield might originate from the shell.": [(_YIELD, "increase")],
    "The mobility may increase.": [],
    # traps that are made, kinds of samples, bands
    "The treatment creates surface traps.": [("trap_states", "increase")],
    "Low-defect dots were obtained.": [],
    "The defects are ionic in nature.": [],
    "A type-II band alignment was confirmed.": [("band_offset", "present")],
    "The dots changed from type-I to type-II with the shell.": [("band_offset", "change")],
    "The films changed from amorphous to polycrystalline.": [("crystallinity", "increase")],
    "A phase change from crystalline to amorphous was seen.": [("crystallinity", "decrease")],
    "A blue-shift of the bandgap was observed.": [("band_gap", "increase")],
    # colloids, ligands, and what is no sample
    "The dots show good colloidal stability.": [("colloidal_stability", "present")],
    "The shell makes the dots more resistant to aggregation.": [
        ("colloidal_stability", "increase")
    ],
    "The ligands were completely removed.": [("ligand_retention", "decrease")],
    "An air-stable phosphine compound was used.": [],
    "The shell prevents the oxidation of the dots in air.": [("oxidation_resistance", "increase")],
    "The composite featured a loss of color purity.": [],
    "The roughness could be well controlled by the dose.": [("surface_roughness", "change")],
}


def test_turns_and_comparisons_tell_their_outcomes():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
