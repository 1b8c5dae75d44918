"""All rules by id, each with a text that it reads and a text that it must not read.

The rules of the pattern tables bring their own examples; examples for rules in code are here.
``reason`` explains why a rule is kept that matches fewer than two documents of two sources
(:mod:`kg.extract.rules.reasons`); see ``python -m kg.extract.coverage``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.chemicals.find import RULES as REAGENTS
from kg.extract.frames.events import EVENTS, REAGENT_EVENTS
from kg.extract.outcomes.dopings import DOPING_CYCLES
from kg.extract.outcomes.paraphrases import PHRASES
from kg.extract.rules.reasons import REASONS
from kg.extract.solids.as_roles import AS_ROLES
from kg.extract.solids.coatings import COATINGS
from kg.extract.solids.form_patterns import FORMS
from kg.extract.solids.named_roles import NAMED_ROLES
from kg.extract.solids.role_patterns import ROLES


@dataclass(frozen=True, slots=True)
class Card:
    """A rule's id, a text that it must read, a text that it must not read, and a reason."""

    id: str
    example: str
    counter: str
    reason: str = ""


#: Rules in code: they read the words around a term of the ontology, or a whole study.
CODED = (
    # outcomes, by the label of the property that was named
    Card("outcome-name", "The carrier mobility rose.", "The carrier mobility was studied."),
    Card("outcome-symbol", "The PCE rose to 12%.", "The PCE was measured."),
    Card("outcome-bareLabel", "The solar cell has a higher efficiency.", "The efficiency rose."),
    Card("outcome-inverseLabel", "The coat inhibits sintering.", "Sintering is common."),
    Card("outcome-rateLabel", "The coat slows down the cation exchange.", "Cation exchange."),
    Card("outcome-increaseLabel", "The emission red-shifted.", "Emission was measured."),
    Card("outcome-decreaseLabel", "The emission blue-shifted.", "Emission was measured."),
    Card("outcome-presenceLabel", "The film is conformal.", "A conformal coat would help."),
    Card("outcome-absenceLabel", "The film is amorphous.", "An amorphous film would help."),
    Card("multiple", "The PCE is 12%. This is 4 times higher than that of the bare cell.",
         "The PCE is 12%. This took 4 times longer than the bare cell."),
    Card(
        "grown-size",
        "The grains coarsened to 60 nm.",
        "The grains were heated to 60 nm of film.",
    ),
    Card("paced", "The films grew 4 times more slowly.", "The films grew more slowly."),
    Card("switched", "The film switched from n-type to p-type.", "The film is p-type."),
    Card("again", "Energy transfer was seen in solution. The same occurs in films.",
         "Energy transfer was seen in solution. The same film was dried."),
    Card("stable-against", "The coated dots show enhanced stability against moisture.",
         "The stability of the dots was studied."),
    Card("unstable-against", "The dots are unstable in air.", "The dots are unstable."),
    Card("survived", "The dots retained 90% of their emission after 30 days in air.",
         "The dots emit at 620 nm in air."),
    Card("sets-in", "Growth needed 12 cycles to nucleate.", "Growth took 12 cycles."),
    Card("impurity-absent", "No carbon was detected.", "No change of the carbon was made."),
    Card("impurity-present", "The films contained some carbon.", "The films contain carbon tubes."),
    Card("element-share", "The films hold 2 at.% carbon.", "The films hold 2 at.% aluminium."),
    Card("dopant-noted", "Mn:ZnSe nanocrystals were made.", "A Mn:Zn ratio of 2 was set."),
    Card("doped-by", "Mg- and Al-doped ZnO films grew.", "ZnO films grew on Al contacts."),
    Card("doping-told", "The ZnO was doped with Al.", "The doped Si wafer was cleaned."),
    Card("cycles-of", "After 50 cycles of ZnO it was dense.", "After 50 cycles the ZnO was dense."),
    # conditions, by the dimension of the quantity
    Card("quantity-temperature", "ZnO was grown at 120 °C.", "The solvent boils at 120 °C."),
    Card("quantity-time", "The film was annealed for 30 min.", "It rose 30 min ago."),
    Card("quantity-length", "A 20 nm thick film was grown.", "A 20 nm resolution was reached."),
    Card("quantity-pressure", "ZnO was grown at 1 Torr.", "The base pressure was 1 Torr."),
    Card("quantity-rate_per_cycle", "ZnO grew by 0.18 nm/cycle.", "ZnO grew in 18 cycles."),
    Card("quantity-growth_rate", "The growth rate was 5 nm/min.", "The belt moved 5 m/min."),
    Card("quantity-count_cycle", "After 20 cycles it was dense.", "One ALD cycle takes long."),
    Card("quantity-count_monolayer", "Three monolayers of CdS grew.", "A monolayer is thin."),
    Card("quantity-power_density", "It was lit with 100 mW cm−2.", "It was lit with a lamp."),
    Card("quantity-power", "The plasma had a power of 300 W.", "The plasma was strong."),
    Card("quantity-fluence", "It was pumped with 50 uJ cm−2.", "It was pumped."),
    Card("quantity-flow", "Argon flowed with 20 sccm.", "Argon flowed.",),
    Card("quantity-concentration", "A 0.1 M solution was used.", "A solution was used."),
    Card("quantity-mass_concentration", "A solution of 20 mg/mL was spun.",
         "The solubility is 20 mg/mL."),
    Card("quantity-mass_fraction", "A 5 wt% solution was spun.", "A solution was spun."),
    Card("quantity-percent", "It was kept at 60% humidity.", "It kept 60% of its mass."),
    Card("quantity-fraction", "The sensor felt 50 ppm ethanol.", "It drifted by 50 ppm."),
    Card("quantity-area", "The pixels had an area of 4 mm2.", "The detector saw 4 mm2 of it."),
    Card("quantity-density", "The ALD ran with an ozone concentration of 150 g/m3.",
         "ZnO has a density of 5.6 g/cm3."),
    Card("quantity-dimensionless", "The solution had a pH of 9.5.", "Sample 9 was dried."),
    Card("numberless-condition", "It grew at room temperature.", "The room was warm."),
    Card("heated-in-inert-gas", "The film was annealed in argon.", "The film was kept near argon."),
    Card("steps-of-cycle", "The pulse sequence TMA/purge/water/purge was 0.1/8/0.3/8 s.",
         "The scan took 0.1/8/0.3/8 s."),
    # processes, techniques and applications
    Card("process-named", "ZnO was grown by ALD.", "ZnO was grown without ALD."),
    Card("evaporation-named", "Au contacts were deposited by electron-beam evaporation.",
         "The solvent was removed by evaporation."),
    Card("technique-named", "XRD shows peaks.", "No XRD was done."),
    Card("application-named", "We made a solar cell.", "The laser beam excites it at 405 nm."),
    Card("process-in-name", "After 20 ALD cycles it was dense.", "After 20 cycles it was dense."),
    Card("told-surface_pretreatment", "The wafers were degreased in acetone.",
         "The product was centrifuged and cleaned with acetone."),
    Card("told-plasma_treatment", "The wafers were treated with an O2 plasma.",
         "The chamber was cleaned with an O2 plasma."),
    Card("told-ligand_exchange", "The native ligands were replaced by pyridine.",
         "The broken lamp was replaced."),
    Card("told-colloidal_synthesis", "The precursor was swiftly injected.", "Gas was injected."),
    Card("told-ald", "Films by atomic/molecular layer deposition", "Films by layer deposition"),
    Card("told-chemical_reduction", "Silver was reduced with NaBH4.", "Losses were reduced."),
    Card("told-annealing", "The powder was heated in a tube furnace.",
         "The powder was heated in a tube furnace for CVD."),
    Card("told-pvd", "Au electrodes were evaporated.", "The solvent was evaporated."),
    Card("told-thermal_ald", "ALD is slow. The thermal process needs water.",
         "The thermal process needs water."),
    Card("told-atmospheric_pressure_ald", "ZnO was grown by ALD at atmospheric pressure.",
         "ZnO was grown by CVD at atmospheric pressure."),
    Card("told-photo_assisted_ald", "UV light was used to drive the ALD of HfO2.",
         "UV light was used to view the ALD of HfO2."),
    Card("told-stationary_phase_colloidal_ald",
         "In the stationary-phase mode of colloidal ALD, CdS grew.",
         "In the stationary phase of the column, CdS grew."),
    Card("told-sulfurization", "The films were converted to WS2 in H2S.",
         "The films were converted to WO3 in air."),
    Card("told-mof_conversion", "The ZnO films were converted to ZIF-8.",
         "The ZnO films were converted to ZnS."),
    Card("told-cation_exchange", "The exchange of Zn for Cu took an hour.",
         "The exchange of letters took an hour."),
    Card("told-spray_deposition", "The ink was airbrushed onto glass.", "The ink was dried."),
    Card("told-printing", "The cells were printed from the ink.", "The words were printed here."),
    Card("told-sequential_infiltration_synthesis", "The infiltration of PMMA by TMA was slow.",
         "The infiltration of PMMA by dirt was slow."),
    Card("told-precipitation", "ZnO was precipitated by adding NaOH.",
         "The dots were precipitated by adding acetone."),
    Card("told-electrical_measurement", "Capacitance transients were taken.",
         "Thermal transients were taken."),
    Card("told-xrd", "Powder diffraction shows cubic HfO2.", "Electron diffraction shows HfO2."),
    Card("told-contact_angle_measurement", "Contact angles of 108° were seen.",
         "Contact was made at angles of 108°."),
    Card("told-gas_physisorption", "Nitrogen isotherms were taken.", "Nitrogen was taken."),
    Card("told-permeation_measurement", "The permeation was measured.", "The rate was measured."),
    Card("instrument-named", "Images were taken on a JSM-7500F.", "Images were taken by hand."),
    Card("told-photoluminescence", "The emission was recorded.",
         "The X-ray emission was recorded."),
    Card("told-uv_vis_absorption", "Absorption spectra were recorded.",
         "The X-ray absorption spectra were recorded."),
    Card("told-stem", "STEM-EDS maps show it.", "The STEM field grows."),
    Card("told-sem", "SEM-EDS maps show it.", "The standard error (SEM) is small."),
    Card("told-electrochemical_measurement", "The films were tested electrochemically.",
         "The films were grown electrochemically."),
    Card("told-ellipsometry", "The thickness was measured ellipsometrically.",
         "The thickness was measured."),
    Card("particle-synthesis", "The synthesis of PbS quantum dots was scaled.",
         "The hydrothermal synthesis of PbS quantum dots was scaled."),
    Card("reducer-added", "Au nanoparticles formed. NaBH4 was quickly added.",
         "The Au nanoparticles were rinsed. Water was added."),
    Card("infiltrated", "Sequential infiltration synthesis of Al2O3 in PMMA was studied.",
         "Al2O3 was grown by ALD on PMMA."),
    Card("process-referred", "SILAR is cheap. Using this technique, CdS was grown.",
         "SILAR is cheap. This technique is old. We thank all."),
    # rows of tables
    Card("table-condition", "| T (°C) | GPC (Å/cycle) |\n|---|---|\n| 120 | 0.9 |",
         "| T (°C) | Shift (nm) |\n|---|---|\n| 120 | 0.9 |"),
    Card("table-outcome", "| Sample | Mobility (cm2/Vs) |\n|---|---|\n| ZnO | 12 |",
         "| Sample | Calculated mobility (cm2/Vs) |\n|---|---|\n| ZnO | 12 |"),
    Card("table-chemical", "| Film | Precursor |\n|---|---|\n| ZnO | DEZ |",
         "| Film | Name |\n|---|---|\n| ZnO | DEZ |"),
    Card("table-material", "| Film | Precursor |\n|---|---|\n| ZnO | DEZ |",
         "| Sample | Precursor |\n|---|---|\n| ZnO | DEZ |"),
    Card("table-process", "| Film | Deposition method |\n|---|---|\n| ZnO | PEALD |",
         "| Film | Deposition method |\n|---|---|\n| ZnO | PEALD or not |"),
    Card("table-technique", "| Film | Measurement technique |\n|---|---|\n| ZnO | XRD |",
         "| Film | Name |\n|---|---|\n| ZnO | XRD |"),
    # solids
    Card("stack", "CdSe@CdS core@shell dots", "CdSe and CdS dots"),
    Card("device-stack", "The LEDs were ITO/PEDOT:PSS/poly-TPD/QDs/ZnO/Al.",
         "The LEDs were red/green/blue/white."),
    Card("catalyst-named", "The Pd catalyst lasts long.", "The Pd film lasts long."),
    Card("part-of-device", "CH3NH3PbI3 solar cells were coated.",
         "CIGS films for solar cells grew."),
    Card("carried", "Ru nanoparticles loaded on CeO2 were weighed.", "Ru films grew on CeO2."),
    Card("plate-named", "Contacts of Al on a glass slide.", "Contacts of Al on sand."),
    Card("form-in-name", "Carbon nanotubes were coated.", "Carbon was coated."),
    Card("coating-of", "The ZnO coating was smooth.", "The ZnO film was smooth."),
    Card("shapes-listed", "Ag nanocrystals of two shapes (cubes and rods) were made.",
         "Ag nanocrystals were made in a cube and with rods."),
    Card("films", "We made ZnO by ALD. The films are dense.", "The powders are dense."),
    Card("films-meant", "We grew ZnO by ALD. The films are dense.", "We grew ZnO by ALD."),
    Card("core-meant", "InP cores were made. A ZnS shell followed.", "InP cores were made."),
    Card("composite-meant", "CdTe quantum dots were cast. A matrix of HfO2 kept them.",
         "CdTe quantum dots were cast."),
    # reagents
    Card("respectively", "DEZ and water were used as precursor and co-reactant, respectively.",
         "DEZ and water were used."),
    Card("carbon-source", "Graphene grew by CVD from methane.", "A graphene sensor felt methane."),
    Card("in-turn", "The cycle was DEZ/Ar/H2O/Ar.", "The cycle was DEZ/H2O."),
    Card("reagent-of-process", "The dots were given an EDT treatment.",
         "The dots were given an EDT bath."),
    Card("ions-by-turns", "ALE of W used Cl2 plasma and Ar ions.", "RIE of W used Ar ions."),
    Card("based-on-gas", "Ozone-based ALD gave HfO2 films.", "Ozone-rich air gave HfO2 films."),
    Card("exchanged-using", "A ligand exchange with EDT was done.",
         "A ligand exchange is slower than EDT."),
    Card("role-in-name", "oleic acid-capped dots", "oleic acid was hot"),
    Card("ligand-named", "CdSe nanocrystals were synthesized at a low dosage of oleic acid.",
         "CdSe nanocrystals were washed with oleic acid."),
    Card("analyte-named", "Rhodamine B was bleached by the particles.",
         "The laser was tuned with rhodamine B."),
    Card("aqueous", "CdTe quantum dots were synthesized in aqueous solution.",
         "CdTe quantum dots are stable in aqueous solution."),
    Card("sets-ph", "The pH was set with NaOH.", "NaOH was weighed."),
    Card("reagent-named", "TMA reacts with hydroxyls.", "water reacts with hydroxyls"),
)  # fmt: skip


def _cards() -> Iterator[Card]:
    for rule in (*COATINGS, *ROLES, *AS_ROLES, *NAMED_ROLES, *FORMS, *DOPING_CYCLES, *REAGENTS):
        yield Card(rule.id, rule.example, rule.counter_example, REASONS.get(rule.id, ""))
    for event in (*EVENTS, *REAGENT_EVENTS):
        yield Card(event.id, event.example, event.counter, REASONS.get(event.id, ""))
    for phrase in PHRASES:
        yield Card(phrase.name, phrase.example, phrase.counter, REASONS.get(phrase.name, ""))
    for card in CODED:
        yield Card(card.id, card.example, card.counter, REASONS.get(card.id, ""))


#: Every rule by its id.
CARDS = {card.id: card for card in _cards()}
