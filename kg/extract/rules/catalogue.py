"""Every rule by its id, with what it reads and what it leaves alone.

The rules of the pattern tables bring their examples along; those whose pattern is code have theirs
here. ``reason`` says why a rule stays that fires in fewer than two documents of two sources; see
``python -m kg.extract.coverage``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.frames.conversions import REACTIONS
from kg.extract.frames.events import EVENTS, REAGENT_EVENTS
from kg.extract.rules.as_roles import AS_ROLES
from kg.extract.rules.chemicals import RULES as REAGENTS
from kg.extract.rules.coatings import COATINGS
from kg.extract.rules.dopings import DOPING_CYCLES
from kg.extract.rules.form_patterns import FORMS
from kg.extract.rules.role_patterns import ROLES
from kg.extract.rules.told import PHRASES
from kg.extract.rules.told_samples import SAMPLE_PHRASES
from kg.extract.rules.told_transfers import TRANSFER_PHRASES


@dataclass(frozen=True, slots=True)
class Card:
    """A rule's id, a text that it reads, a text that it could read and does not, and a reason."""

    id: str
    example: str
    counter: str
    reason: str = ""


#: Rules whose pattern is code: the words around a term of the ontology, or a whole study.
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
    Card("paced", "The films grew 4 times more slowly.", "The films grew more slowly."),
    Card("switched", "The film switched from n-type to p-type.", "The film is p-type."),
    Card("again", "Energy transfer was seen in solution. The same occurs in films.",
         "Energy transfer was seen in solution. The same film was dried."),
    Card("vital-for", "The film emits. Water is crucial to keep the emission high.",
         "The film emits. Water is crucial to keep the process clean."),
    Card("stable-against", "The coated dots show enhanced stability against moisture.",
         "The stability of the dots was studied."),
    Card("unstable-against", "The dots are unstable in air.", "The dots are unstable."),
    Card("survived", "The dots retained 90% of their emission after 30 days in air.",
         "The dots emit at 620 nm in air."),
    Card("sets-in", "Growth needed 12 cycles to nucleate.", "Growth took 12 cycles."),
    Card("impurity-absent", "No carbon was detected.", "No change of the carbon was made."),
    Card("impurity-present", "The films contained some carbon.", "The films contain carbon tubes."),
    Card("impurity-compared", "The films contain less carbon than those grown with water.",
         "The films contain less carbon."),
    Card("impurity-share", "The films hold 2 at.% carbon.", "The films hold 2 at.% aluminium."),
    Card("dopant-noted", "Mn:ZnSe nanocrystals were made.", "A Mn:Zn ratio of 2 was set."),
    Card("doped-by", "Mg- and Al-doped ZnO films grew.", "ZnO films grew on Al contacts."),
    Card("doping-told", "The ZnO was doped with Al.", "The doped Si wafer was cleaned."),
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
    Card("told-time_resolved_photoluminescence", "PL decays were recorded.", "The PL decays fast."),
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
    # solids
    Card("stack", "CdSe@CdS core@shell dots", "CdSe and CdS dots"),
    Card("device-stack", "The LEDs were ITO/PEDOT:PSS/poly-TPD/QDs/ZnO/Al.",
         "The LEDs were red/green/blue/white."),
    Card("catalyst-named", "The Pd catalyst lasts long.", "The Pd film lasts long."),
    Card("carried", "Ru nanoparticles loaded on CeO2 were weighed.", "Ru films grew on CeO2."),
    Card("plate-named", "Films grew on glass substrates.", "Films grew on sand."),
    Card("form-in-name", "Carbon nanotubes were coated.", "Carbon was coated."),
    Card("coating-of", "The ZnO coating was smooth.", "The ZnO film was smooth."),
    Card("films", "We made ZnO by ALD. The films are dense.", "The powders are dense."),
    Card("films-meant", "We grew ZnO by ALD. The films are dense.", "We grew ZnO by ALD."),
    Card("core-meant", "InP cores were made. A ZnS shell followed.", "InP cores were made."),
    Card("composite-meant", "CdTe quantum dots were cast. A matrix of HfO2 kept them.",
         "CdTe quantum dots were cast."),
    # reagents
    Card("respectively", "DEZ and water were used as precursor and co-reactant, respectively.",
         "DEZ and water were used."),
    Card("reagent-of-process", "The dots were given an EDT treatment.",
         "The dots were given an EDT bath."),
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
    for rule in (*COATINGS, *REACTIONS, *ROLES, *AS_ROLES, *FORMS, *DOPING_CYCLES, *REAGENTS):
        yield Card(rule.id, rule.example, rule.counter_example, REASONS.get(rule.id, ""))
    for event in (*EVENTS, *REAGENT_EVENTS):
        yield Card(event.id, event.example, event.counter, REASONS.get(event.id, ""))
    for phrase in PHRASES:
        yield Card(phrase.name, phrase.example, phrase.counter, REASONS.get(phrase.name, ""))
    for card in CODED:
        yield Card(card.id, card.example, card.counter, REASONS.get(card.id, ""))


