"""What a whole paper holds besides its own findings: background, instruments, asides, namesakes.

All sentences are made up for these tests.
"""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract
from kg.extract.asides import is_aside, is_beside_work
from kg.extract.background import shows_here, tells_a_study
from kg.extract.credit.account import is_introduction, tells_own_work
from kg.extract.credit.coordination import by_marks
from kg.extract.credit.marks import Mark
from kg.extract.dropped import FOREIGN, GENERAL, UNPAIRED, is_only_cited, told_works
from kg.extract.findings import Finding
from kg.extract.quantities import find_quantities
from kg.extract.scope import is_of_field
from kg.extract.tracing import trace
from kg.model import THIS, Material, Process

METHODS = """

Experimental

HfO2 films were deposited by ALD. The wafers were rinsed with water."""
REFERENCES = """

References

1. A. Roe, B. Poe, Stability of coated anodes. J. Films 2011, 1, 1.
2. C. Doe, Coated dots in lamps. J. Films 2012, 2, 2.
3. D. Low, Lamps and lasers. J. Films 2013, 3, 3.
"""


def read(text: str) -> corpus.Paper:
    return corpus.read_bytes(text.encode(), id="case", source="case.txt")


def claims(text: str) -> list[dict[str, object]]:
    return [to_record(claim) for claim in extract(read(text))]


def dropped(text: str) -> set[str]:
    return {s.dropped for s in trace(read(text)).statements if s.dropped}


def holds(found: list[dict[str, object]], wanted: dict[str, object]) -> bool:
    return any(wanted.items() <= claim.items() for claim in found)


def wrong(cases: list[tuple[str, dict[str, object], bool]]) -> list[str]:
    return [
        f"{text} {wanted} is {not expected}"
        for text, wanted, expected in cases
        if holds(claims(text), wanted) is not expected
    ]


