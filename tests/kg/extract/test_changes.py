"""Changes told by grammar: phrasal verbs, shared verbs, ratios with values, comparisons."""

from __future__ import annotations

from tests.kg.extract.outcome_rows import outcomes

#: Sentences -> their outcomes: property, direction and, where stated, from, value, bound, unit.
FOUND = {
    # phrasal verbs of change, with the value that was reached
    "The electron mobility of the dots went up to 3.4 cm2/Vs.": [
        ("electron_mobility", "increase", 3.4, "cm2.V-1.s-1")
    ],
    "The dark current was brought down to 0.2 nA by the coat.": [
        ("dark_current", "decrease", 0.2, "nA")
    ],
    "The threshold voltage came down to 1.1 V.": [("threshold_voltage", "decrease", 1.1, "V")],
    "The barrier height went from 0.9 down to 0.4 eV.": [
        ("band_offset", "decrease", "from", 0.9, 0.4, "eV")
    ],
    "The haze was taken from 3 up to 12 %.": [("scattering", "increase", "from", 3, 12, "percent")],
    "The reflectance plunged to 2 %.": [("reflectance", "decrease", 2, "percent")],
    "The band gap opened to 2.1 eV as the shell thinned.": [("band_gap", "increase", 2.1, "eV")],
    "The dielectric constant crept up to 24.": [("dielectric_constant", "increase", 24)],
    "Devices with luminances of up to 900 cd/m2 were made.": [
        ("luminance", "reported", "<", 900, "cd.m-2")
    ],
    "The response goes up to 5 µm.": [],
    # gapping: a later property shares the verb
    "The luminance rose by 300 cd/m2 and the current efficiency by 2 cd/A.": [
        ("luminance", "increase", 300, "cd.m-2"),
        ("current_efficiency", "increase", 2, "cd/A"),
    ],
    "The mobility climbed to 4 cm2/Vs and the on/off ratio to 10^6.": [
        ("carrier_mobility", "increase", 4, "cm2.V-1.s-1"),
        ("on_off_ratio", "increase", 1e6),
    ],
    "It raised the fill factor to 0.71, the open-circuit voltage to 0.65 V and the PCE to 9 %.": [
        ("fill_factor", "increase", 0.71),
        ("open_circuit_voltage", "increase", 0.65, "V"),
        ("power_conversion_efficiency", "increase", 9, "percent"),
    ],
    # what stands ahead of "giving" is of the clause before
    "The layer raised the open-circuit voltage to 0.6 V and the FF to 71 %, giving a PCE of 9 %.": [
        ("open_circuit_voltage", "increase", 0.6, "V"),
        ("fill_factor", "increase", 71, "percent"),
        ("power_conversion_efficiency", "reported", 9, "percent"),
    ],
    "The quantum yield rose to 74 % leading to an external quantum efficiency of 11 %.": [
        ("photoluminescence_quantum_yield", "increase", 74, "percent"),
        ("external_quantum_efficiency", "reported", 11, "percent"),
    ],
    "A 30 % increase of the quantum yield and a 20 % drop of the reflectance were seen.": [
        ("photoluminescence_quantum_yield", "increase", 30, "percent"),
        ("reflectance", "decrease", 20, "percent"),
    ],
    # yields of reactions and of light; what a dye and what a device suffers
    "The quantum yield for methane production was 4 %.": [
        ("photocatalytic_efficiency", "reported", 4, "percent")
    ],
    "The quantum yields of light-driven ammonia generation rose to 12 %.": [
        ("photocatalytic_efficiency", "increase", 12, "percent")
    ],
    "The quantum yield of the dots was 70 % in large-scale production.": [
        ("photoluminescence_quantum_yield", "reported", 70, "percent")
    ],
    "The leakage current was lowered by 40 %, and the trap density by 60 %.": [
        ("leakage_current", "decrease", 40, "percent"),
        ("trap_states", "decrease", 60, "percent"),
    ],
    "The linewidth fell to 24 nm, while the quantum yield reached 80 %.": [
        ("linewidth", "decrease", 24, "nm"),
        ("photoluminescence_quantum_yield", "reported", 80, "percent"),
    ],
    "The resistivity rose by 20 % and a mobility of 3 cm2/Vs was measured.": [
        ("resistivity", "increase", 20, "percent"),
        ("carrier_mobility", "reported", 3, "cm2.V-1.s-1"),
    ],
    # what stayed at its level
    "The quantum yield stayed at 62 %.": [
        ("photoluminescence_quantum_yield", "none", 62, "percent")
    ],
    "The threshold voltage remained near 2.4 V.": [("threshold_voltage", "none", 2.4, "V")],
    "The fill factor remained at 0.74 after the coating.": [("fill_factor", "none", 0.74)],
    "The threshold voltage held steady at 1.2 V.": [("threshold_voltage", "none", 1.2, "V")],
    "The permittivity of the films stayed put.": [("dielectric_constant", "none")],
    "The efficiency of the cells rose while their fill factor stayed at 0.7.": [
        ("power_conversion_efficiency", "increase"),
        ("fill_factor", "none", 0.7),
    ],
    "The carbon content stayed below 2 at.%.": [
        ("impurity_content", "reported", "<", 2, "percent")
    ],
    "The transmittance remained above 90 %.": [("transmittance", "reported", ">", 90, "percent")],
    # by how much, without a unit or in points
    "The refractive index climbed by 0.04.": [("refractive_index", "increase", 0.04)],
    "The quantum yield was 11 points higher than that of the cores.": [
        ("photoluminescence_quantum_yield", "increase", 11, "percent")
    ],
    "The fill factor rose by 6 percentage points.": [("fill_factor", "increase", 6, "percent")],
    "The responsivity was diminished by half.": [("responsivity", "decrease", 50, "percent")],
    # verbs whose subject gains or loses
    "The mobility and the on/off ratio both profited from the anneal.": [
        ("carrier_mobility", "increase"),
        ("on_off_ratio", "increase"),
    ],
    "The quantum yield benefited from the second shell.": [
        ("photoluminescence_quantum_yield", "increase")
    ],
    "The conductivity suffered badly.": [("conductivity", "decrease")],
    "The transmittance hardly suffered.": [("transmittance", "none")],
    "The quantum yield was no different with and without the layer.": [
        ("photoluminescence_quantum_yield", "none")
    ],
    "The mobility was as high as before.": [("carrier_mobility", "none")],
    "The conductivity scaled linearly with temperature.": [("conductivity", "increase")],
    "The conductivity scaled inversely with the thickness.": [("conductivity", "decrease")],
    # where a peak went
    "The first exciton moved 24 nm to the red.": [("exciton_peak_position", "increase", 24, "nm")],
    "The emission was pushed further to the red.": [("exciton_peak_position", "increase")],
    "The shell pulled the emission from 610 to 722 nm.": [
        ("exciton_peak_position", "increase", "from", 610, 722, "nm")
    ],
    "The absorption peak receded by 30 nm.": [("exciton_peak_position", "decrease", 30, "nm")],
    "The emission narrowed from 46 to 36 nm.": [("linewidth", "decrease", "from", 46, 36, "nm")],
    "The emission band broadened by 15 %.": [("linewidth", "increase", 15, "percent")],
    # a number of another thing ahead of the verb
    "Replacing 5 % of the zirconium with hafnium raised the dielectric constant to 31.": [
        ("dielectric_constant", "increase", 31),
        ("doping", "present"),
    ],
    # a range in brackets is one of levels where no word says more or less
    "The InP dots show narrow linewidths (from 40 nm to 45 nm).": [
        ("linewidth", "reported", 40, "nm")
    ],
    "The CdSe dots have a narrow line width (full width at half maximum) (from 25 to 30 nm).": [
        ("linewidth", "reported", 25, "nm")
    ],
    "The dots have high quantum yields (from 40% to 60%).": [
        ("photoluminescence_quantum_yield", "reported", 40, "percent")
    ],
    "Sharp emission lines (FWHM from 20 to 25 nm) were obtained.": [
        ("linewidth", "reported", 20, "nm")
    ],
    "The films show low resistivities (from 2 to 5 mΩ cm).": [
        ("resistivity", "reported", 2, "mOhm.cm")
    ],
    "The quantum yield increased (from 40% to 60%).": [
        ("photoluminescence_quantum_yield", "increase", "from", 40, 60, "percent")
    ],
    "The linewidth broadened (from 40 nm to 45 nm).": [
        ("linewidth", "increase", "from", 40, 45, "nm")
    ],
    "The dots had an improved quantum yield (from 40% to 60%).": [
        ("photoluminescence_quantum_yield", "increase", "from", 40, 60, "percent")
    ],
    "The linewidth shrank (from 40 to 30 nm).": [("linewidth", "decrease", "from", 40, 30, "nm")],
    # a dependence on a factor
    "The emission wavelength is highly sensitive to the size.": [
        ("exciton_peak_position", "change")
    ],
    "The band gap was found to be very sensitive to the composition.": [("band_gap", "change")],
    "The linewidth is extremely sensitive to the synthesis temperature.": [("linewidth", "change")],
    "The sensor is highly sensitive to NO2.": [],
    "The PL lifetime is not sensitive to the ligand.": [("photoluminescence_lifetime", "none")],
    # changes too small to count
    "Degradation of the mobility was negligible.": [("carrier_mobility", "none")],
    "Growth of the leakage current was minimal.": [("leakage_current", "none")],
    "The increase in the leakage current after a week was insignificant.": [
        ("leakage_current", "none")
    ],
    "Changes in the band gap were negligible.": [("band_gap", "none")],
    "The reduction of the OCV was negligible, while the fill factor decreased by 30%.": [
        ("open_circuit_voltage", "none"),
        ("fill_factor", "decrease", 30, "percent"),
    ],
    "The loss of capacitance upon bending remained marginal.": [],
    "The reduction of the copper was negligible.": [],
    "The negligible leakage current rose.": [("leakage_current", "increase")],
    # shares of elements, of the solid's own and of others
    "The atomic concentrations of the GDC film were Ce 3d = 28%, Gd 4d = 5%, O 1s = 67%.": [
        ("stoichiometry", "reported", 28, "percent"),
        ("stoichiometry", "reported", 5, "percent"),
        ("stoichiometry", "reported", 67, "percent"),
    ],
    "XPS gave Hf 4f = 31.2%, O 1s = 66.0% and C 1s = 2.8% for the HfO2 film.": [
        ("stoichiometry", "reported", 31.2, "percent"),
        ("stoichiometry", "reported", 66, "percent"),
        ("impurity_content", "reported", 2.8, "percent"),
    ],
    "The TiO2 film consists of Ti and O with minor contents of Si (3.5 at.%) and F (0.9 at.%).": [
        ("impurity_content", "reported", 3.5, "percent"),
        ("impurity_content", "reported", 0.9, "percent"),
    ],
    "The Al2O3 film consists of 38.2 at.% Al, 60.3 at.% O and 1.5 at.% C.": [
        ("stoichiometry", "reported", 38.2, "percent"),
        ("stoichiometry", "reported", 60.3, "percent"),
        ("impurity_content", "reported", 1.5, "percent"),
    ],
    "The content of F in the W film is 0.3 at.%.": [
        ("impurity_content", "reported", 0.3, "percent")
    ],
    "The concentration of hydrogen in the Al2O3 film was 2 at.%.": [
        ("impurity_content", "reported", 2, "percent")
    ],
    "The MoS2 films have atomic percentages of Mo (33.1%) and S (66.9%).": [
        ("stoichiometry", "reported", 33.1, "percent"),
        ("stoichiometry", "reported", 66.9, "percent"),
    ],
    "The SiNx film contains O: 3.2 at.% and H: 12 at.%.": [
        ("impurity_content", "reported", 3.2, "percent"),
        ("impurity_content", "reported", 12, "percent"),
    ],
    "A target of Zn (99.99%) was used for the ZnO film.": [],
    "The ZnO film was doped with 2 at.% Al.": [("doping", "present")],
    "The films were etched in HF (5%) and HCl (37%).": [],
    "The concentration of Cl in the solution was 5%.": [],
    "The film was grown in N2 (95%) and H2 (5%).": [],
    # tests, dependences and targets; what came as expected; pores and impurities
    "A Zr-Ce alloy (with 10 at.% Zr) was used as the target for ZrCeO2.": [],
    "As expected, the mobility of the film rose to 9 cm2/Vs.": [
        ("carrier_mobility", "increase", 9, "cm2.V-1.s-1")
    ],
    "As anticipated, the OCV of cell A was 0.9 V.": [
        ("open_circuit_voltage", "reported", 0.9, "V")
    ],
    "The electrodes ran without failure at 4 mA/cm2 and an areal capacity of 2 mAh/cm2.": [],
    "The cell delivers an areal capacity of 3 mAh/cm2 at 1 mA/cm2.": [
        ("specific_capacity", "reported", 3, "mA.h.cm-2")
    ],
    "Cells with a capacity of 300 mAh/g were obtained.": [
        ("specific_capacity", "reported", 300, "mA.h.g-1")
    ],
    "We measured the temperature dependence of the conductivity.": [],
    "To explain the high mobility, we recorded the temperature dependence of mobility.": [],
    "The temperature dependence of the mobility shows hopping.": [("carrier_mobility", "change")],
    "Porous platinum films were sputtered as electrodes.": [("porosity", "present")],
    "The coat is covered with fine nanopores.": [("porosity", "present")],
    "The surface of the film is covered by many small pores.": [("porosity", "present")],
    "The annealed film contains numerous pores.": [("porosity", "present")],
    "The film contains no pores.": [("porosity", "absent")],
    "The layer contains few pores.": [],
    "ZnO was grown on porous silicon.": [],
    "Carbon did not remain in the films.": [("impurity_content", "absent")],
    "Chlorine was not incorporated into the films.": [("impurity_content", "absent")],
    "Despite hydrogen not remaining in the films, the optical constants were retained.": [
        ("impurity_content", "absent"),
        ("refractive_index", "none"),
    ],
    "The ratio agrees with the stoichiometry of Al2O3.": [("stoichiometry", "present")],
    "The ratio should match the stoichiometry of TiO2.": [],
    # what an inverse name says of a dependence and of no change
    "The moisture permeability was unaffected by bending.": [("barrier_performance", "none")],
    "The water vapor transmission rate depends on the temperature.": [
        ("barrier_performance", "change")
    ],
    "The WVTR did not change upon bending.": [("barrier_performance", "none")],
    "The moisture permeability varied with the thickness of the oxide.": [
        ("barrier_performance", "change")
    ],
    "The nucleation delay was strongly affected by the dose.": [("nucleation", "change")],
    "The WVTRs depend on the climate, ranging from 2e-5 to 3e-3 g/m2/d.": [
        ("barrier_performance", "reported", 2e-5, "g.m-2.d-1")
    ],
    "The membrane maintained its water permeability.": [],
    "The dissolution was affected by the acid.": [],
    "The aggregation depends on the salt.": [],
}


def test_changes_are_read_by_their_grammar():
    found = {text: outcomes(text) for text in FOUND}
    wrong = {text: found[text] for text, rows in FOUND.items() if found[text] != set(rows)}
    assert wrong == {}
