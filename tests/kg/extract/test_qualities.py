"""Qualities that verbs and denials tell: what lasts, is doped, passes over, is even or blocked."""

from __future__ import annotations

from tests.kg.extract.test_outcomes import outcomes

#: What is said -> sentences that say it, and nothing else.
SAID = {
    ("power_conversion_efficiency", "reported", 21, "percent"): [
        "We made 21%-efficient perovskite solar cells.",
        "The seed layer led to a 21% (20% certified) efficient tandem solar cell.",
    ],
    ("interface_sharpness", "decrease"): [],
    ("interface_sharpness", "present"): [
        "The interface is atomically abrupt.",
    ],
    ("strain", "present"): [
        "The layers are under tensile stress.",
    ],
    ("surface_passivation", "increase"): [
        "Deep traps are passivated by the chloride.",
    ],
    ("nucleation", "decrease"): [
        "A clear nucleation delay was observed on SiO2.",
    ],
    ("particle_size", "none"): [],
    ("size_dispersion", "none"): [
        "The size distribution was retained during shell growth.",
    ],
    ("crystallinity", "none"): [
        "The exchange goes along with no loss of crystallinity.",
    ],
    ("structure", "none"): [
        "The crystal structure survives the exchange.",
    ],
    ("stability", "reported", 100000.0, "{cycle}"): [
        "The capacitors fail after 10^5 cycles.",
    ],
    ("colloidal_stability", "increase"): [
        "Agglomeration during annealing is suppressed by the overcoat.",
    ],
    ("barrier_performance", "present"): [
        "The films are impermeable to gases, suggesting they are pinhole-free.",
    ],
    ("linewidth", "reported", "<", 9, "nm"): [
        "The linewidth stayed below 9 nm throughout.",
    ],
    ("open_circuit_voltage", "none", 1.06, "V"): [
        "The open-circuit voltage remained at 1.06 V.",
    ],
    ("fill_factor", "none", 0.79): [
        "The fill factor stayed at 0.79.",
    ],
    ("accessible_surface", "decrease"): [
        "The oxide covers a third of the metal sites.",
        "The overcoat buries most of the step edges.",
        "Half of the palladium sites were covered by the oxide.",
    ],
    ("air_stability", "increase"): [
        "The devices lost nothing in 200 days of storage in air.",
        "The transistors operated for a year in air without failure.",
        "Encapsulated dots held 94 % of their brightness through 40 days of storage in air.",
    ],
    ("band_gap", "none"): [
        "No effect on the band gap could be traced.",
        "The band gap was the same for all thicknesses.",
        "No appreciable difference in band gap exists between both films.",
    ],
    ("capacity_retention", "reported", 92, "percent"): [
        "The cells retained 92 % of the initial capacity after 300 cycles.",
    ],
    ("carrier_mobility", "none"): [
        "The mobility stayed put.",
        "The mobility is left untouched by the coating.",
        "The mobility did not suffer from the coating.",
    ],
    ("charge_injection", "present"): [],
    ("charge_separation", "present"): [
        "The platelets show a charge-transfer emission.",
        "At the heterojunction, excitons dissociate.",
    ],
    ("colloidal_stability", "decrease"): [
        "The suspension aggregated within a day.",
    ],
    ("colloidal_stability", "present"): [
        "The inks show no sign of sedimentation over half a year.",
        "The colloid is stable for months.",
        "The suspension neither flocculated nor settled within half a year.",
    ],
    ("conductivity", "increase"): [],
    ("conductivity", "none"): [
        "The coating left the conductivity of the wires unimpaired.",
    ],
    ("conformality", "present"): [
        "Trenches with an aspect ratio of 60 were coated conformally.",
    ],
    ("corrosion_resistance", "increase"): [
        "The coating came through three weeks in seawater unharmed.",
        "The coated membranes endured 100 h in 1 M NaOH.",
    ],
    ("crystallinity", "absent"): [
        "The as-grown films lack crystalline order.",
    ],
    ("crystallinity", "present"): [
        "The particles adopt the wurtzite structure.",
        "The films adopt the rutile structure.",
    ],
    ("deposition_selectivity", "decrease"): [
        "After 400 cycles the selectivity of the growth was lost.",
    ],
    ("deposition_selectivity", "present"): [
        "Area-selective deposition is enabled by the inhibitor.",
    ],
    ("deposition_selectivity", "reported", 0.98): [
        "Cobalt was deposited on copper with a selectivity of 0.98 over SiO2.",
    ],
    ("doping", "present"): [
        "Substituting 3 at.% of the Zr with Y stabilised the cubic phase.",
        "The dots are n-type.",
    ],
    ("electron_delocalization", "present"): [
        "Charge carriers are delocalised over several dots.",
    ],
    ("electron_transfer", "absent"): [
        "No transfer of electrons to the oxide took place.",
    ],
    ("electron_transfer", "present"): [
        "Electrons hop from the dots into the titania.",
        "The excited rods injected electrons across the interface.",
        "Photoexcited electrons escape from the dot into the oxide within 2 ps.",
        "Under blue light the dots donate electrons to the viologen.",
    ],
    ("energy_transfer", "absent"): [
        "No evidence of energy transfer was found.",
        "No energy transfer could be traced in the bare films.",
    ],
    ("energy_transfer", "present"): [
        "Exciton energy migrates through the solid by hopping from dot to dot.",
        "Energy flows from the core to the crown within 1 ps.",
        "Energy is passed on to the acceptor dots.",
    ],
    ("exciton_peak_position", "reported", 640, "nm"): [
        "The coated dots emit at 640 nm.",
    ],
    ("film_charging", "present"): [
        "Programming at 10 V charges the dots.",
    ],
    ("hole_transfer", "present"): [
        "The quenching is due to hole transfer to the thiol.",
    ],
    ("impurity_content", "absent"): [
        "XPS proved the films free of nitrogen.",
        "Auger spectra did not reveal chlorine above 0.3 %.",
        "No residual tin was detected.",
        "The films are without a trace of chlorine.",
    ],
    ("impurity_content", "present"): [
        "The films contained some carbon and hydrogen as impurities.",
    ],
    ("infilling", "present"): [
        "Alumina was located down to 200 nm below the surface.",
        "The oxide fills the interstices between the dots.",
    ],
    ("ligand_retention", "present"): [
        "The methyl groups survive the water pulse.",
    ],
    ("luminance", "none"): [
        "The layers gave a luminance comparable to that of the reference.",
    ],
    ("nucleation", "absent"): [],
    ("nucleation", "present"): [],
    ("nucleation", "reported", 12, "{cycle}"): [
        "Growth on copper needed 12 cycles to nucleate.",
    ],
    ("nucleation", "reported", 8, "{cycle}"): [],
    ("open_circuit_voltage", "none"): [
        "The open-circuit voltage was spared.",
    ],
    ("oxidation_resistance", "increase"): [
        "The thicker shell slows the oxidation of the core.",
        "In a month the dots oxidised by less than a monolayer.",
        "The copper wires resisted oxidation in air up to 250 °C.",
        "The flakes do not oxidise in air.",
    ],
    ("photoconductivity", "present"): [
        "The wires respond to 365 nm light with a photocurrent.",
    ],
    ("photoluminescence_intensity", "increase"): [],
    ("photostability", "increase"): [
        "The photocurrent decayed by less than 3 % within 24 h of illumination.",
        "Cells with the interlayer lost only 3 % of their output during 500 h under illumination.",
        "No fading of the films could be discerned under blue light for 10 h.",
    ],
    ("porosity", "present"): [
        "The powders are mesoporous.",
        "Calcination opened pores of 1.5 nm in the overcoat.",
    ],
    ("precursor_adsorption", "absent"): [
        "The uptake of the precursor was nil.",
        "The precursor does not react with the fluorinated surface.",
    ],
    ("refractive_index", "none"): [
        "The refractive index showed no significant difference before and after the annealing.",
        "The treatment had little bearing on the refractive index.",
    ],
    ("self_limiting_growth", "present"): [
        "The reaction of TMA with the surface is self-terminating.",
    ],
    ("sintering_resistance", "increase"): [
        "With a MgO shell they remained separate in TEM.",
        "With a ZrO2 shell the particles stayed separate up to 700 °C.",
    ],
    ("stability", "increase"): [
        "The transistors showed negligible degradation under bias stress for 3 h.",
        "Flexing the foil 3000 times did no damage to the barrier.",
        "Under continuous operation the devices showed stable output for more than 200 h.",
        "Switching it a hundred thousand times entailed no fatigue.",
    ],
    ("stability", "reported", 1000000000, "{cycle}"): [
        "The memory cells withstood 10^9 write cycles.",
    ],
    ("stability", "reported", 5000, "{cycle}"): [
        "The foil endured 5000 bending cycles without cracking.",
    ],
    ("strain", "absent"): [
        "The Raman modes kept their position, which excludes strain.",
        "XRD rules out any strain in the shell.",
        "The shells are free of strain.",
    ],
    ("thermal_stability", "increase"): [
        "Unlike bare particles, coated ones did not lose their emission on heating to 150 °C.",
    ],
    ("uniformity", "present"): [
        "The pores were lined evenly along their whole length.",
        "The coat narrowed the channels uniformly along their 40 µm length.",
        "Each film was evenly formed.",
        "All layers are uniformly formed on the wafer.",
    ],
    ("water_stability", "increase"): [
        "The coated cubes went on glowing with 85 % of their first intensity after a day in water.",
        "The films did not delaminate upon boiling in water.",
        "The glow of the powder persisted for three weeks under water.",
    ],
}
#: Sentences that say two things.
SAID_TWICE = {
    "The linewidth stayed below 9 nm, a consequence of self-limited growth.": {
        ("linewidth", "reported", "<", 9, "nm"),
        ("self_limiting_growth", "present"),
    },
    "The coat neither lowered the quantum yield nor altered the lifetime.": {
        ("photoluminescence_quantum_yield", "none"),
        ("photoluminescence_lifetime", "none"),
    },
    "Inserting one Ga2O3 cycle after every 20 cycles of ZnO lowered the resistivity.": {
        ("resistivity", "decrease"),
        ("doping", "present"),
    },
    "Neither the linewidth nor the quantum yield was affected by the exchange.": {
        ("photoluminescence_quantum_yield", "none"),
        ("linewidth", "none"),
    },
    "In the nickel-doped films the resistivity fell.": {
        ("resistivity", "decrease"),
        ("doping", "present"),
    },
}
#: Sentences that say nothing: wishes, recipes, the field in general, the run of a machine.
SAID_NOTHING = [
    "The CdTe dots were washed with methanol for the removal of excess ligands.",
    "A 25% efficient pump cooled the solar simulator.",
    # models, ways and their weight, contrasts, control, samples by what was done, other things
    "The decay was fitted with a model that includes energy transfer between the dots.",
    "We present a theory of optical gain in nanoplatelets.",
    "A framework that predicts a higher mobility was published.",
    "A Hamiltonian was set up to study dots in which a trap was introduced by a vacancy.",
    "The database that integrates band gaps and quantum yields was extended.",
    "The samples were aged to better understand the loss of photostability.",
    "The results highlight the importance of clean interfaces for a low recombination.",
    "This is a step towards films with a tunable band gap.",
    "The dots profit from the tunable band gap of the lead salts.",
    "Layers with a tunable refractive index are wanted.",
    "Tunable lasers were used.",
    "The salt is a versatile platform for raising the quantum yield.",
    "These data give insight into the enhanced stability of the dots.",
    "A correlation between the trap density and the efficiency of the cells was established.",
    "The difficulty lies in achieving conformal, crystalline films on polymers.",
    "Contrary to the common view that annealing leads to degradation, we annealed the cells.",
    "The loss grew, in contrast to the increased mobility of the bulk.",
    "As opposed to the increased luminance of the others, ours was measured at 5 V.",
    "The new ligand allows better control of the doping.",
    "Dots with a tailored band gap were bought.",
    "Band gap engineering in sulfide buffer layers",
    "Ag and Al2O3 targets (purity = 99.99 %) were used as the sputtering sources.",
    "The passivated devices were measured at 5 V.",
    "The unpassivated wafers were kept in argon.",
    "Passivating the diodes, we measured them at 5 V.",
    "Passivation with alumina eliminates the hysteresis.",
    "Passivation removes the dispersion.",
    "The thermal conductivity of the films was reduced.",
    "The ligands redshift the stretching modes.",
    "The model lost its predictive reliability.",
    "The oscillators have an active area of 6 µm2.",
    "The filter smooths noisy data.",
    "A loss of charge-carrier selectivity was suppressed.",
    "The cells maintained a 98 % strain-tuning efficiency.",
    "Quantum-confined semiconductors were reviewed.",
    "Dots were grown by a modified Stranski-Krastanov scheme.",
    "At an elevated injection current density of 2 A/cm2 the light was bright.",
    "Signals arise from in-gap states.",
    "The carriers hop to a localized trap.",
    "The yield was higher than in dots with the same band gap.",
    "The precursor is stable for months when stored at 4 °C.",
    "Uniform heating was ensured by a fan.",
    "The uniformly formed solution was filtered.",
    "A uniformly dispersed slurry was cast.",
    "Good adhesion is required for this test.",
    "The powder was redispersed in toluene by sonication.",
    "A stable temperature was reached after 2 h.",
    "The electrons are emitted by a heated filament.",
    "Doping is a common way to raise the conductivity.",
    "Charge separation at such interfaces is a prerequisite for solar cells.",
    "The furnace was kept running for 100 h.",
    "We tested whether the films endure 1000 cycles.",
    "To survive in water, the dots need a shell.",
    "It is essential that the dots withstand annealing.",
    "The powder remained black and conductive.",
    "The shell puts the core under compression.",
    "Film thickness increases linearly with the number of cycles.",
    "Traces of zinc were found at the surface of the dots.",
    "Apart from a slight broadening, the spectra did not change.",
    "White LEDs used CsPbBr3 dots and commercial red phosphors (CaAlSiN3:Eu2+).",
    "We also analysed the orthorhombic phase by XRD.",
    "The temperature remained at 200 °C.",
    "Exposures with diethylzinc were held for 60 s.",
    "In one month the shell grew an oxide of less than a monolayer in air.",
    "The films were to be tested for 1000 h in air.",
    "The samples were kept for 30 days in air before they were measured.",
    "Sintering is one cause of deactivation in industry.",
    "The wafers were stored in nitrogen to avoid oxidation.",
    "A protective coat should withstand 1000 cycles.",
    "Whether the dots survive in water remains to be tested.",
    "Uncoated cubes usually lose their emission in water.",
    "A p-type silicon wafer was used.",
    "The films were grown on fluorine-doped tin oxide.",
    "n-type Si(100) wafers with native oxide were cleaned.",
    "The p-type material CuSCN is deposited on top.",
    "Doped oxides are widely used.",
    "Electron beams pass from the gun to the sample.",
    "Electrons may hop from the dots into the oxide.",
    "Carriers are expected to separate at the interface.",
    "The dots absorb out to 1600 nm.",
    "Only a slight dimming was noticed after 200 h of illumination.",
    "Cells with bare electrodes kept only 20 % of their capacity after 100 cycles.",
    "Uncoated films bleached within minutes under the lamp.",
    "Without the shell the particles clump together on heating.",
    "The films had to withstand 1000 h in damp heat.",
    "The dots were stored in the dark for two weeks before use.",
    "The reactor was operated for 10 h without a leak.",
    "The samples were washed three times without drying.",
    "Long-term tests over 1000 h are in progress.",
    "In industry, catalysts have to run for years without regeneration.",
    "The reaction was kept at 200 °C for 3 h.",
    "Growth went on for 300 cycles.",
    "No purge was used after the water pulse.",
    "The laser was operated for 100 h.",
    "The solution was stirred for 2 h without heating.",
    "The pressure remained stable for 30 min.",
    "The temperature was stable over the whole run of 500 cycles.",
    "The precursor bottle was used for a month without refilling.",
    "The transistors show p-channel behaviour.",
    "A super-cycle of 20 ZnO cycles and one AlOx cycle was used.",
    "Both carriers are confined to the core.",
    "The electrons of the microscope pass through the film.",
    "Energy was saved by heating the flask in steps.",
    "The amine is stripped off by the treatment.",
]


def test_each_sentence_tells_its_quality_alone():
    found = {text: outcomes(text) for texts in SAID.values() for text in texts}
    wrong = {t: found[t] for said, texts in SAID.items() for t in texts if found[t] != {said}}
    assert wrong == {}


def test_sentences_tell_two_qualities():
    found = {text: outcomes(text) for text in SAID_TWICE}
    assert found == SAID_TWICE


def test_wishes_recipes_and_runs_tell_none():
    assert {text: told for text in SAID_NOTHING if (told := outcomes(text))} == {}