CASES: list[tuple[str, dict[str, object], bool]] = [
    # an instrument, a transition or a model has numbers of its own
    ("The PL was excited by a 405 nm laser.", {"parameter": "wavelength"}, False),
    ("The HgTe photodetector was lit at 1310 nm.", {"parameter": "wavelength"}, True),
    ("The ZnO film had a Curie temperature of 310 K.", {"value": 310}, False),
    ("The ZnO film was grown at a temperature of 510 K.", {"value": 510}, True),
    ("For HPLC a gradient over 18 min was used.", {"value": 18}, False),
    ("The ZnO dots were stirred for 18 min.", {"value": 18}, True),
    ("The laser gave an output power of 35 mW.", {"parameter": "power"}, False),
    ("The plasma power was 200 W.", {"parameter": "power"}, True),
    ("The absorption of ZnO was measured from 400 to 900 nm.", {"parameter": "wavelength"}, False),
    ("The height scale of the AFM image is z = 6 nm.", {"value": 6}, False),
    ("Sample RT-B4 was a ZnO film.", {"parameter": "room_temperature"}, False),
    ("The ZnO film was grown at RT.", {"parameter": "room_temperature"}, True),
    ("The ZnO dots emit and are 90 nm long.", {"parameter": "wavelength"}, False),
    ("The interlayer distance of MoS2 was 0.62 nm.", {"value": 0.62}, False),
    ("The MoS2 layer was 0.62 nm thick.", {"value": 0.62}, True),
    ("The ZnO film had a detection limit of 5 mM.", {"value": 5}, False),
    ("The TGA profile of ZnO was taken up to 95 °C.", {"value": 95}, False),
    ("The TEM lamella of ZnO was 40 nm thick.", {"value": 40}, False),
    ("Spectra of ZnO were taken at a scanning speed of 90 nm/min.", {"value": 90}, False),
    ("The ZnO film grew at a rate of 90 nm/min.", {"value": 90}, True),
    ("More light than 1 Sun (100 mW/cm2) shone on ZnO films.", {"value": 100}, False),
    ("The ZnO films were lit with 1 Sun (100 mW/cm2).", {"value": 100}, True),
    ("The turnover of ZnO took 3 ms.", {"value": 3}, False),
    ("The pulse of ZnCl2 took 3 ms.", {"value": 3}, True),
    ("The disc was polished with Al2O3 powder of 50 nm.", {"formula": "Al2O3"}, False),
    ("The disc was polished with Al2O3 powder of 50 nm.", {"value": 50}, False),
    ("For the BET area ZnO was degassed at 120 °C.", {"value": 120}, False),
    ("The strain of the ZnO film was defined as 100% of its length.", {"kind": "outcome"}, False),
    # labels of a figure and what is only presumed
    ("19 h 15 h 12 h 10 h 7 h annealed ZnO films", {"kind": "condition"}, False),
    ("ZnO films were annealed for 19 h, 15 h and 12 h.", {"kind": "condition"}, True),
    (
        "Presumably the wires grow first, and the ZnO film becomes denser.",
        {"kind": "outcome"},
        False,
    ),
    # the stack of a device, of wells, of a couple is no core/shell particle
    ("GaAs/AlGaAs quantum wells were grown.", {"architecture": "core_shell"}, False),
    ("GaAs/AlGaAs quantum wells were grown.", {"architecture": "heterostructure"}, True),
    ("CdSe/ZnS quantum dots were grown.", {"architecture": "core_shell"}, True),
    ("No dislocation was seen at the CdSe/ZnSe interface.", {"kind": "system"}, False),
    ("The potential is given against Na+/Na.", {"kind": "system"}, False),
    ("Fibres of ZnO were spun and dried.", {"process": "spin_coating"}, False),
    ("A ZnO solution was spun on glass.", {"process": "spin_coating"}, True),
    ("The Na2/3[Fe1/2Mn1/2]O2 powder was dried.", {"kind": "system"}, False),
    # a solid of an organic cation is no reagent
    ("CH3NH3PbBr3 films were grown.", {"role": "film", "formula": "CH3NH3PbBr3"}, True),
    ("CH3NH3PbBr3 films were grown.", {"kind": "chemical"}, False),
    # words that mean another thing
    ("The texture improved the light trapping in the film.", {"property": "trap_states"}, False),
    ("The shell lowered the density of trap states.", {"property": "trap_states"}, True),
    ("A sheet reduced the leakage of lead.", {"property": "leakage_current"}, False),
    ("An Al2O3 film reduced the leakage current.", {"property": "leakage_current"}, True),
    ("The cells kept their efficiency in air of 90% RH.", {"value": 90, "kind": "outcome"}, False),
    ("Amorphous silicon cells were coated with ZnO.", {"property": "crystallinity"}, False),
    ("The TiO2 films were amorphous.", {"property": "crystallinity"}, True),
    ("PbS films have a poor stability against moisture.", {"property": "water_stability"}, False),
    ("The coated PbS has a high stability against moisture.", {"direction": "increase"}, True),
    ("The TiO2 films have a smooth surface.", {"property": "surface_roughness"}, False),
    ("The TiO2 films have a smoother surface.", {"property": "surface_roughness"}, True),
    ("No oxidation peak was seen for the Pt film.", {"property": "oxidation_resistance"}, False),
    ("InP was grown by thermal decomposition.", {"property": "thermal_stability"}, False),
    ("The excitons in PbS have a binding energy of 0.08 eV.", {"value": 0.08}, False),
    ("Unintentionally doped GaN was covered by Ni.", {"property": "doping"}, False),
    ("The ZnO surface was doped with Al.", {"property": "doping"}, True),
    # tools and parts of names
    ("The blot was moved to a PVDF membrane.", {"kind": "application"}, False),
    ("The ZnO film lay on a PDMS membrane.", {"kind": "application"}, False),
    ("A membrane for gas separation was coated.", {"application": "separation_membrane"}, True),
    ("The filtration was followed by drying; it was washed.", {"kind": "application"}, False),
    ("The PbS dots were looked at by laser spectroscopies.", {"application": "laser"}, False),
    ("NiS is the cathode material in a solar cell.", {"application": "battery"}, False),
    ("Prisms were bought from Acme Photonics.", {"kind": "application"}, False),
    ("The films suit integrated photonics.", {"application": "photonics"}, True),
    ("Light was detected with a photodiode.", {"kind": "application"}, False),
    ("A photodiode was made of PbS dots.", {"application": "photodetector"}, True),
    ("The wafers were dried in a stream of N2.", {"role": "purge_gas"}, False),
    ("The solution held NaHCO3 and was stirred.", {"role": "precursor"}, False),
    ("The reactor was purged with N2.", {"role": "purge_gas"}, True),
    ("The wafers were treated in a UV-O3 chamber.", {"chemical": "ozone"}, False),
    ("ZnO was grown from diethylzinc and O3.", {"chemical": "ozone"}, True),
    # solids that the work is only set against
    ("The peaks are similar to those reported for SnO2 films.", {"formula": "SnO2"}, False),
    ("The SnO2 films are similar to our first films.", {"formula": "SnO2"}, True),
    ("It is higher than that previously reported for SnO2 films.", {"formula": "SnO2"}, False),
    ("It is higher than that obtained for our SnO2 films.", {"formula": "SnO2"}, True),
    ("It outlasts other oxides, such as ZnO films and CuO films.", {"formula": "ZnO"}, False),
    ("Unlike ZnO and CuO films, TiO2 films were stable.", {"formula": "ZnO"}, False),
    ("Unlike ZnO and CuO films, TiO2 films were stable.", {"formula": "TiO2"}, True),
    ("InAs/GaAs(001) quantum dots were grown.", {"architecture": "core_shell"}, False),
    ("HfO2 was grown on boron-doped Si wafers.", {"role": "dopant"}, False),
    ("HfO2 was grown on boron-doped ZnO films.", {"role": "dopant"}, True),
    # lamps, electrolytes and effects
    ("The film was irradiated by a purple LED.", {"kind": "application"}, False),
    ("Coated dots made a bright LED.", {"application": "light_emitting_diode"}, True),
    ("The diode laser output was polarized.", {"kind": "application"}, False),
    ("The dots made a laser with a low threshold.", {"application": "laser"}, True),
    ("The films had no photovoltaic response.", {"kind": "application"}, False),
    ("The electrolyte was 1 M LiPF6 in a carbonate.", {"role": "precursor"}, False),
    ("The electrolyte was grown from LiOtBu and water.", {"role": "precursor"}, True),
    # problems, thoughts and what is usual
    ("To overcome the poor conductivity of SnO2, carbon was added.", {"kind": "outcome"}, False),
    ("A carbon shell lowered the conductivity of SnO2.", {"property": "conductivity"}, True),
    ("Without the shell, the stability will be lower.", {"kind": "outcome"}, False),
    ("Typical dots have a lower stability.", {"kind": "outcome"}, False),
    ("A higher conductivity is vital for the cells.", {"kind": "outcome"}, False),
    ("If a cycle removes 0.7 nm per cycle, it is fast.", {"kind": "condition"}, False),
    ("A cycle removed 0.7 nm per cycle of the oxide.", {"value": 0.7}, True),
    # values that a property cannot have
    ("The emission peak was increased 10-fold.", {"value": 10}, False),
    ("The emission intensity was increased 10-fold.", {"value": 10}, True),
    ("The absorption was measured in a 1 cm cell.", {"property": "absorption"}, False),
    ("The strain of the bacteria was higher.", {"property": "strain"}, False),
    ("The FWHM of the CPD of the film became broader.", {"property": "linewidth"}, False),
    ("The PL growth rate of the ZnO film was higher.", {"property": "growth_rate"}, False),
    ("The strain of the film was higher.", {"property": "strain"}, True),
    ("The density of islands was lower.", {"property": "density"}, False),
    ("The density of the film was lower.", {"property": "density"}, True),
    # numbers of samples and of instruments
    ("Films were annealed at 130 °C for 1, 5 and 20 min.", {"parameter": "annealing_time"}, True),
    ("Thermogravimetry was done in air from 25 to 900 °C.", {"value_max": 900}, False),
    ("A Celgard separator, 25 µm in thickness, was used.", {"value": 25}, False),
    ("The lattice fringe spacings of 0.19 and 0.23 nm fit.", {"value": 0.23}, False),
    ("The state was kept with a retention of 1000 s.", {"parameter": "test_duration"}, True),
    # times of kinetics and of data taking, of history; lengths of tools and of atoms
    ("The response and recovery times of ZnO were 24 and 210 s.", {"value": 210}, False),
    ("The ZnO wires were dipped for 210 s.", {"value": 210}, True),
    ("Spectra of the ZnO film were taken every 2 min.", {"kind": "condition"}, False),
    ("Ellipsometry of ZnO is a 50 years old technique.", {"kind": "condition"}, False),
    ("The 1s and 2s peaks of O were seen for ZnO.", {"kind": "condition"}, False),
    ("The ZnO powder was dried for 2 days.", {"parameter": "duration", "value": 2}, True),
    ("The ZnO film was kept in air for 2 days.", {"parameter": "test_duration"}, True),
    ("ZnO was patterned by 193 nm immersion lithography.", {"value": 193}, False),
    ("The reflector of ZnO had a bandwidth of 620 nm.", {"kind": "condition"}, False),
    ("The spacing was 0.29 nm for the (220) plane of ZnO.", {"kind": "condition"}, False),
    ("The simulation of ZnO had a mesh size of 5 nm.", {"value": 5}, False),
    ("A pressure drop of 6 Torr was seen for ZnO.", {"kind": "condition"}, False),
    ("ZnO was grown at a pressure of 6 Torr.", {"parameter": "pressure"}, True),
    ("The ZnO film was put into 1 m NaOH.", {"parameter": "thickness"}, False),
    ("A cubic ZnO film was reported by other groups.", {"kind": "material"}, False),
    # values that only go into a calculation
    ("The size of ZnO was calculated with an assumed band gap of 3.3 eV.", {"value": 3.3}, False),
    ("The size was calculated using a refractive index of 2.4.", {"value": 2.4}, False),
    ("The refractive index of the ZnO film was 2.4.", {"value": 2.4}, True),
    # names that mean something else here
    ("The stop-band of the ZnO stack shows a blue shift.", {"kind": "outcome"}, False),
    ("The emission of the ZnO dots shows a blue shift.", {"direction": "decrease"}, True),
    ("The surface mobility of atoms on ZnO was higher.", {"kind": "outcome"}, False),
    ("The carrier mobility of ZnO was higher.", {"property": "carrier_mobility"}, True),
    ("A glove box with less than 5 ppm of oxygen content was used.", {"kind": "outcome"}, False),
    ("The emission band of the ZnS dots disappeared.", {"direction": "decrease"}, False),
    ("It failed because of the poor conductivity of SnO2.", {"kind": "outcome"}, False),
    # cycles of a cell, and of a deposition
    ("The ZnO electrode kept a capacity of 120 mAh/g at 300 cycles.", {"value": 300}, False),
    ("The ZnO electrode was coated by 5 cycles of Al2O3 ALD.", {"parameter": "cycle_count"}, True),
    ("The ZnO cell was tested at 50 mA/g, a 0.2 C rate.", {"parameter": "temperature"}, False),
    ("A plasma-enhanced chemical vapor deposited ZnO film.", {"process": "cvd"}, True),
    (
        "A plasma-enhanced chemical vapor deposited ZnO film.",
        {"process": "plasma_enhanced_ald"},
        False,
    ),
    ("An increase of the temperature of ZnO of 20 °C was seen.", {"value": 20}, False),
    ("LiPF6 in carbonates (1:1 vol %) wetted the ZnO.", {"kind": "condition"}, False),
    # elements that are none
    ("Lithium ions were embedded in MoS2 layers.", {"formula": "Li"}, False),
    ("Lithium was deposited on MoS2 layers.", {"formula": "Li"}, True),
    ("A Ba-122 film was deposited on MgO.", {"formula": "Ba"}, False),
    # means of making are no uses
    ("Laser printing of ZnO films was done.", {"kind": "application"}, False),
    ("Nanowires of GaSb were grown with Pd catalysts.", {"kind": "application"}, False),
    ("ZnO coated with Pd is a catalyst.", {"application": "catalysis"}, True),
    # a spaced formula behind an acronym or a metal is one; no ozone
    ("ALD-Al 2 O 3 was grown on Al.", {"chemical": "ozone"}, False),
    ("ALD-Al 2 O 3 films were grown on Al.", {"formula": "Al2O3"}, True),
    # what cells give, shifts, depths and ions' radii are no settings
    ("The fuel cell with a ZnO film gave a power density of 35 mW/cm2.", {"value": 35}, False),
    ("The ZnO film was lit at a power density of 35 mW/cm2.", {"value": 35}, True),
    (
        "The Ag particles showed a 37 nm red shift with a ZnO shell.",
        {"kind": "condition", "value": 37},
        False,
    ),
    ("The ZnO film had a junction depth of 40 nm.", {"value": 40}, False),
    ("By SIMS at a sputtering rate of 0.3 nm/s ZnO was seen.", {"value": 0.3}, False),
    # tests have temperatures of their own
    (
        "The power density of the cell with a ZnO film was measured at 450 °C.",
        {"parameter": "test_temperature", "value": 450},
        True,
    ),
    ("The ZnO film was deposited at 450 °C.", {"parameter": "temperature", "value": 450}, True),
    # names of properties that mean something else
    (
        "The sintered ZnO was infiltrated with Fe and reduced at 850 °C.",
        {"property": "sintering_resistance"},
        False,
    ),
    ("Magnetite has a Curie temperature Tc of 850 K.", {"kind": "outcome"}, False),
    (
        "The recombination of vacancies in ZnO was reduced.",
        {"property": "recombination"},
        False,
    ),
    ("The recombination of carriers in ZnO was reduced.", {"kind": "outcome"}, True),
    ("The film reduced the absorption of oxygen by ZnO.", {"property": "absorption"}, False),
    ("The film reduced the absorption of ZnO.", {"property": "absorption"}, True),
    (
        "The particle size of ZnO did not decrease monotonously.",
        {"property": "particle_size", "direction": "none"},
        False,
    ),
    (
        "The roughness of a 3 µm-thick ZnO film was measured.",
        {"property": "surface_roughness"},
        False,
    ),
    (
        "The contact angle of ZnO varied between 112° and 141°.",
        {"property": "contact_angle", "direction": "reported", "value": 112.0, "value_max": 141.0},
        True,
    ),
    # reasons of a choice and what is not known
    ("We used ZnO due to its low price and improved mobility.", {"kind": "outcome"}, False),
    ("The stability of ZnO has not been established.", {"kind": "outcome"}, False),
    ("It is postulated that ZnO has a higher mobility.", {"kind": "outcome"}, False),
    ("Another approach is using ZnO of a higher mobility.", {"kind": "outcome"}, False),
    # grids, X-ray anodes, plates of dots, hosts, ratios, ions, fuels, assemblies
    ("Dots of PbS were dried on carbon-coated copper grids.", {"formula": "Cu"}, False),
    ("XPS of ZnO used a dual anode (Al/Mg) source.", {"formula": "Al"}, False),
    ("InAs/GaAs quantum dots were grown by MBE.", {"role": "shell"}, False),
    ("InAs/GaAs core/shell quantum dots were grown.", {"formula": "GaAs"}, True),
    ("Elements were doped into the ZnO matrix.", {"role": "matrix"}, False),
    ("PbS dots were dispersed into the ZnO matrix.", {"role": "matrix"}, True),
    ("The Cd/S ratio was 1:5 in CdS dots.", {"kind": "system"}, False),
    ("The Ge wafers were implanted with N2+ at 15 keV.", {"chemical": "nitrogen"}, False),
    ("The ZnO film was purged with N2.", {"chemical": "nitrogen"}, True),
    ("Dry H2 was supplied to the anode as fuel.", {"kind": "chemical"}, False),
    ("The MEA holds a ZnO anode and a cathode.", {"kind": "chemical"}, False),
    ("Usually, alkoxides give ZnO with water as a by-product.", {"kind": "chemical"}, False),
    # processes that only take a solvent away, that colloids withstand, that others run
    ("The ZnO dots were dried by rotary evaporation.", {"process": "pvd"}, False),
    ("The ZnO dots are stable against precipitation.", {"process": "precipitation"}, False),
    ("ZnO grows in a way different to that of MBE.", {"kind": "process"}, False),
    ("The Ce 3d core level of CeO2 shifted.", {"role": "core"}, False),
    ("Iron oxide particles were made.", {"formula": "FeOx"}, True),
    ("The LiPF6 cell had a polymer membrane as separator.", {"kind": "application"}, False),
    ("Spectra used MgO powder as a reference.", {"formula": "MgO"}, False),
    ("The sampling depth in ZnO was calculated to be 5 nm.", {"value": 5}, False),
    ("The degradation rate of the dye on ZnO decreased.", {"property": "stability"}, False),
    ("ZnO was traditionally made by CVD.", {"process": "cvd"}, False),
    # shares, prices and flasks; what is only thought, needed or known
    ("The trap states of ZnO rose up to a 20% alloyed sample.", {"value_max": 20}, False),
    ("A coat of ZnO may save about 100 M$ in all.", {"value": 100}, False),
    ("The ZnO mixture was evacuated for 30 min.", {"parameter": "purge_time"}, False),
    ("The ZnO mixture was evacuated for 30 min.", {"parameter": "duration"}, True),
    ("The ZnO film was exposed to an Ar cluster beam.", {"chemical": "argon"}, False),
    ("We thus think that the mobility of ZnO increased.", {"kind": "outcome"}, False),
    ("Studies of ZnO require many techniques (XPS, XRD).", {"kind": "technique"}, False),
    ("ZnO was studied by many techniques (XPS, XRD).", {"technique": "xps"}, True),
    (
        "The intensity of the ZnO emission band centered at 490 nm increased.",
        {"property": "exciton_peak_position"},
        False,
    ),
    # tests of cells, thermal analysis and vessels; orders of a lattice; loads and needs
    (
        "The ZnO cells gave 51 and 93 mW/cm2 at 350 and 400 °C, respectively.",
        {"parameter": "test_temperature", "value": 350.0},
        True,
    ),
    ("The ZnO film grew in a plasma of 300 W at 200 °C.", {"parameter": "temperature"}, True),
    ("The impedance of the ZnO cell was studied at 350 °C.", {"parameter": "temperature"}, False),
    ("NiO was reduced with peak temperatures of 260 and 351 °C.", {"kind": "condition"}, False),
    ("ZnO was degassed at 60 °C prior to analysis.", {"value": 60.0}, False),
    ("ZnO cracks by a temperature difference of less than 10 °C.", {"kind": "condition"}, False),
    (
        "ZnO was made at 50 °C without subsequent heat treatment.",
        {"parameter": "annealing_temperature"},
        False,
    ),
    ("The ZnO dots were washed in flowing ethanol for 2 min.", {"parameter": "purge_time"}, False),
    ("The power density of the ZnO cell was higher.", {"property": "density"}, False),
    ("The density of the ZnO film was higher.", {"property": "density"}, True),
    ("Stability tests of ZnO were run at 100 ppm H2S.", {"property": "stability"}, False),
    ("ZnO had a higher water storage capacity.", {"property": "specific_capacity"}, False),
    ("The Verwey transition temperature of Fe3O4 is 120 K.", {"kind": "outcome"}, False),
    (
        "Improving the conductivity of ZnO is currently the most critical issue.",
        {"kind": "outcome"},
        False,
    ),
    ("Ni is the preferred anode due to its higher conductivity.", {"kind": "outcome"}, False),
    ("The ZnO pads were contacted by gold coated steel needles.", {"formula": "steel"}, False),
    ("The ZnO pads were contacted by an Au coated tungsten probe.", {"formula": "W"}, False),
    ("ZnO needles were coated with TiO2 by ALD.", {"formula": "TiO2"}, True),
    ("It was seen for the SiO2 and Si3N4-capped samples.", {"role": "substrate"}, False),
    ("The Si3N4-capped GaAs samples were cut.", {"role": "substrate", "formula": "GaAs"}, True),
    ("The ZnO cell had an ITO-on-glass anode.", {"role": "electrode", "formula": "glass"}, False),
    ("The ZnO cell had a GDC cathode interlayer.", {"role": "electrode"}, False),
    ("The ZnO cell had a Pt cathode.", {"role": "electrode", "formula": "Pt"}, True),
    ("Raman spectra of ZnO used an excitation wavelength of 532 nm.", {"value": 532.0}, False),
    ("The ZnO detector was lit at a wavelength of 365 nm.", {"value": 365.0}, True),
    ("The pixel to pixel distance on ZnO is 166 nm.", {"value": 166.0}, False),
    ("ZnO was measured by a Dektak 6M profiler.", {"parameter": "concentration"}, False),
    ("The ZnO film had a thickness of 1.85(±0.63) μm.", {"value_max": 0.63}, False),
    ("Spectra of ZnO were collected up to 2000 cm⁻¹ for 60 s.", {"value": 60.0}, False),
    ("Co-deposited ZnO films were thicker.", {"formula": "Co"}, False),
    ("Co-doped ZnO films were thicker.", {"formula": "Co", "role": "dopant"}, True),
    ("XPS of ZnO has an analysis depth of less than 10 nm.", {"kind": "condition"}, False),
    ("The PTh:C60 cells were annealed.", {"role": "dopant"}, False),
    ("The Mn:ZnSe dots were annealed.", {"role": "dopant", "formula": "Mn"}, True),
    ("The wetting layer of ZnO is thinner.", {"property": "contact_angle"}, False),
    ("The linewidth of ZnO increased, and losses are neglected.", {"kind": "outcome"}, True),
]


