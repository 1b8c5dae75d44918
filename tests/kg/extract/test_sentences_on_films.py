"""What single sentences on films and their growth claim and what they do not.

All sentences are made up for these tests.
"""

from __future__ import annotations

from tests.kg.extract.case_papers import wrong

CASES: list[tuple[str, dict[str, object], bool]] = [
    # steps of a cycle, short forms of two methods, names of groups, what was spared
    ("CdTe was grown by ALE from the elements.", {"process": "ald"}, True),
    ("CdTe was grown by ALE from the elements.", {"process": "atomic_layer_etching"}, False),
    ("CdTe was etched by ALE in HF.", {"process": "atomic_layer_etching"}, True),
    ("O2 plasma activation ended each cycle of Pt.", {"process": "plasma_treatment"}, False),
    ("O2 plasma activation cleaned the Pt sheet.", {"process": "plasma_treatment"}, True),
    ("NiO was studied by TEM/HRTEM.", {"technique": "tem"}, True),
    ("NiO was studied by TEM (HRTEM).", {"technique": "tem"}, False),
    ("NiO was studied by RBS and nuclear reaction analysis.", {"technique": "rbs"}, True),
    (
        "NiO was studied by RBS and nuclear reaction analysis.",
        {"technique": "ion_beam_analysis"},
        True,
    ),
    ("NiO was studied by ion beam analysis (RBS).", {"technique": "ion_beam_analysis"}, False),
    ("A laser-based spectrometer looked at NiO.", {"application": "laser"}, False),
    ("Lasers based on CdSe dots were built.", {"application": "laser"}, True),
    ("NiO grew without the need for any annealing.", {"process": "annealing"}, False),
    ("The way does away with the use of an annealing.", {"process": "annealing"}, False),
    ("NiO needed the use of an annealing.", {"process": "annealing"}, True),
    ("GaN was deposited on SiC without a TiN buffer layer.", {"formula": "TiN"}, False),
    ("GaN was deposited on SiC with a TiN buffer layer.", {"formula": "TiN"}, True),
    ("The cells without a TiN layer broke.", {"formula": "TiN"}, True),
    ("A window of self-limited growth was seen.", {"property": "self_limiting_growth"}, True),
    ("The deposition self-saturates.", {"property": "self_limiting_growth"}, True),
    ("The crystal growth stops by itself.", {"property": "self_limiting_growth"}, False),
    # what a time, a length and a temperature are of, by the words right beside them
    (
        "The vias were etched for 12 min in a CHF3 plasma and annealed at 480 °C for 25 min.",
        {"parameter": "annealing_time", "value": 12},
        False,
    ),
    (
        "The vias were etched for 12 min in a CHF3 plasma and annealed at 480 °C for 25 min.",
        {"parameter": "annealing_time", "value": 25},
        True,
    ),
    (
        "After annealing at 480 °C, the wafers were exposed to UV ozone for 9 min.",
        {"parameter": "exposure_time", "value": 9},
        True,
    ),
    (
        "After annealing at 480 °C, the wafers were kept for 9 min.",
        {"parameter": "exposure_time"},
        False,
    ),
    ("At 330 nm thick, the LaF3 films were clear.", {"parameter": "thickness"}, True),
    ("At 330 nm thick, the LaF3 films were clear.", {"parameter": "wavelength"}, False),
    ("At 330 nm the LaF3 films absorb light.", {"parameter": "thickness"}, False),
    (
        "The LaF3 films shown above (260 nm thick) were clear.",
        {"value": 260, "bound": "min"},
        False,
    ),
    ("LaF3 films with a thickness above 260 nm were clear.", {"value": 260, "bound": "min"}, True),
    (
        "The analysis of the conductivity at deposition temperatures between 90 and 130 °C of SnO "
        "shows a faster decay.",
        {"parameter": "test_temperature"},
        False,
    ),
    # sources of an anion, hydrocarbons that carbon grows from, etching by turns, short forms
    (
        "Nb(OEt)5 with water and ammonia as oxygen and nitrogen sources gave NbON films by ALD.",
        {"role": "coreactant", "chemical": "oxygen"},
        False,
    ),
    (
        "Nb(OEt)5 with water and ammonia as oxygen and nitrogen sources gave NbON films by ALD.",
        {"role": "coreactant", "chemical": "water"},
        True,
    ),
    ("Carbon nanotubes grew by CVD from ethylene.", {"role": "precursor"}, True),
    ("Carbon nanotubes were put into ethylene.", {"role": "precursor"}, False),
    (
        "The Ga2O3 film was etched with HF and BCl3 in atomic layer etching.",
        {"role": "coreactant", "chemical": "hf"},
        True,
    ),
    ("The Ga2O3 film was etched with HF.", {"role": "coreactant", "chemical": "hf"}, False),
    (
        "ALE of InP by chlorine adsorption was tried.",
        {"role": "coreactant", "chemical": "chlorine"},
        True,
    ),
    ("Chlorine adsorption on InP was tried.", {"chemical": "chlorine"}, False),
    ("SiN grew at a high frequency (HF, 27 MHz) by CVD.", {"chemical": "hf"}, False),
    ("SiN was dipped in HF before the CVD.", {"chemical": "hf"}, True),
    ("The Mo loading was found by ICP-OES.", {"technique": "optical_spectroscopy"}, False),
    ("The Mo plasma was watched by OES.", {"technique": "optical_spectroscopy"}, True),
    (
        "H2 uptake was seen by a thermal conductivity detector.",
        {"technique": "gas_chromatography"},
        False,
    ),
    # a solid that did not form; reasons, measures and parts that are no finding
    ("No MgS shell was formed on the CdTe cores.", {"role": "shell"}, False),
    ("A MgS shell was formed on the CdTe cores.", {"role": "shell"}, True),
    ("A continuous MgO layer was not formed on the Ni foam.", {"formula": "MgO"}, False),
    ("The MgO layer on the Ni foam was not formed by ALD but by CVD.", {"formula": "MgO"}, True),
    ("The low mobility of InN is caused by grain boundaries.", {"kind": "outcome"}, False),
    ("The anneal caused a higher mobility of InN.", {"property": "carrier_mobility"}, True),
    (
        "Because of the high crystallization temperature of Y2O3 we annealed.",
        {"property": "crystallinity"},
        False,
    ),
    ("Because of the high crystallinity of Y2O3 it is hard.", {"property": "crystallinity"}, True),
    (
        "The loss of Nb2O5 scales with the fraction of the amorphous phase.",
        {"property": "crystallinity"},
        False,
    ),
    ("The Nb2O5 film is an amorphous phase.", {"property": "crystallinity"}, True),
    (
        "The ZrO2 coat suppressed the phase transition of LiNiO2.",
        {"property": "structure", "direction": "change"},
        False,
    ),
    (
        "The ZrO2 coat suppressed the phase transition of LiNiO2.",
        {"property": "structure", "direction": "none"},
        True,
    ),
    ("WO3 was sputtered on the FTO electrode.", {"role": "electrode", "formula": "WO3"}, False),
    ("Silver was sputtered on ZnO as an electrode.", {"role": "electrode", "formula": "Ag"}, True),
    # laminates told by how their layers lie, metals on metals
    ("A mirror of alternating layers of NbN and MgO grew.", {"layers": ["NbN", "MgO"]}, True),
    ("Alternating NbN and MgO layers grew.", {"layers": ["NbN", "MgO"]}, True),
    ("Annealed NbN and MgO layers grew.", {"kind": "system"}, False),
    ("A superlattice of NbN and MgO was grown.", {"layers": ["NbN", "MgO"]}, True),
    ("A mixture of NbN and MgO was grown.", {"kind": "system"}, False),
    (
        "Nanolaminate films were grown using MgO ALD and alucone MLD.",
        {"architecture": "nanolaminate", "layers": ["MgO", "alucone"]},
        True,
    ),
    (
        "Films were grown using MgO ALD and alucone MLD.",
        {"architecture": "nanolaminate"},
        False,
    ),
    ("Cr/Ni films were sputtered on glass.", {"layers": ["Cr", "Ni"]}, True),
    ("The Cr/Ni catalysts were dried on glass.", {"kind": "system"}, False),
    # gases that a surface sets free
    ("NbF5 gave by-products such as CO2 and H2O.", {"role": "byproduct", "chemical": "co2"}, True),
    (
        "NbF5 gave by-products such as CO2 and H2O.",
        {"role": "byproduct", "chemical": "water"},
        True,
    ),
    ("NbF5 gave pulses such as CO2 and H2O.", {"role": "byproduct"}, False),
    ("Detection of CO2 in the dose of Cp2Mg was new.", {"role": "analyte"}, False),
    ("Detection of NO2 with SnO2 sensors was new.", {"role": "analyte", "chemical": "no2"}, True),
    ("Formation of HF ended each pulse of NbF5.", {"role": "byproduct", "chemical": "hf"}, True),
    ("Removal of HF ended each pulse of NbF5.", {"role": "byproduct"}, False),
    # precursors by their class, and gases by which a deposition is named
    ("TbN grew by ALD from terbium amidinate and NH3.", {"chemical": "terbium amidinate"}, True),
    ("A praseodymium(III) triazenide precursor was dosed for ALD.", {"role": "precursor"}, True),
    ("TbN grew by ALD from terbium.", {"role": "precursor"}, False),
    ("H2O-assisted ALD of TbN was tried.", {"role": "coreactant", "chemical": "water"}, True),
    ("Ozone-based atomic layer deposition of TbN was tried.", {"role": "coreactant"}, True),
    ("Plasma-based ALD of TbN was tried.", {"role": "coreactant"}, False),
    ("A water-based ink of TbN was tried.", {"role": "coreactant"}, False),
    # elements that a film holds besides its own
    ("A plasma lowered the Cl concentration in TaN.", {"property": "impurity_content"}, True),
    (
        "A salt lowered the Cl concentration in the solution.",
        {"property": "impurity_content"},
        False,
    ),
    ("TaN grown hot had a lower concentration of oxygen.", {"direction": "decrease"}, True),
    ("TaN held H and C as the main impurities.", {"property": "impurity_content"}, True),
    ("Carbon was the only contaminant of TaN.", {"property": "impurity_content"}, True),
    ("Carbon was the main element of the C60 films.", {"property": "impurity_content"}, False),
    # what only differs
    ("The oxides showed different resistivities.", {"kind": "outcome"}, False),
    ("The oxides were poor and showed different resistivities.", {"kind": "outcome"}, False),
    ("The oxides showed a difference in resistivity.", {"kind": "outcome"}, False),
    ("The oxides showed no difference in resistivity.", {"direction": "none"}, True),
    ("The oxides showed a lower resistivity.", {"direction": "decrease"}, True),
    # what is put on a particle, and what it lies on
    (
        "CdTe nanocrystals on SnO2 were overcoated with ZnSe by SILAR.",
        {"role": "overlayer", "formula": "CdTe"},
        False,
    ),
    (
        "Rh particles were deposited on ZrO2 powder by ALD. Rh/ZrO2 composites were then reduced.",
        {"role": "matrix", "formula": "ZrO2"},
        False,
    ),
    (
        "Rh particles were deposited on ZrO2 powder by ALD. Rh/ZrO2 composites were then reduced.",
        {"role": "support", "formula": "ZrO2"},
        True,
    ),
    # what is called by one word with another, and what a solid becomes
    ("TbN grew from TMA and NH3 as the coreactant.", {"role": "precursor"}, True),
    (
        "TbN grew from TMA and NH3 as the coreactant.",
        {"chemical": "ammonia", "role": "coreactant"},
        True,
    ),
    ("TbN grew from H2 and NH3 as the coreactant.", {"role": "precursor"}, False),
    ("A liquid ALD precursor of Tb was made.", {"process": "liquid_phase_ald"}, False),
    ("A liquid ALD precursor of Tb was made.", {"process": "ald"}, True),
    ("Liquid ALD of TbN was done in a flask.", {"process": "liquid_phase_ald"}, True),
    ("Heat converted the WN films to tungsten.", {"role": "product", "formula": "W"}, True),
    ("Heat converted the WN films from cubic to hexagonal.", {"role": "product"}, False),
    ("The WN films were not converted to tungsten.", {"role": "product"}, False),
    ("The WN films were converted to tungsten.", {"role": "product"}, True),
    (
        "The precursor bound by ligand exchange with OH groups.",
        {"process": "ligand_exchange"},
        False,
    ),
    ("The dots met the precursor in a ligand exchange.", {"process": "ligand_exchange"}, True),
    # what a process is for, plates with a metal on them, the oxide of a wafer
    ("An ALD process for the production of dense CoO is shown.", {"formula": "CoO"}, True),
    ("A mill for the production of dense CoO is shown.", {"formula": "CoO"}, False),
    (
        "Ir-coated Si slides were cleaned. MgO was deposited by ALD.",
        {"role": "substrate", "formula": "Ir"},
        True,
    ),
    ("Ir-coated Si slides were cleaned.", {"role": "film", "formula": "Ir"}, True),
    (
        "Ir was deposited by ALD. Ir-coated Si slides and MgO films, which were deposited by ALD, "
        "were weighed.",
        {"role": "film", "formula": "Ir"},
        True,
    ),
    ("Ag-coated quartz crystals weighed the ALD of MgO.", {"formula": "SiO2"}, False),
    (
        "Ag-coated quartz crystals weighed the ALD of MgO.",
        {"role": "substrate", "formula": "Ag"},
        True,
    ),
    ("WS2 grew on a Si wafer with 280 nm of thermal SiO2.", {"parameter": "thickness"}, False),
    ("WS2 grew on a Si wafer with 280 nm of thermal SiO2.", {"role": "film"}, True),
    (
        "WS2 grew on a Si wafer with 280 nm of thermal SiO2.",
        {"role": "film", "formula": "SiO2"},
        False,
    ),
    (
        "Si with 280 nm of thermal oxide was substrate and gate of WS2.",
        {"parameter": "thickness"},
        True,
    ),
    ("Thermal SiO2 films passivated silicon.", {"role": "film", "formula": "SiO2"}, True),
    # what was bought to compare with
    ("Commercial Rh/C (5 wt%) was used for comparison.", {"formula": "Rh"}, False),
    ("The film outperforms commercial CoO electrodes.", {"formula": "CoO"}, False),
    ("Commercial CoO powder was coated with MgO by ALD.", {"formula": "CoO"}, True),
    ("ALD was applied to commercial LiMn2O4 cathodes.", {"formula": "LiMn2O4"}, True),
    # layers in turn on a plate, what follows a film, layers to grow on
    (
        "Alternating layers of YF3 and MgF2 were deposited on CaF2.",
        {"role": "shell"},
        False,
    ),
    (
        "Alternating layers of ZnTe and CdTe were grown on InP quantum dots by colloidal ALD.",
        {"role": "shell", "formula": "CdTe"},
        True,
    ),
    (
        "ZrO2 was grown on GaSb, followed by Ni as the gate electrode.",
        {"role": "electrode", "formula": "ZrO2"},
        False,
    ),
    (
        "ZrO2 was grown on GaSb, followed by Ni as the gate electrode.",
        {"role": "electrode", "formula": "Ni"},
        True,
    ),
    (
        "A 6 nm MgO seed layer was grown on Ge by ALD.",
        {"parameter": "thickness", "value": 6},
        True,
    ),
    ("We grew the shells on 6 nm CdTe seeds.", {"parameter": "particle_size"}, True),
    # bounds, tests by a stress, gases without oxygen, names cut by a hyphen
    (
        "We find a minimum 70 cycle delay of the ALD of ZrO2.",
        {"parameter": "cycle_count", "bound": "min"},
        True,
    ),
    (
        "The growth per cycle reached a minimum 0.4 Å/cycle at 220 °C.",
        {"parameter": "growth_per_cycle", "bound": "min"},
        False,
    ),
    ("The lids protect the MgO film against mechanical stress.", {"property": "strain"}, False),
    ("Mechanical stress was seen in the MgO film.", {"property": "strain"}, True),
    ("The MgO films were heated in oxygen-free argon.", {"property": "impurity_content"}, False),
    ("Oxygen-free TaN films grew by ALD.", {"property": "impurity_content"}, True),
    (
        "The reduction of oxygen-containing groups was followed by XPS.",
        {"application": "fuel_cell"},
        False,
    ),
    ("The reduction of oxygen on Pt was studied.", {"application": "fuel_cell"}, True),
    # layers that cover, what a sample is analysed or tried in
    ("A shielding WOx layer was sputtered.", {"role": "overlayer", "formula": "WOx"}, True),
    ("The light-shielding WOx layer was cut.", {"role": "overlayer", "formula": "WOx"}, False),
    ("The dots were dissolved in HNO3 for ICP-MS.", {"role": "additive"}, False),
    ("The dots were etched with HNO3.", {"role": "additive"}, True),
    ("The MgO films were tried in 0.2 M NaOH.", {"role": "additive"}, False),
    ("The MgO films were prepared by dipping in 0.2 M NaOH.", {"role": "additive"}, True),
    # changes too small to count
    (
        "Insignificant degradation of the mobility was found.",
        {"property": "carrier_mobility", "direction": "none"},
        True,
    ),
    (
        "Strong degradation of the mobility was found.",
        {"property": "carrier_mobility", "direction": "decrease"},
        True,
    ),
    # what a thing is by its nature, tools, vessels, surroundings, labels
    ("Tin sulfide (SnS) is a p-type semiconductor of 1.3 eV band gap.", {"value": 1.3}, False),
    ("Our SnS is a p-type semiconductor of 1.3 eV band gap.", {"value": 1.3}, True),
    ("The cell was built in an argon-filled glove box with Na disks.", {"role": "matrix"}, False),
    ("A Si tip coated with 30 nm Pt-Ir was the probe.", {"formula": "Pt-Ir"}, False),
    ("A Si chip coated with 30 nm Pt-Ir was the sample.", {"formula": "Pt-Ir"}, True),
    ("XRD patterns were recorded on a glass slide.", {"role": "substrate"}, False),
    ("XRD patterns of ZnO on a glass slide were recorded.", {"role": "substrate"}, True),
    ("AlN decays when exposed to water.", {"role": "coreactant"}, False),
    ("In each cycle AlN was exposed to water.", {"role": "coreactant"}, True),
    ("The films were annealed in flowing argon.", {"role": "purge_gas"}, False),
    ("The films grew by ALD in flowing argon.", {"role": "purge_gas"}, True),
    # films whose values a text on CVD tells, ratios of gases, differences of doping
    ("Rates of 0.7 Å were found for IrO2 in this CVD.", {"role": "film", "formula": "IrO2"}, True),
    ("Rates of 0.7 Å were found for IrO2 in this bath.", {"role": "film"}, False),
    ("The C/Si ratio of the CVD was 0.8. The C/Si was low.", {"kind": "system"}, False),
    ("The Pt/Si contact was low.", {"formula": "Pt"}, True),
    ("The doping Nd − Na was counted.", {"formula": "Na"}, False),
    # what is asked of a process that ran, and whether it may run
    ("We tested whether MgO lasts after annealing.", {"process": "annealing"}, True),
    ("We tested whether annealing is needed.", {"process": "annealing"}, False),
    # what lies over an electrode is none beside it
    (
        "A NiO overlayer was grown on CuO. The CuO/NiO electrode was red.",
        {"role": "electrode", "formula": "NiO"},
        False,
    ),
    (
        "A NiO overlayer was grown on CuO. The CuO/NiO electrode was red.",
        {"role": "electrode", "formula": "CuO"},
        True,
    ),
    ("The CuO/NiO electrode was red.", {"role": "electrode", "formula": "NiO"}, True),
]


def test_claims_of_single_sentences_on_films():
    assert wrong(CASES) == []