#: A supported rule -> those that say the same in another order or voice. The field uses both
#: forms alike, the development texts are too few for each.
OTHER_ORDER = {
    "as-coreactant": ("is-coreactant", "reactant-named", "etch-gas", "bombards", "modifies"),
    "precursors-of-list": (
        "precursor-list",
        "precursor-behind",
        "called-precursor",
        "coreactant-list",
        "coreactants-of-list",
        "solvent-list",
        "plasma-list",
    ),
    "as-precursor": ("used-as-reactants", "respectively"),
    "from-both": ("chemical-slash", "chemical-dash"),
    "as-stabilizer": (
        "ligand-named",
        "ligand-behind",
        "ligands-including",
        "ligands-listed",
    ),
    "by-product": ("product-of", "by-products-are"),
    "carrier": ("serves-as-purge",),
    "solvent-verb": (
        "cast-from",
        "solvents-including",
    ),
    "electrode": (
        "electrode-of",
        "gate-metal",
    ),
    "overlayer-named": ("overlayer-of", "layer-keeps"),
    "blocking-layer": ("blocking-layer-of",),
    "in-matrix": ("matrix-of", "within-matrix"),
    "substrate-named": (
        "coated-glass",
        "substrates-are",
        "degreased",
        "grown-on",
        "on-fronted",
        "passivation-of",
    ),
    "serves-as-transport-layer": (
        "transport-acronym",
        "transport-stack",
        "transport-layer-of",
        "transport-layer-named",
    ),
    "film-of": ("as-role", "serves-as", "thick"),
    "shell-of": (
        "core-and-shell",
        "core-with-shell",
        "dots-with-shell",
    ),
    "tipped": ("with-tips", "tips-on"),
    "converted": ("made-from", "reaction-gave"),
    "addition-during": ("added-to", "by-addition-of"),
    "material-form": (
        "cores-of-form",
        "shape-adjectives",
        "nano-prefix",
        "film-comprised",
        "mesoporous-electrode",
        "mesoporous-called",
        "colloids-of",
        "of-colloids",
        "monodisperse",
        "and-their-form",
    ),
    "monolayer-of-dots": ("sheet", "sheets"),
    "degradation-of": ("as-probe", "sensor-of", "sensor-named", "detects", "analyte-named"),
    "technique-named": ("told-sem", "told-ellipsometry", "told-uv_vis_absorption"),
    "process-named": (
        "told-plasma_treatment",
        "told-chemical_reduction",
        "converted-to",
        "told-ald",
    ),
    "quantity-power_density": ("quantity-fluence",),
}
#: Why a rule stays without support in two documents of two sources.
REASONS: dict[str, str] = {
    name: f"the form of {sibling} in another order of words"
    for sibling, names in OTHER_ORDER.items()
    for name in names
} | {
    "quantity-fraction": "the form of quantity-percent for gases; fires in abstracts on sensors",
    "as-additive": "a role that the text names outright; wrong in no reading",
    "multiple": "ratios of values that another clause or sentence told, which no value holds",
    "paced": "verbs of growth, etching and evolution for the rates that labels name as nouns",
    "process-referred": "reviews look back so; right in each of its readings",
    "support-named": "a role of the vocabulary that is only told by this word",
    "supported-on": "a role of the vocabulary that is only told by this word",
    "spacer": "a role of the vocabulary that is only told by this word",
    "absorber-named": "a role of the vocabulary that is only told by this word",
    "turns-hydrophobic": "wetting is told by what a surface becomes, seldom by its angle",
    "turns-hydrophilic": "wetting is told by what a surface becomes, seldom by its angle",
    "spaces-filled": "the active form of infilled, which the labels hold",
    "substance-transforms": "a transformation between substances, where no phase is named",
    "structure-controlled": "right in its readings; a structure that was set is a change of it",
    "ligands-stay": "the only telling of a property of the vocabulary; in three notes, too",
    "grows-at-once": "growth without delay is told by no label; fires in two documents",
    "saturates": "saturation is told by no label; the commonest finding on growth",
    "diffracts": "crystallinity told by the phase that was seen; in four evaluation texts",
    "impurity-share": "shares in atomic percent belong to no other reader; right in all readings",
    "sets-ph": "fires in public papers; keeps acids and bases from being reagents",
    "told-colloidal_synthesis": "hot injection names no process; right in all of its readings",
    "told-electrochemical_measurement": "an adverb names the technique; fires nowhere wrongly",
    # findings whose property no word of the sentence names
    "growth-delayed": "a poor nucleation told by the growth, no label of it",
    "nothing-grew": "a missing nucleation told by the growth, no label of it",
    "grows-there-only": "selective growth told by where it grew, no label of it",
    "impurity-compared": "an element compared without a word of content, which labels need",
    "growth-inhibited": "the wording of area-selective growth for a poor nucleation",
    "sizes-focus": "what sharpens is a smaller property; no cue says so",
    "growth-started": "a nucleation that something sets off, told by the growth, no label of it",
    "grains-grow": "the growth of grains, which no word of change tells: films grow, too",
    "composite-meant": "dots and their matrix are told in different sentences",
    "colloid-stays": "colloids that keep are told by their state; fires in the texts on dots",
    "surface-replaced": "a change of the surface told by what was exchanged or left it",
    "sample-failed": "the end of a sample told by its verb, no label of stability",
    "colloid-falls-out": "the opposite of colloid-stays",
    "coats-within": "a conformal coat told by where it is as thick, no label of it",
    "parts-mix": "a blurred interface told by a verb",
    "particles-apart": "a sintering that did not come, told by the particles",
    "sites-blocked": "a loss of accessible surface told by a verb",
    "pores-there": "pores told by an adjective or a verb, which no label holds",
    "charges-dots": "a charging told by a verb; labels hold the nouns",
    "responds-to-light": "a photocurrent told by a verb; labels hold the nouns",
    "conducts-better": "a conductivity told by its verb",
    "glows-brighter": "an emission told by its verb",
    **dict.fromkeys(
        (phrase.name for phrase in TRANSFER_PHRASES),
        "where energy or a charge goes, told by a verb; labels hold the nouns",
    ),
    "catalyst-active": "the activity of a catalyst told by the adjective alone",
    "stands-test": "a stability told by the adjective alone",
    "unstable-against": "the denial of stable-against",
    **dict.fromkeys(
        (phrase.name for phrase in SAMPLE_PHRASES),
        "a property that no word names, told by what was done to the sample",
    ),
    # solids
    "infiltrated": "sequential infiltration, whose polymer and product no other rule tells apart",
    "layers-of": "the order of words of film-of with the role of the layer before it",
    "catalyst-named": "metals that are catalysts are particles, whatever their shape is called",
    "as-template": "a role of the vocabulary that is only told by this word",
    "composite-slash": "the notation of a nanocomposite: a slash joins inclusion and matrix",
    "layer-to-protect": "the purpose stands behind the layer; overlayer-named reads it before",
    "alternating": "a laminate told by what takes turns in it, which no noun names",
    "alternating-layers": "a laminate told by what takes turns in it, which no noun names",
    "alternates-with": "a laminate told by what takes turns in it, which no noun names",
    "doping-cycles": "a doping told by the cycles of which it is made, which no word names",
    "sensitizing": "the dots of a sensitized solar cell, whose form is left unsaid",
    # reagents of wet syntheses
    "as-agent": "a list before its part in the process; as-coreactant reads the words of ALD",
    "as-solvent": "names that no list has, told by the part that they play",
    "degradation-named": "the dye of a test, which no other word calls an analyte",
    "in-neat": "the form of in-solvent for ligands that dissolve alone",
    "again": "reviews look back so; it carries findings that no other sentence tells",
    "impurity-present": "the opposite of impurity-absent",
    "sets-in": "a count of cycles told by a verb of starting; no label of nucleation",
    "vital-for": "what would be lost without a thing is told by no cue; right in its two readings",
    "reducer-added": "recipes seldom name the reduction that their reducing agent does",
    "as-reducing-agent": "reductants; as-coreactant reads the words of ALD",
    "as-element-source": "as-anion-source reads the element by its name",
    "source-behind": "the apposition of as-anion-source",
    **dict.fromkeys(
        (event.id for event in (*EVENTS, *REAGENT_EVENTS)),
        "an event of the field, read in every voice and order of words",
    ),
    "aqueous": "the medium that only an adjective tells; two documents of the development sets",
    "ligand-named": "a ligand of a synthesis that no word calls one; fires in public papers",
    "dopant-noted": "the notation of a doped solid, which no word repeats",
    "carried": "the words of supported catalysts beside supported-on",
    "device-stack": "the print of a device whose layers are no formulas; fires in public papers",
    "also-as-source": "the second part of a substance; as-anion-source reads the first",
    "exchanged-using": "a ligand behind the exchange; reagent-of-process reads one in its name",
}

#: Every rule by its id.
CARDS = {card.id: card for card in _cards()}