def test_claims_of_single_sentences():
    assert wrong(CASES) == []


TOLD = [
    ("Silicon was coated with carbon.", True),
    ("Roe et al. coated silicon.", True),
    ("It has been shown that silicon cracks.", True),
    ("The layers showed no cracks.", True),
    ("Silicon suffers from cracks.", False),
    ("Coated silicon is a promising candidate for anodes.", False),
    ("Silicon has been widely used as an anode.", False),
    ("Silicon has attracted much interest.", False),
    ("Polymers used for lamps are soft.", False),
]


def test_what_a_study_did_is_told_in_the_past():
    assert [text for text, told in TOLD if tells_a_study(text) is not told] == []


def test_a_figure_or_we_show_the_work_at_hand():
    assert shows_here("We fill the pores.")
    assert not shows_here("Pores are filled by capillary forces.")


def test_background_of_a_paper_is_none_of_the_works_it_cites():
    background = "Silicon anodes are used in batteries and have a higher stability when coated [1]."
    finding = "Roe et al. reported silicon anodes with a higher stability [1]."
    assert dropped(f"Introduction\n\n{background}{METHODS}{REFERENCES}") >= {GENERAL}
    told = claims(f"Introduction\n\n{finding}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "1", "property": "stability"})
    assert not any(
        c["study"] == "1" for c in claims(f"Introduction\n\n{background}{METHODS}{REFERENCES}")
    )


def test_a_use_counts_in_the_aim_and_not_among_citations():
    mere = "Films are used in batteries [1]. Roe et al. reported films for batteries [2]."
    aim = "Here we grow films for batteries."
    assert not any(
        c["study"] == "this" and c["kind"] == "application"
        for c in claims(f"Introduction\n\n{mere}{METHODS}{REFERENCES}")
    )
    told = claims(f"Introduction\n\n{mere} {aim}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "application": "battery"})


def test_a_survey_must_tell_of_a_work():
    told = [((THIS,), "It is so."), (("1",), "Roe et al. grew it."), (("2",), "Films are soft.")]
    works = told_works(told)
    assert works == {"1"}
    soft = Finding(content=Material(role="film", formula="ZnO"), at=0, rule="r")
    made = Finding(content=Process(process="ald"), at=0, rule="r")
    assert is_only_cited(soft, ("2",), works)
    assert not is_only_cited(soft, ("1", "2"), works)
    assert not is_only_cited(soft, (THIS,), works)
    assert not is_only_cited(made, ("2",), works)


def test_a_paper_that_lost_its_list_cites_all_the_same():
    background = "Silicon anodes are used in batteries and have a higher stability when coated [1]."
    more = " Others grew films [2-6], dots [7, 8], wires [9] and rods [10-12]."
    assert dropped(f"Introduction\n\n{background}{more}{METHODS}") >= {GENERAL}
    assert not dropped(f"Introduction\n\n{background}")


LETTER = """Films of coated wires

Wires of ZnO were coated with HfO2 by ALD and kept for a day in water without any loss of light.

Wires are cut in many ways. Roe et al. reported wires of ZnO with a higher conductivity [1]. \
The conductivity of these wires was lower in air. {more}

In this letter, wires of ZnO are coated. We grew wires. We found a higher density."""


def test_the_introduction_of_a_paper_tells_of_the_field():
    own = "ZnO cells reach an efficiency of 80 %. We grew cells with an efficiency of 3 %."
    told = claims(f"Introduction\n\nZnO is used [1]. {own}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "value": 3.0})
    assert not holds(told, {"value": 80.0})


def test_what_is_so_supports_what_was_found():
    found = "The XRD patterns show that the ZnO films are crystalline [1]."
    fact = "ZnO films are crystalline [1]."
    told = claims(f"Results\n\n{found}{METHODS}{REFERENCES}")
    assert holds(told, {"study": "this", "property": "crystallinity"})
    assert not holds(
        claims(f"Results\n\n{fact}{METHODS}{REFERENCES}"), {"property": "crystallinity"}
    )


def test_a_letter_opens_with_what_others_did():
    told = claims(LETTER.format(more="Lamps need a lower resistivity [2].") + REFERENCES)
    assert holds(told, {"study": "1", "property": "conductivity", "direction": "decrease"})
    assert not holds(told, {"study": "this", "property": "conductivity"})
    assert holds(told, {"study": "this", "formula": "HfO2"})


def test_a_list_of_many_works_tells_of_none():
    many = "Various wires, including CdS nanowires, have been coated [1-4]."
    few = "CdS nanowires have been coated [2]."
    more = "\n4. E. Fro, Lamps. J. Films 2013, 3, 4."
    assert not holds(claims(LETTER.format(more=many) + REFERENCES + more), {"study": "2"})
    assert holds(
        claims(LETTER.format(more=few) + REFERENCES + more), {"study": "2", "formula": "CdS"}
    )


def test_headings_with_roman_numbers_tell_what_is_own():
    paper = read(
        "I. INTRODUCTION\n\nAnodes crack [1].\n\nII. EXPERIMENTS\n\nAnodes were cut." + REFERENCES
    )
    told = {p.text: is_introduction(p) for p in paper.passages if p.kind == "paragraph"}
    assert told == {"Anodes crack.": True, "Anodes were cut.": False}
    assert tells_own_work(paper)


def test_a_survey_gives_no_numbers_of_a_work_that_it_does_not_name():
    survey = "A review of lamps\n\nCoated dots were reported [1].{more}"
    named = survey.format(more=" Lamps of HfO2 had an efficiency of 12% [2].")
    unnamed = survey.format(more=" As is usual, cells with HfO2 had an efficiency of 12%.")
    assert holds(claims(named + REFERENCES), {"study": "2", "value": 12})
    assert not holds(claims(unnamed + REFERENCES), {"study": "this", "value": 12})


def test_what_is_known_of_others_is_none_of_a_paper():
    own = "The shell lowers the conductivity of HfO2 films."
    known = "It is known that a shell lowers the conductivity of HfO2 films."
    possible = "A shell can lower the conductivity of HfO2 films."
    listed = "A. Roe, B. C. Poe, and D. Doe, Lower conductivity of HfO2 films by a shell."
    told = {
        text: holds(
            claims(f"Films{METHODS} {text}{REFERENCES}"),
            {"property": "conductivity", "direction": "decrease"},
        )
        for text in (own, known, possible, listed)
    }
    assert told == {own: True, known: False, possible: False, listed: False}


def test_several_values_of_several_works_are_unpaired():
    many = "Efficiencies of 10.9%, 12% and 15% were reported for solar cells [1-3]."
    one = "An efficiency of 10.9% was reported for solar cells [1]."
    assert dropped(f"Introduction\n\n{many}{METHODS}{REFERENCES}") >= {UNPAIRED}
    assert holds(
        claims(f"Introduction\n\n{one}{METHODS}{REFERENCES}"), {"study": "1", "value": 10.9}
    )


def test_papers_of_other_fields_make_no_claims():
    trial = "The patients received two cycles at 37 °C. " * 45
    assert dropped(f"A trial\n\n{trial}") == {FOREIGN}
    films = "The HfO2 films were grown by ALD at 250 °C. " * 45
    assert not dropped(f"Films\n\n{films}")
    powders = "The powder was mixed at 250 °C. " * 45
    assert FOREIGN in dropped(f"Powders of a salt\n\n{powders}")
    assert FOREIGN not in dropped(f"Synthesis of LiCoO2 nanopowders\n\n{powders}")


def test_a_short_text_is_of_any_field():
    assert is_of_field([])
    assert holds(claims("The patients received it at 37 °C."), {"value": 37})


def test_asides_make_no_claims():
    asides = [
        "0.0 0 10 20 20 h 24 h",
        "GC: glassy carbon; AP: aminophenol; PSS: a polymer acid.",
        "He received his PhD degree in physics.",
        "Department of Films, Institute for Glass, University of North.",
        "Download high-quality image (338 K)",
        "PoeA RoeBC Growth of ZnO filmsActa Mater2000484709",
        "\\usepackage{amsmath} of ZnO films",
        "We gratefully acknowledge the stay at 300 K.",
    ]
    told = ["It was kept at 0, 10 and 20 °C.", "The films (GC: glassy carbon) were grown."]
    assert [text for text in asides if not is_aside(text)] == []
    assert [text for text in told if is_aside(text)] == []


def test_headings_beside_the_work():
    assert is_beside_work(("Author contributions",))
    assert is_beside_work(("Results", "Acknowledgments"))
    assert is_beside_work(("Most", "Viewed"))
    assert is_beside_work(("Related articles",))
    assert not is_beside_work(("Acknowledgments", "Appendix A"))
    assert not is_beside_work(())


def test_a_mark_before_the_first_word_credits_the_sentence():
    text = "shows how films are made."
    assert by_marks(text, [Mark(at=0, numbers=("21",))]) == (((0, len(text)), ("21",)),)


def test_a_capital_multiplication_sign_is_read():
    (found,) = find_quantities("a density of 5 X 1018 cm-3")
    assert found.quantity.value == 5e18
