"""Faults seen on real papers, several texts a kind: each row must read right, all are listed."""

from __future__ import annotations

import corpus
from kg.claims import to_record
from kg.extract import extract

KEYS = ("role", "formula", "form", "layers", "process", "chemical", "parameter", "property",
        "direction", "value", "value_max", "unit", "application")  # fmt: skip
Claim = tuple[object, ...]


def read(text: str) -> set[Claim]:
    paper = corpus.read_bytes(text.encode(), id="case", source="case.txt")
    claims = [to_record(claim) for claim in extract(paper)]
    return {(c["kind"], *(str(c[key]) for key in KEYS if c.get(key) is not None)) for c in claims}


def material(role: str, formula: str) -> Claim:
    return ("material", role, formula)


def chemical(role: str, name: str) -> Claim:
    return ("chemical", role, name)


def condition(parameter: str, *value: str) -> Claim:
    return ("condition", parameter, *value)


def outcome(name: str, direction: str, *value: str) -> Claim:
    return ("outcome", name, direction, *value)


#: Kind of fault -> texts, each with the claims wanted and those refused.
KINDS: dict[str, list[tuple[str, set[Claim], set[Claim]]]] = {
    "a wafer is no nanocrystal": [
        ("InP was covered with 8 nm of Al2O3 by ALD after an HF dip.",
         {material("substrate", "InP"), material("film", "Al2O3")},
         {material("nanocrystal", "InP"), material("matrix", "Al2O3")}),
        ("HfO2 was deposited by ALD on GaN and on InGaAs substrates.",
         {material("substrate", "GaN"), material("substrate", "InGaAs")},
         {material("nanocrystal", "GaN")}),
    ],
    "layers of a device are no dots, their ligands no layers": [
        ("The device stack was ITO/NiO/CsPbI3 QDs/ZnO/Ag.",
         {("form", "CsPbI3", "quantum_dot")}, {("form", "ITO", "quantum_dot"),
         ("system", "['ITO', 'NiO', 'CsPbI3']")}),
        ("A diode of ITO/SnO2/PbSe-PbI2/Au was built.",
         {("system", "['ITO', 'SnO2', 'PbSe', 'Au']")}, set()),
        ("Devices (ITO/ZnO/PbS-SCN/MoO3/Ag) were measured.",
         set(), {("system", "['ITO', 'ZnO', 'PbS', 'SCN', 'MoO3', 'Ag']")}),
        ("A stack of TiO2/MoS2-WS2/Au was made.",
         {("system", "['TiO2', 'MoS2', 'WS2', 'Au']")}, set()),
    ],
    "a hedge or a plan makes no claim of what is made": [
        ("ZnO coatings by ALD may protect CdTe dots.", set(),
         {material("film", "ZnO"), material("film", "CdTe")}),
        ("We intend to infill PbS films with TiO2 by ALD.", set(),
         {material("matrix", "TiO2"), ("process", "ald")}),
        ("One can imagine ZnSe shells grown by ALD around CdTe cores.", set(),
         {material("shell", "ZnSe"), ("process", "ald")}),
        ("HfO2 films that may crack were grown by ALD.", {material("film", "HfO2")}, set()),
        ("We showed that ZnO could be grown by ALD on InP dots.", {("process", "ald")}, set()),
    ],
    "a detection limit is no amount": [
        ("Carbon and nitrogen were below 0.2 at.%, the detection limit of XPS.",
         {outcome("impurity_content", "absent")},
         {outcome("impurity_content", "reported", "0.2", "percent")}),
        ("The chlorine concentration is lower than the detection limit of 0.1%.",
         {outcome("impurity_content", "absent")}, {outcome("impurity_content", "decrease")}),
        ("The carbon content was 0.2 at.%, far above the detection limit.",
         {outcome("impurity_content", "reported", "0.2", "percent")},
         {outcome("impurity_content", "absent")}),
    ],
    "cycles of a coat are no value of what it does": [
        ("A coating of 25 cycles HfO2 improved the capacity retention.",
         {outcome("capacity_retention", "increase"), condition("cycle_count", "25", "{cycle}")},
         {outcome("capacity_retention", "increase", "25", "{cycle}")}),
    ],
    "values in order": [
        ("The densities of the HfO2 and TiO2 films were 9.6 and 3.9 g/cm3, respectively.",
         {outcome("density", "reported", "9.6", "g.cm-3"),
          outcome("density", "reported", "3.9", "g.cm-3")}, set()),
        ("Assuming a density of 5.2 g/cm3, the mass gave the thickness.", set(),
         {outcome("density", "reported", "5.2", "g.cm-3")}),
    ],
    "both ends of a range carry the unit": [
        ("The films were annealed at 400K–500K.",
         {condition("annealing_temperature", "400", "500", "K")}, set()),
        ("Pulses of 0.1s–0.5s were used for TMA in the ALD of Al2O3.",
         {condition("pulse_time", "0.1", "0.5", "s")}, set()),
        ("The pressure was 1mbar–3mbar during the ALD of TiO2.",
         {condition("pressure", "1", "3", "mbar")}, set()),
    ],
    "numbers of substances, instruments and devices": [
        ("The liquid has a vapour pressure of 0.22 mmHg at 25 °C.", set(),
         {condition("temperature", "25", "Cel")}),
        ("TDMAT has a melting point of 28 °C and boils at 185 °C.", set(),
         {condition("temperature", "28", "Cel"), condition("temperature", "185", "Cel")}),
        ("The solubility of ZnO in water is 1.6 mg/L at 30 °C.", set(),
         {condition("temperature", "30", "Cel"), condition("concentration", "1.6", "mg/L")}),
        ("The photodiode responds in 5 µs and recovers in 8 µs.", set(),
         {condition("duration", "5", "us"), condition("duration", "8", "us")}),
        ("XPS spectra were recorded under 2 × 10⁻⁹ Torr.", set(),
         {condition("pressure", "2e-09", "Torr")}),
        ("The bubbler was heated to give a vapour pressure of 0.3 Torr.",
         {condition("pressure", "0.3", "Torr")}, set()),
    ],
    "what cleans the apparatus": [
        ("After ten films, an SF6 plasma removed the deposits from the chamber walls.", set(),
         {chemical("coreactant", "sf6"), chemical("plasma_gas", "sf6")}),
        ("The reactor was then cleaned by a CF4 remote plasma.", set(),
         {("process", "surface_pretreatment"), ("process", "plasma_treatment")}),
        ("The quartz tube was cleaned in aqua regia.", set(),
         {("process", "surface_pretreatment")}),
        ("The wafers were cleaned in the chamber with an H2 plasma.",
         {("process", "surface_pretreatment"), chemical("plasma_gas", "hydrogen")},
         {chemical("coreactant", "hydrogen")}),
    ],
    "a plasma that treats makes no plasma-enhanced ALD": [
        ("Graphene was exposed to an Ar/O2 plasma before the ALD of Al2O3.",
         {chemical("coreactant", "oxygen"), ("process", "ald")},
         {chemical("plasma_gas", "oxygen"), ("process", "plasma_enhanced_ald")}),
        ("Plasmas (N2, NH3) and co-reactants (H2O, O3) were compared.",
         {chemical("plasma_gas", "ammonia"), chemical("coreactant", "ozone")},
         {chemical("coreactant", "ammonia")}),
        ("TiN was grown by ALD from TDMAT and NH3 plasma.",
         {chemical("coreactant", "ammonia"), ("process", "plasma_enhanced_ald")}, set()),
    ],
    "dots and their matrix told apart": [
        ("Films of CdTe@ZnSe core@shell quantum dots shine. ALD of HfO2 on the quantum dot film"
         " dimmed them.", {("system", "['CdTe', 'ZnSe', 'HfO2']"), material("matrix", "HfO2")},
         {material("film", "HfO2")}),
        ("The emission of InP/ZnS core/shell quantum dots during TiO2 deposition was followed.",
         {("system", "['InP', 'ZnS', 'TiO2']")}, set()),
        ("Hydroxyls on the surface of the CdTe quantum dots start the growth of ALD HfO2.",
         {("system", "['CdTe', 'HfO2']")}, set()),
        ("CdTe quantum dots were cast as films. A matrix of HfO2 kept them from light.",
         {("system", "['CdTe', 'HfO2']")}, set()),
        ("CdTe quantum dots were cast. HfO2 was grown by ALD on Si wafers for comparison.",
         {material("film", "HfO2"), material("substrate", "Si")},
         {("system", "['CdTe', 'HfO2']")}),
        ("PbS dots, CdTe dots and InP dots were cast. HfO2 grew by ALD on the quantum dots.",
         set(), {("system", "['PbS', 'HfO2']"), ("system", "['InP', 'HfO2']")}),
    ],
    "shells that follow each other": [
        ("They grew alternating shells of ZnSe and CdSe around InP cores.",
         {material("shell", "ZnSe"), material("shell", "CdSe")},
         {("system", "['InP', 'ZnSe']"), ("system", "['InP', 'CdSe']")}),
        ("We grew shells of ZnSe around InP cores.", {("system", "['InP', 'ZnSe']")}, set()),
    ],
    "a process that is kept from happening": [
        ("At room temperature the cation exchange of Cu with Zn is suppressed.",
         set(), {("process", "cation_exchange")}),
        ("The anion exchange was slow and gave CsPbI3.", {("process", "anion_exchange")}, set()),
    ],
    "the performance of a solar cell": [
        ("A dye-sensitized solar cell with ALD SnO2 was made. They saw a 12% improvement in the"
         " performance respect to the bare one.",
         {outcome("power_conversion_efficiency", "increase", "12", "percent")}, set()),
        ("A transistor with ALD SnO2 was made. They saw a 12% improvement in the performance.",
         set(), {outcome("power_conversion_efficiency", "increase", "12", "percent")}),
        ("The carrier mobility fell by 20% without the Al2O3 barrier.",
         {outcome("carrier_mobility", "decrease", "20", "percent")}, set()),
    ],
    "labelled reagents": [
        ("H2 18O was used as the co-reactant with TMA in ALD.",
         {chemical("coreactant", "water"), chemical("precursor", "trimethylaluminum")},
         {chemical("coreactant", "hydrogen")}),
        ("ND3 was used as co-reactant with TiCl4 in the ALD of TiN.",
         {chemical("coreactant", "ammonia"), chemical("precursor", "titanium_tetrachloride")},
         set()),
    ],
    "complexes and hydrates": [
        ("Cobalt was grown by ALD from [Co(iPr-amd)2] and NH3.",
         {chemical("precursor", "co(ipr-amd)2"), chemical("coreactant", "ammonia")}, set()),
        ("SnO2 nanocrystals were prepared from SnCl4.5H2O in ethanol.",
         {chemical("precursor", "sncl4.5h2o")}, set()),
        ("In2O3 was grown from [In(Me)2(edpa)] and ozone.",
         {chemical("precursor", "in(me)2(edpa)")}, set()),
    ],
    "a name that goes on or stands beside another thing is another": [
        ("The lamp with ZnSe dots had a color rendering index of 91.",
         set(), {outcome("refractive_index", "reported", "91.0")}),
        ("The refractive index of the ZnO film was 1.9.",
         {outcome("refractive_index", "reported", "1.9")}, set()),
        ("The photoluminescence (PL) lifetime of the InP dots decreased.",
         {outcome("photoluminescence_lifetime", "decrease")},
         {outcome("photoluminescence_intensity", "decrease")}),
        ("The PL intensity of the InP dots decreased.",
         {outcome("photoluminescence_intensity", "decrease")}, set()),
        ("The additive controls the overall reaction kinetics of the dots.",
         set(), {outcome("catalytic_activity", "change")}),
        ("The catalytic activity of the Pt particles increased.",
         {outcome("catalytic_activity", "increase")}, set()),
        ("The cells with SnO2 films had active areas of 0.1 and 1 cm2.",
         set(), {outcome("accessible_surface", "reported", "1.0", "cm2")}),
        ("The cells with SnO2 reached a VOC deficit of 0.41 V.",
         set(), {outcome("open_circuit_voltage", "reported", "0.41", "V")}),
        ("The cells with SnO2 reached a VOC of 1.1 V.",
         {outcome("open_circuit_voltage", "reported", "1.1", "V")}, set()),
        ("The band gap of the CdSe dots shifts by 80 meV.",
         set(), {outcome("band_gap", "reported", "80.0", "meV")}),
        ("The band gap of the CdSe dots is 1.9 eV.",
         {outcome("band_gap", "reported", "1.9", "eV")}, set()),
        ("The refractive index of the HfO2 films deposited under R = 0.2 is low.",
         set(), {outcome("refractive_index", "reported", "0.2")}),
        ("The refractive index of the HfO2 films is n = 2.1.",
         {outcome("refractive_index", "reported", "2.1")}, set()),
        ("The cells with Ni films kept their power in sulfur-free fuel.",
         set(), {outcome("impurity_content", "absent")}),
        ("The Ni films were sulfur-free.", {outcome("impurity_content", "absent")}, set()),
        ("The PCE of the CsPbI3 cells reached 19.2% (VOC: 1.1 V, FF: 0.77) with Al2O3 films.",
         {outcome("fill_factor", "reported", "0.77"),
          outcome("power_conversion_efficiency", "reported", "19.2", "percent")},
         {outcome("fill_factor", "reported", "19.2", "percent")}),
        ("Vacancies are thermodynamically stable in ZnO, but only in oxygen.",
         set(), {outcome("oxidation_resistance", "increase")}),
        ("The linewidth of the CdSe dots increased relative to that at 626 nm.",
         set(), {outcome("linewidth", "increase", "626.0", "nm")}),
        ("The crystallinity of the ZnO films increased.",
         {outcome("crystallinity", "increase")}, set()),
        ("A denser Au film shows a slower decay.", set(), {outcome("density", "increase")}),
        ("The ZnO film became denser.", {outcome("density", "increase")}, set()),
        ("The survival rate of human cells with the CdSe dots was stable.",
         set(), {outcome("stability", "increase")}),
        ("The stability of the solar cells with SnO2 increased.",
         {outcome("stability", "increase")}, set()),
        ("CdS dots were grown from air-stable precursors.",
         set(), {outcome("air_stability", "increase")}),
        ("Pd films were made by oxidation and subsequent reduction in hydrogen.",
         set(), {outcome("oxidation_resistance", "increase")}),
        ("The oxidation of the Cu film was suppressed.",
         {outcome("oxidation_resistance", "increase")}, set()),
        ("The traps in the InAs band gap were removed.",
         set(), {outcome("band_gap", "decrease")}),
        ("The band gap of the InAs dots decreased.", {outcome("band_gap", "decrease")}, set()),
        ("A stoichiometric mixture of salts was used for the PbS dots.",
         set(), {outcome("stoichiometry", "present")}),
        ("The devices with SnO2 kept 71% of the initial PCE after 40 h.",
         set(), {outcome("power_conversion_efficiency", "none")}),
        ("The diffusion barrier of the ions in the film is 0.6 eV.",
         set(), {("application", "diffusion_barrier")}),
        ("TaN films were tested as a diffusion barrier against copper.",
         {("application", "diffusion_barrier")}, set()),
    ],
    "a core and its shell have sizes of their own": [
        ("The core diameter of the Fe dots is 12 nm, and the shell thickness is 2 nm.",
         {condition("particle_size", "12", "nm"), condition("thickness", "2", "nm")},
         {outcome("particle_size", "decrease", "2.0", "nm")}),
    ],
    "what is tested, planned or only varied with has no outcome": [
        ("Experiments were done to establish the stability of the ZnO films.",
         set(), {outcome("stability", "increase")}),
        ("The trap density of the ZnO film can be acquired from the slope.",
         set(), {outcome("trap_states", "increase")}),
        ("The current of the ZnO film varied depending on the porosity.",
         set(), {outcome("porosity", "change")}),
        ("Depending on the dose, the porosity of the ZnO film changed.",
         {outcome("porosity", "change")}, set()),
        ("The emission of the InP dots at 650 nm decreased.",
         set(), {outcome("exciton_peak_position", "decrease", "650.0", "nm")}),
        ("There is an urgency to improve the stability of ZnO films.",
         set(), {outcome("stability", "increase")}),
    ],
    "numbers of tools, labels and calculations are no settings": [
        ("A 0.2 um PTFE filter was used for the CdSe dots.",
         set(), {condition("thickness", "0.2", "um"), condition("pore_size", "0.2", "um")}),
        ("The peak of the CdSe dots was shifted by 7 nm (red-shift).",
         set(), {condition("particle_size", "7", "nm"), condition("thickness", "7", "nm")}),
        ("Benzene (4.1 min) and toluene (5.8 min) left the GC after the Fe particles were used.",
         set(), {condition("duration", "4.1", "min"), condition("duration", "5.8", "min")}),
        ("The ZnO slab was computed in supercells of 9.3 nm.",
         set(), {condition("particle_size", "9.3", "nm"), condition("thickness", "9.3", "nm")}),
        ("The barrier of the ZnO film is 11 meV, equivalent to 126 K.",
         set(), {condition("temperature", "126", "K"), condition("test_temperature", "126", "K")}),
        ("CdSe dots of 4.2 nm were stirred for 10 min.",
         {condition("particle_size", "4.2", "nm"), condition("duration", "10", "min")}, set()),
        ("PbS dots were spin-coated in a glove box.", {condition("inert_atmosphere")}, set()),
    ],
}  # fmt: skip


def test_every_text_of_every_kind_is_read_right():
    wrong = []
    for kind, rows in KINDS.items():
        for text, wanted, refused in rows:
            found = read(text)
            if lost := wanted - found:
                wrong.append(f"{kind}: {text} lacks {lost}")
            if false := refused & found:
                wrong.append(f"{kind}: {text} has {false}")
    assert not wrong, "\n".join(wrong)
